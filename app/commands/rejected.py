"""``spoor rejected``: rows of sources that were refused, and why."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.caller import caller_of, messages
from app.commands.printing import print_json, print_table, say, short_paths, visible
from app.words import count
from graph.errors import NotFound

if TYPE_CHECKING:
    import polars as pl

    from graph.workspace import Workspace

SHOWN = 200
COLUMNS = ("locator", "field", "reason")


def rejected(
    ctx: typer.Context,
    source: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Only of this file: its path, its name, or its SHA-256."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write all of them to a CSV file.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """List the rows that were refused, and why.

    First how many of each file, the most first.
    """
    from ingest.tables import rejected as refused_rows

    workspace = caller_of(ctx).workspace()
    found = refused_rows(workspace)
    if source is not None:
        found = _of_source(found, source, workspace)
    if output is not None:
        from app.exports.csv import export_rejected

        export_rejected(found, output)
        messages.print(visible(f"{output}: {count(len(found), 'row')} that were refused."))
    if as_json:
        print_json(found.to_dicts())
    elif found.is_empty():
        messages.print("No row was refused.")
    elif output is None:
        _print(found, workspace)


def _of_source(found: pl.DataFrame, source: str, workspace: Workspace) -> pl.DataFrame:
    """Keep what was refused of one file, or say that there is none of this name."""
    from ingest.screened import Screened

    def is_meant(sha256: str, path: str) -> bool:
        return path in (source, str(Path(source).absolute())) or (
            sha256.startswith(source) and len(source) >= 8
        )

    known = [(record.sha256, record.path) for record in Screened(workspace).sources()]
    meant = [sha256 for sha256, path in known if is_meant(sha256, path)] or [
        sha256 for sha256, path in known if path.endswith((f"/{source}", f"!{source}"))
    ]
    if not meant:
        raise NotFound(
            f"--source {source}: no file of this name was taken in; `spoor rejected` names those "
            "of which rows were refused."
        )
    return found.filter(found["source"].is_in(meant))


def _print(found: pl.DataFrame, workspace: Workspace) -> None:
    """Print how many rows of each file were refused, then the rows."""
    from ingest.screened import Screened

    rows_read = {record.sha256: record.rows_read for record in Screened(workspace).sources()}
    by_source = (
        found.group_by("source", "path", maintain_order=True)
        .len("refused")
        .sort("refused", descending=True, maintain_order=True)
    )
    often = {
        source: part["reason"].value_counts(sort=True)["reason"][0]
        for (source,), part in found.group_by("source")
    }
    print_table(
        ("file", "rows", "refused", "share", "most often because"),
        [
            (name, rows_read[source], refused, f"{refused / max(rows_read[source], 1):.1%}",
             often[source])
            for name, (source, _, refused) in zip(
                short_paths(by_source["path"].to_list()), by_source.iter_rows(), strict=True
            )
        ],
    )  # fmt: skip
    say()
    rows = found.head(SHOWN)
    print_table(
        ("file", "place", "field", "reason"),
        zip(short_paths(rows["path"].to_list()), *(rows[name] for name in COLUMNS), strict=True),
    )
    if len(found) > SHOWN:
        messages.print(
            f"These are {SHOWN} of {len(found):,}; --output FILE.csv writes all, with what they "
            "held."
        )
