"""Trade: which posts offer or seek goods, and what they name; never whether that is lawful."""

from __future__ import annotations

import polars as pl

from graph.tables import Tables

SALE_ROLES = ("offered", "sought", "euphemism")
"""Roles of lexicon entries that say that something is for sale or wanted."""

GOODS_ROLES = ("code", "product")
"""Roles of lexicon entries that name goods."""

SURE_NAME = 0.5
"""Least confidence of a taxon's name to count; ambiguous names lie below."""

_SAYS_SO = pl.col("score") > 0


def offering(posts: pl.LazyFrame, statements: pl.LazyFrame, terms: pl.LazyFrame) -> pl.LazyFrame:
    """Find the posts that offer or seek goods: a price is stated, or a word of sale is used.

    Parameters
    ----------
    posts : polars.LazyFrame
        ``post_key price``.
    statements, terms : polars.LazyFrame
        `graph.derived_records.STATEMENTS` and `TERMS` of these posts.

    Returns
    -------
    polars.LazyFrame
        ``post_key``, each once.
    """
    found = (
        posts.filter(pl.col("price").is_not_null()),
        statements.filter(pl.col("fact") == "price"),
        terms.filter(_SAYS_SO & pl.col("role").is_in(SALE_ROLES)),
    )
    return pl.concat([each.select("post_key") for each in found]).drop_nulls().unique()


def trade_posts(tables: Tables) -> pl.DataFrame:
    """Tell what each post says of trade.

    Parameters
    ----------
    tables : Tables
        What is known.

    Returns
    -------
    polars.DataFrame
        ``post_key account_key offers names_goods``, sorted by post: whether it states a price or
        uses a word of sale, and whether it names a taxon, a product or a code word for one. Posts
        that do neither have no row.
    """
    offers = offering(tables.posts.lazy(), tables.statements.lazy(), tables.terms.lazy())
    goods = pl.concat([_named(tables).select("post_key"), _coded(tables).select("post_key")])
    return (
        tables.posts.select("post_key", "account_key")
        .join(offers.with_columns(offers=pl.lit(value=True)).collect(), on="post_key", how="left")
        .join(
            goods.unique().with_columns(names_goods=pl.lit(value=True)), on="post_key", how="left"
        )
        .with_columns(pl.col("offers", "names_goods").fill_null(value=False))
        .filter(pl.any_horizontal("offers", "names_goods"))
        .sort("post_key")
    )


def describe_trade(members: pl.DataFrame, tables: Tables) -> pl.DataFrame:
    """Describe what the members of clusters trade in, as far as their posts say.

    Parameters
    ----------
    members : polars.DataFrame
        ``cluster_id account_key``.
    tables : Tables
        What is known.

    Returns
    -------
    polars.DataFrame
        ``cluster_id offers trade_relevance taxa products terms`` for clusters of which a post is
        known. ``offers`` counts posts that offer or seek goods; ``trade_relevance`` is the share
        of members, in [0, 1], with such a post that names the goods as well; ``taxa`` (scientific
        names), ``products`` and ``terms`` (ids of lexicon entries that name goods) are those of
        members' posts, the most frequent first.
    """
    home = members.select("cluster_id", "account_key")
    posted = home.join(tables.posts.select("account_key", "post_key"), on="account_key")
    trading = posted.join(trade_posts(tables).drop("account_key"), on="post_key")
    both = trading.filter(pl.col("offers") & pl.col("names_goods"))
    sizes = home.group_by("cluster_id").agg(size=pl.len())
    described = (
        sizes.join(posted.select("cluster_id").unique(), on="cluster_id")
        .join(_count(trading.filter("offers"), "offers"), on="cluster_id", how="left")
        .join(
            both.group_by("cluster_id").agg(trading=pl.col("account_key").n_unique()),
            on="cluster_id",
            how="left",
        )
        .with_columns(
            pl.col("offers").fill_null(0),
            trade_relevance=pl.col("trading").fill_null(0) / pl.col("size"),
        )
    )
    named = _named(tables)
    species = named.select("post_key", value=pl.col("taxon_key").str.strip_prefix("taxon:"))
    lists = {
        "taxa": species,
        "products": named.select("post_key", value="product").drop_nulls(),
        "terms": _coded(tables).select("post_key", value="entry"),
    }
    for name, values in lists.items():
        described = described.join(_ranked(posted, values, name), on="cluster_id", how="left")
    return described.select(
        "cluster_id",
        "offers",
        "trade_relevance",
        pl.col(list(lists)).fill_null(pl.lit([], pl.List(pl.String))),
    )


def _named(tables: Tables) -> pl.DataFrame:
    """Taxa and products named for sure."""
    return tables.taxa.filter(pl.col("confidence") >= SURE_NAME)


def _coded(tables: Tables) -> pl.DataFrame:
    """Lexicon entries that name goods and tell something where they stand."""
    return tables.terms.filter(_SAYS_SO & pl.col("role").is_in(GOODS_ROLES))


def _count(posts: pl.DataFrame, name: str) -> pl.DataFrame:
    """Distinct posts of each cluster."""
    return posts.group_by("cluster_id").agg(pl.col("post_key").n_unique().alias(name))


def _ranked(posted: pl.DataFrame, values: pl.DataFrame, name: str) -> pl.DataFrame:
    """What is named in the posts of each cluster, by falling number of posts."""
    return (
        posted.join(values.unique(), on="post_key")
        .group_by("cluster_id", "value")
        .agg(posts=pl.col("post_key").n_unique())
        .sort("cluster_id", "posts", "value", descending=[False, True, False])
        .group_by("cluster_id", maintain_order=True)
        .agg(pl.col("value").alias(name))
    )
