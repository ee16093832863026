"""The parts of the benchmark of the planted history, on a small one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import polars as pl
import pytest

from graph.lifecycle.tables import ACCOUNT_EVENTS, EVENTS
from graph.tables import Tables
from graph.workspace import open_workspace
from ingest.archive import Archive
from ingest.derived import ensure_derived
from ingest.intake import ingest
from ingest.readers.options import ReadOptions
from ingest.tables import tables
from tests.bench.history import WEEKS, History, Shape, history, tables_of, write_csv
from tests.bench.history.happenings import KINDS
from tests.bench.history.ideal import clusters_of
from tests.bench.history.naive import match_by_jaccard
from tests.bench.history.reported import Week
from tests.bench.history.scores import score
from tests.bench.history.truth import Truth, truth_of
from tests.bench.history.weeks import sunday

SHAPE = Shape.of(40_000)
LAST_FILE = 24
NOBODY = pl.DataFrame(schema={"cluster_id": pl.String, "account_key": pl.String})


@pytest.fixture(scope="module")
def world() -> History:
    return history(3, SHAPE)


@pytest.fixture(scope="module")
def truth(world: History) -> Truth:
    return truth_of(world)


def told(truth: Truth) -> Iterator[Week]:
    """Everything that happened, told in the week in which it did, or when it was due."""
    events: dict[int, list[Mapping[str, object]]] = {week: [] for week in range(WEEKS)}
    accounts: dict[int, list[tuple[str, str, str | None]]] = {week: [] for week in range(WEEKS)}
    members: dict[int, pl.DataFrame] = {}
    for nth, each in enumerate(truth.planted):
        named = sorted(each.accounts)
        kind = {"found": "continued"}.get(each.kind, each.kind)
        row = {"kind": kind, "cluster": f"C{nth}",
               "accounts_added": named if kind == "grown" else [],
               "accounts_removed": named if kind in ("shrunk", "dissolved") else [],
               "accounts_found": named if kind == "continued" else []}  # fmt: skip
        if each.kind in KINDS:
            events[each.week].append(row)
            shown = pl.DataFrame({"cluster_id": f"C{nth}", "account_key": sorted(each.ever)})
            members[each.week] = pl.concat([members.get(each.week, NOBODY), shown])
    for stop in truth.stopped:
        accounts[stop.week].append(("vanished", stop.account, None))
    for found in truth.succeeded:
        accounts[found.week].append(("successor", found.account, found.of))
    kinds = {"kind": pl.String, "account_key": pl.String, "of": pl.String}
    for week in range(WEEKS):
        made = pl.DataFrame(events[week], schema=EVENTS)
        said = pl.DataFrame(accounts[week], schema=kinds, orient="row")
        yield (
            week, made, pl.concat([ACCOUNT_EVENTS.to_frame(), said], how="diagonal"),
            members.get(week, NOBODY),
        )  # fmt: skip


def ideal(world: History) -> Iterator[tuple[int, Tables, pl.DataFrame]]:
    """Every week with clusters that are never wrong."""
    for week in range(WEEKS):
        known = tables_of(world, week)
        yield week, known, clusters_of(world, week, known)


def test_the_same_seed_makes_the_same_history(world: History) -> None:
    again = history(3, SHAPE)
    assert again.posts.equals(world.posts)
    assert again.details.equals(world.details)
    assert not history(4, SHAPE).posts.equals(world.posts)


def test_every_kind_of_change_is_planted() -> None:
    kinds = {each.kind for seed in (1, 2) for each in history(seed, Shape.of(100_000)).happenings}
    assert kinds == {*KINDS, "banned"}


def test_the_tables_are_those_of_the_files(tmp_path: Path) -> None:
    small = history(5, Shape.of(4_000))
    files = write_csv(small, tmp_path / "weeks")[:LAST_FILE]
    workspace = open_workspace(tmp_path / "workspace")
    assert not ingest(workspace, files, ReadOptions(region="ID"), who="test").failed
    ensure_derived(workspace, Archive(workspace))
    read, made = tables(workspace), tables_of(small, LAST_FILE - 1)
    for name in ("posts", "memberships", "accounts", "groups", "names", "seen"):
        assert getattr(read, name).equals(getattr(made, name)), name
    told = ["account_key", "post_key", "detail_key"]
    assert read.details.select(told).sort(told).equals(made.details.select(told).sort(told))
    assert read.coverage["posts"].sum() == made.coverage["posts"].sum()


def test_nothing_is_known_before_it_was_collected(world: History) -> None:
    before, after = tables_of(world, 40), tables_of(world, 41)
    assert before.posts["posted_at"].max() < after.posts["posted_at"].max()  # type: ignore[operator]
    assert set(before.posts["post_key"]) < set(after.posts["post_key"])
    for place in world.places:
        for first, last in place.gaps:
            if last < WEEKS - 1:
                seen = tables_of(world, last).coverage.filter(pl.col("group_key") == place.key)
                days = seen["day"].cast(pl.String)
                assert not days.is_between(
                    pl.lit(sunday(first - 1)), pl.lit(sunday(last)), "right"
                ).any()


def test_rings_go_on_where_nobody_collects(world: History) -> None:
    assert world.dark
    for ring, first, last in world.dark:
        assert any(a <= first and last <= b for a, b in ring.spans)


def test_a_perfect_account_scores_one(world: History, truth: Truth) -> None:
    scores = score(world, told(truth), truth)
    for kind, each in scores.kinds.items():
        assert each.recall in (None, 1.0), kind
        assert each.precision in (None, 1.0), kind
        assert each.gap == 0


def test_saying_nothing_finds_nothing(world: History, truth: Truth) -> None:
    weeks = [(week, EVENTS.to_frame(), ACCOUNT_EVENTS.to_frame(), NOBODY) for week in range(WEEKS)]
    scores = score(world, weeks, truth)
    assert all(each.recall in (None, 0.0) for each in scores.kinds.values())
    assert scores.ids.known == 0


def test_what_is_told_of_others_is_wrong(world: History, truth: Truth) -> None:
    strangers = sorted(set(truth.sellers) - truth.partners)[:6]
    row = {"kind": "formed", "cluster": "C1", "to": ["C1"], "accounts_added": strangers}
    members = pl.DataFrame({"cluster_id": "C1", "account_key": strangers})
    week = (30, pl.DataFrame([row], schema=EVENTS), ACCOUNT_EVENTS.to_frame(), members)
    assert score(world, [week], truth).kinds["formed"].precision == 0.0


def test_the_obvious_method_takes_gaps_for_goings(world: History, truth: Truth) -> None:
    scores = score(world, match_by_jaccard(ideal(world)), truth)
    assert scores.kinds["vanished"].gap > 0
    assert scores.kinds["formed"].recall == 1.0
    assert scores.kinds["found"].found == 0
    assert scores.kinds["vanished"].precision is not None
    assert scores.kinds["vanished"].precision < 0.9


def test_changed_ids_are_noticed(world: History, truth: Truth) -> None:
    steady = [(week, _named(world, week, "C")) for week in range(50, 60)]
    renamed = [(week, _named(world, week, f"C{week}-")) for week in range(50, 60)]
    for weeks, kept in ((steady, True), (renamed, False)):
        replay = [(week, EVENTS.to_frame(), ACCOUNT_EVENTS.to_frame(), it) for week, it in weeks]
        ids = score(world, replay, truth).ids
        assert ids.rings > 0
        assert (ids.kept == ids.rings) == kept


def _named(world: History, week: int, prefix: str) -> pl.DataFrame:
    """The true clusters of a week, each with a name."""
    clusters = clusters_of(world, week, tables_of(world, week))
    return clusters.with_columns(pl.format(f"{prefix}{{}}", "cluster_id").alias("cluster_id"))
