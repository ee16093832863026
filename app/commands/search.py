"""``spoor search``: find accounts, contact details, groups and posts."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from app.commands.caller import caller_of, messages, open_graph
from app.commands.printing import print_json, print_table


def search(
    ctx: typer.Context,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A key, a number, or words.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Find accounts, contact details, groups and posts.

    Keys come first, then numbers in any spelling, then words.
    """
    from graph.lookup.search import search as find

    with open_graph(caller_of(ctx).workspace()) as store:
        hits = find(store, text)
    if as_json:
        print_json([asdict(hit) for hit in hits])
    elif hits:
        print_table(
            ("kind", "key", "what", "why"),
            [(hit.kind.replace("_", " "), hit.key, hit.label, hit.why) for hit in hits],
        )
    else:
        messages.print("Nothing fits; try fewer words, a part of the number, or another spelling.")
