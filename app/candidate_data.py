"""Same-person candidates as they may be shown: the question, the reasons, how they stand judged."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from app.snapshots import read_snapshot
from app.words import platform
from graph.judged import CANDIDATE, CONFIRM, Judged
from graph.judged.clusters import CONFIRMED, OPEN, REJECTED
from graph.one_person.candidates import Candidates, find_candidates
from graph.one_person.reasons import PAIR
from ingest.archive import Archive
from ingest.derived import ensure_derived
from ingest.judgements import judged
from ingest.lexicon_uses import is_read
from ingest.tables import tables

if TYPE_CHECKING:
    from graph.tables import Tables
    from graph.workspace import Workspace


class Listed(NamedTuple):
    """Candidates of a workspace.

    Attributes
    ----------
    rows : list of dict
        ``accounts`` (two keys), ``question``, ``score``, ``reasons`` (``layer shared bits
        sentence``), ``status`` (``open confirmed rejected``) and ``judged_by``, the likeliest
        first.
    found : Candidates
        What they were made from.
    accounts : int
        How many accounts were known.
    as_of : str
        The day whose knowledge this is.
    """

    rows: list[dict[str, Any]]
    found: Candidates
    accounts: int
    as_of: str


def list_candidates(
    workspace: Workspace, snapshot: str | None, *, on_wait: Callable[[], None] | None = None
) -> Listed:
    """Find the candidates among the accounts that a snapshot knew.

    Parameters
    ----------
    workspace : Workspace
        Its writer lock is taken only where sources have to be extracted again first.
    snapshot : str or None
        None: the latest.
    on_wait : callable, optional
        Called when another process holds that lock.

    Returns
    -------
    Listed
    """
    seen = read_snapshot(workspace, snapshot)
    if not is_read(workspace):
        with workspace.writer(on_wait=on_wait):
            ensure_derived(workspace, Archive(workspace))
    known = tables(workspace, seen.as_of)
    decided = judged(workspace, known.as_of)
    found = find_candidates(known, seen.hubs, seen.texts, decided)
    return Listed(_rows(found, known, decided), found, len(known.accounts), seen.as_of)


def _rows(found: Candidates, known: Tables, decided: Judged) -> list[dict[str, Any]]:
    """Write candidates as plain data."""
    called = {
        row["account_key"]: row
        for row in known.accounts.select("account_key", "platform", "handle", "name").to_dicts()
    }
    judgements = {(row["first"], row["second"]): row for row in decided.of(CANDIDATE).to_dicts()}
    reasons: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for row in found.reasons.to_dicts():
        pair = tuple(row.pop(side) for side in PAIR)
        reasons.setdefault(pair, []).append(row)
    return [
        {
            "accounts": [one, other],
            "question": _question(called[one], called[other]),
            "score": score,
            "reasons": reasons[one, other],
            **_status(judgements.get((one, other))),
        }
        for one, other, score in found.likely.iter_rows()
    ]


def _question(one: dict[str, Any], other: dict[str, Any]) -> str:
    """What a person is asked."""
    return f"May one person be behind {_name(one)} and {_name(other)}?"


def _name(account: dict[str, Any]) -> str:
    """An account by name or handle, and where it is."""
    said = account["name"] or (f"@{account['handle']}" if account["handle"] else None)
    where = platform(account["platform"])
    return f"“{' '.join(said.split())}” on {where}" if said else f"an unnamed account on {where}"


def _status(judgement: dict[str, Any] | None) -> dict[str, str | None]:
    """How a candidate stands judged, and by whom."""
    if judgement is None:
        return {"status": OPEN, "judged_by": None}
    status = CONFIRMED if judgement["verdict"] == CONFIRM else REJECTED
    return {"status": status, "judged_by": judgement["by"]}
