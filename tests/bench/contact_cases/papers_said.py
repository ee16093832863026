"""Numbers of permits, rings, microchips, parcels, plates and companies."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from random import Random

from tests.bench.contact_cases import checksums
from tests.bench.contact_cases.detail import Detail, Ways
from tests.bench.contact_cases.telephone import digits_like, keycaps, registers

PERMITS: dict[str, list[str]] = registers()["permits"]
RINGS: dict[str, list[str]] = registers()["rings"]
PLATES: dict[str, list[str]] = registers()["plates"]
PARCELS: dict[str, list[tuple[str, str]]] = registers()["parcels"]


def _company(rng: Random, country: str) -> str:
    """A number in a register of companies."""
    siren = "000" + digits_like(rng, "#####")
    made: dict[str, Callable[[], str]] = {
        "ID": lambda: digits_like(rng, "000000000####"),
        "MY": lambda: digits_like(rng, "20200100####"),
        "VN": lambda: checksums.vietnamese(rng),
        "CN": lambda: checksums.chinese_company(rng),
        "DE": lambda: digits_like(rng, "1####"),
        "FR": lambda: siren + checksums.luhn(siren),
        "GB": lambda: digits_like(rng, "0000####"),
        "BR": lambda: checksums.brazilian(digits_like(rng, "00######0001"), 9),
        "IT": lambda: checksums.italian(rng),
    }
    return made[country]()


COMPANIES = ("ID", "MY", "VN", "CN", "FR", "GB", "BR", "IT")


def _permit(rng: Random, country: str, _: str) -> Detail:
    """A permit."""
    written = digits_like(rng, rng.choice(PERMITS[country]))
    return Detail(written, (f"permit:{written}",), say="permit")


def _ring(rng: Random, country: str, _: str) -> Detail:
    """A closed ring."""
    written = digits_like(rng, rng.choice(RINGS[country]))
    return Detail(written, (f"ring:{written}",), say="ring")


def _chip(rng: Random, _: str, __: str, *, way: str) -> Detail:
    """A microchip."""
    digits = digits_like(rng, rng.choice(["900000000######", "985000000######", "276000000######"]))
    groups = [digits[at : at + 3] for at in range(0, 15, 3)]
    written = {"none": digits, "spacing": " ".join(groups), "dashes": "-".join(groups),
               "keycaps": keycaps(rng, digits)}  # fmt: skip
    return Detail(written[way], (f"chip:{digits}",), say="chip")


def _parcel(rng: Random, country: str, _: str) -> Detail:
    """A parcel."""
    carrier, pattern = rng.choice(PARCELS[country])
    kind, _, rest = pattern.partition(":")
    made = {"S10": lambda: checksums.postal(rng, *rest.split()), "UPS": lambda: checksums.ups(rng),
            "USPS": lambda: checksums.usps(rng)}  # fmt: skip
    written = made.get(kind, lambda: digits_like(rng, pattern))()
    key = f"parcel:*:{written}"
    return Detail(written, (key,), say="parcel", parts={"carrier": carrier})


def _plate(rng: Random, country: str, _: str) -> Detail:
    """A vehicle."""
    written = digits_like(rng, rng.choice(PLATES[country]))
    return Detail(written, (f"plate:{country}:{written}",), say="plate")


def _firm(rng: Random, country: str, _: str) -> Detail:
    """A company."""
    number = _company(rng, country)
    return Detail(number, (f"company:{country}:{number}",), say="company")


def papers(country: str) -> dict[str, Ways]:
    """Papers in use in a country, by channel."""
    made: dict[str, Ways] = {}
    if country in PERMITS:
        made["permit"] = {"none": _permit}
    if country in RINGS:
        made["ring"] = {"none": _ring}
    if country in {"DE", "FR", "GB", "US", "BR", "ES", "IT", "AE"}:
        made["chip"] = {
            way: partial(_chip, way=way) for way in ("none", "spacing", "dashes", "keycaps")
        }
    if country in PARCELS:
        made["parcel"] = {"none": _parcel}
    if country in PLATES:
        made["plate"] = {"none": _plate}
    if country in COMPANIES:
        made["company"] = {"none": _firm}
    return made
