"""What must hold whatever the data: support ties nobody, repetition and strangers add nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from graph.calibration import SUPPORTING, Calibration
from graph.tables import Tables
from graph.ties.layers.layer import EVIDENCE, SHOWINGS
from graph.ties.posterior import count_once, score
from graph.ties.values import publish
from tests.graph.ties.tables_of_ties import (
    Row,
    account,
    at,
    joined,
    made,
    member,
    shown,
    shuffled,
    tied,
)
from tests.worlds import calibration

FEW = settings(max_examples=15, deadline=None)
WORDS = {"": ("kicauraya", "muraibatu", "lovebird", "kenari")}
"""Names of accounts, and of strangers, who are called otherwise."""
OTHERS = "zzzzz"
WORDS[OTHERS] = ("tokyofish", "gurami", "discus", "pufferpond")
ROLES = (None, "admin", "creator", "member")
MANY = 40
"""Customers of a courier: so many that its address is a hub."""


@dataclass(frozen=True)
class Drawn:
    """What one account says and does, as drawn."""

    mails: list[tuple[int, int]]
    texts: list[tuple[int, int]]
    groups: list[tuple[int, int, int]]
    origins: list[int]
    handle: int
    name: int
    hours: list[int]


def drawn(accounts: int) -> st.SearchStrategy[list[Drawn]]:
    """What some accounts say and do; small numbers, so that they often agree."""
    small = st.integers(0, 3)
    one = st.builds(
        Drawn,
        mails=st.lists(st.tuples(small, small), max_size=3),
        texts=st.lists(st.tuples(small, small), max_size=3),
        groups=st.lists(st.tuples(small, small, small), max_size=3, unique_by=lambda row: row[0]),
        origins=st.lists(small, max_size=2),
        handle=small,
        name=small,
        hours=st.lists(st.integers(0, 30), max_size=3),
    )
    return st.lists(one, min_size=accounts, max_size=accounts)


def support(who: str, nth: int, each: Drawn, mark: str = "") -> dict[str, list[Row]]:
    """Structure, names and times of one account."""
    key = f"telegram:user{who}{nth}"
    return {
        "accounts": [account(key, f"{WORDS[mark][each.handle]}{nth}", WORDS[mark][each.name])],
        "memberships": [
            member(key, f"telegram:group:{mark}{group}", role=ROLES[role], joined_at=at(day))
            for group, role, day in each.groups
        ],
        "forwards": [
            {"account_key": key, "post_key": f"{key}f{n}", "origin": f"news{mark}{n}",
             "seen_at": at(0)}
            for n in each.origins
        ],
        "posts": [
            {"post_key": f"{key}w{n}", "account_key": key, "platform": "telegram",
             "group_key": f"telegram:group:{mark}0", "text": f"{key} {n}",
             "posted_at": at(hour % 3) + timedelta(weeks=n)}
            for hour in each.hours for n in range(12)
        ],
    }  # fmt: skip


def said(who: str, nth: int, each: Drawn, mark: str = "", times: int = 1) -> dict[str, list[Row]]:
    """Addresses and texts of one account, each posted so many times within the hour."""
    key = f"telegram:user{who}{nth}"
    rows: dict[str, list[Row]] = {"details": [], "signatures": [], "posts": []}
    for again in range(times):
        later = timedelta(minutes=again)
        for mail, post in each.mails:
            detail = shown(key, f"email:{'abcd'[mail]}{mark}@example.com", f"{key}p{post}r{again}")
            rows["details"].append({**detail, "seen_at": detail["seen_at"] + later})
        for text, post in each.texts:
            where = f"{key}p{post}r{again}"
            number = hash_of(text, mark)
            rows["signatures"].append({"post_key": where, "account_key": key, "text_hash": number,
                                       "tokens": 30, "minhash": [number] * 32})  # fmt: skip
            rows["posts"].append(
                {"post_key": where, "account_key": key, "platform": "telegram",
                 "group_key": f"telegram:group:{mark}0", "text": f"text {number}",
                 "posted_at": at(1) + later}
            )  # fmt: skip
    rows["posts"] = [*{row["post_key"]: row for row in rows["posts"]}.values()]
    return rows


def hash_of(text: int, mark: str) -> int:
    """A number for a text."""
    return 1 + text + 10 * len(mark)


def world(people: list[Drawn], who: str = "", mark: str = "", times: int = 1) -> Tables:
    """The tables of some accounts."""
    parts = [part for nth, each in enumerate(people)
             for part in (made(**support(who, nth, each, mark)),
                          made(**said(who, nth, each, mark, times)))]  # fmt: skip
    return joined(made(), *parts)


def same(one: Tables, other: Tables) -> None:
    """Both give the same ties."""
    left, right = tied(one).ties, tied(other).ties
    assert left.select("account_a", "account_b").equals(right.select("account_a", "account_b"))
    assert left["score"].to_list() == pytest.approx(right["score"].to_list())


@FEW
@given(drawn(5), st.integers(0, 9))
def test_order_changes_nothing(people: list[Drawn], seed: int) -> None:
    tables = world(people)
    one, other = tied(tables), tied(shuffled(tables, seed))
    assert one.ties.equals(other.ties)
    assert one.reasons.drop("posts").equals(other.reasons.drop("posts"))


@FEW
@given(drawn(5))
def test_posting_all_ten_times_adds_nothing(people: list[Drawn]) -> None:
    same(world(people), world(people, times=10))


@FEW
@given(drawn(4), drawn(4))
def test_strangers_change_no_tie(people: list[Drawn], strangers: list[Drawn]) -> None:
    tables = world(people)
    alone = tied(tables).ties
    among = tied(joined(tables, world(strangers, who="9", mark=OTHERS))).ties
    is_stranger = pl.col("account_a", "account_b").str.starts_with("telegram:user9")
    assert among.filter(~pl.any_horizontal(is_stranger)).equals(alone)
    assert among.filter(pl.any_horizontal(is_stranger) & ~pl.all_horizontal(is_stranger)).is_empty()


@FEW
@given(drawn(6))
def test_customers_of_one_courier_are_not_tied_by_what_only_supports(people: list[Drawn]) -> None:
    tables = joined(made(), *(made(**support("", n, each)) for n, each in enumerate(people)))
    users = [f"telegram:user{n}" for n in range(MANY)]
    courier = [shown(key, "email:courier@example.org", f"{key}c") for key in users]
    own = [
        shown(key, f"email:{'q' * (n + 4)}@example.org", f"{key}o") for n, key in enumerate(users)
    ]
    found = tied(joined(tables, made(details=[*courier, *own])))
    assert found.hubs.row(0, named=True)["probability"] > 0.99
    assert found.ties.is_empty()


pieces = st.tuples(st.sampled_from(SUPPORTING), st.floats(0, 1e6))


@FEW
@given(st.lists(pieces, max_size=40))
def test_support_alone_never_ties_however_strong(weights: list[tuple[str, float]]) -> None:
    rows: list[dict[str, Any]] = [
        {"account_a": "x:a", "account_b": "x:b", "value": f"v{n}", "layer": family,
         "family": family, "bits": bits, "further_bits": bits}
        for n, (family, bits) in enumerate(weights)
    ]  # fmt: skip
    evidence = pl.DataFrame(
        [{name: row.get(name) for name in EVIDENCE} for row in rows], schema=EVIDENCE
    )
    numbers = calibration()
    counted = count_once(evidence, publish(SHOWINGS.to_frame(), 200), numbers)
    against = pl.DataFrame(
        schema={"account_a": pl.String, "account_b": pl.String, "layer": pl.String,
                "bits": pl.Float64}
    )  # fmt: skip
    scored = score(counted, against, numbers)
    assert (scored["score"] < numbers.threshold_bits).all()


@pytest.mark.parametrize("family", SUPPORTING)
def test_a_calibration_by_which_support_ties_is_refused(family: str) -> None:
    numbers = calibration().model_dump()
    numbers["caps_bits"][family] = 15.0
    with pytest.raises(ValidationError, match="without other evidence"):
        Calibration.model_validate(numbers)


def test_supporting_families_are_those_of_the_layers_that_only_support() -> None:
    one = Drawn([(0, 0)], [], [(0, 1, 0), (1, 0, 0)], [0], 0, 0, [0, 1, 2])
    crowd = [replace(one, mails=[], hours=list(range(n, n + 3))) for n in range(3, 12)]
    tables = world([one, one])
    others = world(crowd, who="8")
    layers = {"co_membership", "administered_group", "forward", "name"}
    families = dict(tied(joined(tables, others)).reasons.select("layer", "family").iter_rows())
    assert layers <= set(families)
    assert {families[layer] for layer in layers} <= set(SUPPORTING)
