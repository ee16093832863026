"""Reading judgements from the journal: the last word on each thing stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from graph.judged import CANDIDATE, CLUSTER, HUB, MEMBER, SUCCESSOR, TIE
from graph.workspace import Workspace
from ingest.journal import Journal

JUDGE = "judge"
HIT = "hit"
LEGALITY = "legality"
KINDS = (CLUSTER, MEMBER, TIE, CANDIDATE, SUCCESSOR, HUB, HIT, LEGALITY)
WITHDRAW = "withdraw"

Verdict = Literal["confirm", "reject", "permitted", "unclear", "contrary", "withdraw"]

_VERDICTS: tuple[Verdict, ...] = ("confirm", "reject", "withdraw")
_LEGALITY_VERDICTS: tuple[Verdict, ...] = ("permitted", "unclear", "contrary", "withdraw")


@dataclass(frozen=True)
class Judgement:
    """What a person decided last about one thing.

    Attributes
    ----------
    kind : str
        One of `KINDS`.
    subject : tuple of str
        Id of the cluster of a ``cluster`` or ``legality``; that and key of the account of a
        ``member``; keys of both accounts, in order, of a ``tie`` or ``candidate``; of the new and
        the old account of a ``successor``; key of the contact detail of a ``hub``; entry of the
        lexicon and key of the post of a ``hit``.
    verdict : str
        ``confirm`` or ``reject``; of a ``legality`` ``permitted``, ``unclear`` or ``contrary``.
    by, at : str
        Who decided, and when (UTC, ISO 8601).
    why : str or None
    snapshot : str or None
        Snapshot that a cluster was seen in.
    members : tuple of str
        Keys of that cluster's accounts in it.
    """

    kind: str
    subject: tuple[str, ...]
    verdict: str
    by: str
    at: str
    why: str | None
    snapshot: str | None = None
    members: tuple[str, ...] = ()


def verdicts_of(kind: str) -> tuple[Verdict, ...]:
    """Give what may be said of things of a kind, one of `KINDS`."""
    return _LEGALITY_VERDICTS if kind == LEGALITY else _VERDICTS


def judgements(workspace: Workspace, kind: str) -> dict[tuple[str, ...], Judgement]:
    """Read what was decided last about each thing of a kind.

    Parameters
    ----------
    workspace : Workspace
    kind : str
        One of `KINDS`.

    Returns
    -------
    dict
        By subject, in the order in which they were first judged; what was withdrawn is left out.
    """
    return {each.subject: each for each in all_judgements(workspace) if each.kind == kind}


def all_judgements(workspace: Workspace) -> list[Judgement]:
    """Read what was decided last about each thing, in the order in which they were first judged."""
    found: dict[tuple[str, ...], Judgement] = {}
    for entry in Journal(workspace).entries(JUDGE):
        each = _read(entry)
        name = (each.kind, *each.subject)
        if each.verdict == WITHDRAW:
            found.pop(name, None)
        else:
            found[name] = each
    return list(found.values())


def _read(entry: dict[str, Any]) -> Judgement:
    """Read a judgement from the journal."""
    kind = entry["about"]
    subject = {
        CLUSTER: lambda: (entry["cluster"],),
        LEGALITY: lambda: (entry["cluster"],),
        MEMBER: lambda: (entry["cluster"], *entry["keys"]),
        HIT: lambda: (entry["entry"], entry["post"]),
    }.get(kind, lambda: entry["keys"])()
    return Judgement(
        kind=kind,
        subject=tuple(map(str, subject)),
        verdict=str(entry["verdict"]),
        by=str(entry["by"]),
        at=str(entry["at"]),
        why=entry.get("why"),
        snapshot=entry.get("snapshot"),
        members=tuple(entry.get("members", ())),
    )
