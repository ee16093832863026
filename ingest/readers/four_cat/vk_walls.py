"""VK's ids: posts and comments are counted per wall, communities are negative as authors.

A post's full id is ``<owner>_<number>``, as in the address ``vk.com/wall-5_17``; its comments count
on. The wall of a community (owner -5) is a group (5); a person's wall is none.
"""

from __future__ import annotations

from ingest.readers.telegram.peers import whole_number

PLATFORM = "vk"
DELETED = frozenset({"DELETED", "BANNED"})


def wall_id(owner: str | None, number: str | None) -> str | None:
    """Give the full id of what is on a wall.

    >>> wall_id("-5", "17")
    '-5_17'
    """
    on, at = whole_number(owner), whole_number(number)
    return f"{on}_{at}" if on and at and at > 0 else None


def address(full_id: str | None) -> str | None:
    """Give the address of what is on a wall."""
    return None if full_id is None else f"https://vk.com/wall{full_id}"


def community(owner: str | None) -> str | None:
    """Give the id of the community whose wall it is; None for a person's.

    >>> community("-5"), community("5")
    ('5', None)
    """
    number = whole_number(owner)
    return str(-number) if number is not None and number < 0 else None


def person_name(name: str | None) -> str | None:
    """Give a name, unless VK writes it of an account that is gone."""
    return None if name is None or name.strip() in DELETED else name.strip() or None
