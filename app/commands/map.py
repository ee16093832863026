"""``spoor map``: propose what the columns of an unknown table mean, and show what it would read."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.commands.caller import Caller, caller_of, messages
from app.commands.map_shown import print_preview, print_proposal, say_next
from app.commands.options import DateOrder, Region, TimeZone, known_order, named_encoding
from app.commands.printing import print_json, say, visible
from app.words import count
from graph.errors import SourceError, UsageError

if TYPE_CHECKING:
    from ingest.proposal import Preview, Proposal, Sample
    from ingest.readers.options import ReadOptions


def map_table(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A table or JSON.")],
    platform: Annotated[
        str | None, typer.Option(metavar="NAME", help="Where the rows are from.")
    ] = None,
    region: Region = None,
    timezone: TimeZone = None,
    date_order: DateOrder = None,
    encoding: Annotated[
        str | None, typer.Option(metavar="NAME", help="Of the text (cp1252) [told from the file].")
    ] = None,
    mapping: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Propose nothing; show what this mapping would read."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the mapping here, as YAML.")
    ] = None,
    save: Annotated[
        bool,
        typer.Option("--save", help="Keep it in the workspace, for tables with these columns."),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Propose what the columns of an unknown table mean.

    Shows what would be read of its first rows; what is unsure is left for you to decide.
    """
    from ingest.extract.phones.numbers import known_region
    from ingest.proposal import known_format, preview, take_sample
    from ingest.readers.mapping import load_mapping
    from ingest.readers.options import ReadOptions
    from ingest.readers.times import Clock

    options = ReadOptions(
        region=known_region(region) if region is not None else None,
        time_zone=Clock(timezone).time_zone,
        date_order=known_order(date_order),
        encoding=named_encoding(encoding),
        mapping=load_mapping(mapping) if mapping else None,
        platform=platform,
    )
    name = str(file)
    _check_readable(file)
    if mapping is None and (known := known_format(file, options)):
        _say_known(name, known, as_json=as_json)
        return
    sample = take_sample(file, name, options)
    found = _proposed(sample, name, options) if mapping is None else _given(sample, mapping)
    result = preview(sample.rows, name, replace(options, mapping=found.mapping))
    written = _keep(found, sample, result, caller_of(ctx), output=output, save=save)
    if as_json:
        print_json(_plain(found, sample, result, written))
    else:
        print_proposal(found.proposal, sample, name)
        print_preview(result, national=region is not None)
        say_next(found.proposal, result, name, written)


@dataclass(frozen=True)
class _Found:
    """A mapping, proposed or given."""

    text: str
    mapping: Any
    proposal: Proposal | None = None


def _check_readable(file: Path) -> None:
    """Raise `SourceError` unless a file can be read."""
    try:
        with file.open("rb"):
            pass
    except OSError as error:
        raise SourceError(f"{file}: cannot be read ({error.strerror}); name a file.") from None


def _say_known(name: str, known: str, *, as_json: bool) -> None:
    """Say that a file needs no mapping."""
    from ingest.readers import READERS

    if as_json:
        print_json({"file": name, "format": known, "needs_mapping": False})
        return
    say(f"{name}: this is {READERS[known].title} (format {known}), which needs no mapping.")
    messages.print(visible(f"Next: `spoor ingest {quote(name)}` reads it."))


def _proposed(sample: Sample, name: str, options: ReadOptions) -> _Found:
    """Propose a mapping."""
    from ingest.proposal import as_yaml, propose
    from ingest.readers.mapping import read_mapping

    proposal = propose(sample.columns, platform=options.platform, date_order=options.date_order)
    title = (
        f"Proposed by `spoor map` from {Path(name).name}, "
        f"{count(len(sample.rows.locators), 'row')} looked at."
    )
    text = as_yaml(proposal, sample.format, sample.layout, title)
    return _Found(text, read_mapping(text, "the proposal"), proposal)


def _given(sample: Sample, mapping: Path) -> _Found:
    """Take a mapping that a person wrote or corrected."""
    from ingest.proposal import with_columns
    from ingest.readers.mapping import read_mapping

    text = with_columns(mapping.read_text(encoding="utf-8-sig"), list(sample.columns))
    return _Found(text, read_mapping(text, str(mapping)))


def _keep(
    found: _Found,
    sample: Sample,
    result: Preview,
    caller: Caller,
    *,
    output: Path | None,
    save: bool,
) -> list[Path]:
    """Write the mapping where that was asked for; what was written."""
    from ingest.journal import Journal
    from ingest.saved_mappings import save_mapping

    written = []
    if save and not result.rows_accepted:
        why = result.problem or "no row of the table could be read with it"
        raise UsageError(
            f"--save: the mapping is not complete ({why.rstrip('.')}); write it with --output, "
            "decide, and run this again with --mapping FILE --save."
        )
    if output is not None:
        try:
            with output.open("x", encoding="utf-8") as file:
                file.write(found.text)
        except FileExistsError:
            raise UsageError(f"--output {output}: there is such a file; name another.") from None
        except OSError as error:
            raise UsageError(
                f"--output {output}: it cannot be written ({error.strerror}); name another."
            ) from None
        written.append(output)
    if save:
        workspace = caller.workspace(create=True)
        with workspace.writer():
            path = save_mapping(workspace, found.text, list(sample.columns))
            Journal(workspace).append("keep mapping", caller.who, output=str(path))
        written.append(path)
    return written


def _plain(found: _Found, sample: Sample, result: Preview, written: list[Path]) -> dict[str, Any]:
    """Give all of it as plain data."""
    proposal = found.proposal
    return {
        "format": sample.format,
        "rows": len(sample.rows.locators),
        "columns": [
            {
                "column": each.column,
                "becomes": each.guess.field,
                "certainty": each.guess.certainty,
                "reason": each.guess.reason,
                "examples": each.examples,
            }
            for each in (proposal.columns if proposal else ())
        ],
        "missing": proposal.missing() if proposal else [],
        "mapping": found.mapping.model_dump(exclude_defaults=True),
        "yaml": found.text,
        "preview": asdict(result),
        "written": [str(path) for path in written],
    }
