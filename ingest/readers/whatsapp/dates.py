"""Dates of a chat: in which order their numbers stand, and which day they mean."""

from __future__ import annotations

from dataclasses import dataclass, field

import polars as pl

from ingest.readers.whatsapp.headings import Style

_FIRST_SHORT_YEAR = 9
_FIRST_BUDDHIST_SHORT = 52
_BUDDHIST = 543
_FIRST_BUDDHIST_YEAR = 2400
_ERAS = {"H": 1988, "R": 2018}
FIRST_YEAR, LAST_YEAR = 2000, 2199


@dataclass(frozen=True)
class DateOrder:
    """Which number of a date is what.

    Attributes
    ----------
    day_at, month_at, year_at : int
        Counted from 0.
    reason : str or None
        How it was guessed; null: it is stated, or follows from the dates.
    """

    day_at: int
    month_at: int
    year_at: int
    reason: str | None = None

    @property
    def is_day_first(self) -> bool:
        """Whether the day stands before the month."""
        return self.day_at < self.month_at


@dataclass
class DateEvidence:
    """What the dates of one style tell about their order, as far as the file has been read.

    ``p`` and ``q`` are the numbers that are day and month, or month and day, as they stand.
    """

    year_at: int | None
    impossible: dict[str, int] = field(default_factory=lambda: {"dmy": 0, "mdy": 0, "ymd": 0})
    steps_back: dict[str, int] = field(default_factory=lambda: {"dmy": 0, "mdy": 0})
    p_changes: int = 0
    q_changes: int = 0
    y_changes: int = 0
    _last: tuple[int, int, int] | None = None
    _rows: int = 0

    def take(self, dates: pl.DataFrame) -> None:
        """Take in the next dates.

        Parameters
        ----------
        dates : polars.DataFrame
            ``d0 d1 d2``, their numbers as written, in the order of the file.
        """
        year = 2 if self.year_at is None else self.year_at
        p, q = (at for at in range(3) if at != year)
        frame = dates.select(p=f"d{p}", q=f"d{q}", y=f"d{year}")
        self._count_impossible(frame)
        self._follow(frame)

    def _count_impossible(self, frame: pl.DataFrame) -> None:
        """Count the dates that cannot be, in each order."""
        p, q, y = pl.col("p"), pl.col("q"), pl.col("y")
        early = y < _FIRST_SHORT_YEAR if self.year_at is None else pl.lit(False)
        counts = frame.select(
            dmy=((p > 31) | (q > 12) | early).sum(),
            mdy=((p > 12) | (q > 31) | early).sum(),
            ymd=((p < _FIRST_SHORT_YEAR) | (q > 12) | (y > 31)).sum(),
        ).row(0, named=True)
        for order, count in counts.items():
            self.impossible[order] += count

    def _follow(self, frame: pl.DataFrame) -> None:
        """Count the steps back in time and the changes; the file's first row may be late."""
        if self._rows == 0:
            frame, self._rows = frame.slice(1), min(1, len(frame))
        if frame.is_empty():
            return
        self._rows += len(frame)
        if self._last is not None:
            before = pl.DataFrame([self._last], schema=frame.schema, orient="row")
            frame = pl.concat([before, frame])
        p, q, y = pl.col("p"), pl.col("q"), pl.col("y")
        day_first, month_first = (y * 100 + q) * 100 + p, (y * 100 + p) * 100 + q
        found = frame.select(
            dmy=(day_first < day_first.shift()).sum(),
            mdy=(month_first < month_first.shift()).sum(),
            p=(p != p.shift()).sum(),
            q=(q != q.shift()).sum(),
            y=(y != y.shift()).sum(),
        ).row(0, named=True)
        self.steps_back["dmy"] += found["dmy"]
        self.steps_back["mdy"] += found["mdy"]
        self.p_changes += found["p"]
        self.q_changes += found["q"]
        self.y_changes += found["y"]
        self._last = frame.row(-1)

    def decide(self, stated: str | None) -> DateOrder:
        """Decide on the order.

        Parameters
        ----------
        stated : {"dmy", "mdy", "ymd"} or None
            What the user says of dates that do not say.

        Notes
        -----
        A year of four digits, or with its era, shows itself; one of two digits stands last, unless
        what stands there changes more often than the rest, or cannot be a year and the first can.
        Of day and month, that is the day which is ever above 12; else that which makes time run
        backwards less, by half; else, as a guess, that which changes more often; else, as an
        assumption, the first.
        """
        if self.year_at is None and stated == "ymd":
            return DateOrder(2, 1, 0)
        if self.year_at == 0:
            swapped = self.impossible["mdy"] > self.impossible["dmy"]
            return self._order(is_day_first=swapped)
        if stated in {"dmy", "mdy"}:
            return self._order(is_day_first=stated == "dmy")
        least = min(self.impossible["dmy"], self.impossible["mdy"])
        is_last_fast = self.y_changes > max(self.p_changes, self.q_changes)
        if self.year_at is None and (is_last_fast or self.impossible["ymd"] < least):
            return DateOrder(2, 1, 0)
        if self.impossible["dmy"] != self.impossible["mdy"]:
            return self._order(is_day_first=self.impossible["dmy"] == least)
        return self._from_time()

    def _from_time(self) -> DateOrder:
        """Decide by how the dates follow on one another."""
        dmy, mdy = self.steps_back["dmy"], self.steps_back["mdy"]
        if dmy != mdy and 2 * min(dmy, mdy) <= max(dmy, mdy):
            return self._order(is_day_first=dmy < mdy)
        if self.p_changes != self.q_changes:
            return self._order(
                is_day_first=self.p_changes > self.q_changes,
                reason="because that number changes more often",
            )
        return self._order(is_day_first=True, reason="for want of any sign")

    def _order(self, *, is_day_first: bool, reason: str | None = None) -> DateOrder:
        """Lay out an order around the year."""
        year = 2 if self.year_at is None else self.year_at
        p, q = (at for at in range(3) if at != year)
        return DateOrder(p if is_day_first else q, q if is_day_first else p, year, reason)


def local_times(heads: pl.DataFrame, style: Style, order: DateOrder) -> pl.Series:
    """Read heads of one style as local times.

    Parameters
    ----------
    heads : polars.DataFrame
        ``n0`` to ``n5`` and ``is_pm``, see `ingest.readers.whatsapp.headings.read_heads`.
    style : Style
        Their style.
    order : DateOrder
        The order of their dates.

    Returns
    -------
    polars.Series of datetime
        Null where there is no such time, or its year lies outside of 2000 to 2199.
    """
    day, month, year = (
        pl.col(f"n{style.date_at + at}") for at in (order.day_at, order.month_at, order.year_at)
    )
    hour, minute = pl.col(f"n{style.time_at}"), pl.col(f"n{style.time_at + 1}")
    second = pl.col(f"n{style.time_at + 2}") if style.has_seconds else pl.lit(0)
    half = (
        pl.when(pl.col("is_pm") & (hour < 12))
        .then(hour + 12)
        .when(~pl.col("is_pm") & (hour == 12))
        .then(0)
        .otherwise(hour)
    )
    stamp = pl.format(
        "{}-{}-{} {}:{}:{}", _gregorian(year, style.era), month, day, half, minute, second
    )
    return heads.select(
        stamp.str.to_datetime("%Y-%m-%d %H:%M:%S", time_unit="us", strict=False)
    ).to_series()


def _gregorian(year: pl.Expr, era: str | None) -> pl.Expr:
    """Turn a year as written into one of the common era; null: none that WhatsApp has seen."""
    if era is not None and era != "BE":
        common = year + _ERAS[era] if era in _ERAS else pl.lit(None, pl.Int32)
    else:
        common = (
            pl.when(year >= _FIRST_BUDDHIST_YEAR)
            .then(year - _BUDDHIST)
            .when(year >= 100)
            .then(year)
            .when(year >= _FIRST_BUDDHIST_SHORT)
            .then(year + 2500 - _BUDDHIST)
            .otherwise(year + 2000)
        )
    return pl.when(common.is_between(FIRST_YEAR, LAST_YEAR)).then(common)
