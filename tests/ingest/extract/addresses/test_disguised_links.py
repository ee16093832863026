"""Web addresses in disguise: labelled cases, places, and hostile texts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.extract.addresses import disguised_links, links
from ingest.extract.folding import unify
from ingest.extract.setting import NOWHERE
from tests.ingest.extract.cases import details, found

TELEGRAM = "handle:telegram:kicau_shop"
PHONE = "phone:+6281200000034"

DISGUISED = [
    ("t . me / kicau_shop", TELEGRAM),
    ("t .me/kicau_shop", TELEGRAM),
    ("t. me/kicau_shop", TELEGRAM),
    ("t.me / kicau_shop", TELEGRAM),
    ("t(.)me/kicau_shop", TELEGRAM),
    ("t[.]me/kicau_shop", TELEGRAM),
    ("t (dot) me/kicau_shop", TELEGRAM),
    ("t dot me slash kicau_shop", TELEGRAM),
    ("t。me/kicau_shop", TELEGRAM),
    ("t,me/kicau_shop", TELEGRAM),
    ("https://t(.)me/kicau_shop", TELEGRAM),
    ("hxxps://t[.]me/kicau_shop", TELEGRAM),
    ("T.ME/KICAU_SHOP", TELEGRAM),
    ("Ｔ．ｍｅ／kicau_shop", TELEGRAM),
    ("t.\u200bme/kicau_\u200bshop", TELEGRAM),
    ("telegram . me/kicau_shop", TELEGRAM),
    ("wa(dot)me/6281200000034", PHONE),
    ("wa .me/6281200000034", PHONE),
    ("wa dot me slash 6281200000034", PHONE),
    ("instagram . com / kicau.shop", "handle:instagram:kicau.shop"),
    ("chat . whatsapp . com / AbCdEfGhIjKl", "invite:chat.whatsapp.com/AbCdEfGhIjKl"),
    ("shop[.]kicau[.]example/a?b=1", "url:shop.kicau.example/a?b=1"),
    ("hxxp://shop(dot)example", "url:shop.example"),
]


@pytest.mark.parametrize(("text", "expected"), DISGUISED)
def test_disguised_link_is_read(text: str, expected: str) -> None:
    [row] = details(f"murai ready {text} gan")
    assert (row["detail_key"], row["raw"]) == (expected, text)


PROSE = [
    "they told. me / them",
    "don't . me / them go",
    "text wa. me / my friend",
    "ok. me / you",
    "siap kirim. me/you",
    "harga (.) nego",
    "a (dot) b",
    "t . me",
    "line . me / friend",
    "1 . 500 / ekor",
    "www . / x",
]


@pytest.mark.parametrize("text", PROSE)
def test_prose_with_such_marks_is_no_link(text: str) -> None:
    assert found(text) == []


PIECES = [
    "t", ".", " ", "me", "/", "kicau_shop", "(dot)", "[.]", "wa", "6281200000034", "dot", "slash",
    "\x00", "\u200b", "\n", "http", "://", "x.com", "。", "https://l.facebook.com/l.php?u=",
]  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_links_lie_within_the_text_and_cross_no_blank(text: str) -> None:
    plain = unify(text)
    for find in (links.find, disguised_links.find):
        last = 0
        for item in find(plain, NOWHERE):
            assert last <= item.start < item.end <= len(plain)
            assert "\x00" not in plain[item.start : item.end]
            assert "\n" not in plain[item.start : item.end]
            last = item.end


@pytest.mark.parametrize(
    "piece", ["t . me / ", "(dot)", "a(dot)", "t.me / a", "wa ", " dot ", "a[.]b", "http : / / "]
)
@pytest.mark.timeout(30)
def test_hostile_text_is_read_in_bounded_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    assert all(item.end <= len(text) for item in disguised_links.find(text, NOWHERE))
