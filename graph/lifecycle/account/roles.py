"""Members of clusters who show a role that they did not show before."""

from __future__ import annotations

import polars as pl

from graph.dossier.roles import MEMBER
from graph.interactions.whose import reached
from graph.lifecycle.account.rows import as_rows
from graph.lifecycle.account.state import Between
from graph.lifecycle.account.surprise import bits


def find_new_roles(between: Between) -> pl.DataFrame:
    """Find members of clusters then and now whose role is another one.

    Parameters
    ----------
    between : Between
        What is known.

    Returns
    -------
    polars.DataFrame
        `graph.lifecycle.tables.ACCOUNT_EVENTS` of kind ``new_role``; ``value``: the role. Not of a
        role that it showed before beside a surer one, nor of one that rests on nothing dated
        since: that one was learnt late. ``at``: the first that is dated since. Surprise: the base
        rate.
    """
    was = between.before.members.select("account_key", was="role")
    had = between.before.roles.select("account_key", "role")
    changed = (
        between.now.members.filter(pl.col("role") != MEMBER)
        .join(was, on="account_key")
        .filter(pl.col("role") != pl.col("was"))
        .join(had, on=["account_key", "role"], how="anti")
    )
    shown = between.now.roles.select("account_key", "role", "sentence", "question", "posts")
    found = changed.join(shown, on=["account_key", "role"]).join(
        _dated_since(changed, between), on="account_key"
    )
    return as_rows(
        found.with_columns(
            value="role",
            sentence=pl.format(
                "{} may have the role “{}” now{}.",
                "account_key",
                "role",
                pl.when(pl.col("was") == MEMBER)
                .then(pl.lit(""))
                .otherwise(pl.format("; before, it was shown as “{}”", "was")),
            ),
            reasons=pl.concat_list("sentence", "question"),
            surprise=bits("new_role", between.weeks),
        ),
        "new_role",
    )  # fmt: skip


def _dated_since(changed: pl.DataFrame, between: Between) -> pl.DataFrame:
    """When somebody first turned to these accounts, or they to others, since: ``account_key at``.

    Naming a contact detail of theirs counts.
    """
    since = pl.col("at") > between.before.end
    turns = between.now.interactions
    ends = [turns.select("first_seen", "last_seen", account_key=end)
            for end in ("from_key", "to_key")]  # fmt: skip
    dated = [
        rows.with_columns(
            at=pl.when(pl.col("first_seen") > between.before.end)
            .then("first_seen")
            .otherwise("last_seen")
        ).select("account_key", "at")
        for rows in ends
    ]
    theirs = changed.select("account_key")
    if not theirs.is_empty():
        named = between.tables.details.drop_nulls("account_key").join(
            reached(between.tables).join(
                theirs, left_on="whose", right_on="account_key", how="semi"
            ),
            on="detail_key",
        )
        by_others = named.filter(pl.col("account_key") != pl.col("whose"))
        dated.append(by_others.select(account_key="whose", at="seen_at"))
    return (
        pl.concat(dated, how="vertical_relaxed")
        .join(theirs, on="account_key", how="semi")
        .filter(since)
        .group_by("account_key")
        .agg(pl.col("at").min())
    )
