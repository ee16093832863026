"""What a person does, in a real Chromium."""

from __future__ import annotations

import http.client
import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from app import elements
from app.literal import shortened, visible
from tests.app.clicking import click_colour
from tests.app.conftest import Planted
from tests.app.small_world import HOSTILE_NAMES, HOSTILE_TEXT

pytestmark = pytest.mark.browser
expect.set_options(timeout=60_000)
FIRST_BUTTON = {"x": 30, "y": 52}
"""Where the first row of a table begins, below its heading."""


def open_page(context: BrowserContext, address: str) -> Page:
    """Open a page and wait until its script has run."""
    page = context.new_page()
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    settle(page)
    return page


def settle(page: Page) -> None:
    """Wait until no script is running."""
    expect(page.get_by_test_id("stStatusWidget")).to_have_count(0)


def picture(page: Page) -> Locator:
    """The drawn network, once it is there."""
    drawn = page.locator("canvas.sigma-mouse")
    expect(drawn).to_be_visible()
    return drawn


def test_from_overview_to_why(context: BrowserContext, planted: Planted, site: str) -> None:
    ring = planted.cluster("ring")
    page = open_page(context, site)
    page.get_by_role("link", name="Clusters", exact=True).click()
    expect(page.get_by_role("heading", name="Clusters", level=1)).to_be_visible()
    page.get_by_label("Accounts, at least").fill("6")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Showing 1 cluster that fits, of 4 in all", exact=True)).to_be_visible()
    assert "size=6" in page.url
    page.get_by_role("link", name=ring).click()
    expect(page.get_by_role("heading", name=f"Cluster {ring}")).to_be_visible()
    assert f"cluster={ring}" in page.url
    picture(page)
    expect(page.get_by_text("Both posted nearly the same text").first).to_be_visible()
    page.get_by_text(re.compile(r"^Posts that show it")).first.click()
    expect(page.get_by_text(re.compile(r"row \d+")).first).to_be_visible()


def test_an_address_reproduces_its_view(
    context: BrowserContext, planted: Planted, site: str
) -> None:
    ring = planted.cluster("ring")
    page = open_page(context, f"{site}/cluster?cluster={ring}&part=Posts")
    expect(page.get_by_text("Showing 1–10 of 12 posts")).to_be_visible()
    page = open_page(context, f"{site}/clusters?words=fernhill")
    expect(page.get_by_label("Name, handle or id")).to_have_value("fernhill")
    expect(page.get_by_text("Showing 1 cluster that fits, of 4 in all", exact=True)).to_be_visible()


def test_from_overview_to_an_account_and_why_it_is_tied(
    context: BrowserContext, planted: Planted, site: str
) -> None:
    ring = planted.cluster("ring")
    page = open_page(context, site)
    page.get_by_role("link", name=ring).click()
    expect(page.get_by_role("heading", name=f"Cluster {ring}")).to_be_visible()
    page.get_by_text("Accounts", exact=True).click()
    expect(page.get_by_text("Showing all 6 accounts, those with most ties")).to_be_visible()
    members = page.get_by_test_id("stDataFrame").filter(has_text="Stability")
    members.click(position=FIRST_BUTTON)
    title = page.get_by_role("heading", name=re.compile("^Account "))
    expect(title).to_be_visible()
    expect(page).to_have_url(re.compile(r"/account\?account=\w+%3A\w+$"))
    first, address = title.inner_text(), page.url
    expect(page.get_by_text("Both posted nearly the same text").first).to_be_visible()
    page.locator('[class*="st-key-tie"]').first.get_by_role("link").click()
    expect(title).not_to_have_text(first)
    page.get_by_text("Posts", exact=True).click()
    expect(page.get_by_text("Showing all 2 posts")).to_be_visible()
    expect(title).not_to_have_text(first)
    assert address not in page.url
    page.go_back()
    expect(title).to_have_text(first)


def test_clicking_an_account_shows_why_it_is_tied(
    context: BrowserContext, planted: Planted, site: str
) -> None:
    page = open_page(context, f"{site}/cluster?cluster={planted.cluster('ring')}")
    second = page.get_by_test_id("stSelectbox").nth(1)
    name, telegram = second.locator("input"), re.compile(r"\(telegram:user\d+\)$")
    expect(name).to_have_value("")
    click_colour(picture(page), elements.COLOURS["telegram"], name, telegram)
    panel = page.get_by_test_id("stColumn").filter(has=second).last
    expect(panel.get_by_text("Both publish the phone number")).to_be_visible()
    second.get_by_label("Clear value").click()
    expect(name).to_have_value("")
    click_colour(picture(page), elements.COLOURS["telegram"], name, telegram)


def test_the_picture_is_drawn_once(context: BrowserContext, planted: Planted, site: str) -> None:
    context.add_init_script("""
      const attach = Element.prototype.attachShadow;
      window.drawn = 0;
      Element.prototype.attachShadow = function (options) {
        const root = attach.call(this, options);
        new MutationObserver((changes) => {
          const added = changes.flatMap((change) => [...change.addedNodes]);
          window.drawn += added.filter((each) => each.matches?.("canvas.sigma-mouse")).length;
        }).observe(root, { subtree: true, childList: true });
        return root;
      };""")
    page = open_page(context, f"{site}/cluster?cluster={planted.cluster('ring')}")
    picture(page)
    page.wait_for_timeout(1_000)
    assert page.evaluate("window.drawn") == 1


def test_clicking_a_line_shows_why_it_is_there(
    context: BrowserContext, planted: Planted, site: str
) -> None:
    page = open_page(context, f"{site}/cluster?cluster={planted.cluster('chain')}")
    name = page.get_by_test_id("stSelectbox").nth(1).locator("input")
    click_colour(picture(page), elements.BRIDGE_COLOUR, name, re.compile(r"\(facebook:\d+\)$"))
    expect(page.get_by_text("not tied to each other")).to_have_count(0)


def settled(page: Page, text: str, *, times: int) -> str:
    """What the page says once it says a text often enough, or after some seconds."""
    said = ""
    for _ in range(100):
        said = page.get_by_test_id("stMain").inner_text().replace("\u2060", "")
        if said.count(text) >= times:
            break
        page.wait_for_timeout(200)
    return said


def test_hostile_names_are_shown_as_they_stand(
    context: BrowserContext, planted: Planted, site: str
) -> None:
    page = open_page(context, f"{site}/cluster?cluster={planted.cluster('hostile')}")
    picture(page)
    expect(page.get_by_role("heading", name="Export", exact=True)).to_be_visible()
    settle(page)
    said = page.get_by_test_id("stMain").inner_text().replace("\u2060", "")
    for name in HOSTILE_NAMES:
        assert visible(name) in said
    parts = page.get_by_role("radiogroup", name="Evidence")
    parts.get_by_text("Posts", exact=True).click()
    expect(page.get_by_text("Showing all 5 posts")).to_be_visible()
    said = settled(page, HOSTILE_TEXT, times=5)
    assert said.count(HOSTILE_TEXT) == 5
    assert "<i>group</i> [g](http://evil.example)" in said
    assert "week 6<br> [a](http:evil).csv" in said
    nothing_ran(page, site)
    for key, name in zip(planted.world.planted["hostile"], HOSTILE_NAMES, strict=True):
        page.goto(f"{site}/account?account={key}&view=Posts")
        expect(page.get_by_role("heading", level=1)).to_contain_text(visible(name)[:12])
        assert HOSTILE_TEXT in settled(page, HOSTILE_TEXT, times=1)
        nothing_ran(page, site)
    page.goto(f"{site}/clusters")
    expect(page.get_by_text("Showing all 4 clusters")).to_be_visible()
    expect(page.get_by_text(shortened(HOSTILE_NAMES[0], 24))).to_be_visible()
    nothing_ran(page, site)


def nothing_ran(page: Page, site: str) -> None:
    """No collected text became an element, a link or a script."""
    assert "owned" not in page.title()
    main = page.get_by_test_id("stMain")
    assert main.locator("script, img[src='x'], i:text('group'), b, .katex").count() == 0
    for link in main.locator("a").all():
        assert (link.evaluate("a => a.href")).startswith(site)


def test_no_foreign_host_is_asked_for_anything(
    context: BrowserContext, planted: Planted, site: str
) -> None:
    own = urlsplit(site).netloc
    asked: set[str] = set()
    context.on("request", lambda request: asked.add(request.url))
    context.on("page", lambda page: page.on("websocket", lambda socket: asked.add(socket.url)))
    page = open_page(context, site)
    hostile = planted.world.planted["hostile"][0]
    paths = ("clusters", "cluster", f"account?account={hostile}&view=Posts",
             f"cluster?cluster={planted.cluster('hostile')}")  # fmt: skip
    for path in paths:
        page.goto(f"{site}/{path}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        settle(page)
    picture(page)
    assert any(url.startswith("ws://") for url in asked)
    foreign = {url for url in asked if urlsplit(url).scheme not in {"data", "blob"}
               and urlsplit(url).netloc != own}  # fmt: skip
    assert not foreign


@pytest.mark.parametrize(
    "path",
    ["", "clusters", "cluster?cluster={ring}", "account?find=corner", "account?account={one}"],
)
def test_pages_fit_1280_pixels(
    context: BrowserContext, planted: Planted, site: str, path: str
) -> None:
    asked = path.format(ring=planted.cluster("ring"), one=planted.members("ring")[0])
    page = open_page(context, f"{site}/{asked}")
    if "ring" in path:
        picture(page)
    main = page.get_by_test_id("stMain")
    assert main.evaluate("m => m.scrollWidth <= m.clientWidth")
    small = main.evaluate(
        """m => [...m.querySelectorAll('p, [data-testid=stText], a, button, label')]
        .filter(e => e.innerText && parseFloat(getComputedStyle(e).fontSize) < 11.5)
        .map(e => e.innerText)"""
    )
    assert small == []


def test_a_page_of_another_host_cannot_connect(site: str) -> None:
    asked = http.client.HTTPConnection(urlsplit(site).netloc, timeout=10)
    asked.request("GET", "/_stcore/stream", headers={
        "Connection": "Upgrade", "Upgrade": "websocket", "Host": "evil.example",
        "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
        "Origin": "http://evil.example",
    })  # fmt: skip
    assert asked.getresponse().status == 403
