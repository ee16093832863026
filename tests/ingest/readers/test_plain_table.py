from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph import keys
from ingest.readers.options import ReadOptions
from tests.builders import membership, post, write_csv, write_jsonl
from tests.ingest.readers.reading import Read, read


def read_rows(
    tmp_path: Path, rows: list[dict[str, str]], options: ReadOptions | None = None
) -> Read:
    return read(write_csv(tmp_path / "t.csv", rows), options)


def test_a_post(tmp_path: Path) -> None:
    row = {
        "platform": "FB",
        "post_id": " 77 ",
        "post_url": "https://facebook.example/77",
        "posted_at": "2026-03-01 10:00",
        "group_id": "g1",
        "group_name": "Bird lovers",
        "account_id": "5",
        "account_handle": "kicau",
        "account_name": " Kicau  Shop ",
        "account_url": "https://facebook.example/kicau",
        "account_bio": "ready stock",
        "text": " two\nlines ",
        "price": " 1.500,00 ",
        "currency": "IDR",
        "location": "Solo",
        "image": "a.jpg",
        "contact": "(202) 555-0101; kicau@mail.example",
        "collected_at": "2026-03-02T00:00:00Z",
        "views": "12",
        "likes": "",
    }
    found = read_rows(tmp_path, [row])
    assert found.posts.to_dicts() == [
        {
            "post_key": "post:facebook:77",
            "platform": "facebook",
            "account_key": "facebook:5",
            "group_key": "facebook:group:g1",
            "post_id": "77",
            "post_url": "https://facebook.example/77",
            "posted_at": datetime(2026, 3, 1, 10, tzinfo=UTC),
            "posted_at_raw": "2026-03-01 10:00",
            "time_zone_assumed": True,
            "text": " two\nlines ",
            "price": " 1.500,00 ",
            "currency": "IDR",
            "location": "Solo",
            "image": "a.jpg",
            "contact": "(202) 555-0101; kicau@mail.example",
            "forwarded_from": None,
            "reply_to": None,
            "extra": '{"views":"12"}',
            "locator": "row 2",
            "collected_at": datetime(2026, 3, 2, tzinfo=UTC),
        }
    ]
    assert found.accounts.to_dicts() == [
        {
            "account_key": "facebook:5",
            "platform": "facebook",
            "native_id": "5",
            "handle": "kicau",
            "name": " Kicau  Shop ",
            "url": "https://facebook.example/kicau",
            "bio": "ready stock",
            "contact": None,
            "seen_at": datetime(2026, 3, 2, tzinfo=UTC),
            "locator": "row 2",
        }
    ]
    assert found.groups.row(0)[:4] == ("facebook:group:g1", "facebook", "g1", "Bird lovers")
    assert found.memberships.is_empty()


def test_a_row_without_content_is_a_membership(tmp_path: Path) -> None:
    rows = [
        membership("1", "g1", role="admin", collected_at="2026-03-02"),
        {"platform": "x", "account_id": "2", "group_name": " Bird  Lovers"},
    ]
    found = read_rows(tmp_path, rows)
    assert found.posts.is_empty()
    assert found.memberships.select("account_key", "group_key", "role").rows() == [
        ("facebook:1", "facebook:group:g1", "admin"),
        ("x:2", "x:group:name/bird lovers", None),
    ]
    assert found.memberships["seen_at"].to_list() == [datetime(2026, 3, 2, tzinfo=UTC), None]


@pytest.mark.parametrize("column", ["text", "post_id", "post_url", "image", "price"])
def test_each_content_column_makes_a_post(tmp_path: Path, column: str) -> None:
    found = read_rows(tmp_path, [membership("1", "g1") | {column: "5"}])
    assert (len(found.posts), len(found.memberships)) == (1, 0)


def test_post_keys_by_id_address_or_content(tmp_path: Path) -> None:
    rows = [
        post(1),
        post(2, platform="telegram", group_id="-1001234567890"),
        post(3, post_id="", post_url="https://x.example/3/"),
        post(4, post_id="", text="words"),
        post(5, platform="telegram", group_id="", text="words"),
    ]
    found = read_rows(tmp_path, rows)
    assert found.posts["post_key"].to_list() == [
        "post:facebook:p1",
        "post:telegram:1234567890/p2",
        keys.post_by_url("facebook", "https://x.example/3"),
        keys.post_by_content("facebook", "facebook:a4", "2026-03-05T10:00:00.000000Z", "words"),
        keys.post_by_content("telegram", "telegram:a0", "2026-03-06T10:00:00.000000Z", "words"),
    ]


def test_pictures_without_words_are_different_posts(tmp_path: Path) -> None:
    rows = [{"platform": "x", "account_id": "1", "image": name} for name in ("a.jpg", "b.jpg")]
    assert read_rows(tmp_path, rows).posts["post_key"].n_unique() == 2


@pytest.mark.parametrize(
    ("changed", "field", "reason"),
    [
        ({"platform": " "}, "platform", "no platform is named"),
        ({"account_id": ""}, "account_id", "no account is named"),
        (
            {"account_id": "4.47E+11"},
            "account_id",
            "'4.47E+11' is a number that a spreadsheet cut short",
        ),
        ({"account_id": "7" * 501}, "account_id", "it is longer than 500 characters"),
        ({"group_name": "Birds" * 101}, "group_name", "longer than 500"),
        ({"group_id": "1,2e+15"}, "group_id", "cut short"),
        ({"post_id": "1E+20"}, "post_id", "cut short"),
        ({"posted_at": "last week"}, "posted_at", "'last week' cannot be read as a time"),
        ({"collected_at": "2026-13-01"}, "collected_at", "cannot be read as a time"),
        (
            {"post_id": "", "text": "", "group_id": ""},
            "text",
            "the row says neither a post nor a group",
        ),
    ],
)
def test_refused_rows(tmp_path: Path, changed: dict[str, str], field: str, reason: str) -> None:
    bad = post(2, collected_at="2026-03-09", contact="") | changed
    found = read_rows(tmp_path, [post(1, collected_at="2026-03-09", contact=""), bad])
    assert found.posts["post_id"].to_list() == ["p1"]
    (row,) = found.rejected.to_dicts()
    assert (row["locator"], row["field"]) == ("row 3", field)
    assert reason in row["reason"]
    assert json.loads(row["raw"]) == {name: cell for name, cell in bad.items() if cell.strip()}


def test_numbers_that_only_look_cut_are_kept(tmp_path: Path) -> None:
    rows = [post(1, account_id="12e5"), post(2, account_id="1e+bird"), post(3, text="4.47E+11")]
    assert read_rows(tmp_path, rows).rows_accepted == 3


def test_platform_from_the_user_where_the_row_names_none(tmp_path: Path) -> None:
    rows = [post(1, platform=""), post(2, platform="IG")]
    found = read_rows(tmp_path, rows, ReadOptions(platform="Telegram"))
    assert found.posts["platform"].to_list() == ["telegram", "instagram"]


def test_time_zone_from_the_user(tmp_path: Path) -> None:
    rows = [post(1, posted_at="2026-03-01 07:00")]
    found = read_rows(tmp_path, rows, ReadOptions(time_zone="Asia/Jakarta"))
    assert found.posts["posted_at"][0] == datetime(2026, 3, 1, tzinfo=UTC)
    assert found.posts["time_zone_assumed"].to_list() == [False]


def test_exact_repetitions_are_merged_and_other_sightings_kept(tmp_path: Path) -> None:
    rows = [post(1), post(2), post(1), post(1, price="5"), post(2), membership("a1", "g1")]
    found = read_rows(tmp_path, [*rows, membership("a1", "g1")])
    assert found.rows_merged == 3
    assert found.posts["locator"].to_list() == ["row 2", "row 3", "row 5"]
    assert len(found.memberships) == 1


def test_repetitions_are_merged_across_batches(tmp_path: Path) -> None:
    rows = [{"platform": "x", "account_id": "1", "text": f"{n % 60_000}"} for n in range(130_000)]
    found = read_rows(tmp_path, rows)
    assert (found.rows_accepted, found.rows_merged) == (60_000, 70_000)


def test_a_repeated_refused_row_is_refused_again(tmp_path: Path) -> None:
    found = read_rows(tmp_path, [post(1, account_id=""), post(1, account_id="")])
    assert (len(found.rejected), found.rows_merged) == (2, 0)


def test_column_names_as_people_type_them(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("PLATFORM,Account ID, post-id ,Text,My Note\nx,1,2,hello,n\n")
    (row,) = read(path).posts.to_dicts()
    assert (row["account_key"], row["post_id"], row["text"]) == ("x:1", "2", "hello")
    assert row["extra"] == '{"My Note":"n"}'


def test_descriptions_are_kept_once_at_their_earliest(tmp_path: Path) -> None:
    rows = [
        post(1, account_id="1", account_name="Old", posted_at="2026-03-05"),
        post(2, account_id="1", account_name="Old", posted_at="2026-03-03"),
        post(3, account_id="1", account_name="New", posted_at="2026-03-04"),
    ]
    accounts = read_rows(tmp_path, rows).accounts
    assert accounts.select("name", "locator").rows() == [("Old", "row 3"), ("New", "row 4")]


ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.sampled_from(
    [
        '=HYPERLINK("http://a.example","x")',
        "+cmd|' /C calc'!A0",
        "<script>alert(1)</script>",
        '"',
        '""",\r\n',
        "\r",
        "\n\n",
        "\x00",
        "\x1a",
        "\ufeff",
        "\u2028",
        "a\tb|c;d",
        "NULL",
    ]
)
ANY_ROWS = st.lists(
    st.tuples(
        st.sampled_from(["facebook", "Telegram", "", "微信", "=x"]),
        ANY_TEXT,
        ANY_TEXT,
        st.sampled_from(["", "2026-03-01", "soon", "1772366400"]),
        ANY_TEXT,
    ),
    min_size=1,
    max_size=12,
)
ANY_COLUMNS = ("platform", "account_id", "text", "posted_at", "^note.*$")


@pytest.mark.parametrize("kind", ["csv", "jsonl"])
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(rows=ANY_ROWS)
def test_any_table_of_strings_keeps_its_count_and_its_text(
    tmp_path: Path, kind: str, rows: list[tuple[str, ...]]
) -> None:
    named = [dict(zip(ANY_COLUMNS, row, strict=True)) for row in rows]
    for row in named:
        row["account_id"] = row["account_id"] and f"a{row['account_id']}"
    path = tmp_path / f"t.{kind}"
    write_csv(path, named) if kind == "csv" else write_jsonl(path, named)
    found = read(path)
    assert found.rows_read == sum(any(cell for cell in row) for row in rows)

    def is_blank(cell: str) -> bool:
        return not cell.strip()

    def is_whole(row: dict[str, str]) -> bool:
        named = not is_blank(row["platform"]) and not is_blank(row["account_id"])
        said = not is_blank(row["text"]) and row["posted_at"] != "soon"
        return named and said and not any("\0" in cell for cell in row.values())

    distinct = {
        tuple("" if is_blank(cell) else cell for cell in row.values()): row for row in named
    }
    kept = [row for row in distinct.values() if is_whole(row)]
    assert sorted(found.posts["text"]) == sorted(row["text"] for row in kept)
    notes = {json.loads(extra)["^note.*$"] for extra in found.posts["extra"].drop_nulls()}
    assert notes == {row["^note.*$"] for row in kept if not is_blank(row["^note.*$"])}
