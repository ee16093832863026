"""A post's page in a real Chromium: collected text stays text, right-to-left text runs so."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, expect

from app.translating import translate
from graph.server.connection import Connection
from graph.store import GraphStore
from tests.app.conftest import Planted
from tests.app.small_world import HOSTILE_NAMES, HOSTILE_TEXT
from tests.app.test_journeys import nothing_ran, open_page, settle

pytestmark = pytest.mark.browser
expect.set_options(timeout=60_000)
ARABIC = "للبيع طيور نادرة"


def test_from_an_account_to_a_post_of_code(
    context: BrowserContext, planted: Planted, site: str, neo4j_connection: Connection
) -> None:
    number = next(
        row["post_id"] for row in planted.world.rows if row["account_name"] == HOSTILE_NAMES[0]
    )
    with planted.workspace.writer(), GraphStore(neo4j_connection) as store:
        translate(planted.workspace, store, f"post:facebook:{number}", "ar", ARABIC, tool=None,
                  who="ana")  # fmt: skip
    key = planted.world.planted["hostile"][0]
    page = open_page(context, f"{site}/account?account={key}&view=Posts")
    page.get_by_role("link", name="Open this post").first.click()
    expect(page.get_by_role("heading", name="Post", level=1)).to_be_visible()
    settle(page)
    text = page.locator(".spoor-marked")
    expect(text).to_contain_text(HOSTILE_TEXT)
    expect(text.locator("mark[data-as='contact']").first).to_be_visible()
    translation = page.get_by_test_id("stText").filter(has_text=ARABIC)
    expect(translation).to_be_visible()
    width, left_over, whole = translation.evaluate(
        """e => {
          const range = document.createRange();
          range.selectNodeContents(document.createTreeWalker(e, NodeFilter.SHOW_TEXT).nextNode());
          const [of, around] = [range.getBoundingClientRect(), e.getBoundingClientRect()];
          return [of.right - of.left, around.right - of.right, around.width];
        }"""
    )
    assert left_over < 4 < whole - width
    assert text.bounding_box()["x"] < translation.bounding_box()["x"]  # type: ignore[index]
    main = page.get_by_test_id("stMain")
    assert main.evaluate("m => m.scrollWidth <= m.clientWidth")
    nothing_ran(page, site)
