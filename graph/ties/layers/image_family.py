"""Image families: near-identical pictures, and what showing one says.

Chance agreement: pictures are taken from other sellers and from the open web, as texts are, and
by more people: who steals one steals another. A picture that two accounts show has on average
``stray`` strangers who took it, one that k accounts show half of them. Pictures weigh as texts do
(`graph.ties.layers.text_family`), with numbers of their own.
"""

from __future__ import annotations

import polars as pl

from graph.calibration import Calibration
from graph.tables import Tables
from graph.ties.layers.layer import SHOWINGS, Context, ValueLayer
from graph.ties.layers.text_family import weigh_copies

IMAGE = "image"


def _kinds(_: Calibration) -> tuple[str, ...]:
    """Pictures are one kind."""
    return (IMAGE,)


def _show(tables: Tables, _: Calibration) -> pl.DataFrame:
    """Pictures shown in posts, by what they look like."""
    return tables.images.select(
        "account_key",
        value=pl.format("image:{}", "family_key"),
        layer=pl.lit(IMAGE),
        family=pl.lit("content"),
        post_key="post_key",
        seen_at="seen_at",
    ).cast(SHOWINGS)


def _weigh(shared: pl.DataFrame, context: Context) -> pl.DataFrame:
    """Bits of shared pictures."""
    return weigh_copies(shared, context, context.calibration.image_family)


LAYER = ValueLayer("image_family", _kinds, _show, _weigh)
