"""``spoor weekly``: the unattended run of cron and systemd timers."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from app.commands.caller import Caller, caller_of, messages, open_store
from app.commands.printing import print_json, say, visible
from app.commands.progress import show_progress
from graph.errors import UsageError

WHO = "weekly"


def weekly(
    ctx: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where files arrive.")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be done; write nothing.")
    ] = False,
    report: Annotated[
        bool, typer.Option("--report/--no-report", help="Report the weeks that are over.")
    ] = True,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Take in what is new in a folder, report, and mail, unattended.

    Each ISO week that is over gets its report. For cron and timers. Exit codes: 0 done, 1
    something could not be read or mailed, 2 called wrongly, 75 busy, try later. How files are read,
    and mail, are set in the workspace's spoor.toml.
    """
    from app.mailing import read_mail_settings
    from app.weekly import (
        Setting,
        plan_weekly,
        read_options,
        read_weekly_settings,
        run_weekly,
    )

    if not folder.is_dir():
        raise UsageError(f"{folder}: there is no such folder; name the one where files arrive.")
    caller = caller_of(ctx)
    if folder.resolve() == caller.workspace_path.resolve():
        raise UsageError(f"{folder}: this is the workspace; name the folder where files arrive.")
    workspace = caller.planned_workspace() if dry_run else caller.workspace(create=True)
    settings = read_weekly_settings(workspace)
    read_options(workspace, settings)
    mail = read_mail_settings(workspace)
    with show_progress() as steps:
        given = Setting(
            workspace, folder, settings, mail, _who(ctx, caller), open_store,
            say=_silent if as_json else say,
            complain=lambda trouble: messages.print(visible(trouble)),
            steps=steps,
        )  # fmt: skip
        done = (plan_weekly if dry_run else run_weekly)(given, reports=report)
    if as_json:
        print_json(done.to_json())
    if not done.is_well:
        raise typer.Exit(1)


def _who(ctx: typer.Context, caller: Caller) -> str:
    """Name who acts: as named, else ``$SPOOR_USER``, else the run itself."""
    named = ctx.find_root().params.get("who") or os.environ.get("SPOOR_USER")
    return caller.who if named and named.strip() else WHO


def _silent(line: str) -> None:
    """Print nothing beside the result."""
