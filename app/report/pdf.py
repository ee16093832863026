"""The report as PDF: A4, typeset with typst from data alone, its bytes the same for the same data.

The PDF is PDF/A-2b, for archives: every font is in it, and typst refuses to write one in which a
missing glyph would be drawn as a box. What it refuses is written as its number instead.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path
from typing import Any, Final

import typst

from app.report.fonts import FAMILIES, font_folder
from app.report.pdf_content import content_of
from app.report.pictures.lettering import shown
from graph.errors import AnalysisError

STANDARD: Final = "a-2b"
_REFUSED = re.compile(r'the text `"(.+?)"` could not be displayed')
_NUMBERED = re.compile(r"\\u\{([0-9a-f]+)\}")


def write_pdf(report: Mapping[str, Any], path: Path) -> None:
    """Write the report as PDF.

    Parameters
    ----------
    report : mapping
        As in ``report.json``. All of it is shown as it stands: characters that steer text, and
        those that no font has, appear as their number, ``[U+202E]``.
    path : Path
        The file; replaced if it is there. A file is there whole or not at all.

    Raises
    ------
    app.report.fonts.FontsMissing
        The fonts were never fetched; nothing is written.
    AnalysisError
        The typesetter refuses the report; nothing is written.

    Notes
    -----
    Nothing is fetched, and no address in the report can be clicked. 30 pages take about 2 s, and
    as long again when a character has no glyph.
    """
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[font_folder()]
    )
    made = datetime.fromisoformat(report["made_at"]).astimezone(UTC)
    try:
        pdf = _typeset(report, made, fonts, unseen=frozenset())
    except typst.TypstError as refusal:
        unseen = _refused(refusal.diagnostic)
        try:
            pdf = _typeset(report, made, fonts, unseen=unseen)
        except typst.TypstError as problem:
            raise AnalysisError(
                f"The report cannot be typeset ({problem.message}): use the HTML report, and "
                "report this."
            ) from problem
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(pdf)
    part.replace(path)


def _typeset(
    report: Mapping[str, Any], made: datetime, fonts: typst.Fonts, *, unseen: frozenset[str]
) -> bytes:
    """Typeset the report, with the numbers of characters that have no glyph in their place."""
    folder = resources.files("app.report")
    compiler = typst.Compiler(
        folder.joinpath("report.typ").read_bytes(),
        font_paths=fonts,
        sys_inputs={
            "content": json.dumps(content_of(_fit(report, unseen))),
            "fonts": json.dumps(list(FAMILIES)),
        },
    )
    pdf = compiler.compile(format="pdf", pdf_standards=STANDARD, timestamp=made)
    assert isinstance(pdf, bytes)
    return pdf


def _refused(diagnostic: str) -> frozenset[str]:
    """Read from a refusal which characters have no glyph."""
    quoted = "".join(_REFUSED.findall(diagnostic))
    return frozenset(_NUMBERED.sub(lambda found: chr(int(found[1], 16)), quoted))


def _fit(value: Any, unseen: frozenset[str]) -> Any:
    """Make every text in a value fit to be shown."""
    if isinstance(value, str):
        return "".join(f"[U+{ord(c):04X}]" if c in unseen else c for c in shown(value))
    if isinstance(value, Mapping):
        return {_fit(key, unseen): _fit(each, unseen) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_fit(each, unseen) for each in value]
    return value
