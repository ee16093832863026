"""A cluster's dossier as it is looked up: weak places, roles, alternatives with their facts."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Hold:
    """A place where the picture of a cluster is weak, as `graph.dossier.tables.HOLDS`."""

    kind: str
    rank: int
    weight: float | None
    ties: int | None
    parts: tuple[int, ...]
    accounts: tuple[str, ...]
    side: tuple[str, ...]
    layer: str | None
    shared: str | None
    sentence: str


@dataclass(frozen=True)
class Role:
    """A role that interaction or hub service shows, as `graph.dossier.tables.ROLES`."""

    account_key: str
    role: str
    partners: int
    inside: int
    rank: int
    rank_low: int
    rank_high: int
    of: int
    posts: tuple[str, ...]
    sentence: str
    question: str


@dataclass(frozen=True)
class Fact:
    """A fact for or against an alternative; ``posts`` are keys of up to three that show it."""

    sentence: str
    times: int
    posts: tuple[str, ...]


@dataclass(frozen=True)
class Alternative:
    """An innocent explanation with what speaks for it and against it."""

    name: str
    speaks_for: tuple[Fact, ...]
    against: tuple[Fact, ...]


@dataclass(frozen=True)
class Dossier:
    """What is told of a cluster beside its members and ties.

    Attributes
    ----------
    holds : tuple of Hold
        By kind and rank.
    roles : tuple of Role
        By account, the surest first; empty where too little interaction is known.
    alternatives : tuple of Alternative
        Every one that was considered, those that facts speak for first.
    """

    holds: tuple[Hold, ...]
    roles: tuple[Role, ...]
    alternatives: tuple[Alternative, ...]

    def held(self, kind: str) -> tuple[Hold, ...]:
        """Weak places of a kind."""
        return tuple(each for each in self.holds if each.kind == kind)


NO_DOSSIER = Dossier((), (), ())


def read_dossier(properties: Mapping[str, Any]) -> Dossier:
    """Read the dossier of a cluster's properties; its parts are empty in older snapshots."""
    facts = [json.loads(each) for each in properties.get("facts") or ()]
    return Dossier(
        holds=tuple(_hold(json.loads(each)) for each in properties.get("holds") or ()),
        roles=tuple(_role(json.loads(each)) for each in properties.get("roles") or ()),
        alternatives=alternatives(properties.get("alternatives") or (), facts),
    )


def alternatives(
    names: Sequence[str], facts: Sequence[Mapping[str, Any]]
) -> tuple[Alternative, ...]:
    """Put facts beside the explanations that they speak for or against.

    Parameters
    ----------
    names : sequence of str
        The explanations, in their order.
    facts : sequence of mapping
        ``name side sentence times posts``.
    """
    return tuple(
        Alternative(name, _side(facts, name, "for"), _side(facts, name, "against"))
        for name in names
    )


def _side(facts: Sequence[Mapping[str, Any]], name: str, side: str) -> tuple[Fact, ...]:
    """Facts of one explanation and side."""
    return tuple(
        Fact(each["sentence"], each["times"], tuple(each["posts"] or ()))
        for each in facts
        if (each["name"], each["side"]) == (name, side)
    )


def _hold(found: dict[str, Any]) -> Hold:
    """Make a weak place of its JSON."""
    lists = {name: tuple(found[name] or ()) for name in ("parts", "accounts", "side")}
    return Hold(**{**found, **lists})


def _role(found: dict[str, Any]) -> Role:
    """Make a role of its JSON."""
    return Role(**{**found, "posts": tuple(found["posts"] or ())})
