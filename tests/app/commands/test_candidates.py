"""``spoor candidates``: questions for a person, who answers them and takes the answer back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.app.commands.running import Spoor
from tests.builders import post, write_csv

ONE, OTHER = "instagram:b1", "facebook:b2"


@pytest.fixture
def asked(spoor: Spoor, material: Path) -> Spoor:
    """A workspace in which two accounts bear one rare handle."""
    rows = [
        post(1, text="a pair of siskins", platform="instagram", account_id="b1",
             account_handle="sayap_senja77", account_name="Rara \u202eWilis"),
        post(2, text="songs in the morning", account_id="b2", account_handle="sayap_senja77"),
        post(3, text="nothing for sale", account_id="b3", account_handle="ekor_merah"),
        post(4, text="neither here", platform="instagram", account_id="b4",
             account_handle="official_store"),
        post(5, text="nor here", account_id="b5", account_handle="official_store"),
    ]  # fmt: skip
    spoor("ingest", write_csv(material / "t.csv", rows))
    spoor("detect")
    return spoor


def listed(spoor: Spoor, *more: str) -> list[dict[str, Any]]:
    """The candidates as data."""
    return list(spoor("candidates", "--json", *more).data)


def test_a_candidate_is_a_question_with_reasons(asked: Spoor) -> None:
    (found,) = listed(asked)
    assert set(found) == {"accounts", "question", "score", "reasons", "status", "judged_by"}
    assert found["accounts"] == [OTHER, ONE]
    assert found["question"].startswith("May one person be behind “@sayap_senja77” on Facebook and")
    assert found["question"].endswith("?")
    assert (found["status"], found["judged_by"]) == ("open", None)
    (reason,) = found["reasons"]
    assert (reason["layer"], reason["shared"]) == ("handle", ["sayap_senja77"])
    printed = asked("candidates")
    assert ONE in printed.out and "same handle" in printed.out
    assert "\u202e" not in printed.out
    assert "Of 5 accounts, 1 pair had something to compare." in printed.err
    assert listed(asked) == [found]


def test_a_judgement_is_shown_hides_and_is_taken_back(asked: Spoor) -> None:
    asked("judge", "candidate", ONE, OTHER, "reject", "--why", "two cousins")
    assert listed(asked) == []
    assert "1 candidate that a person rejected: --all shows them." in asked("candidates").err
    (hidden,) = listed(asked, "--all")
    assert (hidden["status"], hidden["judged_by"]) == ("rejected", "A. Tester")
    asked("judge", "candidate", ONE, OTHER, "confirm")
    assert listed(asked)[0]["status"] == "confirmed"
    assert "confirmed by A. Tester" in asked("candidates").out
    assert {row["key"] for row in asked("search", "sayap_senja77", "--json").data} >= {ONE, OTHER}
    asked("judge", "candidate", ONE, OTHER, "withdraw")
    assert listed(asked)[0]["status"] == "open"


def test_no_candidate_is_said(spoor: Spoor, material: Path) -> None:
    spoor("ingest", write_csv(material / "t.csv", [post(1), post(2, account_id="z")]))
    assert "spoor detect" in spoor("candidates", code=1).sentence()
    spoor("detect")
    done = spoor("candidates")
    assert done.out == "" and "No candidate" in done.err
    assert listed(spoor) == []
    assert "--limit" in spoor("candidates", "--limit", "0", code=2).err
