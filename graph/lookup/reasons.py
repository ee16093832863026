"""Why two accounts are tied: the evidence that a tie in the graph carries."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Reason:
    """One piece of evidence for (or against) a tie.

    Attributes
    ----------
    layer, family : str
        What kind of evidence, and what it depends on together with.
    shared : str or None
        The value that both share; None for what speaks against.
    bits : float
        What it weighs alone.
    counted : bool
        Whether it entered the score.
    posts : tuple of str
        Keys of posts that show it.
    sentence : str
        The same for a person.
    """

    layer: str
    family: str
    shared: str | None
    bits: float
    counted: bool
    posts: tuple[str, ...]
    sentence: str


def read_evidence(evidence: list[str]) -> tuple[Reason, ...]:
    """Read the evidence of a tie as `graph.results.write_results` wrote it, in its order."""
    return tuple(_reason(json.loads(each)) for each in evidence)


def _reason(found: dict[str, Any]) -> Reason:
    """Make a reason of one piece of evidence."""
    return Reason(**{**found, "posts": tuple(found["posts"] or ())})
