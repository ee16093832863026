"""What people decided, as detection obeys it: a table, and what it says of pairs and members."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import polars as pl

from graph.errors import SchemaError

TIE, HUB, MEMBER, CANDIDATE, CLUSTER = "tie", "hub", "member", "candidate", "cluster"
SUCCESSOR = "successor"
CONFIRM, REJECT = "confirm", "reject"

JUDGED = pl.Schema(
    {"kind": pl.String(), "first": pl.String(), "second": pl.String(), "verdict": pl.String(),
     "by": pl.String(), "at": pl.String(), "why": pl.String(),
     "members": pl.List(pl.String())}
)  # fmt: skip
"""One row per judgement in force. ``first second``: both accounts of a ``tie`` or ``candidate``, by
key; the new and the old account of a ``successor``; a ``member``'s cluster and account; a ``hub``'s
contact detail or a ``cluster``'s id, and null. ``members``: the accounts of the cluster when it was
judged, else empty. ``at``: UTC, ISO 8601."""

MAJORITY = 0.5
"""More than this share of accounts in common makes a cluster the one that was judged."""


@dataclass(frozen=True)
class Membership:
    """What was decided of an account in a cluster.

    Attributes
    ----------
    account_key, cluster_id : str
    others : frozenset of str
        The cluster's other accounts when it was judged.
    belongs : bool
    at : str
    sentence : str
        What was decided, by whom, when and why.
    """

    account_key: str
    cluster_id: str
    others: frozenset[str]
    belongs: bool
    at: str
    sentence: str


_PAIRS = pl.Schema(
    {"account_a": pl.String(), "account_b": pl.String(), "at": pl.String(),
     "is_tie": pl.Boolean(), "sentence": pl.String(), "rank": pl.Int64()}
)  # fmt: skip
_Pair = tuple[str, str, str, bool, str, int]


@dataclass(frozen=True, eq=False)
class Judged:
    """The judgements in force.

    Attributes
    ----------
    table : polars.DataFrame
        `JUDGED`; sorted here, so that the order in which people judged changes nothing else.
    """

    table: pl.DataFrame = field(default_factory=JUDGED.to_frame)

    def __post_init__(self) -> None:
        missing = [name for name in JUDGED if name not in self.table.columns]
        if missing:
            raise SchemaError(
                f"judgements lack {', '.join(missing)}; take those made by this version of Spoor."
            )
        rows = self.table.select(JUDGED.names()).cast(JUDGED)
        object.__setattr__(self, "table", rows.sort("kind", "first", "second", "at"))

    def of(self, kind: str, verdict: str | None = None) -> pl.DataFrame:
        """Give the judgements of one kind, and of one verdict where it is named."""
        rows = self.table.filter(pl.col("kind") == kind)
        return rows if verdict is None else rows.filter(pl.col("verdict") == verdict)

    def successions(self) -> dict[tuple[str, str], str]:
        """Verdicts on successions, by the new side and the old one."""
        rows = self.of(SUCCESSOR).select("first", "second", "verdict")
        return {(new, old): verdict for new, old, verdict in rows.iter_rows()}

    def pairs(self) -> pl.DataFrame:
        """Give the pairs of accounts that are or are not tied by what was decided.

        Returns
        -------
        polars.DataFrame
            ``account_a account_b is_tie sentence``, with ``account_a`` < ``account_b``, each pair
            once, sorted. What was said of the tie itself goes before one person behind both, and
            that before a member who does not belong to the others; of two the later.
        """
        decided = [
            *(_pair(row, is_tie=row["verdict"] == CONFIRM) for row in self.of(TIE).to_dicts()),
            *(_pair(row, is_tie=True) for row in self.of(CANDIDATE, CONFIRM).to_dicts()),
            *(
                (*_ends(each.account_key, other), each.at, False, each.sentence, 2)
                for each in self.memberships()
                if not each.belongs
                for other in each.others
            ),
        ]
        return (
            pl.DataFrame(decided, schema=_PAIRS, orient="row")
            .sort("account_a", "account_b", "rank", "at", descending=[False, False, False, True])
            .unique(["account_a", "account_b"], keep="first", maintain_order=True)
            .drop("rank", "at")
        )

    def memberships(self) -> list[Membership]:
        """Give what was decided of members, the latest first; of two of one cluster the later."""
        found: list[Membership] = []
        for row in self.of(MEMBER).sort("at", "first", "second", descending=True).to_dicts():
            others = frozenset(row["members"]) - {row["second"]}
            belongs = row["verdict"] == CONFIRM
            about = "belongs to" if belongs else "is no part of"
            each = Membership(
                account_key=row["second"],
                cluster_id=row["first"],
                others=others,
                belongs=belongs,
                at=row["at"],
                sentence=f"{row['second']} {about} cluster {row['first']}, {said_of(row)}.",
            )
            if not any(_same(each, later) for later in found):
                found.append(each)
        return found


NOTHING_JUDGED = Judged()


def said_of(row: dict[str, Any]) -> str:
    """Say who judged, when and why, of a row of `JUDGED`."""
    verdict = "confirmed" if row["verdict"] == CONFIRM else "rejected"
    why = f": {row['why'].rstrip('. ')}" if row["why"] else ""
    return f"{verdict} by {row['by']} on {row['at'][:10]}{why}"


def share_in_common(left: frozenset[str], right: frozenset[str]) -> float:
    """Jaccard index of two sets of accounts; 0 where both are empty."""
    return len(left & right) / len(left | right) if left or right else 0.0


def _pair(row: dict[str, Any], *, is_tie: bool) -> _Pair:
    """Write a judgement of a tie, or of one person behind both, as one of `_PAIRS`."""
    if row["kind"] == CANDIDATE:
        opening = "One person behind both"
    else:
        opening = f"{'A' if is_tie else 'No'} tie, whatever the evidence"
    rank = 1 if row["kind"] == CANDIDATE else 0
    sentence = f"{opening}: {said_of(row)}."
    return (*_ends(row["first"], row["second"]), row["at"], is_tie, sentence, rank)


def _ends(one: str, other: str) -> tuple[str, str]:
    """Both accounts of a pair, by key."""
    return min(one, other), max(one, other)


def _same(one: Membership, other: Membership) -> bool:
    """Whether two judgements are of one account in one cluster, whatever its id was."""
    return one.account_key == other.account_key and (
        one.cluster_id == other.cluster_id or share_in_common(one.others, other.others) > MAJORITY
    )
