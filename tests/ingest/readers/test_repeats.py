"""Rows that repeat an earlier row, however the earlier ones are kept."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.readers.repeats import SeenRows

BATCHES = st.lists(
    st.lists(st.tuples(st.integers(0, 12), st.integers(0, 3)), max_size=12), max_size=8
)


@pytest.mark.parametrize("longest", [1, 7, 1 << 21])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(batches=BATCHES)
def test_a_row_repeats_when_it_was_there_before(
    monkeypatch: pytest.MonkeyPatch, longest: int, batches: list[list[tuple[int, int]]]
) -> None:
    monkeypatch.setattr("ingest.readers.repeats.LONGEST_RUN", longest)
    seen, rows = set(), SeenRows()
    for batch in batches:
        columns = {
            name: pl.Series([str(row[at]) for row in batch], dtype=pl.String)
            for at, name in enumerate(("a", "b"))
        }
        expected = []
        for row in batch:
            expected.append(row in seen)
            seen.add(row)
        found = rows.repeats(columns, len(batch)).to_list()
        for row in set(batch):
            places = [at for at, each in enumerate(batch) if each == row]
            assert sum(found[at] for at in places) == sum(expected[at] for at in places)
