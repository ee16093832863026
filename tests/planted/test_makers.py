"""Worlds are the same for a seed, hold what was asked for, and can be made free of rings."""

from __future__ import annotations

from collections import Counter

from graph.images.hashes import stated
from tests.planted import Life, Shape, lived_world, world
from tests.planted.invent import Inventor
from tests.planted.rings import SIZES
from tests.planted.truth import kind_of, reachable

TINY = 500


def test_a_seed_makes_one_world() -> None:
    shape, life = Shape.of(TINY), Life.of(TINY)
    assert world(3, shape).rows.equals(world(3, shape).rows)
    assert lived_world(3, life).rows.equals(lived_world(3, life).rows)
    assert not world(3, shape).rows.equals(world(4, shape).rows)


def test_worlds_without_operations_have_none() -> None:
    drawn = world(5, Shape.of(TINY).without_operations())
    lived = lived_world(5, Life.of(TINY).without_operations())
    for made in (drawn, lived):
        assert not made.rings
        assert not made.operated()
        assert not made.shown
        assert made.hubs


def test_a_drawn_world_holds_every_kind_of_innocent_and_organisation() -> None:
    made = world(6, Shape.of(1_000))
    kinds = {kind_of(name) for name in made.organisations.values()}
    assert kinds == {"shop", "family", "rescue", "scam", "club", "campaign"}
    assert set(made.innocents.values()) >= {
        "recycled number", "text thief", "copies popular picture", "copies each other",
        "speaks a small language", "meets the same people", "warns of others",
    }  # fmt: skip


def test_the_whole_shape_keeps_the_base_rate_and_reaches_sixty() -> None:
    whole = Shape()
    assert whole.in_rings * 25 == whole.accounts
    assert whole.largest_ring == 60 == max(most for _, _, most in SIZES)
    assert min(least for _, least, _ in SIZES) == 2


def test_largest_ring_is_planted() -> None:
    shape = Shape.of(1_000)
    assert max(Counter(world(7, shape).rings.values()).values()) == shape.largest_ring


def test_pictures_saved_again_look_nearly_alike() -> None:
    invent = Inventor(1, 1)
    for _ in range(50):
        before = stated(picture := invent.picture())
        after = stated(invent.saved_again(picture))
        assert set(before) == set(after) == {"phash", "dhash"}
        apart = int(before["phash"], 16) ^ int(after["phash"], 16)
        assert apart.bit_count() <= 3


def test_texts_posted_again_change_by_a_word_or_two() -> None:
    invent = Inventor(2, 1)
    text = invent.text(0)
    for _ in range(20):
        words = zip(text.split(" "), invent.altered(text).split(" "), strict=True)
        assert sum(a != b for a, b in words) <= 2


def test_who_knows_the_evidence_joins_what_it_joins() -> None:
    rings = {"a": 1, "b": 1, "c": 1, "d": 1, "x": 2, "y": 2}
    shown = {("a", "1/1"), ("b", "1/1"), ("b", "1/2"), ("c", "1/2"), ("x", "2/1"), ("y", "2/2")}
    found = reachable(shown, rings)
    assert set(found) == {"a", "b", "c"}
    assert len(set(found.values())) == 1
