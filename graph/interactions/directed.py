"""Directed interaction: who answers, vouches for, pays or passes on whom; never a tie's evidence.

What two accounts do with each other says nothing of whether they are one operation: a customer
pays a shop. Interaction is therefore kept apart from ties (`graph.ties`), and never added to them.
"""

from __future__ import annotations

import polars as pl

from graph.dossier.tables import INTERACTIONS
from graph.interactions.vouches import WORDS, find_vouches
from graph.interactions.whose import named_accounts, only_publishers, reached
from graph.keys import DETAIL_KINDS
from graph.records import UTC
from graph.tables import Tables
from graph.word_lists import pattern, read_word_lists

REPLY, VOUCH, FORWARD, PAYMENT, DELIVERY, RECORD = (
    "reply", "vouch", "forward", "payment", "delivery", "record",
)  # fmt: skip
POSTS_CITED = 3
AMOUNTS_NAMED = 3

EVENTS = pl.Schema(
    {"from_key": pl.String(), "to_key": pl.String(), "kind": pl.String(), "form": pl.String(),
     "event": pl.String(), "post_key": pl.String(), "seen_at": UTC, "note": pl.String(),
     "origin": pl.String()}
)  # fmt: skip
"""One row per post or record by which an account turns to another; ``event`` names it."""


def find_interactions(tables: Tables) -> pl.DataFrame:
    """Gather directed interaction between accounts.

    Parameters
    ----------
    tables : Tables
        What is known.

    Returns
    -------
    polars.DataFrame
        `INTERACTIONS`, sorted by both accounts, form and kind; the same whatever the order of rows.

    Notes
    -----
    Each post counts once for a pair: an answer that vouches is a vouch and no reply. Words that
    were passed on come from an account that the source names by its key, its handle, or a name
    that one account of the platform alone has borne; recorded relations are between accounts, or
    between contact details that stand for one account or are published by one only. What can mean
    two accounts is left out. Near linear in replies, forwards, links and shown details.
    """
    vouches = find_vouches(tables).select(
        "from_key", "to_key", "post_key", "seen_at", kind=pl.lit(VOUCH), form=pl.lit(VOUCH),
        event="post_key", note=pl.lit(None, pl.String), origin=pl.lit(None, pl.String),
    ).select(EVENTS.names())  # fmt: skip
    events = pl.concat([vouches, _replies(tables, vouches), _forwards(tables), _records(tables)])
    known = _known(tables)
    return summarise(
        events.filter(pl.col("from_key") != pl.col("to_key"))
        .join(known, left_on="from_key", right_on="account_key", how="semi")
        .join(known, left_on="to_key", right_on="account_key", how="semi")
    )


def summarise(events: pl.DataFrame) -> pl.DataFrame:
    """Put `EVENTS` together as `INTERACTIONS`."""
    of = ["from_key", "to_key", "form", "kind"]
    ordered = events.sort(*of, "seen_at", "event", nulls_last=True)
    return (
        ordered.group_by(of, maintain_order=True)
        .agg(
            times=pl.col("event").n_unique().cast(pl.Int64),
            first_seen=pl.col("seen_at").min(),
            last_seen=pl.col("seen_at").max(),
            posts=pl.col("post_key").drop_nulls().unique(maintain_order=True).head(POSTS_CITED),
            by_name=(pl.col("note") == "name").fill_null(value=False).all(),
            amounts=pl.col("note").drop_nulls().head(AMOUNTS_NAMED).str.join("; "),
            noted=pl.col("note").drop_nulls().len(),
            origins=pl.col("origin").drop_nulls().unique().sort().str.join(", "),
        )
        .with_columns(sentence=_sentence())
        .select(INTERACTIONS.names())
        .sort(of)
    )


def _known(tables: Tables) -> pl.DataFrame:
    """Accounts that are described, post, or take part in a recorded relation."""
    keys = [tables.accounts.select("account_key"), tables.posts.select("account_key")]
    is_detail = pl.col("account_key").str.extract(r"^([^:]+):").is_in(sorted(DETAIL_KINDS))
    ends = [
        tables.links.select(account_key=end).filter(~is_detail) for end in ("from_key", "to_key")
    ]
    return pl.concat([*keys, *ends]).drop_nulls().unique()


def _replies(tables: Tables, vouches: pl.DataFrame) -> pl.DataFrame:
    """Answers to other accounts, but for those that vouch."""
    return (
        tables.replies.drop_nulls(["account_key", "to_key"])
        .select(
            "post_key", "to_key", "seen_at", from_key="account_key", event="post_key",
            kind=pl.lit(REPLY), form=pl.lit(REPLY), note=pl.lit(None, pl.String),
            origin=pl.lit(None, pl.String),
        )
        .join(vouches, on=["from_key", "to_key", "post_key"], how="anti")
        .select(EVENTS.names())
    )  # fmt: skip


def _forwards(tables: Tables) -> pl.DataFrame:
    """Posts that pass on words of an account that is known."""
    passed_on = tables.forwards.drop_nulls(["account_key", "origin"]).with_columns(
        platform=pl.col("account_key").str.extract(r"^([^:]+):")
    )
    return passed_on.join(
        named_accounts(passed_on, tables), on=["origin", "platform"]
    ).select(
        "post_key", "seen_at", from_key="account_key", to_key="whose", kind=pl.lit(FORWARD),
        form=pl.lit(FORWARD), event="post_key",
        note=pl.when("by_name").then(pl.lit("name")), origin=pl.lit(None, pl.String),
    ).select(EVENTS.names())  # fmt: skip


def _records(tables: Tables) -> pl.DataFrame:
    """Recorded relations between accounts, or contact details that stand for one."""
    if tables.links.is_empty():
        return EVENTS.to_frame()
    whose = pl.concat([reached(tables), only_publishers(tables)]).unique(
        "detail_key", keep="first", maintain_order=True
    )
    ends = [
        pl.coalesce(pl.col(end).replace_strict(
            whose["detail_key"], whose["whose"], default=None, return_dtype=pl.String
        ), end).alias(end)
        for end in ("from_key", "to_key")
    ]  # fmt: skip
    return tables.links.with_columns(ends).select(
        "from_key", "to_key", "kind", form=_form(), event="link_key",
        post_key=pl.lit(None, pl.String), seen_at="occurred_at",
        note=pl.concat_str(
            "amount", pl.lit(" ") + pl.col("currency").fill_null("")
        ).str.strip_chars(), origin="origin",
    ).select(EVENTS.names())  # fmt: skip


def _form() -> pl.Expr:
    """What a recorded relation comes to: a payment, a delivery, or another record."""
    lists = read_word_lists(WORDS)
    paid = pl.col("amount").is_not_null() & pl.col("currency").is_not_null()
    return (
        pl.when(pl.col("kind").str.contains(pattern(lists[DELIVERY])))
        .then(pl.lit(DELIVERY))
        .when(paid | pl.col("kind").str.contains(pattern(lists[PAYMENT])))
        .then(pl.lit(PAYMENT))
        .otherwise(pl.lit(RECORD))
    )


def _sentence() -> pl.Expr:
    """What the first account did, in a sentence that a person can check."""
    times = pl.col("times")
    posts = pl.format("{} {}", times, pl.when(times == 1).then(pl.lit("post"))
                      .otherwise(pl.lit("posts")))  # fmt: skip
    often = pl.when(times == 1).then(pl.lit("once")).otherwise(pl.format("{} times", times))
    said = (
        pl.when(pl.col("form") == REPLY)
        .then(pl.format("Answers the other account in {}", posts))
        .when(pl.col("form") == VOUCH)
        .then(pl.format("Vouches for the other account in {}", posts))
        .when(pl.col("form") == FORWARD)
        .then(pl.format("Passes on words of the other account in {}", posts))
        .otherwise(pl.format("Recorded {} as “{}” to the other account", often, "kind"))
    )
    is_recorded = pl.col("form").is_in([PAYMENT, DELIVERY, RECORD])
    more = pl.when(pl.col("noted") > AMOUNTS_NAMED).then(pl.lit("; …")).otherwise(pl.lit(""))
    return pl.concat_str(
        said,
        pl.when(is_recorded & (pl.col("amounts") != ""))
        .then(pl.format(" ({}{})", "amounts", more))
        .otherwise(pl.lit("")),
        pl.when(is_recorded & (pl.col("origins") != ""))
        .then(pl.format(", says {}", "origins"))
        .otherwise(pl.lit("")),
        pl.when((pl.col("form") == FORWARD) & pl.col("by_name"))
        .then(pl.lit(", known by its name only"))
        .otherwise(pl.lit("")),
        _when(),
        pl.lit("."),
    )


def _when() -> pl.Expr:
    """The days of the first and the last time."""
    first, last = (pl.col(name).dt.strftime("%Y-%m-%d") for name in ("first_seen", "last_seen"))
    return (
        pl.when(pl.col("first_seen").is_null())
        .then(pl.lit(""))
        .when(first == last)
        .then(pl.format(", on {}", first))
        .otherwise(pl.format(", from {} to {}", first, last))
    )
