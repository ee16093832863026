"""What adds nothing: a layer that is a function of another."""

from __future__ import annotations

import polars as pl
import pytest

from graph.ties.tie import Ties
from tests.graph.ties.tables_of_ties import Row, account, at, made, member, shown, tied

A, B = "telegram:user1", "telegram:user2"
EMAIL = "email:kicauraya@example.com"
MAILS = [shown(A, EMAIL, "p1"), shown(B, EMAIL, "p2")]
GROUP = "telegram:group:9"
RUN_IT = [member(A, GROUP, role="admin"), member(B, GROUP, role="creator")]


def score(ties: Ties) -> float:
    return float(ties.ties["score"].item())


def test_handles_that_repeat_the_shared_address_add_nothing() -> None:
    handles = [account(A, "kicauraya88"), account(B, "Kicau_Raya")]
    others = [account(A, "muraibatu88"), account(B, "Murai_Batu")]
    alone = score(tied(made(details=MAILS)))
    repeated = tied(made(details=MAILS, accounts=handles))
    assert score(repeated) == pytest.approx(alone)
    assert "stronger evidence says the same" in " ".join(repeated.reasons["sentence"])
    assert score(tied(made(details=MAILS, accounts=others))) > alone


def test_a_shared_handle_that_repeats_the_shared_address_adds_nothing() -> None:
    def both(handle: str) -> list[Row]:
        return [*MAILS, shown(A, f"handle:telegram:{handle}", "p3"),
                shown(B, f"handle:telegram:{handle}", "p4")]  # fmt: skip

    alone = score(tied(made(details=MAILS)))
    assert score(tied(made(details=both("kicauraya_id")))) == pytest.approx(alone)
    assert score(tied(made(details=both("muraibatu")))) > alone


def test_a_wallet_of_the_shared_number_adds_nothing() -> None:
    number = [shown(key, "phone:+62811000001", f"{key}1") for key in (A, B)]
    wallet = [shown(key, "bank:ID:DANA:0811000001", f"{key}2") for key in (A, B)]
    alone = score(tied(made(details=number)))
    assert score(tied(made(details=[*number, *wallet]))) == pytest.approx(alone)


def test_a_display_name_that_repeats_the_handle_adds_nothing() -> None:
    handles = [account(A, "muraibatu88"), account(B, "murai_batu")]
    named = [account(A, "muraibatu88", "Murai Batu"), account(B, "murai_batu", "Murai Batu")]
    one, two = (tied(made(details=MAILS, accounts=each)) for each in (handles, named))
    assert score(one) == pytest.approx(score(two))
    assert len(two.reasons.filter(pl.col("layer") == "name")) == 1


def test_passing_on_the_words_of_a_group_that_both_run_adds_nothing() -> None:
    groups = [{"group_key": GROUP, "platform": "telegram", "name": "Pasar Burung"}]
    forwards = [
        {"account_key": key, "post_key": f"{key}f", "origin": "Pasar Burung", "seen_at": at(1)}
        for key in (A, B)
    ]
    run = tied(made(details=MAILS, memberships=RUN_IT, groups=groups))
    both = tied(made(details=MAILS, memberships=RUN_IT, groups=groups, forwards=forwards))
    assert score(run) == pytest.approx(score(both))
    counted = both.reasons.filter((pl.col("family") == "structure") & pl.col("counted"))
    assert counted["layer"].to_list() == ["administered_group"]
    only = tied(made(details=MAILS, groups=groups, forwards=forwards))
    assert only.reasons.filter(pl.col("layer") == "forward")["counted"].to_list() == [True]


def test_belonging_to_a_group_that_both_run_adds_nothing() -> None:
    both = [*RUN_IT, *({**row, "group_key": f"{GROUP}2"} for row in RUN_IT)]
    run = tied(made(details=MAILS, memberships=both), "contact_detail", "administered_group")
    belong = tied(made(details=MAILS, memberships=both))
    assert "co_membership" in belong.reasons["layer"]
    assert score(run) == pytest.approx(score(belong))
