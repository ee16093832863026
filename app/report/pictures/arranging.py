"""Which accounts of a network are drawn, where, and under which numbers or names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from app.report.pictures import placing, svg
from app.report.pictures.lettering import Box, fitted
from app.report.pictures.marks import NEW, STATES, state

MOST_ACCOUNTS = 120
MOST_NUMBERED = 48
MOST_NAMED = 12
NAME_SIZE = 10.5
NAME_ROOMS, NAME_EDGES = (190.0, 150.0, 104.0), (40.0, 70.0, 100.0)
"""Longest names, and least distances of marks from the sides, that are tried."""
PANEL, TOP = 350.0, 26.0
HEIGHTS = ((6, 160.0), (12, 200.0), (20, 220.0), (30, 260.0))
HEIGHT = 300.0
"""Heights of panels of up to so many accounts, and of those of more."""
RADIUS = 10.0
ROOMY, CROWDED = 24.0, 22.0

Picture = Mapping[str, Any]
NamePlace = tuple[float, float, str]


@dataclass(frozen=True)
class Drawn:
    """An account as it is drawn, with its name cut to its room and its number in the key."""

    account: str
    label: str
    state: str
    place: placing.Place
    number: int | None


@dataclass(frozen=True)
class Arrangement:
    """A network as it is drawn.

    Attributes
    ----------
    accounts : list of Drawn
        New ones first, then those not seen any more, unobserved ones and the others, each by
        falling number of ties; numbered in this order.
    ties : list of mappings
        Those between them.
    names : list of (x, y, anchor) or None
        Where the names stand; None where numbers have to do.
    width, height : float
        Of a panel: a network that is all new has but one, which is as wide as the picture.
    in_all : int
        How many accounts there are to draw.
    """

    accounts: list[Drawn]
    ties: list[Mapping[str, Any]]
    names: list[NamePlace] | None
    width: float
    height: float
    in_all: int

    @property
    def has_past(self) -> bool:
        """Whether there is something to draw of the day before."""
        return self.width < svg.WIDTH

    @property
    def numbered(self) -> list[Drawn]:
        """The accounts that the key explains; none where names stand beside the marks."""
        return [] if self.names else [each for each in self.accounts if each.number]


def arrange(picture: Picture) -> Arrangement:
    """Arrange one of a report's networks.

    Parameters
    ----------
    picture : mapping
        ``nodes ties`` as in a report's ``pictures``.

    Returns
    -------
    Arrangement
        At most 120 accounts, of which 48 are numbered: those that changed, then those with most
        ties. Up to 12 are named instead where the names fit. The same for the same picture.
    """
    seen = [node for node in picture["nodes"] if _is_seen(node)]
    has_past = any(state(node) != NEW for node in seen)
    wide = PANEL if has_past else svg.WIDTH
    kept = _kept(seen, picture["ties"])
    high = next((height for most, height in HEIGHTS if len(kept) <= most), HEIGHT)
    there = {node["account"] for node in kept}
    ties = [tie for tie in picture["ties"] if {tie["a"], tie["b"]} <= there]
    whole = Box(0, TOP, wide, TOP + high)
    accounts, names = _named(kept, ties, whole) or (_numbered(kept, whole), None)
    return Arrangement(accounts, ties, names, wide, high, len(seen))


def _is_seen(node: Mapping[str, Any]) -> bool:
    """Whether an account was part of the network on either day."""
    return bool(node["before"] or node["now"] or node["status"] == "unobserved")


def _kept(
    nodes: Sequence[Mapping[str, Any]], ties: Sequence[Mapping[str, Any]]
) -> list[Mapping[str, Any]]:
    """Choose which accounts are drawn, in the order of their numbers."""
    degrees = Counter(end for tie in ties for end in (tie["a"], tie["b"]))
    return sorted(
        nodes,
        key=lambda node: (STATES.index(state(node)), -degrees[node["account"]], node["account"]),
    )[:MOST_ACCOUNTS]


def _numbered(nodes: Sequence[Mapping[str, Any]], whole: Box) -> list[Drawn]:
    """Place accounts that bear numbers."""
    apart = ROOMY if len(nodes) <= MOST_NUMBERED else CROWDED
    places = _places(nodes, whole, 20, 20, apart)
    return [
        Drawn(node["account"], node["label"], state(node), place, n if n <= MOST_NUMBERED else None)
        for n, (node, place) in enumerate(zip(nodes, places, strict=True), start=1)
    ]


def _named(
    nodes: Sequence[Mapping[str, Any]], ties: Sequence[Mapping[str, Any]], whole: Box
) -> tuple[list[Drawn], list[NamePlace]] | None:
    """Place accounts with their names so that few are cut, then few lines run through them."""
    if len(nodes) > MOST_NAMED:
        return None
    field = Box(3, whole.top + 3, whole.right - 3, whole.bottom - 3)
    best: tuple[tuple[int, int], list[Drawn], list[NamePlace]] | None = None
    for room, edge in product(NAME_ROOMS, NAME_EDGES):
        places = _places(nodes, whole, edge, 32, ROOMY)
        labels = [fitted(node["label"], room, NAME_SIZE) for node in nodes]
        at = dict(zip((node["account"] for node in nodes), places, strict=True))
        lines = [(at[tie["a"]], at[tie["b"]]) for tie in ties]
        found = placing.name_places(places, labels, lines, field, radius=RADIUS, size=NAME_SIZE)
        if found is None:
            continue
        names, crossed = found
        cut = sum(label.endswith("…") for label in labels)
        if best is None or (cut, crossed) < best[0]:
            drawn = [
                Drawn(node["account"], label, state(node), place, None)
                for node, label, place in zip(nodes, labels, places, strict=True)
            ]
            best = ((cut, crossed), drawn, names)
    return best and best[1:]


def _places(
    nodes: Sequence[Mapping[str, Any]], whole: Box, side: float, edge: float, apart: float
) -> list[placing.Place]:
    """Move accounts apart within the edges of their panel."""
    inner = Box(side, whole.top + edge, whole.right - side, whole.bottom - edge)
    return placing.spread([(node["x"], node["y"]) for node in nodes], inner, apart=apart)
