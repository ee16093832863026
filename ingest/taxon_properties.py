"""What the graph keeps of a taxon."""

from __future__ import annotations

from datetime import date
from typing import Any

from ingest.extract.taxa.taxa import Taxa
from ingest.extract.taxa.taxon import INTERNATIONAL, PREFIX, Listing


def taxon_properties(taxa: Taxa, key: str, on: date) -> dict[str, Any]:
    """Describe a taxon for the graph.

    Parameters
    ----------
    taxa : Taxa
        The lists in use.
    key : str
        ``taxon:<scientific name>``.
    on : date
        The day whose listings count.

    Returns
    -------
    dict
        ``scientific_name rank english listed``: ``listed`` in words, such as ``CITES Appendix
        I; p106 (ID): protected``, null where no list in use has it on that day.
    """
    taxon = taxa.taxon(key)
    if taxon is None:
        return {"scientific_name": key.removeprefix(PREFIX)}
    return {
        "scientific_name": taxon.scientific_name,
        "rank": taxon.rank,
        "english": taxon.english or None,
        "listed": "; ".join(_in_words(each) for each in taxon.listed(on)) or None,
    }


def _in_words(listing: Listing) -> str:
    """Say what a list says: the appendix, or its own word."""
    if listing.list == "cites":
        return f"CITES Appendix {listing.status}"
    where = "" if listing.jurisdiction == INTERNATIONAL else f" ({listing.jurisdiction})"
    return f"{listing.list}{where}: {listing.status}"
