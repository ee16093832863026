"""What the list of clusters says."""

from __future__ import annotations

from app import words
from graph.lookup.clusters import Order

TITLE = "Clusters"
NO_FIT = "No cluster fits these filters."
NONE_FOUND = "This detection found no cluster: no evidence ties two accounts strongly."
ANY = "Any"

WORDS = "Name, handle or id"
WORDS_HINT = "Part of an account’s name or of a cluster’s id"
PLATFORM = "Platform"
SIZE = "Accounts, at least"
CONNECTED = "Connectedness"
ORDER = "Highest first by"
TAXON = "Species or kind of animal"
TAXON_HINT = "Any name: murai batu, parrot, Aves"
TAXON_HELP = (
    "Common names in the languages of the lists, trade names and scientific names, also of a "
    "genus, family, order or class. Clusters whose posts name one of the taxa meant are listed."
)
LISTED = "Protected under"
LISTED_HELP = (
    "Clusters whose posts name a taxon that a list in use protects so. Naming it is no offence; "
    "whether a trade is lawful is for a person to decide."
)
ANY_CITES = "CITES, any appendix"
REGION = "Region"
REGION_HELP = (
    "The region that was stated for the files when they were taken in, of the groups that the "
    "accounts post in. It says nothing of where anybody comes from."
)
ACTIVE_FROM = "Active on or after"
ACTIVE_UNTIL = "Active on or before"
STATUS = "Judged"
STATUS_HELP = (
    "How people have judged the cluster. Partly judged: one of its accounts or ties is judged, "
    "but not the cluster itself."
)
HUB = "Shared service"
HUB_HELP = (
    "Whether two or more of its accounts publish a contact detail that may serve strangers, such "
    "as a courier’s or an escrow account’s. Such a detail ties nobody."
)
STABILITY = "Stability"
STABILITY_HELP = (
    "Every account stays in the cluster in at least this share of repeated runs that leave "
    "evidence out at random."
)
CLEAR = "Clear all filters"

ORDERS: dict[str, Order] = {
    "Size": "size",
    "Connectedness": "connectedness",
    "Trade relevance": "trade_relevance",
    "Offers": "offers",
    "Last active": "span_last",
}
CONNECTED_FROM = {
    ANY: None, "At least 80%": 0.8, "At least 90%": 0.9, "At least 95%": 0.95, "At least 99%": 0.99,
}  # fmt: skip
STABLE_FROM = {
    ANY: None, "All at least 50%": 0.5, "All at least 80%": 0.8, "All at least 95%": 0.95,
}  # fmt: skip
HUBS = {ANY: None, "Shares one": True, "Shares none": False}
NOT_JUDGED, CONFIRMED, REJECTED = "Not judged", "Confirmed", "Rejected"
PARTLY, ASSESSED = "Partly judged", "Legality assessed"
STATUSES = (ANY, NOT_JUDGED, CONFIRMED, REJECTED, PARTLY, ASSESSED)

HEADINGS = {
    "Cluster": None,
    "Size": None,
    "Accounts": None,
    "Connectedness": words.CONNECTEDNESS,
    "Trade relevance": words.TRADE_RELEVANCE,
    "Legality": words.LEGALITY,
    "Judged": STATUS_HELP,
    "Active": None,
}


def detection(as_of: str) -> str:
    """Say which detection is listed, and what a cluster is."""
    return f"Detection as known by the end of {as_of}. {words.LEAD}"


def more(in_use: int) -> str:
    """Name the filters that are folded away, and how many of them are in use."""
    return f"More filters ({in_use} in use)" if in_use else "More filters"


def shown(first: int, last: int, fit: int, in_all: int) -> str:
    """Say which part of the list is shown, of how many that fit, of how many there are."""
    said = words.showing(first, last, fit, "clusters")
    that_fit = "that fits" if fit == 1 else "that fit"
    return said if fit == in_all else f"{said} {that_fit}, of {in_all:,} in all"


def unknown_taxon(said: str, nearest: list[str]) -> str:
    """Say that no list knows a name, and which names are most like it."""
    like = f" Nearest: {', '.join(nearest)}." if nearest else ""
    return f"No list in use knows “{said}”, so no cluster is shown.{like}"


def unnamed_taxon(said: str) -> str:
    """Say that no post names what was asked for."""
    return f"The lists know “{said}”, but no post names it; no cluster is shown."


def meant_taxa(names: list[str], in_all: int) -> str:
    """Say which taxa a name stands for, as far as posts name them."""
    left = in_all - len(names)
    return f"Taken to mean: {', '.join(names)}{f' and {left:,} more' if left else ''}."


def left_out(number: int) -> str:
    """Say how many names are left out of a list."""
    return f" and {number:,} more" if number else ""
