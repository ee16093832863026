"""The truth of planted worlds is consistent with itself and with the rows."""

from __future__ import annotations

from collections import Counter

import polars as pl
import pytest

from graph import keys
from tests.planted import Life, Shape, World, lived_world, world
from tests.planted.truth import JOINED, OPERATED, kind_of, reachable

SMALL = 1_500


@pytest.fixture(scope="module", params=["drawn", "lived"])
def made(request: pytest.FixtureRequest) -> World:
    drawn = request.param == "drawn"
    return world(31, Shape.of(SMALL)) if drawn else lived_world(31, Life.of(SMALL))


@pytest.fixture(scope="module")
def accounts(made: World) -> set[str]:
    rows = made.rows.select("platform", "account_id").unique().iter_rows()
    return {keys.account(platform, account) for platform, account in rows}


def test_rings_are_of_two_or_more_and_as_rare_as_in_reality(
    made: World, accounts: set[str]
) -> None:
    sizes = Counter(made.rings.values())
    assert min(sizes.values()) >= 2
    assert max(sizes.values()) >= 8
    assert 0.02 <= len(made.rings) / len(accounts) <= 1 / 25


def test_nobody_is_of_a_ring_and_of_something_else(made: World) -> None:
    assert not set(made.rings) & set(made.organisations)
    assert not set(made.rings) & set(made.innocents)
    assert {kind_of(name) for name in made.organisations.values()} <= {*OPERATED, *JOINED}
    assert set(made.operated()) <= set(made.organisations)


def test_whoever_the_truth_names_has_posted(made: World, accounts: set[str]) -> None:
    assert {*made.rings, *made.organisations, *made.innocents} <= accounts
    assert {key for key, _ in made.shown} <= set(made.rings)


def test_hubs_stand_in_posts_of_strangers(made: World) -> None:
    assert {"courier", "escrow", "administrator", "club"} <= set(made.hubs.values())
    for key, kind in made.hubs.items():
        users = _users(made, key)
        outside = {user for user in users if user not in made.rings}
        assert len(outside) >= (10 if kind in ("courier", "escrow") else 2), (kind, key)


def test_recycled_numbers_had_two_owners_who_are_no_ring(made: World) -> None:
    assert made.recycled
    assert not made.recycled & set(made.hubs)


def test_evidence_of_a_ring_nearly_always_joins_it(made: World) -> None:
    joined = reachable(made.shown, made.rings)
    assert len(joined) >= 0.85 * len(made.rings)
    home = {key: made.rings[key] for key in joined}
    for name in set(joined.values()):
        assert len({home[key] for key, other in joined.items() if other == name}) == 1


def test_pictures_are_of_posts_and_can_be_compared(made: World) -> None:
    assert made.pictures["post_key"].is_unique().all()
    assert made.pictures["hash"].str.contains("^phash:[0-9a-f]{16}").all()
    assert 0.1 < len(made.pictures) / len(made.rows) < 0.9


def _users(made: World, detail_key: str) -> set[str]:
    """Accounts whose posts or descriptions show a detail."""
    value = keys.detail_parts(detail_key)[1]
    said = pl.concat_str("text", "account_bio", separator=" ", ignore_nulls=True)
    rows = made.rows.filter(said.str.contains(value, literal=True))
    return {
        keys.account(platform, account)
        for platform, account in rows.select("platform", "account_id").iter_rows()
    }
