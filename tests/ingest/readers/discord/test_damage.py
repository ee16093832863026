from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import given

from tests.ingest.readers.mutating import FUZZ, adds_up_or_is_refused, damaged, mutated

FIXTURES = Path(__file__).parent / "fixtures"
JSON, CSV = ((FIXTURES / name).read_bytes() for name in ("channel.json", "channel.csv"))


@FUZZ
@given(document=mutated(json.loads(JSON)))
def test_values_of_any_kind_add_up(tmp_path: Path, document: Any) -> None:
    adds_up_or_is_refused(tmp_path / "c.json", json.dumps(document).encode(), "discord")


@FUZZ
@given(content=damaged(JSON))
def test_damaged_json_adds_up_or_is_refused(tmp_path: Path, content: bytes) -> None:
    adds_up_or_is_refused(tmp_path / "c.json", content, "discord")


@FUZZ
@given(content=damaged(CSV))
def test_damaged_tables_add_up_or_are_refused(tmp_path: Path, content: bytes) -> None:
    adds_up_or_is_refused(tmp_path / "c.csv", content, "discord-csv")
    adds_up_or_is_refused(tmp_path / "c.csv", content, "discord-csv", date_order="dmy")
