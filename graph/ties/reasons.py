"""Reasons: what holds a tie together, one row per piece of evidence and one sentence each."""

from __future__ import annotations

import polars as pl

from graph.ties.posterior import PAIR
from graph.ties.values import Values

KIND_WORDS = {
    "phone": "phone number",
    "email": "e-mail address",
    "telegram": "Telegram handle",
    "instagram": "Instagram handle",
    "facebook": "Facebook handle",
    "tiktok": "TikTok handle",
    "line": "LINE id",
    "wechat": "WeChat id",
    "bank": "bank account",
    "iban": "IBAN",
    "pix": "PIX key",
    "upi": "UPI address",
    "till": "till number",
    "promptpay": "PromptPay id",
    "btc": "Bitcoin address",
    "eth": "Ethereum address",
    "trx": "Tron address",
    "qq": "QQ number",
    "bbm": "BBM PIN",
    "zalo": "Zalo name",
    "kakao": "KakaoTalk id",
    "signal": "Signal name",
    "permit": "permit number",
    "ring": "closed-ring number",
    "chip": "microchip number",
    "parcel": "parcel number",
    "plate": "number plate",
    "company": "company number",
}
DISAGREEMENT = "disagreement"
NOTABLE_GAP_DAYS = 30


def give_reasons(counted: pl.DataFrame, disagreement: pl.DataFrame, values: Values) -> pl.DataFrame:
    """Write the reasons of ties.

    Parameters
    ----------
    counted : polars.DataFrame
        `graph.ties.posterior.count_once`, of the pairs that are ties.
    disagreement : polars.DataFrame
        `graph.ties.disagreement.weigh_disagreement`, of the same pairs.
    values : Values
        What is published by whom, for the posts cited.

    Returns
    -------
    polars.DataFrame
        ``account_a account_b layer family shared bits counted posts sentence``, strongest first
        within a pair. ``bits`` is what the evidence would weigh alone; ``counted`` says whether
        it entered the score; ``posts`` cites up to three posts of each side.
    """
    cited = values.published.select("account_key", "value", "cited")
    rows = (
        counted.join(
            cited.rename({"account_key": "account_a", "cited": "cited_a"}),
            on=["account_a", "value"],
            how="left",
        )
        .join(
            cited.rename({"account_key": "account_b", "cited": "cited_b"}),
            on=["account_b", "value"],
            how="left",
        )
        .select(
            *PAIR,
            "layer",
            "family",
            shared="value",
            bits=pl.when(pl.col("counted_bits") > 0).then("counted_bits").otherwise("bits"),
            counted=pl.col("counted_bits") != 0,
            posts=_both("cited_a", "cited_b"),
            sentence=_sentence(),
        )
    )
    against = disagreement.select(
        *PAIR,
        "layer",
        family=pl.lit(DISAGREEMENT),
        shared=pl.lit(None, pl.String),
        bits="bits",
        counted=pl.lit(value=True),
        posts=pl.lit([], pl.List(pl.String)),
        sentence=pl.when(pl.col("layer") == "text")
        .then(pl.lit("Against: both wrote texts of some length and share none."))
        .otherwise(pl.format("Against: each shows another {}, and they share none.", _kind())),
    )
    return pl.concat([rows, against]).sort(
        *PAIR, "counted", "bits", "shared", descending=[False, False, True, True, False]
    )


def _kind() -> pl.Expr:
    """What a layer of contact details is called."""
    return pl.col("layer").replace_strict(
        KIND_WORDS, default=pl.col("layer"), return_dtype=pl.String
    )


def _both(left: str, right: str) -> pl.Expr:
    """Two lists of posts as one; missing lists are empty."""
    empty = pl.lit([], pl.List(pl.String))
    return pl.concat_list(pl.col(left).fill_null(empty), pl.col(right).fill_null(empty))


def _sentence() -> pl.Expr:
    """What a piece of evidence says, in a sentence that a person can check."""
    value = pl.col("value").str.replace(r"^(handle:)?[^:]*:", "")
    others = pl.col("accounts") - 2
    company = (
        pl.when(others == 0)
        .then(pl.lit("no other account here does"))
        .when(others == 1)
        .then(pl.lit("1 other account does too"))
        .otherwise(pl.format("{} other accounts do too", others))
    )
    said = (
        pl.when(pl.col("layer") == "text")
        .then(pl.format("Both posted nearly the same text; {}", company))
        .when(pl.col("layer") == "image")
        .then(pl.format("Both posted nearly the same picture; {}", company))
        .when(pl.col("family") == "structure")
        .then(
            pl.format(
                "Both belong to the group {}, which has {} known members",
                "value",
                "accounts",
            )
        )
        .otherwise(pl.format("Both publish the {} {}; {}", _kind(), value, company))
    )
    apart = pl.col("gap_days").fill_null(0.0).round().cast(pl.Int64)
    return pl.concat_str(
        said,
        pl.when(apart >= NOTABLE_GAP_DAYS)
        .then(pl.format(", nobody used it for {} days in between", apart))
        .otherwise(pl.lit("")),
        pl.when(pl.col("is_hub"))
        .then(pl.lit("; not counted, as it seems to serve strangers"))
        .when(pl.col("hub_probability").fill_null(0.0) > 0.01)
        .then(
            pl.format(
                ", it may serve strangers too (hub probability {})",
                pl.col("hub_probability").round(2),
            )
        )
        .otherwise(pl.lit("")),
        pl.when(pl.col("because_of").is_not_null() & ~pl.col("is_hub"))
        .then(pl.lit("; not counted, as stronger evidence comes from the same posts"))
        .otherwise(pl.lit("")),
        pl.when(pl.col("is_capped"))
        .then(pl.lit("; counted only in part, as evidence of its kind is capped"))
        .otherwise(pl.lit("")),
        pl.lit("."),
    )
