"""``spoor translate``: translations of posts, by hand or pasted from a tool."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from app.commands.caller import caller_of, messages, open_graph, say_waiting
from app.commands.printing import one_line, print_json, print_table, say

translate_app = typer.Typer(help="Add translations to posts, and list them.", no_args_is_help=True)
AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]


@translate_app.command()
def add(
    ctx: typer.Context,
    post: Annotated[str, typer.Argument(metavar="POST", help="The post's key.")],
    language: Annotated[
        str, typer.Argument(metavar="LANGUAGE", help="What it is translated into, such as en.")
    ],
    text: Annotated[list[str], typer.Argument(metavar="TEXT", help="The translation.")],
    tool: Annotated[
        str | None, typer.Option(metavar="NAME", help="What translated it, where a tool did.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Add a translation: searched, and never read as evidence."""
    from app.translating import translate

    caller = caller_of(ctx)
    workspace = caller.workspace()
    with workspace.writer(on_wait=say_waiting), open_graph(workspace) as store:
        found = translate(
            workspace, store, post, language, " ".join(text), tool=tool, who=caller.who
        )
    if as_json:
        print_json(asdict(found))
    else:
        say(f"{found.translation}: {found.post_key} is translated into {found.language}.")


@translate_app.command()
def withdraw(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="TRANSLATION", help="Its name, such as T3.")],
    why: Annotated[str | None, typer.Option(metavar="TEXT", help="Why, for the journal.")] = None,
    as_json: AsJson = False,
) -> None:
    """Withdraw a translation; the journal keeps that it was."""
    from app.translating import take_back

    caller = caller_of(ctx)
    workspace = caller.workspace()
    with workspace.writer(on_wait=say_waiting), open_graph(workspace) as store:
        found = take_back(workspace, store, name, why=why, who=caller.who)
    if as_json:
        print_json(asdict(found))
    else:
        say(f"{found.translation}: withdrawn.")


@translate_app.command("list")
def list_(ctx: typer.Context, as_json: AsJson = False) -> None:
    """List the translations that stand."""
    from ingest.translations import translations

    by_post = translations(caller_of(ctx).workspace())
    found = [each for of in by_post.values() for each in of]
    if as_json:
        print_json([asdict(each) for each in found])
    elif found:
        print_table(
            ("name", "post", "into", "by", "tool", "at", "text"),
            [
                (it.translation, it.post_key, it.language, it.by, it.tool, it.at[:10],
                 one_line(it.text))
                for it in found
            ],
        )  # fmt: skip
    else:
        messages.print("No post is translated; `spoor translate add` adds a translation.")
