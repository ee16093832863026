"""The picture of a cluster as plain data: nodes, edges, places and colours, always the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import igraph

from app import words
from app.literal import shortened, visible
from graph.lookup.clusters import Cluster, Member, Tie

MOST_ACCOUNTS = 400
MOST_TIES = 1_500
LABELLED = 40
FEW_TIES = 150
LABEL_CHARACTERS = 24
WIDTH, HEIGHT = 96.0, 100.0
LABEL_ROOM = 24.0
TURN_DEGREES = 24
NODE_COLOUR = EDGE_COLOUR = "#93a0a5"
"""What the theme's colour would replace: then all is drawn anew when the theme is known, and a
click in between is lost."""
BRIDGE_COLOUR = "#d55e00"
COLOURS = {
    "facebook": "#2f86c9",
    "telegram": "#e69f00",
    "instagram": "#b765a7",
    "whatsapp": "#009e73",
    "tiktok": "#8c8c8c",
    "wechat": "#a3b300",
}
SPARE_COLOURS = ("#56b4e9", "#c2a35d", "#7f6bb3", "#5f9ea0")
PAPER = (200, 204, 206)


@dataclass(frozen=True)
class Picture:
    """What is drawn of a cluster.

    Attributes
    ----------
    graph : dict
        ``nodes`` and ``edges`` for the drawing component.
    ends : dict of str to tuple
        Both accounts of each edge, by the edge's key.
    colours : dict of str to str
        Colour of each platform drawn.
    accounts, ties : int
        How many are drawn.
    accounts_in_all, ties_in_all : int
        Of how many.
    has_borderline, has_bridges : bool
        Whether the legend has to explain them.
    is_labelled : bool
        Whether every account's name is written beside it.
    hidden : int
        Accounts that are not drawn because they may not belong.
    """

    graph: dict[str, Any]
    ends: dict[str, tuple[str, str]]
    colours: dict[str, str]
    accounts: int
    ties: int
    accounts_in_all: int
    ties_in_all: int
    has_borderline: bool
    has_bridges: bool
    is_labelled: bool = True
    hidden: int = 0


def draw(cluster: Cluster) -> Picture:
    """Draw a cluster: its accounts with most ties, and the strongest ties between them.

    Parameters
    ----------
    cluster : Cluster
        Members with most ties first, ties strongest first.

    Returns
    -------
    Picture
        At most 400 accounts and 1,500 ties. Colours are told apart by colour-blind people, and
        what they mean is also written in the label. The same cluster gives the same picture.
    """
    members = cluster.members[:MOST_ACCOUNTS]
    drawn = {member.account_key for member in members}
    ties = [tie for tie in cluster.ties if {tie.account_a, tie.account_b} <= drawn][:MOST_TIES]
    colours = choose_colours(member.platform for member in members)
    places = lay_out(members, ties)
    bridges = set(cluster.summary.bridges)
    thinnest = 2.4 if len(ties) <= FEW_TIES else 1.2
    edges = [_edge(f"tie {nth}", tie, bridges, thinnest) for nth, tie in enumerate(ties)]
    nodes = [
        _node(member, colours[member.platform], place, labelled=len(members) <= LABELLED)
        for member, place in zip(members, places, strict=True)
    ]
    return Picture(
        graph={"nodes": [*nodes, _room_for_labels()], "edges": edges},
        ends={edge["key"]: (edge["source"], edge["target"]) for edge in edges},
        colours=colours,
        accounts=len(nodes),
        ties=len(edges),
        accounts_in_all=cluster.members_in_all,
        ties_in_all=cluster.ties_in_all,
        has_borderline=any(member.borderline for member in members),
        has_bridges=any("color" in edge for edge in edges),
        is_labelled=len(members) <= LABELLED,
    )


def without_borderline(drawn: Picture, cluster: Cluster) -> Picture:
    """Take the accounts that may not belong out of a picture; the others stay where they are.

    Parameters
    ----------
    drawn : Picture
        `draw`.
    cluster : Cluster
        What it was drawn of.
    """
    gone = {member.account_key for member in cluster.members if member.borderline}
    nodes = [node for node in drawn.graph["nodes"] if node["id"] not in gone]
    edges = [edge for edge in drawn.graph["edges"] if gone.isdisjoint(drawn.ends[edge["key"]])]
    hidden = len(drawn.graph["nodes"]) - len(nodes)
    return replace(
        drawn,
        graph={"nodes": nodes, "edges": edges},
        ends={edge["key"]: drawn.ends[edge["key"]] for edge in edges},
        accounts=drawn.accounts - hidden,
        ties=len(edges),
        has_borderline=False,
        has_bridges=any("color" in edge for edge in edges),
        hidden=hidden,
    )


def choose_colours(platforms: Iterable[str]) -> dict[str, str]:
    """Give each platform a colour, the well-known ones always theirs, by name."""
    names = sorted(set(platforms))
    spare = [name for name in names if name not in COLOURS]
    others = {name: SPARE_COLOURS[n % len(SPARE_COLOURS)] for n, name in enumerate(spare)}
    return {name: COLOURS.get(name) or others[name] for name in names}


def lay_out(members: list[Member], ties: list[Tie]) -> list[tuple[float, float]]:
    """Place accounts so that tied ones are near; the same for the same cluster."""
    if not members:
        return []
    numbers = {member.account_key: n for n, member in enumerate(members)}
    graph = igraph.Graph(
        n=len(members), edges=[(numbers[tie.account_a], numbers[tie.account_b]) for tie in ties]
    )
    circle = graph.layout_circle()
    if len(members) <= 150:
        placed = graph.layout_kamada_kawai(seed=circle)
    else:
        placed = graph.layout_fruchterman_reingold(seed=circle, niter=300, grid=False)
    placed.rotate(TURN_DEGREES)
    columns, rows = zip(*placed.coords, strict=True)
    return list(zip(_spread(columns, WIDTH), _spread(rows, HEIGHT), strict=True))


def pick(
    first: str | None, second: str | None, clicked: tuple[str, ...]
) -> tuple[str | None, str | None]:
    """Say which one or two accounts are looked at after a click on the picture.

    Parameters
    ----------
    first, second : str or None
        Accounts looked at so far.
    clicked : tuple of str
        The account clicked, or both ends of the tie clicked.

    Returns
    -------
    tuple
        Both ends of a tie; a second account beside a first one; else the account alone.
    """
    if len(clicked) == 2:
        return clicked[0], clicked[1]
    account = clicked[0]
    if first is None or second is not None or account == first:
        return account, None
    return first, account


def bridge_names(tie: Tie) -> tuple[str, str]:
    """Write a tie as clusters name the ties that they hang on, in both orders."""
    return f"{tie.account_a} ↔ {tie.account_b}", f"{tie.account_b} ↔ {tie.account_a}"


def find_tie(ties: list[Tie], first: str, second: str) -> Tie | None:
    """Find the tie between two accounts, in whichever order."""
    return next((tie for tie in ties if {tie.account_a, tie.account_b} == {first, second}), None)


def _node(
    member: Member, colour: str, place: tuple[float, float], *, labelled: bool
) -> dict[str, Any]:
    """One account: size by ties, colour by platform, paler where it may not belong."""
    name = words.account(member.name, member.handle, member.account_key)
    label = shortened(visible(" ".join(name.split())), LABEL_CHARACTERS)
    return {
        "id": member.account_key,
        "label": f"({label})" if member.borderline else label,
        "x": place[0],
        "y": place[1],
        "size": min(8 + member.ties, 16),
        "color": _paler(colour) if member.borderline else colour,
        "forceLabel": labelled,
    }


def _spread(values: Sequence[float], size: float) -> list[float]:
    """Stretch coordinates over the field; the middle where they are all one."""
    least, most = min(values), max(values)
    if most - least < 1e-9:
        return [size / 2] * len(values)
    return [(value - least) / (most - least) * size for value in values]


def _room_for_labels() -> dict[str, Any]:
    """An unseen point at the right, so that labels there are not cut off."""
    place = {"x": WIDTH + LABEL_ROOM, "y": HEIGHT / 2}
    return {"id": "", "label": "", **place, "hidden": True}


def _edge(key: str, tie: Tie, bridges: set[str], thinnest: float) -> dict[str, Any]:
    """One tie: thicker with more evidence, marked when the cluster hangs on it.

    Few lines are thick enough to be clicked with ease; many would cover the picture so.
    """
    drawn: dict[str, Any] = {
        "source": tie.account_a,
        "target": tie.account_b,
        "key": key,
        "size": round(min(thinnest + max(tie.score, 0.0) / 5, 5.0), 2),
    }
    if bridges & set(bridge_names(tie)):
        drawn["color"] = BRIDGE_COLOUR
    return drawn


def _paler(colour: str) -> str:
    """Mix a colour half and half with grey."""
    parts = (int(colour[n : n + 2], 16) for n in (1, 3, 5))
    mixed = ((part + paper) // 2 for part, paper in zip(parts, PAPER, strict=True))
    return "#" + "".join(f"{part:02x}" for part in mixed)
