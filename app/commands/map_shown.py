"""Showing a proposed mapping, and what it would read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from rich.cells import cell_len

from app.commands.caller import messages
from app.commands.printing import one_line, print_table, say, visible
from app.words import count

if TYPE_CHECKING:
    from ingest.proposal import Preview, Proposal, ProposedColumn, Sample

LONGEST_SHOWN = 60
LONGEST_EXAMPLE = 40
WIDEST_NAME = 24
EVERY_ROW = "(every row)"


def print_proposal(proposal: Proposal | None, sample: Sample, name: str) -> None:
    """Show what the columns of a table may mean.

    Parameters
    ----------
    proposal : Proposal or None
        None where a person's own mapping is shown.
    sample : Sample
        The first rows.
    name : str
        What the user calls the file.
    """
    where = f", sheet '{sample.layout.sheet}'" if sample.layout.sheet else ""
    where += f", list `{sample.layout.items}`" if sample.layout.items else ""
    where += f", header in row {sample.layout.header_row}" if sample.layout.header_row > 1 else ""
    say(f"{name}: {sample.format}{where}; {count(len(sample.rows.locators), 'row')} looked at.")
    if sample.other_sheets:
        say(f"Left out, because their columns differ: sheets {', '.join(sample.other_sheets)}.")
    for notice in sample.rows.notices:
        say(notice)
    say()
    if proposal is not None:
        _print_columns(proposal)
        say()


def print_preview(result: Preview, *, national: bool) -> None:
    """Show what would be read of the first rows.

    Parameters
    ----------
    result : Preview
        What was made of them.
    national : bool
        Whether a region was named, so that national telephone numbers count.
    """
    if result.problem:
        return
    _print_rows(result)
    merged = f", {result.rows_merged:,} are merged" if result.rows_merged else ""
    say(
        f"Of {count(result.rows_read, 'row')}, {result.rows_accepted:,} would be accepted{merged}"
        f" and {result.rows_rejected:,} rejected."
    )
    for reason, many in list(result.reasons.items())[:5]:
        say(f"rejected: {reason}", indent=2, label=f"{many:,} ")
    kinds = ", ".join(f"{many:,} {kind}" for kind, many in result.details.items())
    say(f"Contact details found in them: {kinds or 'none'}.")
    if not national:
        say("National phone numbers count only with --region CC, such as --region ID.")


def _print_columns(proposal: Proposal) -> None:
    """Show what each column may be: what is taken, what is to be decided, what is only kept."""
    taken = [each for each in proposal.columns if each.is_taken]
    open_still = [
        each for each in proposal.columns if not each.is_taken and each.guess.field is not None
    ]
    kept = [each.column for each in proposal.columns if each.guess.field is None]
    names = [each.column for each in (*taken, *open_still)]
    width = min(max(map(cell_len, [*map(one_line, names), EVERY_ROW])), WIDEST_NAME) + 2
    say("Taken:" if taken else "No column is sure to be one of the plain table's.")
    for each in taken:
        _print_column(each, width)
    if proposal.platform is not None:
        said = proposal.platform
        sure = f"platform = {said.field}, {said.certainty}: {said.reason}"
        say(sure, indent=2, label=_padded(EVERY_ROW, width))
    if open_still:
        say("To be decided:")
        for each in open_still:
            _print_column(each, width)
    if kept:
        say("Kept with the post under their own names: " + ", ".join(map(one_line, kept)) + ".")


def _print_column(each: ProposedColumn, width: int) -> None:
    """Show what one column may be, and why."""
    examples = _short(" | ".join(each.examples), LONGEST_EXAMPLE)
    such_as = f" ({examples})" if examples else ""
    found = each.guess
    label = _padded(_short(each.column, WIDEST_NAME), width)
    say(f"{found.field}, {found.certainty}: {found.reason}{such_as}", indent=2, label=label)


def _padded(text: str, width: int) -> str:
    """Fill a text with blanks, as wide as a terminal shows it."""
    return text + " " * max(width - cell_len(text), 1)


def _print_rows(result: Preview) -> None:
    """Show the first rows as they would be read."""
    if not result.rows:
        return
    names = [name for name in result.rows[0] if any(row[name] for row in result.rows)]
    print_table(
        [name.replace("_", " ") for name in names],
        [[_shown(row[name]) for name in names] for row in result.rows],
    )
    say()


def _shown(value: object) -> object:
    """Shorten what is long."""
    return _short(value, LONGEST_SHOWN) if isinstance(value, str) else value


def _short(text: str, longest: int) -> str:
    """Write a text on one line, not longer than some characters."""
    line = one_line(text)
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def say_next(
    proposal: Proposal | None, result: Preview, name: str, written: Sequence[Path]
) -> None:
    """Say what is to be decided, where the mapping is, and what comes next.

    Parameters
    ----------
    proposal : Proposal or None
        None where a person's own mapping is shown.
    result : Preview
        What was made of the first rows.
    name : str
        What the user calls the file.
    written : sequence of Path
        Where the mapping was written to.
    """
    missing = proposal.missing() if proposal else []
    if "platform" in missing:
        messages.print("Decide: where the rows are from; pass --platform NAME, such as facebook.")
    if "account_id" in missing:
        messages.print(
            "Decide: no column is sure to hold an account's id or handle; choose one in the "
            "mapping (a name that two people may share is none)."
        )
    if "kind" in missing:
        messages.print("Decide: what passes between the ends; say `kind: transfer` in the mapping.")
    if result.problem and not missing:
        messages.print(visible(result.problem))
    if proposal and proposal.time_forms:
        messages.print("Decide: whether day or month stands first; pass --date-order dmy or mdy.")
    for path in written:
        messages.print(visible(f"The mapping is in {path}."))
    file = quote(name)
    if not written:
        said = f"`spoor map {file} --output mapping.yaml` writes this as a mapping."
    elif result.rows_accepted:
        is_kept = any(path.parent.name == "mappings" for path in written)
        with_it = "" if is_kept else f" --mapping {quote(str(written[0]))}"
        said = f"`spoor ingest {file}{with_it}` reads the table with it."
    else:
        shown = f"`spoor map {file} --mapping {quote(str(written[0]))}`"
        said = f"correct it, then {shown} shows it."
    messages.print(visible(f"Next: {said}"))
