"""Text families: near-identical texts together, others apart, every candidate verified."""

from __future__ import annotations

import random

import polars as pl

from graph.ties.layers.text_family import find_text_families
from ingest.extract.signatures import text_signatures

NO_CUTS = pl.DataFrame(schema={"key": pl.String, "start": pl.Int64, "end": pl.Int64})
WORDS = [f"word{n}" for n in range(800)]


def families(texts: list[str]) -> list[str]:
    """The family of each text, in order."""
    keys = [f"p{n:05d}" for n in range(len(texts))]
    posts = pl.DataFrame(
        {
            "post_key": keys,
            "account_key": [f"a{n}" for n in range(len(texts))],
            "text": texts,
            "platform": ["facebook"] * len(texts),
            "locator": [f"row {n}" for n in range(len(texts))],
        },
        schema=dict.fromkeys(["post_key", "account_key", "text", "platform", "locator"], pl.String),
    )
    found = find_text_families(text_signatures(posts, NO_CUTS), 0.45)
    order = pl.DataFrame({"post_key": keys}, schema={"post_key": pl.String})
    return order.join(found, on="post_key", how="left")["value"].to_list()


def text(draw: random.Random, length: int = 30) -> list[str]:
    return draw.choices(WORDS, k=length)


def test_a_text_with_a_few_words_changed_stays_in_its_family() -> None:
    draw = random.Random(1)
    together = 0
    for _ in range(40):
        one = text(draw)
        other = list(one)
        other[draw.randrange(30)] = "changed"
        other[draw.randrange(30)] = "altered"
        first, second = families([" ".join(one), " ".join(other)])
        together += first == second
    assert together >= 36


def test_different_texts_have_families_of_their_own() -> None:
    draw = random.Random(2)
    found = families([" ".join(text(draw)) for _ in range(500)])
    assert len(set(found)) == 500


def test_a_chain_of_slightly_shared_texts_is_not_one_family() -> None:
    draw = random.Random(3)
    parts = [text(draw, 15) for _ in range(60)]
    chain = [" ".join(parts[n] + parts[n + 1]) for n in range(59)]
    assert len(set(families(chain))) > 50


def test_families_do_not_depend_on_order_or_on_other_texts() -> None:
    draw = random.Random(4)
    base = [" ".join(text(draw)) for _ in range(40)] * 2
    found = families(base)
    again = families(base[::-1])[::-1]
    assert found == again
    assert families(base[:1]) == found[:1]


def test_no_texts_no_families() -> None:
    assert families([]) == []


def test_a_popular_text_in_hundreds_of_variants_stays_one_family() -> None:
    draw = random.Random(5)
    base = text(draw, 40)
    variants = []
    for _ in range(300):
        variant = list(base)
        variant[draw.randrange(40)] = f"own{draw.randrange(10_000)}"
        variants.append(" ".join(variant))
    assert len(set(families(variants))) == 1
