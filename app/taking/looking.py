"""Looking into what waits: its format, what would be read of it, whether it is known already."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from app.taking.first_rows import FirstRows, read_first, read_mapped
from app.taking.waiting import Waiting, uploads_folder
from graph.errors import SourceError, SpoorError
from graph.workspace import Workspace
from ingest.archive import Archive
from ingest.proposal import Proposal, Sample, propose, take_sample
from ingest.readers import detect_format
from ingest.readers.options import ReadOptions
from ingest.readers.table import LOADERS
from ingest.readers.text import encoding_of
from ingest.saved_mappings import mapping_for
from ingest.sources import Found, Source, find_sources

MOST_UNPACKED = 256 << 20
NEW, KNOWN, WITHDRAWN = "new", "known", "withdrawn"
READY, NEEDS_MAPPING, CANNOT = "ready", "needs mapping", "cannot"


@dataclass(frozen=True)
class Look:
    """What one source looks like before it is taken in.

    Attributes
    ----------
    path : str
        What people call it.
    size : int
        Bytes.
    state : str
        `READY`, `NEEDS_MAPPING` or `CANNOT`.
    standing : str
        `NEW`, `KNOWN` (the same bytes are in the archive) or `WITHDRAWN`.
    format : str or None
        A key of `ingest.readers.READERS`.
    encoding : str or None
        Of a text file.
    kept_mapping : str or None
        File name of the mapping that the workspace keeps for it.
    first : FirstRows or None
    problem : str or None
        Why it cannot be read.
    """

    path: str
    size: int
    state: str
    standing: str = NEW
    format: str | None = None
    encoding: str | None = None
    kept_mapping: str | None = None
    first: FirstRows | None = None
    problem: str | None = None


def sources_of(workspace: Workspace, waiting: Waiting) -> Found:
    """Find the sources in something that waits, safe to unpack or refused."""
    return find_sources([waiting.path], leave_out=workspace.root)


def look_into(
    workspace: Workspace,
    source: Source,
    called: str,
    options: ReadOptions,
    format_name: str | None = None,
    own: Collection[str] = (),
) -> Look:
    """Look into one source.

    Parameters
    ----------
    workspace : Workspace
    source : Source
    called : str
        What people call it.
    options : ReadOptions
        What the reader is told.
    format_name : str, optional
        As a person says; otherwise told from the content.
    own : collection of str
        Accounts of our own side, which are not shown.
    """
    try:
        with unpacked(workspace, source) as path:
            standing = _standing(workspace, path)
            return _look(workspace, path, source, called, options, format_name, own, standing)
    except (SpoorError, OSError) as error:
        return Look(called, source.size, CANNOT, problem=_sentence(called, error))


def sample_of(
    workspace: Workspace, source: Source, called: str, options: ReadOptions
) -> tuple[Sample, Proposal]:
    """Read the first rows of a table, and propose what its columns mean.

    Raises
    ------
    SourceError
        If it is no table.
    """
    with unpacked(workspace, source) as path:
        sample = take_sample(path, called, options)
    proposal = propose(sample.columns, platform=options.platform, date_order=options.date_order)
    return sample, proposal


def preview_of(
    sample: Sample, called: str, options: ReadOptions, own: Collection[str] = ()
) -> FirstRows:
    """Read a table's first rows with the mapping of some options."""
    return read_mapped(sample.rows, called, options, own)


@contextmanager
def unpacked(workspace: Workspace, source: Source) -> Iterator[Path]:
    """Give a source's bytes as a file; one in a zip is unpacked for as long as that takes.

    Raises
    ------
    SourceError
        If it cannot be unpacked, or is too large to be looked into.
    """
    if source.member is None:
        yield source.file
        return
    if source.size > MOST_UNPACKED:
        raise SourceError(
            f"{source.path}: it is too large to be looked into inside a zip; it is read all the "
            "same when it is taken in."
        )
    place = uploads_folder(workspace)
    place.mkdir(mode=0o700, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=place, prefix=".look-") as folder:
        path = Path(folder) / "source"
        with path.open("wb") as file:
            for chunk in source.chunks():
                file.write(chunk)
        yield path


def _look(
    workspace: Workspace,
    path: Path,
    source: Source,
    called: str,
    options: ReadOptions,
    format_name: str | None,
    own: Collection[str],
    standing: str,
) -> Look:
    """Look into the bytes of a source."""
    try:
        found = format_name or detect_format(path, called, options)
    except SourceError as error:
        if _is_table(path, called, options):
            return Look(called, source.size, NEEDS_MAPPING, standing)
        return Look(called, source.size, CANNOT, standing, problem=_sentence(called, error))
    saved = mapping_for(workspace, path, found, options)
    if saved is not None:
        options = replace(options, mapping=saved.mapping)
    first = read_first(path, called, found, options, own)
    state, problem = READY, first.problem
    if problem is not None:
        known = found in LOADERS and _is_table(path, called, options)
        state = NEEDS_MAPPING if known else CANNOT
    elif first.rows_read and not first.rows_accepted and not first.rows_merged:
        state = CANNOT
        problem = f"{called}: no row can be read, the first because {first.refused[0]['reason']}."
    return Look(
        path=called,
        size=source.size,
        state=state,
        standing=standing,
        format=found,
        encoding=None if found == "xlsx" else options.layout.encoding or encoding_of(path),
        kept_mapping=saved.path.name if saved else None,
        first=first,
        problem=problem,
    )


def _is_table(path: Path, called: str, options: ReadOptions) -> bool:
    """Whether columns can be told apart in it."""
    try:
        return len(take_sample(path, called, options).columns) > 1
    except SpoorError:
        return False


def _standing(workspace: Workspace, path: Path) -> str:
    """Whether the same bytes are in the archive."""
    archive = Archive(workspace)
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    if not archive.has(sha256):
        return NEW
    return WITHDRAWN if sha256 in archive.withdrawn() else KNOWN


def _sentence(called: str, error: Exception) -> str:
    """Say what is wrong, in one sentence."""
    if isinstance(error, OSError):
        return f"{called}: it cannot be read ({error.strerror or error})."
    return str(error)
