"""Bank accounts, payment addresses, tills and wallets of crypto-currencies."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import partial
from random import Random

from tests.bench.contact_cases import checksums, names
from tests.bench.contact_cases.advertisement import person
from tests.bench.contact_cases.detail import Detail, Ways
from tests.bench.contact_cases.telephone import (
    cut,
    digits_like,
    keycaps,
    make_number,
    registers,
)

BANKS: dict[str, list[tuple[str, str, str]]] = registers()["banks"]
IBANS: dict[str, str] = registers()["ibans"]
_ACCOUNT_WAYS = ["none", "spacing", "dashes", "keycaps"]


def _bank(rng: Random, country: str, name: str, *, way: str) -> Detail:
    """An account at a bank, and whose it is."""
    bank, short, pattern = rng.choice(BANKS[country])
    digits = digits_like(rng, pattern)
    sizes = [3, 1, 5, 1] if country == "TH" else [4, 3, 3] if len(digits) == 10 else [4, 4, 4, 4]
    groups = [group for group in cut(digits, sizes) if group]
    written = {"none": digits, "spacing": " ".join(groups), "dashes": "-".join(groups),
               "keycaps": keycaps(rng, digits)}[way]  # fmt: skip
    holder = person(rng, name)
    return Detail(
        written,
        (f"bank:{country}:{short}:{digits}",),
        say="bank",
        holder=holder,
        parts={"bank": bank, "name": holder},
    )


def _iban(rng: Random, country: str, name: str, *, way: str) -> Detail:
    """An account number that checks itself."""
    number = checksums.iban(country, digits_like(rng, IBANS[country]))
    groups = " ".join(number[at : at + 4] for at in range(0, len(number), 4))
    written = {
        "none": number, "spacing": groups, "small letters": rng.choice([number, groups]).lower(),
        "dashes": groups.replace(" ", "-"), "full width": names.wide(number),
    }[way]  # fmt: skip
    return Detail(
        written, (f"iban:{number}",), say="iban", region="any", parts={"name": person(rng, name)}
    )


def _bitcoin(rng: Random) -> tuple[str, str]:
    """A wallet of Bitcoin."""
    kind = rng.choice(["1", "3", "bc1"])
    if kind == "bc1":
        address = checksums.bech32(rng.randbytes(20))
    else:
        address = checksums.base58check(0 if kind == "1" else 5, rng.randbytes(20))
    return address, f"btc:{address}"


def _ether(rng: Random) -> tuple[str, str]:
    """A wallet of Ethereum."""
    address = checksums.ethereum(rng)
    return address, f"eth:{address.lower()}"


def _tron(rng: Random) -> tuple[str, str]:
    """A wallet of TRON."""
    address = checksums.base58check(0x41, rng.randbytes(20))
    return address, f"trx:{address}"


CRYPTO: dict[str, Callable[[Random], tuple[str, str]]] = {
    "btc": _bitcoin,
    "eth": _ether,
    "trx": _tron,
}


def _crypto(rng: Random, _: str, __: str, *, coin: str, hidden: bool) -> Detail:
    """A wallet of a crypto-currency."""
    written, key = CRYPTO[coin](rng)
    if hidden:
        written = names.with_nothing(rng, written)
    return Detail(written, (key,), say="crypto", region="any")


def _pix(rng: Random, country: str, _: str, *, way: str) -> Detail:
    """A key of PIX."""
    cpf = checksums.brazilian("000" + digits_like(rng, "######"), 11)
    dotted = f"{cpf[:3]}.{cpf[3:6]}.{cpf[6:9]}-{cpf[9:]}"
    random_key = str(uuid.UUID(bytes=rng.randbytes(16), version=4))
    mail = names.mail_address(rng)
    number = make_number(rng, country)
    made = {
        "random": Detail(random_key, (f"pix:{random_key}",), say="pix"),
        "random, capitals": Detail(random_key.upper(), (f"pix:{random_key}",), say="pix"),
        "e-mail": Detail(mail, (f"email:{mail}",), say="pix"),
        "CPF": Detail(rng.choice([cpf, dotted]), ("pix:hmac-*",), say="pix_cpf"),
        "+55": Detail(f"+55{number.digits}", (number.key,), say="pix", said="pix"),
    }
    return made[way]


def _upi(rng: Random, country: str, _: str, *, way: str) -> Detail:
    """An address of UPI."""
    number = make_number(rng, country)
    name = rng.choice([names.account_name(rng, ".-"), number.digits])
    bank = rng.choice(
        ["okaxis", "oksbi", "okhdfcbank", "okicici", "ybl", "ibl", "paytm", "upi", "axl"]
    )
    address = f"{name}@{bank}"
    written = {"none": address, "capitals": address.upper(), "(at)": f"{name}(at){bank}",
               "full width": names.wide(address)}[way]  # fmt: skip
    key = number.key if name == number.digits else f"upi:{address}"
    return Detail(written, (key,), say="upi", allowed=(f"upi:{address}",))


def _till(rng: Random, _: str, __: str, *, say: str, way: str) -> Detail:
    """A till's or a bill's number."""
    digits = digits_like(rng, rng.choice(["500###", "5000###", "50###"]))
    written = {
        "none": digits,
        "spacing": f"{digits[:3]} {digits[3:]}",
        "keycaps": keycaps(rng, digits),
    }
    return Detail(written[way], (f"till:KE:{digits}",), say=say)


def _promptpay_identity(rng: Random, _: str, name: str) -> Detail:
    """An identity number that money is sent to; it must not be kept."""
    digits = checksums.thai_identity(rng)
    written = rng.choice([digits, "-".join(cut(digits, [1, 4, 5, 2, 1]))])
    return Detail(
        written, ("promptpay:hmac-*",), say="promptpay", parts={"name": person(rng, name)}
    )


def payments(country: str) -> dict[str, Ways]:
    """Ways to pay somebody in a country, by channel."""
    made: dict[str, Ways] = {}
    if country in BANKS:
        made["bank"] = {way: partial(_bank, way=way) for way in _ACCOUNT_WAYS}
    if country in IBANS:
        ways = ("none", "spacing", "small letters", "dashes", "full width")
        made["iban"] = {way: partial(_iban, way=way) for way in ways}
    if country in {"US", "GB", "NG", "DE", "CN", "RU", "VN"}:
        made["crypto"] = {coin: partial(_crypto, coin=coin, hidden=False) for coin in CRYPTO}
        made["crypto"]["zero width"] = partial(_crypto, coin="trx", hidden=True)
    if country == "BR":
        ways = ("random", "random, capitals", "e-mail", "CPF", "+55")
        made["pix"] = {way: partial(_pix, way=way) for way in ways}
    if country == "IN":
        made["upi"] = {way: partial(_upi, way=way)
                       for way in ("none", "capitals", "(at)", "full width")}  # fmt: skip
    if country == "KE":
        for say in ("till", "paybill"):
            made[say] = {way: partial(_till, say=say, way=way)
                         for way in ("none", "spacing", "keycaps")}  # fmt: skip
    if country == "TH":
        made["promptpay"] = {"identity": _promptpay_identity}
    return made
