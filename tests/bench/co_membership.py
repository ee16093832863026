"""What co-membership in groups can and cannot say, by Spoor's layer and by other methods."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from tests.bench.co_membership_methods import bicm_pairs, joined_pairs
from tests.bench.made_memberships import ACCOUNTS, GROUPS, Belonging, made_memberships
from tests.bench.rewired import REWIRINGS
from tests.bench.spoor_groups import GroupBits, group_bits
from tests.worlds import calibration

SEEDS = list(range(101, 121))
MARKETS = (1, 4, 10)
WITH_RINGS = 5
"""So many of the seeds make a world with rings as well."""
BANDS = 4
"""Bits before the cap are told apart in steps of the cap, so many; the last has no end."""
AT_MOST = 2
"""Ring-free worlds, of twenty, in which a method may join anybody."""


@dataclass
class Tally:
    """What one method did in all worlds of so many markets.

    Attributes
    ----------
    free : list of int
        Pairs joined, of each ring-free world.
    kept, right, there : int
        Pairs joined in worlds with rings, those of one ring, and the pairs of rings there are.
    """

    free: list[int] = field(default_factory=list)
    kept: int = 0
    right: int = 0
    there: int = 0

    def add(self, joined: np.ndarray, same: np.ndarray) -> None:
        """Count a world; one without rings has no pair of one ring."""
        if not same.any():
            self.free.append(int(joined.sum()))
            return
        self.kept += int(joined.sum())
        self.right += int((joined & same).sum())
        self.there += int(same.sum())


def report(seeds: Sequence[int]) -> None:
    """Print whom each method joins in worlds without and with rings, and what Spoor's bits mean.

    Parameters
    ----------
    seeds : sequence of int
        A ring-free world of each, and one with rings of the first, for every number of markets.
    """
    print(
        f"\nco-membership alone: {ACCOUNTS} accounts, {GROUPS} groups joined by interest, seeds "
        f"{seeds[0]}–{seeds[-1]}; every method is asked for at most 1 % false pairs"
        f"\n  rewirings: {REWIRINGS} of each world, degrees kept; BiCM: by bicm; backbones: as "
        "netbone has them, written here, because netbone cannot be installed from a wheel"
    )
    tallies: dict[str, dict[int, Tally]] = defaultdict(lambda: defaultdict(Tally))
    bands: dict[int, list[np.ndarray]] = defaultdict(list)
    worlds = list(_worlds(seeds))
    theirs = bicm_pairs([belonging for _, _, belonging in worlds])
    for (seed, markets, belonging), answers in zip(worlds, theirs, strict=True):
        bits, same = group_bits(belonging), same_ring(belonging)
        for method, joined in (joined_pairs(belonging, bits, seed) | answers).items():
            tallies[method][markets].add(joined, same)
        if same.any():
            bands[markets].append(_by_band(belonging, bits, same))
    _print_methods(tallies, len(seeds))
    _print_bands(bands)


def same_ring(belonging: Belonging) -> np.ndarray:
    """Of every pair, whether both accounts are of one ring."""
    left, right = np.triu_indices(len(belonging.ring), 1)
    return (belonging.ring[left] == belonging.ring[right]) & (belonging.ring[left] >= 0)


def _worlds(seeds: Sequence[int]) -> Iterator[tuple[int, int, Belonging]]:
    """Worlds with their seeds and numbers of markets."""
    for markets in MARKETS:
        for seed in seeds:
            yield seed, markets, made_memberships(markets, seed)
        for seed in seeds[:WITH_RINGS]:
            yield seed, markets, made_memberships(markets, seed, rings=True)


def _by_band(belonging: Belonging, bits: GroupBits, same: np.ndarray) -> np.ndarray:
    """Pairs of one ring, strangers, and strangers of one market, by the bits before the cap."""
    left, right = np.triu_indices(len(belonging.home), 1)
    near = belonging.home[left] == belonging.home[right]
    band = np.ceil(bits.sums / calibration().caps_bits.co_membership).astype(int).clip(max=BANDS)
    return np.array(
        [np.bincount(band[of], minlength=BANDS + 1) for of in (same, ~same, ~same & near)]
    )


def _print_methods(tallies: dict[str, dict[int, Tally]], many: int) -> None:
    """Print a line for each method, and what the columns are."""
    print(f"  {'':44}" + "".join(f"{_markets(markets):^29}" for markets in MARKETS))
    print(f"  {'':44}" + f"{'worlds':>8} {'pairs':>6} {'P':>6} {'R':>6} " * len(MARKETS))
    for method, of in tallies.items():
        cells = "".join(
            f"{sum(pairs > 0 for pairs in tally.free):>8} {np.mean(tally.free):>6.1f} "
            f"{_share(tally.right, tally.kept):>6} {_share(tally.right, tally.there):>6} "
            for tally in of.values()
        )
        print(f"  {method:44}{cells}")
    print(
        f"  worlds: of {many} without rings, those in which the method joins anybody (the bar is "
        f"{AT_MOST} of 20); pairs: how many\n  it joins there on average; P, R: pairwise, in "
        f"{min(many, WITH_RINGS)} worlds with rings each"
    )


def _print_bands(bands: dict[int, list[np.ndarray]]) -> None:
    """Print what the bits that Spoor gives beside other evidence are worth in these worlds."""
    cap = calibration().caps_bits.co_membership
    print(
        f"  what bits for shared groups mean, which count up to the cap of {cap:g}: measured bits "
        "against all strangers,\n  and against strangers of one market (share of ring pairs)"
    )
    print(f"  {'':44}" + "".join(f"{_markets(markets):^29}" for markets in MARKETS))
    for band in range(BANDS + 1):
        cells = []
        for markets in MARKETS:
            rings, strangers, near = np.sum(bands[markets], axis=0)
            share = rings[band] / rings.sum()
            cells.append(
                f"{_bits(rings, strangers, band)} {_bits(rings, near, band)} ({share:.2f})"
            )
        print(f"  {_band(band, cap):44}" + "".join(f"{cell:^29}" for cell in cells))


def _band(number: int, cap: float) -> str:
    """Which bits are in a band, in words."""
    if not number:
        return "no group shared"
    if number == BANDS:
        return f"more than {(number - 1) * cap:g} bits"
    return f"more than {(number - 1) * cap:g}, up to {number * cap:g} bits"


def _bits(rings: np.ndarray, strangers: np.ndarray, band: int) -> str:
    """How much likelier a pair of one ring is in the band than strangers, in bits."""
    if not rings[band] or not strangers[band]:
        return "    —"
    return f"{np.log2(rings[band] / rings.sum() / (strangers[band] / strangers.sum())):+5.1f}"


def _share(part: int, whole: int) -> str:
    """Three digits, or a dash where there is nothing to measure on."""
    return f"{part / whole:.3f}" if whole else "—"


def _markets(number: int) -> str:
    """So many markets, in words."""
    return "1 market" if number == 1 else f"{number} markets"
