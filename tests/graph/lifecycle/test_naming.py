"""A cluster keeps its id for as long as most of it stays together."""

from __future__ import annotations

import polars as pl

from graph.lifecycle.matching import match_clusters
from graph.lifecycle.naming import cluster_id, name_clusters


def now(*communities: str) -> pl.DataFrame:
    """Communities of accounts of one letter each."""
    return pl.DataFrame(
        [
            {"account_key": each, "community": number, "stability": 1.0}
            for number, accounts in enumerate(communities)
            for each in accounts
        ]
    )


def before(**clusters: str) -> pl.DataFrame:
    """Clusters of accounts of one letter each."""
    return pl.DataFrame(
        [
            {"cluster_id": name, "account_key": each, "stability": 1.0}
            for name, accounts in clusters.items()
            for each in accounts
        ]
    )


def test_a_new_cluster_is_named_after_its_first_account() -> None:
    assert name_clusters(now("cab", "x"), None) == {0: cluster_id("a")}


def test_who_joins_changes_no_id() -> None:
    assert name_clusters(now("0abc"), before(K="abc")) == {0: "K"}


def test_the_larger_part_keeps_the_id_and_the_other_gets_one_of_its_own() -> None:
    names = name_clusters(now("ab", "cde"), before(K="abcde"))
    assert names[1] == "K"
    assert names[0] == cluster_id("a") != "K"


def test_of_those_that_merge_the_larger_gives_the_id() -> None:
    assert name_clusters(now("abcde"), before(K="ab", L="cde")) == {0: "L"}


def test_a_name_is_not_given_twice() -> None:
    taken = cluster_id("a")
    names = name_clusters(now("ab", "cde"), before(**{taken: "acde"}))
    assert names[1] == taken
    assert names[0] == cluster_id("b")


def test_what_has_one_account_in_common_is_another_cluster() -> None:
    assert name_clusters(now("axyz"), before(K="abcd")) == {0: cluster_id("a")}


def links(old: pl.DataFrame, new: pl.DataFrame) -> set[tuple[str, str]]:
    return set(match_clusters(old, new).select("before", "now").iter_rows())


def test_growth_hides_no_match() -> None:
    assert links(before(K="ab"), before(K="abcdefghij")) == {("K", "K")}


def test_merging_and_splitting_match_one_to_many() -> None:
    assert links(before(K="abc", L="de"), before(M="abcde")) == {("K", "M"), ("L", "M")}
    assert links(before(M="abcde"), before(K="abc", L="de")) == {("M", "K"), ("M", "L")}


def test_a_passing_account_is_no_match() -> None:
    assert links(before(K="abc", L="defgh"), before(K="ab", L="cdefgh")) == {("K", "K"), ("L", "L")}


def test_loose_members_weigh_little() -> None:
    old = before(K="abcdef").with_columns(
        stability=pl.when(pl.col("account_key").is_in(["a", "b"])).then(0.1).otherwise(1.0)
    )
    new = pl.concat([before(K="cdef"), before(L="abxyz")])
    assert links(old, new) == {("K", "K"), ("K", "L")}
    assert links(old, before(L="ab")) == {("K", "L")}
    assert links(old, pl.concat([before(M="abc"), before(L="def")])) == {("K", "L"), ("K", "M")}
