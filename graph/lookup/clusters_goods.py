"""What a cluster's accounts offer or seek, what they state of it, and where they say it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from graph.lookup.posts import Post, read_posts
from graph.store import GraphStore
from graph.trade import SURE_NAME


@dataclass(frozen=True)
class OfferedTaxon:
    """A taxon that posts of a cluster's accounts offer or seek.

    Attributes
    ----------
    key, scientific_name : str
    english, listed : str or None
        What the lists in use say; None where they do not.
    products : tuple of str
        What of it is named besides the animal or plant.
    posts, accounts : int
        Distinct posts, and distinct accounts that posted them.
    first_seen, last_seen : datetime or None
        Of those posts.
    """

    key: str
    scientific_name: str
    english: str | None
    listed: str | None
    products: tuple[str, ...]
    posts: int
    accounts: int
    first_seen: datetime | None
    last_seen: datetime | None


@dataclass(frozen=True)
class Stated:
    """What some posts state in the same words.

    Attributes
    ----------
    taxon_key : str or None
        The one taxon that these posts name for sure; None: none or several.
    said : str
        As `ingest.load_goods_rows.readings` writes it: ``price 500000 IDR per piece``; or
        ``cell`` with the file's own field for the price, and for the currency where it has one.
    posts : int
        How many of them.
    """

    taxon_key: str | None
    said: str
    posts: int


@dataclass(frozen=True)
class ClusterPlace:
    """A place that posts of a cluster's accounts name.

    Attributes
    ----------
    key : str
        The place in small letters.
    place : str
        As one of the posts writes it; it was never looked up.
    how : str
        ``text``: read in the post's words; ``source``: in the file's own field for it.
    posts, accounts : int
    first_seen, last_seen : datetime or None
    """

    key: str
    place: str
    how: str
    posts: int
    accounts: int
    first_seen: datetime | None
    last_seen: datetime | None


@dataclass(frozen=True)
class ClusterSource:
    """A file that posts of a cluster's accounts are recorded in, and of how many posts."""

    key: str
    path: str
    handling: str | None
    region: str | None
    posts: int


def list_offers(
    store: GraphStore, cluster_key: str, *, skip: int = 0, limit: int = 100
) -> list[OfferedTaxon]:
    """List taxa that a cluster's accounts offer or seek, the most offered first."""
    rows = store.run(
        "cluster_offers", key=cluster_key, least_confidence=SURE_NAME, skip=skip, limit=limit
    )
    return [OfferedTaxon(**{**row, "products": tuple(row["products"])}) for row in rows]


def list_stated(store: GraphStore, cluster_key: str, *, limit: int = 10_000) -> list[Stated]:
    """List what posts that offer or seek goods state, the most frequent first."""
    rows = store.run("cluster_stated", key=cluster_key, least_confidence=SURE_NAME, limit=limit)
    return [Stated(row["taxon_key"], row["said_key"], row["posts"]) for row in rows]


def list_offer_posts(
    store: GraphStore, cluster_key: str, taxon_key: str, *, skip: int = 0, limit: int = 10
) -> list[Post]:
    """Read posts of a cluster's accounts that offer or seek a taxon, the newest first."""
    return read_posts(
        store.run(
            "cluster_offer_posts",
            key=cluster_key,
            taxon_key=taxon_key,
            least_confidence=SURE_NAME,
            skip=skip,
            limit=limit,
        )
    )


def list_cluster_places(
    store: GraphStore,
    cluster_key: str,
    *,
    threatened: Sequence[str] = (),
    skip: int = 0,
    limit: int = 100,
) -> list[ClusterPlace]:
    """List places that posts of a cluster's accounts name, the most said first.

    Parameters
    ----------
    store : GraphStore
    cluster_key : str
    threatened : sequence of str
        Keys of taxa; the places of posts that offer or seek one are left out.
    skip, limit : int
    """
    rows = store.run(
        "cluster_places", key=cluster_key, threatened=list(threatened), skip=skip, limit=limit
    )
    return [ClusterPlace(how=row.pop("how_key"), **row) for row in rows]


def count_cluster_places(
    store: GraphStore, cluster_key: str, *, threatened: Sequence[str] = ()
) -> tuple[int, int]:
    """Count the places that `list_cluster_places` lists, and posts whose places are left out."""
    found = store.run("cluster_places_count", key=cluster_key, threatened=list(threatened))[0]
    return int(found["places"]), int(found["left_out"])


def threatened_places(
    store: GraphStore, cluster_key: str, *, threatened: Sequence[str], limit: int = 2_000
) -> dict[str, int]:
    """Count the posts that name each place that `list_cluster_places` leaves out."""
    rows = store.run(
        "cluster_places_threatened", key=cluster_key, threatened=list(threatened), limit=limit
    )
    return {row["key"]: row["posts"] for row in rows}


def list_cluster_sources(
    store: GraphStore, cluster_key: str, *, limit: int = 1_000
) -> list[ClusterSource]:
    """List the files that posts of a cluster's accounts are recorded in, most posts first."""
    rows = store.run("cluster_sources", key=cluster_key, limit=limit)
    return [ClusterSource(**row) for row in rows]
