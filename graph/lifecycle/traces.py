"""Traces: which contact details, taxa and places each account showed, and when."""

from __future__ import annotations

import polars as pl

from graph.lifecycle.observed import place_of
from graph.lifecycle.tables import TRACES
from graph.tables import Tables
from graph.ties.layers.contact_detail import LEAST_CONFIDENCE
from graph.trade import SURE_NAME, offering

DETAIL, TAXON, PLACE = "detail", "taxon", "place"
CITED = 3

_SHOWINGS = ("account_key", "value", "post_key", "seen_at")


def traces_of(tables: Tables) -> pl.DataFrame:
    """Say what each account showed, and when.

    Parameters
    ----------
    tables : Tables
        What is known as of a day.

    Returns
    -------
    polars.DataFrame
        `TRACES`, sorted by kind, account and value, the same whatever the order of rows. Contact
        details and papers read surely enough, in posts or in the account's description: of the
        latter ``posts`` is 0 and ``cited`` empty. Taxa named for sure in posts that offer or seek
        goods. Words that are passed on are nobody's.

    Notes
    -----
    Cost: linear in posts but for a sort of them; 1.1 s for 1,000,000 posts of 100,000 accounts.
    """
    parts = {
        DETAIL: pl.concat([_details_in_posts(tables), _details_in_descriptions(tables)]),
        TAXON: _taxa(tables),
    }
    summed = {kind: _sum_up(rows) for kind, rows in parts.items()} | {PLACE: _places(tables)}
    return pl.concat(
        rows.with_columns(kind=pl.lit(kind))
        .select(pl.col(name).cast(dtype) for name, dtype in TRACES.items())
        .sort("account_key", "value")
        for kind, rows in sorted(summed.items())
    )


def _sure_details(tables: Tables) -> pl.DataFrame:
    """Contact details that some account shows, read surely enough."""
    return tables.details.drop_nulls("account_key").filter(pl.col("confidence") >= LEAST_CONFIDENCE)


def _details_in_posts(tables: Tables) -> pl.DataFrame:
    """One row per post and contact detail."""
    return (
        _sure_details(tables)
        .drop_nulls("post_key")
        .group_by("account_key", "post_key", value="detail_key")
        .agg(pl.col("seen_at").min())
        .select(_SHOWINGS)
    )


def _details_in_descriptions(tables: Tables) -> pl.DataFrame:
    """The first and the last day on which an account's description held each contact detail."""
    found = _sure_details(tables).filter(pl.col("post_key").is_null())
    described = tables.names.drop_nulls("bio").select("account_key", "bio", "last_seen")
    met_again = (
        found.drop_nulls("raw")
        .join(described, on="account_key")
        .filter(pl.col("bio").str.contains(pl.col("raw"), literal=True))
        .with_columns(seen_at="last_seen")
        .select(found.columns)
    )
    return (
        pl.concat([found, met_again]).select(_SHOWINGS[0], *_SHOWINGS[2:], value="detail_key")
    ).select(_SHOWINGS)


def _taxa(tables: Tables) -> pl.DataFrame:
    """One row per post that offers or seeks goods and taxon that it names for sure."""
    sure = (
        tables.taxa.lazy()
        .drop_nulls(["account_key", "post_key"])
        .filter(pl.col("confidence") >= SURE_NAME)
    )
    offers = offering(tables.posts.lazy(), tables.statements.lazy(), tables.terms.lazy())
    return (
        sure.join(offers, on="post_key", how="semi")
        .group_by("account_key", "post_key", value="taxon_key")
        .agg(pl.col("seen_at").min())
        .select(_SHOWINGS)
        .collect()
    )


def _sum_up(showings: pl.DataFrame) -> pl.DataFrame:
    """Sum up showings, one per post, by account and value."""
    return (
        showings.sort("post_key")
        .sort("seen_at", nulls_last=True, maintain_order=True)
        .group_by("account_key", "value")
        .agg(
            first_seen=pl.col("seen_at").min(),
            last_seen=pl.col("seen_at").max(),
            days=pl.col("seen_at").dt.date().drop_nulls().n_unique(),
            posts=pl.col("post_key").count(),
            cited=pl.col("post_key").drop_nulls().head(CITED),
        )
    )


def _places(tables: Tables) -> pl.DataFrame:
    """Sum up where accounts posted."""
    places = ("account_key", "place")
    seen = (
        tables.seen.with_columns(place_of())
        .group_by(places)
        .agg(
            pl.col("first_at").min().alias("first_seen"),
            pl.col("last_at").max().alias("last_seen"),
            days=pl.len(),
            posts=pl.col("posts").sum(),
        )
    )
    cited = (
        tables.posts.select("account_key", "post_key", "posted_at", place_of())
        .sort("post_key")
        .sort("posted_at", nulls_last=True, maintain_order=True)
        .group_by(places)
        .agg(cited=pl.col("post_key").head(CITED))
    )
    return (
        seen.join(cited, on=places, how="left")
        .with_columns(pl.col("cited").fill_null(pl.lit([], pl.List(pl.String))))
        .rename({"place": "value"})
    )
