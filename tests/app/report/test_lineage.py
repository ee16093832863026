"""Lines of descent: bands as wide as what they stand for, and names beside them."""

from __future__ import annotations

import random
import re
from xml.etree import ElementTree as Xml

from app.report.pictures import pictures_of
from app.report.pictures.lineage import MOST_CLUSTERS, draw_lineage, ordered
from tests.app.report.sample import full_report
from tests.app.report.sample_networks import ABSORBED, MERGED, NEW, SPLIT, SPLIT_OFF
from tests.app.report.svg_boxes import SVG, contrast, outside, overlaps, text_boxes

NUMBERS = re.compile(r"([\d.]+) ([\d.]+)")
PICTURES = pictures_of(full_report())


def words_in(picture: str) -> str:
    return " | ".join(text for text, _ in text_boxes(picture))


def test_lines_of_descent_put_kin_next_to_each_other() -> None:
    lineage = full_report()["lineage"]
    sizes: dict[str, dict[int, int]] = {}
    for each in lineage["clusters"]:
        sizes.setdefault(each["cluster"], {})[each["day"]] = each["size"]
    rows = ordered(sizes, lineage["flows"])
    assert abs(rows.index(MERGED) - rows.index(ABSORBED)) == 1
    assert abs(rows.index(SPLIT) - rows.index(SPLIT_OFF)) == 1


def test_long_lines_of_descent_of_many_clusters_stay_legible() -> None:
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
    assert f"{MOST_CLUSTERS} of 40 clusters are drawn" in words_in(picture)


def test_names_of_lines_of_descent_lie_beside_all_bands_and_bars() -> None:
    root = Xml.fromstring(PICTURES["lineage"])
    names = {MERGED, ABSORBED, SPLIT, SPLIT_OFF, NEW}
    drawn = [
        float(x)
        for path in root.findall(f"{SVG}path")
        for x, _ in NUMBERS.findall(path.attrib["d"])
    ]
    drawn += [float(bar.attrib["x"]) for bar in root.findall(f"{SVG}rect")]
    found = [(text, covered) for text, covered in text_boxes(PICTURES["lineage"])
             if text in names or " and " in text]  # fmt: skip
    assert names < {text for text, _ in found}
    assert all(covered.right < min(drawn) for _, covered in found)


def test_numbers_can_be_read_on_bars() -> None:
    root = Xml.fromstring(PICTURES["lineage"])
    bars = {each.attrib["fill"] for each in root.findall(f"{SVG}rect") if each.get("width") == "20"}
    inks = {each.attrib["fill"] for each in root.iter(f"{SVG}text")
            if (each.text or "").isdigit()}  # fmt: skip
    assert len(bars) == 2
    assert all(contrast(bar, ink) >= 4.5 for bar in bars for ink in inks)


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
