"""The frozen numbers of same-person candidates, read from one checked file."""

from __future__ import annotations

import functools
import math
import tomllib
from importlib import resources

from pydantic import Field

from graph.calibration.frozen import Frozen, name_of


class Level(Frozen):
    """One way of agreeing: how often one person's accounts do (m), how many strangers (u·N)."""

    agree: float = Field(gt=0, le=1)
    strangers: float = Field(gt=0)


class Compared(Frozen):
    """What is compared: ``otherwise`` is how often one person's accounts differ in it (m)."""

    otherwise: float = Field(gt=0, le=1)


class Handle(Compared):
    """How handles weigh."""

    same: Level
    letters: Level
    near: Level
    strangers_short: float = Field(gt=0)
    strangers_name: float = Field(gt=0)
    least_letters: int = Field(gt=1)
    many_letters: int = Field(gt=1)


class Name(Compared):
    """How display names weigh."""

    same: Level
    strangers_long: float = Field(gt=0)
    many_letters: int = Field(gt=1)


class Bio(Compared):
    """How descriptions weigh."""

    same: Level
    strangers_short: float = Field(gt=0)
    least_bytes: int = Field(gt=1)
    many_bytes: int = Field(gt=1)


class Details(Compared):
    """How contact details weigh: one's own given by the other, those of two, of few, of many."""

    points: Level
    several: Level
    one: Level
    few: Level
    many: Level
    few_accounts: int = Field(gt=1)


class Texts(Compared):
    """How re-used texts weigh: ``several`` and ``few`` are those of two accounts only."""

    several: Level
    few: Level
    two: Level
    one: Level


class Phrases(Compared):
    """How re-used phrases weigh, what they are, and how much is read."""

    several: Level
    few: Level
    one: Level
    words: int = Field(gt=1)
    least: int = Field(gt=0)
    few_phrases: int = Field(gt=0)
    several_phrases: int = Field(gt=0)
    most_texts: int = Field(gt=0)
    most_words: int = Field(gt=0)


class Pictures(Compared):
    """How shared pictures weigh."""

    few: Level
    two: Level
    one: Level


class Further(Frozen):
    """What further evidence of a family adds at most, in bits."""

    called: float = Field(ge=0)
    shown: float = Field(ge=0)


class Words(Frozen):
    """Words that identify nobody."""

    generic: tuple[str, ...]


class Numbers(Frozen):
    """Every number of the comparison; see the comments in ``candidates.toml``."""

    version: str
    population: int = Field(gt=1)
    others: float = Field(gt=0)
    threshold_bits: float
    most_accounts_per_value: int = Field(gt=1)
    most_descriptions: int = Field(gt=0)
    most_shared_details: int = Field(gt=0)
    further_bits: Further
    handle: Handle
    name: Name
    bio: Bio
    details: Details
    texts: Texts
    phrases: Phrases
    pictures: Pictures
    words: Words

    @property
    def prior(self) -> float:
        """Probability that one person is behind two accounts about which nothing is known."""
        return self.others / self.population

    @property
    def prior_bits(self) -> float:
        """The same as log-odds, in bits, as far as so small a number differs from its odds."""
        return math.log2(self.prior)

    @property
    def fingerprint(self) -> str:
        """Version and fingerprint: two of one name are the same."""
        return name_of(self, self.version)


@functools.cache
def shipped_numbers() -> Numbers:
    """Read the numbers that the program comes with."""
    text = (
        resources.files("graph.one_person").joinpath("candidates.toml").read_text(encoding="utf-8")
    )
    return Numbers.model_validate(tomllib.loads(text))
