"""What all steps of an unattended run are given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.mailing import MailSettings
from app.steps import OpenStore, Steps, silent
from app.weekly.lock import patience
from app.weekly.noted import Noted
from app.weekly.settings import WeeklySettings
from graph.workspace import Workspace

Say = Callable[[str], None]


def _nobody(line: str) -> None:
    """Tell nobody."""


@dataclass(frozen=True)
class Setting:
    """What all steps of an unattended run are given.

    Attributes
    ----------
    workspace : Workspace
    folder : Path
        Where files arrive.
    settings : WeeklySettings
    mail : MailSettings or None
        None: nothing is mailed.
    who : str
        Who is noted in the journal.
    open_store : callable
        Opens the graph.
    say, complain : callable
        Told each step in a line; and each trouble.
    steps : callable
        Told how far long work has come.
    """

    workspace: Workspace
    folder: Path
    settings: WeeklySettings
    mail: MailSettings | None
    who: str
    open_store: OpenStore
    say: Say = _nobody
    complain: Say = _nobody
    steps: Steps = silent

    @property
    def noted(self) -> Noted:
        """What earlier runs did."""
        return Noted(self.workspace, self.who)

    @property
    def on_wait(self) -> Callable[[], None]:
        """What is done where another command is writing."""
        return patience(self.workspace)
