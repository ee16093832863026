"""Posts of a planted history as full tables, each row with the week in which it became known."""

from __future__ import annotations

import polars as pl

from graph import keys
from graph.derived_records import DETAILS, SIGNATURES
from graph.records import UTC
from ingest.extract.signatures import text_signatures
from tests.bench.history.places import Place
from tests.bench.history.posting import Posts, Row
from tests.bench.history.sellers import Seller
from tests.bench.history.weeks import COLLECTED_HOUR, START

CONFIDENCE = 0.95
KNOWN = "known_week"
DAY = 86_400_000_000


def post_frame(posts: Posts, sellers: list[Seller], places: list[Place]) -> pl.DataFrame:
    """All posts that were collected sooner or later.

    Returns
    -------
    polars.DataFrame
        ``post_key account_key platform group_key posted_at price text``, and ``row body post_id
        account place known_week collected_at``, by ``post_key``.
    """
    rows = pl.DataFrame(
        posts.rows, orient="row",
        schema={"row": pl.Int64, "account": pl.Int64, "place": pl.Int64, "day": pl.Float64,
                KNOWN: pl.Int64, "body": pl.String, "text": pl.String, "price": pl.String},
    )  # fmt: skip
    post_ids = [str(row.number + 1) for row in posts.rows]
    who = pl.DataFrame(
        {
            "account": [each.number for each in sellers],
            "account_key": [each.key for each in sellers],
        }
    )
    where = pl.DataFrame(
        {"place": [each.number for each in places], "group_key": [each.key for each in places],
         "platform": [each.platform for each in places]}
    )  # fmt: skip
    start = pl.lit(START).cast(UTC)
    return (
        rows.join(who, on="account", how="left", maintain_order="left")
        .join(where, on="place", how="left", maintain_order="left")
        .with_columns(
            pl.Series("post_id", post_ids),
            pl.Series("post_key", [_key(row, places) for row in posts.rows]),
            posted_at=(start + (pl.col("day") * DAY).cast(pl.Int64).cast(pl.Duration("us")))
            .dt.truncate("1s"),
            collected_at=start + pl.duration(days=pl.col(KNOWN) * 7 + 6, hours=COLLECTED_HOUR),
        )
        .drop("day")
        .sort("post_key")
    )  # fmt: skip


def detail_frame(posts: Posts, frame: pl.DataFrame) -> pl.DataFrame:
    """`DETAILS` of all posts, with ``known_week``, by account, post and detail."""
    found = pl.DataFrame(
        posts.details, orient="row",
        schema={"row": pl.Int64, "detail_key": pl.String, "raw": pl.String, "start": pl.Int64,
                "end": pl.Int64},
    )  # fmt: skip
    first = pl.col("detail_key").str.split(":").list.first()
    seen = frame.select("row", "account_key", "post_key", KNOWN, seen_at="posted_at")
    return (
        found.join(seen, on="row")
        .with_columns(
            kind=pl.when(first == "handle").then(pl.lit("telegram")).otherwise(first),
            value=pl.col("detail_key").str.split(":").list.last(),
            rule=pl.lit("planted"),
            confidence=pl.lit(CONFIDENCE),
            channel=pl.when(first == "phone").then(pl.lit("whatsapp")),
            holder=pl.col("raw").str.extract(r"a\.n\. (\w+)"),
            locator=pl.col("row").cast(pl.String),
        )
        .sort("account_key", "post_key", "detail_key")
        .select(*DETAILS.names(), KNOWN)
        .cast(pl.Schema([*DETAILS.items(), (KNOWN, pl.Int64())]))
    )


def signature_frame(frame: pl.DataFrame) -> pl.DataFrame:
    """`SIGNATURES` of the words of all posts, their details cut out, with ``known_week``."""
    posts = frame.select(
        "post_key", "account_key", "platform", text="body", locator=pl.col("row").cast(pl.String)
    )
    nothing_cut = pl.DataFrame(schema={"key": pl.String, "start": pl.Int64, "end": pl.Int64})
    made = text_signatures(posts, nothing_cut)
    return made.select(SIGNATURES.names()).join(
        frame.select("post_key", KNOWN), on="post_key", maintain_order="left"
    )


def coverage_frame(frame: pl.DataFrame) -> pl.DataFrame:
    """``source group_key day posts``, and ``known_week``: what each week's collection shows."""
    return (
        frame.group_by(KNOWN, "group_key", day=pl.col("posted_at").dt.date())
        .agg(posts=pl.len().cast(pl.Int64))
        .with_columns(source=pl.format("source:week{}", pl.col(KNOWN)))
        .sort(KNOWN, "group_key", "day")
    )


def account_frame(sellers: list[Seller], frame: pl.DataFrame) -> pl.DataFrame:
    """``account_key platform handle name known_week`` of all accounts that were ever seen."""
    first = frame.group_by("account_key").agg(pl.col(KNOWN).min())
    described = pl.DataFrame(
        [(each.key, each.platform, each.handle, each.name) for each in sellers],
        schema=dict.fromkeys(("account_key", "platform", "handle", "name"), pl.String),
        orient="row",
    )
    return described.join(first, on="account_key").sort("account_key")


def group_frame(places: list[Place], frame: pl.DataFrame) -> pl.DataFrame:
    """``group_key platform name known_week``, a row for each name, in the order of weeks."""
    first = dict(frame.group_by("group_key").agg(pl.col(KNOWN).min()).iter_rows())
    named = [
        (place.key, place.platform, name, max(week, first[place.key]))
        for place in places
        for week, name in place.names
        if place.key in first
    ]
    kinds = {"group_key": pl.String, "platform": pl.String, "name": pl.String, KNOWN: pl.Int64}
    return pl.DataFrame(named, schema=kinds, orient="row").sort(
        "group_key", KNOWN, maintain_order=True
    )


def _key(row: Row, places: list[Place]) -> str:
    """The key of a post, as the readers will give it."""
    place = places[row.place]
    return keys.post(place.platform, str(row.number + 1), place.key)
