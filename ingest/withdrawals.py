"""Withdrawing a source: its rows leave every later read, its bytes stay, and it can come back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.errors import NotFound, UsageError
from graph.workspace import Workspace
from ingest.journal import Journal
from ingest.source_record import SourceRecord

WITHDRAW = "withdraw"
TAKE_BACK = "take back"
SHORTEST_FINGERPRINT = 8
NAMED_AT_MOST = 5


@dataclass(frozen=True)
class Withdrawal:
    """A source that was withdrawn.

    Attributes
    ----------
    sha256 : str
    by, at : str
        Who withdrew it, and when (UTC, ISO 8601).
    why : str
    """

    sha256: str
    by: str
    at: str
    why: str


def withdrawals(workspace: Workspace) -> dict[str, Withdrawal]:
    """Read which sources are withdrawn now, by their SHA-256, in the order of withdrawal."""
    found: dict[str, Withdrawal] = {}
    for entry in Journal(workspace).entries():
        if entry.get("kind") == WITHDRAW:
            sha256 = str(entry["sha256"])
            found.pop(sha256, None)
            found[sha256] = Withdrawal(
                sha256, str(entry["by"]), str(entry["at"]), str(entry.get("why") or "")
            )
        elif entry.get("kind") == TAKE_BACK:
            found.pop(str(entry["sha256"]), None)
    return found


def note_withdrawn(
    workspace: Workspace, sources: Iterable[SourceRecord], *, why: str, who: str
) -> list[str]:
    """Withdraw sources; those that were not withdrawn before, by their SHA-256.

    Parameters
    ----------
    workspace : Workspace
        The caller holds its writer lock, and makes the graph again.
    sources : iterable of SourceRecord
    why : str
        In the person's words.
    who : str

    Raises
    ------
    UsageError
        If no reason is given.
    """
    if not why.strip():
        raise UsageError("A source is withdrawn for a reason: say it with --why TEXT.")
    return _note(workspace, sources, WITHDRAW, why.strip(), who, standing=False)


def note_taken_back(
    workspace: Workspace, sources: Iterable[SourceRecord], *, why: str | None, who: str
) -> list[str]:
    """Take withdrawals back; those that stood, by their SHA-256. See `note_withdrawn`."""
    return _note(workspace, sources, TAKE_BACK, (why or "").strip(), who, standing=True)


def find_sources_named(known: Sequence[SourceRecord], named: str) -> list[SourceRecord]:
    """Find the sources that a person means.

    Parameters
    ----------
    known : sequence of SourceRecord
        Those to look among.
    named : str
        A SHA-256 or its first letters (eight at least), a path, a file's name, or a zip's, which
        means all that was read of it.

    Raises
    ------
    NotFound
        If there is none.
    UsageError
        If several are called so.
    """
    shortened = len(named) >= SHORTEST_FINGERPRINT
    found = [each for each in known if shortened and each.sha256.startswith(named.lower())]
    paths = {named, str(Path(named).absolute())}
    found = found or [each for each in known if each.path in paths]
    found = found or [each for each in known if each.path.partition("!")[0] in paths]
    found = found or [each for each in known if each.path.endswith((f"/{named}", f"!{named}"))]
    found = found or [each for each in known if each.path.partition("!")[0].endswith(f"/{named}")]
    if not found:
        raise NotFound(
            f"{named}: no source of this name was taken in; name it by its path, its file's name "
            "or its SHA-256, as `spoor ingest --json` and the page Take in show them."
        )
    if len(found) > 1 and not _are_of_one_zip(found):
        prints = ", ".join(each.sha256[:12] for each in found[:NAMED_AT_MOST])
        raise UsageError(
            f"{named}: {len(found)} sources are called so; name one by its SHA-256 ({prints})."
        )
    return found


def _are_of_one_zip(sources: Sequence[SourceRecord]) -> bool:
    """Whether several sources are what one zip held."""
    zips = {each.container_sha256 for each in sources}
    return len(zips) == 1 and None not in zips


def _note(
    workspace: Workspace,
    sources: Iterable[SourceRecord],
    kind: str,
    why: str,
    who: str,
    *,
    standing: bool,
) -> list[str]:
    """Enter into the journal what changes something."""
    withdrawn = withdrawals(workspace)
    changed = [each for each in sources if (each.sha256 in withdrawn) is standing]
    for each in changed:
        facts = {"why": why} if why else {}
        Journal(workspace).append(kind, who, sha256=each.sha256, path=each.path, **facts)
    return [each.sha256 for each in changed]
