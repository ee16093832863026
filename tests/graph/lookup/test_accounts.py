from __future__ import annotations

from datetime import UTC, datetime

from graph.lookup.account_list import find_accounts, list_accounts
from graph.lookup.accounts import (
    Alias,
    DatedName,
    find_account,
    list_details,
    list_groups,
    list_posts,
    list_ties,
)
from graph.results import write_results
from graph.store import GraphStore
from tests.graph.planted_graph import COURIER, RING_PHONE, SOURCE, detection, millis


def test_an_account_shows_all_that_hangs_on_it(store: GraphStore) -> None:
    found = find_account(store, "facebook:1")
    assert found is not None
    assert (found.platform, found.native_id, found.handle) == ("facebook", "1", "kicau_shop")
    assert (found.name, found.names) == ("Kicau Shop", ("Kicau Shop", "kicau_shop"))
    assert (found.category, found.url, found.bio) == ("uncategorised", None, None)
    group = found.groups[0]
    assert (group.group_key, group.name, group.role) == ("facebook:group:1", "Songbirds", "admin")
    assert (group.first_seen, group.last_seen, group.members) == (
        datetime(2026, 6, 1, tzinfo=UTC),
        None,
        2,
    )
    assert [(each.detail_key, each.posts, each.publishers) for each in found.details] == [
        (RING_PHONE, 2, 2),
        (COURIER, 1, 6),
        ("handle:telegram:kicau_shop", 0, 1),
    ]
    assert found.details[1].hub_probability == 0.97
    assert ([each.key for each in found.posts], found.posts_in_all) == (["post:facebook:1"], 1)
    assert found.ties_in_all == 1
    tie = found.ties[0]
    assert (tie.account_key, tie.name, tie.score) == ("facebook:2", "Budi Setiawan", 12.0)
    assert tie.evidence[0].posts == ("post:facebook:1", "post:facebook:2")
    assert found.cluster is not None
    assert (found.cluster.cluster_id, found.cluster.size) == ("Cring", 3)


def test_what_chats_say_of_an_account(store: GraphStore) -> None:
    rows = [
        {"key": "facebook:2", "platform": "facebook", "native_id": "2", "handle": None,
         "name": "Budi S.", "names": ["Budi Setiawan", "Budi S."], "url": None, "bio": None,
         "names_since": [millis(1), millis(5)]}
    ]  # fmt: skip
    store.load("load_accounts", rows, source_key=SOURCE, done="z")
    rows = [
        {"account_key": "facebook:2", "group_key": "facebook:group:1", "role": "member",
         "first_seen": millis(1), "last_seen": millis(9), "joined_at": millis(1),
         "left_at": millis(9)}
    ]  # fmt: skip
    store.load("load_memberships", rows, source_key=SOURCE, done="z")
    alias = {"key": "facebook:2", "same_as": "facebook:8", "reason": "moved", "since": millis(7)}
    store.load("load_account_aliases", [alias], source_key=SOURCE, done="z")
    found = find_account(store, "facebook:2")
    assert found is not None
    assert found.dated_names == (
        DatedName("Budi Setiawan", datetime(2026, 6, 1, tzinfo=UTC)),
        DatedName("Budi S.", datetime(2026, 6, 5, tzinfo=UTC)),
    )
    group = found.groups[0]
    assert (group.joined_at, group.left_at) == (
        datetime(2026, 6, 1, tzinfo=UTC),
        datetime(2026, 6, 9, tzinfo=UTC),
    )
    since = datetime(2026, 6, 7, tzinfo=UTC)
    assert found.aliases == (Alias("facebook:8", "Kicau Two", None, "moved", since, True),)
    other = find_account(store, "facebook:8")
    assert other is not None
    assert other.aliases == (Alias("facebook:2", "Budi S.", None, "moved", since, False),)
    counts = (found.posts_in_all, found.groups_in_all, found.details_in_all, found.ties_in_all)
    assert counts == (1, 1, 2, 2)


def test_each_part_comes_in_parts(store: GraphStore) -> None:
    for list_part in (list_ties, list_details):
        whole = list_part(store, "facebook:2")
        assert len(whole) == 2
        assert list_part(store, "facebook:2", skip=1, limit=1) == whole[1:]
    assert list_groups(store, "facebook:2", skip=1) == []


def test_accounts_are_found_by_their_names_and_by_what_they_publish(store: GraphStore) -> None:
    store.run("await_indexes", seconds=60)
    assert found_by(store, "telegram:user9") == [("telegram:user9", "this is its key")]
    assert set(found_by(store, "@kicau_shop")) == {
        ("facebook:1", "its name or handle"),
        ("telegram:user9", "its name or handle"),
    }
    publishers = found_by(store, "(202) 555 0101")
    assert publishers == [
        ("facebook:1", "it publishes +12025550101"),
        ("facebook:2", "it publishes +12025550101"),
    ]
    assert found_by(store, "murai batu") == []
    assert len(find_accounts(store, "+1 202 555 0199", limit=3)) == 3


def test_accounts_are_listed_with_their_cluster(store: GraphStore) -> None:
    rows = list_accounts(store, ["facebook:5", "facebook:1", "facebook:404", "facebook:1"])
    assert [(row.key, row.cluster_id, row.posts, row.ties) for row in rows] == [
        ("facebook:1", "Cring", 1, 1),
        ("facebook:5", None, 1, 0),
    ]


def found_by(store: GraphStore, text: str) -> list[tuple[str, str]]:
    return [(each.account.key, each.why) for each in find_accounts(store, text)]


def test_an_account_seen_from_the_other_end_of_its_ties(store: GraphStore) -> None:
    found = find_account(store, "facebook:2", most_ties=1)
    assert found is not None
    assert ([each.account_key for each in found.ties], found.ties_in_all) == (["facebook:1"], 2)


def test_an_account_without_cluster_or_in_an_older_one_only(store: GraphStore) -> None:
    stranger = find_account(store, "facebook:5")
    assert stranger is not None
    assert (stranger.cluster, stranger.clusters, stranger.ties) == (None, [], [])
    write_results(store, detection("2026-07-07-eeee", (), {}))
    former = find_account(store, "facebook:1")
    assert former is not None
    assert former.cluster is None
    assert [each.snapshot for each in former.clusters] == ["2026-06-30-aaaa"]


def test_posts_come_in_parts_newest_first(store: GraphStore) -> None:
    assert [each.key for each in list_posts(store, "facebook:3")] == [
        "post:facebook:4",
        "post:facebook:3",
    ]
    assert [each.key for each in list_posts(store, "facebook:3", skip=1, limit=5)] == [
        "post:facebook:3"
    ]


def test_an_unknown_account_is_none(store: GraphStore) -> None:
    assert find_account(store, "facebook:404") is None
