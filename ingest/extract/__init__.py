"""Contact details, prices and text signatures, from texts; pure and columnar."""

from ingest.extract.contact import extract_by_hand, parse_contact
from ingest.extract.details import extract, extract_details
from ingest.extract.signatures import text_signatures

EXTRACTOR_VERSION = "1"
"""Changes whenever the same text may give other results; derived tables are kept under it."""

__all__ = [
    "EXTRACTOR_VERSION",
    "extract",
    "extract_by_hand",
    "extract_details",
    "parse_contact",
    "text_signatures",
]
