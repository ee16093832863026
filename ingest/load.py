"""Loading archived sources into the graph: in batches, in order, resumable at any moment."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

import polars as pl

from graph.store import GraphStore
from graph.workspace import Workspace
from ingest.evidence import SourceTables, read_sources
from ingest.load_images import (
    IMAGES_MARKERS,
    load_more_images,
    shows_more,
)
from ingest.load_plan import Plan, Step
from ingest.load_slices import SLICE_POSTS, slices_of
from ingest.load_steps import LINK_STEPS, NODE_STEPS, POST_STEPS
from ingest.screened import Screened
from ingest.totals import Totals, compute_totals

BATCH_ROWS = 5_000
PARTS_OF_A_STEP = 1000
SIGHTINGS_AT_A_TIME = 20_000

Progress = Callable[[int, int], None]


def load_pending(
    workspace: Workspace,
    store: GraphStore,
    progress: Progress | None = None,
) -> int:
    """Load every archived source that is not completely in the graph.

    Parameters
    ----------
    workspace : Workspace
        The caller holds its writer lock; its sources have been extracted
        (`ingest.derived.ensure_derived`).
    store : GraphStore
        An empty database, or this workspace's own.
    progress : callable, optional
        Called with (work done, work in all).

    Returns
    -------
    int
        How many sources were loaded, wholly or to their end.

    Raises
    ------
    StoreError
        If the database is somebody else's, or Neo4j refuses something.
    StoreUnavailable
        If Neo4j goes away. What was written stays; the next call goes on behind it.
    WorkspaceError
        If a source has not been extracted.
    """
    store.claim(workspace.id)
    store.ensure_schema()
    sources = read_sources(Screened(workspace))
    return load_sources(store, sources, progress=progress)


def load_sources(
    store: GraphStore,
    sources: Sequence[SourceTables],
    *,
    batch_rows: int = BATCH_ROWS,
    slice_posts: int = SLICE_POSTS,
    progress: Progress | None = None,
) -> int:
    """Load every source that is not completely in the graph.

    Parameters
    ----------
    store : GraphStore
        A store whose schema is there.
    sources : sequence of SourceTables
        All that count (none that is withdrawn), in order of ingestion.
    batch_rows : int
        Rows to a transaction.
    slice_posts : int
        Posts to be held in memory at a time.
    progress : callable, optional
        Called with (work done, work in all).

    Returns
    -------
    int
        How many sources were loaded, wholly or to their end.

    Raises
    ------
    StoreError, StoreUnavailable
        If Neo4j refuses or goes away. What was written stays; the next call goes on behind it.

    Notes
    -----
    First the nodes of all sources, then the relationships. The marker of a step is written in
    the same transaction as its batch, so that a process may be killed at any moment. Memory
    holds a slice of posts, the accounts, groups and details of the pending sources, and the keys
    of posts that several sources show.
    """
    done = {row["key"]: row["done"] for row in store.run("source_progress")}
    more = {each.key for each in sources if _says_more(each, done.get(each.key, {}))}
    pending = [
        each for each in sources if each.key in more or not done.get(each.key, {}).get("complete")
    ]
    shown = [
        each for each in sources if each not in pending and shows_more(each, done.get(each.key, {}))
    ]
    if not pending and not shown:
        return 0
    plans = _plans(sources, pending, done, more, slice_posts) if pending else []
    report = _Report(progress, len(pending) * len(NODE_STEPS + LINK_STEPS))
    for plan in plans:
        properties = dict(plan.source.properties)
        markers = done.get(plan.source.key, {})
        if plan.source.key in more and not markers.get("says_more"):
            while _remove_sightings(store, plan.source.key):
                pass
            every = (step.marker for step in NODE_STEPS + LINK_STEPS)
            properties |= {"says_more": True, "complete": False, **dict.fromkeys(every)}
        elif shows_more(plan.source, markers):
            properties |= dict.fromkeys(IMAGES_MARKERS)
        store.load("load_source", [{"key": plan.source.key, "properties": properties}])
    done = {row["key"]: row["done"] for row in store.run("source_progress")}
    for plan in plans:
        for step in NODE_STEPS:
            _write(store, plan, step, done[plan.source.key], batch_rows, report)
    load_more_images(store, sources, shown, batch_rows)
    for plan in plans:
        for step in LINK_STEPS:
            _write(store, plan, step, done[plan.source.key], batch_rows, report)
        store.run("complete_source", source_key=plan.source.key)
    return len(pending) + len(shown)


def _plans(
    sources: Sequence[SourceTables],
    pending: Sequence[SourceTables],
    done: Mapping[str, dict[str, Any]],
    more: Collection[str],
    slice_posts: int,
) -> list[Plan]:
    """Plan what to load of each pending source."""
    totals = compute_totals(sources, pending)
    uncounted = bool(set(done) - {each.key for each in sources})
    begun = [each.position for each in sources if _has_posts(done.get(each.key, {}))]
    return [
        Plan(
            each,
            totals,
            known_posts=_known_posts(each, totals, begun, uncounted or each.key in more),
            overtaken_posts=_overtaken_posts(each, totals),
            slices=slices_of(each, slice_posts),
        )
        for each in pending
    ]


def _remove_sightings(store: GraphStore, source_key: str) -> int:
    """Take some sightings of a source out of the graph; how many."""
    found = store.run("remove_sightings", source_key=source_key, limit=SIGHTINGS_AT_A_TIME)
    removed: int = found[0]["removed"]
    return removed


def _says_more(source: SourceTables, markers: dict[str, Any]) -> bool:
    """Whether a source in the graph has been read anew since, with more of it named."""
    read = set(markers.get("private", source.properties["private"]))
    return bool(markers.get("says_more")) or read != set(source.properties["private"])


def _has_posts(markers: dict[str, Any]) -> bool:
    """Whether some posts of a source are in the graph."""
    return bool(markers.get("complete")) or any(step.marker in markers for step in POST_STEPS)


def _known_posts(
    source: SourceTables, totals: Totals, begun: list[int], any_may_be: bool
) -> pl.DataFrame:
    """Find posts that another source may have brought into the graph before this one."""
    if any_may_be:
        return source.posts.select("post_key").unique().collect()
    earlier = totals.shared_posts.filter(
        (pl.col("position") != source.position)
        & ((pl.col("position") < source.position) | pl.col("position").is_in(begun))
    )
    return earlier.select("post_key").unique()


def _overtaken_posts(source: SourceTables, totals: Totals) -> pl.DataFrame:
    """Find the source's posts of which another source shows a later sighting."""
    own = totals.shared_posts.filter(pl.col("position") == source.position)
    return own.filter(~pl.col("is_latest")).select("post_key")


def _write(
    store: GraphStore,
    plan: Plan,
    step: Step,
    markers: dict[str, Any],
    batch_rows: int,
    report: _Report,
) -> None:
    """Write what is left of one step, batch by batch."""
    last = markers.get(step.marker)
    parts = step.slices(plan)
    for number, part in enumerate(parts):
        rows = step.rows(plan, part)
        if last is not None:
            rows = rows.filter(pl.col("order") > last)
        for start in range(0, rows.height, batch_rows):
            batch = rows.slice(start, batch_rows)
            store.load(
                step.query,
                batch.drop("order").to_dicts(),
                source_key=plan.source.key,
                done=batch["order"][-1],
            )
            report.within_step(number + (start + batch.height) / rows.height, len(parts))
    report.step_done()


class _Report:
    """Tells how far the work has come, in thousandths of a step."""

    def __init__(self, progress: Progress | None, steps: int) -> None:
        self._progress = progress
        self._all = steps * PARTS_OF_A_STEP
        self._before = 0

    def within_step(self, parts: float, in_all: int) -> None:
        """Say that some of the step's parts are written."""
        if self._progress is not None:
            self._progress(self._before + int(parts * PARTS_OF_A_STEP / in_all), self._all)

    def step_done(self) -> None:
        """Say that the step is done."""
        self._before += PARTS_OF_A_STEP
        if self._progress is not None:
            self._progress(self._before, self._all)
