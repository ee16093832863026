"""The report's pictures: nothing covers anything, nothing hostile comes in, every state is told."""

from __future__ import annotations

import random
import re
from typing import Any
from xml.etree import ElementTree as Xml

import pytest

from app.report.pictures import marks, pictures_of
from app.report.pictures.arranging import MOST_ACCOUNTS, MOST_NUMBERED, arrange
from app.report.pictures.network import draw_network
from tests.app.report.sample import empty_report, full_report
from tests.app.report.sample_networks import MERGED, NEW, SPLIT
from tests.app.report.svg_boxes import SVG, contrast, outside, overlaps, text_boxes

NUMBERS = re.compile(r"([\d.]+) ([\d.]+)")
PLAIN = {"svg", "title", "g", "rect", "circle", "polygon", "line", "path", "text"}
PICTURES = pictures_of(full_report())


def nodes(many: int, seed: int = 1, *, past: bool = True) -> list[dict[str, Any]]:
    """Accounts at random places, some at the very same one."""
    draw = random.Random(seed)
    return [
        {"account": f"facebook:{n}", "label": f"Seller with a long name {n}", "before": past,
         "now": True, "status": "active", "x": draw.choice([0.5, draw.random()]),
         "y": draw.choice([0.5, draw.random()])}
        for n in range(many)
    ]  # fmt: skip


def words_in(picture: str) -> str:
    return " | ".join(text for text, _ in text_boxes(picture))


@pytest.mark.parametrize("name", PICTURES)
def test_no_lines_of_text_overlap_or_leave_the_picture(name: str) -> None:
    assert overlaps(PICTURES[name]) == []
    assert outside(PICTURES[name]) == []


@pytest.mark.parametrize("name", PICTURES)
def test_pictures_are_plain_svg_that_no_name_gets_into(name: str) -> None:
    root = Xml.fromstring(PICTURES[name])
    assert {each.tag.removeprefix(SVG) for each in root.iter()} <= PLAIN
    used = {attribute for each in root.iter() for attribute in each.attrib}
    assert not used & {"class", "style", "id", "href"}
    assert not any(attribute.startswith("on") for attribute in used)
    assert "Noto Sans" in root.attrib["font-family"]
    assert "\u202e" not in PICTURES[name]


def test_every_picture_of_the_report_is_drawn_and_always_the_same() -> None:
    assert set(PICTURES) == {
        "lineage",
        *(f"{kind}:{name}" for kind in ("network", "timeline") for name in (MERGED, SPLIT, NEW)),
    }
    assert pictures_of(full_report()) == PICTURES


def test_nothing_is_drawn_of_nothing() -> None:
    assert pictures_of(empty_report()) == {}


def test_hostile_names_are_shown_as_they_stand() -> None:
    shown = words_in(PICTURES[f"network:{SPLIT}"])
    assert "<script>alert(1)" in shown
    assert "abc[U+202E]gnp.exe" in shown


def test_both_panels_have_one_layout() -> None:
    panels = Xml.fromstring(PICTURES[f"network:{SPLIT}"]).findall(f"{SVG}g")
    before, now = (
        {text.text: (text.get("x"), text.get("y")) for text in panel.iter(f"{SVG}text")}
        for panel in panels
    )
    assert before.keys() < now.keys()
    assert all(now[number] == place for number, place in before.items())


def test_states_differ_in_shape_in_colour_and_in_words() -> None:
    kinds = nodes(4)
    kinds[0] |= {"before": False}
    kinds[1] |= {"now": False, "status": "gone"}
    kinds[2] |= {"now": False, "status": "unobserved"}
    picture = draw_network({"nodes": kinds, "ties": []}, "1 Nov", "8 Nov") or ""
    assert "new (1)" in words_in(picture)
    assert "not seen any more (1)" in words_in(picture)
    assert "unobserved now (1)" in words_in(picture)
    now = Xml.fromstring(picture).findall(f"{SVG}g")[1]
    marks = [each for each in now if each.tag in (f"{SVG}polygon", f"{SVG}circle")]
    assert len({mark.get("stroke") for mark in marks}) == 4
    assert sorted(len(mark.get("points", "").split()) for mark in marks) == [0, 3, 4, 4]
    assert [mark.get("stroke-dasharray") is not None for mark in marks] == [
        False,
        True,
        True,
        False,
    ]


def test_a_network_without_a_past_has_one_panel_and_says_so() -> None:
    picture = PICTURES[f"network:{NEW}"]
    assert len(Xml.fromstring(picture).findall(f"{SVG}g")) == 1
    assert "None of these accounts was part of it on 8 Nov 2026" in words_in(picture)


@pytest.mark.parametrize("many", [1, 2, 12, 13, 48, 49, 300])
@pytest.mark.parametrize("past", [True, False])
def test_networks_of_any_size_are_legible(many: int, past: bool) -> None:
    of = {"nodes": nodes(many, seed=many, past=past), "ties": []}
    picture = draw_network(of, "1 Nov 2026", "8 Nov 2026") or ""
    assert overlaps(picture) == []
    assert outside(picture) == []
    assert (f"{MOST_ACCOUNTS} of {many} accounts are drawn" in words_in(picture)) == (many > 120)


def test_what_changed_is_drawn_and_numbered_first() -> None:
    of = {"nodes": nodes(200), "ties": []}
    of["nodes"][170] |= {"before": False}
    of["nodes"][190] |= {"now": False, "status": "gone"}
    arranged = arrange(of)
    assert [each.account for each in arranged.accounts[:2]] == ["facebook:170", "facebook:190"]
    assert [each.number for each in arranged.numbered] == list(range(1, MOST_NUMBERED + 1))
    assert len(arranged.accounts) == MOST_ACCOUNTS


def test_marks_do_not_cover_each_other() -> None:
    places = [each.place for each in arrange({"nodes": nodes(40), "ties": []}).accounts]
    apart = [
        ((ax - bx) ** 2 + (ay - by) ** 2) ** 0.5
        for n, (ax, ay) in enumerate(places)
        for bx, by in places[:n]
    ]
    assert min(apart) > 19


def test_names_keep_clear_of_ties_where_they_can() -> None:
    a, b = nodes(2)
    a |= {"x": 0.0, "y": 0.5, "label": "A"}
    b |= {"x": 1.0, "y": 0.5, "label": "B"}
    tie = {"a": a["account"], "b": b["account"], "before": True, "now": True}
    arranged = arrange({"nodes": [a, b], "ties": [tie]})
    line = arranged.accounts[0].place[1]
    assert arranged.names is not None
    for (x, y, _), each in zip(arranged.names, arranged.accounts, strict=True):
        inwards = x > each.place[0] if each.label == "A" else x < each.place[0]
        assert not inwards or abs(y - line) > 10


def test_names_have_a_ground_that_ties_do_not_run_through() -> None:
    root = Xml.fromstring(PICTURES[f"network:{NEW}"])
    panel = root.find(f"{SVG}g")
    assert panel is not None
    parts = list(panel)
    names = [n for n, each in enumerate(parts) if each.tag == f"{SVG}text"]
    assert len(names) == 6
    assert all(parts[n - 1].get("fill") == "#ffffff" for n in names)
    assert max(n for n, each in enumerate(parts) if each.tag == f"{SVG}line") < min(names)


def test_names_are_not_cut_where_there_is_room() -> None:
    alike = nodes(4)
    for each, (x, y) in zip(alike, [(0, 0.5), (1, 0.5), (0.5, 0), (0.5, 1)], strict=True):
        each |= {"x": x, "y": y, "label": f"Larkfield Pet Supplies, branch {each['account'][-1]}"}
    drawn = arrange({"nodes": alike, "ties": []})
    assert [each.label for each in drawn.accounts] == [each["label"] for each in alike]
    assert drawn.names is not None


def test_small_networks_take_less_room() -> None:
    heights = [arrange({"nodes": nodes(many), "ties": []}).height for many in (3, 12, 40)]
    assert heights == sorted(set(heights))


@pytest.mark.parametrize("kind", marks.STATES)
@pytest.mark.parametrize("faded", [True, False])
def test_numbers_can_be_read_on_their_marks(kind: str, faded: bool) -> None:
    root = Xml.Element("svg")
    marks.mark(root, kind, 0, 0, 10, faded=faded)
    assert contrast(root[0].attrib["fill"], marks.number_colour(kind, faded=faded)) >= 4.5
