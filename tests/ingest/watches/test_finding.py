"""What is watched turns up once: when it is first known, and not when it is told again."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.workspace import Workspace
from ingest.archive import Archive
from ingest.derived import ensure_derived
from ingest.intake import ingest
from ingest.own import declare
from ingest.watches import Watch, arrived_between, arrived_in
from tests.ingest.readers.telegram.exports import chat, message, write
from tests.ingest.watches.material import NUMBER, first_weeks, said, take_in, third_week

CAPTURES = Path(__file__).parents[1] / "readers" / "telethon" / "fixtures"


def watch(kind: str, value: str, number: int = 1, members: tuple[str, ...] = ()) -> Watch:
    return Watch(f"W{number}", kind, value, "ana", "2026-11-01T00:00:00+00:00", None, "s", members)


WATCHES = [
    watch("account", "facebook:a1", 1),
    watch("detail", NUMBER, 2),
    watch("term", "murai batu", 3),
    watch("term", "นกกรงหัวจุก", 4),
    watch("taxon", "taxon:Felidae", 5),
    watch("group", "facebook:group:g2", 6),
    watch("cluster", "C1", 7, ("facebook:a2", "facebook:a6")),
]


@pytest.fixture
def market(workspace: Workspace, material: Path) -> Workspace:
    """Both files of the market, taken in."""
    take_in(workspace, material / "1.csv", first_weeks())
    take_in(workspace, material / "2.csv", third_week())
    return workspace


def posts_of(workspace: Workspace, since: str | None, until: str | None) -> dict[str, list[int]]:
    """Numbers of the posts that each watch turned up in."""
    found = arrived_between(workspace, WATCHES, since, until)
    by_watch: dict[str, list[int]] = {}
    for name, key in found.shown.select("watch", "post_key").rows():
        by_watch.setdefault(name, []).append(int(key.removeprefix("post:facebook:p")))
    assert found.counts == {name: len(posts) for name, posts in by_watch.items()}
    return {name: sorted(posts) for name, posts in by_watch.items()}


def test_each_kind_turns_up_where_it_was_planted(market: Workspace) -> None:
    assert posts_of(market, None, None) == {
        "W1": [1, 5, 8],
        "W2": [1, 4, 7],
        "W3": [6, 9],
        "W4": [3, 9],
        "W5": [2],
        "W6": [3, 4, 9],
        "W7": [2, 6, 9],
    }


def test_only_what_was_first_known_in_the_span_counts(market: Workspace) -> None:
    weeks = [("2026-11-02", "2026-11-08"), ("2026-11-09", "2026-11-15"),
             ("2026-11-16", "2026-11-22")]  # fmt: skip
    by_week = [posts_of(market, *week) for week in weeks]
    assert by_week[1] == {"W1": [5], "W2": [4], "W3": [6], "W6": [4], "W7": [6]}
    assert by_week[2] == {"W1": [8], "W2": [7], "W3": [9], "W4": [9], "W6": [9], "W7": [9]}
    for name, posts in posts_of(market, None, None).items():
        assert sorted(post for week in by_week for post in week.get(name, [])) == posts


def test_what_a_second_source_tells_again_is_nothing_new(
    workspace: Workspace, material: Path
) -> None:
    first = take_in(workspace, material / "1.csv", first_weeks())
    second = take_in(workspace, material / "2.csv", third_week())
    assert arrived_in(workspace, WATCHES, [first]).counts == {
        "W1": 1, "W2": 1, "W4": 1, "W5": 1, "W6": 1, "W7": 1
    }  # fmt: skip
    found = arrived_in(workspace, WATCHES, [second])
    assert found.counts == {"W1": 1, "W2": 1, "W3": 1, "W4": 1, "W6": 1, "W7": 1}
    assert found.posts == 3
    assert arrived_in(workspace, WATCHES, []).counts == {}


def test_an_edited_text_that_begins_to_name_it_counts(workspace: Workspace, material: Path) -> None:
    before = said(1, 2, "Cages for sale", collected_at="2026-11-03")
    after = said(1, 2, "Cages and a murai batu", collected_at="2026-11-12")
    take_in(workspace, material / "1.csv", [before, after])
    words = [watch("term", "murai batu"), watch("account", "facebook:a1", 2)]
    assert arrived_between(workspace, words, "2026-11-09", None).counts == {"W1": 1}
    assert arrived_between(workspace, words, "2026-11-02", "2026-11-08").counts == {"W2": 1}


def test_a_term_within_another_counts_too(market: Workspace) -> None:
    words = [watch("term", "murai batu"), watch("term", "Batu", 2), watch("term", "mura", 3)]
    assert arrived_between(market, words, None, None).counts == {"W1": 2, "W2": 2}


def test_a_number_in_a_description_and_in_passed_on_words_counts(
    workspace: Workspace, material: Path
) -> None:
    rows = [
        said(1, 2, "Cages for sale", account_bio="Order at +1 202 555 0143", account_id="b1"),
    ]
    take_in(workspace, material / "1.csv", rows)
    forward = message(2, "Cages: +1 202 555 0143", from_id="user7", forwarded_from="Somebody")
    ingest(workspace, [write(material / "2.json", chat(forward))], who="ana")
    ensure_derived(workspace, Archive(workspace))
    found = arrived_between(workspace, [watch("detail", NUMBER)], None, None)
    assert sorted(found.shown.select("account_key", "post_key").rows()) == [
        ("facebook:b1", None),
        ("telegram:user7", "post:telegram:1234567890/2"),
    ]
    described = found.shown.filter(found.shown["post_key"].is_null())
    assert described["text"].item() == "Order at +1 202 555 0143"
    assert found.posts == 2


def test_a_watched_group_of_a_taxon_holds_what_belongs_to_it(market: Workspace) -> None:
    for name in ("Panthera tigris", "Panthera", "Felidae"):
        found = arrived_between(market, [watch("taxon", f"taxon:{name}")], None, None)
        assert found.counts == {"W1": 1}, name
    assert arrived_between(market, [watch("taxon", "taxon:Canidae")], None, None).counts == {}


def test_the_list_is_cut_fairly_and_the_counts_are_whole(market: Workspace) -> None:
    found = arrived_between(market, WATCHES, None, None, most=7)
    assert len(found.shown) == 7
    assert set(found.shown["watch"]) == {each.watch for each in WATCHES}
    assert sum(found.counts.values()) == 17
    latest = found.shown.filter(watch="W1")["post_key"].item()
    assert latest == "post:facebook:p8"


def test_our_own_side_turns_up_nowhere(market: Workspace) -> None:
    declare(market, ["facebook:a1"], own=True, why=None, who="ana")
    found = posts_of(market, None, None)
    assert "W1" not in found
    assert found["W2"] == [4, 7]


def test_what_was_captured_by_handle_is_watched_by_id_and_the_other_way(
    workspace: Workspace,
) -> None:
    for name in ("snscrape.jsonl", "channel_messages.json"):
        ingest(workspace, [CAPTURES / name], who="ana")
    ensure_derived(workspace, Archive(workspace))
    for kind, by_handle, by_id in (
        ("account", "telegram:@kicau_contoh", "telegram:channel1400000123"),
        ("group", "telegram:group:@kicau_contoh", "telegram:group:1400000123"),
    ):
        counts = [
            arrived_between(workspace, [watch(kind, value)], None, None).counts
            for value in (by_handle, by_id)
        ]
        assert counts[0] == counts[1]
        assert counts[0]["W1"] > 2
