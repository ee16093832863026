"""From what a person chooses for each column to a mapping, and back."""

from __future__ import annotations

from collections.abc import Mapping as Choices
from typing import Any

import yaml

from graph.errors import UsageError
from ingest.proposal import Proposal, Sample
from ingest.readers.mapping import COLUMNS_OF, Mapping, read_mapping

JOINED = ("text", "contact", "location", "image")
"""Fields that several columns may be put together in."""


def fields_of(table: str) -> tuple[str, ...]:
    """Name what a column may become in a table of posts or of links."""
    return COLUMNS_OF[table]


def proposed_choices(proposal: Proposal) -> dict[str, str | None]:
    """Give what each column becomes as proposed; None: it is kept beside the post."""
    return {each.column: each.guess.field if each.is_taken else None for each in proposal.columns}


def kept_choices(mapping: Mapping, columns: list[str]) -> dict[str, str | None]:
    """Give what each column becomes in a mapping that exists."""
    by_column = {source: name for name, sources in mapping.columns.items() for source in sources}
    plain = {} if mapping.columns else {name: name for name in mapping.known_columns}
    return {column: by_column.get(column, plain.get(column)) for column in columns}


def as_mapping(
    sample: Sample,
    table: str,
    choices: Choices[str, str | None],
    *,
    constants: Choices[str, str | None],
    time_form: str | None,
) -> tuple[str, Mapping]:
    """Write a mapping of what was chosen.

    Parameters
    ----------
    sample : Sample
        Of the table.
    table : str
        ``posts`` or ``links``.
    choices : mapping
        What each column becomes; None: it is kept beside the post.
    constants : mapping
        What holds for every row, by field; None: nothing is said.
    time_form : str or None
        As for `strptime`; None: the common forms.

    Returns
    -------
    tuple
        YAML to be kept, and what it says.

    Raises
    ------
    UsageError
        If two columns become what only one can be, or the form of the times is none.
    """
    columns: dict[str, list[str]] = {}
    for column, field in choices.items():
        if field is not None:
            columns.setdefault(field, []).append(column)
    for field, sources in columns.items():
        if len(sources) > 1 and field not in JOINED:
            raise UsageError(f"{', '.join(sources)}: only one column can become {field}.")
    said: dict[str, Any] = {"table": table} if table != "posts" else {}
    said["format"] = sample.format
    for name in ("delimiter", "encoding", "sheet", "items"):
        if (value := getattr(sample.layout, name)) is not None:
            said[name] = value
    if sample.layout.header_row != 1:
        said["header_row"] = sample.layout.header_row
    said["columns"] = {name: columns[name] for name in fields_of(table) if name in columns}
    stated = {name: value.strip() for name, value in constants.items() if value and value.strip()}
    said["constants"] = {name: value for name, value in stated.items() if name not in columns}
    if time_form and time_form.strip():
        said["time"] = {"format": time_form.strip()}
    said["made_for"] = list(sample.columns)
    text = yaml.safe_dump(said, allow_unicode=True, sort_keys=False, width=10**9)
    return text, read_mapping(text, "the choices below")
