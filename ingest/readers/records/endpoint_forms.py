"""Numbers of bank accounts and wallets that prove themselves by their check digits."""

from __future__ import annotations

import hashlib
import re

_IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}")
_ETH = re.compile(r"0x[0-9a-fA-F]{40}")
_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_LEGACY = re.compile(rf"[13T][{_BASE58}]{{25,34}}")
_SEGWIT = re.compile(r"bc1[02-9ac-hj-np-z]{11,71}")
_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_BECH32_SUMS = frozenset({1, 0x2BC830A3})
_GENERATORS = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_VERSIONS = {0: "btc", 5: "btc", 65: "trx"}


def money_key(written: str) -> str | None:
    """Key of an IBAN or wallet, from how a person writes it; None where it is none.

    Examples
    --------
    >>> money_key("GB33 BUKB 2020 1555 5555 55")
    'iban:GB33BUKB20201555555555'
    >>> money_key("GB34 BUKB 2020 1555 5555 55") is None
    True
    """
    bare = "".join(written.split())
    if _IBAN.fullmatch(bare.upper()) and _is_iban(bare.upper()):
        return f"iban:{bare.upper()}"
    if _ETH.fullmatch(bare):
        return f"eth:{bare.lower()}"
    if _SEGWIT.fullmatch(bare.lower()) and _is_segwit(bare.lower()):
        return f"btc:{bare.lower()}"
    kind = _base58_kind(bare) if _LEGACY.fullmatch(bare) else None
    return None if kind is None else f"{kind}:{bare}"


def _is_iban(written: str) -> bool:
    """Whether the check digits of an IBAN fit."""
    turned = written[4:] + written[:4]
    return int("".join(str(int(letter, 36)) for letter in turned)) % 97 == 1


def _base58_kind(written: str) -> str | None:
    """Name the currency of an address in base 58, if its check sum fits."""
    number = 0
    for letter in written:
        number = number * 58 + _BASE58.index(letter)
    try:
        body = number.to_bytes(25, "big")
    except OverflowError:
        return None
    check = hashlib.sha256(hashlib.sha256(body[:-4]).digest()).digest()[:4]
    return _VERSIONS.get(body[0]) if check == body[-4:] else None


def _is_segwit(written: str) -> bool:
    """Whether the check sum of an address in bech32 fits."""
    values = [3, 3, 0, 2, 3, *(_BECH32.index(letter) for letter in written[3:])]
    total = 1
    for value in values:
        top = total >> 25
        total = (total & 0x1FFFFFF) << 5 ^ value
        for place, generator in enumerate(_GENERATORS):
            total ^= generator if top >> place & 1 else 0
    return total in _BECH32_SUMS
