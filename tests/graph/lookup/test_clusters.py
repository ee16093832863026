from __future__ import annotations

import pytest

from graph.lookup.clusters import count_clusters, find_cluster, list_clusters
from graph.lookup.clusters_filter import ClusterFilter
from graph.lookup.posts import Author, Mention, Place, find_posts
from graph.results import write_results
from graph.store import GraphStore
from tests.graph.planted_graph import COURIER, DAY, PAIR, RING, RING_PHONE, detection

SNAPSHOT = "2026-06-30-aaaa"


def ids(store: GraphStore, **asked: object) -> list[str]:
    return [each.id for each in list_clusters(store, SNAPSHOT, **asked)]  # type: ignore[arg-type]


def test_the_list_is_ordered_as_asked_and_comes_in_parts(store: GraphStore) -> None:
    assert ids(store) == ["Cring", "Cpair"]
    assert ids(store, order="connectedness") == ["Cpair", "Cring"]
    assert ids(store, order="trade_relevance") == ["Cring", "Cpair"]
    assert ids(store, order="span_last") == ["Cring", "Cpair"]
    assert ids(store, skip=1, limit=1) == ["Cpair"]
    assert ids(store, limit=0) == []


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        (ClusterFilter(least_size=3), ["Cring"]),
        (ClusterFilter(least_connectedness=0.4), ["Cpair"]),
        (ClusterFilter(platform="telegram"), ["Cpair"]),
        (ClusterFilter(words="CRING"), ["Cring"]),
        (ClusterFilter(words="budi"), ["Cring"]),
        (ClusterFilter(words="kicau"), ["Cring", "Cpair"]),
        (ClusterFilter(words="telegram:user9"), ["Cpair"]),
        (ClusterFilter(words="nobody"), []),
        (ClusterFilter(words="kicau", platform="telegram"), ["Cpair"]),
    ],
)
def test_filters(store: GraphStore, only: ClusterFilter, expected: list[str]) -> None:
    assert ids(store, only=only) == expected
    assert count_clusters(store, SNAPSHOT, only) == len(expected)


def test_a_cluster_shows_its_members_ties_details_and_posts(store: GraphStore) -> None:
    found = find_cluster(store, SNAPSHOT, "Cring")
    assert found is not None
    summary = found.summary
    assert (summary.size, summary.platforms, summary.span_last) == (3, ("facebook",), DAY)
    assert summary.trade_relevance is None
    assert summary.bridges == ("facebook:1 ↔ facebook:2",)
    assert summary.alternatives == {"family": "", "rescue": "1 post mentions rescue"}
    assert [(each.account_key, each.ties, each.posts) for each in found.members] == [
        ("facebook:2", 2, 1),
        ("facebook:1", 1, 1),
        ("facebook:3", 1, 2),
    ]
    assert found.members[1].handle == "kicau_shop"
    assert [(each.account_a, each.account_b, each.score) for each in found.ties] == [
        ("facebook:1", "facebook:2", 12.0),
        ("facebook:2", "facebook:3", 6.5),
    ]
    assert found.ties[0].reasons == ("Both publish the phone number.",)
    reason, other = found.ties[0].evidence
    assert (reason.layer, reason.shared, reason.bits) == ("phone", RING_PHONE, 12.0)
    assert (other.counted, other.posts) == (False, ("post:facebook:3",))
    courier, phone = found.details
    assert (courier.detail_key, courier.in_all, courier.hub_probability) == (COURIER, 6, 0.97)
    assert [each.account_key for each in courier.publishers] == list(RING)
    assert (phone.detail_key, phone.in_all, phone.hub_probability) == (RING_PHONE, 2, None)
    assert [each.key for each in found.posts] == ["post:facebook:2", "post:facebook:1"]
    counts = (found.members_in_all, found.ties_in_all, found.details_in_all, found.posts_in_all)
    assert counts == (3, 2, 2, 2)


def test_every_part_is_bounded_and_says_of_how_many(store: GraphStore) -> None:
    found = find_cluster(
        store, SNAPSHOT, "Cring", most_members=1, most_ties=1, most_details=1, most_posts=1
    )
    assert found is not None
    parts = (found.members, found.ties, found.details, found.posts)
    assert [len(part) for part in parts] == [1, 1, 1, 1]
    counts = (found.members_in_all, found.ties_in_all, found.details_in_all, found.posts_in_all)
    assert counts == (3, 2, 2, 2)


def test_a_cluster_of_an_older_snapshot_keeps_its_members(store: GraphStore) -> None:
    write_results(store, detection("2026-07-07-eeee", (), {}))
    found = find_cluster(store, SNAPSHOT, "Cpair")
    assert found is not None
    assert {each.account_key for each in found.members} == set(PAIR)
    assert (found.ties, found.ties_in_all) == ([], 0)


def test_an_unknown_cluster_is_none(store: GraphStore) -> None:
    assert find_cluster(store, SNAPSHOT, "C404") is None
    assert find_cluster(store, "2020-01-01-ffff", "Cring") is None


def test_posts_carry_author_place_mentions_and_sightings(store: GraphStore) -> None:
    post = find_posts(store, ["post:facebook:1", "post:facebook:404", "post:facebook:1"])[0]
    assert post.text == "Murai batu for sale"
    assert post.authors == (Author("facebook:1", "kicau_shop", "Kicau Shop"),)
    assert post.groups == (Place("facebook:group:1", "Songbirds"),)
    mentioned = Mention(RING_PHONE, "phone", "+12025550101", "202 555 0101", 4, 16, "phone", 0.9)
    assert post.mentions == (mentioned,)
    assert [(each.path, each.locator) for each in post.sightings] == [("week.csv", "row 1")]
    assert [each.key for each in find_posts(store, ["post:facebook:1", "post:facebook:4"])] == [
        "post:facebook:4",
        "post:facebook:1",
    ]
