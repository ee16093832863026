"""Telephone numbers by what they are said to be used with."""

from __future__ import annotations

from functools import partial
from random import Random

from tests.bench.contact_cases import names
from tests.bench.contact_cases.detail import Detail, Ways
from tests.bench.contact_cases.telephone import make_number, plans, ways

_FEW = ["none", "international", "spacing", "dashes", "keycaps", "look-alikes", "zero width"]
_LONG_ENOUGH = 10


def _written(rng: Random, country: str, _: str, *, way: str, said: str | None) -> Detail:
    """A number in one of the ways of its country."""
    number = make_number(rng, country)
    written = ways(country)[way](rng, number)
    region = "any" if written.startswith("+") else "home"
    return Detail(written, (number.key,), region=region, said=said)


def _called(rng: Random, country: str, name: str, *, way: str) -> Detail:
    """A number to call, now and then without a word that says so."""
    detail = _written(rng, country, name, way=way, said=None)
    alone = rng.random() < 0.2 and _stands_alone(country, way)
    return detail._replace(say="bare") if alone else detail


def _stands_alone(country: str, way: str) -> bool:
    """Whether everybody there sees a telephone number where no word says so."""
    home = len(str(plans()[country]["mobile"][0])) + len(plans()[country]["trunk"])
    return way == "international" or (way in ("none", "spacing", "dashes") and home >= _LONG_ENOUGH)


def _two(rng: Random, country: str, _: str) -> Detail:
    """Two numbers beside each other."""
    numbers = make_number(rng, country), make_number(rng, country)
    between = rng.choice([" / ", "/", ", ", " & ", "\n"])
    groups = rng.choice(["", "-"])
    written = between.join(groups.join(number.home_groups()) for number in numbers)
    return Detail(written, tuple(number.key for number in numbers))


def _foreign(rng: Random, country: str, _: str) -> Detail:
    """A number of another country, as one writes it abroad."""
    number = make_number(rng, rng.choice([each for each in plans() if each != country]))
    return Detail(ways(number.country)["international"](rng, number), (number.key,), region="any")


def _link(rng: Random, country: str, _: str, *, way: str) -> Detail:
    """A link that opens a chat."""
    number = make_number(rng, country)
    full = number.code + number.digits
    made = {
        "wa.me": rng.choice(["https://", "http://", ""])
        + f"wa.me/{rng.choice(['', '', '+'])}{full}",
        "wa.me text": f"https://wa.me/{full}?text=Halo%20harga%20150000",
        "send?phone=": f"{rng.choice(['https://', ''])}api.whatsapp.com/send?phone="
        f"{rng.choice(['', '%2B'])}{full}{rng.choice(['', '&text=Hi'])}",
        "app link": f"whatsapp://send?phone={full}",
        "hidden link": rng.choice(
            [f"hxxps://wa.me/{full}", f"wa[.]me/{full}", f"wa . me / {full}", f"wa(dot)me/{full}"]
        ),
    }
    return Detail(made[way], (number.key,), say="whatsapp_link", region="any", said="whatsapp")


def called(country: str) -> Ways:
    """Numbers to call."""
    made: Ways = {way: partial(_called, way=way) for way in ways(country)}
    return made | {"two numbers": _two, "foreign": _foreign}


def whatsapp(country: str) -> Ways:
    """Numbers on WhatsApp."""
    links = ["wa.me", "wa.me text", "send?phone=", "app link", "hidden link"]
    made: Ways = {way: partial(_written, way=way, said="whatsapp") for way in ways(country)}
    return made | {way: partial(_link, way=way) for way in links}


def _at(say: str, said: str | None) -> Ways:
    """Numbers said to be used with something else, in a few ways."""
    return {way: partial(_spoken, way=way, say=say, said=said) for way in _FEW}


def _spoken(
    rng: Random, country: str, name: str, *, way: str, say: str, said: str | None
) -> Detail:
    """A number said to be used with something."""
    return _written(rng, country, name, way=way, said=said)._replace(say=say)


def _zalo_link(rng: Random, country: str, _: str) -> Detail:
    """A link that opens a chat on Zalo."""
    number = make_number(rng, country)
    scheme = rng.choice(["https://", ""])
    return Detail(f"{scheme}zalo.me/{number.home}", (number.key,), say="zalo_link", said="zalo")


def _signal_link(rng: Random, country: str, _: str) -> Detail:
    """A link that opens a chat on Signal."""
    number = make_number(rng, country)
    written = f"https://signal.me/#p/+{number.code}{number.digits}"
    return Detail(written, (number.key,), say="signal", region="any", said="signal")


def _signal_name(rng: Random, _: str, __: str) -> Detail:
    """A name on Signal, which always ends in two digits or more."""
    name = f"{names.plain_name(rng)}.{rng.randint(10, 99)}"
    return Detail(name, (f"handle:signal:{name}",), say="signal_name", region="any")


def others(country: str) -> dict[str, Ways]:
    """Wallets and messengers in use in a country, by channel."""
    made: dict[str, Ways] = {"telegram number": _at("telegram_phone", None)}
    if country in {"ID", "MY"}:
        made["wallet"] = _at("wallet", None)
    if country == "VN":
        made["zalo"] = _at("zalo", "zalo") | {"link": _zalo_link}
        made["wallet"] = _at("wallet", None)
    if country == "TH":
        made["promptpay"] = _at("promptpay", "promptpay")
    if country == "CN":
        made["wechat number"] = _at("wechat_phone", "wechat")
        made["wallet"] = _at("wallet", None)
    if country == "KE":
        made["wallet"] = _at("mpesa", "mpesa")
    if country == "PH":
        made["wallet"] = _at("gcash", "gcash")
    if country == "IN":
        made["wallet"] = _at("upi_phone", None)
    if country == "BR":
        made["pix number"] = _at("pix_phone", "pix")
    if country in {"PH", "RU", "ZA"}:
        made["viber"] = _at("viber", None)
    if country in {"DE", "GB", "US", "FR"}:
        made["signal"] = _at("signal", None) | {"link": _signal_link, "name": _signal_name}
    return made
