"""Headings: the date and time with which every message begins, in any of the known styles."""

from __future__ import annotations

import re
from dataclasses import dataclass

import polars as pl

from ingest.readers.whatsapp.marks import HYPHENS, MARKS, SPACES, plain_copies
from ingest.readers.whatsapp.phrases import AFTERNOON, MORNING, one_of

_M = f"[{MARKS}]*"
_S = f"[ {SPACES}]{_M}"
_N = rf"(?:\p{{Nd}}{_M})"
_BETWEEN = f"[./{HYPHENS}-]{_M}(?:{_S})?"
_PERIOD = rf"(?:[aApP]{_M}\.?{_M}(?:{_S})?[mM]{_M}(?:\.|\b)|{one_of(MORNING + AFTERNOON)})"
_DATE = (
    f"(?:{_N}{{1,4}}{_BETWEEN}{_N}{{1,2}}{_BETWEEN}{_N}{{1,4}}"
    rf"(?:\.{_M})?(?:{_S}B{_M}E{_M})?"
    f"|{_N}{{1,2}}/{_M}{_N}{{1,2}}/{_M}[A-Z]{_M}{_N}{{1,2}}"
    f"|[A-Z]{_M}{_N}{{1,2}}/{_M}{_N}{{1,2}}/{_M}{_N}{{1,2}}"
    f"|{_N}{{1,2}}/{_M}{_N}{{4}}/{_M}{_N}{{1,2}})"
)
_SPELT = f"{_N}{{4}}[年년]{_M}(?:{_S})?{_N}{{1,2}}[月월]{_M}(?:{_S})?{_N}{{1,2}}[日일]{_M}"
_TIME = (
    f"(?:(?:{_PERIOD}{_M}(?:{_S})?)?{_N}{{1,2}}[:.]{_M}{_N}{{2}}(?:[:.]{_M}{_N}{{2}})?"
    f"(?:(?:{_S})?{_PERIOD}{_M})?)"
)
_STAMP = (
    f"(?:{_DATE}[,،.]?{_M}{_S}(?:k{_M}l{_M}o{_M}{_S})?{_TIME}"
    f"|{_TIME},{_M}{_S}{_DATE}|{_SPELT}{_S}{_TIME})"
)
_CLOSE = rf"(?:\]{_M}|:{_M}|{_S}[–{HYPHENS}-]{_M})?(?:{_S})?"
_HEAD = rf"^{_M}(?:{_SPELT}{_S}{_TIME},{_M}{_S}|\[?{_M}{_STAMP}{_CLOSE})"

_AFTERNOON = rf"[pP]\.? ?[mM]|{one_of(AFTERNOON)}"
_STYLE_DATE = (
    r"(?P<date>[nY][./-] ?[nY][./-] ?[nY]\.?(?: BE)?|n/n/[A-Z]n|[A-Z]n/n/n|n/Y/n"
    r"|Y[年년] ?n[月월] ?n[日일])"
)
_STYLE_TIME = r"(?P<time>(?:¶ ?)?n[:.]n(?:[:.]n)?(?: ?¶)?)"
_STYLES = (
    re.compile(rf"\[?{_STYLE_DATE}[,،.]? (?:klo )?{_STYLE_TIME}"),
    re.compile(rf"\[?{_STYLE_TIME}, {_STYLE_DATE}"),
)
NUMBERS = 6


@dataclass(frozen=True)
class Style:
    """How the headings of a chat are written.

    Attributes
    ----------
    text : str
        The heading with n for a number of one or two digits, Y for a longer one and ¶ for the
        half of the day.
    date_at, time_at : int
        Which of its numbers is the first of the date, and of the time.
    has_seconds : bool
        Whether the time has three numbers.
    year_at : int or None
        Which number of the date is the year, where its form says so.
    era : str or None
        The letter of a Japanese era, or ``BE`` for Buddhist years.
    """

    text: str
    date_at: int
    time_at: int
    has_seconds: bool
    year_at: int | None
    era: str | None

    @property
    def is_bracketed(self) -> bool:
        """Whether headings stand in brackets, as an iPhone writes them."""
        return self.text.startswith("[")


def style(text: str) -> Style:
    """Read how a heading is written from its style's text."""
    matches = [found for pattern in _STYLES if (found := pattern.match(text))]
    date, time = matches[0]["date"], matches[0]["time"]
    is_date_first = matches[0].start("date") < matches[0].start("time")
    fields = re.findall(r"[A-Z]?n|Y", date)
    long = [at for at, field in enumerate(fields) if field != "n"]
    letter = next((field[0] for field in fields if len(field) > 1), None)
    times = time.count("n")
    return Style(
        text,
        date_at=0 if is_date_first else times,
        time_at=3 if is_date_first else 0,
        has_seconds=times == 3,
        year_at=long[0] if long else None,
        era="BE" if date.endswith("BE") else letter,
    )


def split_headings(lines: pl.Series) -> pl.DataFrame:
    """Split lines into ``head`` and ``rest``; both null where a line has no heading."""
    frame = pl.DataFrame([lines.alias("line")])
    return frame.with_columns(head=pl.col("line").str.extract(_HEAD, 0)).select(
        "head", rest=pl.col("line").str.strip_prefix(pl.col("head"))
    )


def read_heads(heads: pl.Series) -> pl.DataFrame:
    """Take distinct heads apart.

    Parameters
    ----------
    heads : polars.Series of str
        As `split_headings` gives them, each once, none null.

    Returns
    -------
    polars.DataFrame
        ``head``, its ``style`` (see `Style.text`), its numbers as written ``n0`` to ``n5`` (null:
        it has fewer), and ``is_pm`` (null: it names no half of the day).
    """
    plain = plain_copies(heads)
    frame = pl.DataFrame(
        {"head": heads, "style": _styles(plain), "numbers": plain.str.extract_all(r"\d+")}
    )
    is_pm = plain.str.contains(_AFTERNOON) if _has_halves(plain) else None
    numbers = pl.col("numbers").list
    return frame.select(
        "head",
        "style",
        *(
            numbers.get(at, null_on_oob=True).cast(pl.Int32).alias(f"n{at}")
            for at in range(NUMBERS)
        ),
        pl.when(pl.col("style").str.contains("¶", literal=True))
        .then(is_pm)
        .cast(pl.Boolean)
        .alias("is_pm"),
    )


def _has_halves(plain: pl.Series) -> bool:
    """Whether any head names the half of the day."""
    return plain.str.contains(_PERIOD).any()


def _styles(plain: pl.Series) -> pl.Series:
    """Write the styles of normalised heads."""
    if _has_halves(plain):
        plain = plain.str.replace(rf"{_PERIOD} ?(\d)", "¶$1").str.replace(f" ?{_PERIOD}", "¶")
    if plain.str.contains(r"\d{3}").any():
        plain = plain.str.replace_all(r"\d{3,}", "Y")
    return plain.str.replace_all(r"\d+", "n").str.strip_chars(" ")
