"""The PDF shows the whole report as it stands, in every script, page by page."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typst
from pypdf import PdfReader

from app.report import facts, fonts, pdf, words
from app.report.fonts import FAMILIES, FontsMissing, font_folder
from app.report.pdf import write_pdf
from app.report.pdf_content import content_of
from graph.errors import AnalysisError, SpoorError
from tests.app.report.pdf_reading import MISSING, drawn_glyphs, letters, pages
from tests.app.report.sample import empty_report, full_report

NEVER_ENCODED = "\U00013000\U00013001"
"""Hieroglyphs: no bundled font has them."""


def strings(value: Any) -> list[str]:
    """All texts in a report's values."""
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for each in inner for text in strings(each)]


def test_no_glyph_is_a_box(full_pdf: Path) -> None:
    glyphs = drawn_glyphs(full_pdf.read_bytes())
    assert glyphs.total() > 5_000
    assert glyphs[MISSING] == 0


def test_a_box_would_be_seen() -> None:
    found = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[font_folder()]
    )
    source = f'#set text(font: "Noto Sans")\nabc {NEVER_ENCODED}'
    plain = typst.Compiler(source.encode(), font_paths=found).compile(format="pdf")
    assert isinstance(plain, bytes)
    assert drawn_glyphs(plain)[MISSING] == len(NEVER_ENCODED)


def test_every_script_of_the_sample_can_be_copied_out(full_pdf: Path) -> None:
    shown = set(letters("".join(pages(full_pdf))))
    names = """林记鸟园 ร้านนกสวนจตุจักร طيور الخليج للبيع चिड़िया बाज़ार दिल्ली 앵무새 가게
    Ирина Попугаева Nguyễn Thị Chim 🦜 🐢"""
    assert set(letters(names)) <= shown


@pytest.mark.parametrize(
    ("hidden", "told"),
    [
        (NEVER_ENCODED, "[U+13000][U+13001]"),
        ("\ue000", "[U+E000]"),
        ("\u202egnp", "[U+202E]gnp"),
        ("\x07", "[U+0007]"),
        ("\ud800", "[U+D800]"),
    ],
)
def test_what_cannot_be_drawn_is_written_as_its_number(
    written: Callable[[dict[str, Any]], Path], hidden: str, told: str
) -> None:
    report = empty_report()
    report["summary"] = [f"Seller {hidden} of 林记鸟园 was seen."]
    path = written(report)
    assert f"Seller{told}of林记鸟园" in letters(pages(path)[0])
    assert drawn_glyphs(path.read_bytes())[MISSING] == 0


def test_a_name_without_a_glyph_is_numbered_in_pictures_too(
    written: Callable[[dict[str, Any]], Path],
) -> None:
    report = full_report()
    node = report["pictures"][2]["nodes"][0]
    node["label"] = "\U00013000"
    path = written(report)
    assert drawn_glyphs(path.read_bytes())[MISSING] == 0
    assert "[U+13000]" in letters("".join(pages(path)))


def test_strings_are_data_and_never_markup(full_pdf: Path) -> None:
    text = letters("".join(pages(full_pdf)))
    for hostile in ("{{ 7*7 }} #eval", "<script>alert(1)</script>", "<b>Birds</b> & more"):
        assert letters(hostile) in text
    assert "49" not in text.partition("{{")[2][:6]


@pytest.mark.parametrize(
    "markup", ["#panic()", "*bold* _x_ `raw` $x^2$ @ref <label> = h", '"); #read("x")', "\\u{41}"]
)
def test_typst_markup_in_a_name_is_shown(
    written: Callable[[dict[str, Any]], Path], markup: str
) -> None:
    report = empty_report()
    report["title"] = report["handling"] = report["made_by"] = markup
    assert letters(pages(written(report))[0]).count(letters(markup)) == 3


def test_the_first_page_says_what_matters(full_pdf: Path) -> None:
    first = letters(pages(full_pdf)[0])
    report = full_report()
    for sentence in [report["title"], *report["summary"], words.LEADS]:
        assert letters(sentence) in first
    for figure in ("31", "612", "139", "84", "71,204", "68,310"):
        assert figure in first


def test_all_that_the_report_says_is_in_the_pdf(full_pdf: Path) -> None:
    """But for what scripts' order or the length of a list changes."""
    report = full_report()
    text = letters("".join(pages(full_pdf)))
    told = [
        *(words.TITLES.values()),
        *(each["sentence"] for each in report["unsure"] + report["group_events"]),
        *(why for each in report["events"] for why in each["why"]),
        *(post for each in report["events"] + report["account_events"] for post in each["posts"]),
        *report["coverage"]["caveats"],
        *(each["place"] for each in report["coverage"]["places"]),
        *(each["url"] or each["post"] for each in report["preserve_now"]),
        *(each["why"] for each in report["preserve_now"] + report["look_next"]),
        *(each["value"] for each in report["look_next"]),
        *strings(report["method"]),
        *(member["account"] for each in report["clusters"] for member in each["members"]),
        *(value for _, value in facts.parameters(report)),
    ]
    assert [each for each in told if letters(each) not in text] == []


def test_nothing_can_be_clicked_that_leaves_the_report(full_pdf: Path) -> None:
    for page in PdfReader(full_pdf).pages:
        for note in page.get("/Annots", []):
            assert "/Dest" in note.get_object() or note.get_object()["/A"]["/S"] == "/GoTo"


def test_a_week_without_anything_says_so(written: Callable[[dict[str, Any]], Path]) -> None:
    text = pages(written(empty_report()))
    assert "Nothing of note this week." in text[0]
    told = letters("".join(text))
    for name, title in words.TITLES.items():
        assert (letters(title) in told) == (name in words.ALWAYS)
    for name in words.ALWAYS - {"method"}:
        assert letters(words.EMPTY[name]) in told
    assert "Calibration1.2.0" in told
    assert content_of(empty_report())["pictures"] == {}
    assert len(text) <= 3


def test_the_same_report_gives_the_same_bytes(full_pdf: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from app.report.pdf import write_pdf; "
        "from tests.app.report.sample import full_report; "
        "write_pdf(full_report(), Path(sys.argv[1]))"
    )
    other = tmp_path / "other.pdf"
    root = Path(__file__).parents[3]
    surroundings = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Jakarta"}
    subprocess.run([sys.executable, "-c", code, other], check=True, cwd=root, env=surroundings)
    assert other.read_bytes() == full_pdf.read_bytes()


def test_the_pdf_is_dated_by_the_report(full_pdf: Path) -> None:
    known = PdfReader(full_pdf).metadata
    assert known is not None
    assert known.title == "What changed in week 46 of 2026"
    assert known.author == "Analyst Example"
    assert known.creation_date is not None
    assert known.creation_date.strftime("%Y-%m-%dT%H:%M") == "2026-11-16T06:00"


def test_every_font_is_in_the_file(full_pdf: Path) -> None:
    names = {
        font.get_object()["/BaseFont"].partition("+")[2]
        for page in PdfReader(full_pdf).pages
        for font in page["/Resources"].get("/Font", {}).values()
    }
    assert any("Arabic" in name for name in names)
    known = {family.replace(" ", "") for family in FAMILIES}
    assert all(name.partition("-")[0] in known for name in names), names


def test_without_fonts_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "FETCHED", tmp_path / "never")
    with pytest.raises(FontsMissing) as told:
        write_pdf(full_report(), tmp_path / "report.pdf")
    assert isinstance(told.value, SpoorError)
    assert list(tmp_path.iterdir()) == []


def test_a_report_that_cannot_be_typeset_is_told_and_leaves_the_older_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "report.pdf").write_bytes(b"older")
    monkeypatch.setattr(pdf, "_refused", lambda diagnostic: frozenset())
    report = empty_report()
    report["title"] = NEVER_ENCODED
    with pytest.raises(AnalysisError, match="use the HTML report"):
        write_pdf(report, tmp_path / "report.pdf")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [
        ("report.pdf", b"older")
    ]
