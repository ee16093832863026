"""The message about a report: counts and ids, whatever the report holds."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import pytest

from app.mailing import MailSettings
from app.weekly.letter import letter_about
from app.weekly.noted import Reported, reported_of
from graph.workspace import Workspace, open_workspace

NOW = datetime(2026, 11, 16, 6, tzinfo=UTC)
MAIL = MailSettings.model_validate(
    {"host": "mail.example.org", "port": 587, "from": "spoor@example.org", "to": ["a@example.org"]}
)
NAMES = ("Budi Aviary", "@budi_birds", "+12025550143", "Kicau Jakarta", "/home/x/posts.csv")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return open_workspace(tmp_path / "workspace")


def report(**changed: Any) -> dict[str, Any]:
    """A report full of what must not leave the workspace."""
    budi, handle, number, group, path = NAMES
    account_events = [
        {"kind": "successor", "account": budi, "of": handle, "value": number, "notable": True,
         "cluster": "C1a2b3c4d", "sentence": f"{budi} may be the successor of {handle}."},
        {"kind": "new_detail", "account": handle, "of": None, "value": number, "notable": False,
         "cluster": "C00000003", "sentence": number},
        {"kind": "moved", "account": budi, "of": None, "value": group, "notable": True,
         "cluster": None, "sentence": group},
    ]  # fmt: skip
    events = [
        {"kind": "grown", "cluster": "C1a2b3c4d", "notable": True, "sentence": budi},
        {"kind": "formed", "cluster": f"C{budi}", "notable": True, "sentence": budi},
        {"kind": "continued", "cluster": "C00000002", "notable": False, "sentence": budi},
    ]
    places = [{"place": group, "name": group, "status": status}
              for status in ("observed", "not observed", "new", "not observed")]  # fmt: skip
    return {
        "period": {"from": "2026-11-08", "to": "2026-11-15", "week": "2026-W46"},
        "snapshot": "2026-11-15-1a2b3c4d",
        "events": events,
        "account_events": account_events,
        "figures": {"clusters_ever": 41},
        "coverage": {"places": places, "caveats": [group]},
        "watch_hits": [{"value": number, "text": path}],
        "labels": dict.fromkeys(NAMES, budi),
    } | changed


def test_a_message_holds_counts_and_ids_and_nothing_else(workspace: Workspace) -> None:
    letter = letter_about(reported_of(report()), MAIL, workspace, NOW)
    assert letter["Subject"] == "[Spoor] 2026-W46: 4 changes of note"
    assert letter.get_content() == (
        "Week 2026-W46: 4 changes of note, 41 clusters followed, 2 places not collected. "
        "The report is in the workspace.\n1 hit of what is watched.\nClusters: C1a2b3c4d.\n"
    )
    assert not letter.is_multipart()
    assert letter.get_content_type() == "text/plain"
    assert letter.get_content_charset() == "utf-8"
    whole = letter.as_string()
    for secret in (*NAMES, str(workspace.root), workspace.id):
        assert secret not in whole


def test_it_has_a_date_and_is_known_again_when_it_comes_twice(workspace: Workspace) -> None:
    made = reported_of(report())
    one = letter_about(made, MAIL, workspace, NOW)
    two = letter_about(made, MAIL, workspace, datetime(2026, 11, 17, tzinfo=UTC))
    assert parsedate_to_datetime(one["Date"]) == NOW
    assert one["Message-ID"] == two["Message-ID"]
    assert one["Message-ID"].endswith("@example.org>")
    other = letter_about(reported_of(report(snapshot="other")), MAIL, workspace, NOW)
    assert other["Message-ID"] != one["Message-ID"]


@pytest.mark.parametrize(("notable", "said"), [(0, "nothing of note"), (1, "1 change of note")])
def test_a_quiet_week_says_so(workspace: Workspace, notable: int, said: str) -> None:
    made = Reported("2026-W46", "s", notable, 1, 1, 0, ())
    letter = letter_about(made, MAIL, workspace, NOW)
    assert letter["Subject"] == f"[Spoor] 2026-W46: {said}"
    assert letter.get_content().startswith(
        f"Week 2026-W46: {said}, 1 cluster followed, 1 place not collected."
    )


def test_of_many_clusters_the_first_are_named(workspace: Workspace) -> None:
    clusters = tuple(f"C{n:08x}" for n in range(23))
    made = Reported("2026-W46", "s", 23, 30, 0, 0, clusters)
    said = letter_about(made, MAIL, workspace, NOW).get_content()
    assert clusters[19] in said
    assert clusters[20] not in said
    assert "And 3 more clusters." in said
