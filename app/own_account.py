"""An account of our own side, asked for by name: from the archive, as it is in no graph."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from graph.lookup.accounts import Account, DatedName, Membership
from graph.lookup.images import NO_IMAGES
from graph.workspace import Workspace
from ingest.own import own_accounts

OWN = "own"


def own_account(workspace: Workspace, key: str) -> Account:
    """Describe one of our own accounts: what it is called, its groups, how much it posted.

    Parameters
    ----------
    workspace : Workspace
        Its sources have been extracted.
    key : str
        The account's; little is said when no source speaks of it yet.

    Returns
    -------
    Account
        Of category ``own``, without posts, contact details, ties and clusters.
    """
    from ingest.own_profile import own_profile

    found = own_profile(workspace, key)
    platform, _, native = key.partition(":")
    said = found.described
    return Account(
        key=key,
        platform=platform,
        native_id=said.get("native_id") or native,
        **{name: said.get(name) for name in ("handle", "name", "url", "bio")},
        dated_names=tuple(
            DatedName(name, _time(since))
            for name, since in zip(said.get("names", ()), said.get("names_since", ()), strict=True)
        ),
        category=OWN,
        aliases=(),
        clusters=[],
        posts_in_all=found.posts,
        groups_in_all=len(found.groups),
        details_in_all=0,
        ties_in_all=0,
        groups=[_membership(row) for row in found.groups],
        details=[],
        posts=[],
        ties=[],
        links=[],
        taxa=[],
        images=NO_IMAGES,
        trades=[],
    )


def is_own(workspace: Workspace, key: str) -> bool:
    """Whether an account is our own side's: declared, or the same as one that is."""
    if not own_accounts(workspace):
        return False
    from ingest.screened import Screened

    screen = Screened(workspace).screen
    return screen is not None and key in screen.accounts


def _membership(row: dict[str, Any]) -> Membership:
    """Make a membership of a row."""
    return Membership(platform=row["group_key"].partition(":")[0], **row)


def _time(millis: int | None) -> datetime | None:
    """Read a time in milliseconds since 1970."""
    return None if millis is None else datetime.fromtimestamp(millis / 1000, UTC)
