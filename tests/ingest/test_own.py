"""Decisions about our own side: keys as the archive writes them, the latest one counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import UsageError
from graph.workspace import Workspace
from ingest.archive import Archive
from ingest.intake import ingest
from ingest.journal import Journal
from ingest.own import decisions, declare, declined, own_accounts, own_key, suggested_own
from tests.app.own_world import KEY, write_telegram


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ("telegram:user999", "telegram:user999"),
        ("tg:999", "telegram:user999"),
        (" Telegram:999 ", "telegram:user999"),
        ("WA:+62 812-0000-0034", "whatsapp:+6281200000034"),
        ("whatsapp:3fa9c1/Budi  S", "whatsapp:3fa9c1/Budi  S"),
        ("facebook:100012345", "facebook:100012345"),
        ("phone:+1 (202) 555-0143", "phone:+12025550143"),
        ("email:Me@Example.org", "email:me@example.org"),
        ("handle:tg:@Night_Heron", "handle:telegram:night_heron"),
        ("wechat:abc123", "wechat:abc123"),
    ],
)
def test_keys_are_written_as_the_archive_does(given: str, key: str) -> None:
    assert own_key(given) == key


@pytest.mark.parametrize(
    "given",
    ["", "user999", "telegram:", ":user999", "telegram: ", "telegram:group:5", "post:facebook:1",
     "source:ab", "cluster:x:y", "telegram:a\nb", "telegram:\u202eb", "two words:1",
     "phone:0812345", "telegram:" + "9" * 2000],
)  # fmt: skip
def test_what_is_no_key_of_an_account_is_a_usage_error(given: str) -> None:
    with pytest.raises(UsageError) as raised:
        own_key(given)
    assert str(raised.value).endswith(".")


def test_the_latest_decision_counts(workspace: Workspace) -> None:
    assert declare(workspace, ["x:1", "x:2", "x:1"], own=True, why="ours", who="ana") == [
        "x:1",
        "x:2",
    ]
    assert declare(workspace, ["x:2", "x:3"], own=True, why=None, who="ben") == ["x:3"]
    assert declare(workspace, ["x:1"], own=False, why="left us", who="ben") == ["x:1"]
    assert own_accounts(workspace) == {"x:2", "x:3"}
    assert declined(workspace) == {"x:1"}
    found = decisions(workspace)
    assert [(key, it.is_own, it.by, it.why) for key, it in found.items()] == [
        ("x:1", False, "ben", "left us"),
        ("x:2", True, "ana", "ours"),
        ("x:3", True, "ben", None),
    ]
    assert Journal(workspace).problems() == []


def test_what_was_decided_already_is_not_noted_again(workspace: Workspace) -> None:
    declare(workspace, ["x:1"], own=True, why=None, who="ana")
    assert declare(workspace, ["x:1"], own=True, why="again", who="ben") == []
    assert len(Journal(workspace).entries("own")) == 1


@pytest.mark.parametrize("own", [True, False])
def test_a_suggestion_waits_until_somebody_decides(
    workspace: Workspace, material: Path, own: bool
) -> None:
    ingest(workspace, [write_telegram(material / "result.json")], who="ana")
    archive = Archive(workspace)
    ((key, (reason, path)),) = suggested_own(archive).items()
    assert key == KEY
    assert "exported" in reason
    assert path == str(material / "result.json")
    declare(workspace, [KEY], own=own, why=None, who="ana")
    assert suggested_own(archive) == {}
