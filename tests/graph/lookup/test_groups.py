"""What hangs on a group, in a planted graph whose every number is known."""

from __future__ import annotations

from datetime import UTC, date, datetime

import polars as pl

from graph.lookup.accounts import DatedName
from graph.lookup.details_where import ClusterHere
from graph.lookup.groups import (
    GroupAlias,
    find_group,
    groups_called,
    list_groups,
    rank_groups,
)
from graph.lookup.groups_content import (
    list_group_clusters,
    list_group_details,
    list_group_taxa,
    list_invitations,
    list_passed_on,
)
from graph.lookup.groups_coverage import ObservedWeek, list_collected, observed_weeks
from graph.lookup.groups_people import list_group_accounts, read_group_people
from graph.lookup.groups_posts import find_posts_with, narrowed, read_group_posts
from graph.lookup.nearest import nearest_keys
from graph.store import GraphStore
from tests.graph.planted_graph import RING_PHONE, SOURCE, detection, millis

GROUP, OTHER = "facebook:group:1", "facebook:group:2"
SNAPSHOT = detection().snapshot


def load(store: GraphStore, step: str, *rows: dict[str, object]) -> None:
    store.load(f"load_{step}", list(rows), source_key=SOURCE, done="z")


def member(account: str, **said: object) -> dict[str, object]:
    nothing = dict.fromkeys(("role", "first_seen", "last_seen", "joined_at", "left_at"))
    return {"account_key": account, "group_key": GROUP, **nothing, **said}


def test_a_group_has_dated_names_and_says_what_the_platform_holds_for_it(
    store: GraphStore,
) -> None:
    load(store, "groups", {
        "key": GROUP, "platform": "facebook", "native_id": "1", "name": "Birds II",
        "names": ["Songbirds", "Birds II"], "names_since": [millis(1), millis(8)], "folded": [],
    })  # fmt: skip
    load(store, "group_aliases", {
        "key": GROUP, "same_as": OTHER, "reason": "became a supergroup", "since": millis(9),
    })  # fmt: skip
    found = find_group(store, GROUP)
    assert found is not None
    assert found.dated_names == (
        DatedName("Songbirds", datetime(2026, 6, 1, tzinfo=UTC)),
        DatedName("Birds II", datetime(2026, 6, 8, tzinfo=UTC)),
    )
    assert (found.name, found.accounts, found.posts) == ("Birds II", 2, 5)
    since = datetime(2026, 6, 9, tzinfo=UTC)
    assert found.aliases == (GroupAlias(OTHER, None, "became a supergroup", since, True),)
    other = find_group(store, OTHER)
    assert other is not None
    assert other.aliases == (GroupAlias(GROUP, "Birds II", "became a supergroup", since, False),)
    assert (other.accounts, other.posts, other.dated_names) == (0, 0, ())
    assert find_group(store, "facebook:group:9") is None


def test_groups_are_ranked_and_found_by_name_and_key(store: GraphStore) -> None:
    assert rank_groups(store).rows() == [(GROUP, "facebook", 2, 5), (OTHER, "facebook", 0, 0)]
    assert groups_called(store, "songbird") == [GROUP]
    assert groups_called(store, OTHER)[0] == OTHER
    assert groups_called(store, "nobody calls it so") == []
    assert [(each.key, each.name) for each in list_groups(store, [OTHER, GROUP, "x"])] == [
        (GROUP, "Songbirds"),
        (OTHER, None),
    ]
    assert nearest_keys(store, "group_nearest", "songbrids") == [GROUP]


def test_members_and_posters_are_told_apart(store: GraphStore) -> None:
    load(
        store, "memberships",
        member("facebook:3"),
        member("facebook:5", joined_at=millis(1), left_at=millis(9), last_seen=millis(9)),
        member("facebook:8"),
    )  # fmt: skip
    people = read_group_people(store, GROUP, read_group_posts(store, GROUP))
    assert people.rows.rows() == [
        ("facebook:1", "admin", 1, True),
        ("facebook:3", None, 2, False),
        ("facebook:2", None, 1, False),
        ("facebook:5", None, 1, True),
        ("facebook:8", None, 0, True),
    ]
    assert (people.members, people.posters, people.is_cut) == (3, 4, False)
    some = list_group_accounts(store, GROUP, ["facebook:5", "facebook:1"], SNAPSHOT)
    assert [(each.account_key, each.role, each.cluster_id) for each in some] == [
        ("facebook:5", None, None),
        ("facebook:1", "admin", "Cring"),
    ]
    assert some[0].left_at == datetime(2026, 6, 9, tzinfo=UTC)
    cut = read_group_people(store, GROUP, read_group_posts(store, GROUP), most=2)
    assert (len(cut.rows), cut.is_cut) == (2, True)


def test_posts_are_narrowed_by_period_and_words(store: GraphStore) -> None:
    posts = read_group_posts(store, GROUP)
    assert posts.rows["post_key"].to_list() == [f"post:facebook:{n}" for n in (5, 4, 3, 2, 1)]
    rows = narrowed(posts, first=date(2026, 6, 2), last=date(2026, 6, 4), only=None)
    assert rows["post_key"].to_list() == [f"post:facebook:{n}" for n in (4, 3, 2)]
    found = find_posts_with(store, GROUP, "murai batu")
    assert sorted(found.keys) == ["post:facebook:1", "post:facebook:2"]
    only = narrowed(posts, first=None, last=date(2026, 6, 1), only=found)
    assert only["post_key"].to_list() == ["post:facebook:1"]
    assert find_posts_with(store, OTHER, "murai batu").keys == ()
    assert find_posts_with(store, GROUP, "murai", most=1).is_cut
    assert find_posts_with(store, GROUP, "(!").keys == ()
    assert read_group_posts(store, GROUP, most=3).is_cut


def test_weeks_without_anything_are_listed_as_such(store: GraphStore) -> None:
    undated = {"post_key": "post:facebook:1", "locator": "row 9", "collected_at": None}
    load(store, "sightings", undated)
    collected = list_collected(store, GROUP)
    assert [(each.path, each.week, each.sightings) for each in collected] == [
        ("week.csv", date(2026, 6, 15), 5),
        ("week.csv", None, 1),
    ]
    posted = read_group_posts(store, GROUP).rows["posted_at"]
    assert observed_weeks(posted, collected) == [
        ObservedWeek(date(2026, 6, 1), 5, 0),
        ObservedWeek(date(2026, 6, 8), 0, 0),
        ObservedWeek(date(2026, 6, 15), 0, 5),
    ]
    assert observed_weeks(pl.Series([], dtype=posted.dtype), []) == []


def test_what_is_in_a_group_and_where_it_leads(store: GraphStore) -> None:
    load(store, "details", {"key": "invite:t.me/+x", "kind": "invite", "value": "t.me/+x"})
    load(store, "mentions", {
        "post_key": "post:facebook:4", "detail_key": "invite:t.me/+x", "is_latest": True,
        "properties": {"raw": "t.me/+x"},
    })  # fmt: skip
    load(store, "known_posts", {
        "key": "post:facebook:4", "posted_at": millis(4), "collected_at": millis(20),
        "is_listing": False,
        "properties": {"platform": "facebook", "text": "x", "forwarded_from": "Another group"},
    })  # fmt: skip
    load(store, "taxa", {"key": "taxon:1", "properties": {"scientific_name": "Kittacincla"}})
    for step, post in (("offered_taxa", 1), ("named_taxa", 2)):
        load(store, step, {
            "post_key": f"post:facebook:{post}", "taxon_key": "taxon:1",
            "properties": {"names": ["murai"], "products": []},
        })  # fmt: skip
    taxa = list_group_taxa(store, GROUP)
    assert [(each.scientific_name, each.offered, each.named) for each in taxa] == [
        ("Kittacincla", 1, 2)
    ]
    details = list_group_details(store, GROUP)
    assert [(each.detail_key, each.posts, each.publishers) for each in details] == [
        (RING_PHONE, 2, 2),
        ("invite:t.me/+x", 1, 0),
    ]
    passed = list_passed_on(store, GROUP)
    assert [(each.passed_on, each.posts, each.post_key) for each in passed] == [
        ("Another group", 1, "post:facebook:4")
    ]
    assert [(each.detail_key, each.posts) for each in list_invitations(store, GROUP)] == [
        ("invite:t.me/+x", 1)
    ]
    assert list_group_clusters(store, GROUP, SNAPSHOT) == [
        ClusterHere(f"cluster:{SNAPSHOT}:Cring", "Cring", 3, 2)
    ]
    assert list_group_clusters(store, GROUP, None) == []
