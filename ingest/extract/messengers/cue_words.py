"""Words that announce a name, wherever they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from ingest.extract.folding import IGNORED
from ingest.extract.lexicon.cues import Cues

KINDS = (
    "telegram", "instagram", "tiktok", "facebook", "line", "kakao", "zalo", "signal", "wechat",
    "qq", "qq-group", "bbm",
)  # fmt: skip
"""What names are looked for after cues; ``qq-group`` numbers a group of QQ."""

_ONE_LETTER = {"wechat-short": "wechat", "qq-short": "qq", "bbm-short": "bbm"}
"""Cues that are hardly words: they count between Chinese words, or before what is decisive."""

_WORDS = frozenset({
    "line", "signal", "tt", "zl", "dalo", "飞机", "飛機", "小飞机", "卫星", "衛星", "企鹅",
    "企鵝", "球球", "口口", "秋秋", "微星", "赖", "лайн", "сигнал", "เฟส", "tik tok", "we chat",
    "face book",
})  # fmt: skip
"""Words of the language as well: something else must show that a name follows."""

_LOOSE = frozenset({
    "fb", "face", "tele", "kakao", "라인", "ライン", "텔레", "카카오", "カカオ", "телега",
})  # fmt: skip
"""After these a name must look like none of the language's words."""

_BREAKS = " .-/·_*|"
_MARK_BEHIND = re.compile(" ?[:=]")
_ADDING = "加+➕"
_BROKEN = frozenset({"wechat", "qq"})


class CueWord(NamedTuple):
    """A word that announces a name.

    Attributes
    ----------
    kind : str
        One of `KINDS`.
    word : str
        In lower case.
    needs_sign : bool
        Whether something else must show that a name follows.
    is_loose : bool
        Whether plain words after it are hardly names.
    is_short : bool
        Whether it counts between Chinese words only.
    is_latin : bool
        Whether it ends with an ASCII letter.
    """

    kind: str
    word: str
    needs_sign: bool
    is_loose: bool
    is_short: bool
    is_latin: bool


class CueAt(NamedTuple):
    """A cue at a place of a text."""

    start: int
    end: int
    cue: CueWord


def is_spaced(letter: str) -> bool:
    """Whether a character is a letter or digit of a script with spaces between words."""
    return letter.isalnum() and (
        letter < "\u0e00" or "\u10a0" <= letter < "\u1200" or ("\u1e00" <= letter < "\u2000")
    )


@lru_cache(maxsize=16)
def words_of(cues: Cues) -> tuple[CueWord, ...]:
    """Give every cue for a name, with variants whose letters stand apart.

    Parameters
    ----------
    cues : Cues

    Returns
    -------
    tuple of CueWord
        Each word once, of the kind that is first in `KINDS`.
    """
    words: dict[str, CueWord] = {}
    for kind in KINDS:
        for word in (each.replace(IGNORED, "") for each in cues.of(kind)):
            _add(words, kind, word, word in _WORDS)
            if kind in _BROKEN and len(word) == 2:
                for mark in _BREAKS:
                    _add(words, kind, word[0] + mark + word[1], word.isascii())
    for name, kind in _ONE_LETTER.items():
        for word in cues.of(name):
            _add(words, kind, word, True, is_short=kind != "bbm")
    return tuple(words.values())


def _add(
    words: dict[str, CueWord], kind: str, word: str, needs_sign: bool, is_short: bool = False
) -> None:
    """Add a word that is not there yet."""
    if word:
        is_latin = word[-1].isascii() and word[-1].isalpha()
        is_loose = needs_sign or word in _LOOSE
        words.setdefault(word, CueWord(kind, word, needs_sign, is_loose, is_short, is_latin))


@lru_cache(maxsize=16)
def _automaton(cues: Cues) -> tuple[Sequence[CueWord], AhoCorasick | None]:
    """Build what finds every cue at once."""
    words = words_of(cues)
    patterns = [each.word for each in words]
    return words, AhoCorasick(patterns, matchkind=MatchKind.Standard) if patterns else None


def find_cues(text: str, cues: Cues) -> list[CueAt]:
    """Find the cues that stand as words of their own.

    Parameters
    ----------
    text : str
        In lower case, without what shows nothing.
    cues : Cues

    Returns
    -------
    list of CueAt
        In order of their places, none within another.
    """
    words, automaton = _automaton(cues)
    if automaton is None:
        return []
    found = [
        CueAt(start, end, words[place])
        for place, start, end in automaton.find_matches_as_indexes(text, overlapping=True)
        if _stands_alone(text, start, end, words[place])
    ]
    kept: list[CueAt] = []
    for each in sorted(found, key=lambda item: (item.start, -item.end)):
        if not kept or each.end > kept[-1].end:
            kept.append(each)
    return kept


def _stands_alone(text: str, start: int, end: int, cue: CueWord) -> bool:
    """Whether a cue is no part of a longer word."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before and is_spaced(text[start]) and (is_spaced(before) or before in "_@-"):
        has_mark = _MARK_BEHIND.match(text, end) is not None
        if not (before.isdigit() and text[start].isalpha() and has_mark):
            return False
    if not after or not is_spaced(text[end - 1]):
        return True
    if after.isdigit():
        return cue.kind in ("qq", "qq-group") or not cue.is_latin
    if not is_spaced(after) and after != "_":
        return True
    if cue.kind == "wechat" and cue.word[0] in _ADDING:
        return after != "_"
    next_letter = text[end + 2 : end + 3]
    return text.startswith("id", end) and not is_spaced(next_letter) and next_letter != "_"
