"""The report's page: everything is said, nothing said becomes markup, nothing is fetched."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from typing import Any

import pytest
from jinja2 import UndefinedError
from lxml import html as lxml_html
from playwright.sync_api import BrowserContext

from app.literal import visible
from app.report import words
from app.report.html import html_of, write_html
from app.report.sections import MOST_PLACES
from tests.app.report.sample import empty_report, full_report
from tests.app.report.sample_changes import UNCHANGED
from tests.app.report.sample_networks import HOSTILE

ELEMENTS = {
    "html", "head", "meta", "title", "style", "body", "header", "main", "section", "article",
    "nav", "div", "h1", "h2", "h3", "p", "ul", "ol", "li", "dl", "dt", "dd", "span", "bdi", "code",
    "wbr", "a", "br", "table", "caption", "thead", "tbody", "tr", "th", "td", "figure", "svg", "g",
    "rect", "circle", "polygon", "line", "path", "text",
}  # fmt: skip
REAL_BOXES = """() => {
  const apart = [];
  for (const picture of document.querySelectorAll('svg')) {
    const lines = [...picture.querySelectorAll('text')].map(e => [e, e.getBoundingClientRect()]);
    lines.forEach(([one, a], n) => lines.slice(0, n).forEach(([other, b]) => {
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (wide > 1 && high > 5) apart.push(one.textContent + ' / ' + other.textContent);
    }));
  }
  return apart;
}"""


@pytest.fixture(scope="module")
def page() -> str:
    return html_of(full_report())


@pytest.fixture(scope="module")
def tree(page: str) -> Any:
    return lxml_html.document_fromstring(page)


def squeezed(text: str) -> str:
    return " ".join(visible(text).split())


def text_of(tree: Any) -> str:
    return squeezed(" ".join(tree.body.itertext()))


def test_hostile_names_never_become_elements(tree: Any) -> None:
    assert {each.tag for each in tree.iter()} == ELEMENTS
    used = {name for each in tree.iter() for name in each.attrib}
    assert not any(name.startswith("on") for name in used)
    assert not used & {"src", "srcset", "style", "action", "data", "xlink:href", "poster"}
    for name in HOSTILE:
        assert squeezed(name) in text_of(tree)


def test_nothing_steers_the_text(page: str) -> None:
    assert "\u202e" not in page
    assert "[U+202E]" in page


def test_nothing_is_fetched_and_links_stay_on_the_page(page: str, tree: Any) -> None:
    ids = {each.get("id") for each in tree.iter() if each.get("id")}
    links = [each.get("href") for each in tree.iter() if each.get("href") is not None]
    assert links
    assert all(link[0] == "#" and link[1:] in ids for link in links)
    style = tree.find(".//style").text
    assert not re.search(r"url\(|@import|https?:", style)
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in policy
    assert "script" not in policy


def test_every_event_is_said_with_its_reasons_and_sources(tree: Any) -> None:
    report, text = full_report(), text_of(tree)
    events = [*report["events"], *report["account_events"], *report["group_events"],
              *report["unsure"]]  # fmt: skip
    assert sum(event.get("notable", False) for event in events) >= 12
    for event in events:
        if event["cluster" if "cluster" in event else "group"] in UNCHANGED:
            continue
        assert squeezed(event["sentence"]) in text
        if event.get("notable"):
            for line in event.get("why", event.get("reasons")):
                assert squeezed(line) in text
            for post in event["posts"]:
                assert post in text


def test_the_first_page_says_what_matters(tree: Any) -> None:
    first = squeezed(" ".join(tree.find(".//header").itertext()))
    report = full_report()
    for sentence in [report["title"], report["handling"], *report["summary"]]:
        assert sentence in first
    for number in ("31", "46", "612", "139", "84", "71,204", "68,310"):
        assert number in first
    assert "8 Nov – 15 Nov 2026" in first


def test_ranked_changes_keep_their_order(tree: Any) -> None:
    said = [squeezed(each.text_content()) for each in tree.xpath("//section[1]//h3")]
    notable = [squeezed(each["sentence"]) for each in full_report()["events"] if each["notable"]]
    assert said == notable


def test_every_section_is_in_the_contents_and_has_something(tree: Any) -> None:
    listed = [each.get("href")[1:] for each in tree.xpath("//nav//a")]
    assert listed == [each.get("id") for each in tree.xpath("//section//h2")]
    assert listed == list(words.TITLES)


def test_lists_that_end_the_report_are_complete(tree: Any) -> None:
    report, text = full_report(), text_of(tree)
    for each in report["preserve_now"]:
        assert each["post"] in text
        assert (each["url"] or words.NO_ADDRESS) in tree.body.text_content()
    for each in report["look_next"]:
        assert each["value"] in text
        assert squeezed(each["why"]) in text
    for hit in report["watch_hits"]:
        assert squeezed(hit["text"]) in text
    for place in report["coverage"]["places"]:
        assert place["place"] in text
    for line in report["coverage"]["caveats"]:
        assert line in text


def test_every_member_is_listed_with_its_key_and_number(tree: Any) -> None:
    rows = {row.xpath(".//code/text()")[0]: row.xpath("./td[1]/text()")
            for row in tree.xpath("//section[@class='members']//tbody/tr")}  # fmt: skip
    members = [each["account"] for cluster in full_report()["clusters"]
               for each in cluster["members"]]  # fmt: skip
    assert sorted(rows) == sorted(members)
    assert rows["facebook:5551"] == ["1"]


def test_a_report_of_nothing_is_a_good_report() -> None:
    tree = lxml_html.document_fromstring(html_of(empty_report()))
    text = text_of(tree)
    assert "Nothing of note this week." in text
    assert [each.get("href")[1:] for each in tree.xpath("//nav//a")] == [
        name for name in words.TITLES if name in words.ALWAYS
    ]
    for sentence in words.EMPTY.values():
        assert sentence in text
    assert not tree.xpath("//svg | //tbody[not(tr)] | //*[@class='marking']")
    assert "None" not in text


def test_a_handling_marking_cannot_leave_the_style_sheet() -> None:
    report = full_report() | {
        "handling": '"; } * { background: url(https://evil.example) } </style>'
    }
    tree = lxml_html.document_fromstring(html_of(report))
    style = tree.find(".//style").text
    assert "url(" not in style
    assert style.count("{") == style.count("}")
    assert len(tree.findall(".//style")) == 1


def test_what_is_missing_is_an_error_rather_than_a_gap() -> None:
    report = full_report()
    del report["watch_hits"][0]["text"]
    with pytest.raises(UndefinedError):
        html_of(report)


def test_many_places_are_cut_and_counted() -> None:
    report = full_report()
    place = report["coverage"]["places"][1]
    report["coverage"]["places"] += [{**place, "place": f"x:group:{n}"} for n in range(200)]
    text = text_of(lxml_html.document_fromstring(html_of(report)))
    assert f"{205 - MOST_PLACES} more places" in text
    assert "platform:wechat" in text


@pytest.mark.browser
def test_chromium_fetches_nothing_and_no_lines_overlap(
    context: BrowserContext, tmp_path: Path
) -> None:
    path = tmp_path / "report.html"
    write_html(full_report(), path)
    page = context.new_page()
    fetched: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(path.as_uri())
    assert fetched == [path.as_uri()]
    assert said == []
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontWeight") == "700"
    assert page.evaluate(REAL_BOXES) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
