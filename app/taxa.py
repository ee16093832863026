"""What there is to say of taxa and their lists, as plain data."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date
from typing import Any

import polars as pl
from rapidfuzz import fuzz, process

from graph.errors import UsageError
from graph.workspace import Workspace
from ingest.extract.names.folded import fold_name
from ingest.extract.taxa.listed import Header, keep, kept_lists, remove
from ingest.extract.taxa.shipped_lists import CITES, STATE, shipped_lists
from ingest.extract.taxa.taxa import Taxa
from ingest.extract.taxa.taxon import INTERNATIONAL, PREFIX, Taxon
from ingest.extract.taxa.workspace import taxa_of
from ingest.journal import Journal
from ingest.taxa_import import ReadList

SHIPPED = "shipped"
_LEAST_LIKENESS = 60


def lists_of(workspace: Workspace) -> dict[str, Any]:
    """Describe the lists that a workspace's texts are read with.

    Parameters
    ----------
    workspace : Workspace

    Returns
    -------
    dict
        ``version`` of all together, ``note``, and ``lists``: what is shipped, then the
        workspace's own by name; ``names``: as given, without what was put together, and null
        for those of the workspace.
    """
    shipped = shipped_lists()
    own = [header for _, header in kept_lists(workspace)]
    is_replaced = any(header.name == CITES for header in own)
    use = "taxa without a row in the workspace's own cites list" if is_replaced else "all taxa"
    first = {
        "list": SHIPPED,
        "jurisdiction": INTERNATIONAL,
        "valid_from": None,
        "valid_to": None,
        "taxa": len(shipped.taxa),
        "names": len(shipped.given),
        "file": None,
        "sha256": None,
        "by": None,
        "at": None,
        "refused": 0,
    }
    rows = [{"list": header.name, "names": None, **_without_name(asdict(header))} for header in own]
    return {
        "version": taxa_of(workspace).version,
        "note": f"Shipped: {STATE}; its appendices are used for {use}.",
        "lists": [first, *rows],
    }


def meaning_of(taxa: Taxa, name: str, on: date | None = None) -> dict[str, Any] | None:
    """Tell what a name means.

    Parameters
    ----------
    taxa : Taxa
    name : str
        In any writing that is found in texts, or a key.
    on : date, optional
        Only listings that hold on this day.

    Returns
    -------
    dict or None
        ``taxon`` (null: a name inside this phrase means none), ``product rule confidence
        language needs_company listings names``; None where no list has the name.
    """
    found = taxa.meanings(name.removeprefix(PREFIX))
    if not found:
        taxon = taxa.taxon(name if name.startswith(PREFIX) else f"{PREFIX}{name.strip()}")
        if taxon is None:
            return None
        found = [_by_key(taxon)]
    row = found[0]
    shown = ("product", "rule", "confidence", "language", "needs_company")
    meant: dict[str, Any] = {"name": name, **{field: row[field] for field in shown}}
    key = row["taxon_key"]
    taxon = taxa.taxon(str(key)) if key else None
    if taxon is None:
        return {**meant, "taxon": None, "listings": [], "names": []}
    listings = taxon.listings if on is None else taxon.listed(on)
    names = taxa.names_of(taxon.key).select(
        "name", "language", "product", "rule", "confidence", "source", "verified"
    )
    return {
        **meant,
        "taxon": {"key": taxon.key, **_without_listings(taxon)},
        "listings": [asdict(listing) for listing in listings],
        "names": names.unique(maintain_order=True).to_dicts(),
    }


def nearest_names(taxa: Taxa, name: str, most: int) -> list[str]:
    """Give the names most like one that is not known, the likest first."""
    known = taxa.names.filter(
        pl.col("taxon_key").is_not_null() & ~pl.col("rule").str.contains("product of it")
    )
    found = process.extract(
        fold_name(name),
        known["written"].to_list(),
        scorer=fuzz.ratio,
        limit=most * 4,
        score_cutoff=_LEAST_LIKENESS,
    )
    return list(dict.fromkeys(known["name"][place] for _, _, place in found))[:most]


def take_list(workspace: Workspace, header: Header, read: ReadList) -> Header:
    """Take a list of taxa into a workspace, in the place of one of the same name.

    Parameters
    ----------
    workspace : Workspace
        The caller holds its writer lock.
    header : Header
        What is known of the list; what the file says is filled in.
    read : ReadList
        What was read of its file.

    Returns
    -------
    Header
        Whole.

    Raises
    ------
    UsageError
        If its last day is before its first.
    """
    if header.valid_from and header.valid_to and header.valid_to < header.valid_from:
        raise UsageError(f"{header.valid_to}: this is before {header.valid_from}.")
    whole = replace(header, sha256=read.sha256, taxa=read.taxa.height, refused=len(read.refused))
    keep(workspace, whole, read.taxa)
    _note(workspace, whole, "import", whole.by)
    return whole


def remove_list(workspace: Workspace, name: str, *, who: str) -> Header:
    """Remove a list from a workspace; the caller holds its writer lock.

    Raises
    ------
    NotFound
        If there is none of this name.
    """
    header = remove(workspace, name)
    _note(workspace, header, "remove", who)
    return header


def _note(workspace: Workspace, header: Header, action: str, who: str) -> None:
    """Enter into the journal what was done with a list."""
    Journal(workspace).append(
        "taxa",
        who,
        action=action,
        list=header.name,
        jurisdiction=header.jurisdiction,
        valid_from=header.valid_from,
        valid_to=header.valid_to,
        file=header.file,
        sha256=header.sha256,
        taxa=header.taxa,
        refused=header.refused,
    )


def _by_key(taxon: Taxon) -> dict[str, Any]:
    """Make a row for a taxon that was named by its key alone."""
    return {
        "taxon_key": taxon.key,
        "product": None,
        "rule": "scientific name",
        "confidence": 0.99,
        "language": "la",
        "needs_company": True,
    }


def _without_listings(taxon: Taxon) -> dict[str, Any]:
    """Write a taxon as plain data."""
    plain = asdict(replace(taxon, listings=()))
    del plain["listings"]
    return plain


def _without_name(plain: dict[str, Any]) -> dict[str, Any]:
    """Leave out the name, which stands under another."""
    return {field: value for field, value in plain.items() if field != "name"}
