"""Every command says what it does, quickly, and says so when it is called wrongly."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from app.commands.detect import METHODS
from app.commands.main import spoor as program
from graph.communities import methods as community_methods
from tests.app.commands.running import ROOT, Spoor

HEAVY = {"polars", "pandas", "igraph", "networkx", "scipy", "neo4j", "jgo", "requests", "streamlit",
         "phonenumbers", "pyarrow", "splink", "duckdb"}  # fmt: skip
LOADED = """
import sys
from app.commands.main import run
try:
    run()
except SystemExit as end:
    print("code", end.code)
print("loaded", *sorted({name.partition(".")[0] for name in sys.modules}))
"""
CONTRACT = {
    "demo", "ingest", "formats", "map", "extract", "detect", "clusters", "cluster", "account",
    "search", "path", "hubs", "candidates", "rejected", "own", "judge", "lexicon", "taxa", "log",
    "export", "calibrate", "audit",
    "rebuild", "app", "neo4j", "watch", "report", "weekly", "withdraw", "seal", "note", "translate",
}  # fmt: skip


def commands() -> Iterator[tuple[str, Any]]:
    """All commands by what is typed for them."""
    for name, command in get_command(program).commands.items():  # type: ignore[attr-defined]
        yield name, command
        for inner, part in getattr(command, "commands", {}).items():
            yield f"{name} {inner}", part


COMMANDS = dict(commands())


def test_the_commands_of_the_contract_are_there() -> None:
    assert {name for name in COMMANDS if " " not in name} == CONTRACT
    assert {name for name in COMMANDS if name.startswith("neo4j ")} == {
        f"neo4j {part}" for part in ("start", "stop", "status", "fetch")
    }
    assert {name for name in COMMANDS if name.startswith("lexicon ")} == {
        f"lexicon {part}" for part in ("show", "check", "try", "candidates")
    }


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_explains_itself(
    offline: Spoor, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    done = offline(*name.split(), "--help")
    assert done.err == ""
    assert f"spoor {name} " in done.out
    for parameter in COMMANDS[name].params:
        assert parameter.help, f"{name}: {parameter.name} says nothing"
        assert parameter.opts[0] in done.out or parameter.param_type_name == "argument"
    *group, last = name.split()
    summary = COMMANDS[name].help.split("\n")[0]
    listed = offline(*group, "--help").out
    assert any(line.split() == [last, *summary.split()] for line in listed.splitlines())
    assert not offline.workspace.exists()


def test_methods_in_the_help_are_those_that_are_there() -> None:
    assert METHODS.split(", ") == list(community_methods.METHODS)


@pytest.mark.parametrize(
    ("arguments", "without"),
    [
        (["--help"], HEAVY),
        (["ingest", "--help"], HEAVY),
        (["log"], HEAVY),
        (["clusters"], HEAVY - {"polars"}),
        (["hubs"], HEAVY - {"polars"}),
        (["candidates", "--help"], HEAVY),
        (["map", "--help"], HEAVY),
    ],
)
def test_no_command_loads_what_it_does_not_need(
    tmp_path: Path, arguments: list[str], without: set[str]
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, "--workspace", str(tmp_path / "none"), *arguments],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    loaded = done.stdout.splitlines()[-1].split()
    assert "typer" in loaded
    assert not without & set(loaded)


@pytest.mark.parametrize(
    "arguments",
    [
        ["frobnicate"],
        ["ingest"],
        ["cluster"],
        ["clusters", "--frobnicate"],
        ["export", "--all"],
        ["detect", "--resolution", "much"],
        ["app", "--port", "0"],
        ["neo4j", "frobnicate"],
    ],
)
def test_a_wrong_call_is_a_usage_error(offline: Spoor, arguments: list[str]) -> None:
    done = offline(*arguments, code=2)
    assert done.out == ""
    assert "Usage: spoor" in done.err
    assert not offline.workspace.exists()


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (["ingest", "{file}", "--region", "Java"], "'Java'"),
        (["ingest", "{file}", "--region", "XX"], "'XX'"),
        (["ingest", "{file}", "--region", ""], "''"),
        (["ingest", "{file}", "--timezone", "Mars/Olympus"], "Mars/Olympus"),
        (["ingest", "{file}", "--format", "docx"], "docx"),
        (["ingest", "{file}", "--encoding", "klingon"], "--encoding klingon"),
        (["map", "{file}", "--encoding", "klingon"], "--encoding klingon"),
        (["map", "{file}", "--region", "Java"], "'Java'"),
        (["map", "{file}", "--date-order", "ymm"], "--date-order ymm"),
        (["map", "{file}", "--timezone", "Mars/Olympus"], "Mars/Olympus"),
        (["ingest", "{file}", "--collected-at", "soon"], "--collected-at soon"),
        (["ingest", "{file}", "--collected-at", "0001-01-01T00:00:00+14:00"], "--collected-at"),
        (["ingest", "{file}", "--retention", "2027-13-01"], "--retention 2027-13-01"),
        (["ingest", "{file}", "--retention", "2027-1-1"], "--retention 2027-1-1"),
        (["extract", "{file}", "--region", "Java"], "'Java'"),
        (["detect", "--as-of", "2026-02-30"], "--as-of 2026-02-30"),
        (["detect", "--as-of", "yesterday"], "--as-of yesterday"),
        (["detect", "--as-of", "20260201"], "--as-of 20260201"),
        (["detect", "--engine", "spark"], "--engine spark"),
        (["export", "--output", "out"], "--all"),
        (["export", "C1", "--all", "--output", "out"], "--all"),
        (["export", "--all", "--output", "out", "--format", "docx"], "docx"),
    ],
)
def test_a_wrong_value_is_named_in_one_sentence(
    offline: Spoor, material: Path, arguments: list[str], names: str
) -> None:
    file = material / "posts.csv"
    file.write_text("platform,account_id,text\nx,a1,hello\n", encoding="utf-8")
    given = [part.format(file=file) for part in arguments]
    assert names in offline(*given, code=2).sentence(2)
    assert not offline.workspace.exists()


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (["--method", "magic"], "--method magic"),
        (["--resolution", "0"], "--resolution 0"),
        (["--resolution", "nan"], "--resolution nan"),
        (["--resolution", "inf"], "--resolution inf"),
        (["--threshold", "nan"], "--threshold nan"),
        (["--threshold", "-inf"], "--threshold -inf"),
    ],
)
def test_a_wrong_setting_of_detection_is_a_usage_error(
    offline: Spoor, material: Path, arguments: list[str], names: str
) -> None:
    offline("ingest", material, code=0)
    assert names in offline("detect", *arguments, code=2).sentence(2)
