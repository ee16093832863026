"""The ways in which a name is written besides the way its list writes it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from ingest.extract.taxa.given import IMPORTED, LATIN, Given
from ingest.extract.taxa.plurals import plurals

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_BARE = str.maketrans({"đ": "d", "ß": "ss", "œ": "oe", "æ": "ae", "ø": "o", "ı": "i", "ł": "l"})
_LATIN_LETTERS = re.compile(r"[a-z0-9\u00df-\u024f\u1e00-\u1eff ]+")
_LEAST_UNACCENTED = 6
_LEAST_UNACCENTED_VIETNAMESE = 7
_LEAST_JOINED = 8
_JOINED_TO = ("ال", "و", "وال", "بال")


class Variant(NamedTuple):
    """A way to write a name: as folded, the rule that made it, and what that leaves of trust."""

    written: str
    rule: str
    share: float


def variants(given: Given, folded: str) -> Iterator[Variant]:
    """Give the ways in which a name may be written.

    Parameters
    ----------
    given : Given
    folded : str
        The name as `fold_name` writes it.

    Yields
    ------
    Variant
        Not the name itself. Plurals; hyphens and spaces left out (hashtags); accents left out
        from six letters on (seven in Vietnamese, whose shorter words become others); umlauts
        written out; Arabic with the article and what is written together with a word. Names
        from imported lists, thousands that nobody has looked at, have English plurals only.
    """
    if given.is_imported or given.language == LATIN:
        if given.grade == IMPORTED and given.language == "en":
            yield from (Variant(form, "plural", 0.98) for form in plurals(folded, "en"))
        return
    if given.language == "ar":
        yield from _arabic(folded)
        return
    if not _LATIN_LETTERS.fullmatch(folded):
        return
    forms = [(folded, ""), *((form, "plural") for form in plurals(folded, given.language))]
    for form, rule in forms:
        if rule:
            yield Variant(form, rule, 0.98)
        yield from _joined(form, rule)
        yield from _without_accents(form, rule, given.language)


def _joined(form: str, rule: str) -> Iterator[Variant]:
    """Leave out the spaces of a name of several words."""
    joined = form.replace(" ", "")
    if joined != form and len(joined) >= _LEAST_JOINED:
        yield Variant(joined, _rules(rule, "joined"), 0.97)


def _without_accents(form: str, rule: str, language: str) -> Iterator[Variant]:
    """Write letters without their accents."""
    if form.isascii():
        return
    written_out = form.translate(_UMLAUTS) if language == "de" else form
    if written_out.isascii():
        yield Variant(written_out, _rules(rule, "umlauts written out"), 0.97)
    bare = "".join(
        letter
        for letter in unicodedata.normalize("NFD", form.translate(_BARE))
        if not unicodedata.combining(letter)
    )
    is_vietnamese = language == "vi"
    least = _LEAST_UNACCENTED_VIETNAMESE if is_vietnamese else _LEAST_UNACCENTED
    if bare.isascii() and len(bare.replace(" ", "")) >= least:
        share = 0.85 if is_vietnamese else 0.9
        yield Variant(bare, _rules(rule, "without accents"), share)
        for joined in _joined(bare, _rules(rule, "without accents")):
            yield Variant(joined.written, joined.rule, share)


def _arabic(form: str) -> Iterator[Variant]:
    """Write the article and short words together with a name, and the article with all of it."""
    if form.startswith("ال"):
        yield Variant(form[2:], "without article", 0.97)
        yield Variant(f"و{form}", "joined word", 0.97)
        yield Variant(f"لل{form[2:]}", "joined word", 0.97)
        return
    for prefix in _JOINED_TO:
        yield Variant(f"{prefix}{form}", "joined word", 0.97)
    yield Variant(f"لل{form}", "joined word", 0.97)
    words = form.split(" ")
    if len(words) > 1:
        rest = [word if word.startswith("ال") else f"ال{word}" for word in words[1:]]
        yield Variant(" ".join([words[0], *rest]), "article", 0.97)
        yield Variant(" ".join([f"ال{words[0]}", *rest]), "article", 0.97)


def _rules(*rules: str) -> str:
    """Join rules."""
    return " + ".join(rule for rule in rules if rule)
