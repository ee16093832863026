"""Zeeschuimer's files under a neutral name, as they are and as 4CAT saves them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.ingest.readers.reading import Read, read

FIXTURES = Path(__file__).parent / "fixtures"
META = ("nav_index", "item_id", "timestamp_collected", "source_platform", "source_platform_url")


def captures(*names: str) -> list[dict[str, Any]]:
    """The captures of fixtures."""
    texts = [(FIXTURES / f"{name}.ndjson").read_text(encoding="utf-8") for name in names]
    return [json.loads(line) for text in texts for line in text.splitlines()]


def read_lines(folder: Path, lines: list[Any], **options: Any) -> Read:
    """Read values, one a line."""
    path = folder / "a file"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return read(path, **options)


def lifted(capture: dict[str, Any]) -> dict[str, Any]:
    """A capture as 4CAT saves it: the data at the top."""
    rest = {name: value for name, value in capture.items() if name != "data"}
    return {**(capture["data"] or {}), "__import_meta": rest}


def post_at(found: Read, locator: str) -> dict[str, Any]:
    """The post that is told at a place."""
    (row,) = found.posts.filter(locator=locator).to_dicts()
    return {**row, "extra": json.loads(row["extra"] or "{}")}
