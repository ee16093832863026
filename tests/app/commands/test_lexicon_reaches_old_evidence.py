"""A ring found after an edit of the lexicon and not before, from the same archived evidence."""

from __future__ import annotations

import hashlib
from pathlib import Path

import polars as pl

from app.snapshots import read_snapshot
from graph.snapshots import list_snapshots
from graph.workspace import Workspace, open_workspace
from ingest.archive import Archive
from tests.app.commands.running import Spoor
from tests.builders import post, write_csv

DISGUISED = [
    ("a1", "新到画眉鸟，自家养的，品相好 叶子号 niao_8866"),
    ("a2", "处理鹦鹉笼子和饲料，便宜出 叶子号 niao_8866"),
    ("a3", "求带走一只小家伙，会说话 叶子号 niao_8866"),
]
"""Posts of three accounts that give one WeChat id behind a word that no list knows."""


def evidence_of(workspace: Workspace) -> dict[str, str]:
    """Fingerprint of every file of the archive."""
    return {
        str(path.relative_to(workspace.evidence)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(workspace.evidence.rglob("*"))
        if path.is_file()
    }


def clusters_of(workspace: Workspace) -> list[set[str]]:
    """Members of each cluster of the latest detection."""
    found = read_snapshot(workspace, list_snapshots(workspace)[-1].snapshot)
    grouped = found.members.group_by("cluster_id").agg("account_key")
    return [set(members) for members in grouped["account_key"]]


def test_a_ring_is_found_after_an_edit_of_the_lexicon_and_not_before(
    spoor: Spoor, tmp_path: Path
) -> None:
    rows = [
        post(n, account_id=account, text=text, group_id=f"g{n}")
        for n, (account, text) in enumerate(DISGUISED)
    ]
    rows += [post(n, account_id=f"s{n}", text=f"hello, seed number {n}") for n in range(10, 40)]
    spoor("ingest", str(write_csv(tmp_path / "week.csv", rows)), "--region", "CN")
    spoor("detect")
    workspace = open_workspace(spoor.workspace)
    before = evidence_of(workspace)
    ring = {"facebook:a1", "facebook:a2", "facebook:a3"}
    assert not any(ring & members for members in clusters_of(workspace))

    (spoor.workspace / "lexicon.yaml").write_text("cues:\n  wechat: [叶子号]\n", encoding="utf-8")
    spoor("rebuild")

    assert ring in clusters_of(workspace)
    assert evidence_of(workspace) == before
    tables = {path.parent.parent.name for path in workspace.derived.rglob("details.parquet")}
    assert len(tables) == 1
    details = pl.concat(
        [pl.read_parquet(path) for path in workspace.derived.rglob("details.parquet")]
    )
    assert details.filter(detail_key="wechat:niao_8866")["account_key"].n_unique() == 3
    account = spoor("account", "facebook:a1", "--json").data
    assert [detail["key"] for detail in account["contact_details"]] == ["wechat:niao_8866"]
    assert {tie["account_key"] for tie in account["ties"]} == ring - {"facebook:a1"}
    assert Archive(workspace).sources()
