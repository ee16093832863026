"""Translations of posts: what people write or paste, kept for good in the journal."""

from ingest.translations.kept import (
    LONGEST,
    Translation,
    add_translation,
    searchable,
    translations,
    withdraw_translation,
)

__all__ = [
    "LONGEST",
    "Translation",
    "add_translation",
    "searchable",
    "translations",
    "withdraw_translation",
]
