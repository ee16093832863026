"""Ten candidates reviewed by keyboard alone in a real Chromium; the journal and detection obey."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from app.candidate_data import list_candidates
from app.commands.caller import open_store
from app.detection import detect_networks
from app.review_found import find_questions
from graph.judged import CANDIDATE
from graph.settings import read_settings
from ingest.journal import Journal
from ingest.judgements import judgements
from tests.app.conftest import Planted
from tests.app.loading import load_world
from tests.app.review_world import PAIRS, review_world
from tests.app.test_journeys import settle

pytestmark = pytest.mark.browser
PAUSE_MS = 1_200
STARTING_MS = 240_000
KEYS = "axsxuxaaxa"
"""Accept, reject, skip, reject, undo, reject, accept, accept, reject, accept."""


@pytest.fixture(scope="module")
def planted(pages_environment: Path) -> Planted:
    world = review_world()
    made = Planted(world, *load_world(pages_environment, world))
    find_questions(made.workspace, CANDIDATE, made.detection.snapshot)
    return made


def say_who(page: Page, name: str) -> None:
    """Answer who is working, by keyboard."""
    field = page.get_by_label("Who is working?")
    for _ in range(80):
        if field.evaluate("e => e === document.activeElement"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Control+A")
    page.keyboard.type(name)
    page.keyboard.press("Enter")
    expect(page.get_by_text("Working here")).to_be_visible()
    settle(page)


def pair(page: Page) -> tuple[str, str]:
    """The pair that the address names, once both of its sides are shown."""
    page.wait_for_url(re.compile(r"[?&]a="))
    named = parse_qs(urlsplit(page.url).query)
    keys = page.locator(".st-key-pair code").filter(has_text=re.compile(r"^\w+:p\d+$"))
    for nth, name in enumerate(("a", "b")):
        expect(keys.nth(nth)).to_have_text(named[name][0])
    settle(page)
    return named["a"][0], named["b"][0]


def press(page: Page, key: str) -> tuple[str, str]:
    """Press a key, wait until another pair is named, and give the pair before it."""
    before, address = pair(page), page.url
    page.wait_for_timeout(PAUSE_MS)
    page.keyboard.press(key)
    page.wait_for_function("before => location.href !== before", arg=address)
    return before


def test_ten_candidates_are_reviewed_by_keyboard_alone(
    context: BrowserContext, planted: Planted, site: str
) -> None:
    page = context.new_page()
    page.goto(f"{site}/candidates")
    expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=STARTING_MS)
    settle(page)
    expect(page.get_by_text(f"1 of {PAIRS} to decide")).to_be_visible()
    say_who(page, "B. Judge")
    answers = [(key, press(page, key)) for key in KEYS]
    undone = answers.index(("u", answers[4][1]))
    expected = {
        shown: {"a": "confirm", "x": "reject"}[key]
        for nth, (key, shown) in enumerate(answers)
        if key in "ax" and nth != undone - 1
    }
    found = judgements(planted.workspace, CANDIDATE)
    assert {subject: each.verdict for subject, each in found.items()} == expected
    assert len(expected) == 7 and {each.by for each in found.values()} == {"B. Judge"}
    entries = [each["verdict"] for each in Journal(planted.workspace).entries("judge")]
    assert entries == ["confirm", "reject", "reject", "withdraw", "reject", "confirm",
                       "confirm", "reject", "confirm"]  # fmt: skip
    expect(page.get_by_text(f"{PAIRS - 8} to decide", exact=False).first).to_be_visible()
    skipped = answers[2][1]
    assert skipped not in expected

    statuses = {tuple(row["accounts"]): row["status"]
                for row in list_candidates(planted.workspace, None).rows}  # fmt: skip
    assert {key: value for key, value in statuses.items() if value != "open"} == {
        key: {"confirm": "confirmed", "reject": "rejected"}[value]
        for key, value in expected.items()
    }
    seen = detect_networks(
        planted.workspace, read_settings(planted.workspace), as_of=None, who="A. Tester",
        open_store=open_store,
    )  # fmt: skip
    tied = {(row["account_a"], row["account_b"]) for row in seen.ties.to_dicts()}
    assert {key for key, value in expected.items() if value == "confirm"} <= tied

    find_questions(planted.workspace, CANDIDATE, seen.snapshot)
    press(page, "n")
    first = pair(page)
    page.wait_for_timeout(PAUSE_MS)
    before = len(Journal(planted.workspace).entries("judge"))
    field = page.get_by_label("Reason")
    for _ in range(80):
        if field.evaluate("e => e === document.activeElement"):
            break
        page.keyboard.press("Tab")
    page.keyboard.type("xasun is a cousin")
    assert len(Journal(planted.workspace).entries("judge")) == before
    assert pair(page) == first
    page.keyboard.press("Tab")
    settle(page)
    page.wait_for_timeout(PAUSE_MS)
    address = page.url
    for _ in range(6):
        page.keyboard.press("x")
    page.wait_for_function("before => location.href !== before", arg=address)
    assert pair(page) != first
    page.wait_for_timeout(PAUSE_MS)
    settle(page)
    said = Journal(planted.workspace).entries("judge")[before:]
    assert [(each["verdict"], each.get("why"), tuple(each["keys"])) for each in said] == [
        ("reject", "xasun is a cousin", first)
    ]
