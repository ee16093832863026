"""Addresses of Bitcoin, Ethereum and TRON that prove themselves by their check sums."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from functools import lru_cache

from Crypto.Hash import keccak

from ingest.extract.folding import IGNORED
from ingest.extract.found import Found
from ingest.extract.lexicon.cues import Cues
from ingest.extract.setting import Setting

_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_SEGWIT_TEXT = r"bc1[02-9ac-hj-np-z]{11,71}|BC1[02-9AC-HJ-NP-Z]{11,71}"
_ADDRESS = re.compile(
    rf"(?<![A-Za-z0-9])(?:{_SEGWIT_TEXT}|[13T][{_BASE58}]{{25,33}}|0x[0-9a-fA-F]{{40}})"
    r"(?![A-Za-z0-9])"
)
_GENERATORS = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_BECH32_SUM, _BECH32M_SUM = 1, 0x2BC830A3
_VERSIONS = {0: "btc", 5: "btc", 65: "trx"}


def may_hold(_: Cues) -> str:
    """What a text with an address holds."""
    return (
        rf"0{IGNORED}?x{IGNORED}?(?:[0-9a-fA-F]{IGNORED}{{0,2}}){{40}}"
        rf"|[bB]{IGNORED}?[cC]{IGNORED}?1(?:{IGNORED}{{0,2}}[0-9A-Za-z]){{11}}"
        rf"|[13T](?:{IGNORED}{{0,2}}[1-9A-HJ-NP-Za-km-z]){{25}}"
    )


def find(text: str, _: Setting) -> Iterator[Found]:
    """Find addresses in a unified text.

    Parameters
    ----------
    text : str
        As `folding.unify` writes it.

    Yields
    ------
    Found
        ``btc eth trx``; an address whose check sum does not fit is none. The value is as
        written for base 58 and in lower case otherwise.
    """
    shown, places = text, None
    if IGNORED in text:
        places = [place for place, letter in enumerate(text) if letter != IGNORED]
        shown = text.replace(IGNORED, "")
    for match in _ADDRESS.finditer(shown):
        key = key_of(match.group())
        if key is not None:
            kind, value = key.split(":", 1)
            start, end = match.span()
            if places is not None:
                start, end = places[start], places[end - 1] + 1
            yield Found(start, end, kind, value, key, "check sum", 0.99)


@lru_cache(maxsize=1 << 14)
def key_of(written: str) -> str | None:
    """Key of an address, without anything around it; None where it is none.

    Parameters
    ----------
    written : str

    Returns
    -------
    str or None
        ``btc:…``, ``eth:0x…`` (lower case) or ``trx:…``. An Ethereum address in mixed case must
        fit its check sum (EIP-55); in one case it carries none and is taken.

    Examples
    --------
    >>> key_of("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")
    'eth:0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed'
    >>> key_of("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD") is None
    True
    """
    if not _ADDRESS.fullmatch(written):
        return None
    if written.startswith("0x"):
        return f"eth:{written.lower()}" if _is_ethereum(written[2:]) else None
    if written[:3].lower() == "bc1":
        return f"btc:{written.lower()}" if _is_segwit(written.lower()) else None
    kind = _base58_kind(written)
    return None if kind is None else f"{kind}:{written}"


def _is_ethereum(written: str) -> bool:
    """Whether the capitals among 40 hexadecimal digits fit the digest of the digits (EIP-55)."""
    lower = written.lower()
    if len(set(written)) < 4:
        return False
    if written in (lower, written.upper()):
        return True
    digest = keccak.new(digest_bits=256, data=lower.encode()).hexdigest()
    return all(
        letter.isdecimal() or letter.isupper() == (int(nibble, 16) > 7)
        for letter, nibble in zip(written, digest, strict=False)
    )


def _base58_kind(written: str) -> str | None:
    """Name the currency of an address in base 58, if its check sum fits."""
    number = 0
    for letter in written:
        number = number * 58 + _BASE58.index(letter)
    try:
        body = number.to_bytes(25, "big")
    except OverflowError:
        return None
    zeros = len(body) - len(body.lstrip(b"\0"))
    check = hashlib.sha256(hashlib.sha256(body[:-4]).digest()).digest()[:4]
    if check != body[-4:] or zeros != len(written) - len(written.lstrip("1")):
        return None
    return _VERSIONS.get(body[0])


def _is_segwit(written: str) -> bool:
    """Whether an address in bech32 (version 0) or bech32m (versions 1 to 16) is one."""
    data = [_BECH32.index(letter) for letter in written[3:]]
    total = 1
    for value in (3, 3, 0, 2, 3, *data):
        top = total >> 25
        total = (total & 0x1FFFFFF) << 5 ^ value
        for place, generator in enumerate(_GENERATORS):
            total ^= generator if top >> place & 1 else 0
    version, program = data[0], data[1:-6]
    size, spare = divmod(5 * len(program), 8)
    if spare > 4 or (program and program[-1] & ((1 << spare) - 1)):
        return False
    if version == 0:
        return total == _BECH32_SUM and size in (20, 32)
    return total == _BECH32M_SUM and version <= 16 and 2 <= size <= 40
