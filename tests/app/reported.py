"""A planted world with a report of it, for the pages that show one."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from app.commands.caller import open_store
from app.reporting import Asked, make_report, name_of, write_report
from app.reports_kept import KeptReport, kept_reports
from graph.workspace import Workspace

START, END = "2026-03-01", "2026-06-07"
NAME = f"{START}--{END}"


def report_on(workspace: Workspace, asked: Asked) -> KeptReport:
    """Make a report and keep it in the workspace."""
    made = make_report(workspace, asked, who="A. Tester", open_store=open_store)
    write_report(made, workspace.root / "reports" / name_of(made))
    return next(each for each in kept_reports(workspace) if each.name == name_of(made))


def rewritten(kept: KeptReport, change: Callable[[dict[str, Any]], None]) -> None:
    """Change what a kept report says."""
    path = kept.folder / "report.json"
    told = json.loads(path.read_text(encoding="utf-8"))
    change(told)
    path.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
