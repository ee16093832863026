"""What WhatsApp says about a group, in every wording that is read; names are fictional."""

from __future__ import annotations

import csv
from pathlib import Path

_FIELDS = ("by", "who", "new", "old", "title")


def _load() -> list[tuple[str, str, str, dict[str, str]]]:
    """Language, what is said, the event, and those whom it names."""
    with Path(__file__).with_name("rows.tsv").open(encoding="utf-8", newline="") as file:
        return [
            (
                row["language"],
                row["said"],
                row["event"],
                {name: row[name] for name in _FIELDS if row[name]},
            )
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


ROWS = _load()
