"""What names our own side is covered, and nothing else; every text keeps its length."""

from __future__ import annotations

import json

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.mask import Mask
from ingest.traits import Traits

WORDS = {"cover_handle", "user999888777", "999888777", "bird", "cover@example.org", "a1"}
NAMES = {"Ana Covert", "Ria", "李明", 'O"Neil', "Zoë"}
NUMBERS = {"+12025550143", "+6281200000034"}
TRAITS = Traits(words=frozenset(WORDS), names=frozenset(NAMES), numbers=frozenset(NUMBERS))
MASK = Mask(TRAITS, "salt")


def text(said: str | None) -> str | None:
    return MASK.text(pl.Series([said], dtype=pl.String))[0]


def covered(said: str, *parts: str) -> str:
    """The text with some of its parts covered."""
    for part in parts:
        assert part in said
        said = said.replace(part, "█" * len(part), 1)
    return said


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ("ask @Cover_Handle now", ["Cover_Handle"]),
        ("t.me/cover_handle, COVER_HANDLE.", ["cover_handle", "COVER_HANDLE"]),
        ("加cover_handle谢", ["cover_handle"]),
        ("cover_handle_2 and my_cover_handle", []),
        ("a bird, birds, @birds", []),
        ("@bird and t.me/bird", ["@bird", "/bird"]),
        ("a1 is short, @a1 is not", ["@a1"]),
        ("id 999888777, tg://user?id=999888777", ["999888777", "999888777"]),
        ("user999888777 but 9998887771", ["user999888777"]),
        ("mail cover@example.org", ["cover@example.org"]),
        ("Ria and Maria and ria and Riana", ["Ria"]),
        ("Ana Covert!Ana Coverts", ["Ana Covert"]),
        ("我是李明的朋友", ["李明"]),
        ("Zoe\u0308 and Zoë", ["Zoe\u0308", "Zoë"]),
        ("(202) 555-0143", ["202) 555-0143"]),
        ("+1 202.555.0143 or 0012025550143", ["1 202.555.0143", "0012025550143"]),
        ("wa 0812-0000-0034 / 62 812 0000 0034", ["0812-0000-0034", "62 812 0000 0034"]),
        ("๐๘๑๒๐๐๐๐๐๐๓๔", ["๐๘๑๒๐๐๐๐๐๐๓๔"]),
        ("0812000000349 and 9081200000034", []),
        ("0812 0000 003", []),
        (None, []),
        ("", []),
    ],
)
def test_what_names_our_own_side_is_covered(said: str | None, parts: list[str]) -> None:
    assert text(said) == (covered(said, *parts) if said else said)


def test_names_stay_where_others_are_called_by_them() -> None:
    called = pl.Series(["Ria", "Ana Covert @cover_handle"])
    assert MASK.identifiers(called).to_list() == ["Ria", covered(called[1], "cover_handle")]


def test_json_stays_json() -> None:
    said = {"id": 999888777, "ids": [999888777, 1], "name": 'O"Neil', "n": "Zoë", "by": "Ria x"}
    for ascii_only in (True, False):
        written = json.dumps(said, ensure_ascii=ascii_only)
        found = json.loads(MASK.json(pl.Series([written]))[0])
        assert (found["id"], found["ids"], found["by"]) == (None, [None, 1], "███ x")
        assert {*found["name"], *found["n"]} == {"█"}


def test_texts_that_name_our_own_side_are_told_from_others() -> None:
    column = pl.Series(["@cover_handle", "Anatomy of a bird", None, "+1 (202) 555 0143"])
    assert MASK.finds(column).to_list() == [True, False, False, True]


def test_the_column_that_was_given_stays_as_it_is() -> None:
    column = pl.Series(["Ria 2025550143", None, "x"])
    MASK.text(column)
    assert column.to_list() == ["Ria 2025550143", None, "x"]


def test_keys_are_hidden_alike_wherever_they_stand() -> None:
    column = pl.Series(
        [
            "telegram:group:999888777",
            "post:telegram:999888777/12",
            "whatsapp:group:12025550143-1400000000",
            "whatsapp:group:name/chat with ana covert",
            "telegram:group:9998887771",
            None,
        ]
    )
    group, post, by_number, by_name, other, missing = MASK.key(column)
    hidden = group.removeprefix("telegram:group:")
    assert hidden.startswith("█")
    assert post == f"post:telegram:{hidden}/12"
    assert by_number.endswith("-1400000000")
    assert "12025550143" not in by_number
    assert "ana covert" not in by_name
    assert (other, missing) == ("telegram:group:9998887771", None)
    assert Mask(TRAITS, "pepper").key(column)[0] != group


def test_others_keep_what_they_are_called_in_their_keys() -> None:
    column = pl.Series(["whatsapp:999888777/Ana Covert", "instagram:cover_handle"])
    first, second = MASK.account_key(column)
    assert first.endswith("/Ana Covert")
    assert "999888777" not in first
    assert second == "instagram:cover_handle"


def test_without_an_own_side_nothing_is_looked_for() -> None:
    column = pl.Series(["anything", None])
    nothing = Mask(Traits(), "salt")
    for hide in (nothing.text, nothing.identifiers, nothing.json, nothing.key, nothing.account_key):
        assert hide(column).to_list() == ["anything", None]


@settings(max_examples=50, deadline=None)
@given(
    st.lists(
        st.lists(
            st.sampled_from([*sorted(WORDS | NAMES), "0812 0000 0034", "@", "\ufdd0", "x", " "])
            | st.text(max_size=5)
        ).map("".join),
        max_size=5,
    )
)
def test_whatever_is_said_keeps_its_length(said: list[str]) -> None:
    column = pl.Series(said, dtype=pl.String)
    for found, given_ in zip(MASK.text(column), said, strict=True):
        assert len(found) == len(given_)
        kept = [(a, b) for a, b in zip(found, given_, strict=True) if a != b]
        assert {a for a, _ in kept} <= {"█", "\ufffd"}


def test_hundreds_of_own_accounts_are_fine() -> None:
    many = Traits(
        words=frozenset(f"handle_{each}" for each in range(400)),
        names=frozenset(f"Name {each} Ria" for each in range(400)),
        numbers=frozenset(f"+62812000{each:05d}" for each in range(400)),
    )
    column = pl.Series(
        [f"text {each} with handle_{each} of Name {each} Ria" for each in range(500)]
    )
    found = Mask(many, "salt").text(column)
    assert found[7] == covered(column[7], "handle_7", "Name 7 Ria")
    assert found[450] == column[450]
