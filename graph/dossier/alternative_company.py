"""What the company of accounts says for or against the innocent explanations of clusters."""

from __future__ import annotations

import polars as pl

from graph.dossier.alternative_facts import AGAINST, CLUSTER, FOR, POSTS_CITED, Seen, as_facts
from graph.interactions import VOUCH
from graph.interactions.vouches import warning
from graph.tables import Tables

HOUSEHOLD, MORE_THAN_A_HOUSEHOLD = 4, 6
LONG_DAYS = 180


def shared(seen: Seen, members: pl.DataFrame, reasons: pl.DataFrame) -> list[pl.DataFrame]:
    """What the ties rest on: contact details or only texts and groups, one detail or several."""
    inside = reasons.filter("counted", pl.col("bits") > 0).join(
        members.select(CLUSTER, "account_key"), left_on="account_a", right_on="account_key"
    )
    is_detail = pl.col("family") == "identifier"
    held = (
        inside.group_by(CLUSTER)
        .agg(
            details=pl.col("shared").filter(is_detail).n_unique(),
            others=pl.col("shared").filter(pl.col("family") == "content").n_unique(),
            times=pl.len(),
        )
        .join(seen.sizes, on=CLUSTER)
    )
    only_texts = held.filter(pl.col("details") == 0)
    by_details = held.filter(pl.col("details") > 0)
    one = held.filter(
        (pl.col("details") == 1) & (pl.col("others") == 0) & (pl.col("size") <= HOUSEHOLD)
    )
    many = seen.sizes.filter(pl.col("size") > MORE_THAN_A_HOUSEHOLD)
    market = "same market or language"
    return [
        as_facts(only_texts, market, FOR,
               pl.lit("No contact detail is shared, only texts, pictures or groups."), pl.lit(1.0)),
        as_facts(by_details, market, AGAINST, _details_shared()),
        as_facts(one, "family", FOR, pl.format(
            "{} accounts share one contact detail but no text or picture, as households may.",
            "size",
        ), pl.lit(0.2)),
        as_facts(many, "family", AGAINST,
               pl.format("{} accounts are more than most households have.", "size")),
    ]  # fmt: skip


def own_details(seen: Seen, members: pl.DataFrame, tables: Tables) -> list[pl.DataFrame]:
    """Members who can be reached each for themselves, as the members of a club can."""
    shows = tables.details.drop_nulls("account_key").select("detail_key", "account_key").unique()
    own = shows.filter(pl.len().over("detail_key") == 1).select("account_key").unique()
    home = members.select(CLUSTER, "account_key")
    counted = (
        home.join(own.with_columns(own=pl.lit(value=True)), on="account_key", how="left")
        .join(shows.select("account_key").unique().with_columns(shows=pl.lit(value=True)),
              on="account_key", how="left")
        .group_by(CLUSTER)
        .agg(times=pl.col("own").sum(), shows=pl.col("shows").sum(), size=pl.len())
    )  # fmt: skip
    most = counted.filter((pl.col("times") * 2 >= pl.col("size")) & (pl.col("size") > 2))
    none = counted.filter((pl.col("times") == 0) & (pl.col("shows") > 1))
    club = "breeders' club"
    return [
        as_facts(most, club, FOR, pl.format(
            "{} of {} accounts show a contact detail that nobody else shows.", "times", "size"
        )),
        as_facts(none, club, AGAINST, pl.lit("No account shows a contact detail of its own.")),
    ]  # fmt: skip


def said_by_others(
    seen: Seen, members: pl.DataFrame, tables: Tables, interactions: pl.DataFrame
) -> list[pl.DataFrame]:
    """Warnings and vouches of accounts outside, and how long the accounts have been active."""
    home = members.select(CLUSTER, to_key="account_key")
    outside = tables.replies.join(home, on="to_key").join(
        home, left_on=["account_key", CLUSTER], right_on=["to_key", CLUSTER], how="anti"
    )
    warned = (
        outside.join(tables.posts.select("post_key", "text"), on="post_key")
        .filter(warning("text"))
        .sort(CLUSTER, "seen_at", "post_key")
        .group_by(CLUSTER, maintain_order=True)
        .agg(times=pl.col("post_key").n_unique(), warners=pl.col("account_key").n_unique(),
             named=pl.col("to_key").n_unique(),
             posts=pl.col("post_key").unique(maintain_order=True).head(POSTS_CITED))
        .join(seen.sizes, on=CLUSTER)
    )  # fmt: skip
    vouched = (
        interactions.filter(pl.col("form") == VOUCH)
        .join(home, on="to_key")
        .join(home, left_on=["from_key", CLUSTER], right_on=["to_key", CLUSTER], how="anti")
        .group_by(CLUSTER)
        .agg(times=pl.col("from_key").n_unique(),
             posts=pl.col("posts").explode().drop_nulls().unique().sort().head(POSTS_CITED))
    )  # fmt: skip
    days = (pl.col("posted_at").max() - pl.col("posted_at").min()).dt.total_days()
    long = seen.written.group_by(CLUSTER).agg(times=days).filter(pl.col("times") >= LONG_DAYS)
    scam = "advance-fee scam"
    return [
        as_facts(warned, scam, FOR, pl.format(
            "{} answers by {} other accounts warn of {} of {} accounts.",
            "times", "warners", "named", "size"
        ), pl.col("named") / pl.col("size")),
        as_facts(vouched, scam, AGAINST,
               _vouched()),
        as_facts(long, scam, AGAINST, pl.format("They have posted for {} days.", "times")),
    ]  # fmt: skip


def _vouched() -> pl.Expr:
    """How many accounts outside vouch."""
    return (
        pl.when(pl.col("times") == 1)
        .then(pl.lit("1 account outside vouches for them."))
        .otherwise(pl.format("{} accounts outside vouch for them.", "times"))
    )


def _details_shared() -> pl.Expr:
    """How many contact details the ties rest on."""
    return (
        pl.when(pl.col("details") == 1)
        .then(pl.lit("The ties rest on 1 shared contact detail or paper."))
        .otherwise(pl.format("The ties rest on {} shared contact details or papers.", "details"))
    )
