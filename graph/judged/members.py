"""Communities as people judged their members: the rejected are out, the confirmed stay."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

import polars as pl

from graph.communities import Partition, detect_communities
from graph.judged.decisions import MAJORITY, Judged, Membership
from graph.judged.ties import leave_out
from graph.settings import DetectionSettings
from graph.ties.posterior import PAIR
from graph.ties.tie import Ties


def cut_as_judged(
    tied: Ties,
    judged: Judged,
    settings: DetectionSettings,
    resolution: float,
    start: pl.DataFrame | None = None,
) -> tuple[Ties, Partition]:
    """Cut ties into communities that keep to what people decided of members.

    Parameters
    ----------
    tied : Ties
        As people judged them (`graph.judged.ties.heed_on_ties`).
    judged : Judged
        What people decided.
    settings : DetectionSettings
        Method and seed.
    resolution : float
        Of the method.
    start : polars.DataFrame, optional
        As of `graph.communities.detect_communities`.

    Returns
    -------
    Ties
        Without the ties by which a rejected member would come back to its cluster through
        accounts that joined it later; ties that were confirmed themselves stay.
    Partition
        A confirmed member is in the community that holds most of the cluster that it was
        confirmed of; a rejected one is in none that holds more than half of it.

    Notes
    -----
    Each tie that has to go costs another partition at the most; without judgements of members
    there is one.
    """
    partition = _cut(tied, settings, resolution, start)
    memberships = judged.memberships()
    if not memberships:
        return tied, partition
    confirmed = judged.pairs().filter("is_tie")
    while True:
        free = tied.ties.join(confirmed, on=PAIR, how="anti")
        back = _back_by_ties(free, partition, memberships)
        if back.is_empty():
            return tied, _moved(partition, memberships)
        tied = leave_out(tied, back)
        partition = _cut(tied, settings, resolution, start)


def _cut(
    tied: Ties, settings: DetectionSettings, resolution: float, start: pl.DataFrame | None
) -> Partition:
    """Cut ties into communities."""
    return detect_communities(
        tied.ties, method=settings.method, resolution=resolution, seed=settings.seed, start=start
    )


def _back_by_ties(
    ties: pl.DataFrame, partition: Partition, memberships: list[Membership]
) -> pl.DataFrame:
    """Ties of rejected members to those whom they are with against what was decided."""
    home = dict(partition.accounts.iter_rows())
    sentences = {
        each.account_key: each.sentence
        for each in memberships
        if not each.belongs and _is_back(each, home)
    }
    strays = pl.Series(sorted(sentences), dtype=pl.String).implode()
    with_homes = ties.filter(pl.any_horizontal(pl.col(PAIR).is_in(strays)))
    for end in PAIR:
        at_home = partition.accounts.rename({"account_key": end, "community": f"home_{end}"})
        with_homes = with_homes.join(at_home, on=end)
    stray = pl.when(pl.col("account_a").is_in(strays)).then("account_a").otherwise("account_b")
    return with_homes.filter(pl.col("home_account_a") == pl.col("home_account_b")).select(
        *PAIR, sentence=stray.replace_strict(sentences, default=None, return_dtype=pl.String)
    )


def _is_back(judged: Membership, home: Mapping[str, int]) -> bool:
    """Whether an account is with more than half of the cluster that it is no part of."""
    here = home.get(judged.account_key)
    if here is None:
        return False
    return sum(home.get(other) == here for other in judged.others) > MAJORITY * len(judged.others)


def _moved(partition: Partition, memberships: list[Membership]) -> Partition:
    """Put confirmed members with their clusters, the latest judgement last, and strays alone."""
    home = dict(partition.accounts.iter_rows())
    spare = max(home.values(), default=0) + 1
    moved = dict(home)
    for nth, each in enumerate(reversed(memberships)):
        if each.account_key not in home:
            continue
        if each.belongs:
            found = Counter(home[other] for other in sorted(each.others) if other in home)
            if found:
                moved[each.account_key] = min(found, key=lambda name: (-found[name], name))
        elif _is_back(each, moved):
            moved[each.account_key] = spare + nth
    if moved == home:
        return partition
    changed = pl.DataFrame(list(moved.items()), schema=partition.accounts.schema, orient="row")
    return replace(partition, accounts=changed.sort("community", "account_key"))
