"""The section ``[weekly]``: what it may say, and what it does not say silently."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from app.mailing import MailSettings
from app.weekly import WeeklySettings, read_options, read_weekly_settings
from graph.errors import WorkspaceError
from graph.workspace import Workspace, open_workspace, planned_workspace
from ingest.source_record import Custody

WHOLE = """[weekly]
settle_seconds = 5
region = "id"
timezone = "Asia/Jakarta"
platform = "facebook"
collector = "Field team"
handling = "TLP:AMBER"
retention = 2027-12-31
mapping = "kept.yaml"
"""
MAPPING = "columns:\n  account_id: seller\n  text: title\nconstants:\n  platform: etsy\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return open_workspace(tmp_path / "workspace")


def write(workspace: Workspace, section: str) -> None:
    with workspace.settings_file.open("a", encoding="utf-8") as file:
        file.write(f"\n{section}")


def test_without_a_section_everything_has_its_default(workspace: Workspace, tmp_path: Path) -> None:
    for place in (workspace, planned_workspace(tmp_path / "not yet")):
        found = read_weekly_settings(place)
        assert found == WeeklySettings()
        assert (found.settle_seconds, found.most_reports) == (60, 8)
        assert read_options(place, found).region is None


def test_what_readers_are_told_and_what_holds_for_all(workspace: Workspace) -> None:
    write(workspace, WHOLE)
    (workspace.root / "kept.yaml").write_text(MAPPING)
    found = read_weekly_settings(workspace)
    options = read_options(workspace, found)
    assert (options.region, options.time_zone, options.platform) == (
        "ID", "Asia/Jakarta", "facebook"
    )  # fmt: skip
    assert options.mapping is not None
    assert options.mapping.constants["platform"] == "etsy"
    assert found.custody == Custody("Field team", handling="TLP:AMBER", retention="2027-12-31")


@pytest.mark.parametrize(
    ("section", "names"),
    [
        ("[weekly]\ncolour = 3\n", "[weekly] colour: extra inputs are not permitted"),
        ("[weekly]\nsettle_seconds = -1\n", "[weekly] settle_seconds"),
        ('[weekly]\nmost_reports = "many"\n', "[weekly] most_reports"),
        ('[weekly]\ndate_order = "ymm"\n', "[weekly] date_order"),
        ('[weekly]\nretention = "soon"\n', "[weekly] retention"),
        ('[weekly]\nregion = "Java"\n', "[weekly] region 'Java'"),
        ('[weekly]\ntimezone = "Mars/Olympus"\n', "Mars/Olympus"),
        ('[weekly]\nencoding = "klingon"\n', "klingon"),
        ('[weekly]\nmapping = "none.yaml"\n', "none.yaml"),
        ("[[weekly]]\nregion = 'ID'\n", "weekly is no section"),
    ],
)
def test_settings_that_cannot_be_meant_are_named(
    workspace: Workspace, section: str, names: str
) -> None:
    write(workspace, section)
    with pytest.raises(WorkspaceError) as told:
        read_options(workspace, read_weekly_settings(workspace))
    assert names in str(told.value)
    assert str(told.value).startswith(str(workspace.settings_file))
    assert "\n" not in str(told.value)


def test_the_examples_in_a_new_workspace_name_each_setting_and_are_right(
    workspace: Workspace,
) -> None:
    written = workspace.settings_file.read_text(encoding="utf-8")
    examples = written[written.index("# [weekly]") :].splitlines()
    code = (line[2:] for line in examples if "=" in line or line.startswith("# ["))
    told = tomllib.loads("\n".join(code))
    assert set(told["weekly"]) == set(WeeklySettings.model_fields)
    WeeklySettings.model_validate(told["weekly"])
    mail = MailSettings.model_validate(told["mail"])
    assert mail.encryption == "starttls"
    assert set(told["mail"]) == set(MailSettings.model_fields) - {"sender"} | {"from"}
