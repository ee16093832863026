"""Preserve now: posts that a report cites and of which nothing is kept but what was read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl

from app.exports.csv import FORMULA
from graph.errors import WorkspaceError
from ingest.archive import Archive
from ingest.readers.archived import DATABASE, SHEET
from ingest.screened import Screened

if TYPE_CHECKING:
    from graph.workspace import Workspace

ARCHIVER_COLUMNS = (
    "link", "archive status", "destination folder", "archive location", "archive date",
    "thumbnail", "upload timestamp", "upload title", "text content", "screenshot", "hash",
    "perceptual hashes", "wacz", "replaywebpage",
)  # fmt: skip
OWN_COLUMNS = ("post", "account", "posted_at", "why")
CAPTURES = (SHEET.name, DATABASE.name)
"""Formats of what an archiver writes down once it has saved a page."""

CITED = "Cited in this report; no picture of it and no archived page is kept."
_ADDRESS = r"(?i)^https?://[^\s/]+\S*$"
_MENDED = r"(?i)^https?://(?:www\.)?|[/#]+$"


def preserve_now(
    workspace: Workspace, cited: Sequence[str], why: Mapping[str, str] | None = None
) -> list[dict[str, Any]]:
    """List cited posts that have an address and no capture.

    Parameters
    ----------
    workspace : Workspace
    cited : sequence of str
        Keys of posts, the most important first.
    why : mapping of str to str, optional
        By post, why it is cited, in a sentence.

    Returns
    -------
    list of dict
        ``post url account posted_at why``, each post once, in the order given. ``url``: the
        latest known address; ``posted_at``: UTC, ISO 8601, null where unknown. Posts without a
        web address are left out, and so is our own side.

    Notes
    -----
    Captured is a post with a picture whose bytes are among the archive's originals, and one whose
    page an archiver has saved: it, or its address, is in a source that the Auto Archiver wrote.
    A fingerprint that a source merely states is no capture. Cost is linear in the sightings.
    """
    archive = Screened(workspace)
    wanted = pl.Series(list(dict.fromkeys(cited)), dtype=pl.String).implode()
    posts = archive.all_records("posts")
    known = (
        posts.filter(pl.col("post_key").is_in(wanted))
        .select("post_key", "account_key", "posted_at", url=pl.col("post_url").str.strip_chars())
        .group_by("post_key")
        .agg(
            pl.col("url").filter(pl.col("url").str.contains(_ADDRESS)).last(),
            pl.col("account_key").drop_nulls().last(),
            pl.col("posted_at").drop_nulls().last(),
        )
        .filter(pl.col("url").is_not_null())
        .collect()
    )
    captured = _pictured(archive, wanted) | _archived(archive)
    rows = {
        row["post_key"]: row
        for row in known.with_columns(address=_mended(pl.col("url"))).iter_rows(named=True)
        if row["post_key"] not in captured and row["address"] not in captured
    }
    told = why or {}
    return [
        {
            "post": key,
            "url": rows[key]["url"],
            "account": rows[key]["account_key"],
            "posted_at": rows[key]["posted_at"].isoformat() if rows[key]["posted_at"] else None,
            "why": told.get(key, CITED),
        }
        for key in dict.fromkeys(cited)
        if key in rows
    ]


def write_auto_archiver_sheet(rows: Sequence[Mapping[str, Any]], path: Path) -> None:
    """Write what is to be preserved as a table that Bellingcat's Auto Archiver takes.

    Parameters
    ----------
    rows : sequence of mapping
        As `preserve_now` gives them.
    path : Path
        A CSV file (UTF-8, commas, a header); one that is there is replaced.

    Raises
    ------
    WorkspaceError
        If it cannot be written.

    Notes
    -----
    The header has all columns that ``gsheet_feeder_db`` of Auto Archiver 0.13.7 knows by default
    (``link`` and ``archive status`` are those it needs), so that the table can be imported into a
    Google sheet as it is; a row is archived while its status is empty. Its ``csv_feeder`` reads
    the first column, ``link``, without further settings. The columns after these are Spoor's. The
    filled sheet can be ingested again: what was archived then counts as captured. Cells that a
    spreadsheet would take for a formula begin with an apostrophe.
    """
    table = pl.DataFrame(
        [
            (
                row["url"],
                *(None for _ in ARCHIVER_COLUMNS[1:]),
                *(row[name] for name in OWN_COLUMNS),
            )
            for row in rows
        ],
        schema=dict.fromkeys((*ARCHIVER_COLUMNS, *OWN_COLUMNS), pl.String),
        orient="row",
    )
    cells = table.select(pl.all().str.replace_all(r"\s+", " "))
    is_formula = pl.all().str.contains(FORMULA)
    safe = cells.with_columns(
        pl.when(is_formula).then(pl.format("'{}", pl.all())).otherwise(pl.all()).name.keep()
    )
    try:
        safe.write_csv(path)
    except OSError as error:
        raise WorkspaceError(
            f"{path}: the table cannot be written ({error.strerror or error}); free some space or "
            "name another folder."
        ) from None


def _pictured(archive: Screened, wanted: pl.Series) -> set[str]:
    """Give the posts of which a picture's bytes are kept."""
    shown = (
        archive.all_records("images")
        .filter(pl.col("post_key").is_in(wanted) & pl.col("sha256").is_not_null())
        .select("post_key", "sha256")
        .unique()
        .collect()
    )
    originals = Archive(archive.workspace)
    return {post for post, sha256 in shown.iter_rows() if originals.original(sha256).exists()}


def _archived(archive: Screened) -> set[str]:
    """Give the posts, and the addresses, of which an archiver has saved the page."""
    saved = [each.sha256 for each in archive.sources() if each.format in CAPTURES]
    if not saved:
        return set()
    pages = (
        archive.all_records("posts")
        .filter(pl.col("source").is_in(saved))
        .select("post_key", address=_mended(pl.col("post_url")))
        .unique()
        .collect()
    )
    return {*pages["post_key"].drop_nulls(), *pages["address"].drop_nulls()}


def _mended(url: pl.Expr) -> pl.Expr:
    """Write an address without what makes no difference to the page."""
    return url.str.strip_chars().str.replace_all(_MENDED, "")
