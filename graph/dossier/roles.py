"""Roles of members, from directed interaction or hub service only, as questions for people."""

from __future__ import annotations

import polars as pl

from graph.dossier.role_ranks import rank_members
from graph.dossier.tables import ROLES
from graph.interactions import DELIVERY, FORWARD, PAYMENT, VOUCH
from graph.interactions.whose import reached
from graph.tables import Tables

MEMBER = "member"
LEAST_PARTNERS = 3
"""Fewer other accounts than this show no role."""

POSTS_CITED = 3

ASKED = {
    "broker": (
        "{} accounts name a contact detail of it that may serve strangers",
        "Is it a service that anybody may use (a courier, an escrow account, an administrator), "
        "or does it bring these accounts together?",
    ),
    "payment receiver": (
        "Recorded as paid by {} accounts",
        "Does it collect for others here, or is it paid for its own sales?",
    ),
    "vouched for": (
        "Vouched for by {} accounts",
        "Do those who vouch know it from deals, or do they belong to it?",
    ),
    "supplier or contact point": (
        "{} accounts pass on its words or are sent goods by it",
        "Does it supply or speak for them, or do they copy it or buy from it?",
    ),
    "answers for others": (
        "Answers {} accounts that had turned to others here",
        "Does it answer for them by arrangement, or is it only helpful?",
    ),
}
"""Roles, each with what shows it and what a person has to find out."""

TURNED = pl.Schema(
    {"cluster_id": pl.String(), "account_key": pl.String(), "role": pl.String(),
     "partner": pl.String(), "posts": pl.List(pl.String())}
)  # fmt: skip
"""One row per member, role and other account that shows it, wherever that account belongs."""


def find_roles(
    members: pl.DataFrame,
    tables: Tables,
    interactions: pl.DataFrame,
    hubs: pl.DataFrame,
    *,
    seed: int,
) -> pl.DataFrame:
    """Find the roles that interaction shows.

    Parameters
    ----------
    members : polars.DataFrame
        ``cluster_id account_key``.
    tables : Tables
        What is known.
    interactions : polars.DataFrame
        `graph.interactions.INTERACTIONS`.
    hubs : polars.DataFrame
        ``detail_key``: contact details that may serve strangers.
    seed : int
        Of the resampling.

    Returns
    -------
    polars.DataFrame
        `ROLES`, by cluster and account, the surest role first. A role needs `LEAST_PARTNERS` other
        accounts, and a place in the first third of the members even at the worst end of its
        interval. How an account lies among ties is no role.
    """
    home = members.select("cluster_id", "account_key")
    turned = pl.concat(
        [
            TURNED.to_frame(),
            _by_form(home, interactions, PAYMENT, "payment receiver"),
            _by_form(home, interactions, VOUCH, "vouched for"),
            _by_form(home, interactions, FORWARD, "supplier or contact point"),
            _by_form(home, interactions, DELIVERY, "supplier or contact point", sends=True),
            _answers(home, tables),
            _serves(home, tables, hubs),
        ]
    )
    counted = _count(turned, home)
    ranked = rank_members(
        turned.select("cluster_id", "account_key", "role", "partner").unique(), home, seed=seed
    )
    order = pl.DataFrame({"role": list(ASKED), "nth": range(len(ASKED))})
    return (
        counted.join(ranked, on=["cluster_id", "account_key", "role"])
        .filter(
            pl.col("partners") >= LEAST_PARTNERS,
            pl.col("rank_high") <= pl.max_horizontal((pl.col("of") / 3).ceil(), 1),
        )
        .join(order, on="role")
        .sort(
            "cluster_id", "account_key", "rank_high", "partners", "nth",
            descending=[False, False, False, True, False],
        )
        .with_columns(sentence=_sentence(), question=_question())
        .select(pl.col(name).cast(kind) for name, kind in ROLES.items())
    )  # fmt: skip


def name_roles(members: pl.DataFrame, roles: pl.DataFrame) -> pl.DataFrame:
    """Put the surest role of each member into ``role``; those without one are members."""
    first = roles.unique("account_key", keep="first", maintain_order=True).select(
        "account_key", shown="role"
    )
    return (
        members.join(first, on="account_key", how="left", maintain_order="left")
        .with_columns(role=pl.coalesce("shown", pl.lit(MEMBER)))
        .drop("shown")
    )


def _by_form(
    home: pl.DataFrame, interactions: pl.DataFrame, form: str, role: str, *, sends: bool = False
) -> pl.DataFrame:
    """Members to whom others turn in one form of interaction, or who send something to them."""
    mine, other = ("from_key", "to_key") if sends else ("to_key", "from_key")
    return (
        interactions.filter(pl.col("form") == form)
        .join(home, left_on=mine, right_on="account_key")
        .select("cluster_id", account_key=mine, role=pl.lit(role), partner=other, posts="posts")
    )


def _answers(home: pl.DataFrame, tables: Tables) -> pl.DataFrame:
    """Members who answer outsiders that had answered another member."""
    asked = tables.replies.drop_nulls(["account_key", "to_key"]).select(
        asking="account_key", question="post_key", asked_of="to_key"
    )
    given = tables.replies.drop_nulls("account_key").select(
        "account_key", "post_key", question="to_post"
    )
    both = given.join(asked, on="question").join(home, on="account_key")
    of_member = both.join(
        home, left_on=["asked_of", "cluster_id"], right_on=["account_key", "cluster_id"], how="semi"
    )
    return (
        of_member.filter(pl.col("asked_of") != pl.col("account_key"))
        .join(
            home, left_on=["asking", "cluster_id"], right_on=["account_key", "cluster_id"],
            how="anti",
        )
        .sort("cluster_id", "account_key", "asking", "post_key")
        .group_by("cluster_id", "account_key", "asking", maintain_order=True)
        .agg(posts=pl.col("post_key").head(POSTS_CITED))
        .select(
            "cluster_id", "account_key", role=pl.lit("answers for others"), partner="asking",
            posts="posts",
        )
    )  # fmt: skip


def _serves(home: pl.DataFrame, tables: Tables, hubs: pl.DataFrame) -> pl.DataFrame:
    """Members for whom a hub stands by itself, with the accounts that publish it."""
    theirs = (
        reached(tables)
        .join(hubs.select("detail_key"), on="detail_key", how="semi")
        .join(home, left_on="whose", right_on="account_key")
    )
    return (
        tables.details.drop_nulls("account_key")
        .join(theirs, on="detail_key")
        .filter(pl.col("account_key") != pl.col("whose"))
        .sort("cluster_id", "whose", "account_key", "post_key", nulls_last=True)
        .group_by("cluster_id", "whose", "account_key", maintain_order=True)
        .agg(posts=pl.col("post_key").drop_nulls().unique(maintain_order=True).head(POSTS_CITED))
        .select(
            "cluster_id", account_key="whose", role=pl.lit("broker"), partner="account_key",
            posts="posts",
        )
    )  # fmt: skip


def _count(turned: pl.DataFrame, home: pl.DataFrame) -> pl.DataFrame:
    """Partners of each member and role, and posts that show it."""
    here = home.select("cluster_id", partner="account_key").with_columns(here=pl.lit(value=True))
    return (
        turned.join(here, on=["cluster_id", "partner"], how="left")
        .sort("cluster_id", "account_key", "role", "partner")
        .group_by("cluster_id", "account_key", "role", maintain_order=True)
        .agg(
            partners=pl.col("partner").n_unique(),
            inside=pl.col("partner").filter("here").n_unique(),
            posts=pl.col("posts").explode().drop_nulls().unique(maintain_order=True)
            .head(POSTS_CITED),
        )
    )  # fmt: skip


def _sentence() -> pl.Expr:
    """What shows the role, and how sure its rank is."""
    said = pl.coalesce(
        pl.when(pl.col("role") == role).then(pl.format(shows, "partners"))
        for role, (shows, _) in ASKED.items()
    )
    rank = pl.format(
        "its rank by that is {} of {} here, {} in 90% of the resamples",
        "rank",
        "of",
        pl.when(pl.col("rank_low") == pl.col("rank_high"))
        .then(pl.format("and {}", "rank_low"))
        .otherwise(pl.format("between {} and {}", "rank_low", "rank_high")),
    )
    return pl.format("{}, {} of them in this cluster; {}.", said, "inside", rank)


def _question() -> pl.Expr:
    """What a person has to find out."""
    questions = {role: question for role, (_, question) in ASKED.items()}
    return pl.col("role").replace_strict(questions, return_dtype=pl.String)
