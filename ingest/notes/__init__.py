"""Notes: what people write down about things, kept for good in the journal."""

from ingest.notes.kept import (
    ACCOUNT,
    CLUSTER,
    DETAIL,
    GROUP,
    KINDS,
    LONGEST,
    POST,
    Note,
    add_note,
    correct_note,
    notes,
    withdraw_note,
)

__all__ = [
    "ACCOUNT",
    "CLUSTER",
    "DETAIL",
    "GROUP",
    "KINDS",
    "LONGEST",
    "POST",
    "Note",
    "add_note",
    "correct_note",
    "notes",
    "withdraw_note",
]
