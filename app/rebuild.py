"""Making the graph from the archive: what is lacking, or all of it again with its results."""

from __future__ import annotations

from dataclasses import dataclass

from app.finding import find_networks, note_detection, show_networks
from app.own_side import to_be_made_for
from app.steps import OpenStore, Steps, silent
from app.translating import show_translations
from app.withdrawn_sources import holds_withdrawn
from graph.detection import Detection
from graph.emptying import empty, made_for, mark_made_for
from graph.lifecycle.events import find_events
from graph.lineage_results import write_lineage
from graph.lookup.overview import latest_snapshot
from graph.snapshots import list_snapshots, read_snapshot
from graph.store import GraphStore
from graph.workspace import Workspace
from ingest.archive import Archive
from ingest.derived import ensure_derived
from ingest.extraction import extractor_of
from ingest.journal import Journal
from ingest.load import load_pending
from ingest.screened import Screened


@dataclass(frozen=True)
class Made:
    """What was done to the graph.

    Attributes
    ----------
    anew : bool
        Whether it was emptied and made again.
    snapshot : str or None
        The latest snapshot, where its results were written again.
    detected : bool
        Whether networks were detected again for that.
    """

    anew: bool = False
    snapshot: str | None = None
    detected: bool = False


def rebuild(
    workspace: Workspace, *, who: str, open_store: OpenStore, steps: Steps | None = None
) -> Made:
    """Empty the graph and make it again from the archive, with the results of detections.

    Parameters
    ----------
    workspace : Workspace
        The caller holds its writer lock.
    who : str
        Who does this; noted in the journal.
    open_store, steps
        As of `make_current`.
    """
    made = make_current(workspace, who=who, open_store=open_store, steps=steps, anew=True)
    Journal(workspace).append("rebuild", who, snapshot=made.snapshot)
    return made


def make_current(
    workspace: Workspace,
    *,
    who: str,
    open_store: OpenStore,
    steps: Steps | None = None,
    anew: bool = False,
    results: bool = True,
) -> Made:
    """Extract and load what the archive holds; make the graph again where it has to be.

    Parameters
    ----------
    workspace : Workspace
        The caller holds its writer lock.
    who : str
        Who does this.
    open_store : callable
        Opens the graph; called only when the archive holds something.
    steps : callable, optional
        Told what is being done, and how far it has come.
    anew : bool
        Make the graph again in any case. Otherwise that is done when it was made for another own
        side: one was declared or taken back, or a new source tells more of it; when the program,
        the lexicon or the taxa changed that texts are read with; when a source was withdrawn; and
        when a new source says of which id a handle is, under which others hold something.
    results : bool
        Whether the results of the latest detection are written, too, where writing them was cut
        off. After making the graph again they always are.

    Returns
    -------
    Made

    Notes
    -----
    When this is cut off, the next call goes on: the database says what it is being made for, and
    until it is emptied, that it is being emptied.
    """
    told = steps or silent
    archive = Archive(workspace)
    ensure_derived(
        workspace, archive, lambda done, all_: told("Finding contact details", done, all_)
    )
    if not archive.sources(withdrawn=True) and not anew:
        return Made()
    wanted = to_be_made_for(workspace)
    with open_store(workspace) as store:
        made = made_for(store, workspace.id)
        if made is None:
            mark_made_for(store, workspace.id, wanted)
        again = anew or made not in (None, wanted) or holds_withdrawn(workspace, store)
        if not again and _handles_moved(workspace, store):
            Journal(workspace).append("put together", who, why="a handle is of a known id")
            again = True
        if again:
            empty(store, workspace.id, wanted, lambda done, all_: told("Emptying", done, all_))
        load_pending(workspace, store, lambda done, all_: told("Loading", done, all_))
        show_translations(workspace, store)
        if again or (results and not _shows_latest(workspace, store)):
            return _restore(workspace, store, wanted.screened, who, told, anew=again)
    return Made()


def _handles_moved(workspace: Workspace, store: GraphStore) -> bool:
    """Whether what sources hold under handles now belongs under other keys than in the graph."""
    handles = Screened(workspace).handles
    return any(
        row["done"].get("handles") != handles.fingerprint(row["key"].partition(":")[2])
        for row in store.run("source_progress")
    )


def _shows_latest(workspace: Workspace, store: GraphStore) -> bool:
    """Whether the graph holds the results of the snapshot that was made last, if there is one."""
    made = list_snapshots(workspace)
    shown = latest_snapshot(store)
    return not made or (shown is not None and shown.id == made[-1].snapshot)


def _restore(
    workspace: Workspace,
    store: GraphStore,
    screened: str | None,
    who: str,
    told: Steps,
    *,
    anew: bool,
) -> Made:
    """Write the results of detections into the graph, the latest last."""
    names = [entry.snapshot for entry in list_snapshots(workspace)]
    if not names or not Archive(workspace).sources():
        return Made(anew=anew)
    usable = _made_alike(workspace, screened)
    latest = read_snapshot(workspace, names[-1])
    detected = latest.snapshot not in usable
    if detected:
        latest = find_networks(workspace, latest.settings, latest.as_of, told)
    for name in names:
        if name in usable and name != latest.snapshot:
            show_networks(store, read_snapshot(workspace, name), told)
    show_networks(store, latest, told)
    _restore_lineage(workspace, store, latest)
    if detected:
        note_detection(workspace, latest, who)
    return Made(anew=anew, snapshot=latest.snapshot, detected=detected)


def _restore_lineage(workspace: Workspace, store: GraphStore, latest: Detection) -> None:
    """Write which clusters of an earlier day those of the latest snapshot go on from."""
    earlier = {
        entry.snapshot
        for entry in list_snapshots(workspace, aside=True)
        if entry.as_of < latest.as_of
    }
    if latest.before in earlier:
        before = read_snapshot(workspace, latest.before)
        write_lineage(store, before, latest, find_events(before, latest).sure)


def _made_alike(workspace: Workspace, screened: str | None) -> set[str]:
    """Find the snapshots made from what the graph now holds, without the same own side."""
    usable: set[str] = set()
    version = extractor_of(workspace).version
    for entry in Journal(workspace).entries():
        if entry.get("kind") in {"withdraw", "put together"}:
            usable.clear()
        if entry.get("kind") == "detect" and (
            entry.get("own") == screened and entry.get("extractor") == version
        ):
            usable.add(entry["snapshot"])
    return usable
