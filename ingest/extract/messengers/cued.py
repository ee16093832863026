"""Names after a word that tells the messenger or network."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from graph import keys
from ingest.extract.folding import IGNORED
from ingest.extract.found import Found
from ingest.extract.lexicon.cues import Cues
from ingest.extract.messengers.cue_words import CueAt, CueWord, find_cues, words_of
from ingest.extract.messengers.gaps import Gap, read_gap
from ingest.extract.messengers.shapes import Name, is_dotted_name, is_plain_name, name_at
from ingest.extract.seams import lower, seamless
from ingest.extract.setting import Setting
from ingest.extract.signs import Signs

_JOINED = re.compile(
    r"[ \t]{0,2}(?:/|&|\+|,|、|,|和|及|或|同|또는|이나|\||dan|and|or|atau|y|e)?[ \t]{0,2}"
)
_HANS = "\u3400-\u9fff"
_HAN = re.compile(f"[{_HANS}]")
_WECHAT_BY_ITSELF = "wxid_"
_BEGINS = re.compile(r"(?:^|[\n|•📸📷🎵👉✅]) ?$")
_MOST_JOINED = 3
_NEAR = 16
_NEEDS_ODD_LETTERS = frozenset({"facebook", "zalo"})
_QQ_AS_WECHAT = re.compile(r"[1-9][0-9]{5,9}(?![0-9a-z])")


def may_hold(cues: Cues) -> Signs:
    """What a text with a name after a cue holds: a cue, or letters parted by what shows nothing."""
    words = [word.word for word in words_of(cues)]
    return Signs(
        words=tuple(sorted({*words, *(f"{word}id" for word in words)})),
        beside=r"[A-Za-z0-9_]{3}|(?:[A-Za-z0-9][^A-Za-z0-9\n]{1,2}){4}[A-Za-z0-9]",
        alone=rf"wxid_|[A-Za-z{_HANS}\u0e00-\u0eff]{IGNORED}+[A-Za-z0-9._{_HANS}]",
    )


def find(text: str, setting: Setting) -> Iterator[Found]:
    """Find names after cues in a unified text from which addresses are blanked.

    Parameters
    ----------
    text : str
        As `folding.unify` writes it.
    setting : Setting
        Its cues announce names.

    Yields
    ------
    Found
        ``telegram instagram tiktok facebook line kakao zalo signal wechat qq bbm``, and
        ``invite`` for a group of QQ. Telephone numbers after the same words are left alone.
    """
    plain = seamless(text)
    low = lower(plain.text)
    chain: list[CueAt] = []
    for each in find_cues(low, setting.cues):
        if chain and not _JOINED.fullmatch(low, chain[-1].end, each.start):
            chain = []
        chain = [*chain[-_MOST_JOINED:], each]
        gap = read_gap(low, each.start, each.end)
        if gap is None:
            continue
        if gap.is_empty and low.startswith(_WECHAT_BY_ITSELF, gap.end - 2):
            gap = gap._replace(end=gap.end - 2)
        for place in reversed(chain):
            read = _name_after(plain.text, low, _Cued(place, gap), setting, len(chain) > 1)
            if read is not None:
                yield _placed(read, plain.span(gap.end, read.name.end))
                break


class _Cued(NamedTuple):
    """A cue and what stands behind it."""

    at: CueAt
    gap: Gap

    @property
    def word(self) -> CueWord:
        """The cue."""
        return self.at.cue


class _Read(NamedTuple):
    """A name and what it is taken for."""

    kind: str
    name: Name
    rule: str
    confidence: float
    channel: str | None = None


def _name_after(
    text: str, low: str, cued: _Cued, setting: Setting, is_joined: bool
) -> _Read | None:
    """Read the name after a cue, as a name of the cue's kind."""
    word, gap = cued.word, cued.gap
    if word.is_short and not (gap.has_mark and _is_among_han(low, cued)):
        return None
    name = name_at(text, low, gap.end, word.kind)
    if word.needs_sign and not gap.is_sign and not _speaks_for_itself(word, name):
        return None
    if name is None:
        return _qq_as_wechat(low, cued, setting, is_joined)
    if not _is_meant(text, low, cued, name):
        return None
    rule = "cue word + letters apart" if name.is_apart else "cue word"
    sure = 0.9 if gap.is_sign and not name.is_plain else 0.8
    return _Read(word.kind, name, rule, min(sure, 0.75) if name.is_apart else sure)


def _speaks_for_itself(word: CueWord, name: Name | None) -> bool:
    """Whether a name after a word of the language can be nothing else."""
    if name is None or word.kind in ("qq", "bbm"):
        return True
    digits = sum(letter.isdigit() for letter in name.value)
    is_number = digits > 3 and not word.is_latin
    return is_number or (digits > 0 and "_" in name.value and name.value[0].isalpha())


def _is_meant(text: str, low: str, cued: _Cued, name: Name) -> bool:
    """Whether what follows a cue is a name rather than the sentence going on."""
    word, gap = cued.word, cued.gap
    if word.kind in ("qq", "qq-group"):
        return _number_is_meant(word, gap, name)
    if word.kind == "bbm":
        is_mixed = not name.value.isdecimal()
        return is_mixed or (gap.is_sign and word.word != "pin" and name.value[0] != "0")
    if name.is_apart:
        return not word.needs_sign or gap.has_mark
    if word.kind == "signal":
        return True
    if word.kind == "line" and name.value.isdecimal():
        return gap.has_id
    if word.kind in _NEEDS_ODD_LETTERS and not gap.has_at:
        return _is_odd(name.value) and (gap.is_sign or _has_digit_or_bar(name.value))
    if gap.has_at:
        return True
    if not name.is_plain and (gap.is_sign or not word.is_latin):
        return any(letter.isalpha() for letter in name.value)
    if not name.is_plain:
        return _has_digit_or_bar(name.value)
    if "." in name.value:
        before = low[max(0, cued.at.start - 3) : cued.at.start]
        is_announced = gap.has_mark or gap.has_id
        return is_dotted_name(text, name, is_announced, _BEGINS.search(before) is not None)
    return _plain_is_meant(text, low, cued, name)


def _plain_is_meant(text: str, low: str, cued: _Cued, name: Name) -> bool:
    """Whether a word that is written like any word is a name."""
    word, gap = cued.word, cued.gap
    is_korean = word.kind in ("line", "kakao") and "\uac00" <= word.word[-1] <= "\ud7a3"
    if word.kind in ("line", "kakao") and word.is_loose and not gap.has_id:
        return is_korean and gap.has_mark and is_plain_name(text, low, name)
    if not is_plain_name(text, low, name):
        return False
    return (
        gap.is_sign or is_korean or (word.kind == "wechat" and _is_among_han(low, cued, name.end))
    )


def _number_is_meant(word: CueWord, gap: Gap, name: Name) -> bool:
    """Whether digits after a word for QQ are a number of QQ."""
    fewest = 5 if gap.is_sign else 7 if word.needs_sign else 6
    return len(name.value) >= fewest


def _qq_as_wechat(low: str, cued: _Cued, setting: Setting, is_joined: bool) -> _Read | None:
    """Read a QQ number that stands where a WeChat id would, as WeChat lets people be found."""
    is_chinese = setting.region == "CN" and not cued.word.is_latin
    if cued.word.kind != "wechat" or not cued.gap.is_sign or not (is_chinese or is_joined):
        return None
    match = _QQ_AS_WECHAT.match(low, cued.gap.end)
    name = name_at(low, low, cued.gap.end, "qq") if match else None
    if match is None or name is None or name.end != match.end():
        return None
    return _Read("qq", name, "cue word + QQ number as WeChat", 0.7, "wechat")


def _is_among_han(low: str, cued: _Cued, end: int | None = None) -> bool:
    """Whether Chinese stands near a cue."""
    start = max(0, cued.at.start - _NEAR)
    return _HAN.search(low, start, (end or cued.gap.end) + _NEAR) is not None


def _is_odd(value: str) -> bool:
    """Whether a name holds what no plain word does."""
    return any(letter.isdigit() or letter in "._" for letter in value)


def _has_digit_or_bar(value: str) -> bool:
    """Whether a name begins with a letter and holds a digit or a low line."""
    return value[0].isalpha() and any(letter.isdigit() or letter == "_" for letter in value)


def _placed(read: _Read, span: tuple[int, int]) -> Found:
    """Make a contact detail of a name."""
    kind, value = read.kind, read.name.value
    if kind == "qq-group":
        kind, value, key = "invite", f"qq-group/{value}", f"invite:qq-group/{value}"
    elif kind in ("wechat", "qq", "bbm"):
        key = f"{kind}:{value}"
    else:
        key = keys.handle(kind, value)
    return Found(*span, kind, value, key, read.rule, read.confidence, read.channel)
