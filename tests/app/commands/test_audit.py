"""``spoor audit``: drawn once, shown blindly, answered by people, counted alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.judged import Judged
from graph.workspace import open_workspace
from ingest.audits import answers, current_audit
from ingest.journal import Journal
from ingest.judgements import judged
from tests.app.commands.running import Spoor
from tests.worlds import CATALOGUE, known, own_text, phone, post

RINGS, SIZE = 6, 3
TELLING = ("bits", "score", "probab", "tie", "stratum", "threshold", "cluster", "above", "below")


@pytest.fixture
def spoor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Spoor:
    """The program on rings that share a number, and on strangers who copy a text."""
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    rows = [
        post(f"r{ring}m{n}", f"{own_text(f'r{ring}m{n}')} call {phone(ring)}", group="birds")
        for ring in range(RINGS)
        for n in range(SIZE)
    ]
    rows += [post(f"s{n}", CATALOGUE[n % 4], account_name=f"Seller {n}") for n in range(12)]
    known(rows, tmp_path)
    return Spoor(tmp_path / "workspace")


def test_from_drawing_to_result(spoor: Spoor) -> None:
    workspace = open_workspace(spoor.workspace, create=False)
    drawn = spoor("audit", "--pairs", "12", "--seed", "5", "--json").data
    assert drawn["new"] and drawn["pairs"] == 12
    assert not spoor("audit", "--pairs", "12", "--seed", "5", "--json").data["new"]

    shown = spoor("audit", "next", "--json").data
    assert (shown["pair"], shown["pairs"]) == (1, 12)
    assert len(shown["accounts"]) == 2 and all(each["posts"] for each in shown["accounts"])
    out = spoor("audit", "next").out
    assert "Pair 1 of 12" in out and spoor("audit", "next", "1").out == out
    assert not [word for word in TELLING if word in out.lower().replace("cockatiel", "")]
    assert "cannot be told yet" in spoor("audit", "result").out

    audit = current_audit(workspace)
    for place, (a, b, _) in enumerate(audit.sample.pairs, start=1):
        is_ring = a.startswith("facebook:r") and a.split("m")[0] == b.split("m")[0]
        spoor("audit", "judge", str(place), "same" if is_ring else "different", "--why", "read")
    assert "All pairs are judged" in spoor("audit", "next").out
    found = spoor("audit", "result", "--json").data
    assert found["judged"] == found["drawn"] == 12 and found["undecided"] == 0
    assert found["precision"]["share"] == 1.0 and found["precision"]["low"] < 1
    assert found["missed"]["share"] == 0.0 and found["missed"]["high"] > 0

    assert spoor("audit", "judge", "1", "cannot-tell").out == "Pair 1: cannot be told.\n"
    assert spoor("audit", "result", "--json").data["undecided"] == 1
    assert "as before" in spoor("audit", "judge", "1", "cannot-tell").out
    spoor("audit", "judge", "1", "withdraw")
    assert 1 not in answers(workspace, audit)
    assert spoor("audit", "next", "--json").data["pair"] == 1
    entry = Journal(workspace).entries("audit")[-1]
    assert (entry["by"], entry["verdict"]) == ("A. Tester", "withdraw")
    assert Journal(workspace).problems() == []
    assert judged(workspace).table.equals(Judged().table)


def test_only_answers_to_the_sample_measure(spoor: Spoor) -> None:
    workspace = open_workspace(spoor.workspace, create=False)
    spoor("audit", "--pairs", "6")
    audit = current_audit(workspace)
    a, b, _ = audit.sample.pairs[0]
    Journal(workspace).append("judge", "other", about="tie", verdict="confirm", keys=[a, b])
    assert len(judged(workspace).table) == 1
    assert answers(workspace, audit) == {}
    assert spoor("audit", "result", "--json").data["judged"] == 0
    before = spoor("audit", "judge", "1", "same", "--json").data
    assert before["new"]
    spoor("audit", "--pairs", "6", "--seed", "9")
    assert spoor("audit", "result", "--json").data["judged"] == 0


def test_what_is_refused(spoor: Spoor) -> None:
    assert "run `spoor audit` first" in spoor("audit", "next", code=1).sentence()
    spoor("audit", "--pairs", "4")
    assert "pairs 1 to 4" in spoor("audit", "judge", "5", "same", code=1).sentence()
    assert "is no answer" in spoor("audit", "judge", "1", "guilty", code=2).sentence(2)
    file = next(spoor.workspace.glob("journal/audits/*.json"))
    file.write_text(file.read_text(encoding="utf-8").replace("pairs", "sriap"), encoding="utf-8")
    assert "was changed" in spoor("audit", "result", code=1).sentence()
