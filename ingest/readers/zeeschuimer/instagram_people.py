"""Who posts on Instagram."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ingest.readers.json_values import items, mapping, text
from ingest.readers.zeeschuimer.accounts import account
from ingest.readers.zeeschuimer.capture import Row

PLATFORM = "instagram"
_META_ID = re.compile(r"1784\d{13}")


def person(user: object) -> Row:
    """Tell an account from what Instagram sends of it."""
    return account(
        text(user, "pk") or own_id(text(user, "id")),
        text(user, "username"),
        text(user, "full_name"),
        text(user, "biography"),
        text(user, "external_url"),
    )


def own_id(known: str | None) -> str | None:
    """Give an id if it is Instagram's own, and not the number that Meta gives the same account."""
    return None if known is None or _META_ID.fullmatch(known) else known


def author(data: Mapping[str, Any]) -> Row:
    """Tell who posted; the owner, where that is somebody else, is kept with the post."""
    user, owner = mapping(data, "user"), mapping(data, "owner")
    if not user:
        return person(owner)
    named = text(owner, "username")
    is_another = named is not None and named != text(user, "username")
    return {**person(user), "owner": named if is_another else None}


def fellow_authors(data: Mapping[str, Any]) -> Iterator[Row]:
    """Describe those under whose names the post stands besides."""
    for each in items(data, "coauthor_producers"):
        described = person(each)
        if described["account_id"] or described["account_handle"]:
            yield {"platform": PLATFORM, **described}
