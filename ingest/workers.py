"""Deriving from many batches of posts on several processors at once, in their order."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

import polars as pl

from graph.errors import WorkspaceError
from ingest.deriving import Derived, derive_posts
from ingest.extract import Extractor

WORTH_WORKERS = 40_000
"""Fewer posts than this are read before other processes have started."""

_MOST_WORKERS = 8


def derive_batches(
    batches: Iterator[pl.DataFrame],
    posts: int,
    region: str | None,
    extractor: Extractor,
    workers: int | None = None,
) -> Iterator[Derived]:
    """Derive from batches of posts; see `ingest.deriving.derive_posts`.

    Parameters
    ----------
    batches : iterator of DataFrame
    posts : int
        How many posts there are in all, or more.
    region : str or None
    extractor : Extractor
    workers : int, optional
        Processes to use; by default one for each processor, and this one alone for fewer posts
        than `WORTH_WORKERS`.

    Yields
    ------
    dict of str to DataFrame
        Of each batch, in order, whatever the number of processes.

    Raises
    ------
    WorkspaceError
        If a process is killed, as happens when memory runs out.

    Notes
    -----
    At most two batches a process are held in memory.
    """
    many = workers or min(_MOST_WORKERS, len(os.sched_getaffinity(0)))
    if many < 2 or (workers is None and posts < WORTH_WORKERS):
        for batch in batches:
            yield derive_posts(batch, region, extractor)
        return
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(many, context, initializer=_begin, initargs=(region, extractor))
    waiting: deque[Future[Derived]] = deque()
    try:
        for batch in batches:
            waiting.append(pool.submit(_derive, batch))
            if len(waiting) >= 2 * many:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool:
        raise WorkspaceError(
            "a process that was reading texts was killed, as happens when memory runs out; "
            "close other programs and run the command again: finished sources are kept."
        ) from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


_region: str | None = None
_extractor: Extractor | None = None


def _begin(region: str | None, extractor: Extractor) -> None:
    """Take what every batch of this process is read with."""
    global _region, _extractor
    _region, _extractor = region, extractor


def _derive(batch: pl.DataFrame) -> Derived:
    """Derive from a batch in this process."""
    assert _extractor is not None
    return derive_posts(batch, _region, _extractor)
