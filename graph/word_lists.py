"""Lists of words in files beside the code, each with its language, its source and if checked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from graph.errors import AnalysisError

_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_INSIDE = r"[^\p{L}\p{M}\p{N}_]"


class Words(BaseModel):
    """Words of one language that say the same kind of thing.

    Attributes
    ----------
    language : str
        ISO 639-1, or ``any``.
    words : tuple of str
        Whole words or phrases; one that ends in ``*`` stands for all words that begin so.
    source : str
        Where they come from.
    checked : bool
        Whether somebody who speaks the language went through them.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    language: str = Field(pattern=r"^([a-z]{2}|any)$")
    words: tuple[str, ...] = Field(min_length=1)
    source: str = Field(min_length=1)
    checked: bool


WordLists = Mapping[str, tuple[Words, ...]]


@cache
def read_word_lists(file_name: str) -> WordLists:
    """Read a file of word lists of this package.

    Parameters
    ----------
    file_name : str
        Below ``graph``, such as ``dossier/alternatives.yaml``.

    Returns
    -------
    mapping of str to tuple of Words
        By the name of what the words say.

    Raises
    ------
    AnalysisError
        If the file does not hold lists of words as they have to be.
    """
    try:
        found = yaml.safe_load(_text(file_name))
        return TypeAdapter(dict[str, tuple[Words, ...]]).validate_python(found)
    except (yaml.YAMLError, ValidationError) as error:
        raise AnalysisError(
            f"graph/{file_name}: the word lists cannot be read "
            f"({str(error).splitlines()[0]}); restore the shipped file."
        ) from None


def fingerprint(*file_names: str) -> str:
    """All that the files hold, for telling apart what was found with other words."""
    return "\x1f".join(_text(name) for name in file_names)


def pattern(lists: Iterable[Words]) -> str:
    """A regular expression, for Polars, that finds any of the words in any case.

    Notes
    -----
    Words of scripts without spaces are found anywhere, others only where they stand alone.
    """
    words = sorted({word for each in lists for word in each.words}, key=lambda it: (-len(it), it))
    joined = [_written(word) for word in words if not _UNSPACED.search(word)]
    parts = [re.escape(word) for word in words if _UNSPACED.search(word)]
    if joined:
        parts.append(f"(?:^|{_INSIDE})(?:{'|'.join(joined)})(?:$|{_INSIDE})")
    return f"(?i)(?:{'|'.join(parts)})"


def _written(word: str) -> str:
    """One word or phrase, its spaces of any kind and length."""
    stem = r"\s+".join(re.escape(part) for part in word.removesuffix("*").split())
    return stem + (r"[\p{L}\p{M}\p{N}]*" if word.endswith("*") else "")


def _text(file_name: str) -> str:
    """A file of this package."""
    return resources.files("graph").joinpath(file_name).read_text(encoding="utf-8")
