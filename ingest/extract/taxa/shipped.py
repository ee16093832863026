"""The taxa that are shipped with the program."""

from __future__ import annotations

from functools import cache

from ingest.extract.taxa.shipped_lists import shipped_lists
from ingest.extract.taxa.taxa import Taxa, make_taxa


@cache
def shipped_taxa() -> Taxa:
    """Give the shipped taxa with their names; CITES appendices after CoP19, CoP20 not applied."""
    lists = shipped_lists()
    content = [repr(lists)]
    return make_taxa(lists.taxa, lists.given, lists.composed, lists.false_friends, content)
