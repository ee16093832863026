"""What texts give away: contact details, prices, measures, taxa, terms, signatures."""

from ingest.extract.by_hand import extract_by_hand, parse_contact
from ingest.extract.extraction import extract, extract_details
from ingest.extract.extractor import EXTRACTOR_VERSION, Extractor, shipped_extractor
from ingest.extract.signatures import text_signatures

__all__ = [
    "EXTRACTOR_VERSION",
    "Extractor",
    "extract",
    "extract_by_hand",
    "extract_details",
    "parse_contact",
    "shipped_extractor",
    "text_signatures",
]
