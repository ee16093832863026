"""The rows that each collector writes down: one row per sighting of a post, or per membership."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from random import Random

from app.demo.calendar import DAY, FIRST_VISIT, WEEK, WEEKS, collected_at, week_of
from app.demo.people import Account, Post
from app.demo.town import SEED
from app.demo.world import World

Cell = str | int | datetime | None
Row = dict[str, Cell]

JAKARTA = timezone(timedelta(hours=7))
SPOTTED_TOO = 40
"""Posts a week that a volunteer notes although the collection has them."""

SPOTTERS = ("Heron", "Kingfisher", "Wren")


def facebook_rows(world: World, week: str) -> list[Row]:
    """What was collected in Facebook groups in a week; one post appears twice exactly."""
    rows = [
        {
            **_place(post),
            "post_id": post.post_id,
            "post_url": _url(post),
            "posted_at": _utc(post.posted_at),
            "account_id": post.account.native_id,
            "account_name": post.account.name,
            "account_bio": post.account.bio,
            **_content(post),
            "location": post.city,
            "collected_at": _utc(_seen(post)),
            "comments": number % 7,
        }
        for number, post in enumerate(_collected(world, "facebook", week))
    ]
    return [*rows[:40], rows[39], *rows[40:], *_refused_in_csv(rows, week)]


def telegram_rows(world: World, week: str) -> list[Row]:
    """What was collected in Telegram groups in a week, times as in Jakarta."""
    return [
        {
            **_place(post),
            "post_id": post.post_id,
            "posted_at": post.posted_at.astimezone(JAKARTA).isoformat(),
            "account_id": post.account.native_id,
            "account_handle": post.account.handle,
            "account_name": post.account.name,
            "role": post.account.role,
            **_content(post),
            "collected_at": _utc(_seen(post)),
        }
        for post in _collected(world, "telegram", week)
    ]


def instagram_rows(world: World, week: str) -> list[Row]:
    """What was collected from Instagram profiles in a week."""
    return [
        {
            "platform": "instagram",
            "post_id": post.post_id,
            "post_url": _url(post),
            "posted_at": _utc(post.posted_at),
            "account_id": post.account.native_id,
            "account_handle": post.account.handle,
            "account_name": post.account.name,
            "account_bio": post.account.bio,
            **_content(post),
            "location": post.city,
            "collected_at": _utc(_seen(post)),
        }
        for post in _collected(world, "instagram", week)
    ]


def spotter_rows(world: World, week: str) -> list[Row]:
    """What volunteers noted by hand in a week: pictures, and posts that others have as well."""
    draw = Random(f"{SEED} {week}")  # noqa: S311
    seen = [post for post in world.posts if week_of(_seen(post)) == week]
    pictures = [post for post in seen if post.contact is not None]
    others = [post for post in seen if post.contact is None]
    chosen = sorted([*pictures, *draw.sample(others, SPOTTED_TOO)], key=lambda post: post.posted_at)
    rows: list[Row] = [
        {
            **_place(post),
            "post_id": post.post_id,
            "posted_at": post.posted_at.replace(tzinfo=None),
            "account_id": post.account.native_id,
            "account_name": post.account.name,
            **_content(post),
            "location": post.city,
            "contact": post.contact,
            "collected_at": (_seen(post) + timedelta(minutes=9)).replace(tzinfo=None),
            "spotter": draw.choice(SPOTTERS),
            "note": "picture only" if post.contact else None,
        }
        for post in chosen
    ]
    return [*rows, *_refused_in_sheet(rows)]


def member_rows(world: World, week: str) -> list[Row]:
    """Member lists of the groups, each account in the week in which it was first seen."""
    visit = FIRST_VISIT + WEEKS.index(week) * WEEK + 6 * DAY
    return [
        {
            "platform": account.platform,
            "group_id": group.native_id,
            "group_name": group.name,
            "account_id": account.native_id,
            "account_handle": account.handle,
            "account_name": account.name,
            "role": account.role or "member",
            "collected_at": _utc(visit),
        }
        for account in world.accounts
        if _joined(account) == week
        for group in account.groups
    ]


def _collected(world: World, platform: str, week: str) -> list[Post]:
    """Posts with a text that were first seen on a platform in a week."""
    return [
        post
        for post in world.posts
        if post.account.platform == platform
        and post.contact is None
        and week_of(_seen(post)) == week
    ]


def _seen(post: Post) -> datetime:
    """When a post was first seen."""
    turn = int(post.group.native_id[-3:]) % 50 if post.group else 55
    return collected_at(post.posted_at, turn * 5)


def _joined(account: Account) -> str:
    """The week in which an account is on the member lists first."""
    return WEEKS[0] if account.first < FIRST_VISIT + 6 * DAY else WEEKS[1]


def _place(post: Post) -> Row:
    """Platform and group of a post."""
    group = post.group
    return {
        "platform": post.account.platform,
        "group_id": group.native_id if group else None,
        "group_name": group.name if group else None,
    }


def _content(post: Post) -> Row:
    """What a post says."""
    return {
        "text": post.text,
        "price": None if post.price is None else str(post.price),
        "currency": None if post.price is None else post.currency,
        "image": post.image,
    }


def _url(post: Post) -> str:
    """Make an address for a post; it leads nowhere."""
    group = f"groups/{post.group.native_id}/" if post.group else ""
    return f"https://{post.account.platform}.example.com/{group}posts/{post.post_id}"


def _utc(time: datetime) -> str:
    """Write a time as UTC."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ")


def _refused_in_csv(rows: list[Row], week: str) -> list[Row]:
    """Make rows as a hurried collector leaves them: no account, no date that can be read."""
    first, second, *_ = rows
    return [
        {**first, "post_id": f"no-account-{week}", "account_id": None},
        {**second, "post_id": f"no-date-{week}", "posted_at": "yesterday at two"},
    ]


def _refused_in_sheet(rows: list[Row]) -> list[Row]:
    """Make a row whose account number a spreadsheet cut short."""
    return [{**rows[0], "post_id": "cut-short", "account_id": "9.99E+14"}]
