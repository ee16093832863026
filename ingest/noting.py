"""What the journal says of sources taken in."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from graph.workspace import Workspace
from ingest.journal import Journal
from ingest.source_record import Custody, SourceRecord


def custody_of(record: SourceRecord) -> Custody:
    """Put down on what terms a source was taken in."""
    return Custody(**{field.name: getattr(record, field.name) for field in fields(Custody)})


def note_ingested(workspace: Workspace, record: SourceRecord) -> None:
    """Enter a source into the journal, with its terms."""
    said = {field.name: getattr(record, field.name) for field in fields(Custody)}
    told = {name: value for name, value in said.items() if value is not None}
    note_source(workspace, "ingest", record, record.ingested_by, **told)


def note_source(
    workspace: Workspace, kind: str, record: SourceRecord, by: str, **facts: Any
) -> None:
    """Enter into the journal how a source was read."""
    Journal(workspace).append(
        kind,
        by,
        sha256=record.sha256,
        path=record.path,
        rows_read=record.rows_read,
        rows_accepted=record.rows_accepted,
        **facts,
    )
