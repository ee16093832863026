"""Hiding telephone numbers, however they are spaced and in whatever digits they are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import phonenumbers
import polars as pl

from ingest.extract.folding import unify

BLOCK = "█"
_RUN = r"\p{Nd}(?:[^\p{L}\p{Nd}\n]{0,6}\p{Nd}){6,}"
_UNIFIED_RUN = re.compile(r"[0-9](?:(?:[^\w\n]|_){0,6}[0-9]){6,}")


@dataclass(frozen=True)
class _Number:
    """A number: the code of its country, and its digits within the country."""

    country: str
    national: str

    @property
    def prefixes(self) -> tuple[str, ...]:
        """Give what may stand before the national digits, the longest first."""
        return f"00{self.country}", self.country, "0", ""


class NumberMask:
    """Hides some telephone numbers in texts.

    Parameters
    ----------
    numbers : iterable of str
        As E.164.

    Notes
    -----
    A number is found by its national digits, with or without country code or trunk prefix. Only
    runs of as many digits are looked at, each distinct one once, and only texts that hold one of
    the numbers are read by themselves.
    """

    def __init__(self, numbers: Iterable[str]) -> None:
        self._numbers = [_parsed(number) for number in sorted(numbers)]

    def hidden(self, column: pl.Series) -> pl.Series:
        """Put blocks in the place of the numbers."""
        if not self._numbers:
            return column
        places = self._places(column)
        if places.is_empty():
            return column
        found = [self._hide(text) for text in column.gather(places)]
        return column.clone().scatter(places, pl.Series(found, dtype=pl.String))

    def _places(self, column: pl.Series) -> pl.Series:
        """Find the texts in which the digits of one of the numbers follow each other."""
        runs = (
            column.alias("text")
            .to_frame()
            .with_row_index("row")
            .filter(pl.col("text").str.contains(_RUN))
            .select("row", run=pl.col("text").str.extract_all(_RUN))
            .explode("run")
        )
        distinct = runs["run"].unique()
        digits = distinct.str.replace_all(r"\P{Nd}", "")
        plain = pl.Series(
            [each if each.isascii() else unify(each) for each in digits], dtype=pl.String
        )
        national = [number.national for number in self._numbers]
        named = distinct.filter(plain.str.contains_any(national))
        return runs.filter(pl.col("run").is_in(named.implode()))["row"].unique().sort()

    def _hide(self, text: str) -> str:
        """Hide the numbers in one text."""
        hidden = text
        for run in _UNIFIED_RUN.finditer(unify(text)):
            for start, end in self._spans(run[0]):
                first, last = run.start() + start, run.start() + end
                hidden = hidden[:first] + BLOCK * (last - first) + hidden[last:]
        return hidden

    def _spans(self, run: str) -> Iterator[tuple[int, int]]:
        """Find where the numbers stand in a run of digits and separators."""
        places = [place for place, character in enumerate(run) if character.isdigit()]
        digits = "".join(run[place] for place in places)
        for number in self._numbers:
            for found in re.finditer(f"(?={number.national})", digits):
                at, end = found.start(), found.start() + len(number.national)
                starts = [at - len(it) for it in number.prefixes if digits[:at].endswith(it)]
                start = next((each for each in starts if not _goes_on(places, each)), None)
                if start is not None and not _goes_on(places, end):
                    yield places[start], places[end - 1] + 1


def _goes_on(places: list[int], at: int) -> bool:
    """Whether digits adjoin on both sides of a place between them."""
    return 0 < at < len(places) and places[at] == places[at - 1] + 1


def _parsed(number: str) -> _Number:
    """Part a number into country and national digits; one that is no number stays whole."""
    try:
        found = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return _Number("", re.sub(r"\D", "", number))
    return _Number(str(found.country_code), phonenumbers.national_significant_number(found))
