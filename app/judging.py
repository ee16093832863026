"""What a person decides of what was found: checked, noted, and what stands of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import TYPE_CHECKING

from app.judging_clusters import is_of, judge_clusters, judge_members
from app.judging_keys import judge_hubs, judge_pair, judge_successor
from graph.judged import CANDIDATE, CLUSTER, HUB, MEMBER, SUCCESSOR, TIE
from ingest.journal import Journal
from ingest.judgements import LEGALITY, Judgement, Verdict, judgements
from ingest.own import own_accounts
from ingest.screened import Screened

if TYPE_CHECKING:
    from graph.workspace import Workspace

_Noter = Callable[["Workspace", list[str], Verdict, str | None, str], list[bool]]
_NOTERS: dict[str, _Noter] = {
    CLUSTER: partial(judge_clusters, CLUSTER),
    LEGALITY: partial(judge_clusters, LEGALITY),
    MEMBER: judge_members,
    TIE: partial(judge_pair, "tie"),
    CANDIDATE: partial(judge_pair, "candidate"),
    SUCCESSOR: judge_successor,
    HUB: judge_hubs,
}


def judge(
    workspace: Workspace,
    kind: str,
    ids: Sequence[str],
    verdict: Verdict,
    *,
    why: str | None,
    who: str,
) -> list[bool]:
    """Note a judgement; the next detection obeys it, unless it is of legality.

    Parameters
    ----------
    workspace : Workspace
        The caller holds its writer lock.
    kind : str
        ``cluster``, ``legality``, ``member``, ``tie``, ``candidate``, ``successor`` or ``hub``.
    ids : sequence of str
        Clusters of the latest snapshot; one of them and accounts; two accounts (of a successor
        the new one first); or contact details.
    verdict : str
        ``confirm`` or ``reject``; of legality ``permitted``, ``unclear`` or ``contrary``; or
        ``withdraw`` what stands.
    why : str or None
        In the person's words; of legality it names the law or permit.
    who : str

    Returns
    -------
    list of bool
        For each thing judged, whether this differs from what stood before.

    Raises
    ------
    UsageError
        If the ids are too few or too many for the kind, or legality is judged without a law.
    NotFound
        If one of them is not known; nothing is noted then. It names the nearest ones.
    """
    return _NOTERS[kind](workspace, list(ids), verdict, why, who)


def concerning(
    workspace: Workspace, accounts: Collection[str], details: Collection[str] = ()
) -> list[Judgement]:
    """List the judgements in force that concern a cluster, the latest first.

    Parameters
    ----------
    workspace : Workspace
    accounts : collection of str
        Its members.
    details : collection of str
        Contact details that they share.
    """
    members = frozenset(accounts)
    found = [
        each
        for kind in (CLUSTER, LEGALITY)
        for each in judgements(workspace, kind).values()
        if is_of(each, members)
    ]
    found += [
        each
        for each in judgements(workspace, MEMBER).values()
        if is_of(each, members | {each.subject[1]})
    ]
    for kind in (TIE, CANDIDATE, SUCCESSOR):
        found += [each for each in judgements(workspace, kind).values()
                  if members & set(each.subject)]  # fmt: skip
    found += [each for each in judgements(workspace, HUB).values() if each.subject[0] in details]
    own = _own(workspace)
    shown = [each for each in found if not own & set(each.subject)]
    return sorted(shown, key=lambda each: each.at, reverse=True)


def is_obeyed(workspace: Workspace, judgement: Judgement) -> bool:
    """Whether a detection was made after a judgement."""
    made = [entry["at"] for entry in Journal(workspace).entries("detect")]
    return bool(made) and max(made) > judgement.at


def _own(workspace: Workspace) -> frozenset[str]:
    """Accounts and contact details of our own side, which appear nowhere."""
    if not own_accounts(workspace):
        return frozenset()
    screen = Screened(workspace).screen
    return screen.accounts | screen.traits.details if screen else frozenset()
