"""Writing a proposal as a mapping file; what is unsure stands behind a #."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import yaml

from ingest.proposal.guesses import Guess
from ingest.proposal.proposal import Proposal, ProposedColumn
from ingest.readers.layout import Layout

_REMARKS_AT = 34
_MAY_STAND_FOR_AN_ID = {
    "account_url": "only if each address is one account's",
    "account_name": "only if no two accounts have one name",
    "contact": "only if each is one account's",
}
_MADE_FOR = re.compile(r"^made_for:[^\n]*\n(?:[ \t]*-[^\n]*\n|[ \t]+[^\n]*\n)*", re.MULTILINE)


def as_yaml(proposal: Proposal, format_name: str, layout: Layout, title: str) -> str:
    """Write a proposal as a mapping file.

    Parameters
    ----------
    proposal : Proposal
        What the columns may mean.
    format_name : str
        Of the table.
    layout : Layout
        How it is laid out.
    title : str
        Of which table this is.

    Returns
    -------
    str
        YAML that `ingest.readers.mapping.load_mapping` reads.
    """
    parts = (
        _head(title),
        ["table: links"] if proposal.table == "links" else [],
        _layout(format_name, layout),
        _columns(proposal),
        _constants(proposal),
        _time(proposal),
        _made_for([each.column for each in proposal.columns]),
    )
    return "".join(f"{line}\n" for part in parts for line in part)


def with_columns(text: str, columns: Sequence[str]) -> str:
    """Give a mapping file the list of the columns it is for, in the place of one it has."""
    kept = re.sub(
        r"^made_for:[^\n]*\n(?:[ \t]*-[^\n]*\n|[ \t]+[^\n]*\n)*", "", text + "\n", flags=re.M
    )
    return kept.rstrip("\n") + "\n" + "".join(f"{line}\n" for line in _made_for(columns))


def _head(title: str) -> Iterator[str]:
    """Say what this is and how to use it."""
    yield f"# {_remark(title)}"
    yield "# What stands behind a # is not heeded. Decide: take the # away, or the line."


def _layout(format_name: str, layout: Layout) -> Iterator[str]:
    """Say how the table is laid out, as far as that is not found out."""
    yield f"format: {format_name}"
    for name in ("delimiter", "encoding", "sheet", "items"):
        if (value := getattr(layout, name)) is not None:
            yield f"{name}: {_scalar(value)}"
    if layout.header_row != 1:
        yield f"header_row: {layout.header_row}"


def _columns(proposal: Proposal) -> Iterator[str]:
    """Write the columns that are taken, then those that a person has to decide about."""
    yield "columns:"
    by_name = {each.column: each for each in proposal.columns}
    for name, sources in proposal.taken().items():
        if len(sources) == 1:
            guess = by_name[sources[0]].guess
            yield _line(f"  {name}: {_scalar(sources[0])}", guess)
            continue
        yield f"  {name}:"
        for source in sources:
            yield _line(f"    - {_scalar(source)}", by_name[source].guess)
    for each in _undecided(proposal):
        yield _line(f"  # {each.guess.field}: {_scalar(each.column)}", each.guess)


def _undecided(proposal: Proposal) -> list[ProposedColumn]:
    """Columns about which a person has to decide, by the plain table's names and in its order."""
    unsure = [
        each
        for each in proposal.columns
        if each.guess.certainty == "unsure" and each.guess.field in proposal.fields
    ]
    if "account_id" in proposal.missing():
        unsure += [
            ProposedColumn(each.column, Guess("account_id", "unsure", why))
            for field, why in _MAY_STAND_FOR_AN_ID.items()
            for each in proposal.columns
            if each.is_taken and each.guess.field == field
        ]
    return sorted(unsure, key=lambda each: proposal.fields.index(each.guess.field or ""))


def _constants(proposal: Proposal) -> Iterator[str]:
    """Write what holds for every row."""
    yield "constants:"
    for name, value in proposal.constants().items():
        assert proposal.platform is not None
        yield _line(f"  {name}: {_scalar(value)}", proposal.platform)
    if "platform" in proposal.missing():
        yield "  # platform: NAME  # needed: where the rows are from, such as facebook"
    if "kind" in proposal.missing():
        yield "  # kind: transfer  # needed: what passes between the two ends"


def _time(proposal: Proposal) -> Iterator[str]:
    """Write how times are written."""
    if proposal.time_form is not None:
        yield "time:"
        yield f"  format: {_scalar(proposal.time_form)}"
    elif proposal.time_forms:
        yield "time:"
        for form in proposal.time_forms:
            yield f"  # format: {_scalar(form)}"


def _made_for(columns: Sequence[str]) -> Iterator[str]:
    """List all columns of the table."""
    yield "made_for:" if columns else "made_for: []"
    for column in columns:
        yield f"  - {_scalar(column)}"


def _line(said: str, guess: Guess) -> str:
    """Write a line with how sure it is, and why."""
    return f"{said.ljust(_REMARKS_AT)}  # {guess.certainty}: {_remark(guess.reason)}"


def _scalar(value: str) -> str:
    """Write a text so that YAML reads it as that text."""
    is_plain = value.isprintable()
    style = None if is_plain else '"'
    written = yaml.safe_dump(value, allow_unicode=is_plain, width=10**9, default_style=style)
    return written.removesuffix("\n").removesuffix("\n...")


def _remark(text: str) -> str:
    """Write a text on one line."""
    return "".join(letter for letter in " ".join(text.split()) if letter.isprintable())
