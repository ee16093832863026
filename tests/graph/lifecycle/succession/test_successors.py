"""Successors: who may carry on from whom, who may not, and what is said of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import Any

import polars as pl
import pytest

from graph.judged import JUDGED, Judged
from graph.lifecycle.presence import presence_of
from graph.lifecycle.succession.numbers import shipped_numbers
from graph.lifecycle.succession.successors import SUCCESSORS, find_successors
from graph.tables import Tables
from tests.graph.lifecycle.succession.bans import DAYS, bans, seen
from tests.graph.tables_made import account, made, on, post, shown

HUBS = pl.Schema({"detail_key": pl.String(), "probability": pl.Float64()})
TEXTS = pl.Schema({"text_key": pl.String(), "account_key": pl.String(), "post_key": pl.String()})
OLD, NEW, OTHER, ALIVE = (f"telegram:user{number}" for number in (1, 2, 3, 4))
PHONE, RING_PHONE = "phone:+12025550101", "phone:+12025550102"
GROUP, ELSEWHERE = "telegram:group:1", "telegram:group:2"
END = 70

Row = dict[str, Any]


def days(key: str, start: float, end: float, group: str = GROUP, every: float = 1) -> list[Row]:
    """Posts of an account, one every so many days."""
    many = int((end - start) / every) + 1
    return [post(f"{key} {nth}", key, f"{key} says {nth}", day=start + nth * every, group_key=group)
            for nth in range(many)]  # fmt: skip


def world(
    posts: list[Row], details: dict[str, list[str]], names: dict[str, str] | None = None
) -> Tables:
    """Tables of accounts that show their details in their first post, and somebody who is there."""
    called = names or {}
    everybody = [*posts, *days("telegram:user99", 0, END - 1), *days(
        "telegram:user98", 0, END - 1, ELSEWHERE)]  # fmt: skip
    first: dict[str, Row] = {}
    for row in everybody:
        first.setdefault(row["account_key"], row)
    rows = [
        {**shown(first[key]["post_key"], key, each), "seen_at": first[key]["posted_at"],
         "confidence": 1.0}
        for key, kept in details.items() for each in kept
    ]  # fmt: skip
    accounts = [account(key, handle=called.get(key)) for key in first]
    tables = made(accounts, everybody, details=rows)
    return replace(tables, seen=seen(tables.posts), as_of=f"{on(END - 1):%Y-%m-%d}")


def found(
    tables: Tables,
    *,
    since: float = 0,
    hubs: dict[str, float] | None = None,
    texts: list[tuple[str, str, str]] | None = None,
    judged: Judged | None = None,
    before: pl.DataFrame | None = None,
) -> pl.DataFrame:
    """Successors among accounts."""
    return find_successors(
        tables,
        presence_of(tables),
        pl.DataFrame(list((hubs or {}).items()), schema=HUBS, orient="row"),
        pl.DataFrame(texts or [], schema=TEXTS, orient="row"),
        since=on(since + 20),
        before=before,
        judged=judged or Judged(),
    )


def pairs(successors: pl.DataFrame) -> list[tuple[str, str]]:
    """New and old accounts."""
    return list(successors.select("account_key", "of").iter_rows())


def said(verdict: str, new: str = NEW, old: str = OLD) -> Judged:
    """A judgement of a succession."""
    row: Row = {"kind": "successor", "first": new, "second": old, "verdict": verdict, "by": "A",
           "at": "2026-05-01T00:00:00+00:00", "why": None, "members": []}  # fmt: skip
    return Judged(pl.DataFrame([row], schema=JUDGED))


HANDED_OVER = [*days(OLD, 0, 30), *days(NEW, 33, END - 1)]


def test_who_shows_the_same_number_soon_after_may_be_a_successor() -> None:
    tables = world(
        HANDED_OVER, {OLD: [PHONE], NEW: [PHONE]}, {OLD: "kicau_lama", NEW: "murai_baru"}
    )
    successors = found(tables)
    assert successors.schema == SUCCESSORS
    (row,) = successors.to_dicts()
    assert (row["account_key"], row["of"], row["judged"]) == (NEW, OLD, None)
    assert row["sentence"] == (
        "@murai_baru may be the successor of @kicau_lama, not seen since 2026-03-31 (cause "
        "unknown): the same phone number, the same groups, first seen 3 days later."
    )
    assert f"Only these two show {PHONE}." in row["reasons"]
    assert row["posts"] == [f"{NEW} 0", f"{OLD} 0"]
    assert row["score"] > shipped_numbers().threshold_bits


def test_time_and_groups_alone_say_nothing() -> None:
    assert pairs(found(world(HANDED_OVER, {OLD: [PHONE], NEW: [RING_PHONE]}))) == []


def test_who_overlaps_is_no_successor() -> None:
    posts = [*days(OLD, 0, 40), *days(NEW, 33, END - 1)]
    assert pairs(found(world(posts, {OLD: [PHONE], NEW: [PHONE]}))) == []


def test_an_account_whose_place_was_not_observed_is_not_followed() -> None:
    posts = [*days(OLD, 0, 30, "telegram:group:3"), *days(NEW, 33, END - 1)]
    tables = world(posts, {OLD: [PHONE], NEW: [PHONE]})
    assert pairs(found(tables)) == []
    watched = world([*posts, *days(OTHER, 0, END - 1, "telegram:group:3")],
                    {OLD: [PHONE], NEW: [PHONE]})  # fmt: skip
    assert pairs(found(watched)) == [(NEW, OLD)]


def test_a_short_silence_of_who_seldom_posts_is_no_end() -> None:
    posts = [*days(OLD, 0, 55, every=5), *days(NEW, 58, END - 1)]
    assert pairs(found(world(posts, {OLD: [PHONE], NEW: [PHONE]}))) == []
    posts = [*days(OLD, 0, 55), *days(NEW, 58, END - 1)]
    (row,) = found(world(posts, {OLD: [PHONE], NEW: [PHONE]})).to_dicts()
    assert any("may come back" in each for each in row["reasons"])


def test_hubs_say_nothing_and_people_decide_which_they_are() -> None:
    tables = world(HANDED_OVER, {OLD: [PHONE], NEW: [PHONE]})
    assert pairs(found(tables, hubs={PHONE: 0.95})) == []
    own: Row = {"kind": "hub", "first": PHONE, "second": None, "verdict": "reject", "by": "A",
           "at": "2026-05-01T00:00:00+00:00", "why": None, "members": []}  # fmt: skip
    judged = Judged(pl.DataFrame([own], schema=JUDGED))
    assert pairs(found(tables, hubs={PHONE: 0.95}, judged=judged)) == [(NEW, OLD)]


def test_a_place_collected_late_needs_more_than_a_number() -> None:
    late = [*days(OLD, 0, 30), *days(NEW, 33, END - 1, "telegram:group:5")]
    assert pairs(found(world(late, {OLD: [PHONE], NEW: [PHONE]}))) == []
    strong = {OLD: [PHONE, "email:a@example.com"], NEW: [PHONE, "email:a@example.com"]}
    row = found(world(late, strong)).row(0, named=True)
    assert any("may be older than it seems" in each for each in row["reasons"])


def ring(*gone: str, new: tuple[Row, ...] = ()) -> list[Row]:
    """A ring of five, some of whom are not seen any more after a month."""
    members = [OLD, OTHER, ALIVE, "telegram:user5", "telegram:user6"]
    return [
        *(row for key in members for row in days(key, 0, 30 if key in gone else END - 1)),
        *new,
    ]


def test_what_a_ring_shows_does_not_say_which_member_returns() -> None:
    posts = ring(OLD, OTHER, new=tuple(days(NEW, 33, END - 1)))
    members = [OLD, OTHER, ALIVE, "telegram:user5", "telegram:user6", NEW]
    shared = {key: [RING_PHONE] for key in members}
    assert pairs(found(world(posts, shared))) == []
    own = {**shared, OTHER: [RING_PHONE, PHONE], NEW: [RING_PHONE, PHONE]}
    successors = found(world(posts, own))
    assert pairs(successors) == [(NEW, OTHER)]
    reasons = successors["reasons"].to_list()[0]
    assert any("new member beside them" in each for each in reasons)


def test_a_new_member_of_a_ring_is_no_successor() -> None:
    posts = ring(OLD, new=tuple(days(NEW, 50, END - 1)))
    members = [OLD, OTHER, ALIVE, "telegram:user5", "telegram:user6", NEW]
    assert pairs(found(world(posts, {key: [RING_PHONE] for key in members}))) == []


def test_two_old_accounts_are_both_followed_when_each_has_its_own() -> None:
    posts = [*days(OLD, 0, 30), *days(OTHER, 0, 31), *days(NEW, 33, END - 1)]
    tables = world(posts, {OLD: [PHONE], OTHER: [RING_PHONE], NEW: [PHONE, RING_PHONE]})
    assert sorted(pairs(found(tables))) == [(NEW, OLD), (NEW, OTHER)]


@pytest.mark.parametrize("handle", ["sayap.senja2", "sayapsenja_new", "Sayap_Senja.official"])
def test_a_like_handle_and_a_close_hand_over(handle: str) -> None:
    names = {OLD: "sayap_senja88", NEW: handle}
    assert pairs(found(world(HANDED_OVER, {}, names))) == [(NEW, OLD)]
    later = [*days(OLD, 0, 10), *days(NEW, 68, END - 1)]
    assert found(world(later, {}, names))["score"].to_list() < [
        found(world(HANDED_OVER, {}, names))["score"][0]
    ]


def test_a_reposted_catalogue() -> None:
    tables = world(HANDED_OVER, {})
    texts = [(f"text:{nth}", key, f"{key} {nth}") for nth in range(4) for key in (OLD, NEW)]
    (row,) = found(tables, texts=texts).to_dicts()
    assert (row["account_key"], row["of"]) == (NEW, OLD)
    assert "4 reposted texts" in row["sentence"]
    assert len(row["posts"]) == 6
    elsewhere = world([*days(OLD, 0, 30), *days(NEW, 33, END - 1, ELSEWHERE)], {})
    assert pairs(found(elsewhere, texts=texts)) == [(NEW, OLD)]
    assert pairs(found(elsewhere, texts=texts[:2])) == [], "one text is copied by strangers, too"


def test_people_decide() -> None:
    tables = world(HANDED_OVER, {OLD: [PHONE], NEW: [PHONE]})
    assert found(tables, judged=said("reject"))["judged"].to_list() == ["reject"]
    weak = world(HANDED_OVER, {}, {OLD: "budi santoso", NEW: "budi_santoso"})
    weak = replace(weak, accounts=weak.accounts.with_columns(name=pl.lit("Budi Santoso")))
    assert found(weak, judged=said("confirm"))["judged"].to_list() == ["confirm"]


def test_a_rejected_one_leaves_the_place_to_another() -> None:
    posts = [*days(OLD, 0, 30), *days(OTHER, 0, 31), *days(NEW, 33, END - 1)]
    tables = world(posts, {key: [PHONE] for key in (OLD, OTHER, NEW)})
    assert pairs(found(tables)) == [], "either may return"
    assert pairs(found(tables, judged=said("reject"))) == [(NEW, OTHER)]


def test_what_was_known_before_is_not_said_again() -> None:
    tables = world(HANDED_OVER, {OLD: [PHONE], NEW: [PHONE]})
    before = presence_of(tables).with_columns(pl.col("silent_days") - 7)
    assert pairs(found(tables, since=30, before=before)) == []
    early = presence_of(tables).filter(pl.col("account_key") != OLD)
    assert pairs(found(tables, since=30, before=early)) == [(NEW, OLD)]


def test_the_order_of_rows_changes_nothing() -> None:
    world_ = bans(3)
    tables = world_.tables(100)
    turned = replace(tables, **{
        name: getattr(tables, name).reverse()
        for name in ("posts", "accounts", "names", "details", "images", "seen")
    })  # fmt: skip
    one, other = (
        find_successors(each, presence_of(each).sort("account_key"), world_.hubs(),
                        world_.texts(each), since=on(60))
        for each in (tables, turned)
    )  # fmt: skip
    assert one.height > 0
    assert one.equals(other)


def reported(seed: int, every: int = 14) -> tuple[Counter[str], list[str]]:
    """Report a planted history period by period: what was found, and of what was found wrongly."""
    history = bans(seed)
    truth = {(each.new, each.old): each for each in history.successions}
    found_: set[tuple[str, str]] = set()
    last = DAYS - 1
    before = presence_of(history.tables(20))
    for day in range(20 + every, last + 1, every):
        last_day, tables = day, history.tables(day)
        presence = presence_of(tables)
        successors = find_successors(
            tables, presence, history.hubs(), history.texts(tables),
            since=on(day - every + 1).replace(hour=0), before=before,
        )  # fmt: skip
        found_ |= set(pairs(successors))
        before = presence
    met = set(presence["account_key"])
    could = {
        key for key, each in truth.items()
        if each.way != "nothing" and set(key) <= met and each.day < last_day - 12
    }  # fmt: skip
    wrong = found_ - truth.keys()
    counts = Counter(found=len(found_), right=len(found_) - len(wrong), could=len(could),
                     hit=len(could & found_))  # fmt: skip
    return counts, [history.looks_like.get(new, "stranger") for new, _ in wrong]


def test_precision_and_recall_on_planted_histories() -> None:
    total: Counter[str] = Counter()
    for seed in (101, 102, 103):
        counts, _ = reported(seed)
        total += counts
    assert total["right"] / total["found"] >= 0.9
    assert total["hit"] / total["could"] >= 0.8


def test_strangers_of_the_day_after_and_copiers_are_not_taken_for_successors() -> None:
    wrong = [each for seed in (1, 2) for each in reported(seed)[1]]
    assert not {"came the day after", "copies texts", "bought an old number"} & set(wrong)


def test_the_end_of_the_period_is_the_end_of_the_tables() -> None:
    tables = world(HANDED_OVER, {OLD: [PHONE], NEW: [PHONE]})
    assert found(tables, since=END + 60 + timedelta(days=1).days).is_empty()
