"""The same world with fewer of its rings: what precision is worth where rings are rare."""

from __future__ import annotations

import random
from dataclasses import fields, replace

import polars as pl

from graph.tables import Tables
from tests.planted import World


def thin(made: World, known: Tables, share: float, seed: int) -> tuple[World, Tables]:
    """Take rings out of a world, and their accounts out of what is known.

    Parameters
    ----------
    made : World
    known : Tables
    share : float
        Share of the rings that stay, in [0, 1].
    seed : int
        Which ones.

    Returns
    -------
    tuple
        The truth and the tables that are left; hubs and innocents stay.
    """
    names = sorted(set(made.rings.values()))
    kept = set(random.Random(seed).sample(names, round(share * len(names))))
    rings = {key: ring for key, ring in made.rings.items() if ring in kept}
    gone = [key for key, ring in made.rings.items() if ring not in kept]
    shown = {each for each in made.shown if each[0] in rings}
    left = {
        part.name: value.filter(~pl.col("account_key").is_in(gone))
        for part in fields(Tables)
        if isinstance(value := getattr(known, part.name), pl.DataFrame)
        and "account_key" in value.columns
    }
    return replace(made, rings=rings, shown=shown), replace(known, **left)
