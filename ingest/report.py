"""What an ingestion reports about each source and in all."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

from ingest.source_record import SourceRecord

MANY_REJECTED = 0.05
_COUNTS = (
    "rows_read",
    "rows_accepted",
    "rows_rejected",
    "rows_merged",
    "accounts",
    "groups",
    "posts",
    "contact_details",
    "pictures",
)


@dataclass(frozen=True)
class SourceReport:
    """What became of one source.

    Attributes
    ----------
    path : str
        What the user called it.
    sha256, format : str or None
        Null when it was not read that far.
    rows_read, rows_accepted, rows_rejected, rows_merged : int
        ``rows_read`` is the sum of the other three. For a source that was in the archive already
        nothing is accepted, and what was then counts as merged.
    accounts, groups, posts : int
        Distinct ones named in it.
    contact_details : int or None
        Distinct ones found in it; null until they are extracted.
    pictures : int
        How often its posts show a picture whose fingerprint is known.
    error : str or None
        Why it could not be read at all; then nothing of it was taken in.
    warning : str or None
        What the user should look at.
    notices : list of str
        What the reader assumed and passed over.
    suggested_own : dict
        Accounts that may be our own side's, each with the reason.
    """

    path: str
    sha256: str | None = None
    format: str | None = None
    rows_read: int = 0
    rows_accepted: int = 0
    rows_rejected: int = 0
    rows_merged: int = 0
    accounts: int = 0
    groups: int = 0
    posts: int = 0
    contact_details: int | None = None
    pictures: int = 0
    error: str | None = None
    warning: str | None = None
    notices: list[str] = field(default_factory=list)
    suggested_own: dict[str, str] = field(default_factory=dict)

    @property
    def is_loud(self) -> bool:
        """Whether so many rows were rejected that somebody should look first of all."""
        return self.rows_rejected > MANY_REJECTED * self.rows_read


@dataclass(frozen=True)
class IntakeReport:
    """What an ingestion did.

    Attributes
    ----------
    sources : tuple of SourceReport
        In the order read.
    hidden : int
        Hidden files that were passed over in folders and zips.
    attachments : int
        Pictures and the like there, which are no sources of their own.
    """

    sources: tuple[SourceReport, ...]
    hidden: int
    attachments: int = 0

    @property
    def failed(self) -> bool:
        """Whether a source could not be read at all."""
        return any(source.error for source in self.sources)

    def with_contact_details(self, counts: Mapping[str, int]) -> IntakeReport:
        """Add how many contact details were found in each source, by SHA-256."""
        sources = tuple(
            replace(source, contact_details=counts.get(source.sha256 or "", source.contact_details))
            for source in self.sources
        )
        return replace(self, sources=sources)

    def asking_about(self, undecided: Collection[str]) -> IntakeReport:
        """Suggest only those accounts as our own side's about which nobody has decided."""
        sources = tuple(
            replace(
                source,
                suggested_own={
                    key: reason for key, reason in source.suggested_own.items() if key in undecided
                },
            )
            for source in self.sources
        )
        return replace(self, sources=sources)

    def to_json(self) -> dict[str, Any]:
        """Give the report as plain data.

        Returns
        -------
        dict
            ``sources``, one object each, with ``error``, ``warning``, ``notices`` and
            ``suggested_own`` only where there is one;
            ``totals``, the sums over the sources (what two of them share counts twice), and how
            many ``sources`` there are, how many ``failed``, and how many files were ``hidden`` or
            ``attachments``.
        """
        optional = {"error", "warning", "notices", "suggested_own"}
        totals = {
            name: sum(getattr(source, name) or 0 for source in self.sources) for name in _COUNTS
        }
        return {
            "sources": [
                {
                    name: value
                    for name, value in asdict(source).items()
                    if name not in optional or value
                }
                for source in self.sources
            ],
            "totals": {
                **totals,
                "sources": len(self.sources),
                "failed": sum(source.error is not None for source in self.sources),
                "hidden": self.hidden,
                "attachments": self.attachments,
            },
        }


def new_source(record: SourceRecord) -> SourceReport:
    """Report a source that was read now, loudly when many of its rows were refused."""
    warning = None
    if record.rows_rejected > MANY_REJECTED * record.rows_read:
        share = record.rows_rejected / record.rows_read
        warning = (
            f"{record.path}: {record.rows_rejected:,} of {record.rows_read:,} rows ({share:.0%}) "
            "were refused; `spoor rejected` says which and why."
        )
    return _report(record, record.path, warning)


def known_source(record: SourceRecord, path: str, warning: str | None) -> SourceReport:
    """Report a source that was in the archive already."""
    return replace(
        _report(record, path, warning),
        rows_accepted=0,
        rows_merged=record.rows_accepted + record.rows_merged,
    )


def _report(record: SourceRecord, path: str, warning: str | None) -> SourceReport:
    """Report what is on record about a source."""
    known = asdict(record)
    return SourceReport(
        path=path,
        warning=warning,
        **{
            field.name: known[field.name]
            for field in fields(SourceReport)
            if field.name not in {"path", "warning", "error"}
        },
    )
