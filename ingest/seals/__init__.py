"""Seals: pictures that people decided are to be shown to nobody, kept for good in the journal."""

from ingest.seals.kept import (
    ACCOUNT,
    GROUNDS,
    KINDS,
    PICTURE,
    POST,
    Seal,
    Seals,
    lift_seal,
    put_seal,
    seals,
)

__all__ = [
    "ACCOUNT",
    "GROUNDS",
    "KINDS",
    "PICTURE",
    "POST",
    "Seal",
    "Seals",
    "lift_seal",
    "put_seal",
    "seals",
]
