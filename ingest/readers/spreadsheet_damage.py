"""What spreadsheet programs do to cells, and what is made of it: never a silent guess."""

from __future__ import annotations

import re
from collections import Counter

import polars as pl

from ingest.extract.phones import numbers
from ingest.readers.times import Clock, read_times

CUT_NUMBER = r"[+-]?\d(?:[.,]\d+)?[eE]\+\d+"
ROUNDED_ID = r"^\d{15}0+$"
CONTACTS = ("contact", "account_contact")
_LONG_ID = r"^\d{16,}$"
_LONG_IDS = ("account_id", "group_id", "post_id")
_DIGITS_KEPT = 15
_ENOUGH_ROUNDED = 3
ERROR = (
    r"#(?:N/A|NV|N/D|Н/Д|(?:REF|VALUE|DIV/0|NUM|NULL|BEZUG|WERT|ZAHL|VALEUR|NOMBRE|ССЫЛКА|ЗНАЧ|"
    r"ДЕЛ/0|ЧИСЛО)!|(?:NAME|NOM|ИМЯ)\?)"
)
_SPOILT = re.compile(rf"\s*(?:{CUT_NUMBER}|{ERROR})\s*")
_SPOILT_PART = rf"(?:^|;)\s*(?:{CUT_NUMBER}|{ERROR})\s*(?:;|$)"
_BARE_NUMBER = r"^[1-9]\d{6,11}$"
_SERIAL = r"^(\d{5}(?:\.\d+)?)$"
_FIRST_SERIAL, _LAST_SERIAL = 25_569, 73_050
_SECONDS_A_DAY = 86_400


def spoilt(name: str) -> pl.Expr:
    """Whether a cell, or a part of it between semicolons, is in scientific notation or an error."""
    return pl.col(name).str.contains(_SPOILT_PART)


def how_spoilt(name: str) -> pl.Expr:
    """Say what a spreadsheet made of an id."""
    return (
        pl.when(pl.col(name).str.starts_with("#"))
        .then(pl.format("'{}' is a spreadsheet's error", name))
        .otherwise(pl.format("'{}' is a number that a spreadsheet cut short", name))
    )


class SpreadsheetDamage:
    """What spreadsheet programs did to the cells of one source, told when all of it was read.

    Parameters
    ----------
    region : str or None
        ISO 3166 code of the country whose national telephone numbers are meant.
    """

    def __init__(self, region: str | None) -> None:
        self._region = region
        self._counts: Counter[str] = Counter()
        self._rounded: dict[str, set[str]] = {name: set() for name in _LONG_IDS}
        self._has_whole: set[str] = set()

    def contacts(self, frame: pl.DataFrame) -> tuple[pl.DataFrame, dict[str, pl.Series]]:
        """Take numbers cut short, and errors, out of what counts as contact details.

        Parameters
        ----------
        frame : polars.DataFrame
            With `CONTACTS`, details separated by semicolons.

        Returns
        -------
        tuple of polars.DataFrame and dict
            The rows with what is left, and the damaged cells as they stand in the source, by the
            name to keep them under.
        """
        damaged = {}
        for name in CONTACTS:
            cells = frame[name]
            is_spoilt = frame.select(spoilt(name)).to_series().fill_null(value=False)
            if is_spoilt.any():
                distinct = cells.filter(is_spoilt).unique()
                kept = pl.Series([_without_spoilt(cell) for cell in distinct], dtype=pl.String)
                frame = frame.with_columns(cells.replace(distinct, kept).alias(name))
                damaged[f"{name} (damaged)"] = cells.set(~is_spoilt, None)
                self._counts["spoilt"] += int(is_spoilt.sum())
            self._counts["bare"] += self._bare_numbers(frame[name])
        return frame, damaged

    def rounded_columns(self, frame: pl.DataFrame) -> list[str]:
        """Tell in which columns every id longer than 15 digits ends in zeros from there on.

        Parameters
        ----------
        frame : polars.DataFrame
            With ``account_id group_id post_id``.

        Notes
        -----
        A spreadsheet keeps 15 digits of a number. At least three different such ids are needed,
        and none that is whole, in this batch and those before it.
        """
        found = []
        for name in _LONG_IDS:
            if name in self._has_whole:
                continue
            long = frame[name].filter(frame[name].str.len_bytes() > _DIGITS_KEPT)
            ids = long.filter(long.str.contains(_LONG_ID)).unique()
            rounded = ids.str.contains(ROUNDED_ID)
            self._rounded[name].update(ids.filter(rounded).head(_ENOUGH_ROUNDED))
            if not rounded.all():
                self._has_whole.add(name)
            elif len(self._rounded[name]) >= _ENOUGH_ROUNDED:
                found.append(name)
        return found

    def times(self, values: pl.Series, clock: Clock) -> pl.DataFrame:
        """Read times as `read_times` does, and where that fails as days counted from 1900."""
        read = read_times(values, clock)
        is_unread = read["time"].is_null() & values.is_not_null()
        if not is_unread.any():
            return read
        days = values.set(~is_unread, None).str.strip_chars().str.extract(_SERIAL)
        days = days.cast(pl.Float64).alias("days")
        is_day = days.is_between(_FIRST_SERIAL, _LAST_SERIAL).fill_null(value=False)
        if not is_day.any():
            return read
        self._counts["serial"] += int(is_day.sum())
        shown = (
            pl.lit("1970-01-01").str.to_datetime()
            + pl.duration(seconds=((pl.col("days") - _FIRST_SERIAL) * _SECONDS_A_DAY).round())
        ).dt.strftime("%Y-%m-%dT%H:%M:%S")
        written = days.set(~is_day, None).to_frame().select(shown).to_series()
        by_day = read_times(written, Clock(clock.time_zone))
        return pl.select(
            time=pl.coalesce(read["time"], by_day["time"]),
            assumed=pl.coalesce(read["assumed"], by_day["assumed"]),
        )

    def notices(self) -> tuple[str, ...]:
        """Say what was found in all that was read."""
        return tuple(
            sentence.format(_cells(self._counts[kind]), region=self._region)
            for kind, sentence in (
                ("spoilt", _SPOILT_NOTICE),
                ("bare", _BARE_NOTICE if self._region is None else _NO_ZERO_NOTICE),
                ("serial", _SERIAL_NOTICE),
            )
            if self._counts[kind]
        )

    def _bare_numbers(self, cells: pl.Series) -> int:
        """Count the cells that hold a national number whose leading zero may be lost."""
        bare = (
            cells.drop_nulls()
            .str.split(";")
            .to_frame("part")
            .with_row_index("row")
            .explode("part")
            .with_columns(pl.col("part").str.strip_chars())
            .filter(pl.col("part").str.contains(_BARE_NUMBER))
        )
        if self._region is not None:
            national = [part for part in bare["part"].unique() if self._lacks_zero(part)]
            bare = bare.filter(pl.col("part").is_in(national))
        return bare["row"].n_unique()

    def _lacks_zero(self, digits: str) -> bool:
        """Whether digits are a number of the region once its leading zero is put back."""
        region = self._region or ""
        return (
            numbers.trunk_prefix(region) == "0" and numbers.clean(f"0{digits}", region) is not None
        )


_SPOILT_NOTICE = (
    "{} contact details that a spreadsheet cut short (as 4.47E+11) or made errors (as #NAME?); "
    "these count for nothing and are kept with the post."
)
_BARE_NOTICE = (
    "{} bare digits, perhaps national numbers whose leading zero a spreadsheet took; they are read "
    "as numbers only where --region says which country is meant."
)
_NO_ZERO_NOTICE = (
    "{} national numbers of {region} without their leading zero, as a spreadsheet leaves them; "
    "they are read as numbers of {region}."
)
_SERIAL_NOTICE = "{} a date as a number, read as a spreadsheet's count of days from 1900."


def _cells(count: int) -> str:
    """Say how many cells hold something."""
    return "1 cell holds" if count == 1 else f"{count:,} cells hold"


def _without_spoilt(cell: str) -> str | None:
    """Leave out the parts of a cell that are in scientific notation or errors."""
    return ";".join(part for part in cell.split(";") if not _SPOILT.fullmatch(part)).strip() or None
