"""What is looked up of clusters beside themselves: filters, time, goods, places, descent."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import polars as pl
import pytest

from graph import keys
from graph.lookup import clusters_goods as goods
from graph.lookup.clusters import count_clusters, list_clusters
from graph.lookup.clusters_activity import Week, lineage, weeks_by_account, weeks_by_platform
from graph.lookup.clusters_filter import ClusterFilter
from graph.lookup.clusters_members import members_beside
from graph.lookup.taxa import list_named_taxa
from graph.results import write_results
from graph.store import GraphStore
from tests.graph.planted_graph import PAIR, RING, SOURCE, detection, plant

SNAPSHOT = "2026-06-30-aaaa"
RING_KEY = keys.cluster(SNAPSHOT, "Cring")
SHAMA, PARROT = "taxon:Copsychus malabaricus", "taxon:Psittacus erithacus"


@pytest.fixture
def store(empty_store: GraphStore) -> GraphStore:
    """The planted graph, with taxa, prices and places in its posts."""
    plant(empty_store)
    _load(empty_store, "taxa", [
        {"key": SHAMA, "properties": {"scientific_name": "Copsychus malabaricus",
                                      "english": "shama", "listed": "CITES Appendix II"}},
        {"key": PARROT, "properties": {"scientific_name": "Psittacus erithacus"}},
    ])  # fmt: skip
    named = [(1, SHAMA, 0.9), (2, SHAMA, 0.9), (2, PARROT, 0.9), (3, PARROT, 0.2)]
    _load(empty_store, "offered_taxa", [
        {"post_key": f"post:facebook:{post}", "taxon_key": taxon,
         "properties": {"names": ["x"], "products": ["feather"] if post == 2 else [],
                        "confidence": sure}}
        for post, taxon, sure in named
    ])  # fmt: skip
    _load(empty_store, "readings", [
        _said(1, stated=["price 500 USD per piece", "age 3 month"], places=["Medan", "BANDUNG"]),
        _said(2, places=["bandung"]),
        _said(3, places=["Bandung"]),
    ])  # fmt: skip
    found = detection()
    write_results(empty_store, replace(found, clusters=found.clusters.with_columns(
        taxa=pl.Series([["Copsychus malabaricus"], []], dtype=pl.List(pl.String)),
        groups=pl.Series([["facebook:group:1"], None], dtype=pl.List(pl.String)),
        offers=pl.Series([1, 4]),
    )))  # fmt: skip
    return empty_store


def _load(store: GraphStore, step: str, rows: list[dict[str, Any]]) -> None:
    store.load(f"load_{step}", rows, source_key=SOURCE, done="z")


def _said(post: int, **said: list[str]) -> dict[str, Any]:
    named = dict.fromkeys(("language", "stated", "terms", "term_meanings", "places"))
    return {"post_key": f"post:facebook:{post}", "is_listing": False, "properties": named | said}


def moment(day: int) -> datetime:
    return datetime(2026, 6, day, tzinfo=UTC)


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        (ClusterFilter(taxa=("Copsychus malabaricus", "Aves")), ["Cring"]),
        (ClusterFilter(taxa=()), []),
        (ClusterFilter(groups=("facebook:group:1",)), ["Cring"]),
        (ClusterFilter(active_from=moment(1)), ["Cring", "Cpair"]),
        (ClusterFilter(active_from=moment(2)), []),
        (ClusterFilter(active_until=moment(2)), ["Cring", "Cpair"]),
        (ClusterFilter(active_until=datetime(2026, 5, 31, tzinfo=UTC)), []),
        (ClusterFilter(is_hub_joined=True), ["Cring", "Cpair"]),
        (ClusterFilter(is_hub_joined=False), []),
        (ClusterFilter(least_stability=0.9), ["Cring", "Cpair"]),
        (ClusterFilter(least_stability=0.95), []),
        (ClusterFilter(among=("Cpair", "C404")), ["Cpair"]),
        (ClusterFilter(not_among=("Cpair",)), ["Cring"]),
        (ClusterFilter(among=()), []),
    ],
)
def test_filters(store: GraphStore, only: ClusterFilter, expected: list[str]) -> None:
    assert [each.id for each in list_clusters(store, SNAPSHOT, only=only)] == expected
    assert count_clusters(store, SNAPSHOT, only) == len(expected)


def test_the_list_falls_by_offers(store: GraphStore) -> None:
    found = list_clusters(store, SNAPSHOT, order="offers")
    assert [each.id for each in found] == ["Cpair", "Cring"]


def test_posts_are_counted_by_week(store: GraphStore) -> None:
    monday = date(2026, 6, 1)
    assert weeks_by_platform(store, RING_KEY) == [Week(monday, "facebook", 4)]
    assert weeks_by_platform(store, RING_KEY, limit=0) == []
    assert weeks_by_account(store, RING_KEY, accounts=1) == [Week(monday, "facebook:3", 2)]
    assert len(weeks_by_account(store, RING_KEY, accounts=9)) == 3


def test_offers_count_posts_accounts_and_products(store: GraphStore) -> None:
    shama, parrot = goods.list_offers(store, RING_KEY)
    assert (shama.key, shama.posts, shama.accounts) == (SHAMA, 2, 2)
    assert (shama.english, shama.listed) == ("shama", "CITES Appendix II")
    assert (shama.first_seen, shama.last_seen) == (moment(1), moment(2))
    assert (parrot.key, parrot.posts, parrot.products) == (PARROT, 1, ("feather",))
    assert [each.key for each in goods.list_offers(store, RING_KEY, skip=1, limit=1)] == [PARROT]


def test_what_is_stated_belongs_to_the_only_taxon(store: GraphStore) -> None:
    said = {(each.taxon_key, each.said): each.posts for each in goods.list_stated(store, RING_KEY)}
    assert said == {
        (SHAMA, "price 500 USD per piece"): 1,
        (SHAMA, "age 3 month"): 1,
        (None, "cell 9"): 1,
    }


def test_posts_that_offer_a_taxon(store: GraphStore) -> None:
    found = goods.list_offer_posts(store, RING_KEY, SHAMA)
    assert [each.key for each in found] == ["post:facebook:2", "post:facebook:1"]
    assert goods.list_offer_posts(store, RING_KEY, SHAMA, skip=1)[0].text == "Murai batu for sale"


def test_places_are_told_apart_by_how_they_were_read_but_not_by_capitals(store: GraphStore) -> None:
    found = goods.list_cluster_places(store, RING_KEY)
    assert [(each.key, each.how, each.posts, each.accounts) for each in found] == [
        ("bandung", "text", 3, 3),
        ("medan", "text", 1, 1),
    ]
    assert goods.count_cluster_places(store, RING_KEY) == (2, 0)


def test_places_of_threatened_taxa_are_kept_apart(store: GraphStore) -> None:
    found = goods.list_cluster_places(store, RING_KEY, threatened=[SHAMA])
    assert [(each.key, each.posts) for each in found] == [("bandung", 1)]
    assert goods.count_cluster_places(store, RING_KEY, threatened=[SHAMA]) == (1, 2)
    kept_apart = goods.threatened_places(store, RING_KEY, threatened=[SHAMA])
    assert kept_apart == {"BANDUNG": 1, "Medan": 1, "bandung": 1}


def test_sources_and_named_taxa(store: GraphStore) -> None:
    (source,) = goods.list_cluster_sources(store, RING_KEY)
    assert (source.path, source.posts, source.handling, source.region) == (
        "week.csv",
        4,
        None,
        None,
    )
    assert [each.key for each in list_named_taxa(store)] == [SHAMA, PARROT]


def test_members_beside_an_account(store: GraphStore) -> None:
    found = members_beside(store, SNAPSHOT, ["facebook:2", "facebook:404"])
    assert found == [("Cring", key) for key in RING]
    assert members_beside(store, SNAPSHOT, [PAIR[0]]) == [("Cpair", key) for key in sorted(PAIR)]
    assert members_beside(store, "2020-01-01-ffff", RING) == []


def test_lines_of_descent_lead_back(store: GraphStore) -> None:
    assert lineage(store, RING_KEY) == []
    before = {"id": "Cold", "size": 2, "snapshot": "2026-06-23-bbbb"}
    older = {"id": "Colder", "size": 5, "snapshot": "2026-06-16-cccc"}
    chain = [(RING_KEY, before, "grown", 2, 0.66), (_key(before), older, "shrunk", 2, 0.4)]
    for now, was, event, accounts, share in chain:
        row = {"now_key": now, "before_key": _key(was), "before": was, "event": event,
               "accounts": accounts, "share": share}  # fmt: skip
        store.load("write_lineage", [row])
    first, second = lineage(store, RING_KEY)
    assert (first.id, first.size, first.event, first.accounts) == ("Cold", 2, "grown", 2)
    assert (first.of_id, first.as_of, first.in_graph) == ("Cring", None, False)
    assert (second.id, second.of_id, second.share) == ("Colder", "Cold", 0.4)
    assert lineage(store, RING_KEY, limit=1) == [first]


def _key(cluster: dict[str, Any]) -> str:
    return keys.cluster(cluster["snapshot"], cluster["id"])
