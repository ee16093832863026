"""The rows of a source that say what its posts trade in."""

from __future__ import annotations

import polars as pl

from graph.trade import offering
from ingest.load_plan import Plan, ordered
from ingest.load_slices import Slice


def taxa(plan: Plan, _: Slice) -> pl.DataFrame:
    """Give the taxa that the source's posts name, as the lists in use describe them."""
    named = plan.source.taxa.select("taxon_key").unique().collect()["taxon_key"]
    rows = [{"key": key, "properties": plan.source.describe_taxon(key)} for key in sorted(named)]
    return ordered(pl.DataFrame(rows, schema={"key": pl.String, "properties": pl.Object}), "key")


def offered_taxa(plan: Plan, part: Slice) -> pl.DataFrame:
    """Give the taxa that posts name which offer or seek goods."""
    return _named(plan, part, "semi")


def named_taxa(plan: Plan, part: Slice) -> pl.DataFrame:
    """Give the taxa that posts name which neither offer nor seek goods."""
    return _named(plan, part, "anti")


def readings(plan: Plan, part: Slice) -> pl.DataFrame:
    """Give what else posts say: language, prices and measures, entries of the lexicon, places."""
    source = plan.source
    stated = (
        part.of(source.statements.drop_nulls("post_key"))
        .sort("post_key", "start")
        .group_by("post_key", maintain_order=True)
        .agg(stated=_in_words().unique(maintain_order=True))
    )
    used = (
        part.of(source.terms.drop_nulls("post_key").filter(pl.col("score") > 0))
        .sort("post_key", "start")
        .group_by("post_key", maintain_order=True)
        .agg(
            terms=pl.col("entry").unique(maintain_order=True),
            term_meanings=pl.format("{}: {}", "raw", "meaning").unique(maintain_order=True),
        )
    )
    said = (
        part.of(source.places.drop_nulls("post_key"))
        .sort("post_key", "start")
        .group_by("post_key", maintain_order=True)
        .agg(places=pl.col("place").unique(maintain_order=True))
    )
    languages = part.of(source.languages).unique("post_key", keep="last", maintain_order=True)
    rows = (
        part.of(source.posts)
        .select("post_key")
        .unique()
        .join(plan.overtaken_posts.lazy(), on="post_key", how="anti")
        .join(languages.select("post_key", "language"), on="post_key", how="left")
        .join(stated, on="post_key", how="left")
        .join(used, on="post_key", how="left")
        .join(said, on="post_key", how="left")
        .join(
            _offering(plan, part).with_columns(is_listing=pl.lit(value=True)),
            on="post_key",
            how="left",
        )
        .filter(pl.any_horizontal(pl.exclude("post_key").is_not_null()))
        .select(
            "post_key",
            is_listing=pl.col("is_listing").fill_null(value=False),
            properties=pl.struct("language", "stated", "terms", "term_meanings", "places"),
        )
    )
    return ordered(rows.collect(), "post_key", by_ending=True)


def _named(plan: Plan, part: Slice, how: str) -> pl.DataFrame:
    """Give the taxa of posts, one row for a post and a taxon."""
    rows = (
        part.of(plan.source.taxa.drop_nulls("post_key"))
        .join(_offering(plan, part), on="post_key", how=how)  # type: ignore[arg-type]
        .sort("post_key", "taxon_key", "start")
        .group_by("post_key", "taxon_key", maintain_order=True)
        .agg(
            names=pl.col("raw").unique(maintain_order=True),
            products=pl.col("product").drop_nulls().unique(maintain_order=True),
            confidence=pl.col("confidence").max(),
        )
        .select("post_key", "taxon_key", properties=pl.struct("names", "products", "confidence"))
    )
    return ordered(rows.collect(), "post_key", "taxon_key", by_ending=True)


def _offering(plan: Plan, part: Slice) -> pl.LazyFrame:
    """Posts that offer or seek goods."""
    source = plan.source
    return offering(part.of(source.posts), part.of(source.statements), part.of(source.terms))


def _in_words() -> pl.Expr:
    """What a post states, in words: ``price 500000 IDR per piece``."""
    amount = _number("amount")
    span = pl.when(pl.col("most").is_null()).then(amount).otherwise(
        pl.format("{} to {}", amount, _number("most"))
    )  # fmt: skip
    unit = pl.format(" {}", "unit").fill_null("")
    per = pl.format(" per {}", "per").fill_null("")
    return pl.concat_str(pl.col("fact"), pl.lit(" "), span, unit, per)


def _number(column: str) -> pl.Expr:
    """Write a number without a needless fraction."""
    return pl.col(column).cast(pl.String).str.replace(r"\.0$", "")
