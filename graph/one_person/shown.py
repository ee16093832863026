"""What accounts show: contact details, texts and pictures that two or more of them have in common.

A detail that serves strangers (`graph.ties.hubs`, or by a person's word) is nobody's own, one that
too many accounts share compares nobody, and who shares very many details quotes other people's. An
account's own handle, and the number that a WhatsApp account is known by, are details which it
shows itself: who names them elsewhere as a way to be reached points to it.
"""

from __future__ import annotations

from typing import NamedTuple

import polars as pl

from graph import keys
from graph.judged import CONFIRM, HUB, REJECT, Judged
from graph.one_person.numbers import Numbers
from graph.tables import Tables
from graph.ties.hubs import LIKELY_HUB
from graph.ties.layers.contact_detail import LEAST_CONFIDENCE

DETAIL, OWN, TEXT, PHRASE, PICTURE = "detail", "own contact", "text", "phrase", "picture"
PAPERS = ("permit", "ring", "chip", "parcel", "plate", "company", "invite", "url", "other")
"""Kinds of details that are copied with an advertisement, or belong to no person."""

PHONE = "phone:"

SHARED = pl.Schema(
    {"account_key": pl.String(), "kind": pl.String(), "value": pl.String(),
     "accounts": pl.Int64()}
)  # fmt: skip
"""One row per account and value that it shares with others, or (a phone number) could;
``accounts``: how many show it."""


class Shown(NamedTuple):
    """What accounts have in common, and what was left out.

    Attributes
    ----------
    shared : polars.DataFrame
        `SHARED`, sorted.
    left_out : dict
        How many values, or accounts, were not compared, by why.
    """

    shared: pl.DataFrame
    left_out: dict[str, int]


def find_shared(
    tables: Tables, hubs: pl.DataFrame, texts: pl.DataFrame, judged: Judged, numbers: Numbers
) -> Shown:
    """Find what several accounts show.

    Parameters
    ----------
    tables : Tables
        What is known.
    hubs : polars.DataFrame
        ``detail_key probability``: those that a detection looked at.
    texts : polars.DataFrame
        ``text_key account_key``: posts whose text several accounts used.
    judged : Judged
        What people decided of hubs.
    numbers : Numbers
        The frozen numbers.

    Returns
    -------
    Shown
    """
    serving = _serving(hubs, judged)
    own = _own_contacts(tables)
    details = _details(tables, own).filter(~pl.col("value").is_in(serving.implode()))
    quoting = _quoting(details, numbers)
    told = pl.concat(
        [
            details.filter(~pl.col("account_key").is_in(quoting.implode())),
            texts.select("account_key", kind=pl.lit(TEXT), value="text_key"),
            tables.images.select("account_key", kind=pl.lit(PICTURE), value="family_key"),
        ]
    ).drop_nulls()
    counted = told.unique().with_columns(accounts=pl.len().over("value").cast(pl.Int64))
    shared = counted.filter((pl.col("accounts") > 1) | pl.col("value").str.starts_with(PHONE))
    too_many = pl.col("accounts") > numbers.most_accounts_per_value
    crowded = shared.filter(too_many).select("kind", "value").unique().group_by("kind").len()
    kept = shared.filter(~too_many).select(SHARED.names())
    told_of = kept.filter(pl.col("kind") == DETAIL).join(
        own, on=["account_key", "value"], how="semi"
    )
    return Shown(
        pl.concat([kept, told_of.with_columns(kind=pl.lit(OWN))]).sort(
            "account_key", "kind", "value"
        ),
        {
            "hub": len(serving),
            "quoting account": len(quoting),
            **dict(crowded.sort("kind").iter_rows()),
        },
    )


def _serving(hubs: pl.DataFrame, judged: Judged) -> pl.Series:
    """Details that serve strangers, as estimated or as people say."""
    likely = hubs.filter(pl.col("probability") > LIKELY_HUB)["detail_key"]
    told = {verdict: judged.of(HUB, verdict)["first"] for verdict in (CONFIRM, REJECT)}
    own = set(told[REJECT])
    return pl.Series(sorted({*likely, *told[CONFIRM]} - own), dtype=pl.String)


def _details(tables: Tables, own: pl.DataFrame) -> pl.DataFrame:
    """Contact details that accounts publish or are."""
    published = tables.details.filter(
        ~pl.col("kind").is_in(PAPERS) & (pl.col("confidence") >= LEAST_CONFIDENCE)
    ).select("account_key", value="detail_key")
    told = pl.concat([published, own]).drop_nulls().unique()
    return told.select("account_key", kind=pl.lit(DETAIL), value="value")


def _own_contacts(tables: Tables) -> pl.DataFrame:
    """Handles and numbers that accounts are known by, as contact details."""
    called = pl.concat(
        table.select("account_key", "platform", "handle")
        for table in (tables.accounts, tables.names)
    ).drop_nulls().unique()  # fmt: skip
    own_handle = called.select(
        "account_key",
        value=pl.concat_str(
            pl.col("platform").replace_strict(_prefixes(called["platform"])),
            pl.col("handle").str.strip_chars().str.strip_chars_start("@").str.to_lowercase(),
        ),
    )
    number = tables.accounts.filter(pl.col("account_key").str.contains(r"^whatsapp:\+\d+$")).select(
        "account_key", value=pl.col("account_key").str.replace("whatsapp:", "phone:", literal=True)
    )
    return pl.concat([own_handle, number]).drop_nulls().unique()


def _prefixes(platforms: pl.Series) -> dict[str, str]:
    """What the keys of each platform's handles begin with."""
    return {name: keys.handle_prefix(name) for name in platforms.unique()}


def _quoting(details: pl.DataFrame, numbers: Numbers) -> pl.Series:
    """Accounts that share so many details that they quote other people's."""
    shared = details.filter(pl.len().over("value") > 1)
    many = shared.group_by("account_key").len().filter(pl.col("len") > numbers.most_shared_details)
    return many["account_key"].sort()
