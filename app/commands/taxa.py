"""``spoor taxa``: species, their names, and the lists they stand on."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.commands.caller import caller_of, messages, say_waiting
from app.commands.options import day, named_encoding
from app.commands.printing import print_json, print_table, say, visible
from app.words import count
from graph.errors import NotFound, UsageError

if TYPE_CHECKING:
    from ingest.extract.taxa.listed import Header
    from ingest.extract.taxa.taxa import Taxa
    from ingest.taxa_import import ReadList

CITES = "cites"
REFUSED_SHOWN = 10
NEAREST = 5

taxa_app = typer.Typer(help="Species, their names, and the lists they stand on.")
AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]


@taxa_app.callback(invoke_without_command=True)
def taxa(
    ctx: typer.Context,
    as_json: AsJson = False,
) -> None:
    """List the lists of taxa: what is shipped, and the workspace's own."""
    if ctx.invoked_subcommand is not None:
        return
    from app.taxa import lists_of

    found = lists_of(caller_of(ctx).planned_workspace())
    if as_json:
        print_json(found)
        return
    print_table(
        ("list", "jurisdiction", "valid from", "valid to", "taxa", "names", "file", "taken in"),
        [
            (it["list"], it["jurisdiction"], it["valid_from"], it["valid_to"], it["taxa"],
             it["names"], it["file"], it["at"][:10] if it["at"] else None)
            for it in found["lists"]
        ],
    )  # fmt: skip
    say(f"Version {found['version']}. {found['note']}")


@taxa_app.command()
def show(
    ctx: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A scientific or common name, or a product.")
    ],
    on: Annotated[
        str | None, typer.Option("--on", metavar="D", help="Only listings that hold on this day.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show what a name means, and where it is listed."""
    from app.taxa import meaning_of
    from ingest.extract.taxa.workspace import taxa_of

    on_day = day("--on", on)
    known = taxa_of(caller_of(ctx).planned_workspace())
    found = meaning_of(known, name, date.fromisoformat(on_day) if on_day else None)
    if found is None:
        raise NotFound(_unknown(known, name))
    if as_json:
        print_json(found)
    elif found["taxon"] is None:
        say(f"{name}: a name inside this phrase means no taxon here (a brand, place or colour).")
    else:
        _print_taxon(name, found)


@taxa_app.command("import")
def import_list(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The list: CSV, TSV or XLSX.")],
    name: Annotated[
        str, typer.Option("--list", metavar="NAME", help="cites, or a name of your own.")
    ],
    jurisdiction: Annotated[
        str | None, typer.Option(metavar="CC", help="Country where a national list holds (ID).")
    ] = None,
    valid_from: Annotated[
        str | None, typer.Option(metavar="D", help="First day on which it holds.")
    ] = None,
    valid_to: Annotated[
        str | None, typer.Option(metavar="D", help="Last day on which it holds.")
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option(metavar="FIELD=COLUMN", help="What a column holds: scientific_name=Art."),
    ] = None,
    encoding: Annotated[
        str | None, typer.Option(metavar="NAME", help="Of the text (cp1252) [told from the file].")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Take a list of taxa into the workspace.

    Your own CITES Checklist (`--list cites`), whose appendices come in the place of the shipped
    ones, or a national list (`--list p106 --jurisdiction ID`). A list of the same name is
    replaced.
    """
    from app.taxa import take_list
    from ingest.extract.taxa.listed import Header, list_name
    from ingest.extract.taxa.taxon import INTERNATIONAL
    from ingest.taxa_import import read_list

    name = list_name(name)
    place = INTERNATIONAL if name == CITES else _country(jurisdiction, name)
    bounds = day("--valid-from", valid_from), day("--valid-to", valid_to)
    if bounds[0] and bounds[1] and bounds[1] < bounds[0]:
        raise UsageError(f"--valid-to {valid_to}: this is before --valid-from {valid_from}.")
    told = _told(column or [])
    read = read_list(file, of_cites=name == CITES, told=told, encoding=named_encoding(encoding))
    caller = caller_of(ctx)
    workspace = caller.workspace(create=True)
    header = Header(
        name, place, *bounds, file.name, "", caller.who, datetime.now(UTC).isoformat(), 0, 0
    )
    with workspace.writer(on_wait=say_waiting):
        header = take_list(workspace, header, read)
    _say_imported(header, read, as_json=as_json)


@taxa_app.command()
def remove(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="LIST", help="A list of the workspace.")],
    as_json: AsJson = False,
) -> None:
    """Remove a list from the workspace."""
    from app.taxa import remove_list
    from ingest.extract.taxa.listed import list_name

    caller = caller_of(ctx)
    workspace = caller.workspace()
    with workspace.writer(on_wait=say_waiting):
        header = remove_list(workspace, list_name(name), who=caller.who)
    if as_json:
        print_json({"removed": header.name, "taxa": header.taxa})
    else:
        say(f"The list {header.name} is removed. `spoor rebuild` reads old evidence without it.")


def _country(given: str | None, name: str) -> str:
    """Check the country of a national list."""
    from ingest.extract.phones.numbers import known_region

    if given is None:
        raise UsageError(
            f"--list {name}: name the country where this list holds with --jurisdiction, such as "
            "ID; only `--list cites` holds everywhere."
        )
    return known_region(given)


def _told(given: list[str]) -> dict[str, str]:
    """Read which column holds what."""
    found = {}
    for each in given:
        field, sign, column = each.partition("=")
        if not sign or not column:
            raise UsageError(f"--column {each}: write it as FIELD=COLUMN.")
        found[field.strip()] = column.strip()
    return found


def _say_imported(header: Header, read: ReadList, *, as_json: bool) -> None:
    """Say what was taken in, and what was refused."""
    if as_json:
        print_json(
            {
                "list": header.name,
                "jurisdiction": header.jurisdiction,
                "valid_from": header.valid_from,
                "valid_to": header.valid_to,
                "file": header.file,
                "sha256": header.sha256,
                "taxa": header.taxa,
                "rows_read": read.rows,
                "rows_refused": len(read.refused),
                "columns": read.columns,
                "refused": [{"place": it.locator, "reason": it.reason} for it in read.refused],
            }
        )
        return
    say(f"{header.name}: {count(header.taxa, 'taxon', 'taxa')} of {count(read.rows, 'row')}.")
    if read.refused:
        messages.print(f"{count(len(read.refused), 'row')} could not be read:")
        for it in read.refused[:REFUSED_SHOWN]:
            messages.print(visible(f"  {it.locator}: {it.reason}"))
        if len(read.refused) > REFUSED_SHOWN:
            messages.print(f"These are {REFUSED_SHOWN} of {len(read.refused):,}.")
    messages.print("Next: `spoor rebuild` reads old evidence with it.")


def _unknown(known: Taxa, name: str) -> str:
    """Say that a name is not known, and the nearest."""
    from app.taxa import nearest_names

    near = nearest_names(known, name, NEAREST)
    nearest = f" (nearest: {', '.join(near)})" if near else ""
    return f"{name[:100]}: no list has this name{nearest}."


def _print_taxon(name: str, found: dict[str, Any]) -> None:
    """Print what a name means."""
    taxon = found["taxon"]
    product = f", {found['product']} of" if found["product"] else ""
    say(f"{name}{product or ':'} {taxon['scientific_name']} ({taxon['rank']})")
    say(f"{found['rule']}, confidence {found['confidence']:.2f}, language {found['language']}.")
    if found["needs_company"]:
        say("It counts only where the text names one of the family otherwise too.")
    if taxon["lineage"]:
        say(f"Belongs to {', '.join(taxon['lineage'])}.")
    if taxon["synonyms"]:
        say(f"Also {', '.join(taxon['synonyms'])}.")
    say()
    print_table(
        ("list", "jurisdiction", "status", "valid from", "valid to", "compared", "note", "source"),
        [_listing_row(it) for it in found["listings"]],
    )
    say()
    print_table(
        ("name", "language", "product", "grade", "found elsewhere", "source"),
        [
            (it["name"], it["language"], it["product"], it["rule"],
             "yes" if it["verified"] else "no", it["source"])
            for it in found["names"]
        ],
    )  # fmt: skip


def _listing_row(it: dict[str, Any]) -> tuple[object, ...]:
    """Lay out a listing."""
    compared = "yes" if it["verified"] else "no"
    columns = ("list", "jurisdiction", "status", "valid_from", "valid_to")
    return (*(it[column] for column in columns), compared, it["note"] or None, it["source"])
