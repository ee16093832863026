"""From what a person says about files to the commands that take them in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from app.jobs import Job, start_commands
from app.jobs.settling import WAITING
from app.taking.waiting import Waiting
from graph.workspace import Workspace


@dataclass(frozen=True)
class Terms:
    """What a person says that holds for all files taken in at once.

    Attributes
    ----------
    platform, region, time_zone : str or None
        What the readers are told.
    collected_at : datetime or None
        In UTC.
    collector, legal_basis, purpose, handling : str or None
    retention : date or None
    """

    platform: str | None = None
    region: str | None = None
    time_zone: str | None = None
    collected_at: datetime | None = None
    collector: str | None = None
    legal_basis: str | None = None
    purpose: str | None = None
    handling: str | None = None
    retention: date | None = None

    def options(self) -> list[str]:
        """Write them as options of ``spoor ingest``."""
        said = {
            "platform": self.platform,
            "region": self.region,
            "timezone": self.time_zone,
            "collected-at": self.collected_at.isoformat() if self.collected_at else None,
            "collector": self.collector,
            "legal-basis": self.legal_basis,
            "purpose": self.purpose,
            "handling": self.handling,
            "retention": self.retention.isoformat() if self.retention else None,
        }
        return _options(said)


@dataclass(frozen=True)
class Told:
    """What a person says of one file.

    Attributes
    ----------
    format, encoding, date_order, chat : str or None
        As of `ingest.readers.options.ReadOptions`; None: told from the file.
    """

    format: str | None = None
    encoding: str | None = None
    date_order: str | None = None
    chat: str | None = None

    def options(self) -> list[str]:
        """Write them as options of ``spoor ingest``."""
        said = {
            "format": self.format,
            "encoding": self.encoding,
            "date-order": self.date_order,
            "chat": self.chat,
        }
        return _options(said)


@dataclass
class _Run:
    """Files that are read alike."""

    options: list[str]
    names: list[str] = field(default_factory=list)


def take_in_job(
    workspace: Workspace, asked: Sequence[tuple[Waiting, Told]], terms: Terms, who: str
) -> Job:
    """Begin to take files in, in a process of its own.

    Parameters
    ----------
    workspace : Workspace
    asked : sequence of tuple
        What waits, with what is said of it.
    terms : Terms
    who : str

    Raises
    ------
    WorkspaceBusy
        If such work is going on already.
    """
    names = _names([waiting for waiting, _ in asked])
    runs: dict[tuple[str, ...], _Run] = {}
    for waiting, told in asked:
        run = runs.setdefault(tuple(told.options()), _Run(told.options()))
        run.names.append(names[waiting.id])

    def prepare(folder: Path) -> None:
        for waiting, _ in asked:
            if waiting.is_upload:
                place = folder / names[waiting.id]
                place.parent.mkdir(exist_ok=True)
                place.symlink_to(waiting.path.resolve())

    return start_commands(
        workspace,
        "ingest",
        [["ingest", "--json", *terms.options(), *run.options, "--", *run.names]
         for run in runs.values()],
        who,
        about={WAITING: {names[waiting.id]: waiting.id for waiting, _ in asked}},
        prepare=prepare,
    )  # fmt: skip


def _names(asked: Sequence[Waiting]) -> dict[str, str]:
    """Call each file by its name, those after the first of one name in a folder of their own."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for waiting in asked:
        name = waiting.name if waiting.is_upload else str(waiting.path)
        nth = 1
        while name in taken:
            nth += 1
            name = f"{nth}/{waiting.name}"
        taken.add(name)
        found[waiting.id] = name
    return found


def _options(said: dict[str, str | None]) -> list[str]:
    """Write options, each in one piece, so that no value is taken for another option."""
    return [f"--{name}={value}" for name, value in said.items() if value]
