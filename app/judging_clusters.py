"""Judging clusters and their members: in the latest snapshot, and known again by who is in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.cluster_data import unknown_clusters
from app.judging_keys import WITHDRAW, check_accounts, check_known, standing_key
from app.snapshots import read_snapshot
from graph.errors import UsageError
from graph.judged import CLUSTER, MAJORITY, MEMBER, share_in_common
from ingest.judgements import (
    LEGALITY,
    Judgement,
    Verdict,
    judge_cluster,
    judge_legality,
    judge_member,
    judgements,
)

if TYPE_CHECKING:
    from graph.detection import Detection
    from graph.workspace import Workspace


_NOTED = {CLUSTER: judge_cluster, LEGALITY: judge_legality}


def judge_clusters(
    kind: str,
    workspace: Workspace,
    ids: list[str],
    verdict: Verdict,
    why: str | None,
    who: str,
) -> list[bool]:
    """Judge clusters of the latest snapshot, or their legality; as of `app.judging.judge`."""
    if not ids:
        raise UsageError(
            "Name the clusters that are meant, by the ids that `spoor clusters` lists."
        )
    found = read_snapshot(workspace)
    standing = judgements(workspace, kind)
    unknown = [
        each
        for each in ids
        if each not in set(found.clusters["cluster_id"])
        and not (verdict == WITHDRAW and (each,) in standing)
    ]
    if unknown:
        raise unknown_clusters(found, unknown)
    return [_judge_cluster(kind, workspace, found, each, verdict, why, who) for each in ids]


def _judge_cluster(
    kind: str,
    workspace: Workspace,
    found: Detection,
    name: str,
    verdict: Verdict,
    why: str | None,
    who: str,
) -> bool:
    """Judge one cluster; what is withdrawn is so under every id that it was judged by."""
    members = _members(found, name)
    names = [name]
    if verdict == WITHDRAW:
        same = judgements(workspace, kind).values()
        names += [each.subject[0] for each in same if is_of(each, frozenset(members))]
    noted = [
        _NOTED[kind](workspace, each, verdict, snapshot=found.snapshot, members=members,
                     why=why, who=who)
        for each in dict.fromkeys(names)
    ]  # fmt: skip
    return any(noted)


def judge_members(
    workspace: Workspace, ids: list[str], verdict: Verdict, why: str | None, who: str
) -> list[bool]:
    """Judge whether accounts belong to a cluster; as of `app.judging.judge`."""
    if len(ids) < 2:
        raise UsageError("A member is named by a cluster and an account.")
    found = read_snapshot(workspace)
    name, *accounts = ids
    members = _members(found, name)
    accounts = [standing_key(workspace, each) for each in accounts]
    if verdict == WITHDRAW:
        return [_withdraw_member(workspace, found, name, each, why, who) for each in accounts]
    if not members:
        raise unknown_clusters(found, [name])
    if verdict == "confirm":
        check_accounts(workspace, accounts)
    else:
        check_known(accounts, members, f"not in cluster {name}", "members")
    return [
        judge_member(workspace, name, each, verdict, snapshot=found.snapshot, members=members,
                     why=why, who=who)
        for each in accounts
    ]  # fmt: skip


def _withdraw_member(
    workspace: Workspace, found: Detection, name: str, account: str, why: str | None, who: str
) -> bool:
    """Withdraw what was decided of a member, under every id that its cluster was judged by."""
    standing = judgements(workspace, MEMBER)
    here = frozenset([*_members(found, name), account])
    same = [
        each for each in standing.values()
        if each.subject[1] == account and (each.subject[0] == name or is_of(each, here))
    ]  # fmt: skip
    if not same and not _members(found, name):
        raise unknown_clusters(found, [name])
    noted = [
        judge_member(workspace, each.subject[0], account, "withdraw", snapshot=found.snapshot,
                     members=each.members, why=why, who=who)
        for each in same
    ]  # fmt: skip
    return any(noted)


def is_of(judgement: Judgement, members: frozenset[str]) -> bool:
    """Whether a cluster with these members is the one that was judged."""
    return share_in_common(frozenset(judgement.members), members) > MAJORITY


def _members(found: Detection, cluster_id: str) -> list[str]:
    """Accounts of a cluster; none when there is none of this id."""
    of_cluster = found.members["cluster_id"] == cluster_id
    return found.members.filter(of_cluster)["account_key"].sort().to_list()
