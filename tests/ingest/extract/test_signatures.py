"""Text signatures: what is left out, what they estimate, and that they never change."""

from __future__ import annotations

import random
from itertools import pairwise

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.derived_records import SIGNATURES
from ingest.extract import signatures as signatures_module
from ingest.extract import text_signatures
from ingest.extract.signatures import HASHES

WORDS = ["murai", "batu", "kacer", "jalak", "suren", "gacor", "siap", "lomba", "mulus", "ekor"]
NO_CUTS = pl.DataFrame(schema={"key": pl.String, "start": pl.Int64, "end": pl.Int64})


def posts(*texts: str | None) -> pl.DataFrame:
    rows = {
        "post_key": [f"post{i}" for i in range(len(texts))],
        "account_key": [f"account{i}" for i in range(len(texts))],
        "text": list(texts),
        "platform": ["telegram"] * len(texts),
        "locator": [f"row {i}" for i in range(len(texts))],
    }
    return pl.DataFrame(rows, schema=dict.fromkeys(rows, pl.String))


def hashes(*texts: str) -> np.ndarray:
    made = text_signatures(posts(*texts), NO_CUTS)
    assert len(made) == len(texts)
    return made["minhash"].to_numpy()


def likeness(one: str, other: str) -> float:
    first, second = hashes(one, other)
    return float((first == second).mean())


def jaccard(one: set, other: set) -> float:
    return len(one & other) / len(one | other)


def test_estimate_is_the_jaccard_similarity_of_word_pairs() -> None:
    draw = random.Random(7)
    vocabulary = [f"{first}{second}{n}" for first in WORDS for second in WORDS for n in range(20)]
    ones, others, true = [], [], []
    for _ in range(600):
        one = draw.choices(vocabulary, k=40)
        other = list(one)
        for _ in range(draw.randrange(25)):
            other[draw.randrange(40)] = draw.choice(vocabulary)
        ones.append(" ".join(one))
        others.append(" ".join(other))
        pairs = (set(pairwise(words)) for words in (one, other))
        true.append(jaccard(*pairs))
    made = hashes(*ones, *others)
    estimated = (made[:600] == made[600:]).mean(axis=1)
    error = estimated - np.array(true)
    assert abs(error.mean()) < 0.015
    expected = np.sqrt((np.array(true) * (1 - np.array(true)) / HASHES).mean())
    assert np.sqrt((error**2).mean()) < 1.2 * expected
    assert abs(error).max() < 6 * 0.5 / np.sqrt(HASHES)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from("鸟笼买卖活体包邮现货联系价格便宜"), min_size=20, max_size=80),
    st.integers(0, 60),
)
def test_estimate_in_a_script_without_spaces_is_of_three_characters(
    letters: list[str], cut: int
) -> None:
    one = "".join(letters)
    other = one[cut % len(one) :] + "出售猫头鹰需要的朋友请私聊我谢谢大家"
    grams = [{text[i : i + 3] for i in range(len(text) - 2)} for text in (one, other)]
    assert abs(likeness(one, other) - jaccard(*grams)) <= 6 * 0.5 / np.sqrt(HASHES)


SENTENCE = "jual murai batu medan ekor panjang siap lomba gacor mulus sehat"


@pytest.mark.parametrize(
    "other",
    [
        SENTENCE.upper(),
        SENTENCE.replace(" ", "  \n"),
        SENTENCE.replace(" ", ", "),
        "🔥" + SENTENCE.replace("medan", "𝐦𝐞𝐝𝐚𝐧") + "!!!",
        SENTENCE.replace("murai", "mu\u200brai"),
        SENTENCE.replace("sehat", "séhat"),
        SENTENCE.replace("sehat", "se\u0301hat"),
        "> harga berapa gan\n" + SENTENCE,
    ],
)
def test_way_of_writing_does_not_matter(other: str) -> None:
    assert likeness(SENTENCE, other) == 1.0
    hashed = text_signatures(posts(SENTENCE, other), NO_CUTS)["text_hash"]
    assert hashed[0] == hashed[1]


def test_order_of_words_matters() -> None:
    backwards = " ".join(reversed(SENTENCE.split()))
    assert likeness(SENTENCE, backwards) < 0.3
    hashed = text_signatures(posts(SENTENCE, backwards), NO_CUTS)["text_hash"]
    assert hashed[0] != hashed[1]


def test_details_and_prices_are_cut_out() -> None:
    one = SENTENCE + " WA 0812 0000 0034 Rp 1.500.000"
    other = "Rp 200.000 " + SENTENCE + " WA t.me/kicau_shop"
    spans = [
        (f"post{place}", text.index(part), text.index(part) + len(part))
        for place, text, parts in (
            (0, one, ("0812 0000 0034", "Rp 1.500.000")),
            (1, other, ("Rp 200.000", "t.me/kicau_shop")),
        )
        for part in parts
    ]
    cuts = pl.DataFrame(spans, schema=NO_CUTS.schema, orient="row")
    made = text_signatures(posts(one, other), cuts)
    assert made["text_hash"][0] == made["text_hash"][1]
    assert made["tokens"].to_list() == [12, 12]
    assert text_signatures(posts(one, other), NO_CUTS)["text_hash"].n_unique() == 2


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("satu dua tiga empat lima enam tujuh", None),
        ("satu dua tiga empat lima enam tujuh delapan", 8),
        ("出售猫头鹰活体包邮现货联系价格", None),
        ("出售猫头鹰活体包邮现货联系价格好", 16),
        ("ขายนกฮูกพร้อมส่งราคาถูกสนใจทักแชทได้เลย", 39),
        ("出售猫头鹰活体 siap kirim hari ini juga", 12),
        ("!!! ??? ... 🔥🔥🔥 --- +++ *** /// ((( )))", None),
        ("", None),
        (None, None),
    ],
)
def test_short_texts_have_no_signature(text: str | None, tokens: int | None) -> None:
    made = text_signatures(posts(text), NO_CUTS)
    assert made.schema == SIGNATURES
    assert made["tokens"].to_list() == ([] if tokens is None else [tokens])


def test_text_that_is_all_details_has_no_signature() -> None:
    cuts = pl.DataFrame([("post0", 0, len(SENTENCE))], schema=NO_CUTS.schema, orient="row")
    assert text_signatures(posts(SENTENCE), cuts).is_empty()


def test_signature_never_changes() -> None:
    """A change here means that stored signatures no longer compare: raise EXTRACTOR_VERSION."""
    made = text_signatures(posts(SENTENCE, "出售猫头鹰活体包邮现货联系价格好"), NO_CUTS)
    assert made["text_hash"].to_list() == [10534845591260557358, 6323048883151393377]
    assert made["minhash"].to_numpy()[:, :3].tolist() == [
        [907011576, 673890010, 1242135570],
        [106393410, 141954980, 246047038],
    ]


def test_signature_does_not_depend_on_the_other_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    draw = random.Random(3)
    many = [" ".join(draw.choices(WORDS, k=12)) for _ in range(50)] + ["鸟" * 40, SENTENCE]
    together = text_signatures(posts(*many), NO_CUTS)
    monkeypatch.setattr(signatures_module, "_CHARACTERS_AT_A_TIME", 100)
    assert text_signatures(posts(*many), NO_CUTS).equals(together)
    alone = text_signatures(posts(SENTENCE), NO_CUTS)
    assert (
        together.tail(1).select("text_hash", "minhash").equals(alone.select("text_hash", "minhash"))
    )


@settings(deadline=None)
@given(st.lists(st.text(max_size=120), max_size=6))
def test_any_text_is_taken(texts: list[str]) -> None:
    made = text_signatures(posts(*texts), NO_CUTS)
    assert made.schema == SIGNATURES
    assert made["post_key"].is_unique().all()
