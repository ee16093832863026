"""The report.xml of a report by Cellebrite's programs, alone or in a UFDR."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from graph.records import Batch
from ingest.readers.looks import Looks
from ingest.readers.options import ReadOptions
from ingest.readers.reader import Reader
from ingest.readers.records.cellebrite.report import Report
from ingest.readers.records.cellebrite.told import told
from ingest.readers.records.cellebrite.xml import NAMESPACE, stream
from ingest.readers.records.file_id import file_id


def read(path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
    """Read a report in two passes: who takes part in a chat may stand behind its messages.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    name : str
        What the user calls the file, for messages.
    options : ReadOptions
        Region, and zone of times that carry none.

    Yields
    ------
    Batch
        Messages of chats are posts, participants belong to the chat; calls, text messages and
        e-mails are links; contacts and the telephone's accounts are described. Passwords are left
        out; places, files, histories and the like are passed over and counted in a notice.
    """
    own_id = file_id(path)
    report = Report(stream(path, name, with_messages=False), own_id, options)
    yield from told(stream(path, name), report, own_id, options)


def _fits(looks: Looks) -> bool:
    """Whether XML is such a report."""
    return looks.kinds == {"xml"} and NAMESPACE in looks.text


CELLEBRITE = Reader(
    name="cellebrite",
    title="Cellebrite report, XML or UFDR (unverified)",
    example="report.xml, Report.ufdr",
    read=read,
    fits=_fits,
)
