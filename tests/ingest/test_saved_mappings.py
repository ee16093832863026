"""Mappings that a workspace keeps are used for tables with the same columns, and said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.errors import UsageError
from graph.workspace import Workspace
from ingest.archive import Archive
from ingest.intake import ingest
from ingest.proposal import as_yaml, propose, take_sample
from ingest.readers.options import ReadOptions
from ingest.report import SourceReport
from ingest.saved_mappings import fingerprint, save_mapping
from tests.builders import write_csv

ROWS = [{"Seller ID": "a1", "Text": "hello there", "Ring": "7"}]


def kept(workspace: Workspace, table: Path) -> Path:
    """Propose a mapping for a table and keep it."""
    sample = take_sample(table, table.name, ReadOptions())
    proposal = propose(sample.columns, platform="forum")
    text = as_yaml(proposal, sample.format, sample.layout, "t")
    return save_mapping(workspace, text, list(sample.columns))


def take(workspace: Workspace, table: Path, **told: str) -> SourceReport:
    """Take in a table without naming a mapping."""
    (source,) = ingest(workspace, [table], ReadOptions(**told), who="ana").sources  # type: ignore[arg-type]
    return source


def test_a_table_with_the_same_columns(workspace: Workspace, tmp_path: Path) -> None:
    path = kept(workspace, write_csv(tmp_path / "first.csv", ROWS))
    assert path == workspace.root / "mappings" / f"{fingerprint(ROWS[0])}.yaml"
    turned = [{"Ring": "8", "Text": "another", "Seller ID": "a2"}]
    table = write_csv(tmp_path / "second.csv", turned, delimiter=";")
    source = take(workspace, table)
    assert (source.rows_accepted, source.error, source.warning) == (1, None, None)
    assert source.notices == [
        f"{table}: read with the mapping {path}: it has the columns that this mapping was kept for."
    ]
    (record,) = Archive(workspace).sources()
    assert json.loads(record.mapping or "")["constants"] == {"platform": "forum"}
    again = take(workspace, table)
    assert (again.rows_merged, again.warning) == (1, None)


@pytest.mark.parametrize("row", [{"Seller ID": "a"}, {**ROWS[0], "More": "x"}])
def test_other_columns_are_another_table(
    workspace: Workspace, tmp_path: Path, row: dict[str, str]
) -> None:
    kept(workspace, write_csv(tmp_path / "first.csv", ROWS))
    table = write_csv(tmp_path / "second.csv", [row | {"Note": ""}])
    assert "spoor map" in (take(workspace, table).error or "")


def test_objects_may_lack_what_is_not_mapped(workspace: Workspace, tmp_path: Path) -> None:
    table = tmp_path / "first.json"
    table.write_text(json.dumps(ROWS))
    kept(workspace, table)
    for row, is_read in (({"Seller ID": "b", "Text": "t"}, True), ({"Seller ID": "b"}, False),
                         ({**ROWS[0], "More": 1}, False)):  # fmt: skip
        table.write_text(json.dumps([row]))
        assert (take(workspace, table).error is None) == is_read, row


def test_a_mapping_that_cannot_be_read_is_named(workspace: Workspace, tmp_path: Path) -> None:
    path = kept(workspace, write_csv(tmp_path / "first.csv", ROWS))
    path.write_text("columns: [")
    with pytest.raises(UsageError, match="kept in the workspace") as error:
        take(workspace, tmp_path / "first.csv")
    assert str(path) in str(error.value)


def test_the_encoding_is_kept_with_the_source(workspace: Workspace, tmp_path: Path) -> None:
    rows = [{"platform": "x", "account_id": "1", "text": "müde"}]
    table = write_csv(tmp_path / "t.csv", rows, encoding="cp1252")
    assert "--encoding" in (take(workspace, table).error or "")
    assert take(workspace, table, encoding="cp1252").rows_accepted == 1
    (record,) = Archive(workspace).sources()
    assert record.encoding == "cp1252"
    posts = Archive(workspace).records(record.sha256, "posts").collect()
    assert posts["text"].to_list() == ["müde"]
