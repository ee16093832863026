"""The Changes page: a report of a planted world, live, and what is watched."""

from __future__ import annotations

import hashlib
import json
import re
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, expect
from streamlit.testing.v1 import AppTest

from app import words as numbers
from app.commands.caller import open_store
from app.literal import literal, visible
from app.rebuild import make_current
from app.reporting import Asked
from app.reports_kept import KeptReport, hand_out, kept_reports, read_report
from app.words import changes as words
from graph.errors import NotFound, WorkspaceError
from graph.workspace import open_workspace
from ingest.journal import Journal
from ingest.own import declare
from ingest.watches import watches
from tests.app.conftest import Planted
from tests.app.reported import END, NAME, START, report_on, rewritten
from tests.app.small_world import HOSTILE_NAMES
from tests.app.test_pages import links, marked, table, texts

PAGE = "views/changes.py"
WEEK = "2026-W10"
PATIENCE = 60_000


@pytest.fixture(scope="module")
def kept(planted: Planted) -> KeptReport:
    """A report over most of the world's time, and its file as it was written."""
    return report_on(planted.workspace, Asked(None, START, END))


@pytest.fixture
def report(kept: KeptReport) -> Iterator[dict[str, Any]]:
    """What the report says; whatever a test makes of its file is put right afterwards."""
    path = kept.folder / "report.json"
    written = path.read_bytes()
    yield read_report(kept)
    path.write_bytes(written)


def opened(at: AppTest, **asked: str) -> AppTest:
    for name, value in asked.items():
        at.query_params[name] = value
    return at.switch_page(PAGE).run()


def named(at: AppTest, name: str = "M. Other") -> AppTest:
    at.session_state["who"], at.session_state["who_is_known"] = name, True
    return at


def test_without_a_report_it_says_how_one_is_made(planted: Planted, pages: AppTest) -> None:
    at = opened(pages)
    assert not at.exception
    assert words.NO_REPORT_YET in marked(at)
    assert words.NOTHING_WATCHED in marked(at)
    assert at.code[0].value.startswith("spoor report --week 2026-W")
    at.segmented_control(key="which").set_value(words.TWO_DAYS).run()
    assert not at.exception
    assert at.code[0].value.startswith("spoor report --from 2026-")
    at = opened(pages, period=WEEK)
    assert words.none_of(WEEK) in marked(at)
    assert at.code[0].value == f"spoor report --week {WEEK}"


def test_what_matters_comes_first(pages: AppTest, kept: KeptReport, report: dict[str, Any]) -> None:
    at = opened(pages)
    assert not at.exception
    assert at.selectbox(key="period").value == NAME
    said = texts(at)
    assert "has grown by" in report["summary"][0]
    for sentence in report["summary"]:
        assert visible(sentence) in said
    shown = {each.label: each.value for each in at.metric}
    assert shown["Clusters active"] == str(report["figures"]["clusters_active"])
    assert shown[words.FIGURES["posts"]] == str(report["figures"]["posts"])
    assert "Handling: TLP:AMBER <b>x</b>" in said


def test_every_change_has_its_evidence(pages: AppTest, report: dict[str, Any]) -> None:
    at = opened(pages)
    changes = [each for each in report["events"] if each["notable"]]
    formed = next(each for each in changes if each["accounts_added"])
    said = texts(at)
    assert visible(formed["sentence"]) in said
    assert visible("\n".join(f"– {each}" for each in formed["why"])) in said
    assert formed["why"]
    assert f"surprise {formed['surprise']:.1f} bits" in marked(at)
    assert literal(formed["cluster"]) in links(at)
    for key in formed["accounts_added"]:
        assert literal(report["labels"][key]) in links(at)
    pictures = [each.proto.imgs[0].url for each in at.get("image")]
    assert len(pictures) >= 2
    assert all(each.startswith("data:image/svg+xml;base64,") for each in pictures)
    assert numbers.showing(1, min(6, len(changes)), len(changes), "changes") in marked(at)


def test_cited_posts_are_shown_when_asked_for(
    planted: Planted, pages: AppTest, report: dict[str, Any]
) -> None:
    at = opened(pages)
    first = next(each for each in report["events"] if each["notable"] and each["posts"])
    at.toggle(key="posts_of_change_1").set_value(True).run()
    assert not at.exception
    written = {row["post_id"]: row["text"] for row in planted.world.rows}
    shown = texts(at)
    for post in first["posts"]:
        assert written[re.split("[:/]", post)[-1]] in shown


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_hostile_names_are_shown_as_they_stand(pages: AppTest, kept: KeptReport, name: str) -> None:
    at = opened(pages, part=words.ACCOUNTS)
    shown = visible(name)
    bare = [line for line in marked(at).splitlines() if shown in line and literal(name) not in line]
    assert bare == []
    assert all(shown not in each or each == literal(name) for each in links(at))


@pytest.mark.parametrize(
    "part",
    [words.ACCOUNTS, words.SUCCESSORS, words.UNSURE, words.MARKET, words.COVERAGE, words.WATCHES,
     words.NEXT, words.METHOD],
)  # fmt: skip
def test_every_part_opens_by_its_address(
    pages: AppTest, kept: KeptReport, report: dict[str, Any], part: str
) -> None:
    at = opened(pages, period=NAME, part=part)
    assert not at.exception
    assert "cannot be shown just now" not in marked(at)
    said = texts(at) + marked(at)
    if part == words.COVERAGE:
        places = table(at, words.COLUMN_PLACE)
        assert sorted(places[words.COLUMN_KEY]) == sorted(
            visible(each["place"]) for each in report["coverage"]["places"]
        )
    if part == words.METHOD:
        assert report["snapshot"] in set(table(at, words.COLUMN_VALUE)[words.COLUMN_VALUE])
    if part == words.NEXT:
        assert words.PRESERVE in said
        assert words.LOOK in said


def test_account_changes_are_filtered_and_paged(
    pages: AppTest, kept: KeptReport, report: dict[str, Any]
) -> None:
    row = {"kind": "burst", "account": "facebook:10001", "of": None, "cluster": None,
           "value": "12", "at": "2026-05-01T00:00:00+00:00", "score": None, "reasons": [],
           "posts": [], "surprise": 1.0, "notable": False}  # fmt: skip
    events = [row | {"sentence": f"Burst number {nth}."} for nth in range(20)]
    events += [row | {"kind": "back", "sentence": "Somebody is back.", "notable": True}]

    rewritten(kept, lambda told: told.update(account_events=events))
    at = opened(pages, part=words.ACCOUNTS)
    assert "Burst number 14." in texts(at)
    assert "Burst number 15." not in texts(at)
    assert "Showing 1–15 of 21 changes" in marked(at)
    at.multiselect(key="kinds").set_value(["Seen again"]).run()
    assert "Burst number" not in texts(at)
    assert "Somebody is back." in texts(at)
    at.multiselect(key="kinds").set_value(["Burst"])
    at.checkbox(key="notable").set_value(True).run()
    assert words.NONE_FITS in marked(at)


def test_a_cluster_that_is_no_more_is_said_to_be_so(
    pages: AppTest, kept: KeptReport, report: dict[str, Any]
) -> None:
    def rename(told: dict[str, Any]) -> None:
        event = next(each for each in told["events"] if each["notable"])
        event.update(cluster="Cgone0000", to=["Cgone0000"])
        event["from"] = []

    rewritten(kept, rename)
    at = opened(pages)
    assert f"Cgone0000: {words.NOT_NOW}" in texts(at)
    assert "`Cgone0000`" not in links(at)


def test_a_report_of_an_earlier_version_is_shown(
    pages: AppTest, kept: KeptReport, report: dict[str, Any]
) -> None:
    def forget(told: dict[str, Any]) -> None:
        for name in ("sellers", "listings", "unsure", "group_events"):
            del told[name]

    rewritten(kept, forget)
    at = opened(pages, part=words.MARKET)
    assert not at.exception
    assert words.NO_MARKET in marked(at)


def test_a_report_that_cannot_be_read_is_one_sentence(
    pages: AppTest, kept: KeptReport, report: dict[str, Any]
) -> None:
    (kept.folder / "report.json").write_text("{", encoding="utf-8")
    at = opened(pages)
    assert not at.exception
    assert "the report cannot be read; make it again" in texts(at)


def test_what_a_report_was_made_from_is_compared_with_what_there_is(
    planted: Planted, pages: AppTest, kept: KeptReport, report: dict[str, Any]
) -> None:
    def warned(at: AppTest) -> str:
        assert not at.exception
        return "\n".join(str(each.value) for each in (*at.warning, *at.info))

    assert warned(opened(pages)) == ""
    settings = planted.workspace.settings_file
    before = settings.read_text(encoding="utf-8")
    settings.write_text(before.replace("seed = 1", "seed = 2"), encoding="utf-8")
    try:
        assert words.older_settings(["seed"]) in warned(opened(pages))
    finally:
        settings.write_text(before, encoding="utf-8")
    about = planted.workspace.snapshots / report["snapshot"] / "snapshot.json"
    told = json.loads(about.read_text(encoding="utf-8"))
    about.write_text(json.dumps(told | {"material": "other"}), encoding="utf-8")
    rewritten(kept, lambda it: it.update(made_at="2020-01-01T00:00:00+00:00"))
    try:
        said = warned(opened(pages))
    finally:
        about.write_text(json.dumps(told), encoding="utf-8")
    assert words.newer_material(1) in said


def test_copies_are_noted_in_the_journal(
    planted: Planted, pages: AppTest, kept: KeptReport
) -> None:
    at = opened(pages)
    assert words.SAY_WHO_FIRST in marked(at)
    assert kept.files() == ["report.pdf", "report.html", "report.json", "preserve-now.csv"]
    content = hand_out(planted.workspace, kept, "report.json", "M. Other")
    assert content == (kept.folder / "report.json").read_bytes()
    entry = Journal(planted.workspace).entries("export")[-1]
    assert (entry["by"], entry["output"]) == ("M. Other", f"{NAME}/report.json")
    assert entry["sha256"] == hashlib.sha256(content).hexdigest()
    with pytest.raises(NotFound, match="no such file"):
        hand_out(planted.workspace, kept, "../../spoor.toml", "M. Other")


def test_watches_are_added_and_stopped_by_a_named_person(
    planted: Planted, pages: AppTest, kept: KeptReport
) -> None:
    at = opened(pages, part=words.WATCHES)
    assert words.NO_HITS in marked(at)
    assert words.NO_NEWER in marked(at)
    add = next(each for each in at.button if each.label == words.ADD_WATCH)
    assert add.disabled
    at = opened(named(pages), part=words.WATCHES)
    at.selectbox(key="watch_kind").set_value("Words")
    at.text_input(key="watch_value").set_value(HOSTILE_NAMES[2])
    at.text_input(key="watch_why").set_value("a tip")
    next(each for each in at.button if each.label == words.ADD_WATCH).click().run()
    assert not at.exception
    (watched,) = watches(planted.workspace)
    assert (watched.kind, watched.value) == ("term", HOSTILE_NAMES[2])
    assert (watched.by, watched.why) == ("M. Other", "a tip")
    assert visible(HOSTILE_NAMES[2]) in texts(at)
    assert table(at, words.COLUMN_WATCHED)[words.COLUMN_WATCHED].tolist() == [HOSTILE_NAMES[2]]
    at.selectbox(key="watch_stopped").set_value(at.selectbox(key="watch_stopped").options[0])
    next(each for each in at.button if each.label == words.STOP_WATCH).click().run()
    assert not at.exception
    assert watches(planted.workspace) == []


def test_a_watch_that_is_none_says_so(planted: Planted, pages: AppTest, kept: KeptReport) -> None:
    at = opened(named(pages), part=words.WATCHES)
    at.selectbox(key="watch_kind").set_value("Cluster")
    at.text_input(key="watch_value").set_value("Cnone")
    next(each for each in at.button if each.label == words.ADD_WATCH).click().run()
    assert not at.exception
    assert "Cnone" in texts(at)
    assert watches(planted.workspace) == []


def test_kept_reports_are_those_of_the_latest_day_first(tmp_path: Path) -> None:
    workspace = open_workspace(tmp_path / "workspace")
    for name in ("2026-W10", "2026-W46", "2026-11-01--2026-11-15", "notes", "2026-W99"):
        folder = workspace.root / "reports" / name
        folder.mkdir(parents=True)
        (folder / "report.json").write_text("{", encoding="utf-8")
    (workspace.root / "reports" / "2026-W47").mkdir()
    found = kept_reports(workspace)
    assert [each.name for each in found] == ["2026-W46", "2026-11-01--2026-11-15", "2026-W10"]
    with pytest.raises(WorkspaceError, match="--week 2026-W46"):
        read_report(found[0])


def test_a_neo4j_that_is_gone_is_one_sentence(
    planted: Planted, pages: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        monkeypatch.setenv("NEO4J_URI", f"bolt://127.0.0.1:{nobody.getsockname()[1]}")
        at = opened(pages)
    assert not at.exception
    assert "cannot be shown just now" in marked(at)


def test_in_a_browser_a_report_is_read_and_taken_along(
    planted: Planted, kept: KeptReport, site: str, context: BrowserContext
) -> None:
    page = context.new_page()
    page.goto(f"{site}/changes?period={NAME}")
    expect(page.get_by_alt_text(words.PICTURE).first).to_be_visible(timeout=PATIENCE)
    assert page.get_by_alt_text(words.PICTURE).first.evaluate("each => each.naturalWidth") > 500
    page.get_by_role("button", name="That is me").click()
    page.get_by_role("button", name="JSON", exact=True).wait_for()
    before = len(Journal(planted.workspace).entries("export"))
    with page.expect_download() as taken:
        page.get_by_role("button", name="JSON", exact=True).click()
    assert taken.value.suggested_filename == f"{NAME}-report.json"
    assert Path(taken.value.path()).read_bytes() == (kept.folder / "report.json").read_bytes()
    assert len(Journal(planted.workspace).entries("export")) == before + 1
    page.get_by_text(words.ACCOUNTS, exact=True).click()
    page.wait_for_url("**part=Accounts**")
    assert page.title() != "owned"


def test_a_report_that_names_our_own_side_is_not_shown(
    planted: Planted, pages: AppTest, kept: KeptReport, report: dict[str, Any]
) -> None:
    rewritten(kept, lambda told: told.update(made_at="2020-01-01T00:00:00+00:00"))
    account = planted.world.planted["ring"][0]
    assert account in (kept.folder / "report.json").read_text(encoding="utf-8")
    with planted.workspace.writer():
        declare(planted.workspace, [account], own=True, why="a cover account", who="A. Tester")
        make_current(planted.workspace, who="A. Tester", open_store=open_store)
    at = opened(pages)
    assert not at.exception
    assert words.OWN_SIDE in marked(at)
    assert account not in texts(at)
    assert report["labels"][account] not in texts(at) + "".join(links(at))
    assert at.get("download_button") == []
