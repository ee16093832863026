"""``spoor seal``: pictures that nobody is to see."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from app.commands.caller import caller_of, messages, say_waiting
from app.commands.printing import print_json, print_table, say

seal_app = typer.Typer(
    help="Seal pictures so that nobody is shown them, and lift seals.", no_args_is_help=True
)
AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]
Kind = Annotated[str, typer.Argument(metavar="KIND", help="picture, post or account.")]
Key = Annotated[str, typer.Argument(metavar="KEY", help="Its key.")]


@seal_app.command()
def put(
    ctx: typer.Context,
    kind: Kind,
    key: Key,
    ground: Annotated[
        str, typer.Option(metavar="GROUND", help="Whom it protects: minor, victim or other.")
    ],
    why: Annotated[str | None, typer.Option(metavar="TEXT", help="In your words.")] = None,
    as_json: AsJson = False,
) -> None:
    """Seal a picture, or the pictures of a post or an account.

    Pictures that look nearly the same are sealed with them, wherever they are shown.
    """
    from ingest.seals import put_seal

    caller = caller_of(ctx)
    workspace = caller.workspace()
    with workspace.writer(on_wait=say_waiting):
        is_new = put_seal(workspace, kind, key, ground, why=why, who=caller.who)
    if as_json:
        print_json({"kind": kind, "key": key, "new": is_new})
    else:
        say(f"{kind} {key}: {'sealed' if is_new else 'sealed, as before'}.")


@seal_app.command()
def lift(
    ctx: typer.Context,
    kind: Kind,
    key: Key,
    why: Annotated[str, typer.Option(metavar="TEXT", help="Why the pictures may be shown.")],
    as_json: AsJson = False,
) -> None:
    """Lift a seal; the journal keeps who put it and who lifted it."""
    from ingest.seals import lift_seal

    caller = caller_of(ctx)
    workspace = caller.workspace()
    with workspace.writer(on_wait=say_waiting):
        lift_seal(workspace, kind, key, why=why, who=caller.who)
    if as_json:
        print_json({"kind": kind, "key": key})
    else:
        say(f"{kind} {key}: the seal is lifted.")


@seal_app.command("list")
def list_(ctx: typer.Context, as_json: AsJson = False) -> None:
    """List what is sealed."""
    from ingest.seals import seals

    now = seals(caller_of(ctx).workspace())
    found = [each for of in (now.pictures, now.posts, now.accounts) for each in of.values()]
    if as_json:
        print_json([asdict(each) for each in found])
    elif found:
        print_table(
            ("what", "key", "ground", "by", "since", "why"),
            [(it.kind, it.key, it.ground, it.by, it.at[:10], it.why) for it in found],
        )
    else:
        messages.print("Nothing is sealed; `spoor seal put` seals pictures.")
