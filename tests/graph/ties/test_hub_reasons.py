"""Hubs as leads: served accounts and times; what one operator may be goes to a person."""

from __future__ import annotations

import polars as pl

from graph.ties.hub_reasons import describe_hubs
from graph.ties.tie import Ties
from tests.graph.ties.tables_of_ties import Row, made, member, shown, tied
from tests.worlds import calibration

NUMBER = "phone:+62811000001"
MANY = 40


def user(nth: int) -> str:
    return f"telegram:user{nth}"


def described(found: Ties) -> Row:
    hubs = describe_hubs(found.hubs, found.values, calibration())
    return hubs.filter(detail_key=NUMBER).row(0, named=True)


def one_number(many: int, *, apart: float = 0, lasting: float = 100) -> list[Row]:
    """So many accounts that use one number, one after another begins."""
    return [
        shown(user(n), NUMBER, f"{n}/{again}", day=n * apart + again * lasting)
        for n in range(many)
        for again in (0, 1)
    ]


def own_numbers(many: int) -> list[Row]:
    return [shown(user(n), f"phone:+628120{n:06d}", f"{n}/own") for n in range(many)]


def test_customers_with_numbers_of_their_own_are_served_by_a_courier() -> None:
    found = tied(made(details=[*one_number(MANY), *own_numbers(MANY)]))
    assert found.ties.is_empty()
    hub = described(found)
    assert hub["probability"] > 0.99
    assert hub["reasons"] == [
        "40 accounts publish it.",
        "All of them used it over the same time.",
        "0 of the 780 pairs among them share something else.",
        "40 of them show a contact detail of their own beside it.",
        "It may be a courier, an escrow account or an administrator.",
    ]


def test_a_disciplined_operator_of_forty_accounts_goes_to_a_person() -> None:
    """Forty accounts, one number, small groups in common, and nothing of their own."""
    cells = [member(user(n), f"telegram:group:{n // 8}") for n in range(MANY)]
    chain = [
        shown(user(n), f"email:cell{'q' * (k // 5)}@example.com", f"{n}/m")
        for k in range(0, MANY, 5)
        for n in range(k, k + 5)
    ]
    found = tied(made(details=[*one_number(MANY), *chain], memberships=cells))
    hub = described(found)
    assert hub["probability"] < 0.5
    assert hub["accounts"] == MANY
    assert hub["reasons"][-1] == "It may be one operator of many accounts: a person should look."
    assert len(found.ties) > MANY
    tied_accounts = pl.concat([found.ties["account_a"], found.ties["account_b"]]).n_unique()
    assert tied_accounts == MANY


def test_forty_accounts_of_which_nothing_else_is_known_are_not_tied_and_go_to_a_person() -> None:
    found = tied(made(details=one_number(MANY)))
    hub = described(found)
    assert found.ties.is_empty()
    assert hub["reasons"][-1] == "It may be one operator of many accounts: a person should look."
    assert "0 of them show a contact detail of their own beside it." in hub["reasons"]


def test_times_are_part_of_the_reasons() -> None:
    def reasons(rows: list[Row]) -> list[str]:
        return described(tied(made(details=rows)))["reasons"]

    after = "No two of them used it over the same time: it may have been given out again."
    assert after in reasons(one_number(MANY, apart=5, lasting=2))
    overlapping = reasons(one_number(MANY, apart=5, lasting=22))
    assert "At most 5 of them used it over the same time." in overlapping


def test_a_number_of_two_users_one_long_after_the_other_ties_them_only_with_more() -> None:
    def pair(gap: float, *more: Row) -> Ties:
        uses = [shown(user(0), NUMBER, "0/1"), shown(user(1), NUMBER, "1/1", day=gap)]
        return tied(made(details=[*uses, *more]))

    also = [shown(user(n), "email:kicau@example.com", f"{n}/m", day=200 * n) for n in range(2)]
    assert len(pair(10).ties) == 1
    assert pair(200).ties.is_empty()
    assert len(pair(200, *also).ties) == 1
