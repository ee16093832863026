"""Supporting layers: what each says of two accounts that one contact detail suggests."""

from __future__ import annotations

from datetime import timedelta

import pytest

from graph.tables import Tables
from graph.ties.tie import Ties
from tests.graph.ties.tables_of_ties import (
    Row,
    account,
    at,
    joined,
    made,
    member,
    reason,
    shown,
    tied,
)

A, B = "telegram:user1", "telegram:user2"
SHARED = made(
    details=[shown(A, "email:x@example.com", "p1"), shown(B, "email:x@example.com", "p2")]
)
NAME = ("kicauraya88", "kicau_raya", "Kicau Raya")


def found(**rows: list[Row]) -> Ties:
    """The ties of two accounts that share an e-mail address, and of what is said besides."""
    return tied(joined(SHARED, made(**rows)))


def bits(ties: Ties, layer: str) -> float:
    rows = ties.reasons.filter(layer=layer)
    return float(rows["bits"].sum())


def run_by(many: int, members: int) -> list[Row]:
    """A group with so many administrators, the two among them, and members."""
    others = [f"telegram:user{100 + n}" for n in range(members - 2)]
    roles = ["admin"] * (many - 2) + [None] * (members - many)
    rows = [
        member(key, "telegram:group:9", role=role) for key, role in zip(others, roles, strict=True)
    ]
    return [
        member(A, "telegram:group:9", role="creator"),
        member(B, "telegram:group:9", role="Admin"),
        *rows,
    ]


def test_two_who_run_a_small_group_are_tied_closer_than_volunteers_of_a_large_one() -> None:
    small, large = found(memberships=run_by(2, 6)), found(memberships=run_by(12, 900))
    assert bits(small, "administered_group") > 3 > bits(large, "administered_group") > 0
    assert reason(small, "administered_group")["sentence"] == (
        "Both administer the group telegram:group:9, which 2 known accounts do."
    )


def test_members_administer_nothing() -> None:
    rows = [
        member(A, "telegram:group:9", role="member"),
        member(B, "telegram:group:9", role="admin"),
    ]
    assert bits(found(memberships=rows), "administered_group") == 0


def forwards(key: str, *origins: str) -> list[Row]:
    return [
        {"account_key": key, "post_key": f"{key}/{n}", "origin": origin, "seen_at": at(n)}
        for n, origin in enumerate(origins)
    ]


def test_a_rarely_passed_on_origin_counts_and_a_popular_one_does_not() -> None:
    rare = [*forwards(A, "Kabar Burung"), *forwards(B, "kabar  burung")]
    others = [row for n in range(40) for row in forwards(f"telegram:user{50 + n}", "Kabar Burung")]
    ties = found(forwards=rare)
    assert 1 < bits(ties, "forward") < 3
    assert reason(ties, "forward")["sentence"] == (
        "Both pass on the words of kabar burung, as no other account does."
    )
    assert bits(found(forwards=[*rare, *others]), "forward") == 0


def test_who_passes_on_the_others_words_is_one_of_few_readers() -> None:
    ties = found(accounts=[account(B, "kicau_raya")], forwards=forwards(A, "@Kicau_Raya"))
    assert reason(ties, "forward")["sentence"] == (
        "One passes on the other's words, as no other account does."
    )


def test_words_of_nobody_named_are_passed_on_by_everybody() -> None:
    rows = [
        *forwards(A, "(deleted account)", "not named"),
        *forwards(B, "(deleted account)", "not named"),
    ]
    assert bits(found(forwards=rows), "forward") == 0


def test_a_name_of_several_accounts_is_nobody_in_particular() -> None:
    accounts = [account(B, name="Kabar"), account("telegram:user3", name="Kabar")]
    ties = found(accounts=accounts, forwards=forwards(A, "Kabar"))
    assert bits(ties, "forward") == 0


def test_naming_the_others_handle_counts_unless_it_is_shared_anyway() -> None:
    accounts = [account(B, "kicau_raya")]
    named = [shown(A, "handle:telegram:kicau_raya", "p3")]
    both = [*named, shown(B, "handle:telegram:kicau_raya", "p4")]
    ties = found(accounts=accounts, details=named)
    assert bits(ties, "mention") > 2
    assert reason(ties, "mention")["counted"]
    again = reason(found(accounts=accounts, details=both), "mention")
    assert not again["counted"]
    assert "says the same" in again["sentence"]


@pytest.mark.parametrize("kind", ["handle", "name"])
def test_names_alike_count_by_how_few_have_them(kind: str) -> None:
    def called(key: str, name: str) -> Row:
        return account(key, **{kind: name})

    two = [called(A, NAME[0]), called(B, NAME[1])]
    many = [called(f"telegram:user{n}", f"Kicau_Raya{n}") for n in range(10, 250)]
    rare, common = found(accounts=two), found(accounts=[*two, *many])
    assert bits(rare, "name") > 2
    assert bits(common, "name") == 0
    assert reason(rare, "name")["sentence"].startswith("They are called alike, kicauraya,")


def test_handles_may_differ_a_little_and_display_names_may_not() -> None:
    handles = found(accounts=[account(A, "kicauraya_official"), account(B, "kicauraya_oficial")])
    names = found(accounts=[account(A, name="Nguyen Van Anh"), account(B, name="Nguyen Van An")])
    assert bits(handles, "name") > 2
    assert bits(names, "name") == 0


def test_a_display_name_counts_less_than_a_handle() -> None:
    names = found(accounts=[account(A, name=NAME[2]), account(B, name=NAME[2])])
    handles = found(accounts=[account(A, NAME[1]), account(B, NAME[1])])
    assert 0 < bits(names, "name") < bits(handles, "name")


@pytest.mark.parametrize("name", ["Deleted Account", "User 12345", "Bob", "12345"])
def test_names_that_nobody_chose_or_too_short_say_nothing(name: str) -> None:
    assert bits(found(accounts=[account(A, name=name), account(B, name=name)]), "name") == 0


def test_a_former_name_counts() -> None:
    names = [{**account(A, NAME[1]), "first_seen": at(0), "last_seen": at(0)}]
    ties = found(accounts=[account(A, "muraibatu"), account(B, NAME[0])], names=names)
    assert bits(ties, "name") > 2


def joinings(many: int, *, spread: float) -> list[Row]:
    others = [
        member(f"telegram:user{100 + n}", "telegram:group:9", joined_at=at(3 + n * spread))
        for n in range(many)
    ]
    pair = [
        member(A, "telegram:group:9", joined_at=at(30)),
        member(B, "telegram:group:9", joined_at=at(30.1)),
    ]
    return [*pair, *others]


def test_joining_together_counts_where_others_joined_at_other_times() -> None:
    ties = found(memberships=joinings(60, spread=6))
    assert bits(ties, "move") > 1
    assert reason(ties, "move")["sentence"].startswith(
        "Both joined the group telegram:group:9 within 3 hours, as no other account did"
    )
    assert bits(ties, "move") <= 2


@pytest.mark.parametrize("memberships", [joinings(0, spread=1), joinings(60, spread=1)])
def test_a_day_on_which_everybody_joined_says_nothing(memberships: list[Row]) -> None:
    imported = [{**row, "joined_at": at(30)} for row in memberships]
    assert bits(found(memberships=imported), "move") == 0


def test_joining_weeks_apart_says_nothing() -> None:
    rows = joinings(60, spread=6)
    rows[1]["joined_at"] = at(44)
    assert bits(found(memberships=rows), "move") == 0


def test_leaving_and_renaming_together_count() -> None:
    leaving = [
        {**row, "joined_at": None, "left_at": row["joined_at"]} for row in joinings(60, spread=6)
    ]
    assert "Both left the group" in reason(found(memberships=leaving), "move")["sentence"]
    renamed = [
        {**account(key, name), "first_seen": at(day), "last_seen": at(day)}
        for key, names in ((A, ("muraibatu", "lovebird")), (B, ("cucakrowo", "parkit")))
        for day, name in enumerate(names)
    ]
    assert "Both were renamed within" in reason(found(names=renamed), "move")["sentence"]


def test_a_renaming_that_nobody_dated_says_nothing() -> None:
    renamed = [
        {**account(key, name), "first_seen": at(40 * day), "last_seen": at(40 * day)}
        for key, names in ((A, ("muraibatu", "lovebird")), (B, ("cucakrowo", "parkit")))
        for day, name in enumerate(names)
    ]
    assert bits(found(names=renamed), "move") == 0


def posts(
    key: str, hours: list[int], *, texts: str = "own", group: str | None = "telegram:group:9"
) -> list[Row]:
    """One post in each hour of the week, week after week."""
    return [
        {"post_key": f"{key}/{texts}{n}", "account_key": key, "platform": "telegram",
         "group_key": group, "text": f"{key} {texts} {n}",
         "posted_at": at(0) + timedelta(hours=hour, weeks=n % 4)}
        for n, hour in enumerate(hours)
    ]  # fmt: skip


def others_post(many: int) -> list[Row]:
    return [
        row for n in range(many) for row in posts(f"telegram:user{100 + n}", [n * 7 % 168] * 10)
    ]


NIGHTS = [15, 15, 16, 39, 40, 40, 63, 64, 87, 88] * 4


def rhythm(**rows: list[Row]) -> float:
    return bits(found(**rows), "rhythm")


def test_odd_hours_in_common_are_weak_evidence() -> None:
    pair = [*posts(A, NIGHTS), *posts(B, NIGHTS)]
    assert 0.3 < rhythm(posts=[*pair, *others_post(40)]) <= 1
    assert (
        rhythm(posts=[*posts(A, NIGHTS), *posts(B, [h + 5 for h in NIGHTS]), *others_post(40)]) == 0
    )


def test_the_hours_of_everybody_are_none() -> None:
    crowd = [row for n in range(30) for row in posts(f"telegram:user{100 + n}", NIGHTS)]
    assert rhythm(posts=[*posts(A, NIGHTS), *posts(B, NIGHTS), *crowd]) < 0.1


@pytest.mark.parametrize("pair", [
    [*posts(A, NIGHTS[:20]), *posts(B, NIGHTS)],
    [{**row, "text": "the same"} for key in (A, B) for row in posts(key, NIGHTS)],
])  # fmt: skip
def test_few_texts_show_no_rhythm(pair: list[Row]) -> None:
    assert rhythm(posts=[*pair, *others_post(40)]) == 0


def test_where_few_others_post_nothing_is_known() -> None:
    assert rhythm(posts=[*posts(A, NIGHTS), *posts(B, NIGHTS), *others_post(5)]) == 0
    alone = [*posts(A, NIGHTS, group=None), *posts(B, NIGHTS, group=None)]
    assert rhythm(posts=[*alone, *others_post(40)]) == 0


def test_nothing_stated_nothing_said() -> None:
    assert set(tied(SHARED).reasons["layer"]) == {"email"}
    assert tied(made()).ties.is_empty()
    assert isinstance(SHARED, Tables)
