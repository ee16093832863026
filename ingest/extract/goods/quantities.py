"""Numbers that are no telephone numbers: dates, times, measures, coordinates, file names."""

from __future__ import annotations

import re

from ingest.extract.found import blank

_DATE = re.compile(
    r"[0-9](?<![0-9].)(?<![0-9][./-].)[0-9]{0,3}([./-])[0-9]{1,2}\1[0-9]{1,4}(?![./-]?[0-9])"
)
_TIME = re.compile(
    r"[0-9](?<![0-9].)[0-9]?(?:[:][0-9]{2}(?:[:][0-9]{2})?(?![0-9])"
    r"|\.[0-9]{2}(?:(?: ?[-,&/] ?| )[0-9]{1,2}\.[0-9]{2}){1,9}(?![0-9.])|(?<=24)/7(?![0-9]))"
)
_COORDINATE = re.compile(
    r"[0-9](?<![0-9.].)[0-9]{0,2}\.[0-9]{3,12}[ ]?[,;][ ]?-?[0-9]{1,3}\.[0-9]{3,12}"
    r"|[0-9](?<![0-9.].)[0-9]?\.[0-9]{5,16}(?![0-9.-])"
)
_LONG_UNITS = (
    "kg|kilo|gram|gr|cm|mm|km|ml|lbs?|oz|inch|inches|ekor|pcs|pc|pasang|biji|tahun|thn|bulan|bln|"
    "minggu|hari|jam|menit|years?|yrs?|months?|weeks?|days?|hours?|hrs?|mins?|pieces?|pairs?|"
    "meter|metres?|watt|volt|mah|gb|ตัว|ซม|กก|บาท|con|tuổi|tháng|只|岁|个月|厘米|公斤"
)
_MEASURE = re.compile(
    r"[0-9](?<![0-9].)[0-9]{0,3}(?:[.,][0-9]{1,2})? ?(?=[^\W\d_]|%)"
    rf"(?:(?:{_LONG_UNITS})(?![A-Za-z0-9])|%)",
    re.IGNORECASE,
)
_FILE = re.compile(r"\.(?:jpe?g|png|webp|gif|mp4|pdf|heic|opus|docx?|xlsx?)(?![A-Za-z0-9])", re.I)
_FILE_STEM_REVERSED = re.compile(r"[\w.()+-]{1,120}")


def blank_quantities(text: str) -> str:
    """Blank what is plainly a date, time, measure, coordinate or file name; offsets stay.

    Parameters
    ----------
    text : str
        As `folding.unify` writes it.

    Returns
    -------
    str
        Of the same length.
    """
    if files := _files(text):
        text = blank(text, files)
    if dates := [m.span() for m in _DATE.finditer(text) if _is_date(m.group(), m.group(1))]:
        text = blank(text, dates)
    for pattern in (_TIME, _COORDINATE, _MEASURE):
        if quantities := [match.span() for match in pattern.finditer(text)]:
            text = blank(text, quantities)
    return text


def _is_date(written: str, separator: str) -> bool:
    """Whether three numbers can be day, month and year in some order."""
    first, second, third = (int(part) for part in written.split(separator))
    widths = [len(part) for part in written.split(separator)]
    if widths[0] == 4:
        return 1900 <= first <= 2599 and 1 <= second <= 12 and 1 <= third <= 31
    year = third if widths[2] == 4 else 2000 if widths[2] == 2 else 0
    return (
        widths[0] <= 2
        and 1900 <= year <= 2599
        and 1 <= min(first, second) <= 12
        and 1 <= max(first, second) <= 31
    )


def _files(text: str) -> list[tuple[int, int]]:
    """Spans of file names."""
    spans: list[tuple[int, int]] = []
    for match in _FILE.finditer(text):
        stem = _FILE_STEM_REVERSED.match(text[max(0, match.start() - 120) : match.start()][::-1])
        start = match.start() - (stem.end() if stem else 0)
        if not spans or start >= spans[-1][1]:
            spans.append((start, match.end()))
    return spans
