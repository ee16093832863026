"""Advertisements: ordinary sentences put together, in six languages."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from app.demo.phrases import Phrases, phrases


@dataclass(frozen=True)
class Advert:
    """An advertisement without prices and contact details, which change from post to post.

    Attributes
    ----------
    language : str
        One of `app.demo.phrases.LANGUAGES`.
    body : str
        The sentences.
    sentences : frozenset of str
        The sentences before they were filled in.
    price : int
        In the currency of the language's phrases.
    city : str
        Where.
    """

    language: str
    body: str
    sentences: frozenset[str]
    price: int
    city: str


def compose(draw: Random, language: str, *, sentences: int = 5) -> Advert:
    """Put an advertisement together.

    Parameters
    ----------
    draw : random.Random
        The source of all that is random.
    language : str
        One of `app.demo.phrases.LANGUAGES`.
    sentences : int
        How many, the opening included; about a third are terms.

    Returns
    -------
    Advert
    """
    words = phrases(language)
    kind = draw.choice(sorted(words.goods))
    good, (low, high) = draw.choice(sorted(words.goods[kind].items()))
    city = draw.choice(words.cities)
    terms = max(1, (sentences - 1) // 3)
    traits = [*words.traits["any"], *words.traits[kind]]
    middle = [
        *draw.sample(traits, sentences - 1 - terms),
        *draw.sample(words.terms, terms),
    ]
    chosen = [draw.choice(words.openings), *middle]
    written = [_fill(draw, each, good, city) for each in chosen]
    gap = "" if language == "chinese" else " "
    price = draw.randrange(low, high + 1) // words.round_to * words.round_to
    return Advert(language, gap.join(written), frozenset(chosen), max(price, words.round_to), city)


def written_price(draw: Random, words: Phrases, price: int) -> str:
    """Write a price as people do."""
    amount = f"{price:,}".replace(",", words.thousands)
    return draw.choice(words.prices).format(amount=amount)


def _fill(draw: Random, sentence: str, good: str, city: str) -> str:
    """Fill in a sentence and begin it with a capital."""
    filled = sentence.format(
        good=good, city=city, months=draw.randrange(2, 20), count=draw.randrange(3, 40)
    )
    return filled[0].upper() + filled[1:]
