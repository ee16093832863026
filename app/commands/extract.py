"""``spoor extract``: what extraction finds in lines of text, one JSON object per line."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated, BinaryIO

import polars as pl
import typer

from graph import keys
from graph.errors import SourceError
from ingest.extract import extract as extract_from
from ingest.extract.phone_numbers import known_region

_BYTES_AT_A_TIME = 4_000_000
_DETAIL = {
    "detail_key": "key", "kind": "kind", "value": "value", "raw": "raw", "start": "start",
    "end": "end", "rule": "rule", "confidence": "confidence",
}  # fmt: skip
_PRICE = {name: name for name in ("amount", "currency", "raw", "start", "end")}


def extract(
    file: Annotated[
        str, typer.Argument(help="A text file, one text per line; - reads standard input.")
    ] = "-",
    region: Annotated[
        str | None,
        typer.Option(help="Country (ID, MY, …) whose national telephone numbers are meant."),
    ] = None,
    platform: Annotated[
        str | None, typer.Option(help="Where the texts stand; decides whose @name is meant.")
    ] = None,
) -> None:
    """Show the contact details and prices in each line of a text, as JSON."""
    code = known_region(region) if region else None
    site = keys.platform(platform) if platform else None
    with ExitStack() as stack:
        lines = sys.stdin.buffer if file == "-" else stack.enter_context(_open(Path(file)))
        for found in find_in_lines(lines, code, site):
            sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")


def find_in_lines(
    lines: BinaryIO, region: str | None, platform: str | None
) -> Iterator[dict[str, list[dict[str, object]]]]:
    """Find contact details and prices in lines.

    Parameters
    ----------
    lines : binary file
        UTF-8; what is not is read as replacement characters.
    region, platform : str or None

    Yields
    ------
    dict
        ``contact_details prices taxa terms`` of each line, in order; ``start`` and ``end`` are
        character offsets into the line. Taxa and terms are not looked for yet.
    """
    while batch := lines.readlines(_BYTES_AT_A_TIME):
        texts = [line.decode("utf-8", "replace").rstrip("\r\n") for line in batch]
        rows = {
            "key": [str(place) for place in range(len(texts))],
            "text": texts,
            "platform": [platform] * len(texts),
        }
        found = extract_from(pl.DataFrame(rows, schema=dict.fromkeys(rows, pl.String)), region)
        details = _by_line(found.details, _DETAIL, len(texts))
        prices = _by_line(found.prices, _PRICE, len(texts))
        for own, priced in zip(details, prices, strict=True):
            yield {"contact_details": own, "prices": priced, "taxa": [], "terms": []}


def _by_line(
    found: pl.DataFrame, names: dict[str, str], lines: int
) -> list[list[dict[str, object]]]:
    """What was found in each line, under the names it is printed with."""
    by_line: list[list[dict[str, object]]] = [[] for _ in range(lines)]
    places = found["key"].cast(pl.Int64)
    for place, row in zip(places, found.select(*names).iter_rows(), strict=True):
        by_line[place].append(dict(zip(names.values(), row, strict=True)))
    return by_line


def _open(path: Path) -> BinaryIO:
    """Open a text file, or say in one sentence why not."""
    try:
        return path.open("rb")
    except OSError as error:
        raise SourceError(f"{path}: cannot be read ({error.strerror}); name a text file.") from None
