"""Facebook: a scraper's table with columns of its own, what they mean, and a list of members."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from app.demo.people import Account, Post
from app.demo.table_files import Row

MAPPING = """\
# What the columns of facebook-posts.csv mean: for `spoor ingest --mapping`.
columns:
  post_id: legacyId
  post_url: url
  posted_at: time
  group_id: facebookId
  group_name: groupTitle
  account_id: user/id
  account_name: user/name
  text: text
  image: attachments/0/photo_image/uri
constants:
  platform: facebook
"""


def post_rows(posts: Iterable[Post], week: str) -> list[Row]:
    """Write what a scraper saw in Facebook groups; one post appears twice exactly.

    Parameters
    ----------
    posts : iterable of Post
        Posts with words on Facebook.
    week : str
        One of `app.demo.calendar.WEEKS`, for the ids of two rows that cannot be read, as a
        hurried collector leaves them.
    """
    rows = [_row(number, post) for number, post in enumerate(posts)]
    return [*rows[:40], rows[39], *rows[40:], *_refused(rows, week)]


def member_rows(accounts: Iterable[Account], listed_at: datetime) -> list[Row]:
    """List who belongs to Facebook groups at a time."""
    return [
        {
            "platform": "facebook",
            "group_id": group.native_id,
            "group_name": group.name,
            "account_id": account.native_id,
            "account_name": account.name,
            "account_bio": account.bio,
            "role": "member",
            "collected_at": f"{listed_at:%Y-%m-%dT%H:%M:%SZ}",
        }
        for account in accounts
        if account.platform == "facebook" and account.first <= listed_at
        for group in account.groups
    ]


def _row(number: int, post: Post) -> Row:
    """Write a post as the scraper does."""
    group = post.group
    assert group is not None
    place = f"https://facebook.example.com/groups/{group.native_id}"
    return {
        "facebookUrl": place,
        "url": f"{place}/posts/{post.post_id}",
        "legacyId": post.post_id,
        "facebookId": group.native_id,
        "groupTitle": group.name,
        "time": f"{post.posted_at:%Y-%m-%dT%H:%M:%S}.000Z",
        "user/id": post.account.native_id,
        "user/name": post.account.name,
        "text": post.text,
        "attachments/0/photo_image/uri": post.image,
        "likesCount": number % 7,
    }


def _refused(rows: list[Row], week: str) -> list[Row]:
    """Make a row without an account, and one whose date cannot be read."""
    first, second, *_ = rows
    return [
        {**first, "legacyId": f"no-account-{week}", "user/id": None},
        {**second, "legacyId": f"no-date-{week}", "time": "yesterday at two"},
    ]
