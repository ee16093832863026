"""The parts of the benchmark of networks, on one small world that the readers took in."""

from __future__ import annotations

import polars as pl
import pytest

from graph.tables import Tables
from tests.bench import naive
from tests.bench.explained import explain
from tests.bench.network_scores import Scores, average, line, score
from tests.bench.splink_pairs import TOO_COMMON, describe_accounts
from tests.bench.taking_in import take_in
from tests.bench.thinned import thin
from tests.planted import Shape, World, world

SHAPE = Shape.of(500)


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> tuple[World, Tables]:
    made = world(8, SHAPE)
    return made, take_in(made, tmp_path_factory.mktemp("bench"))[0]


def test_everything_that_was_planted_is_read(taken: tuple[World, Tables]) -> None:
    made, known = taken
    assert len(known.posts) == len(made.rows)
    assert len(known.accounts) == SHAPE.accounts
    assert {*made.rings, *made.organisations, *made.innocents} <= set(known.accounts["account_key"])
    assert set(made.hubs) <= set(known.details["detail_key"])


def test_pictures_saved_again_are_one_family(taken: tuple[World, Tables]) -> None:
    made, known = taken
    assert len(known.images) == len(made.pictures)
    shared = known.images.group_by("family_key").agg(users=pl.col("account_key").n_unique())
    assert shared["users"].max() >= 10  # type: ignore[operator]
    assert known.images["family_key"].n_unique() < known.images["image_key"].n_unique()


def test_fewer_rings_leave_strangers_as_they_are(taken: tuple[World, Tables]) -> None:
    made, known = taken
    fewer, left = thin(made, known, 0.5, seed=1)
    assert 0 < len(set(fewer.rings.values())) < len(set(made.rings.values()))
    gone = set(made.rings) - set(fewer.rings)
    assert set(known.posts["account_key"]) - set(left.posts["account_key"]) == gone
    assert not set(left.images["account_key"]) & gone
    assert fewer.hubs == made.hubs


def test_a_perfect_answer_scores_one_and_explains_what_it_joins(
    taken: tuple[World, Tables],
) -> None:
    made, _ = taken
    groups = {key: f"ring {ring}" for key, ring in made.rings.items()} | made.operated()
    members = pl.DataFrame({"cluster_id": groups.values(), "account_key": groups.keys()})
    scores = score(members, made, SHAPE.accounts)
    assert (scores.precision, scores.recall, scores.rings) == (1.0, 1.0, 1.0)
    assert scores.strict is not None
    assert scores.strict < 1.0
    clusters = members.select(pl.col("cluster_id").unique()).with_columns(
        trade_relevance=pl.lit(1.0),
        alternatives=pl.lit(["family"]),
        alternatives_for=pl.lit(["2 posts mention it"]),
    )
    told = {row["kind"]: row for row in explain(made, clusters, members).iter_rows(named=True)}
    assert told["family"]["connected"] == told["family"]["explained"] > 0
    assert told["shop"]["connected"] > told["shop"]["explained"] == 0
    assert told["club"]["touched"] == 0


def test_means_leave_out_what_no_world_has() -> None:
    one = Scores(1.0, 0.5, 2 / 3, 1.0, 1.0, None, 1.0, None, 1.0, 0.1, 1.0)
    two = Scores(0.5, 0.5, 0.5, 1.0, 1.0, 0.4, 0.0, None, 1.0, 0.1, 1.0)
    mean = average([one, two])
    assert (mean.precision, mean.small, mean.middle, mean.large) == (0.75, 0.4, 0.5, None)
    assert "0.750" in line("spoor", mean)


def test_peers_read_the_same_tables(taken: tuple[World, Tables]) -> None:
    made, known = taken
    contacts = naive.shared_contact_ties(known)
    rings = naive.components(contacts).filter(pl.col("account_key").is_in(list(made.rings)))
    assert len(rings) > len(made.rings) / 2
    shared = naive.co_sharing_ties(known)
    assert shared["weight"].min() >= naive.LEAST_SHARED  # type: ignore[operator]
    rows = describe_accounts(known)
    assert len(rows) == SHAPE.accounts
    assert rows["phones"].explode().drop_nulls().value_counts()["count"].max() <= TOO_COMMON  # type: ignore[operator]
