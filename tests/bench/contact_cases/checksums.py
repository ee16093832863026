"""Checksums of account numbers, wallets and registers, worked out afresh for the labelled cases."""

from __future__ import annotations

import hashlib
from random import Random

_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_MASK = (1 << 64) - 1


def base58check(version: int, payload: bytes) -> str:
    """Bitcoin's and TRON's way of writing an address."""
    body = bytes([version]) + payload
    body += hashlib.sha256(hashlib.sha256(body).digest()).digest()[:4]
    number, out = int.from_bytes(body), ""
    while number:
        number, rest = divmod(number, 58)
        out = _BASE58[rest] + out
    return "1" * (len(body) - len(body.lstrip(b"\0"))) + out


def bech32(payload: bytes) -> str:
    """A Bitcoin address of witness version 0."""
    bits = "".join(f"{byte:08b}" for byte in payload)
    data = [0, *(int(bits[at : at + 5].ljust(5, "0"), 2) for at in range(0, len(bits), 5))]
    residue = 1
    for value in [3, 3, 0, 2, 3, *data, 0, 0, 0, 0, 0, 0]:
        top = residue >> 25
        residue = (residue & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate(
            (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
        ):
            residue ^= generator if top >> bit & 1 else 0
    residue ^= 1
    check = [residue >> 5 * (5 - place) & 31 for place in range(6)]
    return "bc1" + "".join(_BECH32[value] for value in data + check)


def keccak256(message: bytes) -> bytes:
    """The hash that Ethereum's capital letters are drawn from (not the later SHA-3)."""
    padded = message + b"\x01" + b"\0" * (135 - len(message) % 136)
    padded = padded[:-1] + bytes([padded[-1] | 0x80])
    lanes = [[0] * 5 for _ in range(5)]
    for start in range(0, len(padded), 136):
        for place in range(17):
            word = int.from_bytes(padded[start + 8 * place : start + 8 * place + 8], "little")
            lanes[place % 5][place // 5] ^= word
        lanes = _permuted(lanes)
    return b"".join(lanes[place % 5][place // 5].to_bytes(8, "little") for place in range(4))


def _permuted(lanes: list[list[int]]) -> list[list[int]]:
    """Twenty-four rounds."""
    register = 1
    for _ in range(24):
        parity = [lanes[x][0] ^ lanes[x][1] ^ lanes[x][2] ^ lanes[x][3] ^ lanes[x][4]
                  for x in range(5)]  # fmt: skip
        mixed = [parity[x - 1] ^ _turned(parity[(x + 1) % 5], 1) for x in range(5)]
        lanes = [[lanes[x][y] ^ mixed[x] for y in range(5)] for x in range(5)]
        x, y, current = 1, 0, lanes[1][0]
        for step in range(24):
            x, y = y, (2 * x + 3 * y) % 5
            current, lanes[x][y] = lanes[x][y], _turned(current, (step + 1) * (step + 2) // 2)
        lanes = [
            [lanes[x][y] ^ (~lanes[(x + 1) % 5][y] & lanes[(x + 2) % 5][y]) for y in range(5)]
            for x in range(5)
        ]
        for place in range(7):
            register = (register << 1 ^ (register >> 7) * 0x71) % 256
            if register & 2:
                lanes[0][0] ^= 1 << ((1 << place) - 1)
    return lanes


def _turned(value: int, by: int) -> int:
    """A 64-bit word turned left."""
    by %= 64
    return (value << by | value >> 64 - by) & _MASK if by else value


def ethereum(rng: Random) -> str:
    """An address with the capital letters that prove it."""
    plain = rng.randbytes(20).hex()
    hashed = keccak256(plain.encode()).hex()
    return "0x" + "".join(
        each.upper() if int(hashed[at], 16) > 7 else each for at, each in enumerate(plain)
    )


def iban(country: str, body: str) -> str:
    """An IBAN of a country and what its banks make of the rest."""
    if country == "ES":
        body = _spanish(body)
    number = int("".join(str(int(sign, 36)) for sign in f"{body}{country}00"))
    return f"{country}{98 - number % 97:02}{body}"


def _spanish(body: str) -> str:
    """A Spanish account whose two inner check digits are right."""
    parts = [f"00{body[:8]}", body[10:]]
    checks = ""
    for part in parts:
        total = sum(int(each) * (2**at % 11) for at, each in enumerate(part))
        checks += {10: "1", 11: "0"}.get(11 - total % 11, str(11 - total % 11))
    return body[:8] + checks + body[10:]


def luhn(digits: str) -> str:
    """The check digit after some digits."""
    total = 0
    for at, each in enumerate(reversed(digits)):
        value = int(each) * (2 if at % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return str(-total % 10)


def ups(rng: Random) -> str:
    """A parcel number of UPS."""
    body = "999AA1000" + "".join(rng.choice("0123456789") for _ in range(6))
    values = [int(each) if each.isdecimal() else (ord(each) - 63) % 10 for each in body]
    total = sum(values[::2]) + 2 * sum(values[1::2])
    return f"1Z{body}{-total % 10}"


def usps(rng: Random) -> str:
    """A parcel number of the United States' post."""
    body = "9400000000000" + "".join(rng.choice("0123456789") for _ in range(8))
    total = 3 * sum(map(int, body[::-2])) + sum(map(int, body[-2::-2]))
    return f"{body}{-total % 10}"


def italian(rng: Random) -> str:
    """A VAT number given out at Rome (058), with its check digit."""
    body = "0000" + "".join(rng.choice("0123456789") for _ in range(3)) + "058"
    return body + luhn(body)


def thai_identity(rng: Random) -> str:
    """Thirteen digits of which the last checks the others; the first is none that is given out."""
    digits = "1" + "".join(rng.choice("0123456789") for _ in range(11))
    total = sum(int(each) * (13 - at) for at, each in enumerate(digits))
    return digits + str((11 - total % 11) % 10)


def brazilian(digits: str, most: int) -> str:
    """A CPF (weights up to 11) or CNPJ (up to 9) with its two check digits."""
    for _ in range(2):
        total, weight = 0, 2
        for each in reversed(digits):
            total += int(each) * weight
            weight = 2 if weight == most else weight + 1
        digits += str((11 - total % 11) % 11 % 10)
    return digits


def vietnamese(rng: Random) -> str:
    """A tax number with its check digit; some numbers have none and are not given out."""
    while True:
        digits = "000000" + "".join(rng.choice("0123456789") for _ in range(3))
        weights = (31, 29, 23, 19, 17, 13, 7, 5, 3)
        total = sum(int(each) * by for each, by in zip(digits, weights, strict=True))
        if total % 11:
            return digits + str(10 - total % 11)


def chinese_company(rng: Random) -> str:
    """A unified social credit code."""
    letters = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    code = "91" + "".join(rng.choice("0123456789") for _ in range(15))
    total = sum(letters.index(each) * pow(3, at, 31) for at, each in enumerate(code))
    return code + letters[-total % 31]


def postal(rng: Random, service: str, country: str) -> str:
    """A parcel number of the Universal Postal Union (S10)."""
    digits = "".join(rng.choice("0123456789") for _ in range(8))
    total = sum(
        int(each) * weight for each, weight in zip(digits, (8, 6, 4, 2, 3, 5, 9, 7), strict=True)
    )
    check = 11 - total % 11
    return f"{service}{digits}{ {10: 0, 11: 5}.get(check, check) }{country}"
