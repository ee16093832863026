"""Spans against spans: what comparing every two would give, without doing so."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.extract.spans import inside_longer, overlapping

Spans = list[tuple[int, int, int]]
spans = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 12), st.integers(1, 6)).map(
        lambda each: (each[0], each[1], each[1] + each[2])
    ),
    max_size=8,
)


def table(rows: Spans) -> pl.DataFrame:
    return pl.DataFrame(
        rows, schema={"text": pl.UInt32, "start": pl.Int64, "end": pl.Int64}, orient="row"
    )


@given(spans, spans)
def test_every_two_compared_say_the_same(found: Spans, taken: Spans) -> None:
    assert overlapping(table(found), table(taken)).to_list() == [
        any(t == text and s < end and start < e for t, s, e in taken) for text, start, end in found
    ]
    assert inside_longer(table(found), table(taken)).to_list() == [
        any(t == text and s <= start and end <= e and e - s > end - start for t, s, e in taken)
        for text, start, end in found
    ]


@pytest.mark.timeout(60)
def test_many_spans_of_one_text_are_no_trouble() -> None:
    many = table([(0, 3 * place, 3 * place + 2) for place in range(200_000)])
    assert overlapping(many, many).all()
    assert not inside_longer(many, many).any()
