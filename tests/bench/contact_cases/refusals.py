"""Texts that give nothing away, and texts whose details are broken, masked or doubtful."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from random import Random
from typing import Any

import yaml

from tests.bench.contact_cases import advertisement, checksums
from tests.bench.contact_cases.case import Case
from tests.bench.contact_cases.payments_said import CRYPTO, IBANS
from tests.bench.contact_cases.telephone import HERE, digits_like, plans

NOTHING = "nothing"
"""The channel of these cases."""

_PLATFORMS = ["facebook", "whatsapp", None]
_EACH = 2


@cache
def _groups() -> dict[str, dict[str, Any]]:
    """What people write that is no contact detail, by kind."""
    return yaml.safe_load((HERE / "refusals.yaml").read_text(encoding="utf-8"))["groups"]


def refusals(seed: int) -> Iterator[Case]:
    """Cases of which nothing may come out, but for what each allows."""
    for group, told in _groups().items():
        for at, (country, template) in enumerate(told["texts"]):
            for again in range(_EACH):
                rng = Random(f"{seed}/{group}/{at}/{again}")
                yield _written(rng, group, told, country, template)
    yield from _without_details(seed)
    yield from _broken(seed)


def _written(rng: Random, group: str, told: dict[str, Any], country: str, template: str) -> Case:
    """One line of the file, alone or in an advertisement."""
    digits = {"~": "0123456789", "^": "123456789"}
    text = "".join(rng.choice(digits[each]) if each in digits else each for each in template)
    region = None if country == "-" else country
    if region and rng.random() < 0.3:
        name = rng.choice(plans()[region]["languages"])
        text = f"{advertisement.sentence(rng, region, name, 'openings')}\n{text}"
    platform = rng.choice(told.get("platforms", _PLATFORMS))
    allowed = tuple(told.get("allow", ()))
    return Case(country, NOTHING, group, text, region, platform, frozenset(), allowed)


def _without_details(seed: int) -> Iterator[Case]:
    """Advertisements that end before the contact detail."""
    for country, plan in plans().items():
        for again in range(8):
            rng = Random(f"{seed}/{country}/nothing/{again}")
            name = rng.choice(plan["languages"])
            parts = [advertisement.sentence(rng, country, name, part)
                     for part in ("openings", "closings")]  # fmt: skip
            text = rng.choice([" ", "\n"]).join(parts)
            yield Case(
                country, NOTHING, "advertisement alone", text, country, rng.choice(_PLATFORMS),
                frozenset(),
            )  # fmt: skip


def _broken(seed: int) -> Iterator[Case]:
    """Numbers that their own checksums refute."""
    makers: dict[str, Callable[[Random], tuple[str, str, str]]] = {
        "IBAN": _broken_iban,
        "crypto": _broken_wallet,
        "CPF": lambda rng: ("BR", "Pix CPF ", _other_last(checksums.brazilian(
            "000" + digits_like(rng, "######"), 11))),
        "identity": lambda rng: ("TH", "พร้อมเพย์ ", _other_last(checksums.thai_identity(rng))),
    }  # fmt: skip
    for kind, make in makers.items():
        for again in range(12):
            rng = Random(f"{seed}/broken/{kind}/{again}")
            country, cue, written = make(rng)
            name = plans()[country]["languages"][0]
            text = advertisement.wrap(rng, country, name, cue + written)
            allowed = ("unresolved:*",)
            yield Case(
                country, NOTHING, "broken checksum", text, country, None, frozenset(), allowed
            )


def _other_last(digits: str) -> str:
    """The same digits but for the last."""
    return digits[:-1] + str((int(digits[-1]) + 3) % 10)


def _broken_iban(rng: Random) -> tuple[str, str, str]:
    """An IBAN with a digit changed."""
    country = rng.choice(sorted(IBANS))
    return country, "IBAN ", _other_last(checksums.iban(country, digits_like(rng, IBANS[country])))


def _broken_wallet(rng: Random) -> tuple[str, str, str]:
    """A wallet with a letter changed."""
    coin = rng.choice(sorted(CRYPTO))
    address, _ = CRYPTO[coin](rng)
    at = next(place for place in range(len(address) - 1, 0, -1) if address[place].isalpha())
    changed = address[at].swapcase() if coin == "eth" else "q" if address[at] != "q" else "p"
    return "US", f"{coin}: ", address[:at] + changed + address[at + 1 :]
