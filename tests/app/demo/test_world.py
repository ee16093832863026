"""The world behind the material: things happen in an order that can be, and to the right people."""

from __future__ import annotations

from collections import defaultdict

import pytest

from app.demo.calendar import END
from app.demo.people import CHATS, CREATED, INVITED, JOINED, LEFT, Account, Event, Group, Post
from app.demo.scam import ADVANCE
from app.demo.world import World, make_world


@pytest.fixture(scope="module")
def world() -> World:
    return make_world()


def in_chats(world: World) -> list[Post | Event]:
    return [entry for entry in world.entries if entry.account.platform in CHATS]


def group_of(entry: Post | Event) -> Group:
    assert entry.group is not None
    return entry.group


def named(world: World, name: str) -> list[Account]:
    """The accounts of a planted ring, the shop or the scam."""
    truth = world.truth
    ring = next(ring for ring in (*truth.rings, truth.shop, truth.scam) if ring.name == name)
    return [account for account in world.accounts if account.key in ring.accounts]


def test_nobody_speaks_before_joining_or_after_leaving(world: World) -> None:
    came: set[tuple[str, str]] = set()
    gone: set[tuple[str, str]] = set()
    for entry in in_chats(world):
        place = group_of(entry).key
        who = (place, entry.account.key)
        if isinstance(entry, Event):
            if entry.kind in (CREATED, JOINED):
                came.add(who)
            elif entry.kind == INVITED:
                came.update((place, account.key) for account in entry.members)
            elif entry.kind == LEFT:
                gone.add(who)
        else:
            assert who in came - gone, (entry.account.name, entry.posted_at)
    assert gone


def test_entries_are_in_order_of_time_and_numbered_once(world: World) -> None:
    times = [entry.posted_at for entry in world.entries]
    assert times == sorted(times)
    assert times[-1] <= END
    ids: dict[str, list[str]] = defaultdict(list)
    for entry in world.entries:
        telegram = entry.account.platform == "telegram" and entry.group is not None
        ids[group_of(entry).key if telegram else ""].append(entry.post_id)
    assert all(len(set(chat)) == len(chat) for chat in ids.values())


def test_answers_come_after_what_they_answer_in_the_same_chat(world: World) -> None:
    answers = [post for post in world.posts if post.answers is not None]
    assert len(answers) > 200
    for post in answers:
        assert post.answers is not None
        assert post.answers.posted_at < post.posted_at
        assert post.answers.group == post.group
        assert post.answers.post_id


def test_only_innocents_pass_on_others_words(world: World) -> None:
    passed = [post for post in world.posts if post.forwarded_from is not None]
    assert passed
    assert {post.account.key for post in passed} <= world.truth.innocents
    assert all(post.forwarded_from is not post.account for post in passed)


def test_the_collector_is_in_every_chat_and_sells_nothing(world: World) -> None:
    chats = {group_of(entry).key for entry in in_chats(world)}
    collector = world.collector
    assert {group.key for own in collector.accounts for group in own.groups} == chats
    said = [post for post in world.posts if post.account in collector.accounts]
    assert len(said) > 20
    assert all(post.currency is None and post.contact is None for post in said)
    assert not world.truth.own & world.truth.innocents


def test_the_scam_posts_what_others_posted(world: World) -> None:
    members = named(world, world.truth.scam.name)
    assert {member.platform for member in members} == {"facebook", "telegram", "whatsapp"}
    bodies = {advert.body for account in world.accounts for advert in account.adverts}
    for advert in (advert for member in members for advert in member.adverts):
        demand = next(words for words in ADVANCE if advert.body.endswith(words))
        assert advert.body.removesuffix(demand).strip() in bodies
    numbers = {shown.contact.key for member in members for shown in member.shows}
    assert len(numbers) == 1


def test_the_club_shares_a_group_and_talk_and_no_contact_detail(world: World) -> None:
    club = world.truth.apart["belong to a breeders' club, and talk"]
    members = [account for account in world.accounts if account.key in club]
    assert len({group.key for member in members for group in member.groups[-1:]}) == 1
    shown = [each.contact.key for member in members for each in member.shows]
    assert len(shown) == len(set(shown)) > 5
    said = [post.text for post in world.posts if post.account in members and not post.currency]
    assert len(said) > 2 * len(set(said))
