"""Sentences: what each piece of evidence says, in words that a person can check."""

from __future__ import annotations

import polars as pl

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
NOTABLE_GAP_DAYS = 30
NOTABLE_HUB = 0.01
KEY = r"^(handle:)?[^:]*:"
"""What stands before the value in the key of a contact detail."""


def kind_in_words() -> pl.Expr:
    """What a layer of contact details is called."""
    return pl.col("layer").replace_strict(
        KIND_WORDS, default=pl.col("layer"), return_dtype=pl.String
    )


def say() -> pl.Expr:
    """Say what a piece of evidence says, and why it does not count where it does not.

    Returns
    -------
    polars.Expr
        A sentence for each row of `graph.ties.posterior.count_once`.
    """
    shared = pl.col("because_of").is_not_null() & ~pl.col("is_hub")
    return pl.concat_str(
        _said(),
        pl.when(_apart() >= NOTABLE_GAP_DAYS)
        .then(pl.format(", nobody used it for {} days in between", _apart()))
        .otherwise(pl.lit("")),
        pl.when(pl.col("is_hub"))
        .then(pl.lit("; not counted, as it seems to serve strangers"))
        .when(pl.col("hub_probability").fill_null(0.0) > NOTABLE_HUB)
        .then(
            pl.format(
                ", it may serve strangers too (hub probability {})",
                pl.col("hub_probability").round(2),
            )
        )
        .otherwise(pl.lit("")),
        pl.when(shared & pl.col("repeats"))
        .then(pl.lit("; not counted, as stronger evidence says the same"))
        .when(shared)
        .then(pl.lit("; not counted, as stronger evidence comes from the same posts"))
        .otherwise(pl.lit("")),
        pl.when(pl.col("is_capped"))
        .then(pl.lit("; counted only in part, as evidence of its kind is capped"))
        .otherwise(pl.lit("")),
        pl.lit("."),
    )


def _said() -> pl.Expr:
    """What the two accounts agree in."""
    layer, about = pl.col("layer"), pl.col("value").str.replace(r"^[^:]*:", "")
    origin = about.str.replace(r"^[^:]*:named:", "")
    hours = (pl.col("gap_days").fill_null(0.0) * 24).ceil().cast(pl.Int64)
    moved = pl.format("within {} hours, as {}", hours, _others("did", "did"))
    is_origin = (about == pl.col("account_a")) | (about == pl.col("account_b"))
    return (
        pl.when(layer == "text")
        .then(pl.format("Both posted nearly the same text; {}", _company()))
        .when(layer == "image")
        .then(pl.format("Both posted nearly the same picture; {}", _company()))
        .when(layer == "co_membership")
        .then(
            pl.format(
                "Both belong to the group {}, which has {} known members", "value", "accounts"
            )
        )
        .when(layer == "administered_group")
        .then(
            pl.format("Both administer the group {}, which {} known accounts do", about, "accounts")
        )
        .when((layer == "forward") & is_origin)
        .then(pl.format("One passes on the other's words, as {}", _others("does", "do")))
        .when(layer == "forward")
        .then(pl.format("Both pass on the words of {}, as {}", origin, _others("does", "do")))
        .when(layer == "mention")
        .then(
            pl.format(
                "One names the other's handle, {}, as {}",
                about.str.replace(KEY, ""),
                _others("does", "do"),
            )
        )
        .when(layer == "name")
        .then(
            pl.format(
                "They are called alike, {}, digits and signs apart; {} known accounts are",
                about,
                "accounts",
            )
        )
        .when(layer == "rhythm")
        .then(
            pl.lit("Both post at the same hours of the week, which others in their groups do not")
        )
        .when(pl.col("value").str.starts_with("joined:"))
        .then(pl.format("Both joined the group {} {}", about, moved))
        .when(pl.col("value").str.starts_with("left:"))
        .then(pl.format("Both left the group {} {}", about, moved))
        .when(pl.col("value").str.starts_with("renamed:"))
        .then(pl.format("Both were renamed {}", moved))
        .otherwise(
            pl.format(
                "Both publish the {} {}; {}",
                kind_in_words(),
                pl.col("value").str.replace(KEY, ""),
                _company(),
            )
        )
    )


def _company() -> pl.Expr:
    """How many others share it."""
    others = pl.col("accounts") - 2
    return (
        pl.when(others == 0)
        .then(pl.lit("no other account here does"))
        .when(others == 1)
        .then(pl.lit("1 other account does too"))
        .otherwise(pl.format("{} other accounts do too", others))
    )


def _others(one: str, many: str) -> pl.Expr:
    """How many others do as they do, at the end of a sentence."""
    others = pl.col("accounts") - 2
    return (
        pl.when(others == 0)
        .then(pl.lit(f"no other account {one}"))
        .when(others == 1)
        .then(pl.lit(f"1 other account {one}"))
        .otherwise(pl.format(f"{{}} other accounts {many}", others))
    )


def _apart() -> pl.Expr:
    """Days between two uses, null counting as none."""
    return pl.col("gap_days").fill_null(0.0).round().cast(pl.Int64)
