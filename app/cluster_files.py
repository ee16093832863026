"""Clusters as one file to take away: what it holds, its name, and how it may be handled."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from app.exports.csv import export_csv
from app.exports.gexf import export_gexf
from app.exports.graphml import export_graphml
from app.exports.network import build_network
from app.handling import Handling
from app.judged_status import with_status
from app.snapshots import read_snapshot
from app.words import cluster_export as said
from graph.coverage import COVERAGE
from graph.day import end_of
from graph.derived_records import DETAILS, SIGNATURES
from graph.errors import UsageError
from graph.tables import Tables
from ingest.journal import Journal
from ingest.known import Known
from ingest.screened import Screened

if TYPE_CHECKING:
    from graph.detection import Detection
    from graph.workspace import Workspace

ENDINGS = {"csv": "zip", "graphml": "graphml", "gexf": "gexf"}
TYPES = {"csv": "application/zip", "graphml": "application/xml", "gexf": "application/xml"}
ABOUT = "about.txt"
_DOS_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class MadeFile:
    """A file to be taken away: its name, what kind it is, and its bytes."""

    name: str
    mime: str
    content: bytes


def make_file(
    workspace: Workspace,
    snapshot: str,
    cluster_ids: Sequence[str],
    format_name: str,
    *,
    name: str,
    handling: Handling,
    who: str,
) -> MadeFile:
    """Write clusters as one file, and note in the journal who took them away.

    Parameters
    ----------
    workspace : Workspace
        The caller holds its writer lock.
    snapshot : str
        Its name.
    cluster_ids : sequence of str
        Clusters of it.
    format_name : str
        ``csv`` (three tables in a zip), ``graphml`` or ``gexf``.
    name : str
        What the file is called after: a cluster's id, or ``clusters``.
    handling : Handling
        Of what it rests on; it goes with the file.
    who : str

    Raises
    ------
    UsageError
        If its handling code bars it from leaving.
    NotFound
        If the snapshot, or a cluster in it, is not there.
    """
    if handling.is_barred:
        raise UsageError(said.RED)
    found = with_status(workspace, read_snapshot(workspace, snapshot))
    ids = list(cluster_ids)
    content = _content(workspace, found, ids, format_name, handling)
    called = f"spoor-{name}-{found.snapshot}.{ENDINGS[format_name]}"
    Journal(workspace).append(
        "export", who, snapshot=found.snapshot, clusters=ids, format=format_name, output=called,
        handling=handling.strictest,
    )  # fmt: skip
    return MadeFile(called, TYPES[format_name], content)


def _content(
    workspace: Workspace,
    found: Detection,
    cluster_ids: list[str],
    format_name: str,
    handling: Handling,
) -> bytes:
    """Write clusters in a format."""
    known = _known(workspace, found.as_of)
    with tempfile.TemporaryDirectory() as folder:
        if format_name == "csv":
            export_csv(found, cluster_ids, known, Path(folder))
            return _zipped(Path(folder), said.about(found.snapshot, found.as_of, handling.codes))
        graph = build_network(found, cluster_ids, known, Screened(workspace).sources())
        path = Path(folder) / f"network.{format_name}"
        {"graphml": export_graphml, "gexf": export_gexf}[format_name](graph, path)
        return path.read_bytes()


def _known(workspace: Workspace, as_of: str) -> Tables:
    """Read what the files are made of: posts, accounts, groups and who belongs to them."""
    archive = Screened(workspace)
    known = Known(archive, archive.sources(), end_of(as_of))
    return Tables(
        posts=known.posts().drop("known_at", "source"),
        memberships=known.memberships(),
        accounts=known.accounts(),
        groups=known.groups(),
        details=pl.DataFrame(schema=DETAILS),
        signatures=pl.DataFrame(schema=SIGNATURES),
        coverage=COVERAGE.to_frame(),
        as_of=as_of,
    )


def _zipped(folder: Path, about: str) -> bytes:
    """Put the files of a folder into a zip, with a note of what they are."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(zipfile.ZipInfo(ABOUT, _DOS_TIME), about)
        for path in sorted(folder.iterdir()):
            packed.write(path, path.name)
    return stream.getvalue()
