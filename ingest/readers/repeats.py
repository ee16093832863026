"""Telling rows that repeat an earlier row of the same source exactly."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

import numpy as np
import polars as pl
from numpy.typing import NDArray

LONGEST_RUN = 1 << 21
_Prints = NDArray[np.uint64]


class SeenRows:
    """The rows of a source so far, as 128-bit fingerprints (16 bytes of memory a row).

    Notes
    -----
    Fingerprints are kept in sorted runs that are merged when they grow alike, up to two million
    rows, so that n rows cost O(n log² n), and beyond some hundred million O(n²); merging holds no
    more than two runs twice.
    """

    def __init__(self) -> None:
        self._runs: list[tuple[_Prints, _Prints]] = []

    def repeats(self, columns: Mapping[str, pl.Series], length: int) -> pl.Series:
        """Tell which rows have been seen before, and remember all of them.

        Parameters
        ----------
        columns : mapping of str to polars.Series
            The cells; a null cell counts like an absent column, the order of columns is nothing.
        length : int
            The number of rows.

        Returns
        -------
        polars.Series of bool
            True for a row that equals an earlier one, of this call or another.
        """
        first = _fingerprints(columns, length, "first")
        second = _fingerprints(columns, length, "second")
        order = np.lexsort((second, first))
        first, second = first[order], second[order]
        repeated = np.zeros(length, dtype=bool)
        repeated[1:] = (first[1:] == first[:-1]) & (second[1:] == second[:-1])
        for run_first, run_second in self._runs:
            at = np.searchsorted(run_first, first)
            inside = at < len(run_first)
            at = np.where(inside, at, 0)
            repeated |= inside & (run_first[at] == first) & (run_second[at] == second)
        self._remember(first[~repeated], second[~repeated])
        answer = np.empty(length, dtype=bool)
        answer[order] = repeated
        return pl.Series("repeated", answer)

    def _remember(self, first: _Prints, second: _Prints) -> None:
        """Add a sorted run and merge the runs that it has caught up with."""
        if not len(first):
            return
        self._runs.append((first, second))
        while self._last_two_are_alike():
            (a, b), (c, d) = self._runs.pop(), self._runs.pop()
            merged_first, merged_second = np.concatenate((a, c)), np.concatenate((b, d))
            order = np.argsort(merged_first, kind="stable")
            self._runs.append((merged_first[order], merged_second[order]))

    def _last_two_are_alike(self) -> bool:
        """Whether the last two runs are to be merged."""
        *_, before, last = (0, 0, *(len(first) for first, _ in self._runs))
        return 0 < before <= last and before + last <= LONGEST_RUN


def _fingerprints(columns: Mapping[str, pl.Series], length: int, salt: str) -> _Prints:
    """One 64-bit fingerprint per row, over the names and values of its cells."""
    prints = np.zeros(length, dtype=np.uint64)
    for name, cells in columns.items():
        digest = hashlib.blake2b(f"{salt}/{name}".encode("utf-8", "surrogatepass"), digest_size=8)
        seed = int.from_bytes(digest.digest(), "little")
        hashed = cells.hash(seed).to_numpy()
        prints ^= np.where(cells.is_null().to_numpy(), np.uint64(0), hashed)
    return prints
