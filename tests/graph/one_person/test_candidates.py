"""One person behind two accounts: planted cases, and what must raise no question."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import polars as pl
import pytest

from graph.judged import JUDGED, Judged
from graph.one_person.candidates import Candidates, find_candidates
from graph.one_person.numbers import shipped_numbers
from graph.tables import NAMES, SHOWN, Tables
from tests.graph.tables_made import account, made, on, post, shown, table

HUBS = pl.Schema({"detail_key": pl.String(), "probability": pl.Float64()})
TEXTS = pl.Schema({"text_key": pl.String(), "account_key": pl.String()})
PHONE = "phone:+12025550101"
BIO = (
    "Breeder of songbirds since my grandfather's time, hand fed and calm, ask me about the mornings"
)


def detail(by: str, key: str) -> dict[str, Any]:
    """A contact detail in a post."""
    return {**shown(f"post of {by} with {key}", by, key), "confidence": 1.0}


def with_names(tables: Tables, *rows: dict[str, Any]) -> Tables:
    """The same with further descriptions of accounts."""
    return replace(tables, names=pl.concat([tables.names, table(NAMES, rows)]))


def described(key: str, *, day: float = 0, **said: str) -> dict[str, Any]:
    """One description of an account."""
    return {"account_key": key, "platform": key.partition(":")[0], "first_seen": on(day - 1),
            "last_seen": on(day), **said}  # fmt: skip


def found(
    tables: Tables,
    *,
    hubs: dict[str, float] | None = None,
    texts: dict[str, list[str]] | None = None,
    judged: Judged | None = None,
) -> Candidates:
    """Candidates among accounts, with hubs and re-used texts as a detection gave them."""
    rows = [(text, by) for text, users in (texts or {}).items() for by in users]
    return find_candidates(
        tables,
        pl.DataFrame(list((hubs or {}).items()), schema=HUBS, orient="row"),
        pl.DataFrame(rows, schema=TEXTS, orient="row"),
        judged or Judged(),
    )


def pairs(candidates: Candidates) -> list[tuple[str, str]]:
    """The accounts of the candidates, in their order."""
    return list(candidates.likely.select("account_a", "account_b").iter_rows())


def layers(candidates: Candidates, *, speaking_for: bool = True) -> set[str]:
    """Which comparisons speak for the candidates."""
    return set(candidates.reasons.filter((pl.col("bits") > 0) == speaking_for)["layer"])


def test_the_same_rare_handle_on_two_platforms_is_a_question() -> None:
    among = made([account("telegram:user1", handle="Sayap_Senja77"),
                  account("instagram:9", handle="@sayap_senja77"),
                  account("tiktok:4", handle="ekor_merah")])  # fmt: skip
    candidates = found(among)
    assert pairs(candidates) == [("instagram:9", "telegram:user1")]
    assert layers(candidates) == {"handle"}
    (said,) = candidates.reasons["sentence"]
    assert "same handle" in said and "Sayap_Senja77" in said


def test_bits_and_prior_add_up_to_the_score() -> None:
    among = made(
        [
            account("telegram:user1", "Rara Wilis", "sayapsenja_7"),
            account("instagram:9", "Wilis Rara", "sayapsenja_7"),
        ],
        details=[detail(by, PHONE) for by in ("telegram:user1", "instagram:9")],
    )
    candidates = found(among)
    (score,) = candidates.likely["score"]
    prior = shipped_numbers().prior_bits
    assert score == pytest.approx(prior + candidates.reasons["bits"].sum(), abs=1e-5)
    assert candidates.reasons["bits"].to_list() == sorted(candidates.reasons["bits"], reverse=True)


@pytest.mark.parametrize("other", ["sayap.senja.shop", "official_sayapsenja", "SayapSenja_1990"])
def test_a_handle_varied_by_digits_signs_and_shop_words_is_a_question(other: str) -> None:
    among = made([account("telegram:user1", handle="sayap_senja88"),
                  account("facebook:2", handle=other)])  # fmt: skip
    assert pairs(found(among)) == [("facebook:2", "telegram:user1")]


def test_near_handles_raise_a_question_only_with_something_else() -> None:
    near = [account("telegram:user1", "Rara Wilis", handle="sayapsenja"),
            account("facebook:2", "Dewi Rengganis", handle="sayapsenjaa")]  # fmt: skip
    assert pairs(found(made(near))) == []
    assert found(made(near)).pairs.height == 1
    same_name = [{**each, "name": "Rara Wilis"} for each in near]
    assert pairs(found(made(same_name))) == [("facebook:2", "telegram:user1")]


def test_a_common_name_raises_no_question() -> None:
    two = made([account("facebook:1", "Budi Santoso"), account("telegram:user2", "budi SANTOSO")])
    assert pairs(found(two)) == []
    as_handle = made([account("facebook:1", "Budi Santoso", "budi.santoso"),
                      account("telegram:user2", "Budi Santoso", "budisantoso")])  # fmt: skip
    assert pairs(found(as_handle)) == []


@pytest.mark.parametrize("handle", ["official_store", "online.shop", "birdshop", "admin"])
def test_shop_words_are_nobodys_name(handle: str) -> None:
    among = made([account("facebook:1", "Official Store", handle),
                  account("telegram:user2", "official store", handle)])  # fmt: skip
    assert found(among).pairs.is_empty()


def test_a_word_that_many_bear_makes_no_handle_rare() -> None:
    several = [account(f"telegram:user{n}", handle=f"lovebirdklaten{n}") for n in range(9)]
    among = made([*several, account("instagram:5", handle="lovebirdklaten")])
    assert pairs(found(among)) == []


def test_one_handle_on_four_platforms_stays_rare() -> None:
    platforms = ["telegram", "instagram", "tiktok", "facebook"]
    among = made([account(f"{each}:1", handle="sayapsenja77") for each in platforms])
    assert len(pairs(found(among))) == 6


def test_the_same_long_description_is_a_question() -> None:
    among = with_names(made(), described("facebook:1", bio=f"{BIO} +1 202 555 0101"),
                       described("telegram:user2", bio=f"{BIO.upper()}!"))  # fmt: skip
    candidates = found(among)
    assert pairs(candidates) == [("facebook:1", "telegram:user2")]
    assert layers(candidates) == {"bio"}
    copied = with_names(made(), *(described(f"facebook:{n}", bio=BIO) for n in range(6)))
    assert pairs(found(copied)) == []


def test_a_number_raises_a_question_with_a_name_and_a_hubs_none() -> None:
    two = made([account("facebook:1", "Budi Santoso"), account("telegram:user2", "Santoso Budi")],
               details=[detail("facebook:1", PHONE), detail("telegram:user2", PHONE)])  # fmt: skip
    assert pairs(found(two)) == [("facebook:1", "telegram:user2")]
    assert layers(found(two)) == {"details", "name"}
    assert any(PHONE in said for said in found(two).reasons["sentence"])
    alone = replace(
        two,
        accounts=two.accounts.with_columns(name=pl.lit(None, pl.String)),
        names=two.names.clear(),
    )
    assert pairs(found(alone)) == []
    assert pairs(found(two, hubs={PHONE: 0.9})) == []
    assert found(two, hubs={PHONE: 0.9}).left_out["hub"] == 1
    confirmed = Judged(table(JUDGED, [{"kind": "hub", "first": PHONE, "verdict": "confirm"}]))
    assert pairs(found(two, judged=confirmed)) == []
    rejected = Judged(table(JUDGED, [{"kind": "hub", "first": PHONE, "verdict": "reject"}]))
    assert pairs(found(two, hubs={PHONE: 0.9}, judged=rejected)) == pairs(found(two))


def test_a_couriers_number_joins_nobody_even_before_it_is_known_as_one() -> None:
    served = [f"facebook:{n}" for n in range(30)]
    among = made([account(each) for each in served], details=[detail(e, PHONE) for e in served])
    candidates = found(among)
    assert candidates.pairs.is_empty()
    assert candidates.left_out["detail"] == 1
    few = made(
        [account(each) for each in served[:4]], details=[detail(e, PHONE) for e in served[:4]]
    )
    assert pairs(found(few)) == []


def test_a_list_of_other_peoples_numbers_is_quoted() -> None:
    numbers = [f"phone:+1202555{n:04d}" for n in range(100, 120)]
    warned = [detail(f"facebook:{n}", number) for n, number in enumerate(numbers)]
    among = made(details=[*warned, *(detail("facebook:list", number) for number in numbers)],
                 accounts=[account(each["account_key"]) for each in warned])  # fmt: skip
    candidates = found(among)
    assert pairs(candidates) == []
    assert candidates.left_out["quoting account"] == 1


def test_who_gives_a_handle_to_be_reached_at_points_to_its_account() -> None:
    among = made([account("telegram:user1", handle="Ekor_Merah"), account("facebook:2")],
                 details=[detail("facebook:2", "handle:telegram:ekor_merah")])  # fmt: skip
    assert pairs(found(among)) == [("facebook:2", "telegram:user1")]
    number = made([account("whatsapp:+12025550101"), account("facebook:2")],
                  details=[detail("facebook:2", PHONE)])  # fmt: skip
    assert pairs(found(number)) == [("facebook:2", "whatsapp:+12025550101")]


def test_copied_pictures_and_a_copied_text_raise_no_question_alone() -> None:
    both = ["facebook:1", "telegram:user2"]
    pictures = [{"account_key": by, "post_key": f"{by}{n}", "image_key": f"image:{n}",
                 "family_key": f"image:{n}", "seen_at": on(0)}
                for by in both for n in range(12)]  # fmt: skip
    among = replace(made([account(each) for each in both]), images=table(SHOWN, pictures))
    assert pairs(found(among)) == []
    assert found(among).pairs.height == 1
    assert pairs(found(among, texts={"text:1": both})) == []
    only_theirs = {f"text:{n}": both for n in range(6)}
    assert pairs(found(among, texts=only_theirs)) == []


def test_a_renamed_account_is_met_under_its_former_handle() -> None:
    among = with_names(
        made([account("telegram:user1", handle="ekor_merah"),
              account("telegram:user2", handle="sayapsenja77")]),
        described("telegram:user1", day=-30, handle="sayapsenja77"),
    )  # fmt: skip
    candidates = found(among)
    assert pairs(candidates) == [("telegram:user1", "telegram:user2")]
    assert "formerly, until 2026-01-30" in candidates.reasons["sentence"][0]


def test_different_details_speak_against() -> None:
    same = [
        account("telegram:user1", handle="sayapsenja77"),
        account("facebook:2", handle="sayapsenja77"),
    ]
    other = "phone:+12025550102"
    apart = found(
        made(same, details=[detail("telegram:user1", PHONE), detail("facebook:2", other)])
    )
    (alone,) = found(made(same)).pairs["score"]
    assert apart.pairs["score"].to_list() == pytest.approx([alone - 1])
    assert layers(apart, speaking_for=False) == {"details"}
    no_phone = made(
        same, details=[detail("telegram:user1", PHONE), detail("facebook:2", "email:a@b.example")]
    )
    assert found(no_phone).pairs["score"].to_list() == [alone]


def test_the_order_of_rows_and_strangers_change_nothing() -> None:
    accounts = [account(f"telegram:user{n}", f"Sayap Senja {n % 3}", f"sayapsenja{n % 4}_{n}")
                for n in range(12)] + [account(f"instagram:{n}", None, f"sayapsenja{n % 4}_{n}")
                                       for n in range(12)]  # fmt: skip
    details = [detail(f"telegram:user{n}", f"phone:+1202555010{n % 5}") for n in range(12)]
    first = found(made(accounts, details=details))
    assert first.pairs.height > 10
    turned = found(made(accounts[::-1], details=details[::-1]))
    assert turned.pairs.equals(first.pairs)
    assert turned.reasons.equals(first.reasons)
    strangers = [account(f"facebook:{n}", f"Qwx{n} Zvk{n}", f"zvkqwx{n}bn") for n in range(5)]
    joined = found(made([*accounts, *strangers], details=details)).pairs
    assert joined.filter(~pl.col("account_a").str.starts_with("facebook")).equals(first.pairs)


def test_names_made_to_confuse() -> None:
    long = "sayap" * 40 + "77"
    among = made([
        account("telegram:user1", "O'Brien \"x\"; drop table accounts; --", "ekor\u202emerah_7788"),
        account("instagram:2", "O’Brien", "ekor\u200bmerah_7788"),
        account("tiktok:3", "\u202e", long), account("facebook:4", "'", long),
        account("tiktok:5", "", ""), account("facebook:6", None, "_._"),
    ])  # fmt: skip
    candidates = found(among)
    assert set(pairs(candidates)) == {("instagram:2", "telegram:user1"), ("facebook:4", "tiktok:3")}


def test_nothing_to_compare_gives_nothing() -> None:
    for among in (made(), made([account("telegram:user1", "Rara"), account("x:2")])):
        candidates = found(among)
        assert candidates.pairs.is_empty() and candidates.reasons.is_empty()


def test_phrases_that_only_two_use_rank_them_and_never_make_a_candidate() -> None:
    words = [f"w{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(600)]
    said = {"facebook:1": " ".join(words), "telegram:user2": " ".join(["today", *words])}
    others = {
        f"facebook:{n}": f"nothing of it {n} is said by anybody else in here" for n in (3, 4, 5)
    }
    posts = [post(f"p{by}", by, text) for by, text in (said | others).items()]
    among = made([account(by) for by in said | others], posts)
    candidates = found(among)
    assert list(candidates.pairs.select("account_a", "account_b").iter_rows()) == [tuple(said)]
    assert pairs(candidates) == []
    alone = candidates.pairs["score"][0]
    copied = found(among, texts={"text:1": list(said)}).pairs["score"][0]
    assert alone < copied < alone + 3
    named = [account(by, "Budi Santoso") for by in said]
    assert layers(found(made(named, posts[:2]))) == {"name", "phrases"}


def test_what_one_operation_shares_is_no_person() -> None:
    both = ["facebook:1", "telegram:user2"]
    among = made([account(by) for by in both], details=[detail(by, PHONE) for by in both])
    shown_alike = found(among, texts={f"text:{n}": both for n in range(2)})
    assert pairs(shown_alike) == []
    assert shown_alike.pairs.height == 1
