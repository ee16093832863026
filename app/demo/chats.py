"""What happens in chats and nobody says: groups are made and named, people come and go."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random

from app.demo.calendar import DAY, END
from app.demo.people import (
    CHATS,
    CREATED,
    INVITED,
    JOINED,
    LEFT,
    MOVED,
    PINNED,
    RENAMED,
    Account,
    Event,
    Group,
    Post,
)
from app.demo.phrases import chat_phrases
from app.demo.places import EXPORTED_ALONE, NAMED_BEFORE
from app.demo.town import Town

OPENED = END - timedelta(days=300)
LEAVERS = 2
INVITED_EACH = 9
"""Of so many who come to an open group its creator brings one; the others follow its link."""


def plant_creators(town: Town) -> None:
    """Make somebody for each open chat who made it and posts nothing but its rules."""
    for group in town.groups:
        if group.platform in CHATS:
            creator = town.account(group.platform, group.language, since=OPENED)
            creator.groups = [group]
            town.creators[group.key] = creator


def plant_leavers(town: Town) -> None:
    """Let some of those who sell nothing leave each open chat again."""
    for group in town.groups:
        silent = [each for each in town.accounts if group in each.groups and not each.posts]
        if group.key in town.creators:
            silent.remove(town.creators[group.key])
            for leaver in town.strangers(silent, LEAVERS):
                leaver.last = town.some_time(leaver.first + DAY, END)


def rules(town: Town) -> list[Post]:
    """Let the creators of open chats post their rules."""
    return [
        Post(
            account=town.creators[group.key],
            group=group,
            posted_at=OPENED + timedelta(minutes=town.draw.randrange(5, 50)),
            text=chat_phrases(group.language).rules.format(name=_first_name(group)),
        )
        for group in town.groups
        if group.key in town.creators
    ]


def happen(town: Town, own: Sequence[Account], ruled: Sequence[Post]) -> list[Event]:
    """Let everything happen that the exports of chats tell.

    Parameters
    ----------
    town : Town
        Everybody joins before the first post and, where the last one is not the end, leaves.
    own : sequence of Account
        The collector's own accounts, which join as well.
    ruled : sequence of Post
        The rules of chats, which are pinned.

    Returns
    -------
    list of Event
    """
    everybody = [*town.accounts, *own]
    found = [
        Event(PINNED, post.group, post.posted_at + timedelta(minutes=2), post.account, pinned=post)
        for post in ruled
        if post.group is not None
    ]
    for key, creator in town.creators.items():
        group = next(each for each in creator.groups if each.key == key)
        others = [each for each in everybody if group in each.groups and each is not creator]
        others.sort(key=lambda account: (account.first, account.key))
        found += _beginning(group, creator)
        found += _coming_and_going(town.draw, group, creator, others)
    return found


def _beginning(group: Group, creator: Account) -> list[Event]:
    """Make a group, and give one another name later."""
    begun, title = creator.first - timedelta(minutes=1), _first_name(group)
    created = Event(CREATED, group, begun, creator, title=title)
    if title == group.name:
        return [created]
    return [created, Event(RENAMED, group, begun + 40 * DAY, creator, title=group.name)]


def _first_name(group: Group) -> str:
    """Tell what a group was called when it was made."""
    return NAMED_BEFORE if group.name == EXPORTED_ALONE else group.name


def _coming_and_going(
    draw: Random, group: Group, creator: Account, others: Sequence[Account]
) -> list[Event]:
    """Let everybody but the creator join, some leave, and some change their number."""
    found = []
    for number, account in enumerate(others):
        at = _before(draw, account.first, creator.first)
        is_invited = number % INVITED_EACH == INVITED_EACH - 1 and account.posts
        if group.is_private or is_invited:
            found.append(Event(INVITED, group, at, creator, (account,)))
        else:
            found.append(Event(JOINED, group, at, account, (creator,)))
        if account.last < END:
            found.append(Event(LEFT, group, account.last, account))
        if account.whatsapp is not None and account.whatsapp.moved_at is not None:
            found.append(Event(MOVED, group, account.whatsapp.moved_at, account))
    return found


def _before(draw: Random, first: datetime, begun: datetime) -> datetime:
    """Draw a time some hours before an account's first post, and after its group was made."""
    return max(first - timedelta(seconds=draw.randrange(60, 20_000)), begun + timedelta(minutes=3))
