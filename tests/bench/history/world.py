"""A planted history: two years of posts, and what happened in them."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from tests.bench.history import frames
from tests.bench.history.coverage import Gaps, hide_places, rename_places
from tests.bench.history.happenings import Happening, Succession
from tests.bench.history.people import People
from tests.bench.history.places import MARKETS, Place, make_places
from tests.bench.history.posting import Posts
from tests.bench.history.rings import Ring, Rings
from tests.bench.history.sellers import Seller
from tests.bench.history.shape import Shape
from tests.bench.history.stories import Stories
from tests.bench.history.strangers import Strangers
from tests.planted.invent import Inventor


@dataclass(frozen=True)
class History:
    """A planted history.

    Attributes
    ----------
    seed : int
    shape : Shape
    places : list of Place
    sellers : list of Seller
        All accounts, rings' and strangers'.
    rings : list of Ring
    happenings : list of Happening
    successions : list of Succession
    recycled : list of tuple of Seller
        Who had a number, and who had it long after.
    dark : list of tuple
        A ring, and the first and last week in which none of its groups was collected.
    posts, details, signatures, coverage, accounts, groups : polars.DataFrame
        All that ever became known, with ``known_week`` (`tests.bench.history.frames`).
    never : int
        Posts that nobody collected.
    """

    seed: int
    shape: Shape
    places: list[Place]
    sellers: list[Seller]
    rings: list[Ring]
    happenings: list[Happening]
    successions: list[Succession]
    recycled: list[tuple[Seller, Seller]]
    dark: list[tuple[Ring, int, int]]
    posts: pl.DataFrame
    details: pl.DataFrame
    signatures: pl.DataFrame
    coverage: pl.DataFrame
    accounts: pl.DataFrame
    groups: pl.DataFrame
    never: int


def history(seed: int, shape: Shape | None = None) -> History:
    """Plant a history of two years.

    Parameters
    ----------
    seed : int
        The same seed and shape make the same history. Seeds 1 to 9 are for tuning; those of
        reported figures begin at 101, and nobody looks at what comes of them before.
    shape : Shape, optional
        How many of everything.

    Returns
    -------
    History

    Notes
    -----
    Linear in the posts: about a minute for 1,000,000.
    """
    shape = shape or Shape()
    invent = Inventor(seed, MARKETS)
    places = make_places(shape.groups)
    hidden = hide_places(invent, places, shape.half_hidden + shape.hidden + shape.archived)
    rename_places(invent, places)
    people = People(invent, places)
    rings = Rings(people)
    stories = Stories(rings, shape, hidden)
    stories.tell()
    strangers = Strangers(people, shape)
    strangers.arrive(list(people.sellers))
    successions = stories.successions + strangers.successions
    gaps = Gaps(invent, places, stories.happenings, successions)
    dark = gaps.darken(rings.made, shape.dark)
    gaps.scatter()
    posts = Posts(invent)
    for seller in people.sellers:
        posts.of(seller)
    frame = frames.post_frame(posts, people.sellers, places)
    return History(
        seed, shape, places, people.sellers, rings.made, stories.happenings, successions,
        strangers.recycled, dark, frame, frames.detail_frame(posts, frame),
        frames.signature_frame(frame), frames.coverage_frame(frame),
        frames.account_frame(people.sellers, frame), frames.group_frame(places, frame),
        posts.never,
    )  # fmt: skip
