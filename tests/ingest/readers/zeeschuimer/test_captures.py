from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.ingest.readers.reading import Read, read
from tests.ingest.readers.zeeschuimer.saved import captures, lifted, read_lines

COUNTS = {
    "tiktok": (7, 3, 1, 3),
    "comments": (4, 3, 0, 1),
    "instagram": (10, 9, 0, 1),
    "x": (9, 6, 1, 2),
}
INVESTIGATORS = ("Mozilla", "SECRET", "device_id", "web_id", "3:12:", "u_code", "typed_query")


@pytest.mark.parametrize("name", COUNTS)
def test_each_platform_is_told_by_content_and_adds_up(tmp_path: Path, name: str) -> None:
    found = read_lines(tmp_path, captures(name))
    assert found.format == "zeeschuimer"
    counts = (found.rows_read, found.rows_accepted, found.rows_merged, len(found.rejected))
    assert counts == COUNTS[name]


@pytest.mark.parametrize("name", COUNTS)
def test_what_4cat_made_of_it_says_the_same(tmp_path: Path, name: str) -> None:
    plain = read_lines(tmp_path, captures(name))
    made = read_lines(tmp_path, [lifted(capture) for capture in captures(name)])
    assert made.format == "zeeschuimer"
    assert made.posts.equals(plain.posts)
    assert made.accounts.equals(plain.accounts)
    assert made.rows_read == plain.rows_read


def test_several_platforms_in_one_file_lose_nothing(tmp_path: Path) -> None:
    found = read_lines(tmp_path, captures(*COUNTS))
    totals = [sum(counts[at] for counts in COUNTS.values()) for at in range(4)]
    assert [
        found.rows_read,
        found.rows_accepted,
        found.rows_merged,
        len(found.rejected),
    ] == totals
    assert set(found.posts["platform"]) == {"tiktok", "instagram", "x"}


def test_platforms_that_are_not_read_are_refused_by_name(tmp_path: Path) -> None:
    found = read_lines(tmp_path, captures("tiktok"))
    assert found.reasons == [
        "the capture names no video",
        "captures of '9gag.com' are not read; these are: tiktok.com, tiktok-comments, "
        "instagram.com, twitter.com, x.com",
        "the capture holds no data",
    ]
    assert found.rejected["field"].to_list() == ["id", "source_platform", "data"]


@pytest.mark.parametrize("name", COUNTS)
def test_nothing_of_the_investigator_is_kept(tmp_path: Path, name: str) -> None:
    lines = captures(name)
    for found in (read_lines(tmp_path, lines), read_lines(tmp_path, list(map(lifted, lines)))):
        assert not leaked(found)


def test_nothing_of_the_investigator_is_kept_of_what_is_refused(tmp_path: Path) -> None:
    whole = json.dumps(captures("tiktok")[0])
    path = tmp_path / "c.ndjson"
    path.write_text("\n".join(whole[:-cut] for cut in (1, 700, len(whole) - 400)))
    found = read(path, format_name="zeeschuimer")
    assert len(found.rejected) == 3
    assert not leaked(found)


def leaked(found: Read) -> list[str]:
    tables = (found.posts, found.accounts, found.memberships, found.rejected)
    kept = "".join(str(table.rows()) for table in tables)
    return [mark for mark in INVESTIGATORS if mark in kept]


def test_a_single_capture_is_told_too(tmp_path: Path) -> None:
    assert read_lines(tmp_path, captures("x")[:1]).format == "zeeschuimer"
    assert read_lines(tmp_path, [lifted(captures("x")[0])]).format == "zeeschuimer"


def test_a_line_without_a_platform_is_refused(tmp_path: Path) -> None:
    lines = [*captures("x")[:1], {"data": {"rest_id": "1"}}, [1], "text"]
    assert read_lines(tmp_path, lines).reasons == [
        "the capture does not say of which platform it is",
        "the line is JSON, but not an object",
        "the line is JSON, but not an object",
    ]
