"""Who belongs to which groups, by interest, activity and market; with rings or without any."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np
import polars as pl

from graph.derived_records import DETAILS, SIGNATURES
from graph.tables import Tables

ACCOUNTS = 600
GROUPS = 120
"""Ten markets have twelve groups each; with half as many everybody would be everywhere."""
INTERESTS = 3
OWN_INTEREST = 3.0
"""How much likelier an account joins a group of its interest than another one of its market."""
OTHER_MARKET = 0.005
"""The same for a group of another market."""
RINGS = 10
RING_SIZES = (3, 8)
RING_GROUPS = 8
FOLLOWS = (0.4, 0.9)
"""How likely a member of a ring is in a group that the ring sells in: from loose to close rings."""
SEEN = datetime(2026, 6, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Belonging:
    """Who belongs where.

    Attributes
    ----------
    joined : numpy.ndarray
        Accounts by groups, true where the account is a member.
    market : numpy.ndarray
        Of each group.
    home : numpy.ndarray
        The market of each account.
    ring : numpy.ndarray
        Of each account; -1 of those that are of none.
    """

    joined: np.ndarray
    market: np.ndarray
    home: np.ndarray
    ring: np.ndarray


def made_memberships(markets: int, seed: int, *, rings: bool = False) -> Belonging:
    """Make accounts that join groups for what they like, where they live.

    Parameters
    ----------
    markets : int
        How many; accounts and groups are spread over them evenly.
    seed : int
        The same seed gives the same memberships.
    rings : bool
        Whether some accounts work together: beside the groups that they would join anyway, the
        members of a ring follow each other into groups of their market.

    Returns
    -------
    Belonging
        The popularity of groups and the activity of accounts have heavy tails (Pareto, 1.5).
    """
    rng = np.random.default_rng(seed)
    market = np.arange(GROUPS) % markets
    home = np.arange(ACCOUNTS) % markets
    topic = (np.arange(GROUPS) // markets) % INTERESTS
    interest = rng.integers(INTERESTS, size=ACCOUNTS)
    draw = (1 + rng.pareto(1.5, GROUPS)) * np.where(
        home[:, None] == market,
        np.where(interest[:, None] == topic, OWN_INTEREST, 1.0),
        OTHER_MARKET,
    )
    most = 2 * GROUPS // markets // 3
    many = np.minimum(2 + 2 * rng.pareto(1.5, ACCOUNTS), min(most, 30)).astype(int)
    joined = _drawn(draw, many, rng)
    ring = np.full(ACCOUNTS, -1)
    if rings:
        _plant(joined, draw, home, ring, rng)
    return Belonging(joined, market, home, ring)


def as_tables(belonging: Belonging) -> Tables:
    """What detection would read if nothing were known but who belongs where."""
    account, group = np.nonzero(belonging.joined)
    never = pl.lit(None, pl.Datetime("us", "UTC"))
    return Tables(
        posts=_empty("post_key account_key platform group_key posted_at price text"),
        memberships=pl.DataFrame({"account": account, "group": group}).select(
            account_key=account_key("account"),
            group_key=pl.format("facebook:group:{}", "group"),
            role=pl.lit(None, pl.String),
            first_seen=pl.lit(SEEN),
            last_seen=pl.lit(SEEN),
            joined_at=never,
            left_at=never,
        ),
        accounts=pl.DataFrame({"account": np.arange(len(belonging.joined))}).select(
            account_key=account_key("account"),
            platform=pl.lit("facebook"),
            handle=pl.lit(None, pl.String),
            name=pl.lit(None, pl.String),
        ),
        groups=_empty("group_key platform name"),
        details=pl.DataFrame(schema=DETAILS),
        signatures=pl.DataFrame(schema=SIGNATURES),
        coverage=pl.DataFrame(
            schema={"source": pl.String, "group_key": pl.String, "day": pl.Date, "posts": pl.Int64}
        ),
        as_of="2026-06-30",
    )


def account_key(column: str) -> pl.Expr:
    """The key of a numbered account; keys sort as the numbers do."""
    return pl.format("facebook:{}", pl.col(column) + 100_000_000)


def _empty(columns: str) -> pl.DataFrame:
    """A table without rows; columns that end in ``_at`` are times."""
    time = pl.Datetime("us", "UTC")
    return pl.DataFrame(
        schema={name: time if name.endswith("_at") else pl.String() for name in columns.split()}
    )


def _drawn(draw: np.ndarray, many: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Draw so many different columns for each row, by weight."""
    chance = np.log(draw) + rng.gumbel(size=draw.shape)
    place = np.argsort(np.argsort(-chance, axis=1), axis=1)
    return place < many[:, None]


def _plant(
    joined: np.ndarray,
    draw: np.ndarray,
    home: np.ndarray,
    ring: np.ndarray,
    rng: np.random.Generator,
) -> None:
    """Make some accounts of one market rings whose members join groups together."""
    for number in range(RINGS):
        free = np.flatnonzero((home == rng.integers(home.max() + 1)) & (ring < 0))
        members = rng.choice(free, size=rng.integers(*RING_SIZES, endpoint=True), replace=False)
        ring[members] = number
        sold_in = _drawn(draw[members[:1]], np.array([RING_GROUPS]), rng)
        follows = rng.random((len(members), joined.shape[1])) < rng.uniform(*FOLLOWS)
        joined[members] |= sold_in & follows
