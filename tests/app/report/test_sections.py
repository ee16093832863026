"""Both the page and the PDF sort a report into the same sections, places and members."""

from __future__ import annotations

from pathlib import Path

import app.report
from app.report import words
from app.report.html import html_of
from app.report.members import MOST_MEMBERS, Membership
from app.report.pdf_content import content_of
from app.report.pictures import pictures_of
from app.report.sections import MOST_PLACES, market_of, places_of, sections_of
from tests.app.report.sample import empty_report, full_report
from tests.app.report.sample_changes import FOUND, UNCHANGED
from tests.app.report.sample_networks import MERGED, NEW, SPLIT


def test_every_event_is_in_one_section_or_counted() -> None:
    report = full_report()
    sections = sections_of(report, pictures_of(report))
    names = ("changes", "accounts", "successors", "found", "others")
    held = [each["sentence"] for name in names for each in sections.held[name]]
    events = [*report["events"], *report["account_events"], *report["group_events"]]
    said = [each["sentence"] for each in events if each.get("cluster") not in UNCHANGED]
    assert sorted(held) == sorted(said)
    assert sections.unchanged == len(UNCHANGED)


def test_what_was_only_found_is_no_change_however_surprising() -> None:
    report = full_report()
    for each in report["events"]:
        each["notable"] = True
    held = sections_of(report, {}).held
    assert [each["cluster"] for each in held["found"]] == [FOUND]
    assert not any(each["kind"] == "continued" for each in held["changes"] + held["others"])


def test_sections_that_are_told() -> None:
    report = full_report()
    assert sections_of(report, pictures_of(report)).told == list(words.TITLES)
    assert set(sections_of(empty_report(), {}).told) == words.ALWAYS


def test_clusters_spoken_of_are_those_described_and_those_drawn() -> None:
    report = full_report()
    drawn = ["lineage", "network:Cdead0001", f"network:{MERGED}", "timeline:Cdead0001"]
    spoken = sections_of(report, drawn).held["clusters"]
    assert spoken == [MERGED, SPLIT, NEW, "Cdead0001"]


def test_places_where_nobody_looked_come_first_and_many_are_counted() -> None:
    report = full_report()
    place = report["coverage"]["places"][1]
    report["coverage"]["places"] += [{**place, "place": f"x:group:{n}"} for n in range(100)]
    places, more = places_of(report)
    assert [each["status"] for each in places[:4]] == [
        "not observed", "not observed", "new", "observed",
    ]  # fmt: skip
    assert (len(places), more) == (MOST_PLACES, 105 - MOST_PLACES)


def test_members_are_in_the_order_of_their_numbers() -> None:
    report = full_report()
    membership = Membership(report)
    merged, _, new = (membership.of(each) for each in report["clusters"])
    numbers = [each.number for each in merged.rows]
    assert numbers == [str(n) for n in range(1, 41)]
    assert (merged.is_numbered, new.is_numbered) == (True, False)
    assert {each.role for each in merged.rows} == {"", "supplier?"}
    nobody = [{**each, "role": "member"} for each in report["clusters"][2]["members"]]
    assert not membership.of({**report["clusters"][2], "members": nobody}).has_roles


def test_many_members_are_cut_and_counted() -> None:
    report = full_report()
    cluster = report["clusters"][0]
    one = cluster["members"][0]
    many = [{**one, "account": f"x:{n}"} for n in range(300)]
    listed = Membership(report).of({**cluster, "members": many})
    assert (len(listed.rows), listed.rest) == (MOST_MEMBERS, 300 - MOST_MEMBERS)


def test_page_and_pdf_have_the_same_sections() -> None:
    for report in (full_report(), empty_report()):
        page = html_of(report)
        titles = [each["title"] for each in content_of(report)["sections"]]
        places = [page.index(f"</span>{title}</h2>") for title in titles]
        assert places == sorted(places)
        assert page.count('<h2 id="') == len(titles)


def test_the_pdf_does_not_lean_on_the_page() -> None:
    folder = Path(str(app.report.__file__)).parent
    modules = [*folder.glob("pdf*.py"), folder / "sections.py", folder / "members.py"]
    assert len(modules) > 5
    assert not any("app.report.html" in each.read_text(encoding="utf-8") for each in modules)


def test_the_market_counts_sellers_and_listings_and_is_left_out_without_any() -> None:
    report = full_report()
    assert market_of(report) == [
        ("Sellers", "", "", "7", "3", "1"),
        ("Listings on Etsy", "438", "215", "3", "226", ""),
    ]
    assert "market" in sections_of(report, {}).told
    assert "market" not in sections_of(empty_report(), {}).told
