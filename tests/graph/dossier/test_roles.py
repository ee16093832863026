"""Roles come from interaction only, with intervals, and none where too little is known."""

from __future__ import annotations

import polars as pl
import pytest

from graph.dossier.roles import ASKED, find_roles, name_roles
from graph.interactions import find_interactions
from graph.tables import Tables
from tests.graph.tables_made import account, made, on, post, reply, shown

MEMBERS = [f"facebook:{letter}" for letter in "abcdef"]
OUTSIDERS = [f"facebook:buyer{n}" for n in range(8)]
PEOPLE = [account(key) for key in [*MEMBERS, *OUTSIDERS]]
HERE = pl.DataFrame(
    {"cluster_id": ["C1"] * 6, "account_key": MEMBERS, "role": ["member"] * 6}
)  # fmt: skip
NO_HUBS = pl.DataFrame(schema={"detail_key": pl.String})


def roles(tables: Tables, hubs: pl.DataFrame = NO_HUBS, seed: int = 1) -> pl.DataFrame:
    return find_roles(HERE, tables, find_interactions(tables), hubs, seed=seed)


def shown_roles(tables: Tables, hubs: pl.DataFrame = NO_HUBS) -> dict[str, str]:
    found = roles(tables, hubs)
    return dict(found.select("account_key", "role").iter_rows())


def payment(number: int, start: str, end: str) -> dict[str, object]:
    return {"link_key": f"l{number}", "from_key": start, "to_key": end, "kind": "transfer",
            "occurred_at": on(number)}  # fmt: skip


def paid(payers: int, to: str = MEMBERS[0]) -> Tables:
    return made(PEOPLE, links=[payment(n, OUTSIDERS[n], to) for n in range(payers)])


def test_who_is_paid_by_several_may_be_a_receiver_and_the_rank_has_an_interval() -> None:
    (role,) = roles(paid(6)).to_dicts()
    assert (role["account_key"], role["role"]) == (MEMBERS[0], "payment receiver")
    assert (role["partners"], role["inside"], role["rank"], role["of"]) == (6, 0, 1, 6)
    assert 1 <= role["rank_low"] <= role["rank"] <= role["rank_high"] <= 2
    assert role["question"].endswith("?")
    assert "90% of the resamples" in role["sentence"]


@pytest.mark.parametrize("payers", [0, 1, 2])
def test_too_little_interaction_shows_no_role(payers: int) -> None:
    assert roles(paid(payers)).is_empty()


def test_one_who_pays_often_is_one() -> None:
    often = [payment(n, OUTSIDERS[n % 2], MEMBERS[0]) for n in range(30)]
    assert roles(made(PEOPLE, links=often)).is_empty()


def test_where_all_are_paid_alike_nobody_stands_out() -> None:
    links = [
        payment(10 * place + n, OUTSIDERS[n], member)
        for place, member in enumerate(MEMBERS)
        for n in range(4)
    ]
    assert roles(made(PEOPLE, links=links)).is_empty()


def test_vouches_answers_and_forwards_show_roles_of_their_own() -> None:
    posts = [post("s", MEMBERS[1], "for sale"), post("t", MEMBERS[0], "for sale")]
    replies = []
    for n in range(6):
        posts.append(post(f"v{n}", OUTSIDERS[n], "legit, item received"))
        replies.append(reply(f"v{n}", OUTSIDERS[n], "t", MEMBERS[0]))
        posts += [post(f"q{n}", OUTSIDERS[n], "how much"), post(f"r{n}", MEMBERS[2], "inbox me")]
        replies += [reply(f"q{n}", OUTSIDERS[n], "s", MEMBERS[1]),
                    reply(f"r{n}", MEMBERS[2], f"q{n}", OUTSIDERS[n])]  # fmt: skip
    forwards = [
        {"account_key": by, "post_key": f"f{by}", "origin": MEMBERS[3], "seen_at": on(1)}
        for by in [*OUTSIDERS[:5], MEMBERS[4]]
    ]
    tables = made(PEOPLE, posts, replies=replies, forwards=forwards)
    assert shown_roles(tables) == {
        MEMBERS[0]: "vouched for",
        MEMBERS[2]: "answers for others",
        MEMBERS[3]: "supplier or contact point",
    }
    cited = roles(tables).filter(pl.col("role") == "answers for others")["posts"].item().to_list()
    assert cited == ["r0", "r1", "r2"]


def test_a_broker_is_the_account_behind_a_hub_and_not_who_names_it() -> None:
    hub = "handle:facebook:rekber"
    people = [account(MEMBERS[0], handle="rekber"), *PEOPLE[1:]]
    shows = [shown(f"p{n}", by, hub) for n, by in enumerate([*OUTSIDERS, *MEMBERS[1:]])]
    tables = made(people, details=shows)
    assert shown_roles(tables, pl.DataFrame({"detail_key": [hub]})) == {MEMBERS[0]: "broker"}
    assert shown_roles(tables) == {}


def test_the_same_rows_in_another_order_and_the_same_seed_give_the_same_intervals() -> None:
    links = [payment(n, OUTSIDERS[n], MEMBERS[n % 2]) for n in range(8)]
    forth, back = made(PEOPLE, links=links), made(PEOPLE[::-1], links=links[::-1])
    assert roles(forth).equals(roles(back))


def test_members_without_a_role_stay_members() -> None:
    named = name_roles(HERE, roles(paid(6)))
    assert named["role"].to_list() == ["payment receiver", *["member"] * 5]
    assert named["account_key"].to_list() == MEMBERS


def test_no_role_is_named_after_a_structural_measure_or_a_crime() -> None:
    said = " ".join([*ASKED, *(part for parts in ASKED.values() for part in parts)]).lower()
    for word in ("central", "leader", "boss", "kingpin", "criminal", "suspect", "traffick"):
        assert word not in said
