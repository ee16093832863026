"""Advertisements in the languages of each country, around a contact detail."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from tests.bench.contact_cases.telephone import plans

FOLDER = Path(__file__).parent / "sentences"
NAMES = {
    "id": ["BUDI SANTOSO", "Siti Rahayu", "AGUS WIBOWO"], "ms": ["AHMAD BIN ALI", "Tan Mei Ling"],
    "vi": ["NGUYEN VAN AN", "Trần Thị Hoa", "LE MINH DUC"], "th": ["สมชาย ใจดี", "นางสาว มาลี สุขใจ"],
    "de": ["Max Muster", "Erika Muster"], "fr": ["Jean Modèle", "Marie Exemple"],
    "es": ["JUAN EJEMPLO", "María Muestra"], "it": ["Mario Esempio"], "hi": ["RAJU KUMAR"],
    "tl": ["JUAN D. CRUZ", "Maria Santos"], "en": ["JOHN SAMPLE", "Grace Example", "SAM DOE"],
}  # fmt: skip


@cache
def language(name: str) -> dict[str, Any]:
    """Goods, sentences and phrases of a language."""
    return yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))


@cache
def reported(name: str) -> dict[str, Any]:
    """Sentences and phrases that only the reported seeds draw: nobody has tuned on them."""
    return yaml.safe_load((FOLDER / "reported" / f"{name}.yaml").read_text(encoding="utf-8"))


def phrases(name: str, channel: str) -> list[str]:
    """What people write in a language around a detail of a channel."""
    own = language(name)["say"].get(channel, [])
    return own + (language("any")["say"].get(channel, []) if len(own) < 6 else [])


def reported_phrases(name: str, channel: str) -> list[str]:
    """More of it, for the reported seeds."""
    return reported(name)["say"].get(channel, []) + reported("any")["say"].get(channel, [])


def person(rng: Random, name: str) -> str:
    """A made-up person's name."""
    return rng.choice(NAMES.get(name, NAMES["en"]))


def wrap(rng: Random, country: str, name: str, phrase: str, new: bool = False) -> str:
    """An advertisement that holds a phrase."""
    glued = [""] if name == "zh" else []
    joint = rng.choice([" ", " ", "\n", "\n", "\n\n", *glued])
    opening = sentence(rng, country, name, "openings", new)
    closing = sentence(rng, country, name, "closings", new)
    if not joint and opening[-1].isascii() and phrase[0].isascii():
        joint = " "
    shape = rng.random()
    if shape < 0.3:
        return f"{opening}{joint}{phrase}"
    if shape < 0.7:
        return f"{opening}{joint}{phrase}{rng.choice([' ', chr(10)])}{closing}"
    if shape < 0.85:
        return f"{phrase}\n{opening}"
    return f"{opening} {closing}{joint or ' '}{phrase}"


def sentence(rng: Random, country: str, name: str, part: str, new: bool = False) -> str:
    """A sentence with goods, prices, weights, lengths, ages, dates and places filled in."""
    plan = plans()[country]
    price = "".join(
        rng.choice("123456789") if sign == "#" else sign for sign in rng.choice(plan["prices"])
    )
    day, month = rng.randint(1, 28), rng.randint(1, 12)
    date = rng.choice([f"{day:02}/{month:02}/2026", f"{day}.{month}.26", f"{day}-{month}-2026"])
    return rng.choice((reported if new else language)(name)[part]).format(
        good=rng.choice(language(name)["goods"]),
        price=price,
        place=rng.choice(plan["places"]),
        n=rng.randint(2, 30),
        weight=rng.choice(["1.2", "0,8", "3", "9.8", "12"]),
        cm=rng.choice(["25", "72", "110", "35-40"]),
        age=rng.randint(2, 18),
        date=date,
    )
