"""A page read once from its beginning to its end, without ever holding it."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from lxml import etree

from graph.errors import SourceError
from ingest.readers.rows import without_cycle_search
from ingest.readers.telegram_html.blocks import MAX_DEPTH, Block, Blocks, TooDeep
from ingest.readers.telegram_html.nodes import Node, in_one_line
from ingest.readers.text import encoding_of

MAX_RUN = 1 << 28
_CHUNK = 1 << 18
_AGAIN = "get it again, or export the chat as JSON"


class Page:
    """A page of an export, read once from its beginning to its end.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    name : str
        What the user calls the file, for messages.

    Attributes
    ----------
    bytes_read : int
        How far it has been read.
    header : Node or None
        The head of the page, once it has been read.
    is_chat, is_list, is_front : bool
        Whether it has been found to be a chat, a list (of contacts, sessions, chats), or the first
        page of a whole account's export.
    is_cut : bool
        Whether the page turned out to end before its markup does.
    """

    def __init__(self, path: Path, name: str) -> None:
        self._path = path
        self._name = name
        self._blocks = Blocks()
        self._told_at = 0
        self.bytes_read = 0
        self.is_cut = False

    @property
    def header(self) -> Node | None:
        """The head of the page."""
        return self._blocks.header

    @property
    def is_chat(self) -> bool:
        """Whether the page says that it is a chat."""
        return "chat_page" in self._blocks.marks

    @property
    def is_list(self) -> bool:
        """Whether the page says that it is a list."""
        return "list_page" in self._blocks.marks

    @property
    def is_front(self) -> bool:
        """Whether the page is the first of a whole account's export."""
        return bool(self._blocks.marks & {"personal_info", "sections"})

    def blocks(self) -> Iterator[Block]:
        """Give the blocks in their order.

        Raises
        ------
        SourceError
            If the file is not text in its encoding, or not markup that a page can have.
        """
        # lxml takes any object with these methods as a target; its stubs know its own kind only.
        target = cast("etree.ParserTarget", self._blocks)
        parser = etree.HTMLParser(encoding="utf-8", target=target)
        try:
            for chunk in self._chunks():
                with without_cycle_search():
                    parser.feed(chunk)
                self._check_progress()
                yield from self._blocks.take()
            self._blocks.at_end = True
            self.is_cut = self._blocks.open_divisions > 0
            if self.bytes_read:
                parser.close()
        except TooDeep:
            raise self._unreadable(f"its tags are nested more than {MAX_DEPTH:,} deep") from None
        except etree.LxmlError as error:
            raise self._unreadable(f"it is not markup ({error})") from None
        yield from self._blocks.take()

    def _chunks(self) -> Iterator[bytes]:
        """Give the file as UTF-8 without NULs; a character cut off at its end is left out."""
        encoding = encoding_of(self._path)
        decoder = codecs.getincrementaldecoder(encoding)()
        with self._path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                try:
                    text = decoder.decode(chunk)
                except UnicodeDecodeError as error:
                    at = self.bytes_read + error.start + 1
                    raise self._unreadable(
                        f"near byte {at:,} it is not {encoding.upper()} text"
                    ) from None
                self.bytes_read += len(chunk)
                yield text.replace("\0", "\N{REPLACEMENT CHARACTER}").encode()

    def _check_progress(self) -> None:
        """Raise `SourceError` when there is no tag for long: the parser holds what is between."""
        if self._blocks.seen:
            self._blocks.seen = False
            self._told_at = self.bytes_read
        elif self.bytes_read - self._told_at > MAX_RUN:
            raise self._unreadable(f"it goes on for {MAX_RUN >> 20:,} MiB without a tag")

    def _unreadable(self, what: str) -> SourceError:
        """Say that the page cannot be read."""
        return SourceError(f"{self._name}: the page cannot be read, {what}; {_AGAIN}.")


def title_of(header: Node) -> str | None:
    """Give the title in the head of a page."""
    shown = header.first("text")
    return in_one_line(shown) or None if shown is not None else None


def leads_back(header: Node) -> bool:
    """Whether the head of a page leads back to others, as in a whole account's export."""
    return any(element.tag == "a" and element.attributes.get("href") for element in header.all())
