"""``spoor note``: what people write down about accounts, clusters, groups, details and posts."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from app.commands.caller import Caller, caller_of, messages, say_waiting
from app.commands.printing import one_line, print_json, print_table, say

note_app = typer.Typer(help="Write notes about things, and find them again.")
AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]
Name = Annotated[str, typer.Argument(metavar="NOTE", help="The note's name, such as N3.")]


@note_app.callback(invoke_without_command=True)
def note(ctx: typer.Context) -> None:
    """Write notes about things, and find them again."""
    if ctx.invoked_subcommand is None:
        _list(caller_of(ctx), "", as_json=False)


@note_app.command()
def add(
    ctx: typer.Context,
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help="account, cluster, group, detail or post.")
    ],
    key: Annotated[
        str,
        typer.Argument(metavar="KEY", help="Its key; a cluster's id in the latest snapshot."),
    ],
    text: Annotated[list[str], typer.Argument(metavar="TEXT", help="What is to be remembered.")],
    as_json: AsJson = False,
) -> None:
    """Write a note; no tie and no detection takes notice of it."""
    from app.noting import write_note

    caller = caller_of(ctx)
    workspace = caller.workspace()
    with workspace.writer(on_wait=say_waiting):
        found = write_note(workspace, kind, key, " ".join(text), who=caller.who)
    if as_json:
        print_json(asdict(found))
    else:
        say(f"{found.note}: noted of {found.kind} {found.key}.")


@note_app.command()
def correct(
    ctx: typer.Context,
    name: Name,
    text: Annotated[list[str], typer.Argument(metavar="TEXT", help="How it is to read.")],
    as_json: AsJson = False,
) -> None:
    """Have a note read otherwise; the journal keeps what it said."""
    from ingest.notes import correct_note

    caller = caller_of(ctx)
    workspace = caller.workspace()
    with workspace.writer(on_wait=say_waiting):
        is_new = correct_note(workspace, name, " ".join(text), who=caller.who)
    if as_json:
        print_json({"note": name, "new": is_new})
    else:
        say(f"{name}: {'corrected' if is_new else 'reads so already'}.")


@note_app.command()
def withdraw(
    ctx: typer.Context,
    name: Name,
    why: Annotated[str | None, typer.Option(metavar="TEXT", help="Why, for the journal.")] = None,
    as_json: AsJson = False,
) -> None:
    """Withdraw a note; the journal keeps that it was."""
    from ingest.notes import withdraw_note

    caller = caller_of(ctx)
    workspace = caller.workspace()
    with workspace.writer(on_wait=say_waiting):
        found = withdraw_note(workspace, name, why=why, who=caller.who)
    if as_json:
        print_json(asdict(found))
    else:
        say(f"{found.note}: withdrawn.")


@note_app.command("list")
def list_(
    ctx: typer.Context,
    find: Annotated[
        str, typer.Option(metavar="WORDS", help="Only notes that have all of these words.")
    ] = "",
    as_json: AsJson = False,
) -> None:
    """List the notes that stand, the newest first."""
    _list(caller_of(ctx), find, as_json=as_json)


def _list(caller: Caller, find: str, *, as_json: bool) -> None:
    """List notes."""
    from app.noting import find_notes, shown_notes

    found = find_notes(shown_notes(caller.workspace()), find)
    if as_json:
        print_json([asdict(each) for each in found])
    elif found:
        print_table(
            ("note", "about", "key", "text", "by", "at"),
            [(it.note, it.kind, it.key, one_line(it.text), it.by, it.at[:10]) for it in found],
        )
    else:
        messages.print("There is no such note; `spoor note add` writes one.")
