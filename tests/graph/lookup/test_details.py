"""What hangs on a contact detail, in a planted graph whose every number is known."""

from __future__ import annotations

from datetime import UTC, date, datetime

from graph.lookup.details import Reached, find_detail, find_details, list_accounts
from graph.lookup.details_posts import Writing, list_writings, read_detail_posts
from graph.lookup.details_where import (
    ClusterHere,
    list_detail_clusters,
    list_detail_groups,
    list_detail_sightings,
    list_detail_sources,
    list_resting_ties,
)
from graph.lookup.nearest import nearest_keys
from graph.lookup.weeks import Week, count_by_week
from graph.store import GraphStore
from tests.graph.planted_graph import COURIER, RING_PHONE, SOURCE, detection

HANDLE = "handle:telegram:kicau_shop"
SNAPSHOT = detection().snapshot


def test_a_detail_says_how_much_hangs_on_it(store: GraphStore) -> None:
    found = find_detail(store, RING_PHONE)
    assert found is not None
    assert (found.kind, found.value) == ("phone", "+12025550101")
    assert (found.accounts, found.posts, found.reached) == (2, 2, ())
    assert (found.hub_probability, found.hub_reasons) == (None, ())
    courier = find_detail(store, COURIER)
    assert courier is not None
    assert (courier.accounts, courier.posts, courier.hub_probability) == (6, 0, 0.97)
    assert courier.hub_reasons == ("6 accounts publish it.",)
    handle = find_detail(store, HANDLE)
    assert handle is not None
    assert handle.reached == (Reached("telegram:user9", "kicau_shop", None),)
    assert find_detail(store, "phone:+1") is None


def test_accounts_that_publish_it_come_some_at_a_time(store: GraphStore) -> None:
    found = list_accounts(store, COURIER, SNAPSHOT)
    assert [(each.account_key, each.posts, each.cluster_id) for each in found] == [
        ("facebook:1", 1, "Cring"),
        ("facebook:2", 1, "Cring"),
        ("facebook:3", 1, "Cring"),
        ("facebook:5", 1, None),
        ("facebook:8", 1, "Cpair"),
        ("telegram:user9", 1, "Cpair"),
    ]
    assert found[0].first_seen == datetime(2026, 6, 1, tzinfo=UTC)
    assert list_accounts(store, COURIER, None, skip=5, limit=5)[0].cluster_id is None
    assert list_detail_clusters(store, COURIER, SNAPSHOT) == [
        ClusterHere(f"cluster:{SNAPSHOT}:Cring", "Cring", 3, 3),
        ClusterHere(f"cluster:{SNAPSHOT}:Cpair", "Cpair", 2, 2),
    ]
    assert list_detail_clusters(store, COURIER, None) == []


def test_posts_tell_when_and_how_it_is_written(store: GraphStore) -> None:
    properties = {"raw": "O2O2 555 O1O1", "start": 0, "end": 13, "rule": "spelt", "confidence": 0.6}
    mention = {"post_key": "post:facebook:5", "detail_key": RING_PHONE, "is_latest": True}
    row = {**mention, "properties": properties}
    store.load("load_mentions", [row], source_key=SOURCE, done="z")
    found = read_detail_posts(store, RING_PHONE)
    assert found.keys(skip=0, limit=2) == ["post:facebook:5", "post:facebook:2"]
    assert list_writings(store, RING_PHONE) == [
        Writing("202 555 0101", "phone", 2, 0.9, 0.9, "post:facebook:1"),
        Writing("O2O2 555 O1O1", "spelt", 1, 0.6, 0.6, "post:facebook:5"),
    ]
    assert count_by_week(found.rows["posted_at"]) == [Week(date(2026, 6, 1), 3)]
    assert not found.is_cut
    assert read_detail_posts(store, RING_PHONE, most=2).is_cut
    assert read_detail_posts(store, COURIER).rows.is_empty()


def test_it_is_told_where_it_was_posted_and_in_which_row(store: GraphStore) -> None:
    groups = list_detail_groups(store, RING_PHONE)
    assert [(each.group_key, each.name, each.posts) for each in groups] == [
        ("facebook:group:1", "Songbirds", 2)
    ]
    assert groups[0].last_seen == datetime(2026, 6, 2, tzinfo=UTC)
    sources = list_detail_sources(store, RING_PHONE)
    assert [(each.source_key, each.path, each.posts, each.sightings) for each in sources] == [
        (SOURCE, "week.csv", 2, 2)
    ]
    sightings = list_detail_sightings(store, RING_PHONE)
    assert [(each.locator, each.post_key) for each in sightings] == [
        ("row 1", "post:facebook:1"),
        ("row 2", "post:facebook:2"),
    ]
    assert sightings[0].collected_at == datetime(2026, 6, 20, tzinfo=UTC)
    assert list_detail_sightings(store, RING_PHONE, skip=1)[0].locator == "row 2"


def test_ties_that_rest_on_it_say_with_how_many_bits(store: GraphStore) -> None:
    ties = list_resting_ties(store, RING_PHONE)
    assert [(tie.account_a, tie.account_b, tie.score) for tie in ties] == [
        ("facebook:1", "facebook:2", 12.0),
        ("facebook:2", "facebook:3", 6.5),
    ]
    assert (ties[0].reason.layer, ties[0].reason.bits, ties[0].reason.counted) == (
        "phone", 12.0, True,
    )  # fmt: skip
    assert (ties[0].name_a, ties[0].name_b) == ("Kicau Shop", "Budi Setiawan")
    assert len(list_resting_ties(store, RING_PHONE, limit=1)) == 1
    assert list_resting_ties(store, COURIER) == []


def test_a_detail_is_found_by_number_words_and_nearness(store: GraphStore) -> None:
    found = find_details(store, "202 555 0199")
    assert [(each.detail.key, each.detail.accounts) for each in found] == [(COURIER, 6)]
    assert [each.detail.key for each in find_details(store, "kicau_shop")] == [HANDLE]
    assert find_details(store, "zzz nothing") == []
    assert nearest_keys(store, "detail_nearest", "phone:+12025550198")[0] == COURIER
    assert nearest_keys(store, "detail_nearest", "?!") == []
