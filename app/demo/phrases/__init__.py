"""What advertisements say, one file per language: goods, sentences, prices and places."""

from __future__ import annotations

from functools import cache
from importlib import resources

import yaml
from pydantic import BaseModel, ConfigDict

LANGUAGES = ("english", "indonesian", "vietnamese", "thai", "spanish", "chinese")


class Chat(BaseModel):
    """What is said in chats besides advertisements.

    Attributes
    ----------
    rules : str
        What a group's creator pins, with ``{name}``.
    questions, answers : tuple of str
        What buyers ask, and what sellers answer.
    greetings : tuple of str
        What anybody says.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    rules: str
    questions: tuple[str, ...]
    answers: tuple[str, ...]
    greetings: tuple[str, ...]


class Phrases(BaseModel):
    """The phrases of one language.

    Attributes
    ----------
    currency : str
        ISO 4217 code.
    stop : str
        What ends a sentence.
    thousands : str
        What stands between thousands in an amount.
    round_to : int
        Prices are multiples of this.
    prices, closings, couriers, escrows : tuple of str
        Phrases with ``{amount}`` or ``{contact}``.
    cities : tuple of str
        Places.
    goods : dict of str to dict
        Kind of animal to its names, each with the lowest and highest price.
    openings, terms : tuple of str
        Sentences with ``{good}``, ``{city}``, ``{months}`` and ``{count}``.
    traits : dict of str to tuple of str
        Sentences for ``any`` kind of animal and for each kind.
    chat : Chat or None
        Null where no chat is in the language.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    currency: str
    stop: str
    thousands: str
    round_to: int
    prices: tuple[str, ...]
    cities: tuple[str, ...]
    goods: dict[str, dict[str, tuple[int, int]]]
    openings: tuple[str, ...]
    traits: dict[str, tuple[str, ...]]
    terms: tuple[str, ...]
    closings: tuple[str, ...]
    couriers: tuple[str, ...]
    escrows: tuple[str, ...]
    chat: Chat | None = None


@cache
def phrases(language: str) -> Phrases:
    """Read the phrases of one of `LANGUAGES`."""
    place = resources.files(__name__) / f"{language}.yaml"
    return Phrases.model_validate(yaml.safe_load(place.read_text(encoding="utf-8")))


def chat_phrases(language: str) -> Chat:
    """Read what is said in the chats of a language."""
    chat = phrases(language).chat
    if chat is None:
        raise LookupError(f"app/demo/phrases/{language}.yaml: write a `chat` part first.")
    return chat
