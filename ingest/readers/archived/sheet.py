"""The spreadsheet that Bellingcat's Auto Archiver fills in, as CSV or XLSX."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from graph.records import Batch
from ingest.readers.archived.addresses import read_address
from ingest.readers.archived.kept import under_free_names
from ingest.readers.archived.marks import (
    check_status,
    in_utc,
    lines,
    perceptual_hashes,
    pictures,
    sha256,
)
from ingest.readers.json_items import read_items
from ingest.readers.json_lines import Item
from ingest.readers.layout import Layout
from ingest.readers.looks import Looks
from ingest.readers.options import ReadOptions
from ingest.readers.reader import Reader
from ingest.readers.refusal import Refusal
from ingest.readers.table_items import table_items
from ingest.readers.told_rows import ToldRows

STATUS = "archive status"
TELLING = frozenset({
    STATUS, "archive location", "archive date", "upload timestamp", "upload title",
    "text content", "perceptual hashes", "destination folder", "replaywebpage",
})  # fmt: skip
_LINKS = ("link", "url", "media url", "source url", "source")
_OWN_NAMES = frozenset({*TELLING, "hash", "thumbnail", "screenshot", "wacz"})
_ENOUGH = 3


def read(path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
    """Read a sheet of archived pages.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    name : str
        What the user calls the file, for messages.
    options : ReadOptions
        Its encoding.

    Yields
    ------
    Batch
        A page is a post of the platform (or, of one unknown, the host) in its address, nobody's
        unless that says whose. A page that the archiver failed
        on or has not come to is refused with its status. Of the fingerprints, perceptual hashes
        and the SHA-256 of a picture go to the post's images; that of a page is kept beside it.
    """
    items = table_items(path, name, Layout(encoding=options.encoding))
    yield from read_items(items, _tell, ToldRows(options))


def _tell(item: Item, rows: ToldRows) -> None:
    """Tell one page."""
    cells = {column.strip().casefold(): cell.strip() for column, cell in item.value.items()}
    link_column = _link_column(cells)
    link = cells.pop(link_column)
    check_status(cells.get(STATUS), STATUS)
    stored = cells.get("archive location", "").split()
    told = {
        **read_address(link),
        "post_url": link,
        "posted_at": in_utc(cells.pop("upload timestamp", None)),
        "collected_at": in_utc(cells.pop("archive date", None)),
        "text": _words(cells),
        "image": lines(pictures(stored)),
        "image_hash": lines(perceptual_hashes(cells.pop("perceptual hashes", ""))),
    }
    if _is_of_a_picture(stored):
        told["image_sha256"] = sha256(cells.get("hash"))
    elif sha256(cells.get("hash")):
        rows.note(
            "Hashes of archived pages are kept with the posts; they are fingerprints of the page "
            "as it was saved, not of an image."
        )
    rows.tell(item.locator, {**under_free_names(cells), **told})


def _link_column(cells: dict[str, str]) -> str:
    """Find the column of the address, which may have any name.

    Raises
    ------
    Refusal
        If no cell holds an address.
    """
    known = (column for column in _LINKS if column in cells)
    others = (
        column
        for column, cell in cells.items()
        if column not in _OWN_NAMES and cell.startswith(("http://", "https://"))
    )
    found = next(known, None) or next(others, None)
    if found is None or not read_address(cells[found]):
        raise Refusal("link", "the row names no address that was archived")
    return found


def _words(cells: dict[str, str]) -> str | None:
    """Give the page's words, under its title unless they hold it."""
    title, words = cells.pop("upload title", ""), cells.pop("text content", "")
    if title.rstrip(".… ") in words:
        return words or None
    return "\n".join(part for part in (title, words) if part)


def _is_of_a_picture(stored: list[str]) -> bool:
    """Whether what the archiver stored, and took the hash of, is one picture."""
    return bool(stored) and len(pictures(stored)) == len(stored)


def _fits(looks: Looks) -> bool:
    """Whether a table has enough of the archiver's columns, which may be renamed."""
    return (
        looks.kinds == {"table"}
        and len(looks.names & TELLING) >= _ENOUGH
        and not looks.has("platform", "account_id")
    )


SHEET = Reader(
    name="auto-archiver",
    title="Auto Archiver sheet (CSV, XLSX)",
    example="link,archive status,archive location,archive date,upload timestamp,…",
    read=read,
    fits=_fits,
)
