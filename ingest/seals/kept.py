"""Seals in the journal: who sealed whose pictures, why and when; nothing is overwritten."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.errors import NotFound, UsageError
from graph.workspace import Workspace
from ingest.journal import Journal

PICTURE, POST, ACCOUNT = ("picture", "post", "account")
KINDS = (PICTURE, POST, ACCOUNT)
GROUNDS = ("minor", "victim", "other")
_PUT, _LIFTED = "seal", "unseal"


@dataclass(frozen=True)
class Seal:
    """A decision that pictures are to be shown to nobody.

    Attributes
    ----------
    kind : str
        One of `KINDS`: the picture itself, the pictures of a post, or those of an account.
    key : str
        Of the picture, post or account.
    ground : str
        One of `GROUNDS`: whom it protects.
    by, at : str
        Who sealed it, and when (UTC, ISO 8601).
    why : str or None
        In the person's words.
    """

    kind: str
    key: str
    ground: str
    by: str
    at: str
    why: str | None


@dataclass(frozen=True)
class Seals:
    """What is sealed now.

    Attributes
    ----------
    pictures, posts, accounts : mapping of str to Seal
        By key.
    lifted : frozenset of str
        Accounts of which somebody said that their pictures may be shown, whatever the account's
        category says.
    """

    pictures: Mapping[str, Seal] = field(default_factory=dict)
    posts: Mapping[str, Seal] = field(default_factory=dict)
    accounts: Mapping[str, Seal] = field(default_factory=dict)
    lifted: frozenset[str] = frozenset()

    def of(self, kind: str, key: str) -> Seal | None:
        """Find the seal of one thing; None where it has none of its own."""
        return {PICTURE: self.pictures, POST: self.posts, ACCOUNT: self.accounts}[kind].get(key)


def seals(workspace: Workspace) -> Seals:
    """Read what is sealed now."""
    found: dict[str, dict[str, Seal]] = {kind: {} for kind in KINDS}
    lifted: set[str] = set()
    for entry in Journal(workspace).entries():
        if entry.get("kind") not in (_PUT, _LIFTED):
            continue
        kind, key = str(entry["about"]), str(entry["keys"][0])
        if entry["kind"] == _PUT:
            found[kind][key] = _read(entry)
            lifted.discard(key)
        else:
            found[kind].pop(key, None)
            if kind == ACCOUNT:
                lifted.add(key)
    return Seals(found[PICTURE], found[POST], found[ACCOUNT], frozenset(lifted))


def put_seal(
    workspace: Workspace, kind: str, key: str, ground: str, *, why: str | None, who: str
) -> bool:
    """Note in the journal that pictures are to be shown to nobody.

    Parameters
    ----------
    workspace : Workspace
        The caller holds its writer lock.
    kind : str
        One of `KINDS`.
    key : str
        Of the picture, post or account.
    ground : str
        One of `GROUNDS`.
    why : str or None
        In the person's words.
    who : str

    Returns
    -------
    bool
        Whether this differs from what stood before; otherwise nothing is noted.

    Raises
    ------
    UsageError
        If the kind or the ground is none.
    """
    if kind not in KINDS:
        raise UsageError(f"A {kind} cannot be sealed; say {', '.join(KINDS)}.")
    if ground not in GROUNDS:
        raise UsageError(f"'{ground}' is no ground for a seal; say {', '.join(GROUNDS)}.")
    before = seals(workspace).of(kind, key)
    if before is not None and (before.ground, before.why) == (ground, why):
        return False
    reason = {"why": why} if why else {}
    Journal(workspace).append(_PUT, who, about=kind, keys=[key], ground=ground, **reason)
    return True


def lift_seal(workspace: Workspace, kind: str, key: str, *, why: str, who: str) -> Seal | None:
    """Note in the journal that pictures may be shown again.

    Parameters
    ----------
    workspace : Workspace
        The caller holds its writer lock.
    kind, key : str
        As of `put_seal`.
    why : str
        A reason is needed.
    who : str

    Returns
    -------
    Seal or None
        As it stood; None for an account whose pictures were sealed because of its category.

    Raises
    ------
    UsageError
        If no reason is given.
    NotFound
        If a picture or post is not sealed by itself.
    """
    if not why.strip():
        raise UsageError("No seal is lifted without a reason; say why the pictures may be shown.")
    before = seals(workspace).of(kind, key)
    if before is None and kind != ACCOUNT:
        raise NotFound(f"{key}: this {kind} has no seal of its own that could be lifted.")
    Journal(workspace).append(_LIFTED, who, about=kind, keys=[key], why=why.strip())
    return before


def _read(entry: dict[str, Any]) -> Seal:
    """Read a seal from the journal."""
    return Seal(
        kind=str(entry["about"]),
        key=str(entry["keys"][0]),
        ground=str(entry["ground"]),
        by=str(entry["by"]),
        at=str(entry["at"]),
        why=entry.get("why"),
    )
