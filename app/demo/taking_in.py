"""Taking the demonstration's material in: each file as its collector would, our own side aside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import polars as pl

from app.demo.material import Material
from graph.workspace import Workspace
from ingest.archive import Archive
from ingest.intake import Progress, ingest
from ingest.own import declare, own_accounts
from ingest.own_alike import may_be_own
from ingest.report import IntakeReport
from ingest.source_record import Custody

CUSTODY = Custody(
    collector="Spoor demo",
    legal_basis="none needed: fictional",
    purpose="showing what Spoor does",
    handling="TLP:CLEAR",
)


@dataclass(frozen=True)
class Taken:
    """What became of a file of the material.

    Attributes
    ----------
    file : Material
        The file.
    report : IntakeReport
        One source, or for a zip one for each file in it that was read.
    """

    file: Material
    report: IntakeReport


def read_material(
    workspace: Workspace,
    material: Sequence[Material],
    *,
    who: str,
    reading: Progress | None = None,
    on_wait: Callable[[], None] | None = None,
) -> list[Taken]:
    """Read the material into the archive.

    Parameters
    ----------
    workspace : Workspace
        Where to.
    material : sequence of Material
        The files, each with what its reader has to be told.
    who, reading, on_wait
        As of `ingest.intake.ingest`.

    Returns
    -------
    list of Taken
        One for each file. The same material twice changes nothing.
    """
    taken = []
    for file in material:
        report = ingest(
            workspace,
            [file.path],
            file.options,
            who=who,
            custody=CUSTODY,
            progress=reading,
            on_wait=on_wait,
        )
        taken.append(Taken(file, report))
    return taken


def set_own_side_aside(
    workspace: Workspace, *, who: str, on_wait: Callable[[], None] | None = None
) -> list[str]:
    """Declare our own side's whatever may be, as a person would with `spoor own`.

    Returns
    -------
    list of str
        Keys of our own side: accounts from which something was exported, and those that are
        called alike.
    """
    with workspace.writer(on_wait=on_wait):
        archive = Archive(workspace)
        while asked := may_be_own(archive):
            declare(workspace, list(asked), own=True, why="the demo's collector", who=who)
        return sorted(own_accounts(workspace))


def chats_of(archive: Archive) -> dict[str, str]:
    """Find the keys of WhatsApp chats, whose exports carry no id, by their names."""
    named = [
        archive.records(source.sha256, "groups")
        .filter(pl.col("platform") == "whatsapp")
        .select("name", "group_key")
        for source in archive.sources()
    ]
    return dict(pl.concat(named).collect().iter_rows())
