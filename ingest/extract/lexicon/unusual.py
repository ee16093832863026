"""Words that some accounts use more than others: which there are, and how unusual each is."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

import numpy as np
import numpy.typing as npt
import polars as pl
from ahocorasick_rs import AhoCorasick, MatchKind

from ingest.extract.folding import unify_all
from ingest.extract.names.folded import BREAK, fold_texts
from ingest.extract.names.matcher import bounded

PRIOR_ACCOUNTS = 10.0
"""How many accounts the prior counts as; it expects a word as often as all accounts use it."""

_LONG_SCRIPTS = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_SHORT_SCRIPTS = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff"
_PICTURES = r"\u2600-\u27bf\U0001f300-\U0001faff"
_RUN = re.compile(f"[{_LONG_SCRIPTS}]+|[{_SHORT_SCRIPTS}]+|[{_PICTURES}]")
_IS_UNSPACED = re.compile(f"[{_LONG_SCRIPTS}{_SHORT_SCRIPTS}{_PICTURES}]")
_IS_LONG = re.compile(f"[{_LONG_SCRIPTS}]")
_WORD = re.compile(r"[^\W\d_]{2,40}")
_SHORT_SIZES, _LONG_SIZES = (2, 3, 4), (3, 4, 5, 6, 7, 8)
_LONGEST_RUN = 400


def tokens(folded: str) -> Iterator[str]:
    """Give what may be a word in a folded text: words, pairs of words, pictures, character n-grams.

    Parameters
    ----------
    folded : str
        As `names.folded.fold_texts` writes a text.

    Yields
    ------
    str
        N-grams of two to four characters in Chinese, Japanese and Korean, of three to eight in
        Thai, Lao, Khmer and Burmese, single pictures, and in scripts with spaces words of letters
        and pairs of such words.
    """
    before = ""
    for piece in folded.split():
        if _IS_UNSPACED.search(piece):
            for run in _RUN.finditer(piece):
                yield from _grams(run[0][:_LONGEST_RUN])
            before = ""
        elif _WORD.fullmatch(piece):
            yield piece
            if before:
                yield f"{before} {piece}"
            before = piece
        else:
            before = ""


def used_by(texts: pl.Series, accounts: pl.Series) -> dict[str, set[str]]:
    """Tell which accounts use each token.

    Parameters
    ----------
    texts : Series of str
        Without nulls.
    accounts : Series of str
        Whose each text is.
    """
    found: dict[str, set[str]] = {}
    folded = fold_texts(unify_all(texts)).text.split(BREAK)[1:-1] if texts.len() else []
    for text, account in zip(folded, accounts, strict=True):
        for token in set(tokens(text)):
            found.setdefault(token, set()).add(account)
    return found


class Counter:
    """Counts, batch by batch, how many accounts use each of some tokens.

    Parameters
    ----------
    words : sequence of str
        Tokens, at least one.
    """

    def __init__(self, words: Sequence[str]) -> None:
        self._size = len(words)
        written = [bounded(word) for word in words]
        self._automaton = AhoCorasick(written, matchkind=MatchKind.Standard)
        self._seen = np.empty(0, dtype=np.int64)

    def add(self, texts: pl.Series, accounts: npt.NDArray[np.int64]) -> None:
        """Take texts and the number of the account that each is of."""
        if not texts.len():
            return
        folded = fold_texts(unify_all(texts))
        hits = self._automaton.find_matches_as_indexes(folded.text, overlapping=True)
        if not hits:
            return
        word, start, end = np.array(hits, dtype=np.int64).T
        inside = folded.places[np.minimum(start + 1, end - 1)]
        text = np.searchsorted(folded.starts, inside, side="right") - 1
        pairs = np.unique(accounts[text] * self._size + word)
        self._seen = np.union1d(self._seen, pairs)

    def counts(self) -> npt.NDArray[np.int64]:
        """Give how many accounts use each token so far, in their order."""
        return np.bincount(self._seen % self._size, minlength=self._size)


def unusualness(
    inside: npt.NDArray[np.int64], of_inside: int, outside: npt.NDArray[np.int64], of_outside: int
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Measure how much more often accounts inside use each word than those outside.

    Parameters
    ----------
    inside, outside : ndarray of int64
        Accounts that use each word.
    of_inside, of_outside : int
        Accounts in all.

    Returns
    -------
    (ndarray, ndarray)
        Difference of the log-odds that an account uses the word, and the same in standard errors;
        positive: inside more.

    Notes
    -----
    Log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008, doi
    10.1093/pan/mpn018), an account being one trial, so that nobody weighs more by posting more;
    the complement's share of the variance is kept. The prior is of `PRIOR_ACCOUNTS` accounts that
    use the word as often as all do.
    """
    shared = (inside + outside) / max(of_inside + of_outside, 1)
    prior = PRIOR_ACCOUNTS * shared
    sides = []
    variance = np.zeros(len(inside))
    for using, of_all in ((inside, of_inside), (outside, of_outside)):
        yes = using + prior
        no = of_all + PRIOR_ACCOUNTS - yes
        no = np.maximum(no, 1e-9)
        sides.append(np.log(np.maximum(yes, 1e-9) / no))
        variance += 1 / np.maximum(yes, 1e-9) + 1 / no
    difference = sides[0] - sides[1]
    return difference, difference / np.sqrt(variance)


def apart(words: Sequence[str]) -> list[int]:
    """Choose words none of which holds another, the first given first.

    Returns
    -------
    list of int
        Places of those chosen.
    """
    chosen: list[int] = []
    kept: list[str] = []
    for place, word in enumerate(words):
        written = bounded(word)
        if not any(written in other or other in written for other in kept):
            chosen.append(place)
            kept.append(written)
    return chosen


def without(words: Collection[str], known: Collection[str]) -> list[str]:
    """Leave out words that are known, or that hold a known word; sorted."""
    parts = frozenset(known)
    return sorted(
        word for word in words if word not in parts and not parts.intersection(word.split(" "))
    )


def _grams(run: str) -> Iterator[str]:
    """Character n-grams of a run of one kind of script; a picture as it is."""
    if len(run) == 1:
        if not re.match(f"[{_LONG_SCRIPTS}{_SHORT_SCRIPTS}]", run):
            yield run
        return
    for size in _LONG_SIZES if _IS_LONG.match(run) else _SHORT_SIZES:
        for start in range(len(run) - size + 1):
            yield run[start : start + size]
