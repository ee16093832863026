"""The blocks of a page, picked out of what the parser tells, everything else let go."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from ingest.readers.rows import MAX_RECORD, RAW_SHOWN
from ingest.readers.telegram_html.nodes import Node

MAX_DEPTH = 2_000
MAX_BLOCK_DEPTH = 100
MAX_ELEMENTS = 50_000
_ID = re.compile(r"message(-?\d{1,18})", re.ASCII)
_PARTS = frozenset({"body", "date", "from_name", "reply_to", "media_wrap", "text", "reactions"})
_MARKS = frozenset({"chat_page", "list_page", "personal_info", "sections"})
_NOT_CLOSED = "the markup is damaged: it is not closed"
_STRAY = "the markup is damaged: parts of a message stand outside of any message"
_CUT_OFF = "the file ends within it"
_TOO_LARGE = (
    f"it is longer than {MAX_RECORD:,} characters or {MAX_ELEMENTS:,} elements, or nested more "
    f"than {MAX_BLOCK_DEPTH} deep"
)


class Kind(Enum):
    """What a block is: a message, a service row, or parts of a message outside of any."""

    MESSAGE = "message"
    SERVICE = "service"
    STRAY = "stray"


@dataclass(frozen=True, slots=True)
class Block:
    """A message or service row of a page.

    Attributes
    ----------
    kind : Kind
    node : Node
        The element.
    number : int or None
        The message's id; null when it has none.
    problem : str or None
        Why it is not whole.
    """

    kind: Kind
    node: Node
    number: int | None
    problem: str | None


class TooDeep(Exception):
    """Tags are nested too deep."""


class Blocks:
    """What the parser tells of a page: collects the blocks and lets everything else go.

    Attributes
    ----------
    seen : bool
        Whether a tag has been met since this was last unset.
    at_end : bool
        Whether the file has ended, so that what ends now was never closed.
    open_divisions : int
        Divisions that are not closed yet.
    marks : set of str
        Classes that tell what page this is.
    header : Node or None
    """

    def __init__(self) -> None:
        self.seen = False
        self.at_end = False
        self.open_divisions = 0
        self.marks: set[str] = set()
        self.header: Node | None = None
        self._depth = 0
        self._stack: list[Node] = []
        self._root_depth = 0
        self._kind: Kind | None = None
        self._passing_over: int | None = None
        self._is_too_large = False
        self._elements = 0
        self._size = 0
        self._finished: list[Block] = []

    def take(self) -> list[Block]:
        """Hand over the blocks finished so far."""
        finished, self._finished = self._finished, []
        return finished

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element."""
        self.seen = True
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise TooDeep
        classes = attributes.get("class", "")
        if tag == "div":
            self.open_divisions += 1
            if classes.startswith("message ") and (kind := _kind(classes)) is not None:
                if self._stack:
                    self._finish(_NOT_CLOSED)
                self._begin(kind, Node(tag, attributes, classes))
                return
        if self._stack:
            if self._passing_over is None:
                self._push(Node(tag, attributes, classes))
        elif classes:
            self._outside(Node(tag, attributes, classes))

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        self.seen = True
        self._depth -= 1
        if tag == "div" and not self.at_end:
            self.open_divisions -= 1
        if self._stack:
            if self._depth < self._root_depth:
                self._finish(_CUT_OFF if self.at_end else None)
            elif self._passing_over is None:
                self._stack.pop()
            elif self._depth < self._passing_over:
                self._passing_over = None

    def data(self, text: str) -> None:
        """Take a piece of text."""
        if self._stack and self._passing_over is None:
            self._size += len(text)
            if self._size > MAX_RECORD:
                self._pass_rest_over()
                text = text[:RAW_SHOWN]
            self._stack[-1].parts.append(text)

    def close(self) -> None:
        """Take the end of the page."""

    def _begin(self, kind: Kind | None, node: Node) -> None:
        """Begin to collect a block; without a kind it is the head of the page."""
        self._kind = kind
        self._stack = [node]
        self._root_depth = self._depth
        self._passing_over = None
        self._is_too_large = False
        self._elements = 0
        self._size = 0

    def _push(self, node: Node) -> None:
        """Add an element to the block: neither the pictures of people, nor too many of them."""
        if node.classes and node.classes[-1] == "userpic_wrap":
            self._passing_over = self._depth
            return
        self._elements += 1
        if self._elements > MAX_ELEMENTS or len(self._stack) >= MAX_BLOCK_DEPTH:
            self._pass_rest_over()
            return
        self._stack[-1].parts.append(node)
        self._stack.append(node)

    def _pass_rest_over(self) -> None:
        """Keep nothing more of a block that is too large."""
        self._is_too_large = True
        self._passing_over = self._root_depth

    def _outside(self, node: Node) -> None:
        """Look at an element outside of blocks."""
        classes = node.classes
        if "page_header" in classes and self.header is None:
            self._begin(None, node)
            return
        self.marks.update(_MARKS.intersection(classes))
        if "chat_page" in self.marks and not _PARTS.isdisjoint(classes):
            self._begin(Kind.STRAY, node)

    def _finish(self, problem: str | None) -> None:
        """Hand over the block that is being collected."""
        node = self._stack[0]
        self._stack = []
        if self._kind is None:
            self.header = node
            return
        if self._is_too_large:
            problem = _TOO_LARGE
        if self._kind is Kind.STRAY:
            problem = _STRAY
        found = _ID.fullmatch(node.attributes.get("id", ""))
        number = int(found[1]) if found else None
        self._finished.append(Block(self._kind, node, number, problem))


def _kind(classes: str) -> Kind | None:
    """Which block a division of these classes begins, if it does."""
    names = classes.split()
    if "service" in names:
        return Kind.SERVICE
    return Kind.MESSAGE if "default" in names else None
