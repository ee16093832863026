"""Derived tables: what extraction finds in a source's records, kept per extractor version."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
import pyarrow.parquet as pq

from graph.errors import WorkspaceError
from graph.records import DETAILS, SIGNATURES
from graph.workspace import Workspace
from ingest.extract import EXTRACTOR_VERSION, extract, extract_by_hand, text_signatures
from ingest.extract.details import Findings

if TYPE_CHECKING:
    from ingest.archive import Archive

TABLES = {"details": DETAILS, "signatures": SIGNATURES}
_ROWS_AT_A_TIME = 20_000

Progress = Callable[[int, int], None]
"""Called with sources done and sources to do."""


def ensure_derived(
    workspace: Workspace, archive: Archive, progress: Progress | None = None
) -> None:
    """Extract for each source that lacks derived tables of this extractor version.

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
    A source's tables are whole or absent; an interrupted run is taken up where it stopped.
    Memory is bounded by a batch of posts and the keys of one source.
    """
    lacking = [s for s in archive.sources() if not is_derived(workspace, s.sha256)]
    for done, source in enumerate(lacking):
        if progress is not None:
            progress(done, len(lacking))
        _derive(workspace, archive, source.sha256, source.region)
    if progress is not None and lacking:
        progress(len(lacking), len(lacking))


def discard_derived(workspace: Workspace, sha256: str) -> None:
    """Remove what was derived from a source's records, by any version of the extractor."""
    for folder in workspace.derived.glob(f"*/{sha256}"):
        shutil.rmtree(folder)


def is_derived(workspace: Workspace, sha256: str) -> bool:
    """Whether a source has derived tables of this extractor version."""
    return _folder(workspace, sha256).is_dir()


def derived(workspace: Workspace, sha256: str, table: str) -> pl.LazyFrame:
    """Scan a derived table of a source.

    Parameters
    ----------
    workspace : Workspace
    sha256 : str
        The source.
    table : {"details", "signatures"}

    Returns
    -------
    LazyFrame
        `graph.records.DETAILS` or `graph.records.SIGNATURES`.

    Raises
    ------
    WorkspaceError
        If the source has no derived tables of this extractor version.
    """
    path = _folder(workspace, sha256) / f"{table}.parquet"
    if not path.exists():
        raise WorkspaceError(
            f"{path}: nothing was extracted from this source by this version; "
            "run `spoor detect`, which extracts what is lacking."
        )
    return pl.scan_parquet(path, schema=TABLES[table])


def _folder(workspace: Workspace, sha256: str) -> Path:
    """Where a source's derived tables are."""
    return workspace.derived / EXTRACTOR_VERSION / sha256


def _derive(workspace: Workspace, archive: Archive, sha256: str, region: str | None) -> None:
    """Write a source's derived tables to a draft folder and put it in its place."""
    folder = _folder(workspace, sha256)
    draft = folder.with_name(f".{sha256}.draft")
    try:
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(parents=True)
        with _Writer(draft / "details.parquet", DETAILS) as details:
            with _Writer(draft / "signatures.parquet", SIGNATURES) as signatures:
                for found, signed in _batches(archive, sha256, region):
                    details.write(found)
                    signatures.write(signed)
            details.write(_account_details(archive, sha256, region))
        _sync(draft)
        draft.replace(folder)
        _sync(folder.parent)
    except OSError as error:
        raise WorkspaceError(
            f"{folder}: the extracted tables cannot be written ({error.strerror or error}); "
            "free some space and run the command again."
        ) from None


def _batches(
    archive: Archive, sha256: str, region: str | None
) -> Iterator[tuple[pl.DataFrame, pl.DataFrame]]:
    """Details and signatures of a source's posts, some thousand posts at a time."""
    posts = archive.records(sha256, "posts")
    chosen = _sightings(posts)
    plain = ("post_key", "platform", "text", "contact", "locator", "forwarded_from")
    columns = (*plain, _publisher(), _seen_at())
    for batch in (
        posts.select(*columns)
        .with_row_index("row")
        .collect_batches(chunk_size=_ROWS_AT_A_TIME, maintain_order=True)
    ):
        kept = batch.join(chosen, on="row", how="inner", maintain_order="left")
        found = extract(kept.select("text", "platform", key=pl.col("row").cast(pl.String)), region)
        yield _details(kept, found.details, region), _signatures(kept, found)


def _sightings(posts: pl.LazyFrame) -> pl.DataFrame:
    """Rows that say something new about a post."""
    return (
        posts.select("post_key", "collected_at", said=pl.struct("text", "contact").hash())
        .with_row_index("row")
        .sort("collected_at", nulls_last=False, maintain_order=True)
        .unique(["post_key", "said"], keep="first", maintain_order=True)
        .select("row")
        .collect()
    )


def _details(posts: pl.DataFrame, found: pl.DataFrame, region: str | None) -> pl.DataFrame:
    """Details in the texts of posts and in what was recorded beside them."""
    key = pl.col("row").cast(pl.String)
    rows = posts.select("post_key", "account_key", "seen_at", "locator", key=key)
    noted = posts.filter(pl.col("contact").is_not_null()).select(
        "contact", "platform", key=pl.col("row").cast(pl.String)
    )
    both = pl.concat([found, extract_by_hand(noted, region)])
    return rows.join(both, on="key", maintain_order="left_right").select(DETAILS.names())


def _signatures(posts: pl.DataFrame, found: Findings) -> pl.DataFrame:
    """Signatures of the texts of posts."""
    spans = ("key", "start", "end")
    cuts = pl.concat([found.details.select(spans), found.prices.select(spans)])
    own = posts.filter(pl.col("forwarded_from").is_null())
    numbered = own.with_columns(pl.col("row").cast(pl.String))
    texts = numbered.select("account_key", "text", "platform", "locator", post_key="row")
    signed = text_signatures(texts, cuts)
    keys = numbered.select("row", own_key="post_key")
    return (
        signed.join(keys, left_on="post_key", right_on="row", maintain_order="left")
        .with_columns(post_key="own_key")
        .select(SIGNATURES.names())
    )


def _account_details(archive: Archive, sha256: str, region: str | None) -> pl.DataFrame:
    """Details in accounts' own descriptions."""
    accounts = (
        archive.records(sha256, "accounts")
        .select("account_key", "platform", "bio", "contact", "seen_at", "locator")
        .filter(pl.any_horizontal(pl.col("bio", "contact").is_not_null()))
        .unique(["account_key", "bio", "contact"], keep="first", maintain_order=True)
        .with_row_index("row")
        .with_columns(key=pl.col("row").cast(pl.String), post_key=pl.lit(None, pl.String))
        .collect()
    )
    described = extract(accounts.select("key", "platform", text="bio"), region).details
    noted = accounts.filter(pl.col("contact").is_not_null()).select("key", "contact", "platform")
    found = pl.concat([described, extract_by_hand(noted, region)])
    rows = accounts.select("key", "account_key", "post_key", "seen_at", "locator")
    return rows.join(found, on="key", maintain_order="left_right").select(DETAILS.names())


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
