from __future__ import annotations

from datetime import UTC, datetime

from graph.lookup.accounts import find_account, list_posts
from graph.results import write_results
from graph.store import GraphStore
from tests.graph.planted_graph import COURIER, RING_PHONE, detection


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
