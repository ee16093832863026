"""``spoor cluster``: one cluster, with why it is one."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from app.cluster_data import cluster_data
from app.commands.caller import caller_of
from app.commands.printing import print_json, print_table, results, shown, visible
from graph.snapshots import read_snapshot

TIES_SHOWN = 20


def cluster(
    ctx: typer.Context,
    cluster_id: Annotated[str, typer.Argument(metavar="ID", help="Its id, from `clusters`.")],
    snapshot: Annotated[str | None, typer.Option(help="Its name [the latest].")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Show one cluster: members, why they may work together, and what else it may be."""
    found = cluster_data(read_snapshot(caller_of(ctx).workspace(), snapshot), cluster_id)
    if as_json:
        print_json(found)
        return
    results.print(
        f"Cluster {found['id']}: {found['size']} accounts, {found['posts'] or 0} posts from "
        f"{shown(found['span_first'])} to {shown(found['span_last'])}.\n"
        f"Connectedness {shown(found['connectedness'])} (measured), trade relevance "
        f"{shown(found['trade_relevance'])} (measured), legality not assessed (a person decides)."
    )
    print_table(
        ("account", "role", "stability", "note"),
        [
            (m["account_key"], m["role"], m["stability"], "borderline" if m["borderline"] else "")
            for m in found["members"]
        ],
    )
    _print_ties(found["ties"])
    results.print("What else it may be:")
    for name, fact in zip(found["alternatives"], found["alternatives_for"], strict=True):
        results.print(f"  {name}: {fact}." if fact else f"  {name}")


def _print_ties(ties: list[dict[str, Any]]) -> None:
    """Print the strongest ties with what speaks for and against them."""
    results.print(f"Why they may work together (strongest {min(TIES_SHOWN, len(ties))} of "
                  f"{len(ties)} ties):")  # fmt: skip
    for tie in ties[:TIES_SHOWN]:
        results.print(
            visible(f"  {tie['account_a']} – {tie['account_b']}: probability ")
            + f"{tie['probability']:.2f}"
        )
        for reason in tie["reasons"]:
            results.print(f"    {reason['bits']:+.1f} bits  {visible(reason['sentence'])}")
