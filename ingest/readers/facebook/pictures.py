"""Pictures attached to what Apify's actors save, and what Facebook reads in them."""

from __future__ import annotations

from ingest.readers.json_values import items, text

_ADDRESSES = (
    ("photo_image", "uri"),
    ("image", "uri"),
    ("thumbnail",),
    ("url",),
)


def picture(value: object) -> str | None:
    """List the pictures, one a line, each at its largest."""
    found = (
        next((address for path in _ADDRESSES if (address := text(each, *path))), None)
        for each in items(value, "attachments")
    )
    return "\n".join(address for address in found if address) or None


def picture_text(value: object) -> str | None:
    """Give the words that Facebook reads in the pictures; they are not the writer's."""
    found = (text(each, "ocrText") for each in items(value, "attachments"))
    return "\n".join(words for words in found if words) or None
