"""Words as regular expressions: alternatives that end where a word ends in their script."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import resources
from tomllib import loads
from typing import Any

from ingest.extract.folding import unify

_WITHOUT_SPACES = ((0x0E00, 0x109F), (0x1780, 0x17FF), (0x2E80, 0x1FFFF))
_UNSPACED = "".join(f"{chr(low)}-{chr(high)}" for low, high in _WITHOUT_SPACES)
_END = rf"(?:(?![^\W\d_])|(?=[{_UNSPACED}]))"

_Tree = dict[str, "_Tree"]
"""Words by their characters; an empty character where one may end."""


def table(name: str) -> dict[str, Any]:
    """Read a table that is shipped beside this module, its characters written one way."""
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    return loads(unify(text))


def lowered(text: str) -> str:
    """Write a unified text in lower case so that every offset stays.

    Parameters
    ----------
    text : str

    Returns
    -------
    str
        Of the same length; a letter whose lower case is longer (``İ``) becomes its first letter.
    """
    folded = text.lower()
    return folded if len(folded) == len(text) else "".join(char.lower()[0] for char in text)


def any_of(words: Iterable[str], *, whole: bool = False) -> str:
    """Write a regular expression that matches one of some words, to the end of the word.

    Parameters
    ----------
    words : iterable of str
        As `lowered` writes them. In scripts that put no spaces between words, and behind signs,
        letters may follow.
    whole : bool
        Whether a word must also begin where it does.

    Returns
    -------
    str
        A group; the longest word is tried first, and only where one may begin.
    """
    known = set(words)
    ending = {word for word in known if _needs_end(word)}
    begun = {word[:size] for word in ending for size in range(1, len(word))}
    free = known - ending
    groups = [
        _alternatives(_tree(free - begun)),
        _alternatives(_tree(ending)) + _END if ending else "",
        _alternatives(_tree(free & begun)),
    ]
    begin = r"(?:(?<![^\W\d_])|(?<=[" + _UNSPACED + "]))" if whole else ""
    return f"{begin}(?:{'|'.join(group for group in groups if group)})"


def starts_of(words: Iterable[str]) -> re.Pattern[str]:
    """Compile a pattern that matches the first character wherever `any_of` whole words match.

    Parameters
    ----------
    words : iterable of str

    Returns
    -------
    Pattern
        Quick, because it begins with a class.
    """
    known = set(words)
    first = re.escape("".join(sorted({word[0] for word in known})))
    return re.compile(
        rf"[{first}](?:(?<![^\W\d_].)|(?<=[{_UNSPACED}].))(?<=(?={any_of(known)}).)", re.DOTALL
    )


def loosely_any_of(words: Iterable[str], *, begin: bool = False, end: bool = False) -> str:
    """Write a regular expression without look-around that matches wherever `any_of` does.

    Parameters
    ----------
    words : iterable of str
    begin, end : bool
        Whether to leave out what begins or ends inside a word of ASCII letters and digits.
    """
    edge = r"(?-u:\b)"
    branches = [
        (edge if begin and _is_ascii_letter(word[0]) else "")
        + re.escape(word)
        + (edge if end and _is_ascii_letter(word[-1]) else "")
        for word in sorted(set(words))
    ]
    return f"(?:{'|'.join(branches)})"


def _is_ascii_letter(char: str) -> bool:
    """Whether a character is one of a to z."""
    return char.isascii() and char.isalpha()


def _needs_end(word: str) -> bool:
    """Whether no letter may follow a word."""
    last = word[-1]
    return last.isalpha() and not any(low <= ord(last) <= high for low, high in _WITHOUT_SPACES)


def _tree(words: Iterable[str]) -> _Tree:
    """Put words together by their characters."""
    tree: _Tree = {}
    for word in words:
        node = tree
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return tree


def _alternatives(tree: _Tree) -> str:
    """Write a tree of words as a regular expression; the longest is tried first."""
    branches = [
        re.escape(char) + _alternatives(rest) for char, rest in sorted(tree.items()) if char
    ]
    if "" in tree or not branches:
        branches.append("")
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
