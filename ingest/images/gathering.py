"""Gathering the pictures that a source's posts name: kept, fingerprinted and hashed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

import polars as pl

from graph import keys
from graph.errors import SourceError
from graph.records import IMAGES, Batch
from ingest.images.beside import Beside, find_beside
from ingest.images.looks import HEAD, Kind, Outcome, kind_of, look_at, no_bombs, outcome_of
from ingest.images.names import named_pictures
from ingest.images.saying import Tally
from ingest.sources import Source
from ingest.zips import MAX_UNPACKED

_THREADS = min(4, os.cpu_count() or 1)
_UNDER_WAY = 16 * _THREADS

Tick = Callable[[int, int], None]
"""Told how many of the pictures named by some posts were looked for, and of how many."""


class Picture(NamedTuple):
    """A picture's fingerprint and, where it was looked at, what it looks like."""

    sha256: str
    perceptual_hash: str | None


class Gathering:
    """The pictures of one source.

    Parameters
    ----------
    source : Source
        Beside which, or in whose zip, they lie.
    folder : Path
        Where to put the bytes, each file under its SHA-256; it is made when needed.
    known : mapping of str to Picture, optional
        Pictures found at an earlier time, by name.
    tick : callable, optional
    keep : bool
        Whether the bytes are to stay in the folder.

    Attributes
    ----------
    tally : Tally
        What became of the pictures named.

    Notes
    -----
    Used in a ``with`` block, by one thread; decoding runs in some threads of its own. Memory is
    bounded but for a fingerprint per name. Nothing that a picture holds raises an error.
    """

    def __init__(
        self,
        source: Source,
        folder: Path,
        known: Mapping[str, Picture] | None = None,
        tick: Tick | None = None,
        *,
        keep: bool = True,
    ) -> None:
        self._source = source
        self._folder = folder
        self._tick = tick
        self._keep = keep
        self._known = dict(known or {})
        self._found: dict[str, Picture | None] = {}
        self._looks: dict[str, tuple[Outcome | None, str | None]] = {}
        self._left = MAX_UNPACKED
        self._stack = ExitStack()
        self.tally = Tally()

    def __enter__(self) -> Self:
        """Begin."""
        self._stack.enter_context(no_bombs())
        self._pool = self._stack.enter_context(ThreadPoolExecutor(_THREADS))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the threads."""
        self._stack.close()

    def with_images(self, batch: Batch) -> Batch:
        """Add to a batch the pictures that its posts name and that are there."""
        images = self.images_of(batch.posts)
        return replace(batch, images=pl.concat([batch.images, images])) if len(images) else batch

    def images_of(self, posts: pl.DataFrame) -> pl.DataFrame:
        """Find the pictures that posts name.

        Parameters
        ----------
        posts : polars.DataFrame
            With the columns `ingest.images.names.COLUMNS`.

        Returns
        -------
        polars.DataFrame
            `IMAGES`, one row per post and name of a picture that is there, in the order of the
            posts; ``url`` is the name. ``perceptual_hash`` is null where nothing here decodes the
            picture's format.
        """
        named = named_pictures(posts)
        self._look_for(list(dict.fromkeys(named["name"])))
        rows = []
        for post_key, name, locator, collected_at in named.iter_rows():
            picture = self._found[name]
            if picture is not None:
                key = keys.image(picture.sha256, picture.perceptual_hash)
                rows.append((key, post_key, *picture, name, locator, collected_at))
        return pl.DataFrame(rows, schema=IMAGES, orient="row")

    def _look_for(self, names: list[str]) -> None:
        """Find out about names that were not met before."""
        for name in names:
            if name in self._known:
                self._found[name] = picture = self._known.pop(name)
                self.tally.count_found(outcome_of(picture.perceptual_hash))
        new = [name for name in names if name not in self._found]
        staged: list[tuple[str, str | None]] = []
        under_way: dict[str, Future[tuple[Outcome, str]]] = {}
        for number, name in enumerate(new):
            sha256 = self._stage(name, under_way)
            staged.append((name, sha256))
            if len(under_way) >= _UNDER_WAY:
                self._finish(under_way, until=_UNDER_WAY // 2)
            if self._tick is not None:
                self._tick(number + 1, len(new))
        self._finish(under_way, until=0)
        for name, sha256 in staged:
            if sha256 is None:
                self._found[name] = None
                continue
            outcome, looks = self._looks[sha256]
            self.tally.count_found(outcome)
            self._found[name] = Picture(sha256, looks)

    def _finish(self, under_way: dict[str, Future[tuple[Outcome, str]]], *, until: int) -> None:
        """Wait for pictures being looked at, the first ones first."""
        while len(under_way) > until:
            sha256 = next(iter(under_way))
            self._looks[sha256] = under_way.pop(sha256).result()

    def _stage(self, name: str, under_way: dict[str, Future[tuple[Outcome, str]]]) -> str | None:
        """Copy a picture, and have it looked at; its SHA-256, or None where there is none."""
        beside = find_beside(self._source, name)
        if beside is None:
            self.tally.missing += 1
            return None
        if beside.danger is not None or beside.size > self._left:
            self.tally.refused += 1
            return None
        try:
            kind, path = self._copy(beside)
        except SourceError:
            self.tally.refused += 1
            return None
        sha256 = path.name
        is_picture = kind in {Kind.READABLE, Kind.NOT_READ_HERE}
        if kind is Kind.READABLE and sha256 not in self._looks and sha256 not in under_way:
            under_way[sha256] = self._pool.submit(self._look, path)
        elif not is_picture:
            self.tally.no_picture += 1
            path.unlink()
        elif sha256 not in self._looks:
            self._looks[sha256] = None, None
            self._put_away(path)
        return sha256 if is_picture else None

    def _look(self, path: Path) -> tuple[Outcome, str]:
        """Look at a picture, in a thread of its own."""
        found = look_at(path)
        self._put_away(path)
        return found

    def _put_away(self, path: Path) -> None:
        """Have the disk keep a picture, or remove it."""
        if not self._keep:
            path.unlink(missing_ok=True)
            return
        with path.open("rb") as file:
            os.fsync(file.fileno())

    def _copy(self, beside: Beside) -> tuple[Kind, Path]:
        """Copy a file to the folder, named by its SHA-256."""
        self._folder.mkdir(exist_ok=True)
        path = self._folder / "copy"
        digest = hashlib.sha256()
        kind = Kind.EMPTY
        with path.open("wb") as copy:
            for chunk in _read(beside):
                if kind is Kind.EMPTY:
                    kind = kind_of(chunk[:HEAD])
                if kind is Kind.NO_PICTURE:
                    break
                self._left -= len(chunk)
                if self._left < 0:
                    raise SourceError("it is larger than it was")
                digest.update(chunk)
                copy.write(chunk)
        return kind, path.replace(self._folder / digest.hexdigest())


def _read(beside: Beside) -> Iterator[bytes]:
    """Read a file; what the disk says against it is told like what a zip does."""
    try:
        yield from beside.chunks()
    except OSError as error:
        raise SourceError(str(error)) from None
