"""What the demonstration prints: honest, short enough for a terminal, and to be typed again."""

from __future__ import annotations

import re
from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console

from app.demo.comparison import Comparison
from app.demo.telling import print_comparison, print_sources
from tests.app.demo.conftest import Demo

SPOOR = ".venv/bin/spoor --workspace spoor-demo"


def printed(comparison: Comparison, width: int = 100) -> str:
    out = StringIO()
    print_comparison(Console(file=out, width=width), comparison, spoor=SPOOR)
    return out.getvalue()


def sources(demo: Demo, width: int = 100) -> str:
    out = StringIO()
    print_sources(Console(file=out, width=width), demo.taken)
    return out.getvalue()


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_every_source_is_told_with_how_it_was_read(demo: Demo) -> None:
    said = sources(demo)
    rows = [line for line in said.splitlines() if "2026-W4" in line and ":" not in line]
    assert len(rows) == len(demo.files) == 11
    assert sum("telegram" in row for row in rows) == 4
    assert sum("whatsapp" in row for row in rows) == 2
    assert all("Asia/Jakarta" in row for row in rows if "telegram" in row or "whatsapp" in row)
    assert "2 private chats" in said
    assert str(demo.files[0].path.parent.parent.parent) not in said


def test_what_is_missing_is_said(comparison: Comparison) -> None:
    first, *others = comparison.rings
    gone = replace(first, cluster_id=None, members=0)
    hubs = tuple(replace(hub, accounts=None) for hub in comparison.hubs)
    shop = replace(comparison.shop, found=replace(comparison.shop.found, cluster_id=None))
    said = printed(replace(comparison, rings=(gone, *others), hubs=hubs, shop=shop))
    assert said.count("not found") == 2
    assert "not found connected" in said


def test_who_is_wronged_is_named(comparison: Comparison) -> None:
    wronged = replace(comparison, misplaced=("facebook:1", "facebook:2"), own_found=("telegram:3",))
    said = squeezed(printed(wronged))
    assert "Theseare:facebook:1,facebook:2." in said
    assert "Buttheseare:telegram:3." in said
    assert "Buttheseare" not in squeezed(printed(comparison))


def test_nothing_found_leads_nowhere(comparison: Comparison) -> None:
    nothing = replace(comparison, rings=(), hubs=(), clusters=0, looked_at=None, ends=None)
    said = printed(nothing)
    typed = [line.split(SPOOR)[1].split()[0] for line in said.splitlines() if SPOOR in line]
    assert "0 clusters" in said
    assert not {"cluster", "account", "path", "search"} & set(typed)


@pytest.mark.parametrize("width", [80, 100, 240])
def test_lines_fit(demo: Demo, comparison: Comparison, width: int) -> None:
    lines = [*sources(demo, width).splitlines(), *printed(comparison, width).splitlines()]
    assert max(len(line.rstrip()) for line in lines if SPOOR not in line) <= min(width, 100)
    assert max(len(line) for line in lines if " path " not in line) <= 100


def test_commands_are_whole_and_hold_real_ids(demo: Demo, comparison: Comparison) -> None:
    said = printed(comparison, 80)
    commands = [line.strip() for line in said.splitlines() if SPOOR in line]
    typed = [command.removeprefix(SPOOR).split() for command in commands]
    assert [words[0] for words in typed] == [
        "clusters", "cluster", "account", "path", "search", "hubs", "own", "rejected", "export",
        "export", "app",
    ]  # fmt: skip
    named = {words[0]: words[1:] for words in typed}
    accounts = set(demo.detection.members["account_key"])
    assert named["cluster"][0] in set(demo.detection.clusters["cluster_id"])
    assert {named["account"][0], *named["path"]} <= accounts
    assert f"phone:{named['search'][0]}" in demo.truth.hubs.values()
    assert named["export"] == [
        "--all", "--format", "gexf", "--output", "spoor-demo.gexf"
    ]  # fmt: skip


def test_nobody_is_called_what_only_a_court_may(demo: Demo, comparison: Comparison) -> None:
    said = (sources(demo) + printed(comparison)).lower()
    assert not re.search(r"criminal|suspect|guilt|offender|illegal", said)
    assert "lead" in said
    assert "may be" in said
