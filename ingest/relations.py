"""What was known by a moment of who passes on, answers, deals with and looks like whom."""

from __future__ import annotations

import polars as pl

from graph.images.families import image_families
from graph.tables import FORWARDS, LINKED, NAMES, REPLIES, SHOWN
from ingest.known import Known


def forwards(known: Known) -> pl.DataFrame:
    """Posts that pass on somebody else's words, as `graph.tables.FORWARDS`."""
    passed_on = known.sightings().filter(pl.col("forwarded_from").is_not_null())
    return _first_seen(
        passed_on.select("account_key", "post_key", "seen_at", origin="forwarded_from"), FORWARDS
    )


def replies(known: Known, posts: pl.DataFrame) -> pl.DataFrame:
    """Answers to other accounts' posts, as `graph.tables.REPLIES`.

    Parameters
    ----------
    known : Known
    posts : polars.DataFrame
        ``post_key account_key`` of every known post: answers to others are left out.
    """
    answered = posts.lazy().select(to_post="post_key", to_key="account_key")
    stated = known.sightings().select(
        "account_key", "post_key", "group_key", "seen_at", to_post="reply_to"
    )
    return _first_seen(
        stated.join(answered, on="to_post").filter(pl.col("to_key") != pl.col("account_key")),
        REPLIES,
    )


def links(known: Known) -> pl.DataFrame:
    """Relations that are no posts, as `graph.tables.LINKED`; each once."""
    return (
        known.records("links", "collected_at", "occurred_at")
        .select(LINKED.names())
        .unique("link_key", keep="first", maintain_order=True)
        .sort("link_key")
        .collect()
    )


def images(known: Known) -> pl.DataFrame:
    """Pictures of posts and what each looks like, as `graph.tables.SHOWN`."""
    stated = known.records("images", "collected_at")
    by_key = stated.select("image_key", "perceptual_hash").collect()
    families = image_families(by_key.drop_nulls("perceptual_hash")).select(
        "image_key", "family_key"
    )
    shown = stated.select("post_key", "image_key").unique()
    posted = known.sightings().select("account_key", "post_key", "seen_at")
    return _first_seen(
        shown.join(posted, on="post_key")
        .join(families.lazy(), on="image_key", how="left")
        .with_columns(pl.coalesce("family_key", "image_key").alias("family_key")),
        SHOWN,
    )


def names(known: Known) -> pl.DataFrame:
    """Descriptions that accounts had, as `graph.tables.NAMES`."""
    said = ("account_key", "platform", "handle", "name", "bio")
    return (
        known.records("accounts", "seen_at")
        .group_by(said)
        .agg(first_seen=pl.col("known_at").min(), last_seen=pl.col("known_at").max())
        .sort("account_key", "first_seen", *said)
        .select(NAMES.names())
        .collect()
    )


def _first_seen(rows: pl.LazyFrame, schema: pl.Schema) -> pl.DataFrame:
    """Each row once, with the first time it was met."""
    own = [name for name in schema.names() if name != "seen_at"]
    return (
        rows.group_by(own).agg(pl.col("seen_at").min()).select(schema.names()).sort(own).collect()
    )
