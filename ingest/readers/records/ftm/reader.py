"""FollowTheMoney entities, one JSON object a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from graph.records import Batch
from ingest.readers.json_items import read_items
from ingest.readers.json_lines import json_lines
from ingest.readers.looks import Looks
from ingest.readers.options import ReadOptions
from ingest.readers.reader import Reader
from ingest.readers.records.file_id import file_id
from ingest.readers.records.ftm.known import Known
from ingest.readers.records.ftm.told import Teller
from ingest.readers.records.record_rows import RecordRows

_SCHEMA = re.compile(r"[A-Z][A-Za-z]{2,40}")


def read(path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
    """Read entities in two passes: a message may stand before the account that sent it.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    name : str
        What the user calls the file, for messages.
    options : ReadOptions
        Region of national numbers; the model says that times are UTC.

    Yields
    ------
    Batch
        A user account is an account of its service; a person, organisation or anything else that
        has a name an account of platform ``ftm``, described; messages, notes and documents with
        text are posts; ownerships, payments, calls and the like are links. Passwords and private
        keys are left out. What is none of these is refused.
    """
    of_file = file_id(path)
    known = Known(json_lines(path, name, options.encoding), of_file)
    rows = RecordRows(options, of_file)
    teller = Teller(known, rows)
    items = json_lines(path, name, options.encoding)
    yield from read_items(items, lambda item, _: teller.tell(item), rows)
    if teller.left_out:
        secrets = "Passwords and private keys of the accounts in it were left out."
        yield Batch(rows_read=0, bytes_read=path.stat().st_size, notices=(secrets,))


def _fits(looks: Looks) -> bool:
    """Whether the objects on lines are entities."""
    return (
        "lines" in looks.kinds
        and looks.has("id", "schema", "properties")
        and _SCHEMA.fullmatch(looks.values.get("schema", "")) is not None
    )


FTM = Reader(
    name="ftm",
    title="FollowTheMoney entities (Aleph), JSON Lines",
    example='{"id": "…", "schema": "Person", "properties": {"name": ["…"]}}',
    read=read,
    fits=_fits,
)
