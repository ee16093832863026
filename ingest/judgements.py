"""Judgements: what people decided about clusters and about hits of the lexicon, kept for good."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from graph.workspace import Workspace
from ingest.journal import Journal

JUDGE = "judge"
CLUSTER, HIT = "cluster", "hit"
VERDICTS = ("confirm", "reject", "withdraw")

Verdict = Literal["confirm", "reject", "withdraw"]


@dataclass(frozen=True)
class Judgement:
    """What a person decided last about one thing.

    Attributes
    ----------
    kind : str
        ``cluster`` or ``hit``.
    subject : tuple of str
        Id of the cluster; or entry of the lexicon and key of the post.
    verdict : str
        ``confirm`` or ``reject``.
    by, at : str
        Who decided, and when (UTC, ISO 8601).
    why : str or None
    snapshot : str or None
        Snapshot that a cluster was seen in.
    members : tuple of str
        Keys of a cluster's accounts in that snapshot.
    """

    kind: str
    subject: tuple[str, ...]
    verdict: str
    by: str
    at: str
    why: str | None
    snapshot: str | None = None
    members: tuple[str, ...] = ()


def judgements(workspace: Workspace, kind: str) -> dict[tuple[str, ...], Judgement]:
    """Read what was decided last about each thing of a kind.

    Parameters
    ----------
    workspace : Workspace
    kind : str
        ``cluster`` or ``hit``.

    Returns
    -------
    dict
        By subject, in the order in which they were first judged; what was withdrawn is left out.
    """
    found: dict[tuple[str, ...], Judgement] = {}
    for entry in Journal(workspace).entries(JUDGE):
        if entry.get("about") == kind:
            each = _read(entry)
            if each.verdict == "withdraw":
                found.pop(each.subject, None)
            else:
                found[each.subject] = each
    return found


def judge_cluster(
    workspace: Workspace,
    cluster_id: str,
    verdict: Verdict,
    *,
    snapshot: str,
    members: Sequence[str],
    why: str | None,
    who: str,
) -> bool:
    """Note what was decided about a cluster.

    Parameters
    ----------
    workspace : Workspace
        The caller holds its writer lock.
    cluster_id : str
    verdict : str
        ``withdraw`` takes back what was decided before.
    snapshot : str
        Where it was seen.
    members : sequence of str
        Keys of its accounts there.
    why : str or None
        In the person's words.
    who : str

    Returns
    -------
    bool
        Whether this differs from what was decided before; otherwise nothing is noted again.
    """
    facts = {"cluster": cluster_id, "snapshot": snapshot, "members": sorted(members)}
    return _judge(workspace, CLUSTER, (cluster_id,), verdict, why, who, facts)


def judge_hit(
    workspace: Workspace, entry: str, post_key: str, verdict: Verdict, *, why: str | None, who: str
) -> bool:
    """Note whether an entry of the lexicon means in a post what the lexicon says.

    Parameters
    ----------
    workspace : Workspace
        The caller holds its writer lock.
    entry, post_key : str
    verdict : str
        ``withdraw`` takes back what was decided before.
    why : str or None
    who : str

    Returns
    -------
    bool
        As of `judge_cluster`.
    """
    facts = {"entry": entry, "post": post_key}
    return _judge(workspace, HIT, (entry, post_key), verdict, why, who, facts)


def confirmed_members(workspace: Workspace) -> frozenset[str]:
    """Read the accounts of all clusters that stand confirmed, as they were when judged."""
    return frozenset(
        member
        for each in judgements(workspace, CLUSTER).values()
        if each.verdict == "confirm"
        for member in each.members
    )


def judged_hits(workspace: Workspace) -> dict[str, tuple[int, int]]:
    """Count the hits of each entry that stand confirmed, and those that stand rejected."""
    found: dict[str, tuple[int, int]] = {}
    for (entry, _), each in judgements(workspace, HIT).items():
        right, wrong = found.get(entry, (0, 0))
        is_right = each.verdict == "confirm"
        found[entry] = (right + is_right, wrong + (not is_right))
    return found


def _judge(
    workspace: Workspace,
    kind: str,
    subject: tuple[str, ...],
    verdict: Verdict,
    why: str | None,
    who: str,
    facts: dict[str, Any],
) -> bool:
    """Note a judgement unless the same stands already."""
    before = judgements(workspace, kind).get(subject)
    stands = before.verdict if before else "withdraw"
    if stands == verdict and (before is None or (before.why == why and before.by == who)):
        return False
    reason = {"why": why} if why else {}
    Journal(workspace).append(JUDGE, who, about=kind, verdict=verdict, **facts, **reason)
    return True


def _read(entry: dict[str, Any]) -> Judgement:
    """Read a judgement from the journal."""
    is_cluster = entry["about"] == CLUSTER
    subject = (entry["cluster"],) if is_cluster else (entry["entry"], entry["post"])
    return Judgement(
        kind=entry["about"],
        subject=tuple(map(str, subject)),
        verdict=str(entry["verdict"]),
        by=str(entry["by"]),
        at=str(entry["at"]),
        why=entry.get("why"),
        snapshot=entry.get("snapshot"),
        members=tuple(entry.get("members", ())),
    )
