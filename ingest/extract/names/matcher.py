"""Many names found in many texts at once."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import polars as pl
from ahocorasick_rs import AhoCorasick, MatchKind

from ingest.extract.names.folded import Folded, fold_names

FOUND = pl.Schema({"text": pl.UInt32, "name": pl.UInt32, "start": pl.Int64, "end": pl.Int64})
"""``text``, ``name``: places of the text and of the name; ``start``, ``end``: offsets in it."""

_UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]"
    r"|[\u2190-\u2bff\U0001f000-\U0001faff]"
)
"""Scripts written without spaces, Korean (whose particles join the word) and pictures."""


MOST_PLACES = 20
"""A text that repeats one name more often tells no more by it."""


class Names:
    """Names to be found.

    Parameters
    ----------
    names : sequence of str
        As people write them. In scripts with spaces a name counts as whole words only; in others,
        and as a picture, anywhere.
    are_folded : bool
        Whether they are written as `folded.fold_name` writes them.

    Notes
    -----
    Built in time linear in the letters of the names; finding is linear in the texts.
    """

    def __init__(self, names: Sequence[str], *, are_folded: bool = False) -> None:
        self._names = tuple(names)
        patterns: dict[str, list[int]] = {}
        for place, folded in enumerate(names if are_folded else fold_names(self._names)):
            if folded:
                patterns.setdefault(bounded(folded), []).append(place)
        written = list(patterns)
        self._spaces_before = np.array([name[0] == " " for name in written], dtype=bool)
        self._spaces_after = np.array([name[-1] == " " for name in written], dtype=bool)
        self._alike = np.array([len(places) for places in patterns.values()], dtype=np.int64)
        self._first = np.cumsum(self._alike) - self._alike
        self._places = np.array([p for places in patterns.values() for p in places], np.uint32)
        self._automaton = AhoCorasick(written, matchkind=MatchKind.Standard) if written else None

    def __reduce__(self) -> tuple[type[Names], tuple[tuple[str, ...]]]:
        """Hand over to another process what it takes to build this again."""
        return Names, (self._names,)

    def find(self, folded: Folded) -> pl.DataFrame:
        """Find the names.

        Parameters
        ----------
        folded : Folded
            The texts.

        Returns
        -------
        DataFrame
            `FOUND`, by text and start. Of names inside one another the longest counts; several
            names written alike all do. The first `MOST_PLACES` of a name in one text count.
        """
        if self._automaton is None:
            return pl.DataFrame(schema=FOUND)
        hits = self._automaton.find_matches_as_indexes(folded.text, overlapping=True)
        if not hits:
            return pl.DataFrame(schema=FOUND)
        pattern, start, end = np.array(hits, dtype=np.int64).T
        start = start + self._spaces_before[pattern]
        end = end - self._spaces_after[pattern]
        kept = _longest(start, end)
        pattern, start, end = pattern[kept], start[kept], end[kept]
        first, last = folded.places[start], folded.places[end - 1] + 1
        text = np.searchsorted(folded.starts, first, side="right") - 1
        if np.bincount(text).max() > MOST_PLACES:
            few = _first_places(text, pattern)
            pattern, first, last, text = pattern[few], first[few], last[few], text[few]
        alike = self._alike[pattern]
        nth = np.arange(alike.sum()) - np.repeat(np.cumsum(alike) - alike, alike)
        return pl.DataFrame(
            {
                "text": np.repeat(text, alike),
                "name": self._places[np.repeat(self._first[pattern], alike) + nth],
                "start": np.repeat(first - folded.starts[text], alike),
                "end": np.repeat(last - folded.starts[text], alike),
            },
            schema=FOUND,
        )


def _first_places(
    text: npt.NDArray[np.int64], pattern: npt.NDArray[np.int64]
) -> npt.NDArray[np.bool_]:
    """Mark the first places of each name in each text."""
    rows = pl.DataFrame({"text": text, "pattern": pattern})
    nth = rows.select(pl.int_range(pl.len()).over("text", "pattern")).to_series()
    return (nth < MOST_PLACES).to_numpy()


def bounded(folded: str) -> str:
    """Demand a word's ends where the script has spaces."""
    before = "" if _UNSPACED.match(folded) else " "
    after = "" if _UNSPACED.match(folded[-1]) else " "
    return f"{before}{folded}{after}"


def _longest(start: npt.NDArray[np.int64], end: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Give the order of the spans by place, without those that lie inside longer ones."""
    order = np.lexsort((-end, start))
    ends = end[order]
    reached = np.append(-1, np.maximum.accumulate(ends)[:-1])
    return order[ends > reached]
