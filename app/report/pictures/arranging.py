"""Which accounts of a network are drawn, where, and under which numbers or names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.report.pictures import placing, svg
from app.report.pictures.lettering import Box, fitted
from app.report.pictures.marks import NEW, STATES, state

MOST_ACCOUNTS = 120
MOST_NUMBERED = 48
MOST_NAMED = 12
NAME_ROOM, NAME_SIZE = 104.0, 10.5
PANEL, TOP, HEIGHT = 350.0, 26.0, 300.0
RADIUS = 9.5
ROOMY, CROWDED = 24.0, 22.0

Picture = Mapping[str, Any]
NamePlace = tuple[float, float, str]


@dataclass(frozen=True)
class Drawn:
    """An account as it is drawn, with its number in the key, if it has one."""

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
    width : float
        Of a panel: a network that is all new has but one, which is as wide as the picture.
    in_all : int
        How many accounts there are to draw.
    """

    accounts: list[Drawn]
    ties: list[Mapping[str, Any]]
    names: list[NamePlace] | None
    width: float
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
    accounts = _chosen(seen, picture["ties"], wide)
    there = {each.account for each in accounts}
    ties = [tie for tie in picture["ties"] if {tie["a"], tie["b"]} <= there]
    return Arrangement(accounts, ties, _names(accounts, ties, wide), wide, len(seen))


def _is_seen(node: Mapping[str, Any]) -> bool:
    """Whether an account was part of the network on either day."""
    return bool(node["before"] or node["now"] or node["status"] == "unobserved")


def _chosen(
    nodes: Sequence[Mapping[str, Any]], ties: Sequence[Mapping[str, Any]], wide: float
) -> list[Drawn]:
    """Choose which accounts are drawn, and move them apart."""
    degrees = Counter(end for tie in ties for end in (tie["a"], tie["b"]))
    kept = sorted(
        nodes,
        key=lambda node: (STATES.index(state(node)), -degrees[node["account"]], node["account"]),
    )[:MOST_ACCOUNTS]
    edge = 36 if len(kept) <= MOST_NAMED else 19
    inner = Box(edge, TOP + edge, wide - edge, TOP + HEIGHT - edge)
    apart = ROOMY if len(kept) <= MOST_NUMBERED else CROWDED
    places = placing.spread([(node["x"], node["y"]) for node in kept], inner, apart=apart)
    return [
        Drawn(
            account=node["account"],
            label=node["label"],
            state=state(node),
            place=place,
            number=n if n <= MOST_NUMBERED else None,
        )
        for n, (node, place) in enumerate(zip(kept, places, strict=True), start=1)
    ]


def _names(
    accounts: list[Drawn], ties: Sequence[Mapping[str, Any]], wide: float
) -> list[NamePlace] | None:
    """Where names stand beside their marks, or None when numbers have to do."""
    if len(accounts) > MOST_NAMED:
        return None
    field = Box(3, TOP + 3, wide - 3, TOP + HEIGHT - 3)
    shown = [fitted(each.label, NAME_ROOM, NAME_SIZE) for each in accounts]
    places = {each.account: each.place for each in accounts}
    lines = [(places[tie["a"]], places[tie["b"]]) for tie in ties]
    marks = list(places.values())
    return placing.name_places(marks, shown, lines, field, radius=RADIUS, size=NAME_SIZE)
