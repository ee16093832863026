"""The parts of the benchmark of co-membership, on small worlds."""

from __future__ import annotations

import numpy as np
import pytest

from tests.bench.co_membership import same_ring
from tests.bench.made_memberships import made_memberships
from tests.bench.rewired import beyond_chance, rewirings, shared_weights, significant
from tests.bench.shared_groups import disparity, hypergeometric, noise_corrected
from tests.bench.spoor_groups import group_bits
from tests.worlds import calibration


def test_rewiring_moves_memberships_and_keeps_every_degree_within_each_market() -> None:
    made = made_memberships(4, 3)
    swapped = list(rewirings(made.joined, made.market, 3, seed=3))
    for one in swapped:
        assert (one & made.joined).sum() < made.joined.sum() / 2
        assert (one.sum(axis=0) == made.joined.sum(axis=0)).all()
        for market in range(4):
            part = made.market == market
            assert (one[:, part].sum(axis=1) == made.joined[:, part].sum(axis=1)).all()
    assert (swapped[0] != swapped[1]).any()
    again = rewirings(made.joined, made.market, 3, seed=3)
    assert all((a == b).all() for a, b in zip(swapped, again, strict=True))


@pytest.mark.parametrize("markets", [1, 4, 10])
def test_belonging_to_the_same_groups_ties_nobody(markets: int) -> None:
    bits = group_bits(made_memberships(markets, 4))
    assert bits.given.max() == calibration().caps_bits.co_membership
    assert not bits.tied.any()


def test_members_of_a_ring_share_more_than_strangers_and_only_where_there_are_rings() -> None:
    made = made_memberships(4, 5, rings=True)
    same, bits = same_ring(made), group_bits(made)
    assert np.median(bits.sums[same]) > np.quantile(bits.sums[~same], 0.95)
    assert not bits.tied.any()
    assert not same_ring(made_memberships(4, 5)).any()


def test_markets_fool_rewirings_that_do_not_know_of_them() -> None:
    made = made_memberships(10, 6)
    bits = group_bits(made)
    blind = np.zeros_like(made.market)
    kept = [
        beyond_chance(bits.sums, shared_weights(rewirings(made.joined, at, 10, 6), bits.groups))
        for at in (made.market, blind)
    ]
    assert kept[0].sum() == 0
    assert kept[1].sum() > 100


def test_two_accounts_alone_in_many_groups_are_found_by_every_formula() -> None:
    rng = np.random.default_rng(7)
    joined = rng.random((300, 200)) < 0.05
    joined[:2, 100:130] = True
    joined[2:, 100:130] = False
    found = [hypergeometric(joined)]
    found += [significant(backbone(joined)) for backbone in (noise_corrected, disparity)]
    for kept in found:
        assert kept[0]
        assert kept.sum() < 20


def test_significance_is_benjamini_and_hochbergs() -> None:
    p = np.array([0.9, 0.0051, 0.001, 0.004])
    assert significant(p).tolist() == [False, True, True, True]
    assert significant(np.array([0.9, 0.02, 0.003, 0.5])).tolist() == [False, False, False, False]
