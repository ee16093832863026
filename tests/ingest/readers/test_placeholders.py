from __future__ import annotations

import json
from pathlib import Path

import pytest

from ingest.readers.placeholders import NOTICE
from tests.builders import membership, post, write_csv
from tests.ingest.readers.reading import Read, read

WORDS = ["nan", "None", "NULL", " n/a ", "undefined", "unknown", "Anonymous", "0", "-1", "-", "?"]


def read_rows(tmp_path: Path, rows: list[dict[str, str]]) -> Read:
    return read(write_csv(tmp_path / "t.csv", rows))


@pytest.mark.parametrize("word", [*WORDS, "Deleted Account", "Facebook user", "user0"])
def test_a_placeholder_is_no_account(tmp_path: Path, word: str) -> None:
    found = read_rows(tmp_path, [post(1, account_id=word), post(2, account_id="7")])
    assert found.posts["account_key"].to_list() == ["facebook:7"]
    assert found.reasons == ["no account is named"]
    assert found.notices == [NOTICE]


@pytest.mark.parametrize("word", WORDS)
def test_posts_and_groups_without_an_id_are_not_one(tmp_path: Path, word: str) -> None:
    rows = [
        post(number, post_id=word, group_id=word, account_id=str(number), text=f"words {number}")
        for number in (1, 2)
    ]
    found = read_rows(tmp_path, rows)
    assert found.posts["post_key"].n_unique() == 2
    assert found.posts["group_key"].to_list() == [None, None]
    kept = [json.loads(extra) for extra in found.posts["extra"]]
    assert [each["post_id (source)"] for each in kept] == [word.strip()] * 2


def test_a_placeholder_is_no_handle_of_an_id(tmp_path: Path) -> None:
    found = read_rows(tmp_path, [post(1, account_handle="None"), post(2, account_handle="nanette")])
    assert found.accounts["handle"].to_list() == [None, "nanette"]


@pytest.mark.parametrize("name", ["Nana", "0x99", "Noneman", "none.shop", "10", "N.A. Baker"])
def test_ids_that_resemble_placeholders_stand(tmp_path: Path, name: str) -> None:
    found = read_rows(tmp_path, [membership(name, "g1")])
    assert found.memberships["account_key"].to_list() == [f"facebook:{name}"]
    assert found.notices == []


def test_ids_lose_the_fraction_of_a_data_frame(tmp_path: Path) -> None:
    rows = [
        post(1, account_id="123.0", group_id="55.0", post_id="9.0"),
        post(2, account_id="1000123456789012345.0"),
    ]
    found = read_rows(tmp_path, rows)
    assert found.posts.select("post_key", "account_key", "group_key").rows() == [
        ("post:facebook:9", "facebook:123", "facebook:group:55")
    ]
    assert found.reasons == [
        "'1000123456789012345.0' is an id that a program rounded to a fraction"
    ]


def test_people_whose_accounts_are_gone_are_not_one(tmp_path: Path) -> None:
    path = tmp_path / "posts.json"
    group = "https://www.facebook.com/groups/55"
    users = [{"name": "Facebook user"}, {"id": "0", "name": "Facebook user"}, {"id": "nan"}]
    posts = [
        {"facebookUrl": group, "legacyId": str(at), "facebookId": "55", "text": "x", "user": user}
        for at, user in enumerate(users, start=1)
    ]
    path.write_text(json.dumps(posts))
    found = read(path)
    assert found.posts["account_key"].to_list() == [None, None, None]
    assert json.loads(found.posts["extra"][0])["account_name (source)"] == "Facebook user"


def test_what_nobody_wrote_in_two_groups_is_two_posts(tmp_path: Path) -> None:
    path = tmp_path / "posts.json"
    posts = [
        {
            "facebookUrl": f"https://www.facebook.com/groups/{group}",
            "legacyId": "0",
            "facebookId": group,
            "time": "2026-03-01T00:00:00Z",
            "text": "ready",
            "user": {"name": "Facebook user"},
        }
        for group in ("55", "56")
    ]
    path.write_text(json.dumps(posts))
    assert read(path).posts["post_key"].n_unique() == 2
