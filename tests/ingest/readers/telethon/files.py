"""The fixtures of this folder; all people and channels in them are invented."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import polars as pl

from tests.ingest.readers.reading import Read, read

FIXTURES = Path(__file__).parent / "fixtures"
CHANNEL, GROUP, BASIC, OTHER = "1400000123", "1400000456", "600000456", "1400000789"
ANA, GONE, BUDI, OWN = (f"telegram:user510000000{n}" for n in (1, 2, 3, 9))


def fixture(name: str, format_name: str | None = None) -> Read:
    """Read a fixture, its format told by its content unless named."""
    return read(FIXTURES / name, format_name=format_name)


def posts_of(found: Read) -> dict[str, dict[str, Any]]:
    """Posts by their id."""
    return {row["post_id"]: row for row in found.posts.to_dicts()}


def extra_of(post: dict[str, Any]) -> dict[str, Any]:
    """What a post says besides."""
    said: dict[str, Any] = json.loads(post["extra"] or "{}")
    return said


def pairs(table: pl.DataFrame, *columns: str) -> set[tuple[Any, ...]]:
    """Some columns of a table as a set of rows."""
    return set(table.select(columns).iter_rows())


def write_json(path: Path, document: object) -> Path:
    """Write a document as JSON."""
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return path


def load(name: str) -> Any:
    """Load a JSON fixture."""
    return json.loads((FIXTURES / name).read_text(encoding="utf-8"))
