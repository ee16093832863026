"""``spoor cluster``: one cluster, with why it is one."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from app.commands.caller import caller_of
from app.commands.cluster_told import (
    print_alternatives,
    print_holds,
    print_interactions,
    print_measures,
    print_roles,
)
from app.commands.clusters import span
from app.commands.printing import print_json, print_table, say, shown, weight
from app.words import count, part

TIES_SHOWN = 10


def cluster(
    ctx: typer.Context,
    cluster_id: Annotated[str, typer.Argument(metavar="ID", help="Its id, from `clusters`.")],
    snapshot: Annotated[
        str | None, typer.Option(metavar="NAME", help="Snapshot [the latest].")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Show one cluster: members, ties, and what else it may be."""
    from app.cluster_data import cluster_data
    from app.judged_status import with_status
    from app.snapshots import read_snapshot
    from ingest.tables import known_accounts

    workspace = caller_of(ctx).workspace()
    snapped = with_status(workspace, read_snapshot(workspace, snapshot))
    found = cluster_data(snapped, cluster_id, known_accounts(workspace, snapped.as_of))
    if as_json:
        print_json(found)
        return
    _print_summary(found)
    print_table(
        ("account", "name", "role", "stability", "other seeds", ""),
        [
            (m["account_key"], _name(m), m["role"], m["stability"], m["by_seed"],
             "borderline" if m["borderline"] else "")
            for m in found["members"]
        ],
    )  # fmt: skip
    names = {member["account_key"]: _name(member) for member in found["members"]}
    _print_ties(found)
    print_holds(found)
    print_alternatives(found)
    print_roles(found, names)
    print_measures(found, names)
    print_interactions(found, names)


def _print_summary(found: dict[str, Any]) -> None:
    """Print what was measured, and what people say."""
    from app.legality import said_of

    say(
        f"Cluster {found['id']}: {count(found['size'], 'account')} on {shown(found['platforms'])}, "
        f"{count(found['posts'] or 0, 'post')}, active "
        f"{span(found['span_first'], found['span_last'])}. A lead to check, not a verdict."
    )
    say(
        f"Connectedness {shown(found['connectedness'])} (measured), trade relevance "
        f"{shown(found['trade_relevance'])} (measured), legality {said_of(found['legality'])}."
    )
    say(_status(found))
    for name in ("taxa", "products", "terms"):
        if found[name]:
            say(f"{name.capitalize()} named: {', '.join(found[name])}")
    say()


def _status(found: dict[str, Any]) -> str:
    """Say how a cluster stands judged."""
    if not found["judged_by"]:
        return (
            f"Nobody has judged it yet; `spoor judge cluster {found['id']} confirm` or `reject` "
            "notes what a person decides."
        )
    why = f": {found['judged_why'].rstrip('. ')}" if found["judged_why"] else ""
    said = f"{found['status'].capitalize()} by {found['judged_by']} on {found['judged_at'][:10]}"
    return f"{said}{why}."


def _print_ties(found: dict[str, Any]) -> None:
    """Print the strongest ties with what speaks for and against them."""
    ties = found["ties"]
    names = {m["account_key"]: _name(m) for m in found["members"]}
    say()
    say(f"Why they may work together, by {part(1, min(TIES_SHOWN, len(ties)), len(ties), 'ties')}:")
    for tie in ties[:TIES_SHOWN]:
        ends = " – ".join(_called(tie[end], names) for end in ("account_a", "account_b"))
        say(f"{ends}: probability {tie['probability']:.2f}", indent=2)
        for reason in tie["reasons"]:
            say(
                reason["sentence"],
                indent=4,
                label=weight(reason["bits"], counted=reason["counted"]),
            )
    if found["left_out"]:
        say("No ties by a person's judgement:")
    for tie in found["left_out"]:
        say(f"{_called(tie['account_a'], names)} – {_called(tie['account_b'], names)}", indent=2)
        for sentence in tie["reasons"]:
            say(sentence, indent=4)


def _name(member: dict[str, Any]) -> str | None:
    """Call an account by its name, else its handle."""
    return member["name"] or (f"@{member['handle']}" if member["handle"] else None)


def _called(key: str, names: dict[str, str | None]) -> str:
    """Write an account's key with its name."""
    return f"{key} ({names[key]})" if names.get(key) else key
