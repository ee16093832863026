"""What the page calls things, and in which of its sections it says what."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import html as lxml_html

from app.literal import visible
from app.report import words
from app.report.html import html_of
from tests.app.report.sample import empty_report, full_report
from tests.app.report.sample_changes import FOUND, UNCHANGED
from tests.app.report.sample_networks import MERGED, NEW


@pytest.fixture(scope="module")
def tree() -> Any:
    return lxml_html.document_fromstring(html_of(full_report()))


def squeezed(text: str) -> str:
    return " ".join(visible(text).split())


def text_of(tree: Any) -> str:
    return squeezed(" ".join(tree.body.itertext()))


def test_clusters_that_go_on_are_counted_and_not_listed(tree: Any) -> None:
    text = text_of(tree)
    assert "3 further clusters go on unchanged." in text
    assert not any(name in text for name in UNCHANGED)
    report = empty_report()
    report["events"] = [each for each in full_report()["events"] if each["cluster"] in UNCHANGED]
    quiet = text_of(lxml_html.document_fromstring(html_of(report)))
    assert words.EMPTY["changes"] in quiet
    assert "3 clusters go on unchanged." in quiet


def test_what_new_coverage_shows_has_a_section_of_its_own(tree: Any) -> None:
    section = tree.xpath("//section[@class='found']")[0]
    text = squeezed(section.text_content())
    assert FOUND in text
    assert "Seller 7007" in text
    assert "Found through new coverage (no growth)" in text
    others = tree.xpath("//section[@class='others' or @class='changes']")
    assert not any(FOUND in other.text_content() for other in others)


def test_what_is_reported_on_are_clusters(tree: Any) -> None:
    text = text_of(tree).replace(words.KICKER, "")
    assert "network" not in text.lower()


def test_things_are_named_as_people_do(tree: Any) -> None:
    rows = {squeezed(row.findtext("dt")): squeezed(row.find("dd").text_content())
            for row in tree.xpath("//section[@class='accounts']//dl/div")}  # fmt: skip
    assert rows["E-mail address"] == "birds@example.org email:birds@example.org"
    assert rows["Phone number"] == "+1 202 555 0143 phone:+12025550143"
    assert rows["Species"] == "Southeast Asian box turtle taxon:Cuora amboinensis"
    assert rows["Role"] == "supplier?"
    keys = tree.xpath("//section[@class='accounts']//dd/code/text()")
    assert "email:birds@example.org" in keys
    where = tree.xpath("//section[@class='next']//td[1]/bdi/text()")
    assert "Telegram handle @niao_88" in where


def test_a_watch_may_be_hit_without_a_post() -> None:
    report = full_report()
    report["watch_hits"] = [
        {**report["watch_hits"][0], "post": None, "text": None, "at": None, "account": None}
    ]
    tree = lxml_html.document_fromstring(html_of(report))
    cells = tree.xpath("//section[@class='watches']//tbody/tr/td")
    assert [cell.text_content().strip() for cell in cells[2:]] == ["", "unknown", ""]
    assert not cells[3].xpath("code")


def test_accounts_have_numbers_only_where_their_picture_does(tree: Any) -> None:
    heads = {table.xpath("string(caption/code)"): table.xpath("thead//th/text()")
             for table in tree.xpath("//section[@class='members']//table")}  # fmt: skip
    assert heads[MERGED][0] == "No."
    assert "No." not in heads[NEW]


def test_addresses_may_break_after_their_parts_and_are_copied_whole(tree: Any) -> None:
    url = full_report()["preserve_now"][0]["url"]
    cell = tree.xpath("//section[@class='preserve']//td[1]/bdi")[0]
    assert cell.text_content() == url
    assert len(list(cell.iter("wbr"))) == url.count("/")
