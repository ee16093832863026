"""``spoor search``: find whatever fits a text, and say why."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from app.commands.caller import caller_of, messages, open_graph
from app.commands.printing import print_json, print_table


def search(
    ctx: typer.Context,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A key, a number, a name, or words.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Find what fits a number, a name, words or a key.

    Looks through accounts, contact details, groups, clusters, species, code words and posts. A
    number is found in any writing. Of each kind at most 20 are listed: those that fit exactly,
    then those that are a letter or two away, which are called near.
    """
    from app.searching.hits import hits_of

    workspace = caller_of(ctx).workspace()
    with open_graph(workspace) as store:
        hits = hits_of(workspace, store, text)
    if as_json:
        print_json([asdict(hit) for hit in hits])
    elif hits:
        print_table(
            ("kind", "key", "what", "why"),
            [(hit.kind.replace("_", " "), hit.key, hit.label, hit.why) for hit in hits],
        )
    else:
        messages.print("Nothing fits; try fewer words, a part of the number, or another spelling.")
