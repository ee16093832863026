"""``spoor detect``: its report, what was known when, its settings, and who asked."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from graph.server.connection import Connection
from graph.snapshots import read_snapshot
from graph.workspace import open_workspace
from tests.app.commands.running import Spoor
from tests.app.small_world import small_world
from tests.builders import post, write_csv
from tests.graph.servers import run

DETAIL = "call (202) 555-0123"


def two_weeks(folder: Path) -> list[Path]:
    """A pair known in the first week; a third account, and an edit, in the second."""
    first = [
        post(n, account_id=who, group_id=who, text=f"bird {n} of {who}, {DETAIL}",
             posted_at="2026-03-02T10:00:00Z", collected_at="2026-03-03T08:00:00Z")
        for n, who in enumerate("ab")
    ]  # fmt: skip
    second = [
        post(9, account_id="c", group_id="c", text=f"another bird, {DETAIL}",
             posted_at="2026-03-01T10:00:00Z", collected_at="2026-03-10T23:59:59Z")
    ]  # fmt: skip
    return [write_csv(folder / "first.csv", first), write_csv(folder / "second.csv", second)]


def members(spoor: Spoor) -> list[list[str]]:
    """Accounts of each cluster of the latest snapshot."""
    return [
        [member["account_key"][-1] for member in cluster["members"]]
        for cluster in spoor("clusters", "--json").data
    ]


def test_the_report(spoor: Spoor, material: Path) -> None:
    spoor("ingest", *two_weeks(material), "--region", "US")
    done = spoor("detect", "--json")
    assert list(done.data) == ["snapshot", "as_of", "accounts", "ties", "clusters", "calibration"]
    found = done.data
    assert found["snapshot"].startswith("2026-03-10-")
    assert (found["as_of"], found["accounts"], found["clusters"]) == ("2026-03-10", 3, 1)
    assert found["ties"] == 3
    assert done.err == ""
    person = spoor("detect")
    for words in (found["snapshot"], "end of 2026-03-10", "3 accounts", "3 ties", "1 cluster,"):
        assert words in person.out
    (shown, again) = [entry for entry in spoor("log", "--json").data if entry["kind"] == "detect"]
    assert shown["by"] == "A. Tester"
    assert {name: shown[name] for name in ("snapshot", "as_of", "calibration")} == {
        name: found[name] for name in ("snapshot", "as_of", "calibration")
    }
    assert again["snapshot"] == shown["snapshot"]


def test_what_was_known_by_a_day(spoor: Spoor, database: Connection, material: Path) -> None:
    spoor("ingest", *two_weeks(material), "--region", "US")
    expected = {
        "2026-03-02": [],
        "2026-03-03": [["a", "b"]],
        "2026-03-09": [["a", "b"]],
        "2026-03-10": [["a", "b", "c"]],
        "2099-01-01": [["a", "b", "c"]],
        None: [["a", "b", "c"]],
    }
    for day, clusters in expected.items():
        found = spoor("detect", "--json", *(["--as-of", day] if day else [])).data
        assert members(spoor) == clusters
        assert found["as_of"] == (day or "2026-03-10")
        (latest,) = run(database, "MATCH (s:Snapshot {is_latest: true}) RETURN s.id AS id")
        assert latest["id"] == found["snapshot"]
        ties = run(database, "MATCH (:Account)-[t:TIED_TO]->(:Account) RETURN count(t) AS many")
        assert ties[0]["many"] == found["ties"]


def test_the_same_question_has_the_same_answer(spoor: Spoor, material: Path) -> None:
    paths = two_weeks(material)
    spoor("ingest", paths[0], "--region", "US")
    before = spoor("detect", "--json", "--as-of", "2026-03-05").data
    spoor("ingest", paths[1], "--region", "US")
    later = spoor("detect", "--json").data
    assert later["snapshot"] != before["snapshot"]
    assert spoor("detect", "--json", "--as-of", "2026-03-05").data == before
    assert members(spoor) == [["a", "b"]]
    assert spoor("clusters", "--json", "--snapshot", later["snapshot"]).data[0]["size"] == 3
    assert spoor("detect", "--json").data == later
    assert members(spoor) == [["a", "b", "c"]]


def test_settings_of_one_detection(spoor: Spoor, material: Path) -> None:
    spoor("ingest", write_csv(material / "t.csv", small_world().rows), "--region", "US")
    usual = spoor("detect", "--json").data
    names = {usual["snapshot"]}
    for settings in (
        ["--method", "components"],
        ["--method", "louvain", "--resolution", "1"],
        ["--threshold", "6.5"],
        ["--resolution", "0.9"],
    ):
        found = spoor("detect", "--json", *settings).data
        assert found["snapshot"] not in names
        assert found["accounts"] == usual["accounts"]
        names.add(found["snapshot"])
    kept = read_snapshot(open_workspace(spoor.workspace), found["snapshot"])
    assert kept.settings.resolution == 0.9
    impossible = spoor("detect", "--json", "--threshold", "50").data
    assert (impossible["ties"], impossible["clusters"]) == (0, 0)
    chain = {"connected": 1, "whole": 5}
    for settings, parts in ((["--method", "components"], chain["connected"]),
                            (["--resolution", "0.9"], 2)):  # fmt: skip
        spoor("detect", *settings)
        found_members = read_snapshot(open_workspace(spoor.workspace)).members
        of_chain = found_members.filter(pl.col("account_key").is_in(small_world().planted["chain"]))
        assert of_chain["cluster_id"].n_unique() >= parts
    assert spoor("detect", "--json").data == usual


def test_settings_of_the_workspace_are_checked(spoor: Spoor, material: Path) -> None:
    spoor("ingest", write_csv(material / "t.csv", [post(1)]))
    settings = spoor.workspace / "spoor.toml"
    whole = settings.read_text(encoding="utf-8")
    for broken, names in (
        (whole.replace('method = "leiden-cpm"', 'method = "magic"'), "magic"),
        (whole + "\ncolour = 3\n", "colour"),
        (whole.replace("[detection]", "[detection"), "spoor.toml"),
        (whole.replace("id = ", "name = "), "spoor.toml"),
        ("", "spoor.toml"),
    ):
        assert broken != whole
        settings.write_text(broken, encoding="utf-8")
        assert names in spoor("detect", code=1).sentence()
    settings.write_text(whole, encoding="utf-8")
    calibration = spoor.workspace / "calibration.toml"
    calibration.write_text("version = [", encoding="utf-8")
    assert "calibration.toml" in spoor("detect", code=1).sentence()
    calibration.unlink()
    assert "calibration.toml" in spoor("detect", code=1).sentence()


@pytest.mark.parametrize("rows", [1, 2])
def test_one_or_two_accounts_are_no_trouble(spoor: Spoor, material: Path, rows: int) -> None:
    spoor("ingest", write_csv(material / "t.csv", [post(n) for n in range(rows)]))
    assert spoor("detect", "--json").data["accounts"] == rows


def test_a_table_of_memberships_alone(spoor: Spoor, material: Path) -> None:
    table = material / "t.csv"
    table.write_text("platform,account_id,group_id\n" + "".join(
        f"facebook,a{n},g1\n" for n in range(5)), encoding="utf-8")  # fmt: skip
    spoor("ingest", table, "--collected-at", "2026-03-01")
    assert spoor("detect", "--json").data["as_of"] == "2026-03-01"
