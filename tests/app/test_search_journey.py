"""Searching, in a real Chromium."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from app.literal import visible
from tests.app.conftest import Planted
from tests.app.small_world import HOSTILE_NAMES
from tests.app.test_journeys import nothing_ran, open_page
from tests.app.test_search_page import FULL_WIDTH, ring_number

pytestmark = pytest.mark.browser
BOX = "Name, handle, number, words, species or id"


def search(page: Page, text: str) -> None:
    """Type into the box, as a person does."""
    page.get_by_label(BOX).fill(text)
    page.keyboard.press("Enter")


def test_a_number_written_five_ways_is_the_same(
    context: BrowserContext, planted: Planted, site: str
) -> None:
    digits = ring_number(planted)
    area, middle, last = digits[:3], digits[3:6], digits[6:]
    page = open_page(context, f"{site}/search")
    number = page.get_by_role("link", name=f"+1{digits}")
    for writing in (
        f"({area}) {middle}-{last}",
        f"+1 {area} {middle} {last}",
        f"https://wa.me/1{digits}",
        digits.translate(FULL_WIDTH),
        f"{area} dash {middle} dash {last}",
    ):
        search(page, "nothing of this name")
        expect(page.get_by_role("heading", name="Nothing fits")).to_be_visible()
        search(page, writing)
        expect(number.first).to_be_visible()
        expect(page.get_by_text("Showing 1–5 of 6 accounts")).to_be_visible()
        expect(page.get_by_text(f"it publishes the phone number +1{digits}")).to_have_count(5)
    page.get_by_role("button", name="All 6 accounts").click()
    expect(page.get_by_text("Showing all 6 accounts")).to_be_visible()
    assert "kind=account" in page.url
    page.get_by_role("link", name=re.compile("^C[0-9a-f]{8}$")).first.click()
    expect(page.get_by_role("heading", name=f"Cluster {planted.cluster('ring')}")).to_be_visible()


def test_the_address_reproduces_facets(
    context: BrowserContext, planted: Planted, site: str
) -> None:
    rows = [row for row in planted.world.rows if "siskin" in row["text"].lower()]
    there = [row for row in rows if row["platform"] == "facebook"]
    page = open_page(context, f"{site}/search")
    search(page, "siskin")
    page.get_by_role("button", name=f"Posts · {len(rows)}").or_(
        page.get_by_role("radio", name=f"Posts · {len(rows)}")
    ).click()
    expect(page.get_by_text(f"Showing all {len(rows)} posts")).to_be_visible()
    page.get_by_text(f"Facebook · {len(there)}").click()
    expect(page.get_by_text(f"Showing all {len(there)} posts")).to_be_visible()
    expect(page).to_have_url(re.compile("q=siskin"))
    expect(page).to_have_url(re.compile("kind=post"))
    expect(page).to_have_url(re.compile("platform=facebook"))
    again = open_page(context, page.url)
    expect(again.get_by_label(BOX)).to_have_value("siskin")
    expect(again.get_by_text(f"Showing all {len(there)} posts")).to_be_visible()


def test_typos_are_forgiven_and_hostile_names_stay_text(
    context: BrowserContext, planted: Planted, site: str
) -> None:
    page = open_page(context, f"{site}/search?q=fernhlil")
    expect(page.get_by_text("near: its name or handle is").first).to_be_visible()
    expect(page.get_by_role("link", name="Fernhill Pets North")).to_be_visible()
    page = open_page(context, f"{site}/search?q=evil.example")
    expect(page.get_by_text("Found because its text has")).to_have_count(5)
    said = page.get_by_test_id("stMain").inner_text().replace("\u2060", "")
    assert visible(HOSTILE_NAMES[2])[:12] in said
    assert "[click](http://evil.example/a)" in said
    nothing_ran(page, site)
    page = open_page(context, f"{site}/search?q={quote(HOSTILE_NAMES[0])}")
    expect(page.get_by_text("its name or handle is “<script>").first).to_be_visible()
    nothing_ran(page, site)
    assert planted.world.rows
