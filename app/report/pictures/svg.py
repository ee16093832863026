"""Drawing plain SVG 1.1: attributes only, every text escaped, for browsers and typesetters alike.

Element trees are serialised by `xml.etree`, so that no collected text can become an element.
"""

from __future__ import annotations

from xml.etree import ElementTree as Xml

from app.report.pictures.lettering import shown

FONTS = (
    "Noto Sans, Noto Sans SC, Noto Sans Thai, Noto Naskh Arabic, Noto Sans Devanagari, sans-serif"
)
WIDTH = 720.0
"""All pictures are as wide as the page's text, so that their letters have one size."""

INK, QUIET, FAINT, PAPER = "#1d2a33", "#5b6871", "#d5dce0", "#ffffff"
GREEN, VERMILION, BLUE, ORANGE = "#007a59", "#b84f00", "#56b4e9", "#e69f00"
"""Of the palette of Okabe and Ito, which colour-blind people tell apart; green and vermilion are
darker, so that white numbers on them can be read."""


def picture(height: float, title: str) -> Xml.Element:
    """Begin a picture.

    Parameters
    ----------
    height : float
        In the units of `WIDTH`.
    title : str
        What a screen reader says.

    Returns
    -------
    xml.etree.ElementTree.Element
        The root.
    """
    root = Xml.Element(
        "svg",
        {"xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {number(WIDTH)} {number(height)}",
         "width": number(WIDTH), "height": number(height), "font-family": FONTS, "role": "img"},
    )  # fmt: skip
    Xml.SubElement(root, "title").text = shown(title)
    return root


def written(root: Xml.Element) -> str:
    """Write a picture as SVG text."""
    return Xml.tostring(root, encoding="unicode")


def draw(parent: Xml.Element, name: str, **attributes: float | str | None) -> Xml.Element:
    """Add an element; ``_`` in names of attributes becomes ``-``, None is left out."""
    return Xml.SubElement(
        parent,
        name,
        {
            key.replace("_", "-"): value if isinstance(value, str) else number(value)
            for key, value in attributes.items()
            if value is not None
        },
    )


def write(
    parent: Xml.Element,
    x: float,
    y: float,
    text: str,
    *,
    size: float = 11,
    anchor: str = "start",
    colour: str = INK,
    bold: bool = False,
) -> None:
    """Write one line of text, ``y`` being its baseline."""
    line = draw(
        parent, "text", x=x, y=y, font_size=size, text_anchor=anchor, fill=colour,
        font_weight="bold" if bold else None,
    )  # fmt: skip
    line.text = shown(text)


def number(value: float) -> str:
    """Write a coordinate with no more digits than can be seen."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
