"""Words before and after a number that say it is a telephone number, and what it is used with."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ingest.extract.lexicon.cues import Cues
from ingest.extract.phones.alternatives import any_of

MESSENGERS = (
    "whatsapp", "telegram", "zalo", "viber", "signal", "imo", "line", "kakao", "wechat", "botim",
    "skype",
)  # fmt: skip
WALLETS = (
    "dana", "ovo", "gopay", "shopeepay", "linkaja", "tng", "boost", "momo", "zalopay", "viettelpay",
    "truemoney", "gcash", "maya", "bkash", "nagad", "jazzcash", "easypaisa", "paytm", "phonepe",
    "gpay", "mpesa", "orange", "mtn", "alipay", "promptpay", "pix", "upi",
)  # fmt: skip

SEEN = 56
"""How far before a number words are looked at, in characters."""

_SAID_AFTERWARDS = ("whatsapp", "telegram", "zalo", "viber", "kakao", "wechat")
_BETWEEN = frozenset({
    "no", "nr", "n", "id", "me", "us", "only", "at", "on", "number", "nomor", "nombor", "num", "to",
    "ke", "di", "my", "our", "is", "ini", "aktif", "active", "available", "and", "or", "dan",
    "atau", "y", "e", "et", "ou", "o", "und", "oder", "ya", "je", "sahaja", "saja", "aja", "via",
    "saya", "số", "hoặc", "và", "&", "meu", "mi", "plus", "nya", "please", "pls", "par", "au",
    "aux", "sur", "le", "unter", "an", "auf", "bei", "der", "kita", "kami", "al", "el", "il",
    "lo", "es", "é", "este", "solo", "sólo", "só", "nur", "numero", "número", "numéro", "nummer",
    "na", "ko", "namin", "karo", "kare", "karein", "ang", "sa", "po", "pe",
    "kwa", "namba", "nambari", "qua", "theo", "anh", "em", "chị",
    "на", "по", "в", "и", "или", "номер", "номеру",
    "فقط", "على", "رقم", "الرقم", "او", "أو", "و", "عبر",
    "पर", "करें", "नंबर", "주세요", "번호", "번", "号", "號", "号码",
})  # fmt: skip
_MOST_WORDS = 4
_MARKS = "\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
"""Vowels and tones of Hindi, Bengali and Thai, which are no letters but end words."""
_WORD = re.compile(rf"(?:[^\W\d_]|[{_MARKS}]){{1,9}}")


class Announced(NamedTuple):
    """What the words beside a number say of it.

    Attributes
    ----------
    is_phone : bool
        Whether they say that it is a telephone number.
    is_glued : bool
        Whether such a word stands right before it, without a space.
    channel : str or None
        What it is used with, in alphabetical order, joined by ``+``.
    """

    is_phone: bool
    is_glued: bool
    channel: str | None


_NOTHING = Announced(False, False, None)


class _Patterns(NamedTuple):
    """Cue words, backwards for what stands before a number, and which kind each is of."""

    gap: re.Pattern[str]
    backwards: re.Pattern[str]
    after: re.Pattern[str]
    kinds: dict[str, str]


@lru_cache(maxsize=16)
def glued_words(cues: Cues) -> frozenset[str]:
    """Words, without digits or spaces, that may be written together with a number."""
    return frozenset(word for word in _patterns(cues).kinds if word.isalpha()) | {"no"}


@lru_cache(maxsize=16)
def _patterns(cues: Cues) -> _Patterns:
    """Make patterns of the words that announce telephone numbers and their channels."""
    kinds: dict[str, str] = {}
    for kind in (*MESSENGERS, *WALLETS, "phone"):
        for word in cues.of(kind):
            kinds.setdefault(word, kind)
    signs = "".join(word for word in kinds if len(word) == 1 and not word.isalpha())
    before = any_of([word[::-1] for word in kinds])
    after = any_of(list(kinds))
    joint = r"(?: {0,2}[/&+,] {0,2}| (?:and|dan|or|atau|y|e|et|und) | )"
    return _Patterns(
        re.compile(rf"[^\w\n\x00!?;{re.escape(signs)}{_MARKS}]{{0,8}}"),
        re.compile(before),
        re.compile(
            rf" {{0,2}}(?P<opened>[(\[{{/-] ?)?(?P<words>(?:{after})(?:{joint}(?:{after})){{0,3}})"
            r"(?![^\W_]) ?(?P<closed>[)\]}])?(?! ?[:=@+0-9\x00])"
        ),
        kinds,
    )


def announced(before: str, after: str, cues: Cues) -> Announced:
    """Look for words that announce a telephone number.

    Parameters
    ----------
    before, after : str
        What stands beside the number, as `folding.unify` writes it; `SEEN` characters do.
    cues : Cues

    Returns
    -------
    Announced

    Notes
    -----
    Words after a number count in brackets, after a stroke, or when they name a messenger; not
    when they go on to announce something else (``0812… WA: 0813…``).
    """
    patterns = _patterns(cues)
    backwards = before.lower()[::-1]
    kinds, is_glued = _kinds_before(backwards, patterns)
    kinds |= _kinds_after(after.lower(), patterns)
    if not kinds:
        return _NOTHING
    kinds.discard("phone")
    return Announced(True, is_glued, "+".join(sorted(kinds)) or None)


def _kinds_before(backwards: str, patterns: _Patterns) -> tuple[set[str], bool]:
    """Kinds of the cue words right before a number, and whether one touches it."""
    kinds: set[str] = set()
    is_glued = False
    place = 0
    for _ in range(_MOST_WORDS):
        gap = patterns.gap.match(backwards, place)
        start = gap.end() if gap else place
        if cue := patterns.backwards.match(backwards, start):
            follows = backwards[cue.end() : cue.end() + 1]
            if not (follows.isalpha() and follows < "\u0530" and cue.group()[-1] < "\u0530"):
                kinds.add(patterns.kinds[cue.group()[::-1]])
                is_glued = is_glued or cue.start() == 0
                place = cue.end()
                continue
        word = _WORD.match(backwards, start)
        if word is None or word.group()[::-1] not in _BETWEEN:
            break
        place = word.end()
    return kinds, is_glued


def _kinds_after(after: str, patterns: _Patterns) -> set[str]:
    """Kinds of the cue words right after a number."""
    match = patterns.after.match(after)
    if match is None:
        return set()
    sure = match["opened"] is not None
    if sure and match["opened"].strip() in "([{" and match["closed"] is None:
        return set()
    words = re.split(r" {0,2}[/&+,] {0,2}| ", match["words"])
    kinds = {patterns.kinds[word] for word in words if word in patterns.kinds}
    return kinds if sure else kinds & set(_SAID_AFTERWARDS)
