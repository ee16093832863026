"""Taxa: what an account's posts name, and what the lists in use say of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from graph.store import GraphStore


@dataclass(frozen=True)
class AccountTaxon:
    """A taxon that an account's posts name.

    Attributes
    ----------
    key, scientific_name : str
    listed : str or None
        How the lists in use protect it, in words; None: they do not say.
    products : tuple of str
        What of it is named besides the animal or plant.
    offered, named : int
        Distinct posts that name it and offer or seek goods; that name it at all.
    first_seen, last_seen : datetime or None
        Of the posts that name it.
    """

    key: str
    scientific_name: str
    listed: str | None
    products: tuple[str, ...]
    offered: int
    named: int
    first_seen: datetime | None
    last_seen: datetime | None


@dataclass(frozen=True)
class ListedTaxon:
    """What the lists in use say of a taxon; ``english`` and ``listed`` None where they do not."""

    key: str
    scientific_name: str
    english: str | None
    listed: str | None


def list_taxa(
    store: GraphStore, key: str, *, skip: int = 0, limit: int = 100
) -> list[AccountTaxon]:
    """List taxa that an account's posts name, the most offered first, some at a time."""
    rows = store.run("account_taxa", key=key, skip=skip, limit=limit)
    return [AccountTaxon(**{**row, "products": tuple(row["products"])}) for row in rows]


def find_taxa(store: GraphStore, scientific_names: Sequence[str]) -> dict[str, ListedTaxon]:
    """Look up taxa by their scientific names; those that no post names are left out."""
    rows = store.run("taxa_by_name", names=list(scientific_names))
    return {row["scientific_name"]: ListedTaxon(**row) for row in rows}


def list_named_taxa(store: GraphStore, *, limit: int = 20_000) -> list[ListedTaxon]:
    """List the taxa that posts name at all, by key."""
    return [ListedTaxon(**row) for row in store.run("clusters_taxa", limit=limit)]
