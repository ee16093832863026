from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.readers.four_cat.exports import facebook, pseudonymised, table
from tests.ingest.readers.reading import read


def post(folder: Path, **cells: Any) -> dict[str, Any]:
    """Read a table of one row."""
    return read(table(folder, [facebook(**cells)])).posts.row(0, named=True)


def test_a_post_in_a_group(tmp_path: Path) -> None:
    row = facebook(10, author="sari.demo", author_name="Sari Dewi", body="Jual\n\nmurai")
    found = read(table(tmp_path, [row]))
    assert (found.format, found.rows_read, found.rows_accepted) == ("4cat-facebook", 1, 1)
    only = found.posts.row(0, named=True)
    assert only["post_key"] == "post:facebook:10"
    assert only["post_url"] == "https://www.facebook.com/groups/kicau.demo/posts/10/"
    assert only["account_key"] == "facebook:@sari.demo"
    assert only["group_key"] == "facebook:group:@kicau.demo"
    assert only["posted_at"] == datetime(2024, 5, 1, 10, tzinfo=UTC)
    assert found.accounts["name"].to_list() == ["Sari Dewi"]


@pytest.mark.parametrize(
    ("author", "key"),
    [
        ("100012345678901", "facebook:100012345678901"),
        ("profile.php?id=100012345678901", "facebook:100012345678901"),
        ("sari.demo?__tn__=x", "facebook:@sari.demo"),
        ("pfbid0Demo", "facebook:@kicau.demo/pfbid0Demo"),
        ("", "facebook:@kicau.demo/Sari Dewi"),
    ],
)
def test_who_wrote(tmp_path: Path, author: str, key: str) -> None:
    assert post(tmp_path, author=author, author_name="Sari Dewi")["account_key"] == key


def test_a_group_with_a_number(tmp_path: Path) -> None:
    assert post(tmp_path, group_name="5500011")["group_key"] == "facebook:group:5500011"


def test_outside_groups(tmp_path: Path) -> None:
    only = post(tmp_path, author="", author_name="Sari Dewi", is_in_group="no", group_name="")
    assert (only["group_key"], only["account_key"]) == (None, None)
    assert json.loads(only["extra"])["called"] == "Sari Dewi"


def test_an_anonymous_participant_is_the_author_of_one_post(tmp_path: Path) -> None:
    rows = [
        facebook(number, author="", author_name="Anonymous participant 145") for number in (1, 2)
    ]
    found = read(table(tmp_path, rows))
    assert found.posts["account_key"].n_unique() == 2
    assert found.accounts["name"].to_list() == [None, None]
    assert json.loads(found.posts["extra"][0])["called"] == "Anonymous participant 145"


def test_pseudonymised_authors_are_opaque(tmp_path: Path) -> None:
    rows = [facebook(number, author="sari.demo", author_name="Sari") for number in (1, 2)]
    found = read(table(tmp_path, map(pseudonymised, rows)))
    keys = found.posts["account_key"].unique().to_list()
    assert len(keys) == 1 and keys[0].startswith("facebook:pseudonym/")
    assert found.accounts.select("handle", "name").rows() == [(None, None)]


def test_pictures(tmp_path: Path) -> None:
    pictures = "https://www.facebook.com/photo/?fbid=1,https://www.facebook.com/photo/?fbid=2"
    assert post(tmp_path, image_url=pictures)["image"] == pictures.replace(",", "\n")


def test_numbers_lose_the_fraction_of_a_data_frame(tmp_path: Path) -> None:
    row = facebook("112.0", group_name="55.0", author="100000001.0", author_name="Budi")
    only = read(table(tmp_path, [row])).posts.row(0, named=True)
    assert only["post_key"] == "post:facebook:112"
    assert only["group_key"] == "facebook:group:55"
    assert only["account_key"] == "facebook:100000001"
