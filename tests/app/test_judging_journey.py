"""A person rejects a tie in a real Chromium; the next detection obeys, until it is taken back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from app.commands.caller import open_store
from app.detection import detect_networks
from graph.settings import read_settings
from tests.app.conftest import Planted
from tests.app.test_journeys import open_page, settle

pytestmark = pytest.mark.browser
REASON = "one bought from the other, said both"


def say_who(page: Page, name: str) -> None:
    """Answer who is working."""
    page.get_by_label("Who is working?").fill(name)
    page.get_by_role("button", name="That is me").click()
    expect(page.get_by_text("Working here")).to_be_visible()
    settle(page)


def judge_tie(page: Page, option: re.Pattern[str], answer: str) -> None:
    """Judge a tie on the cluster's page."""
    page.get_by_text("A tie", exact=True).click()
    settle(page)
    expect(page.get_by_label("Which tie", exact=True)).to_be_visible()
    expect(page.get_by_label("Why", exact=True)).to_have_count(1)
    page.get_by_label("Which tie", exact=True).click()
    page.get_by_role("option", name=option).click()
    page.get_by_label("Why", exact=True).fill(REASON)
    page.get_by_role("button", name=answer, exact=True).click()
    expect(page.get_by_text("Noted; the next detection obeys it.")).to_be_visible()


def detect(planted: Planted) -> None:
    """Detect again."""
    detect_networks(
        planted.workspace, read_settings(planted.workspace), as_of=None, who="A. Tester",
        open_store=open_store,
    )  # fmt: skip


def test_a_tie_rejected_on_the_page_is_gone_after_the_next_detection(
    context: BrowserContext, planted: Planted, site: str
) -> None:
    chain = planted.world.planted["chain"]
    address = f"{site}/cluster?cluster={planted.cluster('chain')}"
    page = open_page(context, address)
    expect(page.get_by_text("5 accounts").first).to_be_visible()
    expect(page.get_by_role("button", name="Reject", exact=True)).to_be_disabled()
    say_who(page, "B. Judge")
    tie = re.compile(rf"{re.escape(chain[0])}\).*{re.escape(chain[1])}\)")
    judge_tie(page, tie, "Reject")
    expect(page.get_by_text(re.compile(": rejected.$")).first).to_be_visible()

    detect(planted)
    rest = planted.world.planted["chain"][1]
    page = open_page(context, f"{site}/account?account={rest}")
    page.get_by_role("link", name=re.compile("^C[0-9a-f]{8}$")).first.click()
    expect(page.get_by_role("heading", name=re.compile("^Cluster C"))).to_be_visible()
    expect(page.get_by_text("4 accounts").first).to_be_visible()
    expect(page.get_by_text("5 accounts")).to_have_count(0)
    say_who(page, "B. Judge")
    judge_tie(page, re.compile("no tie now$"), "Take back")

    detect(planted)
    page = open_page(context, address)
    expect(page.get_by_text("5 accounts").first).to_be_visible()
