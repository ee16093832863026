"""The calibration: the frozen numbers of the evidence model, read from one checked file."""

from __future__ import annotations

import math
import tomllib
from pathlib import Path

from pydantic import Field, ValidationError, model_validator

from graph.calibration.frozen import Frozen, name_of
from graph.errors import WorkspaceError

SUPPORTING = ("structure", "name", "timing")
"""Families of evidence that support a tie which other evidence suggests and never make one."""


class DetailKind(Frozen):
    """One kind of contact detail: how often partners agree, and strangers by chance."""

    agree: float = Field(gt=0, lt=1)
    stray: float = Field(gt=0)
    recycled: float | None = Field(default=None, gt=0)


class Caps(Frozen):
    """What a family or layer may give a pair at most (and disagreement at the least), in bits."""

    identifier: float = Field(gt=0)
    content: float = Field(gt=0)
    structure: float = Field(gt=0)
    name: float = Field(gt=0)
    timing: float = Field(gt=0)
    disagreement: float = Field(le=0)
    co_membership: float = Field(gt=0)
    rhythm: float = Field(gt=0)

    @property
    def of_families(self) -> dict[str, float]:
        """The cap of each family of evidence."""
        return self.model_dump(include={"identifier", "content", *SUPPORTING})

    @property
    def of_layers(self) -> dict[str, float]:
        """The cap of each layer that has one of its own within its family's."""
        return self.model_dump(include={"co_membership", "rhythm"})


class Recycling(Frozen):
    """Between how many days apart two uses of a value come to look like two owners."""

    from_days: float = Field(ge=0)
    to_days: float = Field(gt=0)


class Lists(Frozen):
    """When an account's shared details come to look like a list of other people's."""

    own_details: int = Field(ge=0)
    quoted: float = Field(ge=0, le=1)
    pasted: float = Field(ge=0, le=1)


class Copies(Frozen):
    """How what strangers copy weighs: near-identical texts or pictures."""

    agree: float = Field(gt=0, lt=1)
    stray: float = Field(gt=0)
    house_stray: float = Field(gt=0)
    intercept: float
    slope: float = Field(ge=0)
    further_bits: float = Field(ge=0)
    house_further_bits: float = Field(ge=0)


class TextFamily(Copies):
    """How near-identical texts weigh, and how near they must be."""

    similarity: float = Field(gt=0, le=1)


class CoMembership(Frozen):
    """How shared groups weigh."""

    reliability: float = Field(ge=0, le=1)
    largest_group: int = Field(gt=1)
    least_groups: int = Field(ge=1)


class AdministeredGroup(Frozen):
    """How administering the same group weighs."""

    reliability: float = Field(ge=0, le=1)
    most_administrators: int = Field(gt=1)
    members_for_a_volunteer: float = Field(gt=0)


class Circle(Frozen):
    """How being among the few who pass on, or mention, the same weighs."""

    reliability: float = Field(ge=0, le=1)
    most_accounts: int = Field(gt=1)
    stray: float = Field(ge=0)


class Name(Frozen):
    """How names that are alike weigh."""

    agree: float = Field(gt=0, lt=1)
    handle_stray: float = Field(gt=0)
    name_stray: float = Field(gt=0)
    similarity: float = Field(gt=0, le=1)


class Move(Frozen):
    """How joining, leaving or being renamed together weighs."""

    reliability: float = Field(ge=0, le=1)
    window_hours: float = Field(gt=0)


class Rhythm(Frozen):
    """How posting at the same hours of the week weighs."""

    reliability: float = Field(ge=0, le=1)
    least_posts: int = Field(gt=1)
    least_others: int = Field(gt=1)
    prior_posts: float = Field(gt=0)


class Hubs(Frozen):
    """When a shared value is a hub."""

    intercept: float
    slope: float = Field(gt=0)
    else_hub: float = Field(gt=0, lt=1)
    else_operation: float = Field(gt=0, lt=1)
    own_hub: float = Field(gt=0, lt=1)
    own_operation: float = Field(gt=0, lt=1)
    own_at_most: float = Field(ge=0)
    rare_value: int = Field(gt=1)
    same_hands: float = Field(gt=0, le=1)
    same_hands_from: int = Field(gt=1)
    small_group: int = Field(gt=1)
    least_accounts: int = Field(gt=1)


class Stability(Frozen):
    """How often the clusters are found again on resampled evidence."""

    runs: int = Field(ge=1)


class Calibration(Frozen):
    """Every number of the evidence model; see the comments in ``calibration.toml``."""

    version: str
    population: int = Field(gt=1)
    partners: float = Field(gt=0)
    threshold_bits: float
    resolution: float = Field(gt=0)
    most_accounts_per_value: int = Field(gt=1)
    caps_bits: Caps
    contact_details: dict[str, DetailKind]
    papers: dict[str, DetailKind]
    recycling: Recycling
    lists: Lists
    text_family: TextFamily
    image_family: Copies
    co_membership: CoMembership
    administered_group: AdministeredGroup
    forward: Circle
    mention: Circle
    name_likeness: Name
    move: Move
    rhythm: Rhythm
    hubs: Hubs
    stability: Stability

    @model_validator(mode="after")
    def _support_makes_no_tie(self) -> Calibration:
        """Supporting evidence alone, all of it at its caps, stays below the threshold."""
        most = sum(self.caps_bits.of_families[family] for family in SUPPORTING)
        if most + self.prior_bits >= self.threshold_bits:
            raise ValueError(
                f"the caps of {', '.join(SUPPORTING)} together make a tie without other evidence"
            )
        return self

    @property
    def prior_bits(self) -> float:
        """Log-odds, in bits, that two accounts about whom nothing is known work together."""
        return math.log2(self.partners / self.population)

    @property
    def name(self) -> str:
        """Version and fingerprint: two calibrations of one name are the same."""
        return name_of(self, self.version)


def read_calibration(path: Path) -> Calibration:
    """Read and check a calibration file.

    Parameters
    ----------
    path : Path
        A TOML file with the keys of the shipped ``calibration.toml``.

    Returns
    -------
    Calibration

    Raises
    ------
    WorkspaceError
        If the file is missing, is not TOML, lacks a key, or holds a value out of range.
    """
    try:
        return Calibration.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise WorkspaceError(
            f"{path}: {place}: {first['msg'].lower()}; restore the shipped calibration."
        ) from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise WorkspaceError(
            f"{path}: the calibration cannot be read ({error}); restore the shipped calibration."
        ) from None
