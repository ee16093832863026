"""What is watched, over two detections: a cluster is known again, and who comes to it is told."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app.finding import find_networks
from app.watching import archived_now, hits, hits_of_sources, unwatch, watch
from app.watching_words import LONGEST, excerpt
from graph.detection import Detection
from graph.errors import NotFound, UsageError
from graph.settings import read_settings
from graph.workspace import Workspace, open_workspace
from ingest.archive import Archive
from ingest.derived import ensure_derived
from ingest.intake import ingest
from ingest.readers.options import ReadOptions
from tests.app.small_world import START, SmallWorld, small_world
from tests.builders import write_csv

LAST = (START + timedelta(days=121)).date().isoformat()
NEXT = (START + timedelta(days=125)).date().isoformat()
JOINER = "facebook:99001"


def take_in(workspace: Workspace, path: Path, rows: list[dict[str, str]]) -> str:
    report = ingest(workspace, [write_csv(path, rows)], ReadOptions(region="US"), who="ana")
    ensure_derived(workspace, Archive(workspace))
    return report.sources[0].sha256 or ""


def detect(workspace: Workspace, as_of: str) -> Detection:
    return find_networks(workspace, read_settings(workspace), as_of, lambda *_: None)


def ring_of(found: Detection, world: SmallWorld) -> str:
    first = found.members.filter(found.members["account_key"] == world.planted["ring"][0])
    return str(first["cluster_id"].item())


def later_rows(world: SmallWorld) -> list[dict[str, str]]:
    """A post of an account of the ring, and a new account with the ring's number and texts."""
    keys = set(world.planted["ring"])
    own = [row for row in world.rows if f"{row['platform']}:{row['account_id']}" in keys][:3]
    when = f"{NEXT}T08:00:00Z"
    joined = [
        row | {"account_id": "99001", "account_name": "Late Nest", "account_handle": "late_nest",
               "post_id": f"9900{nth}", "posted_at": when}
        for nth, row in enumerate(own)
    ]  # fmt: skip
    return [*joined, own[0] | {"post_id": "99100", "posted_at": when, "text": "Back next week"}]


@pytest.fixture(scope="module")
def world() -> SmallWorld:
    return small_world()


@pytest.fixture(scope="module")
def followed(
    tmp_path_factory: pytest.TempPathFactory, world: SmallWorld
) -> tuple[Workspace, Detection, Detection, str]:
    """The world, its ring watched after the first detection, and a second week of it."""
    folder = tmp_path_factory.mktemp("watching")
    workspace = open_workspace(folder / "workspace")
    take_in(workspace, folder / "1.csv", world.rows)
    before = detect(workspace, LAST)
    ring = ring_of(before, world)
    added = watch(workspace, "cluster", ring, why="a lead", who="ana")
    assert (added.watch.watch, added.is_new, added.is_met) == ("W1", True, True)
    assert list(added.watch.members) == world.planted["ring"]
    second = take_in(workspace, folder / "2.csv", later_rows(world))
    return workspace, before, detect(workspace, NEXT), second


def test_posts_of_members_old_and_new_and_the_new_member_are_told(
    followed: tuple[Workspace, Detection, Detection, str], world: SmallWorld
) -> None:
    workspace, before, now, _ = followed
    assert JOINER in set(now.members["account_key"])
    found = hits(workspace, "2026-06-04", NEXT, now=now, before=before)
    joined = [each for each in found.hits if each.post is None]
    assert [(each.account, each.at) for each in joined] == [(JOINER, NEXT)]
    assert joined[0].what.startswith("Late Nest may belong to the watched cluster")
    posts = {each.post for each in found.hits if each.post}
    assert posts == {f"post:facebook:{number}" for number in (99000, 99001, 99002, 99100)}
    assert found.counts == {"W1": 5}
    assert found.total == 5
    assert {each.account for each in found.hits if each.post} <= {JOINER, *world.planted["ring"]}
    by_default = hits(workspace, "2026-06-04", NEXT)
    assert by_default == found


def test_a_week_without_news_is_silent(
    followed: tuple[Workspace, Detection, Detection, str],
) -> None:
    workspace, before, _, _ = followed
    assert hits(workspace, "2026-06-03", "2026-06-04", now=before, before=before).hits == []
    assert hits(workspace, "2026-06-30").hits == []


def test_an_ingestion_counts_the_posts_it_brought(
    followed: tuple[Workspace, Detection, Detection, str],
) -> None:
    workspace, _, _, second = followed
    found = hits_of_sources(workspace, [second])
    assert found["posts"] == 4
    assert [(row["watch"], row["hits"]) for row in found["watches"]] == [("W1", 4)]
    assert second in (archived_now(workspace) or ())


def test_a_cluster_that_grew_is_unwatched_by_its_id_of_now(
    followed: tuple[Workspace, Detection, Detection, str], world: SmallWorld
) -> None:
    workspace, _, now, _ = followed
    with pytest.raises(NotFound, match="is not watched"):
        unwatch(workspace, "cluster", "no such id", why=None, who="ana")
    with pytest.raises(NotFound):
        watch(workspace, "cluster", "no such id", why=None, who="ana")
    assert unwatch(workspace, "cluster", ring_of(now, world), why=None, who="ana").watch == "W1"
    assert hits(workspace).hits == []
    assert archived_now(workspace) is None


def test_a_kind_that_is_none_is_refused(tmp_path: Path) -> None:
    workspace = open_workspace(tmp_path / "workspace")
    for note in (watch, unwatch):
        with pytest.raises(UsageError, match="account, detail, term"):
            note(workspace, "person", "x", why=None, who="ana")


def test_what_turned_up_is_said_in_sentences(tmp_path: Path) -> None:
    workspace = open_workspace(tmp_path / "workspace")
    base = {"platform": "facebook", "account_id": "a1", "account_name": "Budi Aviary",
            "group_id": "g1", "group_name": "Kicau Market"}  # fmt: skip
    rows = [
        base | {"post_id": "1", "posted_at": "2026-11-02T10:00:00Z",
                "account_bio": "wa.me/12025550143",
                "text": "long " * 80 + "murai batu, call +1 202 555 0143 " + "more " * 80}
    ]  # fmt: skip
    take_in(workspace, tmp_path / "1.csv", rows)
    for kind, value in (("account", "facebook:a1"), ("detail", "+1 202 555 0143"),
                        ("term", "MURAI batu"), ("group", "facebook:group:g1")):  # fmt: skip
        watch(workspace, kind, value, why=None, who="ana")
    found = hits(workspace)
    assert [each.what for each in found.hits] == [
        "Budi Aviary posted in Kicau Market.",
        "Budi Aviary has phone:+12025550143 in its description, written “wa.me/12025550143”.",
        "Budi Aviary posted phone:+12025550143 in Kicau Market, written “+1 202 555 0143”.",
        "Budi Aviary wrote “murai batu” in Kicau Market.",
        "Budi Aviary posted in Kicau Market.",
    ]
    assert [each.text and len(each.text) <= LONGEST for each in found.hits] == [True] * 5
    detail = next(each for each in found.hits if each.kind == "detail" and each.post)
    assert "+1 202 555 0143" in (detail.text or "")
    assert (detail.at, detail.post) == ("2026-11-02T10:00:00+00:00", "post:facebook:1")


@pytest.mark.parametrize("where", [0, 150, 500, 980])
def test_an_excerpt_shows_what_was_found(where: int) -> None:
    text = "x" * where + " FOUND " + "y" * (1000 - where)
    cut = excerpt(text, "FOUND") or ""
    assert "FOUND" in cut
    assert len(cut) <= LONGEST
    assert excerpt(None, "FOUND") is None
    assert excerpt("a\n b", None) == "a b"
