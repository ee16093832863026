"""Two people at every page at once, and a server that is started anew under both: in Chromium."""

from __future__ import annotations

import re
import socket

import pytest
from playwright.sync_api import Browser, Page, expect

from app.streamlit_flags import ADDRESS
from tests.app.conftest import SECONDS, Planted
from tests.app.router import router_pages
from tests.app.test_ingest_journey import serve

pytestmark = pytest.mark.browser
WRONG = re.compile("cannot be shown just now|Traceback|Error:")


def look(pages: list[Page]) -> None:
    """See that each shows its page, and nothing that went wrong."""
    for page in pages:
        expect(page.get_by_role("heading", level=1).first).to_be_visible()
        expect(page.get_by_test_id("stStatusWidget")).to_have_count(0)
        expect(page.get_by_test_id("stException")).to_have_count(0)
        assert not WRONG.search(page.get_by_test_id("stMain").inner_text())


def test_two_people_at_every_page_and_a_server_that_is_started_anew(
    browser: Browser, planted: Planted
) -> None:
    with socket.socket() as trial:
        trial.bind((ADDRESS, 0))
        port = trial.getsockname()[1]
    address, process = f"http://{ADDRESS}:{port}", serve(port)
    contexts = [browser.new_context(viewport={"width": 1280, "height": 900}) for _ in range(2)]
    try:
        people = [each.new_page() for each in contexts]
        for person in people:
            person.set_default_timeout(SECONDS * 1000)
        names = router_pages()
        for one, other in zip(names, reversed(names), strict=True):
            for person, name in zip(people, (one, other), strict=True):
                person.goto(f"{address}/{name}", wait_until="commit")
            look(people)
        process.terminate()
        process.wait(SECONDS)
        process = serve(port)
        for person in people:
            person.goto(f"{address}/cluster?cluster={planted.cluster('ring')}")
        look(people)
    finally:
        for each in contexts:
            each.close()
        process.terminate()
        process.wait(SECONDS)
