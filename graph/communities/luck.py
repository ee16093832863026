"""Luck: numbers drawn for names, the same for a name and run wherever and whenever it is asked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import numpy as np

_STEP = np.uint64(0x9E3779B97F4A7C15)
_MIX = ((np.uint64(30), np.uint64(0xBF58476D1CE4E5B9)),
        (np.uint64(27), np.uint64(0x94D049BB133111EB)))  # fmt: skip
_LAST, _TO_FRACTION = np.uint64(31), 2.0**-53


def luck_of(names: Iterable[str]) -> np.ndarray:
    """Give each name a number that only its letters decide, shape (names,), unsigned."""
    digests = b"".join(
        hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        for name in names
    )
    return np.frombuffer(digests, dtype="<u8")


def draw(luck: np.ndarray, run: int) -> np.ndarray:
    """Draw a number in [0, 1) for each, uniform and independent from run to run.

    Parameters
    ----------
    luck : numpy.ndarray
        `luck_of` names.
    run : int
        Which run, from 0.

    Notes
    -----
    SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195). Because a name's luck
    depends on nothing else, evidence that is the same on two days holds in the same runs on both.
    """
    with np.errstate(over="ignore"):
        mixed = luck + np.uint64(run + 1) * _STEP
        for shift, factor in _MIX:
            mixed = (mixed ^ (mixed >> shift)) * factor
        mixed ^= mixed >> _LAST
    return (mixed >> np.uint64(11)) * _TO_FRACTION
