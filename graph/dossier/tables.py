"""The tables of a dossier: what is told of clusters, and of who turns to whom."""

from __future__ import annotations

import polars as pl

from graph.records import UTC

INTERACTIONS = pl.Schema(
    {"from_key": pl.String(), "to_key": pl.String(), "kind": pl.String(), "form": pl.String(),
     "times": pl.Int64(), "first_seen": UTC, "last_seen": UTC, "posts": pl.List(pl.String()),
     "sentence": pl.String()}
)  # fmt: skip
"""One row per ordered pair of accounts and kind. ``kind``: ``reply``, ``vouch``, ``forward``, or as
the source of a recorded relation calls it; ``form``: these three, ``payment``, ``delivery`` or
``record``; ``posts``: up to three, none for what is recorded elsewhere."""

ROLES = pl.Schema(
    {"cluster_id": pl.String(), "account_key": pl.String(), "role": pl.String(),
     "partners": pl.Int64(), "inside": pl.Int64(), "rank": pl.Int64(), "rank_low": pl.Int64(),
     "rank_high": pl.Int64(), "of": pl.Int64(), "posts": pl.List(pl.String()),
     "sentence": pl.String(), "question": pl.String()}
)  # fmt: skip
"""One row per member and role. ``partners``: other accounts that show it, ``inside`` of them in the
cluster; ``rank``: its place by them among ``of`` members, from 1; ``rank_low rank_high``: the
places between which it was in 90% of the resamples."""

MEASURES = pl.Schema(
    {"cluster_id": pl.String(), "account_key": pl.String(), "ties": pl.Int64(),
     "betweenness": pl.Float64(), "constraint": pl.Float64(), "core": pl.Int64()}
)  # fmt: skip
"""One row per member. ``ties``: its degree, ties within the cluster; ``betweenness``: the share of
shortest paths between other members that lead through it, in [0, 1] (Freeman 1977,
doi:10.2307/3033543); ``constraint``: Burt's, weighted by probability: low where those whom it is
tied to are not tied to each other (Burt 2004, doi:10.1086/421787); ``core``: the largest k such
that it is tied to k members who are each tied to k of them (Seidman 1983,
doi:10.1016/0378-8733(83)90028-X). Null: not measured, or not defined."""

HOLDS = pl.Schema(
    {"cluster_id": pl.String(), "kind": pl.String(), "rank": pl.Int64(), "weight": pl.Float64(),
     "ties": pl.Int64(), "parts": pl.List(pl.Int64()), "accounts": pl.List(pl.String()),
     "side": pl.List(pl.String()), "layer": pl.String(), "shared": pl.String(),
     "sentence": pl.String()}
)  # fmt: skip
"""One row per place where a cluster is weak. ``kind``: ``cut`` (the ties of least weight, the sum
of their probabilities, whose loss splits it; ``side``: the accounts of the smaller part),
``evidence`` (one shared value, ``layer`` and ``shared``), ``tie`` (a bridge, between ``accounts``)
or ``account`` (an articulation point). ``parts``: how many accounts each part would hold, the
largest first; ``ties``: how many are lost; ``rank``: from 1, per kind."""

ALTERNATIVES = pl.Schema(
    {"cluster_id": pl.String(), "name": pl.String(), "rank": pl.Int64(), "side": pl.String(),
     "sentence": pl.String(), "times": pl.Int64(), "posts": pl.List(pl.String())}
)  # fmt: skip
"""One row per fact for or against an explanation of a cluster; an explanation of which nothing is
found either way has no row."""
