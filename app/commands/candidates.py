"""``spoor candidates``: two accounts behind which one person may be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.commands.caller import caller_of, hint, messages, say_waiting
from app.commands.printing import print_json, print_table
from app.words import count

if TYPE_CHECKING:
    from app.candidate_data import Listed

COLUMNS = ("account", "account", "score", "status", "why")
REJECTED = "rejected"
KINDS = {
    "hub": ("contact detail that serves strangers", "contact details that serve strangers"),
    "quoting account": (
        "account that quotes other people's details",
        "accounts that quote other people's details",
    ),
    "detail": ("contact detail of too many", "contact details of too many"),
    "text": ("text of too many", "texts of too many"),
    "picture": ("picture of too many", "pictures of too many"),
    "name": ("name of too many", "names of too many"),
    "handle": ("handle of too many", "handles of too many"),
    "handle letters": ("spelling of too many handles", "spellings of too many handles"),
    "near handle": ("spelling near too many handles", "spellings near too many handles"),
    "bio": ("description of too many", "descriptions of too many"),
}
"""What was left out, in words: one and several."""


def candidates(
    ctx: typer.Context,
    snapshot: Annotated[
        str | None, typer.Option(metavar="NAME", help="Snapshot [the latest].")
    ] = None,
    limit: Annotated[
        int, typer.Option(metavar="N", min=1, help="How many at most, the likeliest first.")
    ] = 50,
    every: Annotated[bool, typer.Option("--all", help="Those rejected by a person, too.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """List pairs of accounts behind which one person may be.

    Questions for a person: nothing is merged. `spoor judge candidate` answers one, and takes the
    answer back.
    """
    from app.candidate_data import list_candidates

    listed = list_candidates(caller_of(ctx).workspace(), snapshot, on_wait=say_waiting)
    rows = [row for row in listed.rows if every or row["status"] != REJECTED]
    if as_json:
        print_json(rows[:limit])
        return
    if rows:
        print_table(COLUMNS, [_row(row) for row in rows[:limit]])
        hint("`spoor judge candidate ACCOUNT ACCOUNT confirm` (or reject) answers one.")
    else:
        messages.print(
            f"No candidate: no two accounts known by the end of {listed.as_of} seem "
            "to be one person's."
        )
    for note in _notes(listed, shown=len(rows[:limit]), of=len(rows)):
        messages.print(note)


def _row(candidate: dict[str, Any]) -> tuple[object, ...]:
    """Write one candidate as a row of the list."""
    by = candidate["judged_by"]
    return (
        *candidate["accounts"],
        candidate["score"],
        f"{candidate['status']} by {by}" if by else candidate["status"],
        " ".join(reason["sentence"] for reason in candidate["reasons"]),
    )


def _notes(listed: Listed, *, shown: int, of: int) -> list[str]:
    """Say what was compared, what is not shown, and what was not compared."""
    pairs = count(len(listed.found.pairs), "pair")
    notes = [f"Of {count(listed.accounts, 'account')}, {pairs} had something to compare."]
    if shown < of:
        notes.append(f"These are {shown} of {of:,}; --limit shows more.")
    rejected = sum(row["status"] == REJECTED for row in listed.rows)
    if rejected and of < len(listed.rows):
        notes.append(f"{count(rejected, 'candidate')} that a person rejected: --all shows them.")
    left_out = [
        count(many, *KINDS[kind])
        for kind, many in listed.found.left_out.items()
        if many and kind in KINDS
    ]
    if left_out:
        notes.append(f"Not compared by: {', '.join(left_out)}.")
    return notes
