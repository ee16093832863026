"""Posts as evidence: what was said, by whom, where, and in which source it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graph.store import GraphStore

_ROWS = 1_000


@dataclass(frozen=True)
class Author:
    """The account that posted; ``handle`` and ``name`` None when no source gives them."""

    key: str
    handle: str | None
    name: str | None


@dataclass(frozen=True)
class Place:
    """The group that a post stands in; ``name`` None when no source gives it."""

    key: str
    name: str | None


@dataclass(frozen=True)
class Mention:
    """A contact detail in a post, and how it was recognised.

    Attributes
    ----------
    key, kind, value : str
    raw : str or None
        As it is written.
    start, end : int or None
        Where in the text; None when it was recorded by hand.
    rule, channel, holder : str or None
        The rules that were applied; what a number is said to be used with; in whose name.
    confidence : float or None
    """

    key: str
    kind: str
    value: str
    raw: str | None
    start: int | None
    end: int | None
    rule: str | None = None
    confidence: float | None = None
    channel: str | None = None
    holder: str | None = None


@dataclass(frozen=True)
class NamedTaxon:
    """A taxon that a post names.

    Attributes
    ----------
    key, scientific_name : str
    listed : str or None
        How the lists in use protect it, in words; None: they do not say.
    names, products : tuple of str
        As the post writes it; what of it is meant besides the animal or plant.
    is_offered : bool
        The post offers or seeks goods; otherwise it merely names the taxon.
    """

    key: str
    scientific_name: str
    listed: str | None
    names: tuple[str, ...]
    products: tuple[str, ...]
    is_offered: bool


@dataclass(frozen=True)
class Sighting:
    """Where in which source a post was seen; ``collected_at`` None when the source does not say."""

    source_key: str
    path: str
    locator: str
    collected_at: datetime | None


@dataclass(frozen=True)
class Post:
    """A post as its latest sighting shows it.

    Attributes
    ----------
    key, platform : str
        What it is called, and where it was posted.
    url, text, price, currency, location, image : str or None
        None when the source does not say.
    posted_at : datetime or None
        In UTC.
    posted_at_raw : str or None
        The same as the source writes it.
    time_zone_assumed : bool
        The source does not say which zone its times are of.
    forwarded_from, reply_to : str or None
        Whose words it passes on, as the source names them; key of the post that it answers.
    authors, groups, mentions, sightings : tuple
        Sorted; authors and groups are several only where sources disagree.
    language : str or None
        ISO 639-1 code, where one is evident.
    stated, terms : tuple of str
        Prices and measures in the text; entries of the lexicon that it uses, with their meaning.
    places : tuple of str
        Where it says that somebody or something is, in its own words.
    taxa : tuple of NamedTaxon
    """

    key: str
    platform: str
    url: str | None
    posted_at: datetime | None
    posted_at_raw: str | None
    time_zone_assumed: bool
    text: str | None
    price: str | None
    currency: str | None
    location: str | None
    image: str | None
    forwarded_from: str | None
    reply_to: str | None
    authors: tuple[Author, ...]
    groups: tuple[Place, ...]
    mentions: tuple[Mention, ...]
    sightings: tuple[Sighting, ...]
    language: str | None
    stated: tuple[str, ...]
    terms: tuple[str, ...]
    places: tuple[str, ...]
    taxa: tuple[NamedTaxon, ...]


def find_posts(store: GraphStore, keys: Sequence[str]) -> list[Post]:
    """Look up posts by key, the newest first; keys that are not in the graph give none."""
    return read_posts(store.run("posts_by_key", keys=list(keys)))


@dataclass(frozen=True)
class Alike:
    """A post with nearly the same text as another one's."""

    key: str
    posted_at: datetime | None
    text: str | None
    authors: tuple[Author, ...]


def find_alike(store: GraphStore, key: str, *, most: int = 20) -> tuple[list[Alike], int]:
    """Look up the posts with nearly the same text, the newest first.

    Parameters
    ----------
    store : GraphStore
    key : str
        Of the post.
    most : int
        Bound of the list.

    Returns
    -------
    tuple of list of Alike and int
        The first ones, and how many there are: in the text's family as of the latest snapshot.
    """
    in_all = int(store.run("post_alike_count", key=key)[0]["posts"])
    rows = store.run("post_alike", key=key, limit=most) if in_all else []
    return [
        Alike(**{**row, "authors": tuple(Author(**each) for each in row["authors"])})
        for row in rows
    ], in_all


def write_translations(store: GraphStore, texts: Mapping[str, str | None]) -> None:
    """Have posts hold the text of their translations; None takes it away.

    Parameters
    ----------
    store : GraphStore
    texts : mapping of str to str or None
        By post; those that are not in the graph are passed over.
    """
    rows = [{"post_key": key, "translation": texts[key]} for key in sorted(texts)]
    for first in range(0, len(rows), _ROWS):
        store.run("write_translations", rows=rows[first : first + _ROWS])


def read_posts(rows: list[dict[str, Any]]) -> list[Post]:
    """Make posts of the rows of any query that returns posts."""
    return [
        Post(
            **{
                **row,
                "authors": tuple(Author(**each) for each in row["authors"]),
                "groups": tuple(Place(**each) for each in row["groups"]),
                "mentions": tuple(Mention(**each) for each in row["mentions"]),
                "sightings": tuple(Sighting(**each) for each in row["sightings"]),
                "stated": tuple(row["stated"]),
                "terms": tuple(row["terms"]),
                "places": tuple(row["places"]),
                "taxa": tuple(_taxon(each) for each in row["taxa"]),
            }
        )
        for row in rows
    ]


def _taxon(row: dict[str, Any]) -> NamedTaxon:
    """Make a named taxon of a map."""
    return NamedTaxon(**{**row, "names": tuple(row["names"]), "products": tuple(row["products"])})
