"""Judging accounts and contact details by their keys; keys that are not known are refused."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Literal

from rapidfuzz import process

from graph.errors import NotFound, UsageError
from graph.judged import HUB, SUCCESSOR
from ingest.judgements import Verdict, judge_hub, judgements
from ingest.judgements import judge_pair as note_pair
from ingest.judgements import judge_successor as note_successor
from ingest.tables import known_accounts, known_details, standing_accounts

if TYPE_CHECKING:
    from graph.workspace import Workspace

NEAREST = 5
WITHDRAW = "withdraw"


def judge_pair(
    kind: Literal["tie", "candidate"],
    workspace: Workspace,
    ids: list[str],
    verdict: Verdict,
    why: str | None,
    who: str,
) -> list[bool]:
    """Judge two accounts: their tie, or one person behind both; as of `app.judging.judge`."""
    accounts = sorted({standing_key(workspace, each) for each in ids})
    if len(ids) != 2 or len(accounts) != 2:
        raise UsageError(f"A {kind} is named by two accounts.")
    pair = (accounts[0], accounts[1])
    if verdict != WITHDRAW or pair not in judgements(workspace, kind):
        check_accounts(workspace, pair)
    return [note_pair(workspace, kind, pair, verdict, why=why, who=who)]


def judge_successor(
    workspace: Workspace, ids: list[str], verdict: Verdict, why: str | None, who: str
) -> list[bool]:
    """Judge whether an account carries on from another; as of `app.judging.judge`."""
    accounts = [standing_key(workspace, each) for each in ids]
    if len(ids) != 2 or len(set(accounts)) != 2:
        raise UsageError("A successor is named by two accounts, the new one first.")
    new, old = accounts
    if verdict != WITHDRAW or (new, old) not in judgements(workspace, SUCCESSOR):
        check_accounts(workspace, accounts)
    return [note_successor(workspace, new, old, verdict, why=why, who=who)]


def judge_hubs(
    workspace: Workspace, ids: list[str], verdict: Verdict, why: str | None, who: str
) -> list[bool]:
    """Judge whether contact details serve strangers; as of `app.judging.judge`."""
    if not ids:
        raise UsageError("Name the contact details that are meant, such as phone:+6281….")
    standing = judgements(workspace, HUB) if verdict == WITHDRAW else {}
    asked = [each for each in ids if (each,) not in standing]
    if asked:
        check_known(asked, known_details(workspace), "no contact detail known here")
    return [judge_hub(workspace, each, verdict, why=why, who=who) for each in ids]


def standing_key(workspace: Workspace, key: str) -> str:
    """Give the key under which an account is known."""
    return standing_accounts(workspace).get(key, key)


def check_accounts(workspace: Workspace, accounts: Iterable[str]) -> None:
    """Refuse accounts that no source speaks of."""
    known = known_accounts(workspace)["account_key"].to_list()
    check_known(accounts, known, "no account known here")


def check_known(named: Iterable[str], known: Collection[str], what: str, those: str = "") -> None:
    """Refuse keys that are not known, and name the nearest."""
    among = set(known)
    unknown = [each for each in named if each not in among]
    if not unknown:
        return
    near = [name for name, _, _ in process.extract(unknown[0], known, limit=NEAREST)]
    which = f"nearest of its {those}" if those else "nearest"
    nearest = f"{which}: {', '.join(near)}" if near else "there is none at all"
    verb = "is" if len(unknown) == 1 else "are"
    raise NotFound(f"{', '.join(unknown)} {verb} {what}; {nearest}.")
