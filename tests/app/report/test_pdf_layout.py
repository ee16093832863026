"""The PDF's pages: numbered and marked, with pictures, and nothing runs off them."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader

from app.report import words
from app.report.pdf_content import content_of
from app.report.pdf_pictures import parted
from app.report.pictures import pictures_of
from tests.app.report.pdf_reading import letters, pages
from tests.app.report.sample import full_report
from tests.app.report.sample_changes import UNCHANGED

A4 = (595.3, 841.9)


def test_every_page_has_number_period_and_marking(full_pdf: Path) -> None:
    text = pages(full_pdf)
    assert len(text) > 5
    for number, page in enumerate(text, start=1):
        assert f"{number} of {len(text)}" in page
        assert "8 Nov – 15 Nov 2026" in page
        assert "TLP:AMBER" in page


def test_the_contents_lead_to_every_section(full_pdf: Path) -> None:
    reader = PdfReader(full_pdf)
    titles = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    assert [title.partition(" ")[2] or title for title in titles] == list(words.TITLES.values())


def long_words() -> dict[str, Any]:
    """The sample with words that fit no line."""
    report = full_report()
    report["handling"] = "TLP:AMBER+STRICT, for the authority that it is addressed to only, " * 2
    for text in ("x" * 300, "я" * 200, "مرحبا" * 60, "Z̷̢̡̛a̸l̶g̵o̷" * 30, "𝗕𝗼𝗹𝗱" * 60, "🐢" * 150,
                 "word " * 3_000, "https://social.example/" + "a/b-c?d=e&f=%20" * 30):  # fmt: skip
        event = copy.deepcopy(report["events"][0])
        event["sentence"], event["why"], event["posts"] = text, [text], [text]
        report["events"].append(event)
        report["watch_hits"].append({**report["watch_hits"][0], "text": text, "value": text})
        report["look_next"].append({**report["look_next"][0], "value": text, "what": text})
        report["preserve_now"].append({**report["preserve_now"][0], "url": text})
        report["labels"][report["events"][0]["accounts_added"][0]] = text
    return report


def test_nothing_runs_off_the_page(written: Callable[[dict[str, Any]], Path]) -> None:
    with pypdfium2.PdfDocument(written(long_words())) as document:
        for page in document:
            assert page.get_size() == pytest.approx(A4, abs=0.1)
            text = page.get_textpage()
            boxes = [text.get_charbox(n) for n in range(text.count_chars())]
            assert max(right for _, _, right, _ in boxes) < A4[0] - 50
            assert min(bottom for _, bottom, _, _ in boxes) > 25


def test_a_long_address_is_copied_without_added_characters(
    written: Callable[[dict[str, Any]], Path],
) -> None:
    report = full_report()
    address = "https://social.example/" + "q" * 200
    report["preserve_now"][0]["url"] = address
    assert address in letters("".join(pages(written(report))))


def test_pictures_show_before_and_now_with_their_text_set_apart() -> None:
    report = full_report()
    pictures = content_of(report)["pictures"]
    assert set(pictures) == set(pictures_of(report))
    assert {f"network:{each['cluster']}" for each in report["pictures"]} <= set(pictures)
    for picture in pictures.values():
        assert "<text" not in picture["svg"]
        assert picture["texts"]


def test_text_of_a_picture_stays_where_it_was() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 50"><title>t</title>'
        '<g transform="translate(370 5)"><text x="10" y="20" font-size="9" fill="#123456" '
        'text-anchor="end" font-weight="bold">a &lt; b</text></g><rect width="1"/></svg>'
    )
    picture = parted(svg)
    assert (picture["width"], picture["height"], picture["title"]) == (720, 50, "t")
    assert picture["texts"] == [
        {"text": "a < b", "x": 380, "y": 25, "size": 9, "anchor": "end", "fill": "#123456",
         "bold": True}
    ]  # fmt: skip
    assert "rect" in picture["svg"] and "text" not in picture["svg"]


def small_clusters(many: int) -> dict[str, Any]:
    """The sample with clusters of six accounts only, each with a picture and a timeline."""
    report = full_report()
    for name in ("clusters", "pictures", "timelines"):
        one = report[name][2]
        report[name] = [{**one, "cluster": f"Csmall{n:03d}"} for n in range(many)]
    for n, each in enumerate(report["clusters"]):
        each |= {"label": f"Small cluster number {n}.", "value": "Prices stated: IDR 200,000."}
    return report


def test_two_small_clusters_fit_one_page(written: Callable[[dict[str, Any]], Path]) -> None:
    text = pages(written(small_clusters(6)))
    held = [page.count("Ever linked") for page in text]
    assert sum(held) == 6
    assert max(held) == 2
    assert len([number for number in held if number]) <= 4
    assert [page.count("Posts a week") for page in text] == held


def test_a_long_table_of_facts_does_not_run_off_the_page(
    written: Callable[[dict[str, Any]], Path],
) -> None:
    report = small_clusters(1)
    report["clusters"][0]["taxa"] = [f"Species number {n}" for n in range(900)]
    told = "".join(pages(written(report)))
    assert {str(n) for n in range(900)} <= set(re.findall(r"\d+", told))


def test_keys_of_accounts_stay_on_one_line(written: Callable[[dict[str, Any]], Path]) -> None:
    report = small_clusters(1)
    keys = ["telegram:user4200000573", "facebook:999000000000013", "whatsapp:+12025550143000"]
    for key, member in zip(keys, report["clusters"][0]["members"], strict=False):
        member["account"] = key
    lines = "\n".join(pages(written(report))).splitlines()
    assert [key for key in keys if not any(key in line for line in lines)] == []
    assert not any(line.startswith("No.") for line in lines)


def test_a_watch_may_be_hit_without_a_post(written: Callable[[dict[str, Any]], Path]) -> None:
    report = full_report()
    report["watch_hits"] = [
        {**report["watch_hits"][0], "post": None, "text": None, "at": None, "account": None}
    ]
    assert letters("Phone number +1 202 555 0143") in letters("".join(pages(written(report))))


def test_clusters_that_go_on_are_counted(full_pdf: Path) -> None:
    text = letters("".join(pages(full_pdf)))
    assert letters("3 further clusters go on unchanged.") in text
    assert not any(name in text for name in UNCHANGED)
    assert "network" not in text.replace(letters(words.KICKER), "").lower().replace(
        letters(words.KICKER).lower(), ""
    )


def test_addresses_break_after_their_parts(written: Callable[[dict[str, Any]], Path]) -> None:
    report = full_report()
    part = "999000000000013"
    report["preserve_now"][0]["url"] = f"https://facebook.example/groups/{part}/posts/{part}"
    lines = "\n".join(pages(written(report))).splitlines()
    assert sum(line.count(part) for line in lines) == 2
