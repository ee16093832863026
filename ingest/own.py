"""Our own side: which accounts are ours by a person's decision, and which may be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph import keys
from graph.errors import UsageError
from graph.workspace import Workspace
from ingest.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.archive import Archive

OWN = "own"
NOT_OWN = "not-own"
_KEY = re.compile(r"(?P<kind>[^\W_][\w.-]*):(?P<rest>\S(?:.*\S)?)")
_STEERING = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_OTHER_THINGS = frozenset({"post", "source", "snapshot", "cluster", "case"})
LONGEST = 1_100


@dataclass(frozen=True)
class Decision:
    """What a person decided about a key last.

    Attributes
    ----------
    is_own : bool
        Whether it is our own side's.
    by, at : str
        Who decided, and when (UTC, ISO 8601).
    why : str or None
    """

    is_own: bool
    by: str
    at: str
    why: str | None


def decisions(workspace: Workspace) -> dict[str, Decision]:
    """Read the latest decision about each key, in the order in which keys were first decided."""
    found: dict[str, Decision] = {}
    for entry in Journal(workspace).entries():
        if entry.get("kind") in (OWN, NOT_OWN):
            decision = Decision(
                entry["kind"] == OWN, str(entry["by"]), str(entry["at"]), entry.get("why")
            )
            found |= dict.fromkeys(entry["keys"], decision)
    return found


def own_accounts(workspace: Workspace) -> frozenset[str]:
    """Read which keys of accounts and contact details were declared our own side's."""
    return frozenset(key for key, decision in decisions(workspace).items() if decision.is_own)


def declined(workspace: Workspace) -> frozenset[str]:
    """Read which keys were decided not to be our own side's."""
    return frozenset(key for key, decision in decisions(workspace).items() if not decision.is_own)


def suggested_own(archive: Archive) -> dict[str, tuple[str, str]]:
    """Give the accounts that sources suggest to be our own side's and nobody has decided about.

    Returns
    -------
    dict
        From key to the reason and the path of the source, in the order of ingestion.
    """
    decided = decisions(archive.workspace)
    found: dict[str, tuple[str, str]] = {}
    for source in archive.sources():
        for key, reason in source.suggested_own.items():
            if key not in decided:
                found.setdefault(key, (reason, source.path))
    return found


def declare(
    workspace: Workspace, given: Sequence[str], *, own: bool, why: str | None, who: str
) -> list[str]:
    """Note a decision about keys in the journal; what was decided so already is not noted again.

    Parameters
    ----------
    workspace : Workspace
        The caller holds its writer lock.
    given : sequence of str
        Keys, as `own_key` writes them.
    own : bool
        Whether they are our own side's.
    why : str or None
        In the person's words.
    who : str
        Who decides.

    Returns
    -------
    list of str
        Those about which something else was decided before, or nothing.
    """
    known = decisions(workspace)
    new = [key for key in dict.fromkeys(given) if key not in known or known[key].is_own is not own]
    if new:
        facts: dict[str, Any] = {"keys": new} | ({"why": why} if why else {})
        Journal(workspace).append(OWN if own else NOT_OWN, who, **facts)
    return new


def own_key(given: str) -> str:
    """Write the key of an account or contact detail as the archive does.

    Parameters
    ----------
    given : str
        Such as ``telegram:user999``, ``tg:999``, ``whatsapp:+62 812 3456 7890``,
        ``phone:+6281234567890``.

    Raises
    ------
    UsageError
        If it is no such key.
    """
    match = _KEY.fullmatch(given.strip())
    rest = match["rest"] if match else ""
    if (
        match is None
        or _STEERING.search(given)
        or len(given) > LONGEST
        or match["kind"].lower() in _OTHER_THINGS
        or rest.startswith("group:")
    ):
        raise UsageError(
            f"'{given[:100]}' is not the key of an account or contact detail; give one such as "
            "telegram:user123 or phone:+6281234567890."
        )
    kind = keys.platform(match["kind"])
    if kind == "phone":
        if not rest.startswith("+"):
            raise UsageError(f"'{given}' names no country; write it as phone:+6281234567890.")
        return "phone:+" + re.sub(r"\D", "", rest)
    if kind == "email":
        return f"email:{rest.lower()}"
    if kind == "handle":
        platform, _, name = rest.partition(":")
        return keys.handle(keys.platform(platform), name)
    return keys.account(kind, rest)
