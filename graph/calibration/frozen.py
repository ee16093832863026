"""Frozen numbers: models that a checked file fills, and the name of what it holds."""

from __future__ import annotations

import hashlib

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """Numbers read from a file: unknown keys are refused, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def name_of(numbers: Frozen, version: str) -> str:
    """Name a whole file of numbers by its version and fingerprint: two of one name are the same."""
    digest = hashlib.sha256(numbers.model_dump_json().encode()).hexdigest()[:8]
    return f"{version}-{digest}"
