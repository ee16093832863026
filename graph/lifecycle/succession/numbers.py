"""The frozen numbers of successors, read from one checked file."""

from __future__ import annotations

import functools
import math
import tomllib
from importlib import resources

from pydantic import Field

from graph.calibration.frozen import Frozen, name_of


class Sides(Frozen):
    """Who may be a new, and who an old account."""

    new_days: float = Field(gt=0)
    collected_days: int = Field(ge=0)
    uncollected_bits: float = Field(le=0)
    overlap_days: float = Field(ge=0)
    most_gap_days: float = Field(gt=0)
    close_days: float = Field(ge=0)
    silent_days: float = Field(gt=0)
    usual_gaps: float = Field(gt=0)


class Timing(Frozen):
    """How soon successors come, and newcomers anyway."""

    prompt: float = Field(gt=0, lt=1)
    early: float = Field(gt=0, lt=1)
    mean_days: float = Field(gt=0)
    reference_days: int = Field(gt=1)
    around_days: int = Field(ge=0)
    least_arrivals: int = Field(ge=1)


class Kind(Frozen):
    """How often an operation's accounts agree in a detail, and how many strangers do."""

    agree: float = Field(gt=0, le=1)
    stray: float = Field(gt=0)


class Details(Frozen):
    """How contact details weigh."""

    phone: Kind
    other: Kind
    named: Kind
    recycled: float = Field(gt=0)
    recycled_from_days: float = Field(ge=0)
    recycled_to_days: float = Field(gt=0)
    most_shared: int = Field(gt=0)
    most_accounts: int = Field(gt=1)
    cap_bits: float = Field(gt=0)


class Copies(Frozen):
    """How texts or pictures weigh, which strangers copy."""

    agree: float = Field(gt=0, le=1)
    stray: float = Field(gt=0)
    house_stray: float = Field(gt=0)
    intercept: float
    slope: float = Field(ge=0)
    further_bits: float = Field(ge=0)


class Content(Frozen):
    """What texts and pictures together give at most."""

    cap_bits: float = Field(gt=0)
    beside_bits: float = Field(ge=0)


class Called(Frozen):
    """What a second way of being called alike adds at most."""

    further_bits: float = Field(ge=0)


class Structure(Frozen):
    """How shared groups and roles weigh."""

    reliability: float = Field(ge=0, le=1)
    cap_bits: float = Field(ge=0)
    role_bits: float = Field(ge=0)


class Groups(Frozen):
    """How successor groups are told."""

    population: int = Field(gt=1)
    olds: float = Field(gt=0)
    living: float = Field(gt=0)
    threshold_bits: float
    silent_days: float = Field(gt=0)
    overlap_days: float = Field(ge=0)
    most_gap_days: float = Field(gt=0)
    mean_days: float = Field(gt=0)
    poster_reliability: float = Field(ge=0, le=1)
    poster_cap_bits: float = Field(ge=0)
    least_posters: int = Field(ge=1)
    name_agree: float = Field(gt=0, le=1)
    name_alike: float = Field(gt=0, le=100)
    least_letters: int = Field(ge=1)
    administrator_bits: float = Field(ge=0)
    text_bits: float = Field(ge=0)
    text_cap_bits: float = Field(ge=0)

    @property
    def prior_bits(self) -> float:
        """Log-odds, in bits, that a new group carries on from one not seen any more."""
        return math.log2(self.olds / self.population)

    @property
    def living_bits(self) -> float:
        """The same that it is of one market with a group that goes on."""
        return math.log2(self.living / self.population)


class Numbers(Frozen):
    """Every number of successors; see the comments in ``numbers.toml``."""

    version: str
    population: int = Field(gt=1)
    olds: float = Field(gt=0)
    operations: float = Field(gt=0)
    threshold_bits: float
    most_rivals: int = Field(ge=1)
    sides: Sides
    timing: Timing
    details: Details
    texts: Copies
    pictures: Copies
    content: Content
    called: Called
    structure: Structure
    groups: Groups

    @property
    def prior_bits(self) -> float:
        """Log-odds, in bits, that a new account carries on from a given one."""
        return math.log2(self.olds / self.population)

    @property
    def joining_bits(self) -> float:
        """The same that it is a new member beside given accounts that are still active."""
        return math.log2(self.operations / self.population)

    @property
    def fingerprint(self) -> str:
        """Version and fingerprint: two of one name are the same."""
        return name_of(self, self.version)


@functools.cache
def shipped_numbers() -> Numbers:
    """Read the numbers that the program comes with."""
    file = resources.files("graph.lifecycle.succession").joinpath("numbers.toml")
    return Numbers.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
