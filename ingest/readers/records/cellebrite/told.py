"""What a report says, model by model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from graph.records import Batch
from ingest.readers.options import ReadOptions
from ingest.readers.records.cellebrite import calls, contacts
from ingest.readers.records.cellebrite.chats import Chats
from ingest.readers.records.cellebrite.model import Found
from ingest.readers.records.cellebrite.report import Report
from ingest.readers.records.record_rows import RecordRows
from ingest.readers.refusal import Refusal

_MOST_SHOWN = 12


def told(
    found: Iterable[Found], report: Report, file_id: str, options: ReadOptions
) -> Iterator[Batch]:
    """Tell a report in batches.

    Parameters
    ----------
    found : iterable of Found
        The whole report once more.
    report : Report
        What the first pass found out.
    file_id : str
        As `ingest.readers.records.file_id.file_id` gives it.
    options : ReadOptions
        Region, and zone of times that carry none.
    """
    rows = RecordRows(options, file_id)
    chats = Chats(report, rows, options)
    links = calls.Calls(report, rows, options)
    passed_over: Counter[str] = Counter()
    read = 0
    for each in found:
        read = each.bytes_read
        try:
            if each.problem is not None:
                rows.refuse(each.locator, each.problem, each.model.fields)
            elif each.kind == "chat":
                chats.tell_chat(each)
            elif each.kind == "message":
                chats.tell_message(each)
            elif each.model.type in calls.KINDS:
                links.tell(each)
            elif each.model.type in contacts.TYPES:
                rows.tell(each.locator, contacts.description(each.model, file_id, options))
            elif each.kind != "device":
                passed_over[each.model.type] += 1
        except Refusal as refusal:
            rows.refuse(each.locator, refusal.reason, each.model.fields, refusal.field)
        if rows.is_full:
            yield rows.batch(read)
    for sentence in _notices(report, chats.services, passed_over):
        rows.note(sentence)
    last = rows.batch(read)
    yield last
    yield Batch(rows_read=0, bytes_read=read, notices=rows.damage)


def _notices(report: Report, services: int, passed_over: Counter[str]) -> Iterator[str]:
    """Say whose telephone it is, and what is no record here."""
    yield report.notice()
    yield "Passwords of accounts in the report are left out."
    if services:
        yield (
            f"Messages of the apps themselves, {services:,} in all, say who belongs to a chat; "
            "their words are not kept."
        )
    if passed_over:
        shown = ", ".join(
            f"{count:,} {name}" for name, count in passed_over.most_common(_MOST_SHOWN)
        )
        others = len(passed_over) - _MOST_SHOWN
        more = f" and {others} more kinds" if others > 0 else ""
        yield f"Passed over in the report: {shown}{more}."
