"""What posts say of trade: offers, goods named, and the share of members who do both."""

from __future__ import annotations

import polars as pl

from graph.derived_records import DETAILS, SIGNATURES, STATEMENTS, TAXA, TERMS
from graph.tables import Tables
from graph.trade import describe_trade, trade_posts


def rows(schema: pl.Schema, *given: dict[str, object]) -> pl.DataFrame:
    """A table of a schema; what is not given is null."""
    return pl.DataFrame([{name: row.get(name) for name in schema} for row in given], schema=schema)


def named(post: str, taxon: str, product: str | None = None, confidence: float = 0.9) -> dict:
    return {"account_key": "a", "post_key": post, "taxon_key": f"taxon:{taxon}",
            "product": product, "confidence": confidence}  # fmt: skip


def used(post: str, entry: str, role: str, score: float = 0.7) -> dict:
    return {"account_key": "a", "post_key": post, "entry": entry, "role": role, "score": score}


def known(
    posts: list[tuple[str, str, str | None]],
    statements: list[dict] = [],  # noqa: B006
    taxa: list[dict] = [],  # noqa: B006
    terms: list[dict] = [],  # noqa: B006
) -> Tables:
    """Posts (key, account, price) and what extraction found in them."""
    frame = pl.DataFrame(posts, schema=["post_key", "account_key", "price"], orient="row").select(
        "post_key", "account_key", pl.col("price").cast(pl.String), platform=pl.lit("facebook"),
        group_key=pl.lit(None, pl.String), posted_at=pl.lit(None, pl.Datetime), text=pl.lit("x"),
    )  # fmt: skip
    nobody = {"account_key": pl.String, "platform": pl.String, "handle": pl.String,
              "name": pl.String, "group_key": pl.String, "role": pl.String,
              "first_seen": pl.Datetime, "last_seen": pl.Datetime, "joined_at": pl.Datetime,
              "left_at": pl.Datetime,
              "source": pl.String, "day": pl.Date, "posts": pl.Int64}  # fmt: skip
    empty = pl.DataFrame(schema=nobody)
    return Tables(
        posts=frame, memberships=empty, accounts=empty, groups=empty,
        details=pl.DataFrame(schema=DETAILS), signatures=pl.DataFrame(schema=SIGNATURES),
        coverage=empty, as_of="2026-03-01", statements=rows(STATEMENTS, *statements),
        taxa=rows(TAXA, *taxa), terms=rows(TERMS, *terms),
    )  # fmt: skip


def test_a_price_a_word_of_sale_or_a_wish_to_buy_makes_an_offer() -> None:
    tables = known(
        [
            ("p1", "a", "5"),
            ("p2", "a", None),
            ("p3", "a", None),
            ("p4", "a", None),
            ("p5", "a", None),
        ],
        statements=[
            {"post_key": "p2", "fact": "price", "amount": 5.0},
            {"post_key": "p5", "fact": "weight", "amount": 5.0},
        ],
        terms=[used("p3", "wtb", "sought"), used("p4", "white", "offered", score=0.0)],
    )
    assert trade_posts(tables).rows() == [
        ("p1", "a", True, False),
        ("p2", "a", True, False),
        ("p3", "a", True, False),
    ]


def test_goods_are_taxa_named_for_sure_and_code_words_in_company() -> None:
    tables = known(
        [(post, "a", None) for post in ("p1", "p2", "p3", "p4")],
        taxa=[named("p1", "Manis javanica"), named("p2", "Panthera tigris", confidence=0.3)],
        terms=[used("p3", "jelly", "code"), used("p4", "jelly", "code", score=0.0)],
    )
    assert trade_posts(tables).select("post_key", "names_goods").rows() == [
        ("p1", True),
        ("p3", True),
    ]


def test_trade_relevance_is_the_share_of_members_who_offer_goods_they_name() -> None:
    tables = known(
        [
            ("p1", "a", "5"),
            ("p2", "a", None),
            ("p3", "b", "5"),
            ("p4", "c", None),
            ("p5", "x", "1"),
        ],
        taxa=[
            named("p1", "Rhinoplax vigil", "casque"),
            named("p2", "Manis javanica"),
            named("p4", "Manis javanica"),
            named("p5", "Falco cherrug"),
        ],
        terms=[used("p1", "red", "code")],
    )
    members = pl.DataFrame(
        [("C1", "a"), ("C1", "b"), ("C1", "c"), ("C2", "nobody"), ("C2", "else")],
        schema=["cluster_id", "account_key"],
        orient="row",
    )
    (row,) = describe_trade(members, tables).to_dicts()
    assert row == {
        "cluster_id": "C1",
        "offers": 2,
        "trade_relevance": 1 / 3,
        "taxa": ["Manis javanica", "Rhinoplax vigil"],
        "products": ["casque"],
        "terms": ["red"],
    }
