"""Banks: the words that name them, their countries, and the length of their account numbers."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import NamedTuple

import yaml

from ingest.extract.folding import unify


class Bank(NamedTuple):
    """A bank in one country.

    Attributes
    ----------
    country : str
        ISO 3166 code.
    name : str
        Short name in capitals, as in the keys of accounts.
    lengths : tuple of int
        How many digits its account numbers have; empty: not known.
    """

    country: str
    name: str
    lengths: tuple[int, ...]


class Listed(NamedTuple):
    """All banks, by the words that name them, and the words that also mean something else."""

    by_word: dict[str, tuple[Bank, ...]]
    everyday: frozenset[str]


@cache
def listed() -> Listed:
    """Read the list of banks that is shipped."""
    text = resources.files(__package__).joinpath("banks.yaml").read_text(encoding="utf-8")
    content = yaml.safe_load(text)
    everyday = frozenset(unify(word).lower() for word in content.pop("everyday"))
    by_word: dict[str, tuple[Bank, ...]] = {}
    for country, banks in content.items():
        for name, (words, lengths) in banks.items():
            for word in words:
                key = unify(word).lower()
                by_word[key] = (*by_word.get(key, ()), Bank(country, name, tuple(lengths)))
    return Listed(by_word, everyday)


def meant(words: Iterable[str], length: int, countries: Iterable[str | None]) -> Bank | None:
    """Tell which bank is meant.

    Parameters
    ----------
    words : iterable of str
        Words that name banks, the nearest to the number first.
    length : int
        Digits of the account number.
    countries : iterable of (str or None)
        Countries that are told, the surest first; None tells nothing.

    Returns
    -------
    Bank or None
        Of banks of the same name in several countries the one in a told country, else the one
        whose numbers have this length; None where that does not decide.
    """
    told = [country for country in countries if country]
    named = [listed().by_word[word] for word in words]
    fitting = [bank for banks in named for bank in banks if length in bank.lengths]
    for banks in (fitting, named[0] if named else ()):
        for country in told:
            chosen = [bank for bank in banks if bank.country == country]
            if chosen:
                return chosen[0]
        if len({bank.country for bank in banks}) == 1:
            return banks[0]
    return None
