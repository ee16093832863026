"""From accounts to posts: who advertises what when, with which price and contact details."""

from __future__ import annotations

from random import Random

from app.demo.adverts import Advert, written_price
from app.demo.people import CHATS, CLOSING, Account, Group, Post, Shown
from app.demo.phrases import Phrases, phrases
from app.demo.town import Town

WORDLESS = 0.04
"""Posts of which only the picture, or in chats the contact card, says anything."""

PRICE_IN_TEXT = 0.6
PRICE_NOTED = 0.75
WITH_PICTURE = 0.4


def write_posts(town: Town) -> list[Post]:
    """Let every account advertise.

    Parameters
    ----------
    town : Town
        Its accounts must have their contact details and advertisements.

    Returns
    -------
    list of Post
        Account by account, not numbered. Each advertisement and each contact detail of an
        account appears at least once.
    """
    return [post for account in town.accounts for post in _posts_of(town, account)]


def _posts_of(town: Town, account: Account) -> list[Post]:
    """Make one account's posts."""
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
    """Make one post."""
    draw, words = town.draw, phrases(advert.language)
    price = _asked(draw, advert, words)
    group = draw.choice(account.groups) if account.groups else None
    post = Post(
        account=account,
        group=group,
        posted_at=town.some_time(account.first, account.last),
        text=_text(draw, words, advert, shown, price, group),
        currency=words.currency,
        price=price if price and draw.random() < PRICE_NOTED else None,
        city=advert.city if draw.random() < PRICE_NOTED else None,
        image=_picture(draw) if draw.random() < WITH_PICTURE else None,
    )
    if shown and draw.random() < WORDLESS:
        _silence(draw, post, shown)
    return post


def _silence(draw: Random, post: Post, shown: list[Shown]) -> None:
    """Let a picture, or on Telegram a contact card, say all that a post says."""
    if post.account.platform not in CHATS:
        post.text = None
        post.image = post.image or _picture(draw)
        post.contact = "; ".join(each.contact.noted for each in shown)
    elif post.account.platform == "telegram" and all(_is_own_phone(each) for each in shown):
        post.text = post.image = None
        post.card = shown[0].contact


def _is_own_phone(shown: Shown) -> bool:
    """Whether something can be sent as a card: one's own number."""
    return shown.contact.kind == "phone" and shown.purpose == CLOSING


def _asked(draw: Random, advert: Advert, words: Phrases) -> int:
    """Ask the price of an advertisement, or a little less."""
    less = draw.choice((1.0, 1.0, 0.95, 0.9))
    return int(advert.price * less) // words.round_to * words.round_to


def _text(
    draw: Random,
    words: Phrases,
    advert: Advert,
    shown: list[Shown],
    price: int,
    group: Group | None,
) -> str:
    """Put a post's text together; in chats on several lines."""
    at_home = group is not None and group.region is not None
    parts = [advert.body]
    if price and draw.random() < PRICE_IN_TEXT:
        parts.append(written_price(draw, words, price) + words.stop)
    own = [each.contact.written(draw, at_home=at_home) for each in shown if _is_own(each)]
    if own:
        lead = draw.choice(words.closings)
        parts.append(lead.format(contact=" / ".join(own)))
    for each in shown:
        if not _is_own(each):
            lead = draw.choice(getattr(words, each.purpose))
            parts.append("· " + lead.format(contact=each.contact.written(draw, at_home=at_home)))
    is_chat = group is not None and group.platform in CHATS
    return ("\n" if is_chat else " ").join(parts)


def _is_own(shown: Shown) -> bool:
    """Whether a contact detail is where the account itself is reached."""
    return shown.purpose == CLOSING


def _picture(draw: Random) -> str:
    """Name a picture's file."""
    return f"IMG_{draw.randrange(10_000):04d}.jpg"
