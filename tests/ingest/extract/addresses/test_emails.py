"""E-mail addresses: labelled cases."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.extract.addresses import disguised_emails, emails
from ingest.extract.folding import unify
from ingest.extract.lexicon.shipped import shipped_cues
from ingest.extract.setting import Setting
from tests.ingest.extract.cases import details, found

EMAILS = [
    ("Budi.Kicau@Mail.Example", ["email:budi.kicau@mail.example"]),
    ("email:budi@kicau.example.", ["email:budi@kicau.example"]),
    ("<budi+burung@kicau.example>", ["email:budi+burung@kicau.example"]),
    ("budi＠kicau．example", ["email:budi@kicau.example"]),
    ("budi@kicau.com.Terima kasih", ["email:budi@kicau.com"]),
    ("mailto:budi@kicau.example", ["email:budi@kicau.example"]),
    ("081200000034@kicau.example", ["email:081200000034@kicau.example"]),
    ("foto@2x.png", []),
    ("@kicau.example", []),
    ("budi @ gmail.com", ["email:budi@gmail.com"]),
    ("budi@", []),
    ("budi@kicau.examplebudi@kicau.example", []),
    ("budi@kicau", []),
    ("budi.@kicau.example", []),
]


@pytest.mark.parametrize(("text", "expected"), EMAILS)
def test_email(text: str, expected: list[str]) -> None:
    assert found(text, "ID") == expected


DISGUISED = [
    ("budi (at) kicau (dot) example", "budi@kicau.example"),
    ("budi[at]kicau[dot]example", "budi@kicau.example"),
    ("budi {at} kicau {dot} co {dot} id", "budi@kicau.co.id"),
    ("budi(at)kicau.com", "budi@kicau.com"),
    ("budi (@) kicau.com", "budi@kicau.com"),
    ("budi (dot) kicau (at) gmail (dot) com", "budi.kicau@gmail.com"),
    ("budi34 at kicau dot example", "budi34@kicau.example"),
    ("budi at gmail dot com", "budi@gmail.com"),
    ("budi AT kicau DOT com", "budi@kicau.com"),
    ("budi.kicau arroba gmail punto com", "budi.kicau@gmail.com"),
    ("budi arroba kicau ponto com ponto br", "budi@kicau.com.br"),
    ("budi @ gmail.com", "budi@gmail.com"),
    ("budi.34 @ kicau.com", "budi.34@kicau.com"),
    ("budi@ gmail . com", "budi@gmail.com"),
    ("budi@kicau (dot) com", "budi@kicau.com"),
    ("budi@kicau dot com", "budi@kicau.com"),
    ("budi34 at yahoo titik co titik id", "budi34@yahoo.co.id"),
]


@pytest.mark.parametrize(("text", "expected"), DISGUISED)
def test_disguised_email_is_read(text: str, expected: str) -> None:
    [row] = details(text)
    assert (row["kind"], row["value"], row["raw"]) == ("email", expected, text)


def test_a_plain_name_between_words_needs_a_sign_of_an_address() -> None:
    assert found("murai ready kicau at shop dot example ya") == []
    assert found("email: kicau at shop dot example ya") == ["email:kicau@shop.example"]
    assert found("📧 kicau at shop dot example") == ["email:kicau@shop.example"]


@pytest.mark.parametrize("written", ["budi@gmail", "budi@gmail,com", "budi@gmailcom"])
def test_the_ending_of_a_known_provider_is_completed(written: str) -> None:
    [row] = details(f"hub {written} ya")
    assert (row["value"], row["raw"], row["rule"]) == (
        "budi@gmail.com",
        written,
        "provider completed",
    )
    assert row["confidence"] == 0.8


PROSE = [
    "meet me at home dot", "meet me at home dot com", "I bought it at amazon dot com",
    "Sold at ebay dot com", "look at this dot it is", "find us at kicau dot",
    "2 ekor @ 150.000", "kirim @ 50rb", "order @shopee.com", "DM @gmail.com",
    "toko budi @gmail.com",
    "budi@yahoo", "budi@kicau", "contact me @ gmail", "party (at) my place", "ready (at) jakarta.",
    "12 arrobas punto com", "5 @ 3.000", "jam 5 at malam dot",
]  # fmt: skip


@pytest.mark.parametrize("text", PROSE)
def test_prose_with_such_words_is_no_email(text: str) -> None:
    assert [key for key in found(text) if key.startswith("email:")] == []


PIECES = [
    "budi", "@", "(at)", " at ", "kicau", ".", "(dot)", " dot ", "com", "gmail", " ", "\x00", "\n",
    "\u200b", "email:", "arroba", "://", "/", "-", "34",
]  # fmt: skip
SETTING = Setting(None, None, shipped_cues(), b"")


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_emails_lie_within_the_text_and_cross_no_blank(text: str) -> None:
    plain = unify(text)
    for find in (emails.find, disguised_emails.find):
        for item in find(plain, SETTING):
            span = plain[item.start : item.end]
            assert span
            assert "\x00" not in span
            assert "\n" not in span
            assert item.value.count("@") == 1
            assert span.lower().startswith(item.value[:1])


@pytest.mark.parametrize(
    "piece",
    ["(at)", "a (at) b ", "a at b dot ", "a@b ", "@ ", "a.", "(dot)a", "://a@a.ac ", "a@gmail"],
)
@pytest.mark.timeout(30)
def test_hostile_text_is_read_in_bounded_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    for find in (emails.find, disguised_emails.find):
        assert all(item.end <= len(text) for item in find(text, SETTING))
