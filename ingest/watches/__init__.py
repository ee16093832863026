"""Watches: what people keep an eye on, kept for good in the journal, and where it turns up."""

from ingest.watches.finding import Arrived, arrived_between, arrived_in
from ingest.watches.kept import (
    ACCOUNT,
    CLUSTER,
    DETAIL,
    GROUP,
    KINDS,
    TAXON,
    TERM,
    Watch,
    add_watch,
    remove_watch,
    standing_watch,
    watches,
)
from ingest.watches.named import is_met, watched_value

__all__ = [
    "ACCOUNT",
    "CLUSTER",
    "DETAIL",
    "GROUP",
    "KINDS",
    "TAXON",
    "TERM",
    "Arrived",
    "Watch",
    "add_watch",
    "arrived_between",
    "arrived_in",
    "is_met",
    "remove_watch",
    "standing_watch",
    "watched_value",
    "watches",
]
