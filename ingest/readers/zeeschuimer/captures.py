"""Captures that Zeeschuimer saved, a capture a line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from graph.records import Batch
from ingest.readers.json_items import read_items
from ingest.readers.json_lines import Item, json_lines
from ingest.readers.looks import Looks
from ingest.readers.options import ReadOptions
from ingest.readers.reader import Reader
from ingest.readers.refusal import Refusal
from ingest.readers.told_rows import ToldRows
from ingest.readers.zeeschuimer import instagram, tiktok, tiktok_comments, x
from ingest.readers.zeeschuimer.capture import Said, capture_of, without_investigator

SOURCES: dict[str, Callable[[Mapping[str, Any]], Iterator[Said]]] = {
    "tiktok.com": tiktok.tell,
    "tiktok-comments": tiktok_comments.tell,
    "instagram.com": instagram.tell,
    "twitter.com": x.tell,
    "x.com": x.tell,
}


def read(path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
    """Read captures, of one platform or of several.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    name : str
        What the user calls the file, for messages.
    options : ReadOptions
        Encoding; nothing else is needed, for ids and times are the platforms' own.

    Yields
    ------
    Batch
        Each capture is a sighting of a post, with what it says of others. A post seen again is
        another sighting; captures that say the same at the same time are merged. Captures of
        platforms that are not read are refused.
    """
    lines = map(without_investigator, json_lines(path, name, options.encoding))
    yield from read_items(lines, _tell, ToldRows(options, x.TIMES))


def _tell(item: Item, rows: ToldRows) -> None:
    """Tell what a capture says."""
    capture = capture_of(item.value)
    if capture.source not in SOURCES:
        raise Refusal(
            "source_platform",
            f"captures of '{capture.source[:60]}' are not read; these are: {', '.join(SOURCES)}",
        )
    for where, row in list(SOURCES[capture.source](capture.data)):
        rows.tell(f"{item.locator}{where}", {**row, **capture.seen})


def _fits(looks: Looks) -> bool:
    """Whether each line is a capture, as Zeeschuimer or as 4CAT writes it."""
    is_capture = looks.has("source_platform", "timestamp_collected", "data")
    return "lines" in looks.kinds and (is_capture or looks.has("__import_meta.source_platform"))


CAPTURES = Reader(
    name="zeeschuimer",
    title="Zeeschuimer NDJSON (TikTok and its comments, Instagram, X), also from 4CAT",
    example="zeeschuimer-export-tiktok.com-2026-03-01T090000.ndjson",
    read=read,
    fits=_fits,
)
