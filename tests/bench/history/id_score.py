"""Whether a ring keeps one id for as long as it lasts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from tests.bench.history.truth import Lasting, Truth


class IdScore(NamedTuple):
    """How steady ids are.

    Attributes
    ----------
    rings, kept : int
        Rings that a method knows for a week or more, and those of them that have one id only.
    weeks, known : int
        Weeks of all rings, and those in which the method has a cluster of them.
    """

    rings: int
    kept: int
    weeks: int
    known: int


def score_ids(truth: Truth, ids: Mapping[int, Mapping[str, str]]) -> IdScore:
    """Follow each ring through the weeks.

    Parameters
    ----------
    truth : Truth
    ids : mapping
        By week, the cluster of each account.

    Returns
    -------
    IdScore
        The id of a ring in a week is the cluster that most of its known accounts are in.
    """
    found = [[_id(ring, ids.get(week, {})) for week in ring.weeks] for ring in truth.lasting]
    known = [[each for each in names if each is not None] for names in found]
    return IdScore(
        sum(bool(names) for names in known),
        sum(len(set(names)) == 1 for names in known),
        sum(len(names) for names in found),
        sum(len(names) for names in known),
    )


def _id(ring: Lasting, clusters: Mapping[str, str]) -> str | None:
    """The cluster of a ring in a week."""
    names = Counter(clusters[key] for key in sorted(ring.accounts) if key in clusters)
    return names.most_common(1)[0][0] if names else None
