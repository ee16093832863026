"""Directed interaction: who turns to whom, resolved to accounts or left out, and never a tie."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from graph.detect import run
from graph.interactions.directed import find_interactions
from graph.settings import DetectionSettings
from graph.tables import Tables
from graph.word_lists import read_word_lists
from tests.graph.tables_made import account, made, on, post, reply, shown
from tests.worlds import calibration, known, own_text, phone
from tests.worlds import post as row

A, B, C = "facebook:a", "facebook:b", "facebook:c"
EVERYBODY = [account(A, "Aviary One"), account(B, "Bird House", "bird_house"), account(C, "Cage")]
SELLS = post("p1", B, "A shama for sale")


def found(tables: Tables) -> set[tuple[str, str, str, int]]:
    rows = find_interactions(tables).select("from_key", "to_key", "kind", "times")
    return set(rows.iter_rows())


def answers(text: str, **more: object) -> Tables:
    """An account answers the post of another one."""
    return made(EVERYBODY, [SELLS, post("p2", A, text, **more)],
                replies=[reply("p2", A, "p1", B)])  # fmt: skip


def test_answers_are_counted_dated_and_cited_at_most_three_times() -> None:
    posts = [post(f"q{n}", A, "how much", day=n) for n in range(5)]
    tables = made(EVERYBODY, [SELLS, *posts],
                  replies=[reply(f"q{n}", A, "p1", B, day=n) for n in range(5)])  # fmt: skip
    (only,) = find_interactions(tables).to_dicts()
    assert (only["from_key"], only["to_key"], only["times"]) == (A, B, 5)
    assert (only["first_seen"], only["last_seen"]) == (on(0), on(4))
    assert only["posts"] == ["q0", "q1", "q2"]
    assert only["sentence"] == (
        "Answers the other account in 5 posts, from 2026-03-01 to 2026-03-05."
    )


@pytest.mark.parametrize(
    "text",
    ["Legit, item received", "TRUSTED seller!", "seller amanah, barang sudah sampai", "+rep",
     "shop uy tín nhé", "ร้านนี้เชื่อถือได้", "这个卖家靠谱"],
)  # fmt: skip
def test_an_answer_that_vouches_is_a_vouch_and_no_second_reply(text: str) -> None:
    assert found(answers(text)) == {(A, B, "vouch", 1)}


@pytest.mark.parametrize(
    "text",
    ["not legit", "is he legit?", "legit ga?", "Trusted? penipu!", "hati-hati, ngaku trusted",
     "bukan seller amanah", "这个卖家不靠谱", "illegitimate", "fake testi"],
)  # fmt: skip
def test_denied_asked_or_warned_of_is_no_vouch(text: str) -> None:
    assert found(answers(text)) == {(A, B, "reply", 1)}


def test_an_offer_that_calls_itself_trusted_vouches_for_nobody() -> None:
    assert found(answers("Trusted seller, ready stock", price="500000")) == {(A, B, "reply", 1)}


def test_a_vouch_by_contact_detail_needs_one_other_account_behind_it() -> None:
    vouch = post("p2", A, "Legit: 0811")
    posts = [SELLS, vouch]
    shows = [shown("p1", B, "phone:+62811"), shown("p2", A, "phone:+62811")]
    assert found(made(EVERYBODY, posts, details=shows)) == {(A, B, "vouch", 1)}
    third = [*shows, shown("p3", C, "phone:+62811")]
    assert found(made(EVERYBODY, posts, details=third)) == set()
    handle = [shown("p2", A, "handle:facebook:bird_house"),
              shown("p9", C, "handle:facebook:bird_house")]  # fmt: skip
    assert found(made(EVERYBODY, posts, details=handle)) == {(A, B, "vouch", 1)}
    assert found(made(EVERYBODY, [SELLS, post("p2", A, "call 0811")], details=shows)) == set()


@pytest.mark.parametrize(
    ("origin", "expected"),
    [(B, B), ("@Bird_House", B), ("Bird  House", B), ("BIRD HOUSE", B), ("nobody", None),
     ("Market", None), ("Twin", None), ("Deleted Account", None), ("Aviary One", None)],
)  # fmt: skip
def test_the_origin_of_passed_on_words_is_one_account_or_nobody(
    origin: str, expected: str | None
) -> None:
    people = [*EVERYBODY, account("facebook:d", "Twin"), account("facebook:e", "Twin"),
              account("facebook:f", "Market"), account("facebook:g", "Deleted Account"),
              account("telegram:user1", "nobody")]  # fmt: skip
    tables = made(
        people, [post("p2", A, "passed on")],
        forwards=[{"account_key": A, "post_key": "p2", "origin": origin, "seen_at": on(1)}],
        groups=[{"group_key": "facebook:group:1", "platform": "facebook", "name": "Market"}],
    )  # fmt: skip
    assert found(tables) == ({(A, expected, "forward", 1)} if expected else set())
    by_name = find_interactions(tables)["sentence"].str.contains("by its name only").to_list()
    assert by_name == ([] if expected is None else [origin.lower().startswith("bird ")])


def link(key: str, kind: str, start: str, end: str, amount: str | None = None) -> dict[str, object]:
    return {"link_key": key, "kind": kind, "from_key": start, "to_key": end, "amount": amount,
            "currency": "IDR" if amount else None, "occurred_at": on(3),
            "origin": "Bank X"}  # fmt: skip


def test_recorded_relations_keep_the_sources_kind_and_resolve_details() -> None:
    tables = made(
        [*EVERYBODY, account("whatsapp:+62811")],
        details=[shown("p1", B, "bank:ID:BCA:1"), shown("p1", B, "phone:+62899"),
                 shown("p2", C, "phone:+62899")],
        links=[link("l1", "transfer", A, "bank:ID:BCA:1", "500000"),
               link("l2", "transfer", A, "bank:ID:BCA:1", "250000"),
               link("l3", "call", "phone:+62811", A), link("l4", "call", A, "phone:+62899"),
               link("l5", "parcel", B, C), link("l6", "call", A, A)],
    )  # fmt: skip
    assert found(tables) == {
        (A, B, "transfer", 2), ("whatsapp:+62811", A, "call", 1), (B, C, "parcel", 1),
    }  # fmt: skip
    rows = {row["kind"]: row for row in find_interactions(tables).to_dicts()}
    assert {kind: row["form"] for kind, row in rows.items()} == {
        "transfer": "payment", "call": "record", "parcel": "delivery",
    }  # fmt: skip
    assert rows["transfer"]["sentence"] == (
        "Recorded 2 times as “transfer” to the other account (500000 IDR; 250000 IDR), "
        "says Bank X, on 2026-03-04."
    )
    assert rows["transfer"]["posts"] == []


def test_the_order_of_rows_changes_nothing() -> None:
    tables = answers("legit")
    posts = [post(f"q{n}", C, "how much", day=n) for n in range(4)]
    more = made(EVERYBODY, [SELLS, *posts],
                replies=[reply(f"q{n}", C, "p1", B, day=n) for n in range(4)])  # fmt: skip
    turned = replace(
        more, replies=more.replies.reverse(), posts=more.posts.reverse(),
        accounts=more.accounts.reverse(),
    )  # fmt: skip
    assert find_interactions(turned).equals(find_interactions(more))
    assert find_interactions(tables).equals(find_interactions(tables))


def test_interaction_ties_nobody_and_moves_no_score(tmp_path: Path) -> None:
    rows = [row(x, f"{own_text(x)} {phone(1)}") for x in ("a", "b")]
    rows += [row(x, own_text(x)) for x in ("c", "d")]
    tables = known(rows, tmp_path)
    before = run(tables, DetectionSettings(), calibration())
    first = dict(tables.posts.select("account_key", "post_key").iter_rows())
    answered = [
        reply(first[f"facebook:{x}"], f"facebook:{x}", first[f"facebook:{y}"], f"facebook:{y}")
        for x, y in (("c", "d"), ("d", "c"), ("a", "b"))
    ]
    talking = replace(tables, replies=made(replies=answered).replies)
    after = run(talking, DetectionSettings(), calibration())
    assert after.ties.equals(before.ties)
    assert after.reasons.equals(before.reasons)


def test_every_word_list_names_its_language_and_source_and_none_claims_to_be_checked() -> None:
    for file_name in ("interactions/words.yaml", "dossier/alternatives.yaml"):
        for lists in read_word_lists(file_name).values():
            assert all(each.source and not each.checked for each in lists)
