"""What posts say for or against the innocent explanations of clusters, each in a sentence.

No fact uses nationality, language, religion or the origin of a name.
"""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from graph.tables import Tables
from graph.trade import trade_posts
from graph.word_lists import pattern, read_word_lists

WORDS = "dossier/alternatives.yaml"
FOR, AGAINST = "for", "against"
POSTS_CITED = 3
CLUSTER = "cluster_id"

MENTIONED = {
    "licensed business": "a licence, permit, registration or invoice",
    "family": "a relative of the writer",
    "breeders' club": "a club, an association, a show or rings",
    "rescue": "rescue, rehabilitation or adoption without a price",
    "campaign": "a petition or campaign without a price",
    "advance-fee scam": "payment in advance",
}
"""What the posts mention that speaks for each explanation that has words."""

UNPRICED = ("rescue", "campaign")
"""Explanations of which posts with a price say nothing: sales are called adoptions, too."""

NOT_FOR_GOODS = ("licensed business", "breeders' club", "rescue")
"""Explanations that code words for goods speak against."""

FACTS = pl.Schema(
    {CLUSTER: pl.String(), "name": pl.String(), "side": pl.String(), "sentence": pl.String(),
     "support": pl.Float64(), "times": pl.Int64(), "posts": pl.List(pl.String())}
)  # fmt: skip
"""One row per fact. ``support``: the share of members, in [0, 1], that a fact for an explanation
speaks of (0: against it, or telling only beside others); ``times``: how often it was seen;
``posts``: up to three that show it."""


@dataclass(frozen=True)
class Seen:
    """What is looked at of clusters.

    Attributes
    ----------
    written : polars.DataFrame
        ``cluster_id account_key post_key text posted_at offers priced``: posts of members.
    sizes : polars.DataFrame
        ``cluster_id size``.
    """

    written: pl.DataFrame
    sizes: pl.DataFrame


def look(members: pl.DataFrame, tables: Tables) -> Seen:
    """Gather the posts of members, with whether they offer or seek goods and state a price."""
    home = members.select(CLUSTER, "account_key")
    trading = trade_posts(tables).filter("offers").select("post_key", offers=pl.lit(value=True))
    stated = tables.statements.filter(pl.col("fact") == "price").select("post_key").unique()
    written = (
        home.join(
            tables.posts.select("account_key", "post_key", "text", "posted_at", "price"),
            on="account_key",
        )
        .join(trading, on="post_key", how="left")
        .join(stated.with_columns(stated=pl.lit(value=True)), on="post_key", how="left")
        .with_columns(
            pl.col("offers").fill_null(value=False),
            pl.col("text").fill_null(""),
            priced=pl.col("price").is_not_null() | pl.col("stated").fill_null(value=False),
        )
        .sort(CLUSTER, "posted_at", "post_key", nulls_last=True)
    )
    return Seen(written, home.group_by(CLUSTER).agg(size=pl.len()))


def mentions(seen: Seen) -> list[pl.DataFrame]:
    """What posts say themselves, and where none says it."""
    lists = read_word_lists(WORDS)
    without = pl.col("text").str.contains(pattern(lists["licensed business without"]))
    found = []
    for name, what in MENTIONED.items():
        says = pl.col("text").str.contains(pattern(lists[name]))
        if name in UNPRICED:
            says &= ~pl.col("priced")
        if name == "licensed business":
            says &= ~without
        counted = count_posts(seen, says)
        said = counted.filter(pl.col("times") > 0)
        sentence = pl.format(
            "{} of {} posts mention " + what + ", by {} of {} accounts.",
            "times", "in_all", "accounts", "size",
        )  # fmt: skip
        found.append(as_facts(said, name, FOR, sentence, pl.col("accounts") / pl.col("size")))
        silent = counted.filter(pl.col("times") == 0)
        none = pl.format("None of {} posts mentions " + what + ".", "in_all")
        found.append(as_facts(silent, name, AGAINST, none))
    papers = count_posts(seen, without).filter(pl.col("times") > 0)
    sentence = pl.format("{} of {} posts offer goods without papers.", "times", "in_all")
    return [*found, as_facts(papers, "licensed business", AGAINST, sentence)]


def offers(seen: Seen, tables: Tables) -> list[pl.DataFrame]:
    """Goods offered, and goods named by code words."""
    selling = count_posts(seen, pl.col("offers")).filter(pl.col("times") > 0)
    sells = pl.format("{} of {} posts offer or seek goods.", "times", "in_all")
    coded = tables.terms.filter((pl.col("score") > 0) & (pl.col("role") == "code"))
    speaks = pl.col("post_key").is_in(coded["post_key"].unique().implode())
    hidden = count_posts(seen, speaks).filter(pl.col("times") > 0)
    names = pl.format("{} of {} posts name goods by code words.", "times", "in_all")
    return [
        *(as_facts(selling, name, AGAINST, sells) for name in UNPRICED),
        *(as_facts(hidden, name, AGAINST, names) for name in NOT_FOR_GOODS),
    ]


def count_posts(seen: Seen, which: pl.Expr) -> pl.DataFrame:
    """Count posts of clusters: ``cluster_id times in_all accounts posts size``.

    Parameters
    ----------
    seen : Seen
    which : polars.Expr
        Which of `Seen.written` are counted; ``posts`` are the first of them.
    """
    return (
        seen.written.with_columns(which=which)
        .group_by(CLUSTER, maintain_order=True)
        .agg(
            times=pl.col("post_key").filter("which").n_unique(),
            in_all=pl.col("post_key").n_unique(),
            accounts=pl.col("account_key").filter("which").n_unique(),
            posts=pl.col("post_key").filter("which").unique(maintain_order=True).head(POSTS_CITED),
        )
        .join(seen.sizes, on=CLUSTER)
    )


def as_facts(
    rows: pl.DataFrame, name: str, side: str, sentence: pl.Expr, support: pl.Expr | None = None
) -> pl.DataFrame:
    """Put rows of one kind of fact in the shape of `FACTS`.

    Parameters
    ----------
    rows : polars.DataFrame
        ``cluster_id`` and what the expressions need; ``times`` is 1 and ``posts`` empty where
        they are lacking.
    name, side : str
        Of which explanation, and whether `FOR` or `AGAINST` it.
    sentence, support : polars.Expr
        Columns of `FACTS`.
    """
    times = pl.col("times") if "times" in rows.columns else pl.lit(1)
    posts = pl.col("posts") if "posts" in rows.columns else pl.lit([], pl.List(pl.String))
    return rows.select(
        CLUSTER,
        name=pl.lit(name),
        side=pl.lit(side),
        sentence=sentence,
        support=(pl.lit(0.0) if support is None else support).cast(pl.Float64),
        times=times.cast(pl.Int64),
        posts=posts,
    )
