"""Elements of one block of a page, and what they show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape

_LAYOUT = re.compile(r"[ \t]*[\r\n][ \t\r\n]*")
_NOT_SHOWN = frozenset({"script", "style"})
_BLOCKS = frozenset({
    "p", "div", "section", "article", "header", "footer", "table", "tr", "ul", "ol", "li", "dl",
    "dt", "dd", "figure", "figcaption", "details", "summary", "h1", "h2", "h3", "h4", "h5", "h6",
})  # fmt: skip


class Node:
    """An element: its tag, classes, attributes, and the texts and elements in it."""

    __slots__ = ("attributes", "classes", "parts", "tag")

    def __init__(self, tag: str, attributes: Mapping[str, str], classes: str = "") -> None:
        self.tag = tag
        self.attributes = attributes
        self.classes = classes.split()
        self.parts: list[str | Node] = []

    def elements(self) -> Iterator[Node]:
        """Give the elements directly in it."""
        return (part for part in self.parts if isinstance(part, Node))

    def all(self) -> Iterator[Node]:
        """Give the elements in it, however deep, in their order."""
        for part in self.parts:
            if isinstance(part, Node):
                yield part
                yield from part.all()

    def first(self, name: str) -> Node | None:
        """Give the first element in it that has a class."""
        return next((element for element in self.all() if name in element.classes), None)


def displayed(node: Node) -> str:
    """Give the text that an element shows.

    Parameters
    ----------
    node : Node

    Returns
    -------
    str
        Line breaks as they are shown, the layout of the markup left out, no space at either end.
    """
    shown: list[str] = []
    if node.tag not in _NOT_SHOWN:
        _show(node, shown)
    return "".join(shown).strip()


def in_one_line(node: Node) -> str:
    """Give the text that an element shows, its white space squeezed."""
    return " ".join(displayed(node).split())


def _show(node: Node, shown: list[str]) -> None:
    """Add what an element shows."""
    for part in node.parts:
        if isinstance(part, str):
            _show_text(part, shown)
        elif part.tag == "br":
            shown.append("\n")
        elif part.tag in _BLOCKS:
            _break_line(shown)
            _show(part, shown)
            _break_line(shown)
        elif part.tag not in _NOT_SHOWN:
            _show(part, shown)


def _show_text(text: str, shown: list[str]) -> None:
    """Add a text; where the markup is broken into lines, there is a space at most."""
    if "\n" in text or "\r" in text:
        text = _LAYOUT.sub(" ", text)
        if not shown or shown[-1].endswith(("\n", " ")):
            text = text.lstrip(" ")
    if text:
        shown.append(text)


def _break_line(shown: list[str]) -> None:
    """Begin a new line unless one has just begun."""
    if shown and not shown[-1].endswith("\n"):
        shown.append("\n")


def markup(node: Node, limit: int) -> str:
    """Write an element as markup again, as much as ``limit`` characters show."""
    written: list[str] = []
    _write(node, written, limit)
    return "".join(written)[:limit]


def _write(node: Node, written: list[str], left: int) -> int:
    """Add an element's markup while there is room; how much room is left."""
    said = "".join(f' {name}="{escape(value)}"' for name, value in node.attributes.items())
    left = _add(f"<{node.tag}{said}>", written, left)
    for part in node.parts:
        if left <= 0:
            return left
        if isinstance(part, str):
            left = _add(escape(part[:left], quote=False), written, left)
        else:
            left = _write(part, written, left)
    return _add(f"</{node.tag}>", written, left)


def _add(text: str, written: list[str], left: int) -> int:
    """Add a text; how much room is left."""
    written.append(text)
    return left - len(text)
