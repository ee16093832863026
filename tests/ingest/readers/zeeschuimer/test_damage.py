from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.ingest.readers.mutating import FUZZ, adds_up_or_is_refused, damaged, mutated
from tests.ingest.readers.zeeschuimer.saved import FIXTURES, captures

CAPTURES = captures("tiktok", "comments", "instagram", "x")
TABLE = (FIXTURES / "instagram.csv").read_bytes()


@FUZZ
@given(lines=st.lists(st.sampled_from(CAPTURES).flatmap(mutated), min_size=1, max_size=4))
def test_values_of_any_kind_add_up(tmp_path: Path, lines: list[Any]) -> None:
    content = "\n".join(json.dumps(line) for line in lines)
    adds_up_or_is_refused(tmp_path / "c.ndjson", content.encode(), "zeeschuimer")


@FUZZ
@given(content=damaged((FIXTURES / "x.ndjson").read_bytes()))
def test_damaged_captures_add_up_or_are_refused(tmp_path: Path, content: bytes) -> None:
    adds_up_or_is_refused(tmp_path / "c.ndjson", content, "zeeschuimer")


@FUZZ
@given(content=damaged(TABLE))
def test_damaged_tables_add_up_or_are_refused(tmp_path: Path, content: bytes) -> None:
    adds_up_or_is_refused(tmp_path / "c.csv", content, "zeeschuimer-csv")
