"""Alternatives: what speaks for and against each innocent explanation, with posts that show it."""

from __future__ import annotations

import polars as pl
import pytest

from graph.dossier.alternatives import NAMES, consider_alternatives, list_alternatives
from graph.interactions import find_interactions
from graph.tables import Tables
from tests.graph.tables_made import account, made, post, reply, shown

A, B, C = "facebook:a", "facebook:b", "facebook:c"
HERE = pl.DataFrame({"cluster_id": ["C1"] * 3, "account_key": [A, B, C]})
PEOPLE = [account(key) for key in (A, B, C, "facebook:z")]


def reasons(*rows: tuple[str, str, str, str]) -> pl.DataFrame:
    """Counted evidence: both accounts, its family, and what is shared."""
    return pl.DataFrame(
        list(rows), schema=["account_a", "account_b", "family", "shared"], orient="row"
    ).with_columns(counted=pl.lit(value=True), bits=pl.lit(4.0))


ONE_NUMBER = reasons((A, B, "identifier", "phone:+62811"), (B, C, "identifier", "phone:+62811"))
TWO_DETAILS = reasons((A, B, "identifier", "phone:+62811"), (B, C, "identifier", "email:x"))
ONLY_TEXTS = reasons((A, B, "content", "text:1"), (B, C, "content", "text:1"))


def considered(
    tables: Tables, why: pl.DataFrame = TWO_DETAILS, here: pl.DataFrame = HERE
) -> tuple[list[str], dict[tuple[str, str], list[dict]]]:
    """The explanations in their order, and the facts of each side."""
    facts = consider_alternatives(here, tables, why, find_interactions(tables))
    (row,) = list_alternatives(here, facts).to_dicts()
    by_side: dict[tuple[str, str], list[dict]] = {}
    for fact in facts.to_dicts():
        by_side.setdefault((fact["name"], fact["side"]), []).append(fact)
    assert sorted(row["alternatives"]) == sorted(NAMES)
    return row["alternatives"], by_side


def said(*texts: str, price: str | None = None) -> Tables:
    """Each account says one of the texts in turn."""
    by = (A, B, C)
    return made(PEOPLE, [post(f"p{n}", by[n % 3], text, day=n, price=price)
                         for n, text in enumerate(texts)])  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("licensed business", "Licensed breeder, opening hours 9-17, invoice at the till"),
        ("family", "ask my wife, same number"),
        ("breeders' club", "the club meets on Sunday, closed rings for members"),
        ("rescue", "rescued owl, rehabilitation goes well"),
        ("campaign", "sign the petition, save the hornbill"),
        ("advance-fee scam", "transfer dulu separuh"),
        ("advance-fee scam", "pay by gift card"),
        ("licensed business", "มีใบอนุญาต"),
    ],
)
def test_what_the_posts_say_names_that_explanation_first(name: str, text: str) -> None:
    order, facts = considered(said(*[f"{text} {n}" for n in range(6)]))
    assert order[0] == name
    fact = facts[name, "for"][0]
    assert fact["sentence"].startswith("6 of 6 posts mention ")
    assert fact["sentence"].endswith("by 3 of 3 accounts.")
    assert fact["posts"] == ["p0", "p1", "p2"]


def test_ordinary_sales_speak_for_none_and_silence_is_said() -> None:
    order, facts = considered(said("shama for sale", "tame lovebird", price="500"))
    assert order == list(NAMES)
    assert not [key for key in facts if key[1] == "for"]
    for name in ("licensed business", "family", "breeders' club", "advance-fee scam"):
        assert any(
            "None of 2 posts mentions" in each["sentence"] for each in facts[name, "against"]
        )
    assert "2 of 2 posts offer or seek goods." in {
        each["sentence"] for each in facts["rescue", "against"]
    }


def test_an_adoption_with_a_price_is_no_rescue() -> None:
    priced, _ = considered(said(*["adoption, healthy owl"] * 3, price="900"))
    free, _ = considered(said(*["adoption, healthy owl"] * 3))
    assert (priced[0] == "rescue", free[0] == "rescue") == (False, True)


def test_goods_without_papers_speak_against_a_licence_and_not_for_it() -> None:
    _, facts = considered(said("no papers, no license needed", "tanpa surat", "cheap"))
    assert ("licensed business", "for") not in facts
    against = {each["sentence"] for each in facts["licensed business", "against"]}
    assert "2 of 3 posts offer goods without papers." in against


def test_a_few_accounts_with_one_number_and_nothing_else_may_be_a_household() -> None:
    order, _ = considered(said("hello"), ONE_NUMBER)
    assert order[0] == "family"
    assert considered(said("hello"), TWO_DETAILS)[0][0] != "family"
    many = pl.DataFrame(
        {"cluster_id": ["C1"] * 9, "account_key": [A, B, C, *(f"facebook:{n}" for n in range(6))]}
    )
    order, facts = considered(said("hello"), ONE_NUMBER, many)
    assert order[0] != "family"
    assert "9 accounts are more than most households have." in {
        each["sentence"] for each in facts["family", "against"]
    }


def test_where_no_detail_is_shared_a_market_or_language_comes_first() -> None:
    order, facts = considered(said("hello"), ONLY_TEXTS)
    assert order[0] == "same market or language"
    _, facts = considered(said("hello"), TWO_DETAILS)
    assert facts["same market or language", "against"][0]["sentence"] == (
        "The ties rest on 2 shared contact details or papers."
    )


def test_what_others_answer_speaks_for_a_scam_or_against_it() -> None:
    posts = [post("s", A, "for sale"), post("w", "facebook:z", "penipu, jangan transfer"),
             post("i", B, "scam? no")]  # fmt: skip
    warned = made(PEOPLE, posts, replies=[reply("w", "facebook:z", "s", A), reply("i", B, "s", A)])
    order, facts = considered(warned)
    assert order[0] == "advance-fee scam"
    (fact,) = facts["advance-fee scam", "for"]
    assert (fact["times"], fact["posts"]) == (1, ["w"])
    posts = [post("s", A, "for sale"), post("v", "facebook:z", "legit, item received")]
    vouched = made(PEOPLE, posts, replies=[reply("v", "facebook:z", "s", A)])
    _, facts = considered(vouched)
    against = {each["sentence"] for each in facts["advance-fee scam", "against"]}
    assert "1 accounts outside vouch for them." not in against
    assert "1 account outside vouches for them." in against


def test_own_details_speak_for_a_club_only_beside_what_the_posts_say() -> None:
    shows = [shown(f"p{n}", by, f"phone:+6281{n}") for n, by in enumerate((A, B, C))]
    silent = made(PEOPLE, [post("p0", A, "hello")], details=shows)
    assert ("breeders' club", "for") not in considered(silent)[1]
    clubs = made(PEOPLE, [post("p0", A, "our club meets")], details=shows)
    told = [each["sentence"] for each in considered(clubs)[1]["breeders' club", "for"]]
    assert "3 of 3 accounts show a contact detail that nobody else shows." in told


def test_neither_language_nor_names_nor_origin_move_anything() -> None:
    plain, _ = considered(said("abc def", "ghi"))
    people = [account(A, "Nguyễn Văn"), account(B, "محمد"), account(C, "王伟")]
    foreign = made(people, [post("p0", A, "xin chào mọi người"), post("p1", B, "مرحبا بالجميع")])
    assert considered(foreign)[0] == plain == list(NAMES)
