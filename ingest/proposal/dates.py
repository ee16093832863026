"""How the times in a column are written: in which form, and in which order day and month stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import polars as pl

from ingest.readers.times import Clock, read_times

_MOST = 0.9
_LONGEST = 60
_FEWEST = 4
_DIGITS = re.compile(r"\d")
_NUMBERS = re.compile(
    r"(?P<a>\d{4}|\d{1,2})(?P<sep>[/.\-])(?P<b>\d{1,2})(?P=sep)(?P<c>\d{4}|\d{1,2})"
    r"(?:(?P<gap>,? |T)(?P<clock>\d{1,2}[:.]\d{2})(?P<seconds>[:.]\d{2})?(?P<half> ?[AaPp][Mm])?)?"
)
_ENGLISH = (
    "%a %b %d %H:%M:%S %z %Y", "%d %b %Y", "%d %B %Y", "%b %d, %Y", "%B %d, %Y", "%d-%b-%Y",
    "%d-%b-%y", "%d %b %Y %H:%M", "%d %B %Y %H:%M", "%b %d, %Y %H:%M", "%B %d, %Y %H:%M",
    "%d %b %Y, %H:%M", "%d %B %Y, %H:%M", "%b %d, %Y, %I:%M %p", "%B %d, %Y at %I:%M %p",
    "%b %d, %Y %I:%M %p", "%A, %B %d, %Y at %I:%M %p", "%a, %d %b %Y %H:%M:%S %z",
    "%Y%m%d", "%Y%m%d %H:%M:%S", "%Y年%m月%d日", "%Y年%m月%d日 %H:%M",
)  # fmt: skip
_SERIAL = re.compile(r"[3-6]\d{4}(?:[.,]\d+)?")
_YEAR = re.compile(r"\b(2[4-6]\d\d)\b")


@dataclass(frozen=True)
class Times:
    """How times are written.

    Attributes
    ----------
    share : float
        Share of the values that can be read so.
    form : str or None
        As for `strptime`; null where the common forms do.
    others : tuple of str
        Other forms in which they may be meant; then nobody can tell but a person.
    reason : str
        In words.
    """

    share: float
    form: str | None
    reason: str
    others: tuple[str, ...] = ()


def written_times(values: Sequence[str], order: str | None = None) -> Times | None:
    """Tell how times are written.

    Parameters
    ----------
    values : sequence of str
        Distinct values that are filled.
    order : {"dmy", "mdy", "ymd"} or None
        As a person says; otherwise told from the values.

    Returns
    -------
    Times or None
        None where most values are no times that can be read.
    """
    if sum(map(_may_be_time, values)) < max(_MOST * len(values), 1):
        return None
    if found := _common(values):
        return found
    if found := _of_numbers(values, order):
        return found
    for form in _ENGLISH:
        share = _read(values, form) if any(_is(value, form) for value in values[:5]) else 0.0
        if share >= _MOST:
            return Times(share, form, f"the times are written as {form}")
    return None


def doubt(values: Sequence[str]) -> str | None:
    """Say why values that may be times cannot be taken for such."""
    shown = [value.strip() for value in values]
    if shown and sum(bool(_SERIAL.fullmatch(value)) for value in shown) >= _MOST * len(shown):
        return (
            "the numbers may be a spreadsheet's serial dates; format the column as dates there "
            "and save it again"
        )
    if shown and sum(bool(_YEAR.search(value)) for value in shown) >= _MOST * len(shown):
        return "the years may be of the Buddhist era (543 more); convert them first"
    return None


def _common(values: Sequence[str]) -> Times | None:
    """Times in the forms that are read without being told."""
    share = _read(values, None)
    if share < _MOST:
        return None
    is_epoch = all(re.fullmatch(r"\d{10}(?:\.\d+)?|\d{13}", value.strip()) for value in values)
    kind = "seconds or milliseconds since 1970" if is_epoch else "ISO 8601 times"
    return Times(share, None, f"they are {kind}")


def _of_numbers(values: Sequence[str], order: str | None) -> Times | None:
    """Times such as 31/12/2025 13:45."""
    matches = [match for value in values if (match := _NUMBERS.fullmatch(value.strip()))]
    if len(matches) < _MOST * len(values):
        return None
    shapes = Counter(map(_shape, matches))
    shape, count = shapes.most_common(1)[0]
    alike = [match for match in matches if _shape(match) == shape]
    share = count / len(values)
    if len(alike[0]["a"]) == 4:
        return Times(share, _form(alike[0], "ymd"), "they begin with the year")
    day_first = sum(int(match["a"]) > 12 for match in alike)
    month_first = sum(int(match["b"]) > 12 for match in alike)
    as_dmy, as_mdy = _form(alike[0], "dmy"), _form(alike[0], "mdy")
    if day_first and not month_first:
        why = f"the day stands first ({_example(alike, 'a')})"
        return Times(share, as_dmy, why)
    if month_first and not day_first:
        return Times(share, as_mdy, f"the month stands first ({_example(alike, 'b')})")
    if order in ("dmy", "mdy") and not day_first:
        why = f"their order is {order}, as you say or as another column shows"
        return Times(share, _form(alike[0], order), why)
    if alike[0]["sep"] == "." and not day_first:
        return Times(share, as_dmy, "they are written with dots, where the day stands first")
    why = (
        f"some have the day first ({_example(alike, 'a')}), some the month ({_example(alike, 'b')})"
        if day_first
        else "no day is above 12, so that day and month cannot be told apart"
    )
    return Times(share, None, why, (as_dmy, as_mdy))


def _shape(match: re.Match[str]) -> tuple[object, ...]:
    """What values of one form have in common."""
    clock = match["clock"] and re.sub(r"\d", "", match["clock"])
    return (len(match["a"]) == 4, match["sep"], len(match["c"]) == 4, match["gap"], clock,
            match["seconds"] and match["seconds"][0], match["half"] and match["half"][0] == " ",
            bool(match["half"]))  # fmt: skip


def _form(match: re.Match[str], order: str) -> str:
    """Write the form of a value."""
    year = "%Y" if order == "ymd" or len(match["c"]) == 4 else "%y"
    parts = [{"d": "%d", "m": "%m", "y": year}[letter] for letter in order]
    form = match["sep"].join(parts)
    if match["clock"] is None:
        return form
    hour = "%I" if match["half"] else "%H"
    between = re.sub(r"\d", "", match["clock"])
    form += f"{match['gap']}{hour}{between}%M"
    if match["seconds"]:
        form += f"{match['seconds'][0]}%S"
    if match["half"]:
        form += (" " if match["half"][0] == " " else "") + "%p"
    return form


def _may_be_time(value: str) -> bool:
    """Whether a value is short and holds digits, as times do."""
    return len(value) <= _LONGEST and len(_DIGITS.findall(value)) >= _FEWEST


def _is(value: str, form: str) -> bool:
    """Whether a value is a time in a form."""
    try:
        datetime.strptime(value.strip(), form)
    except ValueError:
        return False
    return True


def _example(matches: Sequence[re.Match[str]], part: str) -> str:
    """Show a value whose part is above 12."""
    return next(match[0] for match in matches if int(match[part]) > 12)


def _read(values: Sequence[str], form: str | None) -> float:
    """Share of values that can be read in a form."""
    column = pl.Series([value.strip() for value in values], dtype=pl.String)
    try:
        read = read_times(column, Clock("UTC", form))["time"]
    except pl.exceptions.PolarsError:
        return 0.0
    return 1 - read.null_count() / len(values)


def order_of(columns: Sequence[Times | None]) -> str | None:
    """Tell the order of day and month from the columns in which it shows, if they agree.

    Parameters
    ----------
    columns : sequence of Times or None
        How the times of each column are written.
    """
    orders = {
        "dmy" if times.form.startswith("%d") else "mdy"
        for times in columns
        if times and times.form and re.match(r"%d[/.\-]%m|%m[/.\-]%d", times.form)
    }
    return orders.pop() if len(orders) == 1 else None
