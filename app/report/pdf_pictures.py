"""The report's pictures for the typesetter: drawings without text, and their text beside them.

Typst shapes the text within an SVG letter by letter when the first font lacks the script, which
tears Arabic and Devanagari apart; the text it sets itself is right.
"""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

TEXT, TITLE = "{http://www.w3.org/2000/svg}text", "{http://www.w3.org/2000/svg}title"
_MOVED = re.compile(r"translate\(([-\d.]+)[ ,]+([-\d.]+)\)")


def parted(picture: str) -> dict[str, Any]:
    """Part a picture into its drawing and its lines of text.

    Parameters
    ----------
    picture : str
        SVG of `app.report.pictures`: text in elements ``text`` with ``x``, ``y``, ``font-size``
        and optionally ``fill``, ``text-anchor`` and ``font-weight``; groups are moved only.

    Returns
    -------
    dict
        ``svg`` without text, ``title``, ``width`` and ``height`` in the picture's units, and
        ``texts``: ``text x y size anchor fill bold``, ``y`` being the baseline.
    """
    root = etree.fromstring(picture, etree.XMLParser(resolve_entities=False, huge_tree=True))
    texts: list[dict[str, Any]] = []
    _take_texts(root, 0.0, 0.0, texts)
    _, _, wide, high = map(float, root.attrib["viewBox"].split())
    return {
        "svg": etree.tostring(root, encoding="unicode"),
        "title": root.findtext(TITLE) or "",
        "width": wide,
        "height": high,
        "texts": texts,
    }


def _take_texts(parent: etree._Element, x: float, y: float, texts: list[dict[str, Any]]) -> None:
    """Move the text of an element and of all in it from the drawing to the list."""
    for child in list(parent):
        if child.tag == TEXT:
            parent.remove(child)
            if child.text:
                texts.append(_line(child, x, y))
            continue
        moved = _MOVED.fullmatch(child.get("transform", ""))
        dx, dy = map(float, moved.groups()) if moved else (0.0, 0.0)
        _take_texts(child, x + dx, y + dy, texts)


def _line(text: etree._Element, x: float, y: float) -> dict[str, Any]:
    """Say where and how a line of text stands."""
    return {
        "text": text.text,
        "x": x + float(text.attrib["x"]),
        "y": y + float(text.attrib["y"]),
        "size": float(text.attrib["font-size"]),
        "anchor": text.get("text-anchor", "start"),
        "fill": text.get("fill", "#000000"),
        "bold": text.get("font-weight") == "bold",
    }
