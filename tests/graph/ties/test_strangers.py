"""Strangers who share something with an operation, a courier or a club are tied to nobody."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from graph.ties.tie import tie_accounts
from tests.worlds import calibration, known, own_text, pairs, phone, post

Row = dict[str, str | None]
COURIER, ESCROW = phone(7_000_001), phone(7_000_002)
NOTICE = (
    "general meeting of the songbird friends on sunday morning at the pond bring your cages and "
    "the fee for the singing contest questions to the secretary"
)


def tied(rows: list[Row], folder: Path) -> set[tuple[str, str]]:
    return pairs(tie_accounts(known(rows, folder), calibration()).ties)


def customers(many: int, *numbers: str) -> list[Row]:
    """Accounts with numbers of their own, which show some numbers each in a post of its own."""
    rows = []
    for n in range(many):
        who = f"s{n}"
        rows.append(post(who, f"{own_text(who)} WA {phone(5_000_000 + n)}", day=n))
        rows += [
            post(who, f"{own_text(f'{who}x{nth}')} send to {number}", day=n + nth)
            for nth, number in enumerate(numbers)
        ]
    return rows


def ring(*numbers: str) -> list[Row]:
    """Five accounts with one number of their own, which show some numbers besides."""
    rows = []
    for n in range(5):
        who = f"r{n}"
        rows.append(post(who, f"{own_text(who)} WA {phone(1)}", day=n))
        rows += [post(who, f"{own_text(f'{who}y')} send to {number}", day=n) for number in numbers]
    return rows


def test_other_customers_of_a_rings_courier_are_tied_to_nobody(tmp_path: Path) -> None:
    found = tied([*ring(COURIER), *customers(25, COURIER)], tmp_path)
    assert found == {(f"r{a}", f"r{b}") for a in range(5) for b in range(a + 1, 5)}


def test_two_numbers_of_one_courier_do_not_vouch_for_each_other(tmp_path: Path) -> None:
    assert tied(customers(25, COURIER, ESCROW), tmp_path) == set()


def notices(many: int, numbered: str) -> list[Row]:
    """Accounts with numbers of their own, which paste a notice with the secretary's number."""
    rows = []
    for n in range(many):
        who = f"m{n}"
        rows.append(post(who, f"{own_text(who)} WA {phone(5_000_000 + n)}", day=n))
        rows.append(post(who, f"{NOTICE} {numbered}", day=n))
    return rows


def test_members_who_paste_a_notice_are_not_tied_by_its_number(tmp_path: Path) -> None:
    assert tied(notices(6, phone(3)), tmp_path) == set()


def test_a_number_in_texts_of_ones_own_does_tie(tmp_path: Path) -> None:
    rows = [row for n in range(3) for row in customers(n + 1, phone(3))[-2:]]
    assert tied(rows, tmp_path) == {("s0", "s1"), ("s0", "s2"), ("s1", "s2")}


def test_what_is_pasted_is_told_from_what_is_shown(tmp_path: Path) -> None:
    found = tie_accounts(known(notices(6, phone(3)), tmp_path), calibration())
    shown = found.values.published.filter(pl.col("value") == f"phone:{phone(3)}")
    assert shown["accounts"].unique().to_list() == [6]
