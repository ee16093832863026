"""What is kept on record about a source."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Custody:
    """Where a source comes from and what may be done with it, in the user's words.

    Attributes
    ----------
    collector, legal_basis, purpose, handling, retention : str or None
        Who collected it, on what ground, for what, under which handling code, and until when it
        may be kept; null when not stated.
    """

    collector: str | None = None
    legal_basis: str | None = None
    purpose: str | None = None
    handling: str | None = None
    retention: str | None = None


@dataclass(frozen=True)
class SourceRecord:
    """What is known about an archived source.

    Attributes
    ----------
    sha256 : str
        Fingerprint of its bytes; its name in the archive.
    path : str
        What the user called it (``outer.zip!inner.csv`` for a file in a zip).
    container_sha256 : str or None
        Fingerprint of the zip it came in.
    format, reader_version : str
        How it was read.
    size : int
        Bytes.
    rows_read, rows_accepted, rows_rejected, rows_merged : int
        ``rows_read`` is the sum of the other three.
    accounts, groups, posts : int
        Distinct ones named in it.
    contact_details : int or None
        Distinct ones found in it; null until they are extracted.
    platform, region, time_zone, collected_at : str or None
        What the reader was told.
    mapping : str or None
        The mapping it was read with, as JSON.
    date_order, chat, encoding : str or None
        What the reader was told.
    private : list of str
        What of the private part of a whole account was read.
    notices : list of str
        What the reader assumed and passed over.
    suggested_own : dict
        Accounts that may be our own side's, each with the reason.
    collector, legal_basis, purpose, handling, retention : str or None
        Custody, as the user stated it.
    ingested_at : str
        When it was archived (UTC, ISO 8601).
    ingested_by : str
        Who archived it.
    known_at_default, known_at_latest : str
        When a sighting without a time of its own counts as known, and when the latest of all
        does (UTC, ISO 8601).
    pictures : int
        How often its posts show a picture whose fingerprint is known.
    """

    sha256: str
    path: str
    container_sha256: str | None
    format: str
    reader_version: str
    size: int
    rows_read: int
    rows_accepted: int
    rows_rejected: int
    rows_merged: int
    accounts: int
    groups: int
    posts: int
    contact_details: int | None
    platform: str | None
    region: str | None
    time_zone: str | None
    collected_at: str | None
    mapping: str | None
    date_order: str | None
    chat: str | None
    private: list[str]
    notices: list[str]
    suggested_own: dict[str, str]
    collector: str | None
    legal_basis: str | None
    purpose: str | None
    handling: str | None
    retention: str | None
    ingested_at: str
    ingested_by: str
    known_at_default: str
    known_at_latest: str
    encoding: str | None = None
    pictures: int = 0
