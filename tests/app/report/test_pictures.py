"""The report's pictures: nothing covers anything, nothing hostile comes in, every state is told."""

from __future__ import annotations

import random
import re
from typing import Any
from xml.etree import ElementTree as Xml

import pytest

from app.report.pictures import pictures_of
from app.report.pictures.arranging import MOST_ACCOUNTS, MOST_NUMBERED, arrange
from app.report.pictures.lineage import MOST_CLUSTERS, draw_lineage, ordered
from app.report.pictures.network import draw_network
from app.report.pictures.timeline import ceiling, draw_timeline, unseen
from tests.app.report.sample import empty_report, full_report
from tests.app.report.sample_networks import ABSORBED, MERGED, NEW, SPLIT, SPLIT_OFF
from tests.app.report.svg_boxes import SVG, outside, overlaps, text_boxes

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


def test_lines_of_descent_put_kin_next_to_each_other() -> None:
    lineage = full_report()["lineage"]
    sizes: dict[str, dict[int, int]] = {}
    for each in lineage["clusters"]:
        sizes.setdefault(each["cluster"], {})[each["day"]] = each["size"]
    rows = ordered(sizes, lineage["flows"])
    assert abs(rows.index(MERGED) - rows.index(ABSORBED)) == 1
    assert abs(rows.index(SPLIT) - rows.index(SPLIT_OFF)) == 1


def test_long_lines_of_descent_of_many_networks_stay_legible() -> None:
    draw = random.Random(3)
    names = [f"C{n:08x}" for n in range(40)]
    lineage = {
        "days": [f"2026-{1 + n // 4:02d}-{1 + 7 * (n % 4):02d}" for n in range(40)],
        "clusters": [
            {"day": day, "cluster": name, "size": draw.randint(2, 90)}
            for name in names
            for day in range(draw.randrange(39), 40)
        ],
        "flows": [],
    }
    picture = draw_lineage(lineage, dict.fromkeys(names, "ร้านนกสวนจตุจักร and many more"))
    assert picture is not None
    assert overlaps(picture) == []
    assert outside(picture) == []
    assert f"{MOST_CLUSTERS} of 40 networks are drawn" in words_in(picture)


def test_bands_are_never_wider_than_their_bars() -> None:
    lineage = {
        "days": ["2026-11-01", "2026-11-08"],
        "clusters": [{"day": 0, "cluster": "A", "size": 4}, {"day": 1, "cluster": "A", "size": 8}],
        "flows": [{"day": 0, "from": "A", "to": "A", "accounts": 9}],
    }
    root = Xml.fromstring(draw_lineage(lineage, {}) or "")
    bars = [each.attrib for each in root.findall(f"{SVG}rect") if each.get("width") == "20"]
    band = root.find(f"{SVG}path")
    assert band is not None
    points = [tuple(map(float, pair)) for pair in NUMBERS.findall(band.attrib["d"])]
    for bar in bars:
        top, left = float(bar["y"]), float(bar["x"])
        edges = [y for x, y in points if left - 0.1 <= x <= left + 20.1]
        assert len(edges) == 2
        assert top - 0.1 <= min(edges) < max(edges) <= top + float(bar["height"]) + 0.1


def test_weeks_that_were_not_observed_are_hatched_and_explained() -> None:
    weeks = [f"2026-W{n:02d}" for n in range(1, 6)]
    seen = draw_timeline({"weeks": weeks, "posts": [1, 2, 3, 4, 5], "observed": [True] * 5}) or ""
    hidden = draw_timeline(
        {"weeks": weeks, "posts": [1, 2, 0, 4, 5], "observed": [True, True, False, True, True]}
    )
    assert "not observed" not in seen
    assert hidden is not None
    assert "not observed" in hidden
    assert hidden.count("<line") > seen.count("<line") + 5


def test_two_years_of_weeks_have_room() -> None:
    weeks = [f"{2025 + n // 52}-W{1 + n % 52:02d}" for n in range(104)]
    timeline = {"weeks": weeks, "posts": [n % 37 for n in range(104)], "observed": [True] * 104}
    picture = draw_timeline(timeline) or ""
    assert overlaps(picture) == []
    assert outside(picture) == []
    assert weeks[-1] in words_in(picture)


def test_no_post_no_timeline() -> None:
    assert draw_timeline({"weeks": ["2026-W01"], "posts": [0], "observed": [True]}) is None


@pytest.mark.parametrize(
    ("most", "end"), [(1, 2), (9, 10), (11, 12), (21, 40), (142, 160), (999, 1000), (1001, 1200)]
)
def test_scales_end_just_above_the_largest_number(most: int, end: int) -> None:
    assert ceiling(most) == end


def test_runs_of_unobserved_weeks() -> None:
    assert unseen([False, True, False, False, True]) == [(0, 1), (2, 4)]
    assert unseen([True, True]) == []
    assert unseen([True, False]) == [(1, 2)]
