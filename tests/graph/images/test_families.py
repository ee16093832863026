"""Families of near-identical pictures: planted truth, and no chains."""

from __future__ import annotations

import time

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.images.families import image_families
from graph.images.hashes import MOST_BITS, MOST_BITS_OF_GUARD
from graph.images.near_hashes import around_centres

NEAR = MOST_BITS["phash"]


def flipped(hash_: int, bits: int, *, first: int = 0) -> int:
    """A hash with some bits turned, as many to one as to nought."""
    ones = [at for at in range(64) if hash_ >> at & 1][first : first + bits // 2]
    noughts = [at for at in range(64) if not hash_ >> at & 1][first : first + bits - bits // 2]
    return hash_ ^ sum(1 << at for at in ones + noughts)


HALF = 0x0F0F_3C3C_5A5A_9966


def table(**hashes: str) -> pl.DataFrame:
    return pl.DataFrame(
        {"image_key": list(hashes), "perceptual_hash": list(hashes.values())},
        schema={"image_key": pl.String, "perceptual_hash": pl.String},
    )


def phash(value: int, guard: int | None = None) -> str:
    return f"phash:{value:016x}" + ("" if guard is None else f" dhash:{guard:016x}")


def test_the_first_is_the_centre_and_far_ones_are_in_none() -> None:
    found = image_families(
        table(a=phash(HALF, 0), b=phash(flipped(HALF, NEAR), 1), c=phash(~HALF % 2**64, 0))
    )
    assert found.rows() == [("a", "a", 0), ("b", "a", NEAR)]


def test_nothing_is_chained() -> None:
    steps = [flipped(HALF, NEAR * step) for step in range(4)]
    found = image_families(table(**{f"i{n}": phash(each, 0) for n, each in enumerate(steps)}))
    assert found.rows() == [("i0", "i0", 0), ("i1", "i0", 8), ("i2", "i2", 0), ("i3", "i2", 8)]


def test_the_nearest_centre_takes_a_picture() -> None:
    far = flipped(HALF, NEAR + 6)
    between = flipped(HALF, NEAR)
    found = image_families(table(a=phash(HALF, 0), b=phash(far, 0), c=phash(between, 0)))
    assert found.rows() == [("b", "b", 0), ("c", "b", 6)]


def test_the_second_hash_must_agree() -> None:
    other = (1 << MOST_BITS_OF_GUARD + 1) - 1
    assert image_families(table(a=phash(HALF, 0), b=phash(HALF, other))).is_empty()
    found = image_families(table(a=phash(HALF, 0), b=phash(HALF, other >> 1)))
    assert found["family_key"].to_list() == ["a", "a"]


def test_without_a_second_hash_less_is_near() -> None:
    assert image_families(table(a=phash(HALF, 0), b=phash(flipped(HALF, 8)))).is_empty()
    found = image_families(table(a=phash(HALF, 0), b=phash(flipped(HALF, 6))))
    assert found["distance"].to_list() == [0, 6]


def test_methods_are_not_mixed_and_plain_pictures_are_in_none() -> None:
    pdq = "pdq:" + "0f" * 32
    found = image_families(
        table(
            a=phash(HALF, 0),
            p="phash:plain",
            q="phash:plain",
            u="phash:unreadable",
            flat=phash(1 << 63, 0),
            flat2=phash(1 << 63, 0),
            x=pdq,
            y=pdq,
            short="pdq:0f0f",
            other=f"ahash:{HALF:016x}",
        )
    )
    assert found.rows() == [("x", "x", 0), ("y", "x", 0)]


def test_nothing_gives_nothing() -> None:
    assert image_families(table()).is_empty()


@settings(max_examples=40, deadline=None)
@given(
    st.integers(0, 2**32), st.integers(1, 300), st.sampled_from([0, 3, 4, 8, 10]),
    st.sampled_from([1, 4]),
)  # fmt: skip
def test_centres_are_those_of_comparing_all(seed: int, many: int, most: int, words: int) -> None:
    draw = np.random.default_rng(seed)
    base = draw.integers(0, 2**63, (5, words)).astype(np.uint64)
    codes = base[draw.integers(0, 5, many)]
    for _ in range(int(draw.integers(0, 9))):
        bit = draw.integers(0, 64 * words, many)
        codes[np.arange(many), bit // 64] ^= np.uint64(1) << (bit % 64).astype(np.uint64)
    centre, distance = around_centres(codes, most)
    centres: list[int] = []
    for at, code in enumerate(codes):
        bits = [int(np.bitwise_count(codes[each] ^ code).sum()) for each in centres]
        if bits and min(bits) <= most:
            nearest = centres[bits.index(min(bits))]
            assert (centre[at], distance[at]) == (nearest, min(bits))
        else:
            centres.append(at)
            assert (centre[at], distance[at]) == (at, 0)


def test_adding_pictures_moves_no_earlier_one() -> None:
    draw = np.random.default_rng(4)
    codes = draw.integers(0, 2**20, (3000, 1)).astype(np.uint64)
    centre, _ = around_centres(codes, 3)
    assert (around_centres(codes[:1500], 3)[0] == centre[:1500]).all()


@pytest.mark.slow
def test_a_hundred_thousand_take_seconds() -> None:
    draw = np.random.default_rng(5)
    codes = draw.integers(0, 2**63, (50_000, 1)).astype(np.uint64)
    twice = np.concatenate([codes, codes ^ np.uint64(0b1011)])
    start = time.perf_counter()
    centre, _ = around_centres(twice, NEAR)
    assert (centre[50_000:] == np.arange(50_000)).mean() > 0.999
    assert time.perf_counter() - start < 60
