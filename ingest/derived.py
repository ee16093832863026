"""Derived tables: what extraction finds in a source's records, kept per extractor version."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
import pyarrow.parquet as pq

from graph.derived_records import DERIVED_SCHEMAS
from graph.errors import WorkspaceError
from graph.workspace import Workspace
from ingest.deriving import POST_COLUMNS, derive_descriptions
from ingest.extract import Extractor
from ingest.extraction import extractor_of
from ingest.scanned import scan_sources
from ingest.source_record import SourceRecord
from ingest.workers import Workers

if TYPE_CHECKING:
    from ingest.archive import Archive

_ROWS_AT_A_TIME = 20_000

Progress = Callable[[int, int], None]
"""Called with sources done and sources to do."""


def ensure_derived(
    workspace: Workspace, archive: Archive, progress: Progress | None = None
) -> None:
    """Extract for each source that lacks derived tables of the workspace's extractor.

    Parameters
    ----------
    workspace : Workspace
        The caller holds its writer lock.
    archive : Archive
        Where the records are.
    progress : callable, optional

    Raises
    ------
    WorkspaceError
        If the tables cannot be written.

    Notes
    -----
    A source's tables are whole or absent; an interrupted run is taken up where it stopped. When
    all are there, those of other extractors are removed.
    Memory is bounded by a batch of posts and the keys of one source.
    """
    extractor = extractor_of(workspace)
    lacking = [s for s in archive.sources() if not is_derived(workspace, s.sha256)]
    with Workers(extractor, sum(source.posts for source in lacking)) as workers:
        for done, source in enumerate(lacking):
            if progress is not None:
                progress(done, len(lacking))
            _derive(workspace, archive, source, extractor, workers)
    if progress is not None and lacking:
        progress(len(lacking), len(lacking))
    for folder in workspace.derived.iterdir():
        if folder.name != extractor.version:
            shutil.rmtree(folder, ignore_errors=True)


def discard_derived(workspace: Workspace, sha256: str) -> None:
    """Remove what was derived from a source's records, by any version of the extractor."""
    for folder in workspace.derived.glob(f"*/{sha256}"):
        shutil.rmtree(folder)


def is_derived(workspace: Workspace, sha256: str) -> bool:
    """Whether a source has derived tables of the workspace's extractor."""
    return _folder(workspace, sha256).is_dir()


def derived(workspace: Workspace, sha256: str, table: str) -> pl.LazyFrame:
    """Scan a derived table of a source.

    Parameters
    ----------
    workspace : Workspace
    sha256 : str
        The source.
    table : str
        One of `graph.derived_records.DERIVED_SCHEMAS`.

    Returns
    -------
    LazyFrame
        Of that schema.

    Raises
    ------
    WorkspaceError
        If the source has no derived tables of the workspace's extractor.
    """
    return pl.scan_parquet(_file(workspace, sha256, table), schema=DERIVED_SCHEMAS[table])


def derived_of(workspace: Workspace, sources: Iterable[str], table: str) -> pl.LazyFrame:
    """Scan a derived table of several sources, in their order, with their ``source``.

    Raises
    ------
    WorkspaceError
        As `derived`.
    """
    files = {sha256: _file(workspace, sha256, table) for sha256 in sources}
    return scan_sources(files, DERIVED_SCHEMAS[table])


def _file(workspace: Workspace, sha256: str, table: str) -> Path:
    """Where a derived table is, which must be there."""
    path = _folder(workspace, sha256) / f"{table}.parquet"
    if not path.exists():
        raise WorkspaceError(
            f"{path}: nothing was extracted from this source by this version; "
            "run `spoor detect`, which extracts what is lacking."
        )
    return path


def _folder(workspace: Workspace, sha256: str) -> Path:
    """Where a source's derived tables are."""
    return workspace.derived / extractor_of(workspace).version / sha256


def _derive(
    workspace: Workspace,
    archive: Archive,
    source: SourceRecord,
    extractor: Extractor,
    workers: Workers,
) -> None:
    """Write a source's derived tables to a draft folder and put it in its place."""
    folder = _folder(workspace, source.sha256)
    draft = folder.with_name(f".{source.sha256}.draft")
    try:
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(parents=True)
        with ExitStack() as stack:
            writers = {
                name: stack.enter_context(_Writer(draft / f"{name}.parquet", schema))
                for name, schema in DERIVED_SCHEMAS.items()
            }
            for tables in workers.derive(_batches(archive, source.sha256), source.region):
                for name, table in tables.items():
                    writers[name].write(table)
            described = _descriptions(archive, source.sha256)
            writers["details"].write(derive_descriptions(described, source.region, extractor))
        _sync(draft)
        draft.replace(folder)
        _sync(folder.parent)
    except OSError as error:
        raise WorkspaceError(
            f"{folder}: the extracted tables cannot be written ({error.strerror or error}); "
            "free some space and run the command again."
        ) from None


def _batches(archive: Archive, sha256: str) -> Iterator[pl.DataFrame]:
    """Sightings of a source's posts that say something new, some thousand at a time."""
    posts = archive.records(sha256, "posts")
    chosen = _sightings(posts)
    columns = (*POST_COLUMNS, _publisher(), _seen_at(), _picture_text())
    for batch in (
        posts.select(*columns)
        .with_row_index("row")
        .collect_batches(chunk_size=_ROWS_AT_A_TIME, maintain_order=True)
    ):
        yield batch.join(chosen, on="row", how="inner", maintain_order="left")


def _sightings(posts: pl.LazyFrame) -> pl.DataFrame:
    """Rows that say something new about a post."""
    return (
        posts.select(
            "post_key", "collected_at", said=pl.struct("text", "contact", _picture_text()).hash()
        )
        .with_row_index("row")
        .sort("collected_at", nulls_last=False, maintain_order=True)
        .unique(["post_key", "said"], keep="first", maintain_order=True)
        .select("row")
        .collect()
    )


def _descriptions(archive: Archive, sha256: str) -> pl.DataFrame:
    """What a source's accounts say of themselves."""
    return (
        archive.records(sha256, "accounts")
        .select("account_key", "platform", "bio", "contact", "seen_at", "locator")
        .filter(pl.any_horizontal(pl.col("bio", "contact").is_not_null()))
        .unique(["account_key", "bio", "contact"], keep="first", maintain_order=True)
        .collect()
    )


def _picture_text() -> pl.Expr:
    """Words that the source read in the post's pictures."""
    extra = pl.col("extra")
    holds = extra.str.contains('"picture_text"', literal=True)
    return pl.when(holds).then(extra).str.json_path_match("$.picture_text").alias("picture_text")


def _publisher() -> pl.Expr:
    """Who says what the post says: nobody known where it passes on somebody else's words."""
    return pl.when(pl.col("forwarded_from").is_null()).then("account_key").alias("account_key")


def _seen_at() -> pl.Expr:
    """When a post was made, else when it was collected."""
    return pl.coalesce("posted_at", "collected_at").alias("seen_at")


class _Writer:
    """A Parquet file that grows by tables of one schema."""

    def __init__(self, path: Path, schema: pl.Schema) -> None:
        self._schema = pl.DataFrame(schema=schema).to_arrow().schema
        self._file = pq.ParquetWriter(path, self._schema, compression="zstd")

    def __enter__(self) -> _Writer:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def write(self, table: pl.DataFrame) -> None:
        """Add rows."""
        if len(table):
            self._file.write_table(table.to_arrow().cast(self._schema))


def _sync(folder: Path) -> None:
    """Have a folder and its files written to disk."""
    for path in (*folder.glob("*.parquet"), folder):
        handle = os.open(path, os.O_RDONLY)
        try:
            with suppress(OSError):
                os.fsync(handle)
        finally:
            os.close(handle)
