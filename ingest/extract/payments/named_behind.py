"""Names of account holders that stand behind a number without a word such as ``a/n``."""

from __future__ import annotations

import re

from ingest.extract.folding import IGNORED
from ingest.extract.lexicon.cues import Cues
from ingest.extract.payments import holders

_GAP = re.compile(rf"[ \t{IGNORED}]{{0,3}}[:,|/-]?[ \t]{{0,3}}\n?[ \t]{{0,3}}")
_SAID = re.compile(
    r"(?:name|names|nama|nama rek|nombre|nome|nom|tên|ten|naam|नाम|jina|pangalan|an|name of)"
    r"(?![^\W_])[ \t]{0,2}[:=.-]?[ \t]{0,3}(?=[^\W\d_])",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"[(\[]([^()\[\]\n\x000-9+@]{3,40})[)\]]")
_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-ÞĐ][A-ZÀ-ÖØ-ÞĐ'’.]+(?: [A-ZÀ-ÖØ-ÞĐ][A-ZÀ-ÖØ-ÞĐ'’.]*){1,3}(?!\w)")
_TITLED = re.compile(r"[A-ZÀ-ÖØ-ÞĐ][a-zß-ÿ'’]+(?: [A-ZÀ-ÖØ-ÞĐ][a-zß-ÿ'’]+){1,3}(?!\w)")
_SENTENCE = re.compile(r",? +(?:[a-zß-ÿ]|[0-9])")
_THAI = re.compile(
    r"(?:(?:นางสาว|นาง|นาย|น\.ส\.|คุณ) ?[ก-๎]{2,16} [ก-๎]{2,16}(?=[ \n\x00)]|$)"
    r"|[ก-๎]{2,12} [ก-๎]{2,12}(?=\s*(?:\n|$)))"
)
_NAMES_NOBODY = frozenset({
    "cod", "only", "ready", "stock", "no", "full", "payment", "transfer", "lunas", "free", "ongkir",
    "open", "sold", "best", "price", "fast", "serious", "buyer", "buyers", "delivery", "pickup",
    "savings", "current", "branch", "swift", "ifsc", "bank", "cabang", "please", "thank", "you",
    "first", "come", "cash", "papers", "legit", "seller", "available", "new", "solo", "envíos",
    "horario", "interesados", "call", "text", "whatsapp", "wa", "dp", "for", "more", "info",
})  # fmt: skip
"""Words that sellers write in capitals, or begin a sentence with."""


def read(text: str, start: int, cues: Cues) -> str | None:
    """Read the name that stands right behind an account's number, or behind its bank.

    Parameters
    ----------
    text : str
        Unified.
    start : int
        Where the number, or the bank named after it, ends.
    cues : Cues

    Returns
    -------
    str or None
        A name after a word for name, in brackets, in capitals, of words that begin with capitals,
        or in Thai; None where none of these stands there, or a word that is nobody's name.
    """
    gap = _GAP.match(text, start)
    place = gap.end() if gap else start
    if said := _SAID.match(text, place):
        told = holders.read(text, said.end(), len(text), cues)
        return told[0] if told else None
    if bracketed := _BRACKETED.match(text, place):
        inner = bracketed.group(1).strip()
        told = holders.read(inner, 0, len(inner), cues)
        return told[0] if told and told[0] == " ".join(inner.split()) else None
    if match := _CAPITALS.match(text, place):
        return _checked(match.group().rstrip(".'’").split(), cues)
    if match := _TITLED.match(text, place):
        words = match.group().split()
        is_sentence = len(words) > 2 and _SENTENCE.match(text, match.end())
        return _checked(words[:-1] if is_sentence else words, cues)
    match = _THAI.match(text, place)
    return match.group() if match else None


def _checked(words: list[str], cues: Cues) -> str | None:
    """Join the words of a name, if none of them is one that nobody is called by."""
    known = holders.announcing(cues)
    if any(word.lower() in _NAMES_NOBODY or word.lower() in known for word in words):
        return None
    return " ".join(words)
