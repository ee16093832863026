"""What stands beside a run of digits, and whether it lets the run be a telephone number."""

from __future__ import annotations

import re
from typing import NamedTuple

from ingest.extract.folding import IGNORED
from ingest.extract.phones.alternatives import any_of
from ingest.extract.phones.vocabulary import plain, vocabulary

_BANK_WORDS = frozenset({
    "rek", "norek", "rekening", "bca", "bri", "bni", "bsi", "mandiri", "cimb", "danamon", "kbank",
    "scb", "ktb", "vietcombank", "vcb", "techcombank", "stk", "iban", "acc", "acct", "account",
    "paybill", "till",
})  # fmt: skip
"""Between these and the number other words may stand."""

_NUMBER_WORDS = frozenset({
    "n", "no", "nr", "nº", "number", "nomor", "numero", "número", "num", "id", "code", "رقم",
})  # fmt: skip

_NUMBER_SIGNS = "#°№. "
_LEAST_LETTERS = 3
_DIGIT_WORDS = frozenset(word for word, kind in vocabulary().kinds.items() if kind != "bar")
_DIGIT_NAMES = any_of(word for word in vocabulary().written if len(word) >= _LEAST_LETTERS)
_LOOK_ALIKE = re.compile(r"(?!il$)[OoLlIi|]{1,3}")
_NUMERALS = "〇○●零一二三四五六七八九十壹贰叁肆伍陆柒捌玖"
_MASKS = "*•#_…&=@\\|×●□■█"

_TAIL_REVERSED = re.compile(r"[^0-9\n\x00]*")
_WORD = re.compile(r"[^\W\d_]+")
_GAP_REVERSED = re.compile(rf"[ \t.:=/{IGNORED}-]*")
_DIGIT_LIKE = rf"[ .-]{{1,3}}(?:[OolI]{{1,3}}|[|](?! )|{_DIGIT_NAMES})(?![^\W\d_])"
_HIDDEN = (
    r"[*xX•#●…×✕✖\u2580-\u25ff⬛⬜🙈]|\?{2}|[.]{4,6}|[.]{3}[ ]*(?:\x00|$|see more|lihat)"
    r"| (?:[xX]{2,4}(?![^\W_])|[*]{2,4}(?![*]))|-[A-Za-z]{1,2}(?![A-Za-z])"
)
_GOES_ON = re.compile(
    rf"(?:{_DIGIT_LIKE}){{2}}|{_DIGIT_LIKE}(?! ?[A-Za-z]{{2}})"
    rf"|{_HIDDEN}|_",
    re.IGNORECASE,
)
_MASKED = re.compile(rf"{_HIDDEN}|[_=@]", re.IGNORECASE)
_GLUED_WORD = re.compile(r"(?:wa|whatsapp|call|sms|telp?)(?![^\W\d_])", re.IGNORECASE)
_HOLDER = re.compile(r" ?a[/.]? ?n[. :]", re.IGNORECASE)
_COUNTS = re.compile(
    r" ?(?:views?|likes?|followers?|subs|subscribers?|members?|downloads?|points?|pengikut|vues|"
    r"abonnés|seguidores|visualizações|visitas|次|粉丝|浏览)(?![^\W\d_])",
    re.IGNORECASE,
)
_NEXT_WORD = re.compile(r" ?[^\W\d_]{2}")


class OtherWords(NamedTuple):
    """Words that announce numbers that are no telephone numbers.

    Attributes
    ----------
    single : frozenset of str
        Of letters alone.
    by_word : frozenset of str
        Of letters alone: those that announce only with a word for number after them.
    endings : tuple of str
        Those that may stand right behind other letters, or hold more than letters.
    """

    single: frozenset[str]
    by_word: frozenset[str]
    endings: tuple[str, ...]


class Before(NamedTuple):
    """The text before a candidate, as far back as the last digit or line break.

    Attributes
    ----------
    last : str
        The character right before the candidate; empty at the beginning.
    words : list of str
        Words in lower case.
    last_word : str
        The last of them as it is written; empty without any.
    gap : str
        What stands between the last word and the candidate.
    sign : str
        The last character that is neither a space nor a mark that may follow a word.
    follows_digit : bool
        Whether a digit and one mark stand right before the candidate.
    near : str
        All of it, in lower case, up to the last word or sign.
    """

    last: str
    words: list[str]
    last_word: str
    gap: str
    sign: str
    follows_digit: bool
    near: str

    @classmethod
    def of(cls, text: str) -> Before:
        """Look at the text before a candidate."""
        backwards = text[::-1]
        tail = _TAIL_REVERSED.match(backwards)
        length = tail.end() if tail else 0
        written = _WORD.findall(backwards[:length][::-1])
        near = backwards[:length][::-1].lower()
        gap = _GAP_REVERSED.match(backwards)
        gap_length = gap.end() if gap else 0
        return cls(
            text[-1:],
            [word.lower() for word in written],
            written[-1] if written else "",
            text[len(text) - gap_length :],
            backwards[gap_length : gap_length + 1],
            length == 1 and len(text) > 1 and text[-1] in ",:'’" and text[-2].isdigit(),
            near[: max(0, len(near) - gap_length)].rstrip(_NUMBER_SIGNS),
        )

    def announces_other(self, known: OtherWords) -> bool:
        """Whether a word, one of those given or of a bank, tells of another kind of number."""
        words = known.single
        if self.last == "#" or not _BANK_WORDS.isdisjoint(self.words[-3:]):
            return True
        if self.near.endswith(known.endings) and not self._is_in_a_word(known.endings):
            return True
        if not self.words or not (self.sign.isalpha() or self.sign in _NUMBER_SIGNS):
            return False
        *others, last = self.words
        return last in words or (
            last in _NUMBER_WORDS
            and bool(others)
            and (others[-1] in words or others[-1] in known.by_word)
        )

    def _is_in_a_word(self, endings: tuple[str, ...]) -> bool:
        """Whether what ends here is the end of a longer word, in a script with spaces."""
        longest = max((word for word in endings if self.near.endswith(word)), key=len)
        beside = self.near[: -len(longest)][-1:]
        return longest[0] < "\u0e00" and beside.isalpha()

    def is_masked(self) -> bool:
        """Whether a sign right before a candidate may hide a digit, or makes it a name."""
        return self.last != "" and (self.last in _MASKS or self.follows_digit)

    def belongs_to_number(self, is_glued_word: bool, begins: bool) -> bool:
        """Whether what stands right before a candidate may be part of it.

        Parameters
        ----------
        is_glued_word : bool
            Whether letters right before it are a word that announces a telephone number.
        begins : bool
            Whether the candidate begins as only a whole number does: no word is its first digit.
        """
        if not self.last:
            return False
        if self.last in _NUMERALS:
            return True
        if self.last.isalpha():
            return self.last < "\u0530" and not is_glued_word
        if self.last in _MASKS or self.follows_digit:
            return True
        if self.gap == "-" and self.sign.isalpha():
            return not is_glued_word
        return (
            not begins
            and self.sign.isalpha()
            and bool(self.words)
            and (
                plain(self.words[-1]) in _DIGIT_WORDS
                or _LOOK_ALIKE.fullmatch(self.last_word) is not None
            )
        )


def goes_on(after: str) -> bool:
    """Whether what follows a candidate may be part of it.

    Parameters
    ----------
    after : str
        The text after the candidate.
    """
    if after[:1].isalpha() and (after[0] < "\u0530" or after[0] in _NUMERALS):
        return _GLUED_WORD.match(after) is None
    return (after[:1] != "" and after[0] in _NUMERALS) or _GOES_ON.match(after) is not None


def is_masked(after: str) -> bool:
    """Whether signs after a candidate hide digits, or the text is cut off there."""
    return _MASKED.match(after) is not None


def names_holder(after: str) -> bool:
    """Whether ``a/n``, in the name of, follows: the number is a bank account's."""
    return _HOLDER.match(after) is not None


def counts_something(after: str) -> bool:
    """Whether what follows says how many people looked, liked or follow."""
    return _COUNTS.match(after) is not None


def is_word_next(after: str) -> bool:
    """Whether a word follows, so that a last short number counts what the word names."""
    return _NEXT_WORD.match(after) is not None
