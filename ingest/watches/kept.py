"""Watches in the journal: who keeps an eye on what, since when, why; nothing is overwritten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graph.workspace import Workspace
from ingest.extract.names.folded import fold_name
from ingest.journal import Journal

ACCOUNT, DETAIL, TERM, TAXON, GROUP, CLUSTER = (
    "account", "detail", "term", "taxon", "group", "cluster",
)  # fmt: skip
KINDS = (ACCOUNT, DETAIL, TERM, TAXON, GROUP, CLUSTER)

_ADDED, _REMOVED = "watch", "unwatch"


@dataclass(frozen=True)
class Watch:
    """Something that is watched.

    Attributes
    ----------
    watch : str
        ``W1``, ``W2``, …: its place in the order in which things were first watched. It stays,
        also when something is watched again later.
    kind : str
        One of `KINDS`.
    value : str
        Key of the account, contact detail, taxon or group; words of a term as they were typed; id
        of the cluster in the snapshot that it was watched in.
    by, at : str
        Who watches it, and since when (UTC, ISO 8601).
    why : str or None
    snapshot : str or None
        Snapshot that a cluster was seen in.
    members : tuple of str
        Keys of that cluster's accounts in it, by which it is known again.
    """

    watch: str
    kind: str
    value: str
    by: str
    at: str
    why: str | None
    snapshot: str | None = None
    members: tuple[str, ...] = ()


def watches(workspace: Workspace) -> list[Watch]:
    """Read what is watched now, in the order in which it was first watched."""
    numbers: dict[tuple[str, str], str] = {}
    found: dict[tuple[str, str], Watch] = {}
    for entry in Journal(workspace).entries():
        if entry.get("kind") not in (_ADDED, _REMOVED):
            continue
        name = _name(str(entry["about"]), _value(entry))
        number = numbers.setdefault(name, f"W{len(numbers) + 1}")
        if entry["kind"] == _REMOVED:
            found.pop(name, None)
        else:
            found[name] = _read(entry, number)
    return sorted(found.values(), key=lambda each: int(each.watch[1:]))


def add_watch(
    workspace: Workspace,
    kind: str,
    value: str,
    *,
    why: str | None,
    who: str,
    snapshot: str | None = None,
    members: Sequence[str] = (),
) -> bool:
    """Note in the journal that something is watched.

    Parameters
    ----------
    workspace : Workspace
        The caller holds its writer lock.
    kind : str
        One of `KINDS`.
    value : str
        As `ingest.watches.watched_value` writes it; a cluster's id.
    why : str or None
        In the person's words.
    who : str
    snapshot : str, optional
        Where a cluster was seen.
    members : sequence of str
        Keys of its accounts there.

    Returns
    -------
    bool
        Whether this differs from what stood before; otherwise nothing is noted again.
    """
    before = standing_watch(workspace, kind, value)
    is_same = before is not None and (why is None or why == before.why)
    if is_same and before is not None and before.members == tuple(sorted(members)):
        return False
    facts: dict[str, Any] = {"about": kind}
    if kind == CLUSTER:
        facts |= {"cluster": value, "snapshot": snapshot, "members": sorted(members)}
    else:
        facts["keys"] = [value]
    Journal(workspace).append(_ADDED, who, **facts, **({"why": why} if why else {}))
    return True


def remove_watch(
    workspace: Workspace, kind: str, value: str, *, why: str | None, who: str
) -> Watch | None:
    """Note in the journal that something is not watched any more; parameters as of `add_watch`.

    Returns
    -------
    Watch or None
        As it stood; None if it was not watched, and nothing is noted.
    """
    before = standing_watch(workspace, kind, value)
    if before is None:
        return None
    what = {"cluster": before.value} if kind == CLUSTER else {"keys": [before.value]}
    Journal(workspace).append(_REMOVED, who, about=kind, **what, **({"why": why} if why else {}))
    return before


def standing_watch(workspace: Workspace, kind: str, value: str) -> Watch | None:
    """Find what is watched now under a value; words that are found alike are one term."""
    name = _name(kind, value)
    return next((each for each in watches(workspace) if _name(each.kind, each.value) == name), None)


def _name(kind: str, value: str) -> tuple[str, str]:
    """Name what is watched; words that are found alike are one term."""
    return kind, fold_name(value) if kind == TERM else value


def _value(entry: dict[str, Any]) -> str:
    """Read what an entry is about."""
    return str(entry["cluster"] if entry["about"] == CLUSTER else entry["keys"][0])


def _read(entry: dict[str, Any], number: str) -> Watch:
    """Read a watch from the journal."""
    return Watch(
        watch=number,
        kind=str(entry["about"]),
        value=_value(entry),
        by=str(entry["by"]),
        at=str(entry["at"]),
        why=entry.get("why"),
        snapshot=entry.get("snapshot"),
        members=tuple(entry.get("members", ())),
    )
