"""The CSV file that Auto Archiver keeps as its database: cells as Python prints its values."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

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
from ingest.readers.json_values import items, mapping, text, texts
from ingest.readers.layout import Layout
from ingest.readers.looks import Looks
from ingest.readers.options import ReadOptions
from ingest.readers.python_values import read_value
from ingest.readers.reader import Reader
from ingest.readers.refusal import Refusal
from ingest.readers.table_items import table_items
from ingest.readers.told_rows import ToldRows

NAMES = frozenset({"status", "metadata", "media"})
_TOLD = ("url", "title", "content", "timestamp", "_processed_at")
_OF_THE_MACHINE = ("tmp_dir", "folder", "_context", "total_bytes", "archive_duration_seconds")
_NO_POST_PICTURE = ("screenshot", "_final_media", "warc-file-")
_DEEPEST = 5


def read(path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
    """Read the archiver's database.

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
        A page is a post, as of the archiver's sheet. Fingerprints are those of its pictures,
        screenshots left out. Where files lay on the archiving machine is not kept.
    """
    rows = table_items(path, name, Layout(delimiter=",", encoding=options.encoding))
    yield from read_items(rows, _tell, ToldRows(options))


def _tell(item: Item, rows: ToldRows) -> None:
    """Tell one page."""
    cells = {column.strip().casefold(): cell for column, cell in item.value.items()}
    check_status(cells.get("status"), "status")
    said = mapping(read_value(cells.get("metadata", "{}"), "metadata"))
    media = _all_media(read_value(cells.get("media", "[]"), "media"))
    link = text(said, "url")
    if link is None or not read_address(link):
        raise Refusal("metadata", "it names no address that was archived")
    shown = [each for each in media if _is_post_picture(each)]
    hashes = (text(each, "properties", "hash") for each in shown)
    alike = (text(each, "properties", "pdq_hash") for each in shown)
    rows.tell(
        item.locator,
        {
            **_kept(said),
            "archive status": cells["status"],
            "archive location": lines(_addresses(media)),
            **read_address(link),
            "post_url": link,
            "posted_at": in_utc(text(said, "timestamp")),
            "collected_at": in_utc(text(said, "_processed_at")),
            "text": "\n".join(_words(said)) or None,
            "image": lines(pictures(_addresses(shown))),
            "image_sha256": lines(found for each in hashes if (found := sha256(each))),
            "image_hash": lines(
                found for each in alike if each for found in perceptual_hashes(each)
            ),
        },
    )


def _all_media(value: object, depth: int = 0) -> list[dict[str, Any]]:
    """List the files of a page, those made from others too."""
    found: list[dict[str, Any]] = []
    for each in items(value):
        if isinstance(each, dict) and depth < _DEEPEST:
            found.append(each)
            for inside in mapping(each, "properties").values():
                found += _all_media(inside if isinstance(inside, list) else [inside], depth + 1)
    return found


def _is_post_picture(media: dict[str, Any]) -> bool:
    """Whether a file is a picture of the page, and not one of the archiver's making."""
    made = text(media, "properties", "id") or ""
    kind = text(media, "_mimetype") or text(media, "mimetype") or ""
    is_picture = kind.startswith("image") or bool(pictures(_addresses([media])))
    return is_picture and not made.startswith(_NO_POST_PICTURE)


def _addresses(media: list[dict[str, Any]]) -> list[str]:
    """Give where files were stored."""
    return [address for each in media for address in texts(each, "urls")]


def _words(said: object) -> list[str]:
    """Give the page's words, under its title unless they hold it."""
    title, words = text(said, "title") or "", text(said, "content") or ""
    return [part for part in ("" if title in words else title, words) if part]


def _kept(said: Any) -> dict[str, object]:
    """Keep what else is said of the page."""
    return under_free_names(
        {
            name: value
            for name, value in said.items()
            if name not in _TOLD and name not in _OF_THE_MACHINE and value not in (None, "", [], {})
        }
    )


def _fits(looks: Looks) -> bool:
    """Whether a table has these columns alone, and Python's values in them."""
    return (
        looks.kinds == {"table"}
        and looks.names == NAMES
        and looks.values.get("metadata", "").lstrip().startswith("{'")
    )


DATABASE = Reader(
    name="auto-archiver-db",
    title="Auto Archiver CSV database",
    example="status,metadata,media",
    read=read,
    fits=_fits,
)
