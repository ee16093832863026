"""What a reader was told about a source, as it is kept with it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ingest.readers.mapping import Mapping
from ingest.readers.options import ReadOptions
from ingest.source_record import SourceRecord


def told(options: ReadOptions) -> dict[str, Any]:
    """Put down what the reader was told, as it is kept with the source."""
    return {
        "platform": options.platform,
        "region": options.region,
        "time_zone": options.time_zone,
        "collected_at": options.collected_at.isoformat() if options.collected_at else None,
        "mapping": options.mapping.model_dump_json() if options.mapping else None,
        "date_order": options.date_order,
        "chat": options.chat,
        "encoding": options.encoding,
    }


def told_options(record: SourceRecord) -> ReadOptions:
    """Give what a reader was told of an archived source, to read it again alike."""
    return ReadOptions(
        platform=record.platform,
        region=record.region,
        time_zone=record.time_zone,
        collected_at=datetime.fromisoformat(record.collected_at) if record.collected_at else None,
        mapping=Mapping.model_validate_json(record.mapping) if record.mapping else None,
        date_order=record.date_order,
        chat=record.chat,
        encoding=record.encoding,
        private=frozenset(record.private),
    )


def is_told_otherwise(options: ReadOptions, record: SourceRecord) -> bool:
    """Whether an archived source was read with other options; a kept mapping may be one."""
    heard = told(options)
    if heard["mapping"] is None:
        heard.pop("mapping")
    return any(getattr(record, name) != value for name, value in heard.items())
