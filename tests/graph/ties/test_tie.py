"""Ties: what ties, what does not, and what must change nothing."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.ties.tie import Ties, tie_accounts
from tests.worlds import CATALOGUE, calibration, known, own_text, pairs, phone, post

Row = dict[str, str | None]


def tied(rows: list[Row], folder: Path) -> Ties:
    return tie_accounts(known(rows, folder), calibration())


def score(found: Ties, a: str, b: str) -> float:
    row = found.ties.filter(
        (pl.col("account_a") == f"facebook:{a}") & (pl.col("account_b") == f"facebook:{b}")
    )
    return row["score"].item()


def strangers(many: int) -> list[Row]:
    return [
        post(f"s{n}", f"{own_text(f's{n}')} WA {phone(5_000_000 + n)}", day=n % 30)
        for n in range(many)
    ]


def test_two_accounts_with_one_number_at_one_time_are_tied(tmp_path: Path) -> None:
    rows = [post("a", f"{own_text('a')} WA {phone(1)}"), post("b", f"{own_text('b')} {phone(1)}")]
    found = tied([*rows, *strangers(20)], tmp_path)
    assert pairs(found.ties) == {("a", "b")}
    reason = found.reasons.filter(pl.col("layer") == "phone").row(0, named=True)
    assert phone(1) in reason["sentence"]
    assert reason["counted"]
    assert len(reason["posts"]) == 2


def test_a_number_used_again_after_months_of_silence_ties_nobody(tmp_path: Path) -> None:
    rows = [post("a", f"{own_text('a')} {phone(1)}"), post("b", f"{own_text('b')} {phone(1)}")]
    later = [rows[0], post("b", f"{own_text('b')} {phone(1)}", day=200)]
    assert pairs(tied(rows, tmp_path / "now").ties) == {("a", "b")}
    assert pairs(tied(later, tmp_path / "later").ties) == set()


def test_a_number_in_use_throughout_is_not_taken_for_reissued(tmp_path: Path) -> None:
    rows = [post("a", f"{own_text('a')} {phone(1)}")]
    rows += [post("c", f"{own_text('c')} {phone(1)}", day=day) for day in range(0, 201, 20)]
    rows += [post("b", f"{own_text('b')} {phone(1)}", day=200)]
    assert ("a", "b") in pairs(tied(rows, tmp_path).ties)


def test_reposting_ten_times_adds_nothing(tmp_path: Path) -> None:
    rows = [
        post(account, f"{CATALOGUE[0]} WA {phone(1)} t.me/demo_birds_shop", group="g")
        for account in ("a", "b")
    ]
    again = [
        {**row, "posted_at": f"2026-03-01T1{hour}:00:00Z"} for row in rows for hour in range(9)
    ]
    once = tied(rows, tmp_path / "once")
    often = tied([*rows, *again], tmp_path / "often")
    assert score(often, "a", "b") == pytest.approx(score(once, "a", "b"))


def test_details_from_the_same_posts_count_once(tmp_path: Path) -> None:
    one = [post(x, f"{own_text(x)} WA {phone(1)}") for x in ("a", "b")]
    both = [post(x, f"{own_text(x)} WA {phone(1)} t.me/demo_birds_shop") for x in ("a", "b")]
    alone = tied(one, tmp_path / "one")
    together = tied(both, tmp_path / "both")
    assert score(together, "a", "b") == pytest.approx(score(alone, "a", "b"))
    left_out = together.reasons.filter(~pl.col("counted"))
    assert left_out["layer"].to_list() == ["telegram"]
    assert "same posts" in left_out["sentence"].item()


def test_details_from_different_posts_add_up_to_the_cap(tmp_path: Path) -> None:
    rows = [post(x, f"{own_text(x)} WA {phone(1)}") for x in ("a", "b")]
    more = [post(x, f"{own_text(x + 'z')} mail birds.demo@example.com") for x in ("a", "b")]
    one = tied(rows, tmp_path / "one")
    two = tied([*rows, *more], tmp_path / "two")
    assert score(two, "a", "b") > score(one, "a", "b")
    bits = two.ties["bits"].item()
    assert bits <= calibration().caps_bits.identifier


def test_strangers_change_no_tie(tmp_path: Path) -> None:
    rows = [
        post("a", f"{own_text('a')} {phone(1)}"),
        post("b", f"{own_text('b')} {phone(1)} birds.demo@example.com"),
        post("c", f"{own_text('c')} birds.demo@example.com"),
    ]
    few = tied(rows, tmp_path / "few")
    many = tied([*rows, *strangers(300)], tmp_path / "many")
    assert few.ties.equals(many.ties)


def test_a_courier_ties_nobody_and_is_a_hub(tmp_path: Path) -> None:
    rows = [
        post(f"s{n}", f"{own_text(f's{n}')} WA {phone(100 + n)} kirim {phone(1)}", day=n)
        for n in range(40)
    ]
    found = tied(rows, tmp_path)
    assert pairs(found.ties) == set()
    hub = found.hubs.filter(pl.col("value") == f"phone:{phone(1)}")
    assert hub["probability"].item() > 0.99


def test_a_hub_adds_nothing_to_other_evidence(tmp_path: Path) -> None:
    courier = [
        post(f"s{n}", f"{own_text(f's{n}')} WA {phone(100 + n)} kirim {phone(1)}", day=n)
        for n in range(40)
    ]
    pair = [post(x, f"{CATALOGUE[0]}", day=3) for x in ("a", "b")]
    users = [post(x, f"{own_text(x)} kirim {phone(1)}", day=9) for x in ("a", "b")]
    found = tied([*courier, *pair, *users], tmp_path)
    assert pairs(found.ties) == set()


def test_a_hub_is_nobodys_own_number(tmp_path: Path) -> None:
    courier = [
        post(f"s{n}", f"{own_text(f's{n}')} WA {phone(100 + n)} kirim {phone(1)}", day=n)
        for n in range(40)
    ]
    pair = [post(x, f"{own_text(x)} birds.demo@example.com") for x in ("a", "b")]
    one_uses = post("a", f"{own_text('aa')} kirim {phone(1)}", day=9)
    other_has = post("b", f"{own_text('bb')} WA {phone(7)}", day=9)
    without = tied([*courier, *pair, other_has], tmp_path / "without")
    beside = tied([*courier, *pair, other_has, one_uses], tmp_path / "beside")
    assert score(without, "a", "b") == pytest.approx(score(beside, "a", "b"))


def test_a_number_shared_by_more_accounts_than_are_compared_is_a_hub(tmp_path: Path) -> None:
    rows = [post(f"s{n}", f"{own_text(f's{n}')} {phone(1)}") for n in range(201)]
    found = tied(rows, tmp_path)
    assert found.hubs.row(0, named=True)["probability"] == 1.0
    assert found.ties.is_empty()


def test_a_ring_of_ten_that_shares_more_than_a_number_is_no_hub(tmp_path: Path) -> None:
    rows = [post(f"r{n}", f"{own_text(f'r{n}')} WA {phone(1)}", group="private") for n in range(10)]
    found = tied(rows, tmp_path)
    assert len(found.ties) == 45
    assert found.hubs["probability"].max() < 0.01


def test_who_lists_everybodys_numbers_is_tied_to_nobody(tmp_path: Path) -> None:
    listed = " ".join(phone(100 + n) for n in range(60))
    rows = [post(f"s{n}", f"{own_text(f's{n}')} WA {phone(100 + n)}") for n in range(60)]
    rows.append(post("warner", f"{own_text('warner')} beware of these numbers: {listed}"))
    assert pairs(tied(rows, tmp_path).ties) == set()


def test_one_copied_text_ties_nobody_but_a_catalogue_does(tmp_path: Path) -> None:
    one = [post(x, CATALOGUE[0]) for x in ("a", "b")]
    every = [post(x, text, day=n) for x in ("a", "b") for n, text in enumerate(CATALOGUE)]
    assert pairs(tied(one, tmp_path / "one").ties) == set()
    assert pairs(tied(every, tmp_path / "all").ties) == {("a", "b")}


def test_groups_alone_tie_nobody(tmp_path: Path) -> None:
    rows = [post(x, own_text(x + g), group=g) for x in ("a", "b") for g in "klmnopqrst"]
    assert pairs(tied(rows, tmp_path).ties) == set()


def test_small_shared_groups_support_and_large_ones_or_a_single_one_do_not(
    tmp_path: Path,
) -> None:
    def rows(others: int, groups: str) -> list[Row]:
        pair = [post(x, f"{own_text(x + g)} {phone(1)}", group=g) for x in "ab" for g in groups]
        crowd = [
            post(f"s{n}", own_text(f"s{n}{g}"), group=g) for n in range(others) for g in groups
        ]
        return pair + crowd

    small = tied(rows(3, "gh"), tmp_path / "small")
    for name, nothing in (("large", rows(600, "gh")), ("single", rows(3, "g"))):
        found = tied(nothing, tmp_path / name)
        assert score(small, "a", "b") > score(found, "a", "b")
        assert "co_membership" not in found.reasons["layer"].to_list()


def test_disagreement_counts_against_and_silence_does_not(tmp_path: Path) -> None:
    shared = [post(x, f"{own_text(x)} {phone(1)}") for x in ("a", "b")]
    mails = [post(x, f"{own_text(x + 'm')} {x}.demo@example.com") for x in ("a", "b")]
    silent = tied(shared, tmp_path / "silent")
    one_speaks = tied([*shared, mails[0]], tmp_path / "one")
    disagree = tied([*shared, *mails], tmp_path / "both")
    assert score(one_speaks, "a", "b") == pytest.approx(score(silent, "a", "b"))
    assert score(disagree, "a", "b") < score(silent, "a", "b")
    assert disagree.reasons.filter(pl.col("family") == "disagreement")["bits"].max() < 0


def test_layers_can_be_switched_off(tmp_path: Path) -> None:
    table = known(
        [post(x, f"{own_text(x + g)} {phone(1)}", group=g) for x in "ab" for g in "gh"], tmp_path
    )
    without = tie_accounts(table, calibration(), ("text_family", "co_membership"))
    assert without.ties.is_empty()
    with_groups = tie_accounts(table, calibration())
    without_groups = tie_accounts(table, calibration(), ("contact_detail", "text_family"))
    assert with_groups.ties["score"].item() > without_groups.ties["score"].item()


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.tuples(st.integers(0, 6), st.integers(0, 4), st.integers(0, 3), st.integers(0, 300)),
        min_size=1,
        max_size=30,
    ),
    st.randoms(use_true_random=False),
)
def test_order_changes_nothing_and_every_tie_is_explained(
    tmp_path_factory: pytest.TempPathFactory,
    shown: list[tuple[int, int, int, int]],
    shuffle: object,
) -> None:
    rows = [
        post(f"a{a}", f"{CATALOGUE[t]} {phone(d)}", day=day, group=f"g{t}")
        for a, d, t, day in shown
    ]
    mixed = list(rows)
    shuffle.shuffle(mixed)  # type: ignore[attr-defined]
    first = tied(_unique(rows), tmp_path_factory.mktemp("first"))
    second = tied(_unique(mixed), tmp_path_factory.mktemp("second"))
    assert first.ties.select("account_a", "account_b").equals(
        second.ties.select("account_a", "account_b")
    )
    assert first.ties["score"].to_list() == pytest.approx(second.ties["score"].to_list())
    assert (first.ties["score"] >= calibration().threshold_bits).all()
    explained = first.reasons.filter("counted").select("account_a", "account_b").unique()
    assert len(explained) == len(first.ties)


def _unique(rows: list[Row]) -> list[Row]:
    return [dict(row) for row in {tuple(row.items()): row for row in rows}.values()]


def test_members_of_one_group_who_all_post_its_courier_are_strangers(tmp_path: Path) -> None:
    rows = [
        post(f"s{n}", f"{own_text(f's{n}')} WA {phone(100 + n)} kirim {phone(1)}", group="market")
        for n in range(24)
    ]
    found = tied(rows, tmp_path)
    assert pairs(found.ties) == set()


def test_sentences_name_what_is_shared(tmp_path: Path) -> None:
    rows = [post(x, f"{own_text(x)} t.me/demo_birds_shop") for x in ("a", "b")]
    rows += [post(x, f"{own_text(x + 'm')} {x}.demo@example.com") for x in ("a", "b")]
    sentences = tied(rows, tmp_path).reasons["sentence"].to_list()
    assert sentences[0] == (
        "Both publish the Telegram handle demo_birds_shop; no other account here does."
    )
    assert "Against: each shows another e-mail address, and they share none." in " ".join(sentences)


def test_details_of_one_description_count_once(tmp_path: Path) -> None:
    def rows(bio: str) -> list[Row]:
        return [post(x, own_text(x), account_bio=bio) for x in ("a", "b")]

    one = tied(rows(f"order {phone(1)}"), tmp_path / "one")
    both = tied(rows(f"order {phone(1)} birds.demo@example.com"), tmp_path / "both")
    assert pairs(one.ties) == {("a", "b")}
    assert score(both, "a", "b") == pytest.approx(score(one, "a", "b"))


def test_couriers_are_no_quotations(tmp_path: Path) -> None:
    couriers = [phone(n) for n in range(1, 7)]
    rows = [
        post(f"s{n}", f"{own_text(f's{n}')} WA {phone(100 + n)} kirim {' '.join(couriers)}", day=n)
        for n in range(40)
    ]
    pair = [post(x, f"{own_text(x)} WA {phone(99)}") for x in ("a", "b")]
    also = [post(x, f"{own_text(x + 'c')} kirim {' '.join(couriers)}", day=5) for x in ("a", "b")]
    without = tied([*rows, *pair], tmp_path / "without")
    beside = tied([*rows, *pair, *also], tmp_path / "beside")
    assert pairs(without.ties) == pairs(beside.ties) == {("a", "b")}
    assert score(beside, "a", "b") == pytest.approx(score(without, "a", "b"))
