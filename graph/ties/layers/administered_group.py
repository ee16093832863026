"""Administered groups: what running the same group says.

Chance agreement: a group is run by n administrators of whom strangers know each other no better
than volunteers do. The larger the group, the more of its administrators are volunteers: k known
members stand for k / ``members_for_a_volunteer`` of them. Two who run a small group alone are
likely to belong together; the administrators of a large community are not. The layer supports a
tie that other evidence suggests and never makes one.
"""

from __future__ import annotations

import polars as pl

from graph.calibration import Calibration
from graph.tables import Tables
from graph.ties.layers.circle import in_one_circle
from graph.ties.layers.layer import PairLayer, as_evidence

ROLES = r"^(?:co-?)?(?:admin|administrator|creator|owner|moderator|mod|founder|host)s?$"
"""Roles in which an account runs a group, as readers and hand-made tables give them."""


def weigh_administrators(
    pairs: pl.DataFrame, tables: Tables, calibration: Calibration
) -> pl.DataFrame:
    """Bits of groups that both administer, for pairs that other evidence suggests.

    Parameters
    ----------
    pairs : polars.DataFrame
        ``account_a account_b``, unique.
    tables : Tables
        What is known; here the memberships and roles. Nothing where no source states roles.
    calibration : Calibration
        The numbers.

    Returns
    -------
    polars.DataFrame
        `graph.ties.layers.layer.EVIDENCE`, one row per pair and group that both run; ``value`` is
        ``administers:`` and the group's key, ``accounts`` how many run it.
    """
    model = calibration.administered_group
    members = tables.memberships.select("account_key", "group_key").unique()
    sizes = members.group_by("group_key").agg(members=pl.len())
    running = (
        tables.memberships.filter(
            pl.col("role").str.strip_chars().str.to_lowercase().str.contains(ROLES)
        )
        .select("account_key", "group_key")
        .unique()
        .join(sizes, on="group_key")
        .with_columns(
            value=pl.format("administers:{}", "group_key"), accounts=pl.len().over("group_key")
        )
        .filter(pl.col("accounts") <= model.most_administrators)
    )
    strangers = pl.col("accounts") + pl.col("members") / model.members_for_a_volunteer
    bits = model.reliability * (calibration.population / strangers).log(2)
    return (
        in_one_circle(pairs, running)
        .with_columns(bits=bits, further_bits=bits)
        .filter(pl.col("bits") > 0)
        .pipe(as_evidence, layer=LAYER.name, family="structure")
    )


LAYER = PairLayer("administered_group", weigh_administrators)
