"""Whatever is read of the archive is read without our own side, under every key it has."""

from __future__ import annotations

import ast
from pathlib import Path

import polars as pl
import pytest

import ingest as package
from graph.workspace import Workspace
from ingest.archive import Archive
from ingest.derived import ensure_derived
from ingest.intake import ingest
from ingest.own import declare
from ingest.own_alike import may_be_own
from ingest.own_profile import own_profile, unknown_keys
from ingest.readers.options import ReadOptions
from ingest.screened import Screened, Unscreened
from ingest.tables import rejected, tables
from tests.app.own_world import (
    GROUP,
    HANDLE,
    ID,
    KEY,
    NAME,
    SELLERS,
    given_away,
    write_noted,
    write_telegram,
)
from tests.builders import post, write_csv

ROOT = Path(package.__file__).parents[1]
BY_NAME = f"telegram:{GROUP}/{NAME}"
WHATSAPP = (
    "02/03/2026, 10:00 - Sari: Finch for sale\n"
    "02/03/2026, 10:01 - +1 907-555-0143: is it healthy?\n"
    "02/03/2026, 10:02 - +1 907-555-0143 changed to +1 907-555-0144\n"
    "03/03/2026, 10:03 - +1 907-555-0144: and tame?\n"
    "03/03/2026, 10:04 - Sari: ask +1 907 555 0143 or @19075550144\n"
)


def take_in(workspace: Workspace, *files: Path) -> Archive:
    report = ingest(workspace, list(files), ReadOptions(region="US", date_order="dmy"), who="ana")
    assert not report.failed
    archive = Archive(workspace)
    ensure_derived(workspace, archive)
    return archive


def own(workspace: Workspace, *keys: str, is_own: bool = True) -> None:
    declare(workspace, keys, own=is_own, why=None, who="ana")


def test_links_tell_nothing_of_our_own_side(
    workspace: Workspace, chats: Archive, material: Path
) -> None:
    table = material / "links.csv"
    table.write_text(
        "from,to,kind,time,source,grade\n"
        f"telegram:user{ID},phone:+12025550101,call,2026-03-01T00:00:00Z,exchange,A\n"
        f"telegram:@{HANDLE}/Budi,phone:+12025550102,paid @{HANDLE},2026-03-01T00:00:00Z,"
        f"told by @{HANDLE},B @{HANDLE}\n"
    )
    take_in(workspace, table)
    own(workspace, KEY)
    (source,) = (each for each in chats.sources() if each.format == "links")
    seen = Screened(workspace).records(source.sha256, "links").collect()
    assert len(seen) == 1
    assert HANDLE not in str(seen.to_dicts())


def everything(workspace: Workspace) -> str:
    """All tables that leave the archive, as text."""
    found = tables(workspace)
    parts = [getattr(found, name) for name in ("posts", "memberships", "accounts", "groups",
                                               "details", "coverage")]  # fmt: skip
    return "\n".join(str(part.to_dicts()) for part in (*parts, rejected(workspace)))


@pytest.fixture
def chats(workspace: Workspace, material: Path) -> Archive:
    """The cover's own export, and what others noted of it."""
    return take_in(
        workspace, write_telegram(material / "result.json"), write_noted(material / "noted.csv")
    )


def test_tables_hold_our_own_side_only_until_it_is_declared(
    workspace: Workspace, chats: Archive
) -> None:
    before = tables(workspace)
    assert given_away(everything(workspace))
    own(workspace, KEY)
    after = tables(workspace)
    assert given_away(everything(workspace)) == set()
    theirs = before.posts.filter(pl.col("account_key") != KEY)
    open_keys = after.posts.filter(~pl.col("post_key").str.contains("█"))["post_key"]
    assert set(open_keys) == set(theirs["post_key"]) - {f"post:telegram:{ID}/p3"}
    lengths = [sorted(each["text"].str.len_chars()) for each in (after.posts, theirs)]
    assert lengths[0] == lengths[1]
    own(workspace, KEY, is_own=False)
    again = tables(workspace)
    for name in ("posts", "memberships", "accounts", "groups", "details", "signatures"):
        assert getattr(again, name).equals(getattr(before, name)), name


def test_a_chat_that_is_called_by_our_own_id_is_one_under_another_key(
    workspace: Workspace, chats: Archive
) -> None:
    own(workspace, KEY)
    known = tables(workspace)
    (chat,) = known.posts.filter(text="Between us two")["group_key"]
    assert chat.startswith("telegram:group:█")
    assert known.groups.filter(group_key=chat)["platform"].to_list() == ["telegram"]
    assert known.memberships.filter(group_key=chat)["account_key"].to_list() == [
        "telegram:user5550001001"
    ]


def test_places_of_details_stay_right(workspace: Workspace, chats: Archive) -> None:
    own(workspace, KEY)
    known = tables(workspace)
    found = known.details.drop_nulls("start").join(known.posts, on="post_key")
    assert len(found) == 6
    for row in found.iter_rows(named=True):
        assert row["text"][row["start"] : row["end"]] == row["raw"]


def test_a_name_without_an_id_in_the_same_chat_is_out_too(
    workspace: Workspace, chats: Archive
) -> None:
    assert BY_NAME in tables(workspace).accounts["account_key"]
    own(workspace, KEY)
    screen = Screened(workspace).screen
    assert screen is not None
    assert screen.accounts == {KEY, BY_NAME}
    own(workspace, BY_NAME, is_own=False)
    assert BY_NAME in tables(workspace).accounts["account_key"]


def test_the_archive_keeps_everything(workspace: Workspace, chats: Archive) -> None:
    own(workspace, KEY)
    said = {"posts": 0, "accounts": 0}
    for source in chats.sources():
        for table in said:
            rows = chats.records(source.sha256, table).filter(account_key=KEY)
            said[table] += len(rows.collect())
    assert said == {"posts": 2, "accounts": 2}
    assert own_profile(workspace, KEY).posts == 2
    assert Unscreened(workspace).screen is None


def test_a_number_that_changed_is_out_under_both(workspace: Workspace, material: Path) -> None:
    chat = material / "WhatsApp Chat with Finches.txt"
    chat.write_text(WHATSAPP, encoding="utf-8")
    take_in(workspace, chat)
    assert len(tables(workspace).posts) == 4
    own(workspace, "whatsapp:+19075550144")
    known = tables(workspace)
    assert known.posts["text"].to_list() == [
        "Finch for sale",
        "ask +██████████████ or @███████████",
    ]
    assert len(known.accounts) == 1
    own(workspace, "whatsapp:+19075550143", is_own=False)
    assert "is it healthy?" in tables(workspace).posts["text"]


def test_an_empty_handle_names_nobody(workspace: Workspace, material: Path) -> None:
    rows = [post(1, account_id="77001", account_handle="@"), post(2, account_handle="@")]
    take_in(workspace, write_csv(material / "t.csv", rows))
    before = tables(workspace).posts.filter(post_key="post:facebook:p2")
    own(workspace, "facebook:77001")
    assert tables(workspace).posts.equals(before)


def test_details_declared_by_themselves_are_out(workspace: Workspace, material: Path) -> None:
    rows = [
        post(1, text="write to me@cover.example or call (202) 555-0101"),
        post(2, text="write to me@cover.example, please, whenever you like to"),
    ]
    take_in(workspace, write_csv(material / "t.csv", rows))
    assert len(tables(workspace).details) == 3
    own(workspace, "email:me@cover.example")
    known = tables(workspace)
    assert known.details["kind"].to_list() == ["phone"]
    assert "me@cover.example" not in str(known.posts["text"].to_list())
    assert known.posts["text"][0].startswith(f"write to {'█' * len('me@cover.example')} or call")


def test_posts_that_another_source_gives_to_somebody_else_are_out_and_asked_about(
    workspace: Workspace, material: Path
) -> None:
    mine = post(1, account_id="77001", account_name="Cover One", text="the very same post")
    theirs = post(1, account_id="other", text="the very same post", collected_at="2026-04-01")
    take_in(
        workspace,
        write_csv(material / "a.csv", [mine, post(2)]),
        write_csv(
            material / "b.csv", [theirs, post(3, account_id="77002", account_name="Cover One")]
        ),
    )
    own(workspace, "facebook:77001")
    assert tables(workspace).posts["post_key"].to_list() == ["post:facebook:p2", "post:facebook:p3"]
    asked = may_be_own(Archive(workspace))
    assert set(asked) == {"facebook:other", "facebook:77002"}
    assert "gives its posts" in asked["facebook:other"][0]
    assert asked["facebook:77002"] == (
        "it is called as one of your own is",
        str(material / "b.csv"),
    )
    own(workspace, *asked, is_own=False)
    assert may_be_own(Archive(workspace)) == {}


def test_the_names_of_sources_are_hidden(workspace: Workspace, material: Path) -> None:
    chats = take_in(workspace, write_telegram(material / f"{HANDLE}.json"))
    own(workspace, KEY)
    (shown,) = Screened(workspace).sources()
    (kept,) = chats.sources()
    assert shown.path == kept.path.replace(HANDLE, "█" * len(HANDLE))
    assert shown.suggested_own == {}
    assert KEY in kept.suggested_own


def test_unknown_keys_name_the_nearest(workspace: Workspace, chats: Archive) -> None:
    seller = f"telegram:user{next(iter(SELLERS))}"
    found = unknown_keys(workspace, [KEY, "phone:+19075550111", f"{KEY}0", "x:nobody", seller])
    assert list(found) == [f"{KEY}0", "x:nobody"]
    assert found[f"{KEY}0"][0] == KEY
    assert found["x:nobody"] == []


def test_without_an_own_side_the_archive_is_read_as_it_is(
    workspace: Workspace, chats: Archive
) -> None:
    screened = Screened(workspace)
    assert screened.screen is None
    for source in chats.sources():
        read = screened.records(source.sha256, "posts")
        assert read.explain() == chats.records(source.sha256, "posts").explain()
    assert ID in everything(workspace)


READ_AS_IT_IS = {
    "ingest/intake", "ingest/screened", "ingest/own_profile", "app/intake", "app/rebuild",
    "app/commands/own", "app/commands/rebuild", "app/commands/export", "app/commands/demo",
    "app/demo/taking_in", "app/candidate_data", "app/considered", "app/watching",
    "app/collected", "app/picture_bytes", "app/preserving",
    "app/report_standing", "app/weekly/arrivals", "app/weekly/running",
    "app/weekly/showing", "app/weekly/taking", "app/views/post_text", "app/views/ingest_own",
    "app/views/overview_sources", "app/watching_news", "app/review_found", "app/taking/looking",
    "app/commands/withdraw",
}  # fmt: skip
"""What takes in, extracts, counts sources, or deals with our own side; nothing else may."""


def test_nothing_else_reads_the_archive_as_it_is() -> None:
    for path in (*(ROOT / "ingest").rglob("*.py"), *(ROOT / "app").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            if isinstance(called, ast.Name) and called.id in {"Archive", "Unscreened"}:
                assert path.relative_to(ROOT).with_suffix("").as_posix() in READ_AS_IT_IS


def test_snapshots_are_shown_through_the_screen_only() -> None:
    for path in (ROOT / "app").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == "graph.snapshots":
                names = {each.name for each in node.names}
                may = path.stem in {"snapshots", "rebuild", "comparing"}
                assert "read_snapshot" not in names or may
