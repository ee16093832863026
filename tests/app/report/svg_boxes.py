"""What the lines of text of a picture cover, read from its SVG."""

from __future__ import annotations

import re
from xml.etree import ElementTree as Xml

from app.report.pictures.lettering import Box, box

SVG = "{http://www.w3.org/2000/svg}"
_SHIFT = re.compile(r"translate\(([\d.-]+) ([\d.-]+)\)")


def text_boxes(picture: str) -> list[tuple[str, Box]]:
    """Every line of text with the box that it covers."""
    return _boxes(Xml.fromstring(picture), 0.0)


def overlaps(picture: str) -> list[tuple[str, str]]:
    """Pairs of lines that cover each other."""
    found = text_boxes(picture)
    return [
        (one, other)
        for n, (one, here) in enumerate(found)
        for other, there in found[:n]
        if here.meets(there)
    ]


def outside(picture: str) -> list[str]:
    """Lines that leave the picture."""
    _, _, width, height = map(float, Xml.fromstring(picture).attrib["viewBox"].split())
    whole = Box(-0.5, -0.5, width + 0.5, height + 0.5)
    return [text for text, covered in text_boxes(picture) if not covered.within(whole)]


def contrast(one: str, other: str) -> float:
    """Ratio of contrast of two colours, as of WCAG 2."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance of a colour."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _boxes(element: Xml.Element, right: float) -> list[tuple[str, Box]]:
    if shift := _SHIFT.match(element.get("transform", "")):
        right += float(shift[1])
    found = []
    for child in element:
        if child.tag == f"{SVG}text":
            text = child.text or ""
            x, y = right + float(child.attrib["x"]), float(child.attrib["y"])
            size, anchor = float(child.attrib["font-size"]), child.attrib["text-anchor"]
            found.append((text, box(x, y, text, size, anchor)))
        found += _boxes(child, right)
    return found
