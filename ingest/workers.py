"""Deriving from many batches of posts on several processors at once, in their order."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

import polars as pl

from graph.errors import WorkspaceError
from ingest.deriving import Derived, derive_posts
from ingest.extract import Extractor

WORTH_WORKERS = 40_000
"""Fewer posts than this are read before other processes have started."""

_MOST_WORKERS = 8


class Workers:
    """Processes that derive from posts, started once for all sources; a context manager.

    Parameters
    ----------
    extractor : Extractor
    posts : int
        How many posts there are in all, or more.
    many : int, optional
        Processes to use; by default one for each processor, and this one alone for fewer posts
        than `WORTH_WORKERS`.
    """

    def __init__(self, extractor: Extractor, posts: int, many: int | None = None) -> None:
        self._extractor = extractor
        few = many is None and posts < WORTH_WORKERS
        self._many = 1 if few else many or min(_MOST_WORKERS, len(os.sched_getaffinity(0)))
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Workers:
        if self._many > 1:
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(
                self._many, context, initializer=_begin, initargs=(self._extractor,)
            )
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def derive(self, batches: Iterable[pl.DataFrame], region: str | None) -> Iterator[Derived]:
        """Derive from batches of posts; see `ingest.deriving.derive_posts`.

        Parameters
        ----------
        batches : iterable of DataFrame
        region : str or None

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
        if self._pool is None:
            for batch in batches:
                yield derive_posts(batch, region, self._extractor)
            return
        try:
            yield from self._in_order(self._pool, batches, region)
        except BrokenProcessPool:
            raise WorkspaceError(
                "a process that was reading texts was killed, as happens when memory runs out; "
                "close other programs and run the command again: finished sources are kept."
            ) from None

    def _in_order(
        self, pool: ProcessPoolExecutor, batches: Iterable[pl.DataFrame], region: str | None
    ) -> Iterator[Derived]:
        """Hand out batches and give back what was derived, in order."""
        waiting: deque[Future[Derived]] = deque()
        for batch in batches:
            waiting.append(pool.submit(_derive, batch, region))
            if len(waiting) >= 2 * self._many:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


_extractor: Extractor | None = None


def _begin(extractor: Extractor) -> None:
    """Take what every batch of this process is read with."""
    global _extractor
    _extractor = extractor


def _derive(batch: pl.DataFrame, region: str | None) -> Derived:
    """Derive from a batch in this process."""
    assert _extractor is not None
    return derive_posts(batch, region, _extractor)
