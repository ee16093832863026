"""Tables of many accounts and contact details, made at once and without readers: for cost only."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np
import polars as pl

from graph.derived_records import DETAILS, SIGNATURES
from graph.tables import Tables

DETAILS_PER_ACCOUNT = 5
POSTS_PER_ACCOUNT = 2
GROUPS_PER_ACCOUNT = 2
IN_RINGS = 25
"""One account in so many belongs to a ring."""
PER_HUB = 1_000
"""One hub for so many accounts."""
PER_RECYCLED = 60
"""One number that two strangers used for so many accounts."""
PER_GROUP = 40
KINDS = np.array(["phone", "telegram", "bank", "email", "instagram"])
START = datetime(2026, 1, 5, tzinfo=UTC)
DAYS = 300


def made_tables(accounts: int, seed: int) -> Tables:
    """Make what is known of accounts of which few work together.

    Parameters
    ----------
    accounts : int
        How many; they show exactly `DETAILS_PER_ACCOUNT` times as many details, each account and
        detail once.
    seed : int
        The same seed gives the same tables.

    Returns
    -------
    Tables
        One account in 25 is of a ring of 2 to 60, whose members show half of its details each;
        hubs of 20 to 500 accounts; numbers that two strangers used; everything else is an
        account's own. Texts are short and never alike.
    """
    rng = np.random.default_rng(seed)
    account, value = _incidences(accounts, rng)
    post = account * POSTS_PER_ACCOUNT + rng.integers(POSTS_PER_ACCOUNT, size=len(account))
    posts = _posts(accounts, rng)
    kind = KINDS[value % len(KINDS)]
    details = pl.DataFrame({"account": account, "post": post, "value": value, "kind": kind})
    return Tables(
        posts=posts,
        memberships=_memberships(accounts, rng),
        accounts=_accounts(accounts),
        groups=pl.DataFrame(
            {"group_key": [], "platform": [], "name": []},
            schema=dict.fromkeys(("group_key", "platform", "name"), pl.String),
        ),
        details=_details(details, posts),
        signatures=pl.DataFrame(schema=SIGNATURES),
        coverage=pl.DataFrame(
            schema={"source": pl.String, "group_key": pl.String, "day": pl.Date, "posts": pl.Int64}
        ),
        as_of="2026-11-01",
    )


def _incidences(accounts: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Pairs of account and value, each once."""
    order = rng.permutation(accounts)
    parts = [_rings(order[: accounts // IN_RINGS], rng)]
    hubs = max(1, accounts // PER_HUB)
    served = (20 * 25 ** rng.random(hubs)).astype(int)
    parts.append((rng.integers(accounts, size=served.sum()), np.repeat(np.arange(hubs), served)))
    recycled = accounts // PER_RECYCLED
    parts.append((rng.integers(accounts, size=2 * recycled), np.repeat(np.arange(recycled), 2)))
    first, found = 0, []
    for who, what in parts:
        found.append(np.unique(np.column_stack([who, what + first]), axis=0))
        first += int(what.max(initial=0)) + 1
    shared = np.concatenate(found)
    lacking = DETAILS_PER_ACCOUNT * accounts - len(shared)
    who = np.concatenate([shared[:, 0], np.arange(lacking) % accounts])
    what = np.concatenate([shared[:, 1], first + np.arange(lacking)])
    return who, what


def _rings(members: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Rings of 2 to 60, small ones most often; each has three details, or one for three members."""
    sizes = np.minimum(2 + rng.pareto(1.2, size=len(members)) * 2, 60).astype(int)
    ring = np.repeat(np.arange(len(sizes)), sizes)[: len(members)]
    many = np.maximum(3, np.bincount(ring) // 3)
    first = np.cumsum(many) - many
    shown = np.maximum(2, many[ring] // 2)
    who = np.repeat(members, shown)
    its_ring = np.repeat(ring, shown)
    return who, first[its_ring] + rng.integers(1 << 30, size=len(who)) % many[its_ring]


def _account_key(column: str) -> pl.Expr:
    """The key of a numbered account."""
    return pl.format("facebook:{}", pl.col(column) + 100_000_000)


def _posts(accounts: int, rng: np.random.Generator) -> pl.DataFrame:
    """Posts of every account, at any time."""
    many = accounts * POSTS_PER_ACCOUNT
    seconds = rng.integers(DAYS * 86_400, size=many)
    return pl.DataFrame(
        {"post": np.arange(many), "account": np.arange(many) // POSTS_PER_ACCOUNT,
         "after": seconds, "group": rng.integers(max(1, accounts // PER_GROUP), size=many)}
    ).select(
        post_key=pl.format("facebook:post:{}", "post"),
        account_key=_account_key("account"),
        platform=pl.lit("facebook"),
        group_key=pl.format("facebook:group:{}", "group"),
        posted_at=pl.lit(START) + pl.duration(seconds="after"),
        price=pl.lit(None, pl.String),
        text=pl.format("number {} of many, hand fed and tame", "post"),
    )  # fmt: skip


def _memberships(accounts: int, rng: np.random.Generator) -> pl.DataFrame:
    """Groups of every account."""
    many = accounts * GROUPS_PER_ACCOUNT
    never = pl.lit(None, pl.Datetime("us", "UTC"))
    return (
        pl.DataFrame({"account": np.arange(many) % accounts,
                      "group": rng.integers(max(1, accounts // PER_GROUP), size=many)})
        .unique(maintain_order=True)
        .select(
            account_key=_account_key("account"),
            group_key=pl.format("facebook:group:{}", "group"),
            role=pl.lit(None, pl.String),
            first_seen=pl.lit(START),
            last_seen=pl.lit(START),
            joined_at=never,
            left_at=never,
        )
    )  # fmt: skip


def _accounts(accounts: int) -> pl.DataFrame:
    """Accounts without names."""
    return pl.DataFrame({"account": np.arange(accounts)}).select(
        account_key=_account_key("account"),
        platform=pl.lit("facebook"),
        handle=pl.lit(None, pl.String),
        name=pl.lit(None, pl.String),
    )


def _details(details: pl.DataFrame, posts: pl.DataFrame) -> pl.DataFrame:
    """Incidences as contact details found in posts."""
    named = details.select(
        account_key=_account_key("account"),
        post_key=pl.format("facebook:post:{}", "post"),
        detail_key=pl.format("{}:{}", "kind", pl.col("value") + 1_000_000_000),
        kind="kind",
        value=(pl.col("value") + 1_000_000_000).cast(pl.String),
        confidence=pl.lit(0.9),
        seen_at=posts["posted_at"].gather(details["post"]),
    )
    lacking = [name for name in DETAILS if name not in named.columns]
    return named.with_columns(pl.lit(None).alias(name) for name in lacking).select(
        pl.col(name).cast(kind) for name, kind in DETAILS.items()
    )
