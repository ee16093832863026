"""From accounts to posts: who says what when, with which price and contact details."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from random import Random

from app.demo.adverts import Advert, written_price
from app.demo.people import CLOSING, Account, Post, Shown
from app.demo.phrases import Phrases, phrases
from app.demo.town import Town

PICTURE_ONLY = 0.04
PRICE_IN_TEXT = 0.6
PRICE_NOTED = 0.75
WITH_PICTURE = 0.4


def write_posts(town: Town) -> list[Post]:
    """Let every account post.

    Parameters
    ----------
    town : Town
        Its accounts must have their contact details and advertisements.

    Returns
    -------
    list of Post
        In order of time. Each advertisement and each contact detail of an account appears at
        least once.
    """
    posts = [post for account in town.accounts for post in _posts_of(town, account)]
    posts.sort(key=lambda post: (post.posted_at, post.account.key))
    counted: Counter[str] = Counter()
    numbered = []
    for number, post in enumerate(posts, start=1):
        chat = post.group.key if post.group and post.group.platform == "telegram" else ""
        counted[chat] += 1
        post_id = str(counted[chat]) if chat else f"998{number:012d}"
        numbered.append(replace(post, post_id=post_id))
    return numbered


def _posts_of(town: Town, account: Account) -> list[Post]:
    """Make one account's posts, not yet numbered."""
    draw = town.draw
    surely = [draw.randrange(account.posts) for _ in account.shows] if account.posts else []
    made = []
    for number in range(account.posts):
        shown = [
            each
            for each, once in zip(account.shows, surely, strict=True)
            if number == once or draw.random() < each.share
        ]
        advert = account.adverts[number % len(account.adverts)]
        made.append(_post(town, account, advert, shown))
    return made


def _post(town: Town, account: Account, advert: Advert, shown: list[Shown]) -> Post:
    """Make one post; now and then only its picture says anything."""
    draw, words = town.draw, phrases(advert.language)
    price = _asked(draw, advert, words)
    drawn = account.platform != "telegram" and bool(shown) and draw.random() < PICTURE_ONLY
    noted = "; ".join(each.contact.noted for each in shown)
    return Post(
        post_id="",
        account=account,
        group=draw.choice(account.groups) if account.groups else None,
        posted_at=town.some_time(account.first, account.last),
        text=None if drawn else _text(draw, words, advert, shown, price),
        price=price if price and draw.random() < PRICE_NOTED else None,
        currency=words.currency,
        city=advert.city if draw.random() < PRICE_NOTED else None,
        image=_picture(draw) if drawn or draw.random() < WITH_PICTURE else None,
        contact=noted if drawn else None,
    )


def _asked(draw: Random, advert: Advert, words: Phrases) -> int:
    """Ask the price of an advertisement, or a little less."""
    less = draw.choice((1.0, 1.0, 0.95, 0.9))
    return int(advert.price * less) // words.round_to * words.round_to


def _text(draw: Random, words: Phrases, advert: Advert, shown: list[Shown], price: int) -> str:
    """Put a post's text together."""
    parts = [advert.body]
    if price and draw.random() < PRICE_IN_TEXT:
        parts.append(written_price(draw, words, price) + words.stop)
    own = [each.contact.written(draw) for each in shown if each.purpose == CLOSING]
    if own:
        lead = draw.choice(words.closings)
        parts.append(lead.format(contact=" / ".join(own)))
    for each in shown:
        if each.purpose != CLOSING:
            lead = draw.choice(getattr(words, each.purpose))
            parts.append("· " + lead.format(contact=each.contact.written(draw)))
    return " ".join(parts)


def _picture(draw: Random) -> str:
    """Name a picture's file."""
    return f"IMG_{draw.randrange(10_000):04d}.jpg"
