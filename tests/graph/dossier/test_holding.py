"""What holds a cluster together, on planted graphs whose weak places are known."""

from __future__ import annotations

import doctest

import polars as pl
import pytest

from graph.dossier import holding_words
from graph.dossier.cluster_graphs import cluster_graphs, ties_inside
from graph.dossier.holding import find_weak_places, ties_by_evidence
from graph.dossier.measures import measure_members

PAIR = ["account_a", "account_b"]
TWO_TRIANGLES = [("a", "b"), ("a", "c"), ("b", "c"), ("c", "d"), ("d", "e"), ("d", "f"), ("e", "f")]
CHAIN = [("a", "b"), ("b", "c"), ("c", "d")]


def ties(edges: list[tuple[str, str]], probability: float = 0.9, score: float = 5) -> pl.DataFrame:
    return pl.DataFrame(
        [(*edge, score, probability) for edge in edges],
        schema=[*PAIR, "score", "probability"], orient="row",
        schema_overrides={"score": pl.Float64},
    )  # fmt: skip


def members(accounts: str) -> pl.DataFrame:
    return pl.DataFrame({"cluster_id": ["C1"] * len(accounts), "account_key": list(accounts)})


def reasons(rows: list[tuple[str, str, str, float]]) -> pl.DataFrame:
    made = pl.DataFrame(
        rows, schema=[*PAIR, "shared", "bits"], orient="row", schema_overrides={"bits": pl.Float64}
    )
    return made.with_columns(
        layer=pl.col("shared").str.extract("^([^:]+)"), counted=pl.lit(value=True)
    )


def weak(
    edges: list[tuple[str, str]], why: list[tuple[str, str, str, float]] = [],  # noqa: B006
    *, score: float = 5,
) -> dict[str, list[dict]]:  # fmt: skip
    """Weak places of one cluster, by kind."""
    here = members("".join(sorted({end for edge in edges for end in edge})))
    inside = ties_inside(here, ties(edges, score=score))
    lost = ties_by_evidence(inside, reasons(why), 3.0) if why else {}
    found = find_weak_places(cluster_graphs(here, inside), lost)
    return {
        kind: found.filter(pl.col("kind") == kind).to_dicts()
        for kind in ("cut", "evidence", "tie", "account")
    }


def test_the_least_cut_names_its_weight_and_the_smaller_part() -> None:
    found = weak([*TWO_TRIANGLES, ("b", "e"), ("f", "g"), ("e", "g")])
    (cut,) = found["cut"]
    assert (cut["ties"], cut["parts"]) in [(2, [4, 3]), (2, [6, 1])]
    assert cut["weight"] == pytest.approx(1.8)
    assert len(cut["side"]) == cut["parts"][1]
    assert not found["tie"]
    assert "2 ties together hold" in cut["sentence"]


def test_a_bridge_and_the_accounts_at_its_ends_are_named_with_what_would_be_seen() -> None:
    found = weak(TWO_TRIANGLES)
    (tie,) = found["tie"]
    assert (tie["accounts"], tie["parts"]) == (["c", "d"], [3, 3])
    assert tie["sentence"] == (
        "If the tie between c and d were wrong, the picture would fall into 3 and 3 accounts."
    )
    assert [each["accounts"] for each in found["account"]] == [["c"], ["d"]]
    assert found["account"][0]["parts"] == [3, 2]


def test_a_value_on_which_several_ties_rest_is_one_piece_of_evidence() -> None:
    star = [("a", "b"), ("a", "c"), ("b", "c"), ("c", "d")]
    number = [(*edge, "phone:+62811", 4.0) for edge in star[:3]]
    found = weak(star, [*number, ("c", "d", "email:x@example.com", 4.0)])
    by_shared = {each["shared"]: each for each in found["evidence"]}
    assert by_shared["phone:+62811"]["parts"] == [2, 1, 1]
    assert by_shared["phone:+62811"]["ties"] == 3
    assert by_shared["email:x@example.com"]["parts"] == [3, 1]
    assert "the phone number +62811 were wrong" in by_shared["phone:+62811"]["sentence"]
    assert "2 accounts and 2 single ones" in by_shared["phone:+62811"]["sentence"]


def test_ties_that_other_evidence_carries_are_not_lost() -> None:
    why = [(*edge, "phone:+62811", 4.0) for edge in CHAIN]
    assert weak(CHAIN, why, score=8)["evidence"] == []


def test_nothing_speaks_of_removing_or_disrupting() -> None:
    found = weak(TWO_TRIANGLES, [("c", "d", "phone:+62811", 4.0)])
    said = " ".join(each["sentence"] for rows in found.values() for each in rows)
    assert said.count("would") >= 4
    for word in ("remov", "target", "arrest", "disrupt", "key player", "leader", "kingpin"):
        assert word not in said


def test_measures_keep_their_own_names_and_known_values() -> None:
    here = members("abcd")
    found = measure_members(cluster_graphs(here, ties_inside(here, ties(CHAIN))))
    by_account = {row["account_key"]: row for row in found.to_dicts()}
    assert [by_account[key]["ties"] for key in "abcd"] == [1, 2, 2, 1]
    assert [by_account[key]["betweenness"] for key in "abcd"] == pytest.approx([0, 2 / 3, 2 / 3, 0])
    assert by_account["a"]["constraint"] == pytest.approx(1)
    assert by_account["b"]["constraint"] == pytest.approx(0.5)
    assert {row["core"] for row in by_account.values()} == {1}
    full = [("a", "b"), ("a", "c"), ("b", "c")]
    here = members("abc")
    found = measure_members(cluster_graphs(here, ties_inside(here, ties(full))))
    assert (found["core"].to_list(), found["betweenness"].to_list()) == ([2] * 3, [0.0] * 3)


def test_ties_between_clusters_belong_to_none() -> None:
    here = pl.DataFrame(
        {"cluster_id": ["C1", "C1", "C2", "C2"], "account_key": ["a", "c", "b", "d"]}
    )
    inside = ties_inside(here, ties([("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")]))
    assert inside.select("cluster_id", *PAIR, "start", "end").rows() == [
        ("C1", "a", "c", 0, 1), ("C2", "b", "d", 0, 1),
    ]  # fmt: skip


def test_sizes_of_parts_are_written_as_people_would() -> None:
    assert doctest.testmod(holding_words).failed == 0
