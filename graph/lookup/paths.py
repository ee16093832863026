"""Paths: how two accounts are connected, by ties, or else by what they share below a tie."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graph.lookup.path_search import Step, Steps, Trail, best_trails
from graph.lookup.path_steps import Bounds, steps_by_anything, steps_by_ties
from graph.store import GraphStore
from graph.ties.sentences import KIND_WORDS

LABEL_CHARACTERS = 80
MOST_PASSED_OVER = 5
HOW = {
    "PUBLISHES": "{account} publishes {thing}, in use by {many}.",
    "REACHES": "{thing}, in use by {many}, reaches {account}.",
    "MEMBER_OF": "{account} belongs to {thing} of {many}.",
    "REUSES": "{account} posted nearly {thing}, in use by {many}.",
}
TIE, SAME, SHARED = "tie", "same account", "shared, not a tie"


@dataclass(frozen=True)
class Node:
    """Something on a path.

    Attributes
    ----------
    key : str
    kind : str
        ``account``, ``contact_detail``, ``group`` or ``text``.
    label : str
        Name, value or the beginning of the text; the key when there is none.
    called : str
        The same within a sentence.
    """

    key: str
    kind: str
    label: str
    called: str


@dataclass(frozen=True)
class Link:
    """What joins two neighbouring nodes of a path.

    Attributes
    ----------
    a, b : str
        Keys of the nodes.
    kind : str
        `TIE`; `SAME` where the platform says that both are one account; `SHARED` between an
        account and what it shares with the account on the other side.
    why : str
        In words.
    score : float or None
        Of a tie, in bits; else None.
    """

    a: str
    b: str
    kind: str
    why: str
    score: float | None = None


@dataclass(frozen=True)
class Path:
    """A way from an account to another.

    ``score`` is that of the weakest tie, in bits; None when not all links are ties.
    """

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    score: float | None

    @property
    def is_shared(self) -> bool:
        """Whether it is not of ties alone."""
        return any(link.kind == SHARED for link in self.links)


@dataclass(frozen=True)
class PassedOver:
    """What both accounts have and no path goes through, since so many ``accounts`` have it.

    ``is_hub``: the latest snapshot takes it for a likely hub.
    """

    node: Node
    accounts: int
    is_hub: bool


@dataclass(frozen=True)
class Connection:
    """How two accounts are connected.

    Attributes
    ----------
    a, b : Node
        The two accounts.
    paths : list of Path
        The shortest ones, best first: by the weakest tie; without ties, by how few accounts share
        what is shared most widely. Empty when there is none within the bounds.
    passed_over : list of PassedOver
        What both have all the same, likely hubs first; only looked for where there is no path.
    is_cut : bool
        Whether more connections left some step than were followed, so that there may be others.
    """

    a: Node
    b: Node
    paths: list[Path]
    passed_over: list[PassedOver]
    is_cut: bool


def missing_accounts(store: GraphStore, keys: Sequence[str]) -> list[str]:
    """List those of some keys that are no account in the graph."""
    found = _nodes(store, keys)
    return [key for key in keys if key not in found or found[key].kind != "account"]


def find_paths(
    store: GraphStore, a: str, b: str, *, most: int = 5, bounds: Bounds | None = None
) -> Connection:
    """Find the shortest paths between two accounts.

    Parameters
    ----------
    store : GraphStore
    a, b : str
        Keys of two different accounts of the graph.
    most : int
        Most paths.
    bounds : Bounds, optional
        How far to look.

    Returns
    -------
    Connection
        Paths over ties; only where there is none, over what accounts share without being tied.
    """
    bounds = bounds or Bounds()

    def leave_by_ties(keys: list[str]) -> Steps:
        return steps_by_ties(store, keys, bounds)

    def leave_by_anything(keys: list[str]) -> Steps:
        return steps_by_anything(store, keys, bounds)

    found = best_trails(leave_by_ties, a, b, longest=bounds.ties, most=most)
    is_cut = found.is_cut
    if not found.trails:
        found = best_trails(leave_by_anything, a, b, longest=bounds.steps, most=most)
    nodes = _nodes(store, [a, b, *_keys(found.trails)])
    joins = _joins(store, found.trails)
    return Connection(
        a=nodes[a],
        b=nodes[b],
        paths=[_path(trail, nodes, joins) for trail in found.trails],
        passed_over=[] if found.trails else _passed_over(store, a, b, bounds),
        is_cut=is_cut or found.is_cut,
    )


def _keys(trails: Iterable[Trail]) -> list[str]:
    """Keys of everything on some trails."""
    steps = [step for trail in trails for step in trail.steps]
    return sorted({key for step in steps for key in (step.a, step.via, step.b) if key})


def _nodes(store: GraphStore, keys: Sequence[str]) -> dict[str, Node]:
    """Look up what things are called."""
    return {row["key"]: _node(row) for row in store.run("path_nodes", keys=list(keys), one=1)}


def _node(row: dict[str, Any]) -> Node:
    """Make a node of a row."""
    key, kind = row["key"], row["kind"]
    label = " ".join((row["label"] or key).split())
    if len(label) > LABEL_CHARACTERS:
        label = label[: LABEL_CHARACTERS - 1] + "…"
    if kind == "account":
        called = label
    elif kind == "contact_detail":
        called = f"the {KIND_WORDS.get(row['detail_kind'], row['detail_kind'])} {label}"
    else:
        called = f"the {kind} “{label}”"
    return Node(key, kind, label, called)


def _joins(store: GraphStore, trails: Iterable[Trail]) -> dict[tuple[str, str], Link]:
    """Look up why the accounts of direct steps are joined."""
    pairs = {(step.a, step.b) for trail in trails for step in trail.steps if step.via is None}
    rows = store.run(
        "path_reasons", pairs=[{"account_a": a, "account_b": b} for a, b in sorted(pairs)]
    )
    return {(row["account_a"], row["account_b"]): _join(row) for row in reversed(rows)}


def _join(row: dict[str, Any]) -> Link:
    """Make a link of a row."""
    a, b, score = row["account_a"], row["account_b"], row["score"]
    why = " ".join(filter(None, row["reasons"]))
    if score is not None:
        return Link(a, b, TIE, why, score)
    return Link(a, b, SAME, f"The platform says that both are one account. {why}".rstrip())


def _path(trail: Trail, nodes: dict[str, Node], joins: dict[tuple[str, str], Link]) -> Path:
    """Make a path of a trail."""
    links = [link for step in trail.steps for link in _links(step, nodes, joins)]
    on_it = (nodes[links[0].a], *(nodes[link.b] for link in links))
    path = Path(on_it, tuple(links), score=None)
    scores = [link.score for link in links if link.score is not None]
    return path if path.is_shared else replace(path, score=min(scores, default=None))


def _links(step: Step, nodes: dict[str, Node], joins: dict[tuple[str, str], Link]) -> list[Link]:
    """Make the links of a step: one, or two with what is shared between them."""
    if step.via is None:
        return [joins[step.a, step.b]]
    number = int(-step.strength)
    many = f"{number} account{'' if number == 1 else 's'}"
    thing = nodes[step.via].called
    said = [
        HOW[how].format(account=nodes[key].called, thing=thing, many=many)
        for key, how in zip((step.a, step.b), step.how, strict=True)
    ]
    return [
        Link(step.a, step.via, SHARED, _capital(said[0])),
        Link(step.via, step.b, SHARED, _capital(said[1])),
    ]


def _capital(sentence: str) -> str:
    """Begin a sentence with a capital where it begins with a word of ours."""
    return f"The{sentence[3:]}" if sentence.startswith("the ") else sentence


def _passed_over(store: GraphStore, a: str, b: str, bounds: Bounds) -> list[PassedOver]:
    """Look up what both accounts have that joins strangers."""
    rows = store.run(
        "path_passed_over",
        account_a=a,
        account_b=b,
        likely_hub=bounds.likely_hub,
        most_sharing=bounds.most_sharing,
        small_group=bounds.small_group,
        limit=MOST_PASSED_OVER,
    )
    nodes = _nodes(store, [row["key"] for row in rows])
    return [PassedOver(nodes[row["key"]], row["accounts"], row["is_hub"]) for row in rows]
