"""Addresses of Bitcoin, Ethereum and TRON: published vectors, and one letter changed."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.extract.payments import crypto
from tests.ingest.extract.cases import found

SEGWIT = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"
TAPROOT = "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0"
LEGACY = "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"
CHECKED = [
    "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
    "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
    "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
    "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb",
]
BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def base58check(version: int, body: bytes) -> str:
    payload = bytes([version]) + body
    payload += hashlib.sha256(hashlib.sha256(payload).digest()).digest()[:4]
    number, letters = int.from_bytes(payload, "big"), ""
    while number:
        number, rest = divmod(number, 58)
        letters = BASE58[rest] + letters
    return "1" * (len(payload) - len(payload.lstrip(b"\0"))) + letters


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (f"bayar BTC: {SEGWIT} ya", f"btc:{SEGWIT}"),
        (f"BTC {SEGWIT.upper()}", f"btc:{SEGWIT}"),
        (f"btc={TAPROOT}.", f"btc:{TAPROOT}"),
        (f"BTC {LEGACY}", f"btc:{LEGACY}"),
        (f"pay ({base58check(5, b'kicau-fiksi-example!')})",
         f"btc:{base58check(5, b'kicau-fiksi-example!')}"),
        (f"USDT TRC20 {base58check(65, b'kicau-fiksi-example!')}",
         f"trx:{base58check(65, b'kicau-fiksi-example!')}"),
        *[(f"ETH {address}", f"eth:{address.lower()}") for address in CHECKED],
        (f"eth {CHECKED[0].lower()}", f"eth:{CHECKED[0].lower()}"),
    ],
)  # fmt: skip
def test_an_address_is_found(text: str, key: str) -> None:
    assert found(text) == [key]


@pytest.mark.parametrize(
    "text",
    [
        SEGWIT[:-1] + "5",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7k5kckzk",
        SEGWIT[:10] + SEGWIT[10:].upper(),
        LEGACY[:-1] + "b",
        LEGACY + "aa",
        "1" + LEGACY,
        base58check(48, b"kicau-fiksi-example!"),
        CHECKED[0][:-1] + "D",
        CHECKED[0] + "0",
        "0x" + "0" * 40,
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe",
        "Tolong kirim 1000000000000000000000000000 ekor",
    ],
)
def test_what_only_looks_like_an_address_is_none(text: str) -> None:
    assert [key for key in found(text) if key[:3] in {"btc", "eth", "trx"}] == []


@given(st.sampled_from([SEGWIT, TAPROOT, LEGACY, *CHECKED]), st.data())
def test_one_letter_changed_makes_it_none(address: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(4, len(address) - 1))
    alphabet = "0123456789abcdef" if address.startswith("0x") else BASE58.replace("1", "")
    letter = data.draw(st.sampled_from(alphabet))
    changed = address[:place] + letter + address[place + 1 :]
    if changed.lower() != address.lower() and not (address.startswith("0x") and _one_case(changed)):
        assert crypto.key_of(changed) is None


@given(st.binary(min_size=20, max_size=20), st.sampled_from([(0, "btc"), (5, "btc"), (65, "trx")]))
def test_every_address_with_its_check_sum_is_one(body: bytes, kind: tuple[int, str]) -> None:
    version, name = kind
    address = base58check(version, body)
    assert crypto.key_of(address) == f"{name}:{address}"


def _one_case(address: str) -> bool:
    return address[2:] in (address[2:].lower(), address[2:].upper())
