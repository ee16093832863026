"""``spoor weekly``: what arrives is taken in, weeks that are over are reported once, and mailed."""

from __future__ import annotations

import fcntl
import json
import os
import random
from collections.abc import Iterator
from datetime import date, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Any

import pytest

from app.weekly import lock, running
from graph.workspace import open_workspace
from tests.app.commands.running import Spoor
from tests.app.mail_server import HOST, MailServer, free_port, mail_server
from tests.builders import post, write_csv

OLD = 1_700_000_000
NUMBER = "(202) 555-0143"
NAME = "Budi Aviary"


def rows_of(week: int) -> list[dict[str, str]]:
    """Posts of one ISO week of 2026: a ring that grows week by week, and strangers."""
    monday = date.fromisocalendar(2026, week, 1)
    rows = []
    for nth in range(20 + 2 * (week - 9)):
        is_ring = nth >= 16
        number = NUMBER if is_ring else f"(303) 555-01{nth:02d}"
        words = random.Random(1000 * week + (0 if is_ring else nth))
        text = " ".join("".join(words.choices("abdegiklmnorstuz", k=6)) for _ in range(20))
        rows.append(
            post(
                1000 * week + nth,
                account_id=f"a{nth}",
                account_name=f"{NAME} {nth}",
                group_id="g1" if is_ring else f"g{nth}",
                posted_at=f"{monday + timedelta(days=nth % 5)}T10:00:00Z",
                text=f"Finch for sale, {text}, call {number}",
            )
        )
    return rows


def arrive(folder: Path, *weeks: int) -> Path:
    """A file of some weeks, written long ago."""
    path = write_csv(
        folder / f"{'-'.join(map(str, weeks))}.csv",
        [row for week in weeks for row in rows_of(week)],
    )
    os.utime(path, (OLD, OLD))
    return path


def weekly(spoor: Spoor, folder: Path, *options: str, code: int = 0) -> dict[str, Any]:
    return spoor("weekly", folder, "--json", *options, code=code).data


def kinds(spoor: Spoor) -> list[str]:
    return [entry["kind"] for entry in spoor("log", "--json").data]


def weeks_of(done: dict[str, Any]) -> list[str]:
    return [each["week"] for each in done["reports"]]


def add_settings(spoor: Spoor, section: str) -> None:
    with (spoor.workspace / "spoor.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n{section}")


def mail_section(port: int) -> str:
    return (
        f'[mail]\nhost = "{HOST}"\nport = {port}\nfrom = "spoor@example.org"\n'
        'to = ["lead@example.org"]\n'
    )


@pytest.fixture
def server() -> Iterator[MailServer]:
    with mail_server() as running:
        yield running


def test_from_folder_to_mail_week_after_week(
    spoor: Spoor, material: Path, server: MailServer
) -> None:
    arrive(material, 9, 10)
    (material / "half.csv.part").write_text("platform,acc")
    planned = weekly(spoor, material, "--dry-run")
    assert [Path(each["path"]).name for each in planned["taken"]] == ["9-10.csv"]
    assert not spoor.workspace.exists()

    open_workspace(spoor.workspace)
    add_settings(spoor, '[weekly]\nregion = "US"\nhandling = "TLP:AMBER"\nmost_reports = 2\n')
    add_settings(spoor, mail_section(server.port))
    first = weekly(spoor, material)
    assert [(Path(it["path"]).name, it["rows_read"]) for it in first["taken"]] == [("9-10.csv", 42)]
    assert [Path(it["path"]).name for it in first["waiting"]] == ["half.csv.part"]
    assert weeks_of(first) == ["2026-W10"]
    assert first["mailed"] is True
    folder = Path(first["reports"][0]["folder"])
    assert folder == spoor.workspace / "reports" / "2026-W10"
    made = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    assert (made["period"]["week"], made["made_by"]) == ("2026-W10", "A. Tester")
    assert made["handling"] == "TLP:AMBER"
    assert {path.name for path in folder.iterdir()} >= {"report.html", "report.pdf"}

    entries, written = kinds(spoor), (folder / "report.json").stat().st_mtime_ns
    again = weekly(spoor, material)
    assert (again["taken"], again["reports"], again["mailed"]) == ([], [], None)
    assert kinds(spoor) == entries
    assert (folder / "report.json").stat().st_mtime_ns == written

    arrive(material, 11, 12, 13)
    planned = weekly(spoor, material, "--dry-run")
    assert [Path(each["path"]).name for each in planned["taken"]] == ["11-12-13.csv"]
    assert kinds(spoor) == entries
    later = weekly(spoor, material)
    assert (weeks_of(later), later["left"]) == (["2026-W11", "2026-W12"], 1)
    last = weekly(spoor, material)
    assert (last["taken"], weeks_of(last), last["left"]) == ([], ["2026-W13"], 0)
    assert sum(each["notable"] for each in (*later["reports"], *last["reports"])) > 0

    subjects = [str(each["Subject"]) for each in server.kept.messages]
    assert [subject.split()[1] for subject in subjects] == [
        "2026-W10:", "2026-W11:", "2026-W12:", "2026-W13:"
    ]  # fmt: skip
    assert {to for _, to, _ in map(_flat, server.kept.envelopes)} == {"lead@example.org"}
    for letter in server.kept.messages:
        for secret in (NAME, "Budi", "555", "finch", "facebook", str(spoor.workspace), "csv"):
            assert secret.lower() not in letter.as_string().lower()
    assert spoor("log").err == ""


def _flat(envelope: tuple[str, list[str], bool]) -> tuple[str, str, bool]:
    sender, (recipient,), encrypted = envelope
    return sender, recipient, encrypted


def test_what_cannot_be_read_or_mailed_is_exit_1_and_stops_nothing_else(
    spoor: Spoor, material: Path
) -> None:
    arrive(material, 10)
    bad = material / "bad.zip"
    bad.write_bytes(b"PK\3\4 and no more")
    os.utime(bad, (OLD, OLD))
    open_workspace(spoor.workspace)
    port = free_port()
    add_settings(spoor, mail_section(port))
    done = spoor("weekly", material, code=1)
    assert "2026-W10: reported" in done.out
    assert str(bad) in done.err
    assert f"{HOST}:{port}: no mail was sent" in done.err
    assert (spoor.workspace / "reports" / "2026-W10" / "report.json").exists()
    bad.unlink()
    still = weekly(spoor, material, code=1)
    assert (still["failed"], still["reports"], still["mailed"]) == ([], [], False)
    settings = spoor.workspace / "spoor.toml"
    with mail_server() as server:
        text = settings.read_text(encoding="utf-8")
        settings.write_text(text.replace(f"port = {port}", f"port = {server.port}"))
        sent = weekly(spoor, material)
        assert (sent["reports"], sent["mailed"]) == ([], True)
        assert weekly(spoor, material)["mailed"] is None
        assert len(server.kept.messages) == 1

    late = arrive(material, 9)
    found = weekly(spoor, material)
    assert (found["late"], found["reports"]) == ([str(late)], [])


def test_what_was_seen_after_the_last_week_that_is_over_is_shown_too(
    spoor: Spoor, material: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Thursday(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Thursday:
            return cls(2026, 3, 12, tzinfo=tz)

    monkeypatch.setattr(running, "datetime", Thursday)
    arrive(material, 9, 10)
    assert weeks_of(weekly(spoor, material)) == ["2026-W10"]
    arrive(material, 11)
    done = weekly(spoor, material)
    assert done["reports"] == []
    assert done["snapshot"].startswith("2026-03-13")
    shown = spoor("clusters", "--json").data
    assert shown == spoor("clusters", "--snapshot", done["snapshot"], "--json").data
    assert {"facebook:a20", "facebook:a21"} <= {
        member["account_key"] for cluster in shown for member in cluster["members"]
    }
    assert spoor("search", f"{NAME} 23", "--json").data
    assert weekly(spoor, material)["snapshot"] is None


def test_without_reports_only_the_material_is_taken_in(spoor: Spoor, material: Path) -> None:
    arrive(material, 10)
    nobody = Spoor(spoor.workspace, who="")
    taken = weekly(nobody, material, "--no-report")
    assert (len(taken["taken"]), taken["reports"], taken["mailed"]) == (1, [], None)
    assert not list((spoor.workspace / "reports").iterdir())
    assert taken["snapshot"]
    assert {entry["by"] for entry in spoor("log", "--json").data} == {"weekly"}
    watch = ("watch", "add", "term", "finch")
    spoor(*watch)
    arrive(material, 11)
    (hit,) = weekly(spoor, material, "--no-report")["watch_hits"]
    assert hit["hits"] == 24


def test_an_empty_folder_is_no_trouble(offline: Spoor, material: Path) -> None:
    done = offline("weekly", material)
    assert (done.err, done.out.splitlines()[-1]) == ("", "No week to be reported.")
    assert kinds(offline) == []


def test_busy_is_75_and_nothing_waits(
    offline: Spoor, material: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.2)
    arrive(material, 10)
    workspace = open_workspace(offline.workspace)
    with workspace.writer():
        said = offline("weekly", material, "--json", code=75).sentence(75)
    assert "another command is writing" in said
    with (offline.workspace / ".weekly").open("a+") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        said = offline("weekly", material, "--json", code=75).sentence(75)
    assert "another `spoor weekly`" in said
    assert kinds(offline) == []


@pytest.mark.parametrize(
    ("section", "names"),
    [
        ("[weekly]\ncolour = 3\n", "[weekly] colour"),
        ('[weekly]\nregion = "Java"\n', "Java"),
        ('[mail]\nhost = "x"\npassword = "secret-word"\n', "SPOOR_SMTP_PASSWORD"),
    ],
)
def test_wrong_settings_are_said_before_anything_is_done(
    offline: Spoor, material: Path, section: str, names: str
) -> None:
    arrive(material, 10)
    open_workspace(offline.workspace)
    add_settings(offline, section)
    said = offline("weekly", material, code=1).sentence()
    assert names in said
    assert "secret-word" not in said
    assert kinds(offline) == []


def test_a_folder_that_is_none_is_a_usage_error(offline: Spoor, material: Path) -> None:
    assert "no such folder" in offline("weekly", material / "none", code=2).sentence(2)
    assert not offline.workspace.exists()
    open_workspace(offline.workspace)
    own = offline("weekly", offline.workspace, code=2).sentence(2)
    assert "this is the workspace" in own
