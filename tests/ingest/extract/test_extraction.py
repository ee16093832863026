"""Many texts at once: spans, order, duplicates, pieces, and hostile input."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.extract import extract, extract_details
from ingest.extract.findings import MENTIONS, STATEMENTS
from ingest.extract.folding import unify

FRAGMENTS = [
    "WA 0812 0000 0034", "+6281200000034", "0️⃣8️⃣1️⃣2️⃣0️⃣0️⃣0️⃣0️⃣0️⃣0️⃣3️⃣4️⃣",
    "wa.me/6281200000034", "t.me/kicau_shop", "ig: kicau_34", "@Kicau_Shop", "budi@kicau.example",
    "Rp 1.500.000", "500rb", "€9 500", "12-11-2026", "10:30", "5 kg", "👍🏽", "鸟", "โทร", "\n",
    "\x00", "\x01", "\u200b", "﷽", "İ", "ﬁ", "𝟎𝟖𝟏𝟐", "...", "https://shop.example/a?b=1",
    "O812 3456 789O", "(", ")", "+", ":", "/", "-",
]  # fmt: skip
texts = st.lists(st.sampled_from(FRAGMENTS), max_size=12).flatmap(
    lambda parts: st.sampled_from(["", " ", "\n"]).map(lambda glue: glue.join(parts))
) | st.text(max_size=200)


def posts(*texts: str | None, platform: str | None = "telegram") -> pl.DataFrame:
    rows = {
        "key": [f"post{i}" for i in range(len(texts))],
        "text": list(texts),
        "platform": [platform] * len(texts),
    }
    return pl.DataFrame(rows, schema=dict.fromkeys(rows, pl.String))


@settings(max_examples=100, deadline=None)
@given(st.lists(texts, max_size=5), st.sampled_from(["ID", "US", "SG", None]))
def test_spans_hold_what_was_found_and_do_not_overlap(
    written: list[str], region: str | None
) -> None:
    found = extract(posts(*written), region)
    assert found.details.schema == MENTIONS
    assert found.statements.schema == STATEMENTS
    spans = pl.concat(
        part.select("key", "start", "end", "raw") for part in (found.details, found.statements)
    ).sort("key", "start")
    for key, start, end, raw in spans.iter_rows():
        assert written[int(key.removeprefix("post"))][start:end] == raw != ""
    for _, own in spans.group_by("key"):
        assert (own["end"].shift(1) <= own["start"]).fill_null(True).all()


@settings(max_examples=80, deadline=None)
@given(st.lists(texts, max_size=6), st.sampled_from(["ID", "US", None]))
def test_texts_together_give_what_each_gives_alone(written: list[str], region: str | None) -> None:
    together = extract_details(posts(*written), region)
    alone = [
        extract_details(posts(text).with_columns(key=pl.lit(f"post{i}")), region)
        for i, text in enumerate(written)
    ]
    assert together.equals(pl.concat([MENTIONS.to_frame(), *alone]))


@settings(max_examples=80, deadline=None)
@given(texts, st.sampled_from(["ID", "US", None]))
def test_what_was_found_is_found_again_by_itself(text: str, region: str | None) -> None:
    found = extract_details(posts(text), region)
    phones = found.filter(kind="phone", rule="international")
    for raw, key in phones.select("raw", "detail_key").iter_rows():
        assert extract_details(posts(raw), region)["detail_key"].to_list() == [key]


@settings(deadline=None)
@given(st.text(max_size=300))
def test_unifying_keeps_every_offset(text: str) -> None:
    unified = unify(text)
    assert len(unified) == len(text)
    assert unify(unified) == unified


def test_posts_keep_their_order_and_the_same_text_counts_for_each() -> None:
    found = extract_details(
        posts("t.me/kicau_b", None, "", "murai", "t.me/kicau_a t.me/kicau_b", "t.me/kicau_b"), None
    )
    assert found.select("key", "value").rows() == [
        ("post0", "kicau_b"),
        ("post4", "kicau_a"),
        ("post4", "kicau_b"),
        ("post5", "kicau_b"),
    ]


def test_the_same_text_on_two_platforms_is_read_for_each() -> None:
    both = pl.concat([posts("@kicau_34"), posts("@kicau_34", platform="instagram")])
    assert extract_details(both, None)["detail_key"].to_list() == [
        "handle:telegram:kicau_34",
        "handle:instagram:kicau_34",
    ]


def test_no_posts_give_empty_tables() -> None:
    found = extract(posts(), "ID")
    assert found.details.schema == MENTIONS
    assert found.statements.schema == STATEMENTS


def test_details_in_a_very_long_text_keep_their_places() -> None:
    text = "murai batu siap kirim " * 50_000 + "WA 081200000034 t.me/kicau_shop"
    found = extract_details(posts("halo", text, "t.me/kicau_b"), "ID")
    assert found["key"].to_list() == ["post1", "post1", "post2"]
    for key, raw, start, end in found.select("key", "raw", "start", "end").iter_rows():
        if key == "post1":
            assert text[start:end] == raw


@pytest.mark.parametrize(
    "piece",
    [
        "1", "1 ", "0812 3456 7890 ", "@", "a@", "a@a.", ".", "a.", "http://", "://", ".com",
        "a.com/", "+(", "1.111", "1 111 ", "rp 1 ", "ig:", "ig: a", "a1", "1-", "1:1", "\n>",
        ".jpg", "👍", "\u200b", "0812345678 o ", "\x01\x00", "1,1", "-", "https://a?u=", "%",
        "l.facebook.com/l.php?u=http://",
    ],
)  # fmt: skip
@pytest.mark.timeout(60)
def test_hostile_text_is_read_in_bounded_time(piece: str) -> None:
    text = piece * (400_000 // len(piece))
    assert len(extract(posts(text, text[:-1] + "x", "x" + text), "ID").details) < len(text)


def test_addresses_run_together_shift_nothing_behind_them() -> None:
    joined = "budi@kicau.examplebudi@kicau.example ig: @kicau_34 t.me/kicau_shop WA 081200000034"
    found = extract_details(posts(joined, joined), "ID")
    assert found["detail_key"].to_list()[:3] == [
        "handle:instagram:kicau_34",
        "handle:telegram:kicau_shop",
        "phone:+6281200000034",
    ]
    for raw, start, end in found.select("raw", "start", "end").iter_rows():
        assert joined[start:end] == raw
