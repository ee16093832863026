"""What is said in chats besides advertisements: questions, answers, and words passed on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random

from app.demo.calendar import END
from app.demo.people import CHATS, Account, Post
from app.demo.phrases import chat_phrases
from app.demo.town import Town

ASKED = 0.35
"""The share of advertisements in chats that somebody asks about."""

ANSWERED = 0.5
PASSED_ON = 45


def ask_about(town: Town, adverts: Sequence[Post]) -> list[Post]:
    """Let members of a chat ask about advertisements, and sellers answer some of them."""
    draw, found = town.draw, []
    for advert in adverts:
        if advert.group is None or advert.group.platform not in CHATS or draw.random() > ASKED:
            continue
        asked_at = advert.posted_at + timedelta(seconds=draw.randrange(40, 20_000))
        askers = _present(town.accounts, advert, asked_at)
        if not askers:
            continue
        words = chat_phrases(advert.group.language)
        question = Post(
            account=draw.choice(askers),
            group=advert.group,
            posted_at=asked_at,
            text=draw.choice(words.questions),
            answers=advert,
        )
        found.append(question)
        if draw.random() < ANSWERED:
            found.append(_answer(draw, question, draw.choice(words.answers)))
    return [post for post in found if post.posted_at < END]


def pass_on(town: Town, adverts: Sequence[Post]) -> list[Post]:
    """Let members of Telegram groups who sell nothing pass on what others advertise there."""
    draw, found = town.draw, []
    worth = [post for post in adverts if post.text and post.account.platform == "telegram"]
    for advert in town.draw.sample(worth, PASSED_ON):
        passed_at = advert.posted_at + timedelta(seconds=draw.randrange(600, 90_000))
        silent = [each for each in _present(town.accounts, advert, passed_at) if not each.posts]
        if silent and passed_at < END:
            passer = draw.choice(silent)
            found.append(
                Post(
                    account=passer,
                    group=draw.choice(passer.groups),
                    posted_at=passed_at,
                    text=advert.text,
                    forwarded_from=advert.account,
                )
            )
    return found


def _answer(draw: Random, question: Post, words: str) -> Post:
    """Let the seller answer a question."""
    advert = question.answers
    assert advert is not None
    return Post(
        account=advert.account,
        group=advert.group,
        posted_at=question.posted_at + timedelta(seconds=draw.randrange(20, 4_000)),
        text=words,
        answers=question,
    )


def _present(accounts: Sequence[Account], advert: Post, time: datetime) -> list[Account]:
    """List who else is in a post's group at a time."""
    return [
        each
        for each in accounts
        if advert.group in each.groups
        and each is not advert.account
        and each.first < time < each.last
    ]
