"""Repetition: what says the same in another way, and what does not."""

from __future__ import annotations

import polars as pl
import pytest

from graph.ties.repeats import says_the_same, what_is_said


def repeats(one: str, other: str) -> bool:
    both = pl.DataFrame({"one": [one, other], "other": [other, one]}).with_columns(
        one=what_is_said(pl.col("one")), other=what_is_said(pl.col("other"))
    )
    there, back = both.select(found=says_the_same("one", "other"))["found"]
    assert there == back
    return bool(there)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("email:kicaujaya@example.com", "handle:telegram:kicaujaya_88"),
        ("email:kicau.jaya@example.com", "wechat:kicaujaya"),
        ("name:kicaujaya", "handle:telegram:kicaujaya_shop"),
        ("phone:+6281112345678", "bank:ID:DANA:081112345678"),
        ("phone:+6281112345678", "promptpay:081112345678"),
        ("bank:GB:BARC:00112345678", "iban:GB12BARC00112345678"),
        ("administers:telegram:group:9", "forwards:telegram:group:9"),
        ("telegram:group:9", "administers:telegram:group:9"),
        ("mentions:handle:telegram:kicau_88", "handle:telegram:kicau_88"),
        ("name:kicauraya", "mentions:handle:telegram:kicauraya"),
    ],
)
def test_what_says_the_same(one: str, other: str) -> None:
    assert repeats(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("email:kicaujaya@example.com", "email:muraibatu@example.com"),
        ("email:toko@kicaujaya.example", "handle:telegram:kicaujaya"),
        ("phone:+6281112345678", "phone:+6281112345679"),
        ("telegram:group:9", "telegram:group:99"),
        ("text:abcdef0123", "text:abcdef012"),
        ("email:abc@example.com", "handle:telegram:abcdef"),
        ("joined:telegram:group:9", "telegram:group:9"),
        ("facebook:group:pasarburung", "facebook:group:pasarburungsolo"),
        ("wechat:group:kicauraya", "name:kicauraya"),
    ],
)
def test_what_does_not(one: str, other: str) -> None:
    assert not repeats(one, other)
