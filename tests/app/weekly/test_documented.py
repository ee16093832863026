"""What the document shows can be copied: settings, cron line, units."""

from __future__ import annotations

import configparser
import re
import shlex
import tomllib
from pathlib import Path

from typer.main import get_command

from app.commands.main import spoor
from app.mailing import MailSettings
from app.weekly import WeeklySettings

TEXT = (Path(__file__).parents[3] / "docs" / "weekly.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", TEXT, re.DOTALL)


def test_the_settings_are_right() -> None:
    (shown,) = blocks("toml")
    told = tomllib.loads(shown)
    assert WeeklySettings.model_validate(told["weekly"]).region == "ID"
    assert MailSettings.model_validate(told["mail"]).encryption == "starttls"


def test_the_units_start_the_command_and_hold_no_secret() -> None:
    service, timer, credential = blocks("ini")
    read = configparser.ConfigParser(interpolation=None)
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read_string(service)
    read.read_string(timer.replace("[Unit]", "[Unit of the timer]"))
    program, option, _, command, folder = shlex.split(read["Service"]["ExecStart"])
    assert (Path(program).name, option) == ("spoor", "--workspace")
    assert command in get_command(spoor).commands  # type: ignore[attr-defined]
    assert folder == read["Service"]["ReadOnlyPaths"]
    assert read["Service"]["Type"] == "oneshot"
    assert read["Service"]["SuccessExitStatus"] == "75"
    assert read["Timer"]["Persistent"] == "true"
    assert read["Timer"]["RandomizedDelaySec"]
    assert "PASSWORD" not in service + timer
    assert "$(cat" in credential
