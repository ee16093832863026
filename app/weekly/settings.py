"""The section ``[weekly]`` of a workspace's settings: how an unattended run takes files in."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from graph.errors import UsageError, WorkspaceError
from graph.settings import checked_section
from graph.workspace import Workspace
from ingest.extract.phones.numbers import known_region
from ingest.readers.mapping import known_encoding, load_mapping
from ingest.readers.options import ReadOptions
from ingest.readers.times import Clock
from ingest.source_record import Custody

SECTION = "weekly"


class WeeklySettings(BaseModel):
    """How an unattended run goes about it.

    Attributes
    ----------
    settle_seconds : int
        A file modified within so many seconds may still be written, and waits.
    most_reports : int
        Most reports in one run.
    platform, region, timezone, date_order, encoding : str, optional
        What readers are told, as by the options of ``spoor ingest``.
    mapping : str, optional
        A mapping file; a relative path begins at the workspace.
    pictures : bool
        Whether pictures that posts name are taken in.
    collector, legal_basis, purpose, handling, retention
        What holds for all that is taken in.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    settle_seconds: int = Field(default=60, ge=0)
    most_reports: int = Field(default=8, ge=1)
    platform: str | None = None
    region: str | None = None
    timezone: str | None = None
    date_order: Literal["dmy", "mdy", "ymd"] | None = None
    encoding: str | None = None
    mapping: str | None = None
    pictures: bool = True
    collector: str | None = None
    legal_basis: str | None = None
    purpose: str | None = None
    handling: str | None = None
    retention: date | None = None

    @property
    def custody(self) -> Custody:
        """What holds for all that is taken in."""
        until = self.retention.isoformat() if self.retention else None
        return Custody(self.collector, self.legal_basis, self.purpose, self.handling, until)


def read_weekly_settings(workspace: Workspace) -> WeeklySettings:
    """Read the section ``[weekly]``; defaults where the workspace is not made yet.

    Raises
    ------
    WorkspaceError
        If a key is unknown, or a value is of the wrong kind.
    """
    if not workspace.id:
        return WeeklySettings()
    return checked_section(workspace, SECTION, WeeklySettings)


def read_options(workspace: Workspace, settings: WeeklySettings) -> ReadOptions:
    """Give what readers are told.

    Raises
    ------
    WorkspaceError
        If a country, time zone, encoding or mapping is none; names the section.
    """
    try:
        return ReadOptions(
            platform=settings.platform,
            region=known_region(settings.region) if settings.region is not None else None,
            time_zone=Clock(settings.timezone).time_zone,
            mapping=load_mapping(workspace.root / settings.mapping) if settings.mapping else None,
            date_order=settings.date_order,
            encoding=_encoding(settings),
        )
    except UsageError as error:
        said = str(error).removesuffix(".")
        raise WorkspaceError(f"{workspace.settings_file}: [{SECTION}] {said}.") from None


def _encoding(settings: WeeklySettings) -> str | None:
    """Check the name of the encoding, and name it where it is none."""
    try:
        return known_encoding(settings.encoding) if settings.encoding is not None else None
    except ValueError as error:
        raise UsageError(f"encoding {settings.encoding!r}: {error}.") from None
