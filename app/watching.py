"""Watching: what a person asks to keep an eye on, and what turned up of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.watching_clusters import cluster_members, follow_clusters, known_again
from app.watching_words import Hit, said_of
from graph.errors import NotFound, UsageError
from ingest.archive import Archive
from ingest.watches import (
    CLUSTER,
    KINDS,
    Watch,
    add_watch,
    arrived_between,
    arrived_in,
    is_met,
    remove_watch,
    standing_watch,
    watched_value,
    watches,
)

if TYPE_CHECKING:
    from graph.detection import Detection
    from graph.workspace import Workspace

MOST = 200


@dataclass(frozen=True)
class Added:
    """What became of a wish to watch something.

    Attributes
    ----------
    watch : Watch
        As it stands now.
    is_new : bool
        Whether this differs from what stood before.
    is_met : bool
        Whether any source speaks of it already.
    """

    watch: Watch
    is_new: bool
    is_met: bool


@dataclass(frozen=True)
class Hits:
    """What turned up of what is watched.

    Attributes
    ----------
    hits : list of Hit
        New members of clusters first, then by watch, those that were taken in last first; of
        many, of each watch alike many.
    counts : dict of str to int
        How many there are of each watch that turned up, whether in the list or not.
    total : int
        Their sum.
    """

    hits: list[Hit]
    counts: dict[str, int]

    @property
    def total(self) -> int:
        """How many there are in all."""
        return sum(self.counts.values())


def watch(workspace: Workspace, kind: str, value: str, *, why: str | None, who: str) -> Added:
    """Note that something is to be watched.

    Parameters
    ----------
    workspace : Workspace
        The caller holds its writer lock.
    kind : str
        One of `ingest.watches.KINDS`.
    value : str
        A key, a contact detail in any writing, any name of a taxon, words; a cluster's id in the
        latest snapshot. But for a cluster it need not be known yet.
    why : str or None
        In the person's words.
    who : str

    Raises
    ------
    UsageError
        If the kind is none, or the value is nothing of that kind.
    NotFound
        If the latest snapshot has no such cluster.
    """
    if kind not in KINDS:
        raise UsageError(f"'{kind}' cannot be watched; say {', '.join(KINDS)}.")
    members: dict[str, Any] = {}
    if kind == CLUSTER:
        chosen, snapshot, accounts = cluster_members(workspace, value.strip())
        members = {"snapshot": snapshot, "members": accounts}
    else:
        chosen = watched_value(workspace, kind, value)
    is_new = add_watch(workspace, kind, chosen, why=why, who=who, **members)
    standing = standing_watch(workspace, kind, chosen)
    assert standing is not None
    return Added(standing, is_new, is_met(workspace, kind, chosen))


def unwatch(workspace: Workspace, kind: str, value: str, *, why: str | None, who: str) -> Watch:
    """Note that something is not watched any more; parameters and errors as of `watch`.

    Returns
    -------
    Watch
        As it stood.

    Raises
    ------
    NotFound
        If it is not watched.
    """
    if kind not in KINDS:
        raise UsageError(f"'{kind}' cannot be watched; say {', '.join(KINDS)}.")
    standing = [each for each in watches(workspace) if each.kind == kind]
    given = value.strip()
    exact = next((each for each in standing if given in (each.value, each.watch)), None)
    if exact is not None:
        chosen = exact.value
    elif kind == CLUSTER:
        chosen = known_again(workspace, standing, given) or given
    else:
        chosen = watched_value(workspace, kind, given)
    before = remove_watch(workspace, kind, chosen, why=why, who=who)
    if before is None:
        which = ", ".join(each.value for each in standing) or "none yet"
        raise NotFound(f"{kind} {chosen} is not watched; watched of this kind: {which}.")
    return before


def hits(
    workspace: Workspace,
    since: str | None = None,
    until: str | None = None,
    *,
    now: Detection | None = None,
    before: Detection | None = None,
    most: int = MOST,
) -> Hits:
    """Find what is watched and was first known in a span of days.

    Parameters
    ----------
    workspace : Workspace
        Its sources must have been extracted.
    since, until : str, optional
        First and last day (``YYYY-MM-DD``, UTC), both within the span. A report that compares the
        end of one day with the end of another begins with the day after the first.
    now, before : Detection, optional
        Snapshots of the end and from before the beginning, as `app.snapshots.read_snapshot` gives
        them, in which watched clusters are known again by their members; by default the last ones
        made of those days or earlier.
    most : int
        Most posts in the list.

    Returns
    -------
    Hits
        Empty when nothing is watched. Of a cluster: posts of all who belonged to it when it was
        watched, or belong to it now; and accounts that belong to it now and did not before.

    Raises
    ------
    UsageError
        If a day is none.
    """
    standing = watches(workspace)
    follow = follow_clusters(workspace, standing, since, until, now=now, before=before)
    found = arrived_between(workspace, follow.watches, since, until, most)
    counts = dict(found.counts)
    for name, _, _ in follow.joined:
        counts[name] = counts.get(name, 0) + 1
    listed = said_of(workspace, follow, found.shown)
    in_order = {each.watch: counts[each.watch] for each in standing if each.watch in counts}
    return Hits(listed, in_order)


def archived_now(workspace: Workspace) -> frozenset[str] | None:
    """List the sources that are archived before more are; None when nothing is watched."""
    if not watches(workspace):
        return None
    return frozenset(each.sha256 for each in Archive(workspace).sources(withdrawn=True))


def hits_of_sources(workspace: Workspace, sources: Collection[str]) -> dict[str, Any]:
    """Count what is watched and is told by some sources for the first time.

    Parameters
    ----------
    workspace : Workspace
        Its sources must have been extracted.
    sources : collection of str
        Their SHA-256.

    Returns
    -------
    dict
        ``posts``: how many distinct posts (or descriptions); ``watches``: ``watch kind value
        hits`` of each watch that turned up.
    """
    standing = watches(workspace)
    follow = follow_clusters(workspace, standing, None, None)
    found = arrived_in(workspace, follow.watches, sources, most=0)
    rows = [
        {"watch": each.watch, "kind": each.kind, "value": each.value,
         "hits": found.counts[each.watch]}
        for each in standing
        if each.watch in found.counts
    ]  # fmt: skip
    return {"posts": found.posts, "watches": rows}
