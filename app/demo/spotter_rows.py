"""The sheet that volunteers keep by hand: what they saw, as people type it."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random
from zoneinfo import ZoneInfo

from app.demo.calendar import noted_at
from app.demo.people import Post
from app.demo.table_files import Row
from app.demo.town import SEED

SPOTTED_TOO = 40
"""Posts a week that a volunteer notes although others have collected them."""

SPOTTERS = ("Heron", "Kingfisher", "Wren")
_TYPED = {
    "facebook": ("Facebook", "FB", "fb"),
    "instagram": ("Instagram", "IG"),
    "telegram": ("TG",),
}


def spotter_rows(posts: Iterable[Post], week: str, zone: ZoneInfo) -> list[Row]:
    """Write down what volunteers noted in a week.

    Parameters
    ----------
    posts : iterable of Post
        Posts of the week with ids that anybody sees. All on Instagram, all that only a picture
        says, and some of the others are noted.
    week : str
        Decides on the draw.
    zone : ZoneInfo
        The zone of the volunteers' clocks, which their times do not name.
    """
    draw = Random(f"{SEED} {week}")  # noqa: S311
    found = list(posts)
    only_here = [post for post in found if _is_only_here(post)]
    others = [post for post in found if not _is_only_here(post)]
    chosen = [*only_here, *draw.sample(others, SPOTTED_TOO)]
    chosen.sort(key=lambda post: (post.posted_at, post.post_id))
    rows = [_row(draw, post, zone) for post in chosen]
    return [*rows, {**rows[0], "Post ID": "cut-short", "Account ID": "9.99E+14"}]


def _is_only_here(post: Post) -> bool:
    """Whether nobody but volunteers has a post."""
    return post.account.platform == "instagram" or post.contact is not None


def _row(draw: Random, post: Post, zone: ZoneInfo) -> Row:
    """Write a post down."""
    account, group = post.account, post.group
    posted = post.posted_at.astimezone(zone).replace(tzinfo=None)
    noted = noted_at(post.posted_at, draw.randrange(240)).astimezone(zone).replace(tzinfo=None)
    return {
        "Platform": draw.choice(_TYPED[account.platform]),
        "Group ID": group.native_id if group else None,
        "Group name": group.name if group else None,
        "Post ID": post.post_id,
        "Posted at": posted,
        "Account ID": account.native_id,
        "Account handle": account.handle,
        "Account name": account.name,
        "Account bio": account.bio,
        "Text": post.text,
        "Price": None if post.price is None else str(post.price),
        "Currency": None if post.price is None else post.currency,
        "Location": post.city,
        "Image": post.image,
        "Contact": post.contact,
        "Collected at": noted,
        "Spotter": draw.choice(SPOTTERS),
        "Note": "picture only" if post.contact else None,
    }
