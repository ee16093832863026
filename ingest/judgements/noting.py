"""Noting judgements in the journal: who decided what, when, why; nothing is ever overwritten."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from graph.errors import UsageError
from graph.judged import CLUSTER, HUB, MEMBER, SUCCESSOR
from graph.workspace import Workspace
from ingest.journal import Journal
from ingest.judgements.reading import (
    HIT,
    JUDGE,
    LEGALITY,
    WITHDRAW,
    Verdict,
    judgements,
    verdicts_of,
)


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


def judge_legality(
    workspace: Workspace,
    cluster_id: str,
    verdict: Verdict,
    *,
    snapshot: str,
    members: Sequence[str],
    why: str | None,
    who: str,
) -> bool:
    """Note what a person says of a cluster's legality.

    Parameters as of `judge_cluster`, but for those below.

    Parameters
    ----------
    verdict : str
        ``permitted`` (as far as known lawful), ``unclear``, ``contrary`` (would be contrary to
        the law named), or ``withdraw``.
    why : str or None
        Names the law or permit; None only to withdraw.

    Raises
    ------
    UsageError
        If neither a law nor a permit is named.
    """
    if verdict != WITHDRAW and not (why and why.strip()):
        raise UsageError("Of legality nothing is noted without the law or permit that it rests on.")
    facts = {"cluster": cluster_id, "snapshot": snapshot, "members": sorted(members)}
    return _judge(workspace, LEGALITY, (cluster_id,), verdict, why, who, facts)


def judge_member(
    workspace: Workspace,
    cluster_id: str,
    account_key: str,
    verdict: Verdict,
    *,
    snapshot: str,
    members: Sequence[str],
    why: str | None,
    who: str,
) -> bool:
    """Note whether an account belongs to a cluster; parameters as of `judge_cluster`."""
    facts = {
        "cluster": cluster_id,
        "keys": [account_key],
        "snapshot": snapshot,
        "members": sorted(members),
    }
    return _judge(workspace, MEMBER, (cluster_id, account_key), verdict, why, who, facts)


def judge_pair(
    workspace: Workspace,
    kind: Literal["tie", "candidate"],
    accounts: tuple[str, str],
    verdict: Verdict,
    *,
    why: str | None,
    who: str,
) -> bool:
    """Note whether two accounts are tied, or whether one person is behind both.

    Parameters
    ----------
    workspace : Workspace
        The caller holds its writer lock.
    kind : str
        ``tie`` or ``candidate``.
    accounts : tuple of str
        Their keys, in whichever order.
    verdict : str
        ``withdraw`` takes back what was decided before.
    why : str or None
    who : str

    Returns
    -------
    bool
        As of `judge_cluster`.
    """
    subject = tuple(sorted(accounts))
    return _judge(workspace, kind, subject, verdict, why, who, {"keys": list(subject)})


def judge_successor(
    workspace: Workspace,
    new: str,
    old: str,
    verdict: Verdict,
    *,
    why: str | None,
    who: str,
) -> bool:
    """Note whether one account carries on from another; parameters as of `judge_pair`."""
    subject = (new, old)
    return _judge(workspace, SUCCESSOR, subject, verdict, why, who, {"keys": list(subject)})


def judge_hub(
    workspace: Workspace, detail_key: str, verdict: Verdict, *, why: str | None, who: str
) -> bool:
    """Note whether a contact detail serves strangers (confirm) or is one operation's own (reject).

    Parameters as of `judge_pair`.
    """
    return _judge(workspace, HUB, (detail_key,), verdict, why, who, {"keys": [detail_key]})


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
    if verdict not in verdicts_of(kind):
        raise UsageError(f"A {kind} cannot be judged '{verdict}'.")
    before = judgements(workspace, kind).get(subject)
    stands = before.verdict if before else WITHDRAW
    same_members = before is None or list(before.members) == facts.get("members", [])
    same_words = before is None or (before.why == why and before.by == who)
    if stands == verdict and same_words and same_members:
        return False
    reason = {"why": why} if why else {}
    Journal(workspace).append(JUDGE, who, about=kind, verdict=verdict, **facts, **reason)
    return True
