"""A cluster's dossier as plain data, and without what is our own side's by now."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import polars as pl

if TYPE_CHECKING:
    from graph.detection import Detection
    from ingest.screen import Screen

ENDS = ["from_key", "to_key"]


def dossier_data(found: Detection, cluster_id: str) -> dict[str, Any]:
    """Give what is told of one cluster beside its members and ties.

    Parameters
    ----------
    found : Detection
        A snapshot.
    cluster_id : str
        One of its clusters.

    Returns
    -------
    dict
        ``considered`` (each alternative with its facts ``for`` and ``against``), ``holds``,
        ``roles``, ``measures``, and ``interactions`` between members, which are no evidence of a
        tie.
    """
    here = pl.col("cluster_id") == cluster_id
    of = found.members.filter(here)["account_key"].implode()
    names = found.clusters.filter(here)["alternatives"].explode().to_list()
    facts = found.alternatives.filter(here).to_dicts()
    return {
        "considered": [
            {"name": name, **{side: _facts(facts, name, side) for side in ("for", "against")}}
            for name in names
        ],
        "holds": found.holds.filter(here).drop("cluster_id").to_dicts(),
        "roles": found.roles.filter(here).drop("cluster_id").to_dicts(),
        "measures": found.measures.filter(here).drop("cluster_id").to_dicts(),
        "interactions": found.interactions.filter(
            pl.all_horizontal(pl.col(ENDS).is_in(of))
        ).to_dicts(),
    }


def dossier_without_own(found: Detection, screen: Screen) -> Detection:
    """Take our own side out of what a detection tells of clusters and interaction."""
    cited = pl.col("posts").list.eval(pl.element().filter(_others(pl.element(), screen.posts)))
    sentence = pl.col("sentence").map_batches(screen.mask.text, return_dtype=pl.String)
    own = pl.Series(sorted(screen.accounts), dtype=pl.String)
    is_named = pl.col("accounts").list.set_intersection(own.to_list()).list.len() > 0
    account = _others(pl.col("account_key"), screen.accounts)
    return replace(
        found,
        interactions=found.interactions.filter(
            pl.all_horizontal(_others(pl.col(ENDS), screen.accounts))
        ).with_columns(cited, sentence),
        roles=found.roles.filter(account).with_columns(cited, sentence),
        measures=found.measures.filter(account),
        holds=found.holds.filter(
            ~is_named.fill_null(value=False), _others(pl.col("shared"), screen.traits.details)
        ).with_columns(
            pl.col("side").list.eval(pl.element().filter(_others(pl.element(), screen.accounts))),
            pl.col("shared").map_batches(screen.mask.key, return_dtype=pl.String),
            sentence,
        ),
        alternatives=found.alternatives.with_columns(cited, sentence),
    )


def _facts(facts: list[dict[str, Any]], name: str, side: str) -> list[dict[str, Any]]:
    """Facts for or against one alternative."""
    told = ("sentence", "times", "posts")
    return [
        {part: fact[part] for part in told}
        for fact in facts
        if (fact["name"], fact["side"]) == (name, side)
    ]


def _others(column: pl.Expr, own: Collection[str]) -> pl.Expr:
    """Whether a key is none of our own side's; so is a missing one."""
    among = pl.Series(sorted(own), dtype=pl.String).implode()
    return ~column.is_in(among).fill_null(value=False)
