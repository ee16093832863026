"""``spoor report``: what changed in a week or between two days."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.commands.caller import Caller, caller_of, hint, messages, open_store, say_waiting
from app.commands.printing import print_json, say
from app.commands.progress import show_progress
from graph.errors import UsageError

if TYPE_CHECKING:
    from app.reporting import Asked, Written


def report(
    ctx: typer.Context,
    week: Annotated[
        str | None, typer.Option(metavar="WEEK", help="ISO week (2026-W46) [the latest].")
    ] = None,
    start: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="First day, in place of a week.")
    ] = None,
    end: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="Second day, with --from.")
    ] = None,
    all_weeks: Annotated[
        bool, typer.Option("--all-weeks", help="A report of every week of the archive.")
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Where to write [reports/WEEK in the workspace]."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Say what changed in the networks: HTML, PDF and JSON.

    Compares what was known by the end of a week with what was known by the end of the week before.
    """
    from app.reporting import Asked

    asked = Asked(week, start, end)
    if all_weeks and asked != Asked():
        raise UsageError("--all-weeks names its periods by itself; leave out the other dates.")
    caller = caller_of(ctx)
    made = []
    for each in _reports(caller, asked, all_weeks=all_weeks):
        made.append(each)
        written = _write(caller, each, output, several=all_weeks)
        if not as_json:
            _say(each, written)
    if as_json:
        print_json(made if all_weeks else made[0])
    else:
        hint("These are leads to check, not verdicts.")


def _reports(caller: Caller, asked: Asked, *, all_weeks: bool) -> Iterator[dict[str, Any]]:
    """Make what is asked for."""
    from app.reporting import make_report, make_reports

    workspace = caller.workspace()
    with show_progress() as steps:
        if all_weeks:
            yield from make_reports(
                workspace, who=caller.who, open_store=open_store, steps=steps, on_wait=say_waiting
            )
        else:
            yield make_report(
                workspace, asked, who=caller.who, open_store=open_store, steps=steps,
                on_wait=say_waiting,
            )  # fmt: skip


def _write(caller: Caller, made: dict[str, Any], output: Path | None, *, several: bool) -> Written:
    """Write a report where it is asked for."""
    from app.reporting import name_of, write_report

    workspace = caller.workspace()
    name = name_of(made)
    folder = workspace.root / "reports" / name
    if output is not None:
        folder = output / name if several else output
    return write_report(made, folder)


def _say(made: dict[str, Any], written: Written) -> None:
    """Print the first page of a report, and where the rest is."""
    period = made["period"]
    say(f"{period['week'] or 'Period'}, {period['from']} to {period['to']}:")
    for sentence in made["summary"]:
        say(f"  {sentence}")
    say(f"Written to {written.folder}: {', '.join(_files(written))}.")
    for notice in written.notices:
        messages.print(notice)


def _files(written: Written) -> list[str]:
    """Names of the files of a report."""
    return [each.name for each in (written.html, written.pdf, written.json) if each]
