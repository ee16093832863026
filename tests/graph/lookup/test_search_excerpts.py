"""Where in a text the words stand, and which name fits best."""

from __future__ import annotations

import pytest

from graph.lookup.search_excerpts import around, excerpt, fitting, nearest


@pytest.mark.parametrize(
    ("text", "asked", "written", "is_near"),
    [
        ("Murai batu for sale", "murai", ("Murai",), False),
        ("Murai batu for sale", "BATU murai", ("Murai", "batu"), False),
        ("𝓜𝓾𝓻𝓪𝓲 batu", "murai", ("𝓜𝓾𝓻𝓪𝓲",), False),
        ("Zoë sells", "zoe", ("Zoë",), False),
        ("songbirds here", "songb", ("songbirds",), False),
        ("Murai batu", "mural", ("Murai",), True),
        ("Murai batu", "murai cages", ("Murai",), True),
        ("ขายนกปรอดหัวโขนราคาถูก", "นกปรอด", ("ขายนกปรอดหัวโขนราคาถูก",), False),
        ("has 🐦 here", "🐦", ("🐦",), False),
    ],
)
def test_words_are_found_as_the_text_writes_them(
    text: str, asked: str, written: tuple[str, ...], is_near: bool
) -> None:
    found = excerpt(text, asked)
    assert found is not None
    assert (found.written, found.is_near) == (written, is_near)


def test_nothing_is_found_where_there_is_nothing() -> None:
    assert excerpt(None, "murai") is None
    assert excerpt("Murai batu", "the") is None
    assert excerpt("Murai batu", "elephant") is None


def test_what_stands_around_is_cut_at_blanks() -> None:
    text = "word " * 100 + "siskin " + "other " * 100
    found = excerpt(text, "siskin")
    assert found is not None
    assert found.around.startswith("… word ")
    assert found.around.endswith(" other …")
    assert len(found.around) < 270
    assert around("a\nb", 0, 1) == "a b"


def test_the_name_with_most_of_the_words_fits() -> None:
    names = ["Kicau Two", "Kicau Shop", "kicau_shop"]
    assert fitting(names, "kicau shop") == "Kicau Shop"
    assert fitting(names, "kicua two") == "Kicau Two"
    assert fitting(names, "elephant") is None
    assert fitting(["12345"], "") is None


def test_the_least_unlike_word_is_nearest() -> None:
    assert nearest(["kicay", "kicau"], "kicau") == (1, 0)
    assert nearest(["jaul"], "jual") == (0, 1)
    assert nearest(["elephant"], "jual") is None
