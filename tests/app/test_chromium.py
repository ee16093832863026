"""Chromium is found, or one sentence says how to name one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import ensure_chromium
from tests.browser import find_chromium


def test_a_named_chromium_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    named = tmp_path / "chromium"
    named.touch()
    monkeypatch.setenv("SPOOR_CHROMIUM", str(named))
    assert find_chromium() == named
    assert ensure_chromium.main() == 0
    assert capsys.readouterr().out.strip() == str(named)


def test_a_wrongly_named_chromium_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SPOOR_CHROMIUM", str(tmp_path / "none"))
    assert ensure_chromium.main() == 1
    assert "SPOOR_CHROMIUM" in capsys.readouterr().out


def test_where_none_can_be_had_one_sentence_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("SPOOR_CHROMIUM", raising=False)
    monkeypatch.setattr(ensure_chromium, "find_chromium", lambda: None)
    monkeypatch.setattr(ensure_chromium, "_run", lambda command, environment: False)
    assert ensure_chromium.main() == 1
    assert capsys.readouterr().out.strip().splitlines()[-1] == ensure_chromium.CANNOT
