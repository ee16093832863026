"""What an unattended run did, or would do."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass
class Done:
    """What an unattended run did.

    Attributes
    ----------
    taken : list of dict
        ``path sha256`` of each new source; once it is read, also its counts of rows, posts and
        accounts.
    waiting : list of dict
        ``path why`` of each file that may still be written.
    failed : list of dict
        ``path error`` of what could not be read.
    late : list of str
        New sources of which all was known by the end of a week that was reported already.
    hidden : int
        Hidden files that were passed over.
    reports : list of dict
        ``week``; once it is written, also ``folder notable notices``.
    left : int
        Weeks that the next runs report.
    snapshot : str or None
        Of the networks as known now, where they were detected beside a report.
    watch_hits : list of dict or None
        What is watched and turned up in what is new; None when nothing is watched.
    mailed : bool or None
        Whether all was mailed; None where there was nothing to mail, or nowhere.
    """

    taken: list[dict[str, Any]] = field(default_factory=list)
    waiting: list[dict[str, str]] = field(default_factory=list)
    failed: list[dict[str, str]] = field(default_factory=list)
    late: list[str] = field(default_factory=list)
    hidden: int = 0
    reports: list[dict[str, Any]] = field(default_factory=list)
    left: int = 0
    snapshot: str | None = None
    watch_hits: list[dict[str, Any]] | None = None
    mailed: bool | None = None

    @property
    def is_well(self) -> bool:
        """Whether everything could be read and mailed."""
        return not self.failed and self.mailed is not False

    def to_json(self) -> dict[str, Any]:
        """Give the result as plain data; ``watch_hits`` only where something is watched."""
        found = dict(vars(self))
        if self.watch_hits is None:
            del found["watch_hits"]
        return found
