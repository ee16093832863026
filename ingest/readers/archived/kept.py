"""What a source says besides what is understood, kept with the post."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ingest.readers.columns import COLUMNS, TOLD


def under_free_names(said: Mapping[str, Any]) -> dict[str, Any]:
    """Keep values under names that are no plain table's."""
    return {
        f"{name} (source)" if name in COLUMNS or name in TOLD else name: value
        for name, value in said.items()
    }
