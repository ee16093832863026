"""What a person typed, read as the contact details and digits that it may stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.keys import detail_parts
from graph.lookup.lucene import LONGEST_TEXT, readable

if TYPE_CHECKING:
    from ingest.extract.extractor import Extractor

PHONE, UNRESOLVED = "phone", "unresolved"
MOST_READINGS = 4
_CUE = "wa "
_SEPARATOR_WORDS = (
    "strip", "strep", "setrip", "dash", "hyphen", "minus", "space", "spasi", "spaces", "dot",
    "titik", "point", "punto", "ponto", "guion", "guión", "tiret", "tire", "garis", "sempang",
    "ขีด", "杠", "点",
)  # fmt: skip
_SEPARATOR = re.compile(rf"(?i)[\s._*-]*\b(?:{'|'.join(_SEPARATOR_WORDS)})\b[\s._*-]*")
_SIGNS_ONLY = re.compile(r"[^\w]|_")


@dataclass(frozen=True)
class Asked:
    """A text that is looked for.

    Attributes
    ----------
    text : str
        As typed, cut to what can be searched.
    is_cut : bool
        More was typed than is looked for.
    details : tuple of str
        Keys of the contact details that it reads as, the surest first.
    digits : tuple of str
        The same numbers without what is dialled before them, in each way they may be meant.
    """

    text: str
    is_cut: bool
    details: tuple[str, ...]
    digits: tuple[str, ...]


def read_asked(text: str, regions: Sequence[str], extractor: Extractor) -> Asked:
    """Read what a person typed, as the posts of the workspace are read.

    Parameters
    ----------
    text : str
        Anything.
    regions : sequence of str
        Countries whose national numbers may be meant.
    extractor : Extractor
        What the workspace's texts are read with.
    """
    from ingest.extract.folding import unify

    asked = readable(" ".join(text.split()))
    plain = unify(asked)
    writings = list(dict.fromkeys((asked, _CUE + asked, _CUE + _SEPARATOR.sub("-", plain))))
    found = _details(writings, regions, extractor)
    numbers = [value for kind, value in map(detail_parts, found) if kind in (PHONE, UNRESOLVED)]
    digits = [*map(_national, numbers), *_bare(plain)]
    return Asked(
        asked,
        len(" ".join(text.split())) > LONGEST_TEXT,
        tuple(found),
        tuple(dict.fromkeys(filter(None, digits)))[:MOST_READINGS],
    )


def _details(
    writings: Sequence[str], regions: Sequence[str], extractor: Extractor
) -> dict[str, float]:
    """Contact details that some writings give, with how sure each is, the surest first."""
    import polars as pl

    from ingest.extract.extraction import extract_details

    rows = {
        "key": [str(place) for place in range(len(writings))],
        "text": writings,
        "platform": [None] * len(writings),
    }
    posts = pl.DataFrame(rows, schema=dict.fromkeys(rows, pl.String))
    sure: dict[str, float] = {}
    for region in (*regions, None):
        read = extract_details(posts, region, extractor)
        for key, confidence in read.select("detail_key", "confidence").iter_rows():
            sure[key] = max(sure.get(key, 0.0), confidence)
    return dict(sorted(sure.items(), key=lambda each: -each[1]))


def _bare(plain: str) -> Iterable[str]:
    """Digits of what has nothing but digits and signs, as far as they can be a number's."""
    import phonenumbers

    digits = _SIGNS_ONLY.sub("", _SEPARATOR.sub("-", plain))
    if not digits.isdigit() or not digits.isascii():
        return
    without = digits.removeprefix("00").lstrip("0") or digits
    yield without
    for length in (1, 2, 3):
        code, rest = without[:length], without[length:]
        if int(code) in phonenumbers.COUNTRY_CODE_TO_REGION_CODE and rest.startswith("0"):
            yield code + rest.lstrip("0")
            yield rest.lstrip("0")


def _national(number: str) -> str:
    """Leave out the country code, or the zeros dialled before a number of no known country."""
    import phonenumbers

    if not number.startswith("+"):
        return number.lstrip("0")
    try:
        return phonenumbers.national_significant_number(phonenumbers.parse(number, None))
    except phonenumbers.NumberParseException:
        return number.lstrip("+")
