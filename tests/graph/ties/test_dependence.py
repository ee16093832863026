"""Residual dependence: planted dependence is found, independence is not mistaken for it."""

from __future__ import annotations

import math

import numpy as np
import polars as pl
import pytest

from graph.ties.dependence import DEPENDENCE, dependence_in, measure_dependence
from tests.graph.ties.tables_of_ties import Row, made, member, shown
from tests.worlds import calibration

LEAST = 14.0


def planted(seed: int, *, follows: float, third: float = 20.0, pairs: int = 1_500) -> pl.DataFrame:
    """Pairs that all agree in a third layer; the second layer follows the first so often."""
    rng = np.random.default_rng(seed)
    first = rng.random(pairs) < 0.4
    second = np.where(rng.random(pairs) < follows, first, rng.random(pairs) < 0.4)
    rows = [
        {"account_a": f"x:a{n}", "account_b": f"x:b{n}", "kind": layer, "bits": bits}
        for n in range(pairs)
        for layer, agrees, bits in (("email", first[n], 9.0), ("image", second[n], 9.0),
                                    ("phone", True, third))
        if agrees
    ]  # fmt: skip
    return pl.DataFrame(rows)


def everybody(counted: pl.DataFrame, *kinds: str) -> pl.DataFrame:
    """All accounts show something of these kinds."""
    keys = pl.concat([counted["account_a"], counted["account_b"]]).unique()
    return pl.concat(
        [pl.DataFrame({"account_key": keys}).with_columns(kind=pl.lit(kind)) for kind in kinds]
    )


def found(counted: pl.DataFrame, among: str, *kinds: str) -> dict[str, float]:
    shows = everybody(counted, *(kinds or ("email", "image", "phone")))
    table = measure_dependence(counted, shows, least_bits=LEAST)
    return table.filter(first="email", second="image", among=among).row(0, named=True)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_planted_dependence_is_found_and_independence_is_not(seed: int) -> None:
    for among in ("suggested", "tied"):
        dependent = found(planted(seed, follows=0.5), among)
        assert dependent["low"] > 1
        assert dependent["both_agree"] > 1.3 * dependent["expected"]
        independent = found(planted(seed, follows=0.0), among)
        assert independent["low"] < 0 < independent["high"]
        assert independent["information"] < 0.005 < dependent["information"]


def test_the_interval_holds_the_truth_about_as_often_as_it_says() -> None:
    inside = [
        row["low"] <= 0 <= row["high"]
        for row in (found(planted(seed, follows=0, pairs=300), "tied") for seed in range(10, 50))
    ]
    assert sum(inside) >= 34


def test_partners_and_strangers_together_look_dependent_and_are_told_apart() -> None:
    partners = planted(4, follows=0.0)
    shows = everybody(partners, "email", "image", "phone")
    table = measure_dependence(partners, shows, least_bits=LEAST)
    every = table.filter(first="email", second="image", among="all").row(0, named=True)
    accounts = 3_000
    assert every["pairs"] == accounts * (accounts - 1) // 2
    assert every["low"] > 5
    assert found(partners, "tied")["low"] < 0


def test_weak_other_evidence_suggests_and_ties_nobody() -> None:
    nobody = pl.DataFrame(schema={"account_key": pl.String, "kind": pl.String})
    table = measure_dependence(planted(5, follows=0, third=3.0), nobody, least_bits=LEAST)
    of_two = table.filter(first="email", second="image")
    assert of_two["among"].to_list() == ["suggested"]


def test_only_accounts_that_show_both_can_agree_or_not() -> None:
    counted = planted(6, follows=0.0)
    silent = [f"x:a{n}" for n in range(500)]
    shows = everybody(counted, "email", "image", "phone").filter(
        ~(pl.col("account_key").is_in(silent) & (pl.col("kind") == "image"))
    )
    table = measure_dependence(counted, shows, least_bits=LEAST)
    assert table.filter(first="email", second="image", among="tied")["pairs"].item() == 1_000


def test_known_table() -> None:
    rows = [
        ("x:a", "x:b", "p"), ("x:a", "x:b", "q"), ("x:a", "x:c", "p"), ("x:b", "x:c", "q"),
    ]  # fmt: skip
    counted = pl.DataFrame(
        [{"account_a": a, "account_b": b, "kind": kind, "bits": 5.0}
         for a, b, kind in rows]
    )  # fmt: skip
    shows = everybody(counted.vstack(counted.with_columns(account_b=pl.lit("x:d"))), "p", "q")
    row = measure_dependence(counted, shows, least_bits=LEAST).row(0, named=True)
    cells = {
        name: row[name] for name in ("among", "pairs", "first_agree", "second_agree", "both_agree")
    }
    assert cells == {
        "among": "all",
        "pairs": 6,
        "first_agree": 2,
        "second_agree": 2,
        "both_agree": 1,
    }
    assert row["expected"] == pytest.approx(4 / 6)
    assert row["log_odds"] == pytest.approx(math.log2(1.5 * 3.5 / (1.5 * 1.5)))


def test_a_workspace_is_measured() -> None:
    def partners(nth: int) -> list[Row]:
        two = (f"telegram:user{nth}a", f"telegram:user{nth}b")
        kinds = [f"email:p{'q' * nth}@example.com", f"phone:+62811{nth:07d}"]
        return [shown(key, kind, f"{key}{kind}") for key in two for kind in kinds[: 1 + nth % 2]]

    tables = made(
        details=[row for nth in range(40) for row in partners(nth)],
        memberships=[
            member(f"telegram:user{nth}{side}", f"telegram:group:{nth}{group}")
            for nth in range(20)
            for side in "ab"
            for group in (1, 2)
        ],
    )
    table = dependence_in(tables, calibration())
    assert table.schema == DEPENDENCE
    seen = set(table.select("first", "second", "among").iter_rows())
    assert ("email", "phone", "all") in seen
    assert ("co_membership", "phone", "tied") in seen
    assert ("co_membership", "phone", "all") not in seen


def test_nothing_compared_nothing_measured() -> None:
    empty = planted(7, follows=0).clear()
    assert measure_dependence(empty, everybody(empty, "email"), least_bits=LEAST).is_empty()
