"""Lists of taxa that a workspace keeps: its CITES Checklist, national lists."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path

import polars as pl

from graph.errors import NotFound, UsageError, WorkspaceError
from graph.workspace import Workspace

FOLDER = "taxa"
_HEADER = "spoor"
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,59}")

_COLUMNS: dict[str, pl.DataType] = {
    "scientific_name": pl.String(),
    "rank": pl.String(),
    "status": pl.String(),
    "note": pl.String(),
    "lineage": pl.List(pl.String()),
    "synonyms": pl.List(pl.String()),
    "names": pl.List(pl.Struct({"name": pl.String(), "language": pl.String()})),
}
LISTED = pl.Schema(_COLUMNS)
"""One row per taxon of a list, by scientific name. ``status``: null where the list says that the
taxon is not listed; ``lineage``: higher taxa from the top down; ``language``: ``und`` where the
list does not say."""


@dataclass(frozen=True)
class Header:
    """What is known of a list that a workspace keeps.

    Attributes
    ----------
    name : str
        As `list_name` writes it.
    jurisdiction : str
        ``international`` or a country's code.
    valid_from, valid_to : str or None
        First and last day (ISO 8601); null: not told.
    file, sha256 : str
        What it was read from.
    by, at : str
        Who took it in, and when (UTC, ISO 8601).
    taxa, refused : int
        How many taxa it has, and rows of the file that were refused.
    """

    name: str
    jurisdiction: str
    valid_from: str | None
    valid_to: str | None
    file: str
    sha256: str
    by: str
    at: str
    taxa: int
    refused: int

    def bounds(self) -> tuple[date | None, date | None]:
        """Give the first and the last day."""
        first, last = (
            None if day is None else date.fromisoformat(day)
            for day in (self.valid_from, self.valid_to)
        )
        return first, last


def list_name(given: str) -> str:
    """Write the name of a list in lower case.

    Raises
    ------
    UsageError
        If it cannot name a file.
    """
    name = given.strip().lower()
    if not _NAME.fullmatch(name):
        raise UsageError(
            f"'{given[:60]}' cannot name a list; use letters, digits, dots and hyphens, as in "
            "cites or p106-2018."
        )
    return name


def keep(workspace: Workspace, header: Header, taxa: pl.DataFrame) -> Path:
    """Keep a list in a workspace, in the place of one of the same name.

    Parameters
    ----------
    workspace : Workspace
        The caller holds its writer lock.
    header : Header
    taxa : DataFrame
        `LISTED`.

    Returns
    -------
    Path
        ``taxa/<name>.parquet``; it is whole, or what was there before.
    """
    path = workspace.root / FOLDER / f"{header.name}.parquet"
    draft = path.with_suffix(".draft")
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        taxa.select(LISTED.names()).write_parquet(
            draft, metadata={_HEADER: json.dumps(asdict(header), ensure_ascii=False)}
        )
        draft.replace(path)
    except OSError as error:
        raise WorkspaceError(
            f"{path}: the list cannot be kept ({error.strerror or error}); free some space or "
            "mend the folder's permissions."
        ) from None
    return path


def remove(workspace: Workspace, name: str) -> Header:
    """Remove a list from a workspace; the caller holds its writer lock.

    Raises
    ------
    NotFound
        If there is none of this name.
    """
    kept = {header.name: (path, header) for path, header in kept_lists(workspace)}
    if name not in kept:
        there = f"there is {', '.join(kept)}" if kept else "the workspace keeps no list"
        raise NotFound(f"{name}: there is no such list; {there}.")
    path, header = kept[name]
    path.unlink()
    return header


def kept_lists(workspace: Workspace) -> Iterator[tuple[Path, Header]]:
    """Read what is known of each list that a workspace keeps, by name."""
    for path in sorted((workspace.root / FOLDER).glob("*.parquet")):
        try:
            told = json.loads(pl.read_parquet_metadata(path)[_HEADER])
            yield path, replace(Header(**told), name=path.stem)
        except (OSError, pl.exceptions.PolarsError, KeyError, TypeError, ValueError):
            raise _damaged(path) from None


def read(path: Path) -> pl.DataFrame:
    """Read the taxa of a list: `LISTED`."""
    try:
        return pl.read_parquet(path).select(LISTED.names()).cast(LISTED)
    except (OSError, pl.exceptions.PolarsError):
        raise _damaged(path) from None


def _damaged(path: Path) -> WorkspaceError:
    """Say that a list cannot be read."""
    return WorkspaceError(
        f"{path}: this list of taxa cannot be read; import it anew with `spoor taxa import`, or "
        "remove the file."
    )
