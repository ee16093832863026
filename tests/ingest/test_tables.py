from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import UsageError, WorkspaceError
from graph.tables import Tables
from graph.workspace import Workspace, open_workspace
from ingest.archive import Archive
from ingest.derived import ensure_derived
from ingest.intake import ingest
from ingest.journal import Journal
from ingest.readers.options import ReadOptions
from ingest.sighted import sightings
from ingest.tables import rejected, tables
from tests.builders import membership, post, write_csv


def take_in(
    workspace: Workspace, path: Path, rows: list[dict[str, str]], options: ReadOptions | None = None
) -> str:
    """Ingest and extract rows; the source's SHA-256."""
    report = ingest(workspace, [write_csv(path, rows)], options, who="ana")
    ensure_derived(workspace, Archive(workspace))
    return report.sources[0].sha256 or ""


def known_texts(known: Tables) -> dict[str, str]:
    """Text by post key."""
    return dict(known.posts.select("post_key", "text").rows())


def test_overlapping_files_show_each_post_once_and_both_sightings(
    workspace: Workspace, material: Path
) -> None:
    first = [post(n, collected_at="2026-03-10") for n in range(6)]
    second = [post(n, collected_at="2026-03-17", price="5") for n in range(4, 9)]
    take_in(workspace, material / "1.csv", first, ReadOptions(region="US"))
    take_in(workspace, material / "2.csv", second, ReadOptions(region="US"))
    known = tables(workspace)
    assert known.posts["post_key"].to_list() == [f"post:facebook:p{n}" for n in range(9)]
    assert known.posts["price"].null_count() == 4
    archive = Archive(workspace)
    seen = [sightings(archive, source).collect() for source in archive.sources()]
    assert [len(each) for each in seen] == [6, 5]
    assert known.coverage["posts"].sum() == 11
    assert known.signatures["post_key"].to_list() == known.posts["post_key"].to_list()
    assert known.details["post_key"].n_unique() == 9
    assert len(known.details) == 9


def test_as_of(workspace: Workspace, material: Path) -> None:
    rows = [
        post(1, collected_at="2026-03-10T23:59:59Z", text="first words"),
        post(1, collected_at="2026-03-12", text="second words", account_name="New"),
        post(2, collected_at="2026-03-11", account_id="late"),
        membership("a9", "g9", collected_at="2026-03-13", role="admin"),
    ]
    take_in(workspace, material / "t.csv", rows)
    assert known_texts(tables(workspace, "2026-03-09")) == {}
    assert known_texts(tables(workspace, "2026-03-10")) == {"post:facebook:p1": "first words"}
    eleventh = tables(workspace, "2026-03-11")
    assert set(eleventh.accounts["account_key"]) == {"facebook:a1", "facebook:late"}
    assert eleventh.accounts["name"].to_list() == [None, None]
    assert known_texts(tables(workspace, "2026-03-12"))["post:facebook:p1"] == "second words"
    assert "facebook:a9" not in tables(workspace, "2026-03-12").memberships["account_key"]
    latest = tables(workspace)
    assert latest.as_of == "2026-03-13"
    assert latest.accounts.filter(account_key="facebook:a1")["name"].to_list() == ["New"]
    member = latest.memberships.filter(account_key="facebook:a9").row(0, named=True)
    assert (member["group_key"], member["role"]) == ("facebook:group:g9", "admin")


def test_as_of_goes_by_posting_where_nothing_was_collected(
    workspace: Workspace, material: Path
) -> None:
    rows = [post(1, posted_at="2026-03-01"), post(2, posted_at="2026-03-05"), post(3, posted_at="")]
    take_in(workspace, material / "t.csv", rows)
    assert len(tables(workspace, "2026-03-01").posts) == 1
    assert len(tables(workspace, "2026-03-04").posts) == 1
    assert len(tables(workspace, "2026-03-05").posts) == 3
    assert tables(workspace).as_of == "2026-03-05"


def test_as_of_goes_by_the_collection_that_the_user_named(
    workspace: Workspace, material: Path
) -> None:
    collected = ReadOptions(collected_at=datetime(2026, 4, 1, tzinfo=UTC))
    take_in(
        workspace, material / "t.csv", [post(1, posted_at=""), membership("a1", "g1")], collected
    )
    assert len(tables(workspace, "2026-03-31").posts) == 0
    known = tables(workspace, "2026-04-01")
    assert (len(known.posts), len(known.memberships), known.as_of) == (1, 1, "2026-04-01")
    assert known.memberships["first_seen"].to_list() == [datetime(2026, 4, 1, tzinfo=UTC)]


def test_an_older_sighting_that_comes_in_later_does_not_win(
    workspace: Workspace, material: Path
) -> None:
    take_in(workspace, material / "new.csv", [post(1, collected_at="2026-03-20", text="new")])
    take_in(workspace, material / "old.csv", [post(1, collected_at="2026-03-10", text="old")])
    assert list(known_texts(tables(workspace)).values()) == ["new"]
    assert list(known_texts(tables(workspace, "2026-03-15")).values()) == ["old"]


def test_of_two_sightings_at_once_the_later_ingested_wins(
    workspace: Workspace, material: Path
) -> None:
    take_in(workspace, material / "z.csv", [post(1, text="one")])
    take_in(workspace, material / "a.csv", [post(1, text="two")])
    assert list(known_texts(tables(workspace)).values()) == ["two"]


def test_memberships_by_statement_and_by_posting(workspace: Workspace, material: Path) -> None:
    rows = [
        membership("a1", "g1", role="member", posted_at="2026-03-02"),
        membership("a1", "g1", role="admin", posted_at="2026-03-08"),
        post(1, account_id="a1", group_id="g1", posted_at="2026-03-12"),
        post(2, account_id="a2", group_id="", posted_at="2026-03-12"),
    ]
    take_in(workspace, material / "t.csv", rows)
    (row,) = tables(workspace).memberships.to_dicts()
    assert row == {
        "account_key": "facebook:a1",
        "group_key": "facebook:group:g1",
        "role": "admin",
        "first_seen": datetime(2026, 3, 2, tzinfo=UTC),
        "last_seen": datetime(2026, 3, 12, tzinfo=UTC),
        "joined_at": None,
        "left_at": None,
    }


def test_the_latest_that_is_said_of_accounts_and_groups(
    workspace: Workspace, material: Path
) -> None:
    rows = [
        post(1, account_id="1", account_handle="old", account_name="N", posted_at="2026-03-01"),
        post(2, account_id="1", account_handle="new", posted_at="2026-03-02"),
        post(3, account_id="1", group_id="g", group_name="Birds", posted_at="2026-03-03"),
    ]
    take_in(workspace, material / "t.csv", rows)
    known = tables(workspace)
    assert known.accounts.to_dicts() == [
        {"account_key": "facebook:1", "platform": "facebook", "handle": "new", "name": "N"}
    ]
    assert known.groups.filter(group_key="facebook:group:g")["name"].to_list() == ["Birds"]


def test_details_in_descriptions_follow_their_time(workspace: Workspace, material: Path) -> None:
    rows = [
        post(1, text="no number", collected_at="2026-03-10"),
        post(
            1, text="no number", collected_at="2026-03-12", account_bio="write to me@mail.example"
        ),
        post(2, account_id="b", text="no number", collected_at="2026-03-09"),
    ]
    take_in(workspace, material / "t.csv", rows)
    (detail,) = tables(workspace, "2026-03-12").details.to_dicts()
    assert (detail["post_key"], detail["detail_key"]) == (None, "email:me@mail.example")
    assert tables(workspace, "2026-03-09").details.is_empty()


def test_words_passed_on_are_nobodys_where_one_source_of_two_says_so(
    workspace: Workspace, material: Path
) -> None:
    words = "Jual murai batu medan ekor panjang siap lomba gacor mulus sehat WA +1 202 555 0101"
    url = "https://t.me/s/kicau_contoh/7"
    kind = "snscrape.modules.telegram.TelegramPost"
    told = {"_type": kind, "url": url, "date": "2026-03-01T08:00:00+00:00", "content": words}
    said = {"channel_id": "1400000123", "channel_name": "kicau_contoh", "msg_id": "7"}
    said |= {"message": words, "date": "2026-03-01 08:00:00", "msg_link": url}
    said |= {"msg_from_peer": "", "msg_from_id": "", "is_forward": "1"}
    without = material / "posts.jsonl"
    without.write_text(json.dumps(told) + "\n")
    ingest(workspace, [without], ReadOptions(), who="ana")
    ensure_derived(workspace, Archive(workspace))
    first = tables(workspace)
    assert (len(first.details), len(first.signatures)) == (1, 1)
    take_in(workspace, material / "messages.csv", [said])
    known = tables(workspace)
    assert len(known.posts) == 1
    assert known.details.is_empty()
    assert known.signatures.is_empty()


def test_coverage(workspace: Workspace, material: Path) -> None:
    rows = [post(n, group_id="g", posted_at="2026-03-05T10:00:00Z") for n in range(3)]
    sha256 = take_in(workspace, material / "t.csv", [*rows, post(0, group_id="g", text="edited")])
    assert tables(workspace).coverage.rows() == [
        (sha256, "facebook:group:g", date(2026, 3, 1), 1),
        (sha256, "facebook:group:g", date(2026, 3, 5), 3),
    ]


def test_a_withdrawn_source_takes_no_part(workspace: Workspace, material: Path) -> None:
    gone = take_in(workspace, material / "gone.csv", [post(1), post(2, account_id="")])
    take_in(workspace, material / "kept.csv", [post(3)])
    Journal(workspace).append("withdraw", "ana", sha256=gone, why="not ours to hold")
    assert tables(workspace).posts["post_key"].to_list() == ["post:facebook:p3"]
    assert len(rejected(workspace)) == 0
    assert len(Archive(workspace).sources()) == 1
    assert Archive(workspace).has(gone)
    again = ingest(workspace, [material / "gone.csv"], who="ana")
    assert "withdrawn" in (again.sources[0].warning or "")


def test_rejected_rows_name_their_source(workspace: Workspace, material: Path) -> None:
    for name in ("1", "2"):
        take_in(workspace, material / f"{name}.csv", [post(1), post(2, account_id="", text=name)])
    found = rejected(workspace)
    assert [Path(path).name for path in found["path"]] == ["1.csv", "2.csv"]
    assert found["locator"].to_list() == ["row 3", "row 3"]
    assert found["field"].to_list() == ["account_id", "account_id"]


@pytest.mark.parametrize(
    "day", ["yesterday", "2026-02-30", "2026-3-1", "20260301", "2026-03-01T00:00", ""]
)
def test_days_that_are_none(workspace: Workspace, material: Path, day: str) -> None:
    take_in(workspace, material / "t.csv", [post(1)])
    if day == "":
        assert tables(workspace, None).as_of == "2026-03-02"
        return
    with pytest.raises(UsageError, match="is not a day"):
        tables(workspace, day)


def test_a_workspace_without_sources(workspace: Workspace) -> None:
    with pytest.raises(WorkspaceError, match="spoor ingest FILE"):
        tables(workspace)
    assert rejected(workspace).is_empty()


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    sightings_made=st.lists(
        st.tuples(st.integers(0, 4), st.integers(1, 9), st.integers(0, 2)), min_size=1, max_size=12
    ),
    until=st.integers(1, 9),
)
def test_as_of_shows_the_latest_sighting_of_each_post(
    tmp_path_factory: pytest.TempPathFactory,
    sightings_made: list[tuple[int, int, int]],
    until: int,
) -> None:
    folder = tmp_path_factory.mktemp("as_of")
    workspace = open_workspace(folder / "workspace")
    expected: dict[str, tuple[int, int, int]] = {}
    by_file: dict[int, list[tuple[int, int]]] = {}
    for number, day, file in sightings_made:
        if (number, day) not in by_file.setdefault(file, []):
            by_file[file].append((number, day))
    for file, made in sorted(by_file.items()):
        rows = [
            post(number, collected_at=f"2026-03-0{day}", text=f"seen on {day} in {file}")
            for number, day in made
        ]
        take_in(workspace, folder / f"{file}.csv", rows)
        for at, (number, day) in enumerate(made):
            key = f"post:facebook:p{number}"
            if day <= until:
                expected[key] = max(expected.get(key, (0, 0, 0)), (day, file, at))
    known = tables(workspace, f"2026-03-0{until}")
    assert known_texts(known) == {
        key: f"seen on {day} in {file}" for key, (day, file, _) in expected.items()
    }
