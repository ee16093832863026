"""What new accounts show that others showed: contact details, reposted texts and pictures.

Chance agreement as in `graph.ties.layers`: a detail that k accounts share serves strangers with
its hub probability, else strangers hold it by error or reissue; texts and pictures are copied, the
commoner the more. Details of likely hubs, and of accounts that quote many, are left out.
"""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import replace
from typing import Any

import polars as pl

from graph import keys
from graph.judged import CONFIRM, HUB, REJECT, Judged
from graph.lifecycle.succession.evidence import DETAIL, PICTURE, TEXT, Piece
from graph.lifecycle.succession.numbers import Copies, Details, Numbers
from graph.one_person.shown import PAPERS, PHONE
from graph.records import UTC
from graph.tables import Tables
from graph.ties.hubs import LIKELY_HUB
from graph.ties.layers.contact_detail import LEAST_CONFIDENCE

SHOWING = pl.Schema(
    {"account_key": pl.String(), "value": pl.String(), "post_key": pl.String(), "at": UTC,
     "is_own": pl.Boolean()}
)  # fmt: skip
"""One row per showing of a value; ``is_own``: it is what the account itself is reached by."""

Shared = dict[str, dict[str, list[Piece]]]
"""By new account and other account: what the new one has in common with the other."""

CITED = 3


def shown_by_others(
    new: Collection[str],
    tables: Tables,
    hubs: pl.DataFrame,
    texts: pl.DataFrame,
    judged: Judged,
    numbers: Numbers,
) -> Shared:
    """Find what new accounts show that other accounts show, too.

    Parameters
    ----------
    new : collection of str
        Keys of the new accounts.
    tables : Tables
        What is known.
    hubs, texts : polars.DataFrame
        Of the detection: ``detail_key probability``, ``text_key account_key post_key``.
    judged : Judged
        Hubs are as people say.
    numbers : Numbers
        The frozen numbers.

    Returns
    -------
    dict
        `Shared`. Linear in what is shown; pairs grow with the values of the new accounts, at most
        ``most_accounts`` for each.
    """
    chosen = pl.Series("account_key", sorted(new), dtype=pl.String)
    found: Shared = {}
    likely = _hubs(hubs, judged)
    details = _details(chosen, tables, likely, numbers.details)
    model = numbers.details
    for row in _common(details, chosen, model.most_accounts).iter_rows(named=True):
        kind = model.phone if row["value"].startswith(PHONE) else model.other
        if row["is_own"]:
            kind = model.named
        hub = likely.get(row["value"], 0.0)
        strangers = hub * row["accounts"] + (1 - hub) * kind.stray
        bits = math.log2(kind.agree * numbers.population / strangers)
        _add(found, row, Piece(DETAIL, row["value"], bits, bits))
    copies = (
        (TEXT, _texts(chosen, tables, texts), numbers.texts),
        (PICTURE, _pictures(chosen, tables), numbers.pictures),
    )
    for what, showings, weights in copies:
        for row in _common(showings, chosen, model.most_accounts).iter_rows(named=True):
            bits = _copied_bits(row["accounts"], weights, numbers.population)
            further = min(weights.further_bits, bits)
            _add(found, row, Piece(what, row["value"], bits, further))
    return found


def reissued(piece: Piece, gap_days: float, numbers: Numbers) -> Piece:
    """Weigh a phone number again whose two uses lie so many days apart."""
    model = numbers.details
    if piece.kind != DETAIL or not piece.value.startswith(PHONE):
        return piece
    span = model.recycled_to_days - model.recycled_from_days
    share = min(max((gap_days - model.recycled_from_days) / span, 0.0), 1.0)
    less = share * math.log2(model.recycled / model.phone.stray)
    return replace(piece, bits=piece.bits - less, further=piece.further - less)


def _add(found: Shared, row: dict[str, Any], piece: Piece) -> None:
    """Note what a new account has in common with another."""
    whole = replace(
        piece,
        accounts=row["accounts"],
        at=row["at"],
        posts=frozenset(row["posts"]),
        old_posts=tuple(row["old_posts"][:CITED]),
    )
    found.setdefault(row["new"], {}).setdefault(row["old"], []).append(whole)


def _common(showings: pl.DataFrame, new: pl.Series, most_accounts: int) -> pl.DataFrame:
    """Pairs of a new account and another that show a value: ``new old value accounts is_own …``."""
    gathered = (
        showings.sort("account_key", "value", "at", "post_key", nulls_last=True)
        .group_by("account_key", "value", maintain_order=True)
        .agg(
            posts=pl.col("post_key").drop_nulls().unique(maintain_order=True),
            at=pl.col("at").min(),
            is_own=pl.col("is_own").all(),
        )
        .with_columns(accounts=pl.len().over("value").cast(pl.Int64))
        .filter(pl.col("accounts").is_between(2, most_accounts))
    )
    own = gathered.filter(pl.col("account_key").is_in(new.implode())).rename({"account_key": "new"})
    others = gathered.select(
        "value", old="account_key", old_posts="posts", old_is_own="is_own", old_at="at"
    )
    return (
        own.join(others, on="value")
        .filter((pl.col("new") != pl.col("old")) & ~(pl.col("is_own") & pl.col("old_is_own")))
        .with_columns(is_own=pl.col("is_own") | pl.col("old_is_own"))
        .sort("new", "old", "value")
    )


def _copied_bits(accounts: int, model: Copies, population: int) -> float:
    """Bits of a text or picture that so many accounts use."""
    odds = model.intercept + model.slope * math.log(accounts)
    common = 1 / (1 + math.exp(-odds))
    strangers = common * max(model.stray, accounts / 2) + (1 - common) * model.house_stray
    return math.log2(model.agree * population / strangers)


def _hubs(hubs: pl.DataFrame, judged: Judged) -> dict[str, float]:
    """How likely details serve strangers, as estimated or as people say."""
    likely = dict(hubs.select("detail_key", "probability").iter_rows())
    likely |= dict.fromkeys(judged.of(HUB, CONFIRM)["first"], 1.0)
    return likely | dict.fromkeys(judged.of(HUB, REJECT)["first"], 0.0)


def _details(
    new: pl.Series, tables: Tables, likely: dict[str, float], model: Details
) -> pl.DataFrame:
    """Showings of details that new accounts show or are reached by, hubs and quoted ones apart."""
    published = tables.details.filter(
        ~pl.col("kind").is_in(PAPERS)
        & (pl.col("confidence") >= LEAST_CONFIDENCE)
        & pl.col("account_key").is_not_null()
    ).select(
        "account_key", "post_key", value="detail_key", at="seen_at", is_own=pl.lit(value=False)
    )
    serving = [value for value, chance in likely.items() if chance > LIKELY_HUB]
    told = published.filter(~pl.col("value").is_in(serving))
    theirs = told.filter(pl.col("account_key").is_in(new.implode()))["value"]
    own = _own_contacts(new, theirs, tables)
    values = pl.concat([theirs, own["value"]]).unique()
    shown = pl.concat([told.filter(pl.col("value").is_in(values.implode())), own])
    quoting = _quoting(shown["account_key"].unique(), told, model)
    return shown.filter(~pl.col("account_key").is_in(quoting.implode()))


def _quoting(accounts: pl.Series, told: pl.DataFrame, model: Details) -> pl.Series:
    """Those of some accounts that share so many details that they quote other people's."""
    theirs = told.filter(pl.col("account_key").is_in(accounts.implode()))["value"].unique()
    shared = (
        told.filter(pl.col("value").is_in(theirs.implode()))
        .select("account_key", "value")
        .unique()
        .filter(pl.len().over("value") > 1)
    )
    many = shared.group_by("account_key").len().filter(pl.col("len") > model.most_shared)
    return many["account_key"].sort()


def _own_contacts(new: pl.Series, theirs: pl.Series, tables: Tables) -> pl.DataFrame:
    """What accounts are reached by, of the new ones and of those whom they name, as `SHOWING`."""
    called = pl.concat(
        table.select("account_key", "platform", "handle")
        for table in (tables.accounts, tables.names)
    ).drop_nulls()  # fmt: skip
    prefixes = {name: keys.handle_prefix(name) for name in called["platform"].unique()}
    handles = called.select(
        "account_key",
        value=pl.concat_str(
            pl.col("platform").replace_strict(prefixes, default="", return_dtype=pl.String),
            pl.col("handle").str.strip_chars().str.strip_chars_start("@").str.to_lowercase(),
        ),
    )
    numbers = tables.accounts.filter(pl.col("account_key").str.starts_with("whatsapp:+")).select(
        "account_key", value=pl.col("account_key").str.replace("whatsapp:", PHONE, literal=True)
    )
    meant = pl.col("account_key").is_in(new.implode()) | pl.col("value").is_in(
        theirs.unique().implode()
    )
    return (
        pl.concat([handles, numbers])
        .filter(meant)
        .unique()
        .select(
            "account_key",
            post_key=pl.lit(None, pl.String),
            value="value",
            at=pl.lit(None, UTC),
            is_own=pl.lit(value=True),
        )
    )


def _texts(new: pl.Series, tables: Tables, texts: pl.DataFrame) -> pl.DataFrame:
    """Posts of texts that new accounts use, as `SHOWING`."""
    theirs = texts.filter(pl.col("account_key").is_in(new.implode()))["text_key"].unique()
    used = texts.filter(pl.col("text_key").is_in(theirs.implode()))
    dated = tables.posts.select("post_key", at="posted_at").filter(
        pl.col("post_key").is_in(used["post_key"].implode())
    )
    return used.join(dated, on="post_key", how="left").select(
        "account_key", "post_key", value="text_key", at="at", is_own=pl.lit(value=False)
    )


def _pictures(new: pl.Series, tables: Tables) -> pl.DataFrame:
    """Posts of pictures that new accounts show, as `SHOWING`."""
    shown = tables.images.drop_nulls("family_key")
    theirs = shown.filter(pl.col("account_key").is_in(new.implode()))["family_key"].unique()
    return shown.filter(pl.col("family_key").is_in(theirs.implode())).select(
        "account_key", "post_key", value="family_key", at="seen_at", is_own=pl.lit(value=False)
    )
