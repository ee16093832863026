"""Handles that stand for ids, as tables are read."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import keys
from graph.records import ALIASES, LINKS, MEMBERSHIPS, POSTS
from ingest.handles import Handles, is_of_handle

KNOWN = Handles(
    {"telegram:@budi": "telegram:user5", "telegram:@pasar": "telegram:channel9"},
    {"telegram:group:@pasar": "telegram:group:9"},
)


def rows(schema: pl.Schema, *said: dict[str, str]) -> pl.LazyFrame:
    return pl.DataFrame(list(said), schema=schema).lazy()


def resolved(table: str, schema: pl.Schema, row: dict[str, str], known: Handles = KNOWN) -> dict:
    (found,) = known.resolved(table, rows(schema, row)).collect().to_dicts()
    return {name: value for name, value in found.items() if value is not None}


def test_a_post_captured_by_handle_stands_under_the_ids() -> None:
    said = {
        "post_key": "post:telegram:@pasar/12",
        "account_key": "telegram:@pasar",
        "group_key": "telegram:group:@pasar",
        "reply_to": "post:telegram:@pasar/7",
        "text": "@pasar",
    }
    assert resolved("posts", POSTS, said) == {
        "post_key": "post:telegram:9/12",
        "account_key": "telegram:channel9",
        "group_key": "telegram:group:9",
        "reply_to": "post:telegram:9/7",
        "text": "@pasar",
    }


def test_who_is_only_named_in_a_chat_goes_with_the_chat() -> None:
    said = {"account_key": "telegram:@pasar/Budi: S", "by_key": "telegram:@budi"}
    assert resolved("memberships", MEMBERSHIPS, said) == {
        "account_key": "telegram:9/Budi: S",
        "by_key": "telegram:user5",
    }


def test_both_ends_of_a_link() -> None:
    said = {"from_key": "telegram:@budi", "to_key": "phone:+12025550101"}
    assert resolved("links", LINKS, said) == {**said, "from_key": "telegram:user5"}


def test_other_handles_stay_as_they_are() -> None:
    said = {
        "post_key": "post:telegram:@pasar_baru/12",
        "account_key": "telegram:@budi2",
        "group_key": "telegram:group:@pasar_baru",
    }
    assert resolved("posts", POSTS, said) == said
    elsewhere = {"post_key": "post:x:@pasar/1", "account_key": "x:@budi", "group_key": "x:group:9"}
    assert resolved("posts", POSTS, elsewhere) == elsewhere


def test_statements_of_handles_are_no_aliases_any_more() -> None:
    said = [
        {"kind": "account", "key": "telegram:@budi", "same_as": "telegram:user5"},
        {"kind": "group", "key": "telegram:group:@x", "same_as": "telegram:group:9"},
        {"kind": "account", "key": "whatsapp:+12025550101", "same_as": "whatsapp:+12025550102"},
    ]
    found = KNOWN.resolved("aliases", rows(ALIASES, *said)).collect()
    assert found["key"].to_list() == ["whatsapp:+12025550101"]


def test_nothing_known_changes_nothing() -> None:
    frame = rows(POSTS, {"post_key": "post:telegram:@pasar/12"})
    assert Handles({}, {}).resolved("posts", frame) is frame
    assert Handles({}, {}).fingerprint("aa") is None


def test_fingerprint_of_a_source_is_of_what_it_holds() -> None:
    one = Handles(KNOWN.accounts, KNOWN.groups, {"a": frozenset({"telegram:@budi"})})
    both = Handles({**KNOWN.accounts, "x:@y": "x:1"}, KNOWN.groups, {**one.used, "b": {"x:@y"}})
    other = Handles({"telegram:@budi": "telegram:user6"}, {}, one.used)
    assert one.fingerprint("a") == both.fingerprint("a") != other.fingerprint("a")
    assert one.fingerprint("b") is None


@pytest.mark.parametrize(
    ("key", "named"),
    [
        ("telegram:@budi", True),
        ("telegram:group:@pasar", True),
        ("telegram:user5", False),
        ("telegram:group:9", False),
        ("whatsapp:3fa9/@budi", False),
    ],
)
def test_which_keys_are_of_handles(key: str, named: bool) -> None:
    assert is_of_handle(key) is named


@given(st.text(min_size=1), st.text(min_size=1))
def test_posts_of_any_name_keep_their_id(name: str, post_id: str) -> None:
    group = keys.group_by_handle("telegram", name)
    key = keys.post("telegram", post_id, group)
    found = resolved("posts", POSTS, {"post_key": key, "group_key": group})
    if group in KNOWN.groups:
        assert found["post_key"] == keys.post("telegram", post_id, KNOWN.groups[group])
    else:
        assert found["post_key"] == key
