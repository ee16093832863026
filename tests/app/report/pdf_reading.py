"""Reading a PDF back: its text, and which glyphs are drawn; number 0 is a missing glyph's box."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
from pypdf import PdfReader
from pypdf.generic import ContentStream

MISSING = 0


def drawn_glyphs(pdf: bytes) -> Counter[int]:
    """Count the glyphs that are drawn, on pages and in the drawings on them, by their number."""
    reader = PdfReader(BytesIO(pdf))
    found: Counter[int] = Counter()
    for page in reader.pages:
        found.update(_of(page.get_contents(), page["/Resources"], reader))
    return found


def pages(path: Path) -> list[str]:
    """The text of each page, as somebody who copies it gets it."""
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range() for page in document]


def letters(text: str) -> str:
    """Text without the spaces and line breaks, which a layout changes."""
    return "".join(text.split())


def _of(content: Any, resources: Any, reader: PdfReader) -> Iterator[int]:
    """The glyphs of one content stream and of the forms that it may draw."""
    for operands, operator in ContentStream(content, reader).operations:
        if operator == b"Tj":
            yield from _codes(operands[0])
        elif operator == b"TJ":
            for part in operands[0]:
                if hasattr(part, "original_bytes"):
                    yield from _codes(part)
    for form in resources.get_object().get("/XObject", {}).values():
        drawing = form.get_object()
        if drawing["/Subtype"] == "/Form":
            yield from _of(drawing, drawing.get("/Resources", {}), reader)


def _codes(text: Any) -> Iterator[int]:
    """The numbers of the glyphs, two bytes each, as in all fonts that typst embeds."""
    raw = text.original_bytes
    return (int.from_bytes(raw[at : at + 2], "big") for at in range(0, len(raw), 2))
