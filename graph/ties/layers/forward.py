"""Forwards: what passing on the words of the same origin says, or of one another.

Chance agreement: an origin that k accounts here pass on is followed by k of N and by ``stray``
others elsewhere; who follows it passes it on without knowing who else does. A news channel that
everybody passes on says nothing. That one passes on the other's words makes the other one of the
k: it is a reader of it at least. The layer supports a tie that other evidence suggests and never
makes one. Passing on a group's words adds nothing to running that group, or to belonging to it
(`graph.ties.repeats`).
"""

from __future__ import annotations

import polars as pl

from graph.calibration import Calibration
from graph.tables import Tables
from graph.ties.layers.circle import weigh_circles
from graph.ties.layers.layer import PairLayer, as_evidence

NOT_NAMED = r"^\(?(?:not named|deleted account|another message|unknown|hidden)\)?$"
"""What sources write where they do not say whose words are passed on."""


def weigh_forwards(pairs: pl.DataFrame, tables: Tables, calibration: Calibration) -> pl.DataFrame:
    """Bits of rarely passed on origins, for pairs that other evidence suggests.

    Parameters
    ----------
    pairs : polars.DataFrame
        ``account_a account_b``, unique.
    tables : Tables
        What is known; here the forwards, and the names by which sources may mean an account or
        a group.
    calibration : Calibration
        The numbers.

    Returns
    -------
    polars.DataFrame
        `graph.ties.layers.layer.EVIDENCE`, one row per pair and origin; ``value`` is
        ``forwards:`` and the key of the account or group, or the platform and name that the
        source gives where that is nobody's or several's; ``accounts`` counts those who pass it
        on, and the origin itself.
    """
    passed = _resolved(tables).with_columns(value=pl.format("forwards:{}", "origin_key"))
    accounts = tables.accounts.select("account_key").unique()
    origins = (
        passed.select("value", account_key="origin_key")
        .unique()
        .join(accounts, on="account_key", how="semi")
    )
    circles = pl.concat(
        [passed.select("account_key", "value"), origins.select("account_key", "value")]
    )
    return weigh_circles(pairs, circles, calibration.forward, calibration).pipe(
        as_evidence, layer=LAYER.name, family="structure"
    )


def _resolved(tables: Tables) -> pl.DataFrame:
    """Who passes on whom: ``account_key origin_key``; nobody passes on itself."""
    platform = pl.col("account_key").str.extract(r"^([^:]*):", 1)
    stated = (
        tables.forwards.select("account_key", "origin")
        .unique()
        .with_columns(platform=platform, called=_folded(pl.col("origin")))
        .filter(~pl.col("called").str.contains(NOT_NAMED) & (pl.col("called") != ""))
    )
    return (
        stated.join(_called(tables), on=["platform", "called"], how="left")
        .with_columns(
            origin_key=pl.coalesce("meant", pl.format("{}:named:{}", "platform", "called"))
        )
        .filter(pl.col("origin_key") != pl.col("account_key"))
        .select("account_key", "origin_key")
        .unique()
    )


def _called(tables: Tables) -> pl.DataFrame:
    """What exactly one account or group of a platform is called: ``platform called meant``."""
    accounts, groups = tables.accounts, tables.groups
    by_name = [
        accounts.select("platform", called="handle", meant="account_key"),
        accounts.select("platform", called="name", meant="account_key"),
        accounts.select(
            "platform",
            called=pl.col("account_key").str.replace(r"^[^:]*:", ""),
            meant="account_key",
        ),
        groups.select("platform", called="name", meant="group_key"),
    ]
    number = pl.col("group_key").str.replace(r"^[^:]*:group:", "")
    by_number = [
        groups.select("platform", called=pl.format(shape, number), meant="group_key")
        for shape in ("{}", "channel{}", "chat{}")
    ]
    return (
        pl.concat([*by_name, *by_number])
        .with_columns(_folded(pl.col("called")))
        .drop_nulls()
        .filter(pl.col("called") != "")
        .group_by("platform", "called")
        .agg(meant=pl.col("meant").min(), many=pl.col("meant").n_unique())
        .filter(pl.col("many") == 1)
        .drop("many")
    )


def _folded(name: pl.Expr) -> pl.Expr:
    """A name or handle as it is compared."""
    return (
        name.str.normalize("NFKC")
        .str.to_lowercase()
        .str.replace_all(r"\s+", " ")
        .str.strip_chars()
        .str.strip_prefix("@")
    )


LAYER = PairLayer("forward", weigh_forwards)
