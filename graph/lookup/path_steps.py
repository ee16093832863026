"""Steps of paths: from which account to which other one leads a tie, or something shared."""

from __future__ import annotations

from dataclasses import dataclass

from graph.lookup.path_search import Step, Steps
from graph.store import GraphStore
from graph.ties.hubs import LIKELY_HUB


@dataclass(frozen=True)
class Bounds:
    """How far a search for paths goes.

    Attributes
    ----------
    ties : int
        Most ties in a path.
    steps : int
        Most steps in a path that is not of ties alone: each from an account to another that
        shares something with it.
    likely_hub : float
        A contact detail that is a hub with more than this probability is passed over.
    most_sharing : int
        So is a contact detail or text that more accounts have.
    small_group : int
        And a group of more members.
    per_step : int
        Most connections followed in one step, the strongest first.
    """

    ties: int = 6
    steps: int = 4
    likely_hub: float = LIKELY_HUB
    most_sharing: int = 20
    small_group: int = 12
    per_step: int = 20_000


def steps_by_ties(store: GraphStore, keys: list[str], bounds: Bounds) -> Steps:
    """Give the ties that leave some accounts; the platform's own word is stronger than any."""
    steps = [
        Step(
            a=row["account_key"],
            b=partner["key"],
            strength=float("inf") if partner["score"] is None else partner["score"],
        )
        for row in store.run("path_ties", keys=keys, limit=bounds.per_step)
        for partner in row["partners"]
    ]
    return Steps(steps, is_cut=len(steps) == bounds.per_step)


def steps_by_anything(store: GraphStore, keys: list[str], bounds: Bounds) -> Steps:
    """Give what leaves some accounts: ties, and where there is none, what both share.

    What more accounts share is weaker; a tie is stronger than all of it.
    """
    ties = steps_by_ties(store, keys, bounds)
    tied = {(tie.a, tie.b): Step(tie.a, tie.b, strength=0.0) for tie in ties.steps}
    rows = store.run(
        "path_shared",
        keys=keys,
        likely_hub=bounds.likely_hub,
        most_sharing=bounds.most_sharing,
        small_group=bounds.small_group,
        limit=bounds.per_step,
    )
    shared = {
        (row["account_a"], row["thing_key"], row["account_b"]): Step(
            a=row["account_a"],
            b=row["account_b"],
            strength=-row["accounts"],
            via=row["thing_key"],
            how=(row["how_a"], row["how_b"]),
        )
        for row in reversed(rows)
        if (row["account_a"], row["account_b"]) not in tied
    }
    is_cut = ties.is_cut or len(rows) == bounds.per_step
    return Steps([*tied.values(), *shared.values()], is_cut)
