"""``spoor watch``: what to keep an eye on, and what turned up of it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from app.commands.caller import Caller, caller_of, hint, messages, say_waiting
from app.commands.options import day
from app.commands.printing import one_line, print_json, print_table, say
from app.words import count

watch_app = typer.Typer(help="Keep an eye on things, and see what turned up of them.")
AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]
Kind = Annotated[
    str, typer.Argument(metavar="KIND", help="account, detail, term, taxon, group or cluster.")
]
Why = Annotated[str | None, typer.Option(metavar="TEXT", help="Why, for the journal.")]


@watch_app.callback(invoke_without_command=True)
def watch(ctx: typer.Context) -> None:
    """Keep an eye on things, and see what turned up of them."""
    if ctx.invoked_subcommand is None:
        _list(caller_of(ctx), as_json=False)


@watch_app.command()
def add(
    ctx: typer.Context,
    kind: Kind,
    value: Annotated[
        list[str],
        typer.Argument(
            metavar="VALUE",
            help="A key; a contact detail in any writing (+62 812 …); any name of a taxon; words; "
            "or a cluster's id in the latest snapshot.",
        ),
    ],
    why: Why = None,
    as_json: AsJson = False,
) -> None:
    """Watch something; what turns up of it is said by ingest and report.

    It need not be known yet, but for a cluster, which is known again by its members. Words are
    found in any script, whatever their case; of a taxon also what belongs to it.
    """
    from app.watching import watch as note

    caller = caller_of(ctx)
    workspace = caller.workspace()
    with workspace.writer(on_wait=say_waiting):
        added = note(workspace, kind, " ".join(value), why=why, who=caller.who)
    found = added.watch
    if as_json:
        print_json(
            {"watch": found.watch, "kind": found.kind, "value": found.value,
             "new": added.is_new, "met": added.is_met}
        )  # fmt: skip
        return
    before = "" if added.is_new else ", as before"
    say(f"{found.watch}: {found.kind} {found.value} is watched{before}.")
    if not added.is_met:
        messages.print("Nothing has it yet; it is said when something does.")
    hint("`spoor watch hits` lists what there is of it already.")


@watch_app.command()
def remove(
    ctx: typer.Context,
    kind: Kind,
    value: Annotated[
        list[str],
        typer.Argument(metavar="VALUE", help="As it was watched, or its number, such as W1."),
    ],
    why: Why = None,
    as_json: AsJson = False,
) -> None:
    """Watch something no longer; the journal keeps that it was."""
    from app.watching import unwatch

    caller = caller_of(ctx)
    workspace = caller.workspace()
    with workspace.writer(on_wait=say_waiting):
        found = unwatch(workspace, kind, " ".join(value), why=why, who=caller.who)
    if as_json:
        print_json({"watch": found.watch, "kind": found.kind, "value": found.value})
    else:
        say(f"{found.watch}: {found.kind} {found.value} is not watched any more.")


@watch_app.command("list")
def list_(ctx: typer.Context, as_json: AsJson = False) -> None:
    """List what is watched, by whom, since when and why."""
    _list(caller_of(ctx), as_json=as_json)


@watch_app.command()
def hits(
    ctx: typer.Context,
    since: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Only what was first known on this day or later."),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Only what was known by the end of this day."),
    ] = None,
    most: Annotated[int, typer.Option(min=1, metavar="N", help="Most posts to list.")] = 200,
    as_json: AsJson = False,
) -> None:
    """List what turned up of what is watched.

    What was taken in last comes first.
    """
    from app.watching import hits as find

    first, last = day("--since", since), day("--until", until)
    found = find(caller_of(ctx).workspace(), first, last, most=most)
    if as_json:
        print_json(
            {"total": found.total, "counts": found.counts,
             "hits": [asdict(each) for each in found.hits]}
        )  # fmt: skip
        return
    if not found.hits:
        messages.print("Nothing that is watched has turned up; `spoor watch list` lists it.")
        return
    print_table(
        ("watch", "at", "what", "text"),
        [(it.watch, (it.at or "")[:10], it.what, one_line(it.text)) for it in found.hits],
    )
    if found.total > len(found.hits):
        by_watch = ", ".join(f"{name} {many:,}" for name, many in found.counts.items())
        messages.print(
            f"These are {len(found.hits):,} of {found.total:,} ({by_watch}); --since or --most "
            "shows others."
        )


def say_watched(posts: int, many: int) -> None:
    """Say that watches turned up in what was taken in."""
    if many:
        said = "1 watch was hit" if many == 1 else f"{many:,} watches were hit"
        messages.print(f"{said}: {count(posts, 'post')}; `spoor watch hits` lists them.")


def _list(caller: Caller, *, as_json: bool) -> None:
    """List what is watched."""
    from ingest.watches import watches

    found = watches(caller.workspace())
    if as_json:
        print_json([asdict(each) for each in found])
    elif found:
        print_table(
            ("watch", "kind", "value", "members", "since", "by", "why"),
            [
                (it.watch, it.kind, it.value, len(it.members) or None, it.at[:10], it.by, it.why)
                for it in found
            ],
        )
    else:
        messages.print(
            "Nothing is watched; `spoor watch add detail +62 812 …` keeps an eye on that number."
        )
