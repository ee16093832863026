"""Reports that are kept in the workspace: which there are, what they say, and handing them out."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.reporting.period import Asked, Period, period_of
from app.reporting.writing import HTML, JSON, PDF, SHEET
from graph.errors import NotFound, UsageError, WorkspaceError
from ingest.journal import Journal

if TYPE_CHECKING:
    from graph.workspace import Workspace

FILES = (PDF, HTML, JSON, SHEET)
LATER_PARTS: Mapping[str, Any] = {
    "sellers": {name: {"accounts": 0, "named": []} for name in ("new", "gone", "back")},
    "listings": [],
    "group_events": [],
    "unsure": [],
    "watch_hits": [],
    "look_next": [],
    "preserve_now": [],
}
"""Parts that reports of earlier versions lack; they are read as empty there."""

_BETWEEN = re.compile(r"(\d{4}-\d{2}-\d{2})--(\d{4}-\d{2}-\d{2})")


@dataclass(frozen=True)
class KeptReport:
    """A report in the workspace.

    Attributes
    ----------
    name : str
        Its week (``2026-W46``), else its days (``2026-11-01--2026-11-15``).
    period : Period
    folder : Path
    """

    name: str
    period: Period
    folder: Path

    @property
    def stamp(self) -> str:
        """Tell this writing of the report from an earlier one of the same period."""
        try:
            about = (self.folder / JSON).stat()
        except OSError:
            return f"{self.folder} gone"
        return f"{self.folder} {about.st_mtime_ns} {about.st_size}"

    def files(self) -> list[str]:
        """Names of its files that are there, as in `FILES`."""
        return [name for name in FILES if (self.folder / name).is_file()]


def period_named(name: str) -> Period:
    """Read a period from its name: a week, or two days.

    Raises
    ------
    UsageError
        If it is none.

    >>> period_named("2026-W46").end
    '2026-11-15'
    """
    days = _BETWEEN.fullmatch(name)
    return period_of(Asked(None, days[1], days[2]) if days else Asked(week=name), "")


def kept_reports(workspace: Workspace) -> list[KeptReport]:
    """List the reports of a workspace, those of the latest day first; none of them is opened."""
    found = []
    for path in (workspace.root / "reports").glob(f"*/{JSON}"):
        try:
            period = period_named(path.parent.name)
        except UsageError:
            continue
        found.append(KeptReport(path.parent.name, period, path.parent))
    return sorted(found, key=lambda each: (each.period.end, each.period.start), reverse=True)


def read_report(kept: KeptReport) -> dict[str, Any]:
    """Read what a report says, as `app.reporting.contents.contents_of` gave it.

    Raises
    ------
    WorkspaceError
        If its file cannot be read.
    """
    path = kept.folder / JSON
    try:
        told = json.loads(path.read_bytes().decode("utf-8", "surrogatepass"))
        return {**LATER_PARTS, **told}
    except (OSError, ValueError, TypeError):
        raise WorkspaceError(
            f"{path}: the report cannot be read; make it again with `{command_for(kept.period)}`."
        ) from None


def hand_out(workspace: Workspace, kept: KeptReport, name: str, who: str) -> bytes:
    """Give a file of a report to a person, and note in the journal that it left the workspace.

    Parameters
    ----------
    workspace : Workspace
    kept : KeptReport
    name : str
        One of `FILES`.
    who : str

    Raises
    ------
    NotFound
        If the report has no such file.
    """
    if name not in kept.files():
        raise NotFound(f"{kept.folder / name}: there is no such file.")
    content = (kept.folder / name).read_bytes()
    Journal(workspace).append(
        "export", who, report=kept.name, output=f"{kept.name}/{name}",
        sha256=hashlib.sha256(content).hexdigest(),
    )  # fmt: skip
    return content


def command_for(period: Period) -> str:
    """Give the command that makes a report of a period."""
    return " ".join(["spoor report", *options_for(period)])


def options_for(period: Period) -> list[str]:
    """Give the options of that command."""
    if period.week:
        return ["--week", period.week]
    return ["--from", period.start, "--to", period.end]
