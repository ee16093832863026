"""Innocents who look like partners: they copy, quote, or got somebody's old number."""

from __future__ import annotations

from itertools import pairwise

from tests.planted.account import Account, Sign
from tests.planted.town import DAYS, Town

LANGUAGE_SPEAKERS, CIRCLE, CIRCLE_GROUPS = (15, 60), (12, 40), 4


def plant_innocents(town: Town) -> None:
    """Plant innocents of every kind."""
    _recycle_numbers(town)
    _steal_texts(town)
    _steal_pictures(town)
    _copy_what_is_popular(town)
    _copy_each_other(town)
    _speak_a_language(town)
    _meet(town)
    _warn(town)


def _call(town: Town, accounts: list[Account], what: str) -> None:
    """Note what makes accounts look like partners."""
    town.world.innocents |= {account.key: what for account in accounts}


def _recycle_numbers(town: Town) -> None:
    """Numbers with two owners, one after the other."""
    users = town.some(2 * town.shape.recycled_numbers)
    for before, after in list(pairwise(users))[::2]:
        number = town.invent.number()
        before.active, after.active = (0, 100), (200, DAYS)
        for user in (before, after):
            user.details.append(Sign(f"WA {number}"))
        town.world.recycled.add(f"phone:{number}")
        _call(town, [before, after], "recycled number")


def _steal_texts(town: Town) -> None:
    """Strangers take a text of a ring, some of them two."""
    sources = [account for account in town.ringed if account.texts]
    for thief in town.some(town.shape.text_thieves if sources else 0):
        texts = town.some(1, sources)[0].texts[: 2 if town.invent.chance(0.3) else 1]
        thief.texts += [Sign(text.what) for text in texts]
        _call(town, [thief], "text thief")


def _steal_pictures(town: Town) -> None:
    """Strangers take a picture of a ring, some of them two, some the words as well."""
    sources = [account for account in town.ringed if account.pictures]
    for thief in town.some(town.shape.picture_thieves if sources else 0):
        source = town.some(1, sources)[0]
        pictures = source.pictures[: 2 if town.invent.chance(0.3) else 1]
        thief.pictures += [Sign(picture.what) for picture in pictures]
        if source.texts and town.invent.chance(0.2):
            thief.texts.append(Sign(source.texts[0].what))
        _call(town, [thief], "picture thief")


def _copy_what_is_popular(town: Town) -> None:
    """Texts and pictures that go round a market."""
    for _ in range(town.shape.popular_texts):
        users = _some_of_a_market(town)
        text = Sign(town.invent.text(users[0].market))
        for user in users:
            user.texts.append(text)
        _call(town, users, "copies popular text")
    for _ in range(town.shape.popular_pictures):
        users = _some_of_a_market(town)
        picture = Sign(town.invent.picture())
        for user in users:
            user.pictures.append(picture)
        _call(town, users, "copies popular picture")


def _some_of_a_market(town: Town) -> list[Account]:
    """Twenty strangers or more, of one market."""
    near = town.of_market(town.invent.below(town.shape.markets))
    return town.some(20 + town.invent.below(max(len(near) // 4, 1)), near)


def _copy_each_other(town: Town) -> None:
    """Two strangers with the same text, or two of them."""
    for copies, many in ((1, town.shape.copied_once), (2, town.shape.copied_twice)):
        for _ in range(many):
            users = town.some(2)
            texts = [Sign(town.invent.text(users[0].market)) for _ in range(copies)]
            for user in users:
                user.texts += texts
            _call(town, users, "copies each other")


def _warn(town: Town) -> None:
    """Somebody quotes the details of thirty sellers, rings among them, to warn of them."""
    for warner in town.some(town.shape.warners):
        warned = town.some(25) + town.some(5, town.ringed)
        warner.details += [
            Sign(account.details[0].what, share=0.3) for account in warned if account.details
        ]
        _call(town, [warner], "warns of others")


def _speak_a_language(town: Town) -> None:
    """Speakers of a small language: stock phrases, and the same groups across markets."""
    for nth in range(town.shape.languages):
        speakers = town.some(town.invent.between(*LANGUAGE_SPEAKERS))
        phrases = [" ".join(town.invent.word() for _ in range(4)) for _ in range(12)]
        groups = [f"9{nth:03d}{which}" for which in range(2)]
        for speaker in speakers:
            for _ in range(1 + town.invent.below(4)):
                said = town.invent.some(phrases, 5)
                own = [town.invent.word() for _ in range(4)]
                speaker.texts.append(Sign(" ".join([*said, *own])))
            if speaker.platform == "facebook":
                speaker.groups = groups[: 1 + town.invent.below(2)]
        _call(town, speakers, "speaks a small language")


def _meet(town: Town) -> None:
    """Strangers of one market who are in the same few small groups."""
    for nth in range(town.shape.circles):
        near = town.of_market(town.invent.below(town.shape.markets))
        there = [account for account in near if account.platform == "facebook"]
        circle = town.some(town.invent.between(*CIRCLE), there)
        for account in circle:
            account.groups = [
                f"8{nth:03d}{which}" for which in range(CIRCLE_GROUPS) if town.invent.chance(0.8)
            ] or [f"8{nth:03d}0"]
        _call(town, circle, "meets the same people")
