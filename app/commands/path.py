"""``spoor path``: how two accounts are connected."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.commands.account import unknown_account
from app.commands.caller import caller_of, messages, open_graph
from app.commands.printing import print_json, say, visible
from app.words import count
from graph.errors import UsageError

if TYPE_CHECKING:
    from graph.lookup.paths import Connection, Node, PassedOver, Path

MOST = 5
PASSED_OVER = {
    "contact_detail": "Both use {called}, which {accounts} use: what so many use joins strangers.",
    "group": "Both belong to {called}, which has {members}: a large group joins strangers.",
    "text": "Both posted nearly {called}, which {accounts} use: common texts join strangers.",
}
HUB = "Both use {called}, which {accounts} use: a hub joins strangers."


def path(
    ctx: typer.Context,
    a: Annotated[str, typer.Argument(metavar="A", help="An account, as telegram:user123.")],
    b: Annotated[str, typer.Argument(metavar="B", help="Another account.")],
    most: Annotated[
        int, typer.Option(metavar="N", min=1, max=100, help="Show so many paths at most.")
    ] = MOST,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Show how two accounts are connected.

    By ties where there are any; else by what they share without being tied. Never through a hub.
    """
    from graph.lookup.paths import find_paths, missing_accounts

    if a == b:
        raise UsageError(f"Both are the account {a}; name two different accounts.")
    with open_graph(caller_of(ctx).workspace()) as store:
        for key in missing_accounts(store, [a, b]):
            raise unknown_account(store, key)
        found = find_paths(store, a, b, most=most)
    if as_json:
        print_json([path_data(each) for each in found.paths])
        for note in _notes(found):
            messages.print(visible(note))
    else:
        _print(found)


def path_data(found: Path) -> dict[str, Any]:
    """Give a path as plain data, in the shape of the command line's contract."""
    return {
        "nodes": [
            {"key": node.key, "kind": node.kind, "label": node.label} for node in found.nodes
        ],
        "links": [asdict(link) for link in found.links],
        "score": found.score,
    }


def _print(found: Connection) -> None:
    """Print how two accounts are connected."""
    ends = f"{_called(found.a)} and {_called(found.b)}"
    if found.paths:
        say(f"{ends} are connected {_by_what(found.paths)}.")
        say("A path is a lead to check, not a relation: its accounts need not know each other.")
    else:
        say(f"{ends} are not connected: {_looked_for()}.")
    for number, each in enumerate(found.paths, 1):
        say()
        _print_path(number, each)
    for note in _notes(found):
        say(note)


def _by_what(paths: list[Path]) -> str:
    """Say what connects two accounts, and in how many ways."""
    first, many = paths[0], count(len(paths), "path")
    if first.is_shared:
        return f"by no ties alone, but by what accounts share: {many}"
    return f"by {count(len(first.links), 'tie')}: {many}"


def _looked_for() -> str:
    """Say what was looked for in vain."""
    from graph.lookup.path_steps import Bounds

    bounds = Bounds()
    return (
        f"there is no path of at most {bounds.ties} ties, nor one of at most {bounds.steps} steps "
        f"over contact details and texts of at most {bounds.most_sharing} accounts and groups of "
        f"at most {bounds.small_group}"
    )


def _print_path(number: int, found: Path) -> None:
    """Print one path, account by account."""
    if found.score is None:
        say(f"Path {number}:")
    else:
        say(f"Path {number}, whose weakest tie has {found.score:.1f} bits:")
    say(_called(found.nodes[0]), indent=2)
    for link, node in zip(found.links, found.nodes[1:], strict=True):
        kind = link.kind if link.score is None else f"{link.kind}, {link.score:.1f} bits"
        say(link.why, indent=4, label=f"{kind}  ")
        if node.kind == "account":
            say(_called(node), indent=2)


def _called(node: Node) -> str:
    """Write a node's key with what it is called."""
    return node.key if node.label in node.key else f"{node.key} ({node.label})"


def _notes(found: Connection) -> list[str]:
    """Say what no path goes through, and what was not looked at."""
    notes = [_passed_over(each) for each in found.passed_over]
    if found.is_cut:
        notes.append(
            "More connections leave these accounts than were followed; there may be other paths."
        )
    return notes


def _passed_over(found: PassedOver) -> str:
    """Say what joins two accounts as it joins strangers."""
    words = HUB if found.is_hub else PASSED_OVER[found.node.kind]
    return words.format(
        called=found.node.called,
        accounts=count(found.accounts, "account"),
        members=count(found.accounts, "known member"),
    )
