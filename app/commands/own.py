"""``spoor own``: which accounts are our own side's, and take part in nothing."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from shlex import quote
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.commands.caller import Caller, caller_of, messages, open_store, say_waiting
from app.commands.printing import print_json, print_table, say, visible
from app.commands.progress import show_progress
from graph.errors import UsageError

if TYPE_CHECKING:
    from graph.workspace import Workspace

SUGGESTIONS_SHOWN = 10


def own(
    ctx: typer.Context,
    keys: Annotated[
        list[str] | None,
        typer.Argument(metavar="KEY", help="Accounts, or contact details as phone:+62…"),
    ] = None,
    taken_back: Annotated[
        bool, typer.Option("--not", help="They are not ours, or no longer.")
    ] = False,
    why: Annotated[str | None, typer.Option(metavar="TEXT", help="Why, for the journal.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Keep our own accounts out of everything.

    They take part in no tie, cluster or role and appear nowhere but here, in `account` by name,
    and in `log`. Without KEY: list them, and those that may be.
    """
    from ingest.own import own_key

    caller = caller_of(ctx)
    if keys:
        _decide(
            caller, [own_key(key) for key in keys], own=not taken_back, why=why, as_json=as_json
        )
    elif taken_back or why is not None:
        raise UsageError("Name the accounts that are meant, such as telegram:user123.")
    else:
        _list(caller.workspace(), as_json=as_json)


def say_suggestions(workspace: Workspace, paths: Collection[str] | None = None) -> None:
    """Say which accounts may be our own side's and wait for a person to decide.

    Parameters
    ----------
    workspace : Workspace
    paths : collection of str, optional
        Only those that these sources suggest.
    """
    from ingest.archive import Archive
    from ingest.own_alike import may_be_own

    found = [
        (key, told)
        for key, told in may_be_own(Archive(workspace)).items()
        if paths is None or told[1] in paths
    ]
    for key, (reason, path) in found[:SUGGESTIONS_SHOWN]:
        place = "" if path in reason else f"; {path}"
        messages.print(
            visible(
                f"{key} may be your own side's ({reason}{place}): `spoor own {quote(key)}` keeps "
                f"it out, `spoor own --not {quote(key)}` keeps it in."
            )
        )
    if len(found) > SUGGESTIONS_SHOWN:
        more = len(found) - SUGGESTIONS_SHOWN
        messages.print(f"So may {more:,} more; `spoor own` lists them.")


def _decide(caller: Caller, keys: list[str], *, own: bool, why: str | None, as_json: bool) -> None:
    """Note a decision, and make the graph again where it changes something."""
    from app.rebuild import make_current
    from ingest.own import declare
    from ingest.own_profile import unknown_keys

    workspace = caller.workspace(create=True)
    with workspace.writer(on_wait=say_waiting), show_progress() as steps:
        new = declare(workspace, keys, own=own, why=why, who=caller.who)
        made = make_current(workspace, who=caller.who, open_store=open_store, steps=steps)
        unknown = unknown_keys(workspace, keys) if own else {}
    if as_json:
        print_json(
            {
                "keys": keys,
                "own": own,
                "new": new,
                "unknown": list(unknown),
                "rebuilt": made.anew,
                "snapshot": made.snapshot,
            }
        )
    else:
        _print_decision(keys, new, own=own)
        if made.anew:
            say(
                "The graph was made again, and networks were detected again."
                if made.detected
                else "The graph was made again."
            )
    _say_unknown(unknown)


def _print_decision(keys: list[str], new: list[str], *, own: bool) -> None:
    """Say what holds now."""
    for key in keys:
        known = "" if key in new else ", as before"
        said = "is your own side's and stays out" if own else "is not your own side's and stays in"
        say(f"{key} {said}{known}.")


def _say_unknown(unknown: Mapping[str, list[str]]) -> None:
    """Warn of keys that no source speaks of, which may be typing errors."""
    for key, near in unknown.items():
        nearest = f" (nearest: {', '.join(near)})" if near else ""
        messages.print(
            visible(
                f"No source speaks of {key} yet{nearest}; it stays out when one does. If it is a "
                f"typing error: `spoor own --not {quote(key)}`."
            )
        )


def _list(workspace: Workspace, *, as_json: bool) -> None:
    """List our own accounts, and those that may be."""
    from ingest.archive import Archive
    from ingest.own import decisions
    from ingest.own_alike import may_be_own
    from ingest.screened import Screened

    declared = [
        {"key": key, "by": each.by, "at": each.at, "why": each.why}
        for key, each in decisions(workspace).items()
        if each.is_own
    ]
    screen = Screened(workspace).screen
    others = sorted(screen.accounts - {str(each["key"]) for each in declared}) if screen else []
    suggested = [
        {"key": key, "reason": reason, "source": path}
        for key, (reason, path) in may_be_own(Archive(workspace)).items()
    ]
    if as_json:
        print_json({"own": declared, "same": others, "suggested": suggested})
    elif declared or suggested:
        _print_lists(declared, others, suggested)
    else:
        messages.print(
            "Nobody is declared your own side's; `spoor own telegram:user123` keeps that account "
            "out of everything."
        )


def _print_lists(
    declared: list[dict[str, Any]], others: list[str], suggested: list[dict[str, Any]]
) -> None:
    """Print who is our own side's, and who may be."""
    if declared:
        rows = [(it["key"], it["at"][:10], it["by"], it["why"]) for it in declared]
        same = "by the platform's word, or by name in the same chat, it is one of these"
        print_table(
            ("your own side's", "since", "declared by", "why"),
            [*rows, *((key, None, None, same) for key in others)],
        )
    if declared and suggested:
        say()
    if suggested:
        print_table(
            ("may be your own side's", "why", "source"),
            [(it["key"], it["reason"], it["source"]) for it in suggested],
        )
