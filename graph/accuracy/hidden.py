"""Hiding one layer of evidence: what the others find without it, held against it.

A layer that is hidden is a witness who was not heard. That the others find the pairs which it
would have tied, and that it agrees with the pairs which they tie, can be counted on any material,
without anybody knowing the truth. Neither count is recall or precision: an operation may use one
number for each account, and strangers may share one.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from graph.accuracy.hiding import hide
from graph.accuracy.intervals import Share, grouped_share
from graph.calibration import Calibration
from graph.errors import UsageError
from graph.judged import NOTHING_JUDGED, Judged
from graph.tables import Tables
from graph.ties.agreement import Evidence, gather
from graph.ties.independent import PAIR
from graph.ties.layers.known import LAYERS, VALUE_LAYERS
from graph.ties.layers.layer import EVIDENCE
from graph.ties.posterior import count_once
from graph.ties.tie import tie_accounts


@dataclass(frozen=True)
class HiddenTest:
    """What the other layers find without the hidden one.

    Attributes
    ----------
    layer : str
        What was hidden.
    shown_by : int
        Accounts that show something of their own in it.
    alone : int
        Pairs that it alone would tie.
    recovered : Share
        Of those, how many the others tie.
    recovered_of_seen : Share
        Of those of which both accounts show something in another layer, how many the others tie.
    ties_without : int
        Ties that the others find.
    agreeing : Share
        Of those whose accounts both show something in the hidden layer, how many agree in it.
    base : Share
        The same of any two accounts that show something in it.
    agree : float
        How often accounts of one operation agree in it, by the calibration: the most that
        ``agreeing`` can be expected to reach.
    precision : float or None
        The share of right ties that would explain ``agreeing``, between ``base`` and ``agree``;
        None where they do not tell.
    """

    layer: str
    shown_by: int
    alone: int
    recovered: Share
    recovered_of_seen: Share
    ties_without: int
    agreeing: Share
    base: Share
    agree: float
    precision: float | None


def layers_to_hide(calibration: Calibration) -> dict[str, str]:
    """Name what can be hidden: every kind of value, with the layer that it belongs to."""
    return {kind: layer.name for layer in VALUE_LAYERS for kind in layer.kinds(calibration)}


def try_hidden(
    tables: Tables,
    calibration: Calibration,
    hidden: str,
    *,
    layers: tuple[str, ...] = LAYERS,
    judged: Judged = NOTHING_JUDGED,
    seed: int = 1,
) -> HiddenTest:
    """Hide a layer, tie accounts by the others, and compare.

    Parameters
    ----------
    tables : Tables
        What is known.
    calibration : Calibration
        The frozen numbers.
    hidden : str
        One of `layers_to_hide`.
    layers : tuple of str
        Which layers take part.
    judged : Judged
        What people decided of hubs; their ties are not obeyed, as they were made knowing all.
    seed : int
        Of the resampling behind the intervals.

    Returns
    -------
    HiddenTest
        Deterministic. Intervals are by resampling what hangs together, as pairs of one operation
        are found or missed together.

    Raises
    ------
    UsageError
        If there is no such layer, or it takes no part.
    """
    known = layers_to_hide(calibration)
    if known.get(hidden) not in layers:
        there = ", ".join(name for name, layer in known.items() if layer in layers)
        raise UsageError(f"--hidden {hidden}: no such layer takes part; name one of {there}.")
    of_hubs = Judged(judged.of("hub"))
    whole = gather(tables, calibration, layers, of_hubs)
    mine = whole.shared.filter(pl.col("layer") == hidden)
    alone = _tied_alone(mine, whole, calibration)
    ties = tie_accounts(hide(tables, hidden), calibration, layers, of_hubs).ties.select(PAIR)
    shows = whole.own.filter(pl.col("layer") == hidden)["account_key"]
    others = whole.own.filter(pl.col("layer") != hidden)["account_key"].unique()
    recovered = alone.join(ties.with_columns(hit=True), on=PAIR, how="left")
    observed = _both(ties, shows).join(
        mine.select(PAIR).unique().with_columns(hit=True), on=PAIR, how="left"
    )
    agreeing = mine.select(PAIR).n_unique()
    possible = len(shows) * (len(shows) - 1) // 2
    rate = agreeing / possible if possible else None
    base = Share(agreeing, possible, rate, rate, rate)
    found = _grouped(observed, seed)
    agree = _agree(hidden, calibration)
    return HiddenTest(
        layer=hidden,
        shown_by=len(shows),
        alone=len(alone),
        recovered=_grouped(recovered, seed),
        recovered_of_seen=_grouped(_both(recovered, others), seed),
        ties_without=len(ties),
        agreeing=found,
        base=base,
        agree=agree,
        precision=_precision(found.share, base.share, agree),
    )


def _tied_alone(mine: pl.DataFrame, whole: Evidence, calibration: Calibration) -> pl.DataFrame:
    """Pairs that one layer's evidence alone would tie, with nothing said against them."""
    counted = count_once(mine.select(EVIDENCE.names()), whole.values, calibration)
    return (
        counted.group_by(PAIR)
        .agg(bits=pl.col("counted_bits").sum())
        .filter(pl.col("bits") + calibration.prior_bits >= calibration.threshold_bits)
        .select(PAIR)
        .sort(PAIR)
    )


def _both(pairs: pl.DataFrame, accounts: pl.Series) -> pl.DataFrame:
    """Pairs of which both accounts are among some."""
    return pairs.filter(
        pl.col("account_a").is_in(accounts.implode())
        & pl.col("account_b").is_in(accounts.implode())
    )


def _grouped(pairs: pl.DataFrame, seed: int) -> Share:
    """The share of pairs with ``hit``, those that hang together resampled together."""
    if pairs.is_empty():
        return grouped_share([], seed)
    keys = pl.concat([pairs["account_a"], pairs["account_b"]]).unique().sort()
    places = {key: place for place, key in enumerate(keys)}
    left, right = (
        pairs[side].replace_strict(places, return_dtype=pl.Int64).to_numpy() for side in PAIR
    )
    graph = coo_array((np.ones(len(left), np.int8), (left, right)), shape=(len(keys),) * 2)
    _, part = connected_components(graph, directed=False)
    groups = (
        pairs.select(hit=pl.col("hit").fill_null(value=False))
        .with_columns(part=pl.Series(part[left]))
        .group_by("part")
        .agg(hits=pl.col("hit").sum(), trials=pl.len())
        .sort("part")
    )
    return grouped_share([(int(h), int(t)) for _, h, t in groups.iter_rows()], seed)


def _agree(hidden: str, calibration: Calibration) -> float:
    """How often accounts of one operation agree in a layer."""
    content = {"text": calibration.text_family.agree, "image": calibration.image_family.agree}
    if hidden in content:
        return content[hidden]
    return (calibration.contact_details | calibration.papers)[hidden].agree


def _precision(found: float | None, base: float | None, agree: float) -> float | None:
    """The share of partners in a mixture with strangers that agrees as often as was found."""
    if found is None or base is None or agree <= base:
        return None
    return min(max((found - base) / (agree - base), 0.0), 1.0)
