"""Reading a list of taxa from a table: the user's CITES Checklist, a national list."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import polars as pl

from graph.errors import SourceError, UsageError
from ingest.extract.taxa.listed import LISTED
from ingest.extract.taxa.taxon import rank_of
from ingest.readers import delimited, xlsx
from ingest.readers.detect import looks_like
from ingest.readers.layout import Layout
from ingest.readers.rows import Refused, Rows
from ingest.taxa_columns import (
    EPITHET,
    HIGHER,
    NAMES,
    NOTE,
    RANK,
    SCIENTIFIC_NAME,
    STATUS,
    SYNONYMS,
    columns_of,
)
from ingest.taxa_names import (
    appendices,
    cleaned,
    joined_appendices,
    scientific_name,
    synonyms,
    vernacular_names,
)

MOST_TAXA = 300_000
LISTED_AT_ALL = "listed"
_CHUNK = 1 << 20
_LOADERS = {"csv": delimited.load, "tsv": delimited.load, "xlsx": xlsx.load}


@dataclass
class _Entry:
    """What the rows about one taxon say together."""

    rank: str
    lineage: tuple[str, ...]
    statuses: dict[str, None] = field(default_factory=dict)
    notes: dict[str, None] = field(default_factory=dict)
    synonyms: dict[str, None] = field(default_factory=dict)
    names: dict[tuple[str, str], None] = field(default_factory=dict)


@dataclass(frozen=True)
class ReadList:
    """A list as read.

    Attributes
    ----------
    taxa : DataFrame
        `listed.LISTED`.
    refused : list of Refused
        Rows that could not be read, with place and reason.
    rows : int
        How many rows the file has, the refused among them.
    columns : dict
        From field to the column that was taken for it.
    sha256 : str
        Of the file.
    """

    taxa: pl.DataFrame
    refused: list[Refused]
    rows: int
    columns: dict[str, str]
    sha256: str


def read_list(
    path: Path, *, of_cites: bool, told: Mapping[str, str], encoding: str | None = None
) -> ReadList:
    """Read a list of taxa from CSV, TSV or XLSX.

    Parameters
    ----------
    path : Path
    of_cites : bool
        Whether what it says of a taxon is an appendix of CITES (``I II III NC``, several with a
        slash between them).
    told : mapping
        From field to column; see `taxa_columns.columns_of`.
    encoding : str, optional
        Of the text; by default as its byte order mark says, else UTF-8.

    Returns
    -------
    ReadList
        Rows about the same taxon are put together. Sheets without a column of scientific names
        are passed over where another has one. What a national list says nothing of is
        ``listed``.

    Raises
    ------
    SourceError
        If the file cannot be read, is no table, has too many taxa, or none.
    UsageError
        If a column cannot be told.

    Notes
    -----
    Read in batches; what is held is bounded by `MOST_TAXA` names, not by the file.
    """
    layout = Layout(encoding=encoding)
    entries: dict[str, _Entry] = {}
    refused: list[Refused] = []
    columns: dict[str, str] = {}
    count = 0
    problem: UsageError | None = None
    for rows in _load(path, layout):
        try:
            columns = columns_of(list(rows.columns), told, path.name)
        except UsageError as error:
            problem = problem or error
            continue
        refused += rows.refused
        count += len(rows.refused) + len(rows.locators)
        for place, cells in _cells(rows, columns):
            reason = _take(entries, cells, of_cites=of_cites)
            if reason:
                raw = cells.get(SCIENTIFIC_NAME) or ""
                refused.append(Refused(place, reason, raw, SCIENTIFIC_NAME))
        if len(entries) > MOST_TAXA:
            raise SourceError(
                f"{path}: the list has more than {MOST_TAXA:,} taxa; take it in in parts, under "
                "names of their own."
            )
    if problem and not count:
        raise problem
    if not entries:
        why = f" ({refused[0].locator}: {refused[0].reason})" if refused else ""
        raise SourceError(f"{path}: no row names a taxon{why}; check the columns and the file.")
    return ReadList(_frame(entries), refused, count, columns, _sha256(path))


def _load(path: Path, layout: Layout) -> Iterator[Rows]:
    """Read the rows of a table, whatever its format."""
    try:
        found, _ = looks_like(path, layout)
        if found not in _LOADERS:
            found = "csv" if path.suffix.lower() == ".csv" and "table" in found else found
        if found not in _LOADERS:
            raise SourceError(
                f"{path}: a list of taxa is a CSV, TSV or XLSX file; save it as one of these."
            )
        yield from _LOADERS[found](path, str(path), layout)
    except OSError as error:
        raise SourceError(
            f"{path}: cannot be read ({error.strerror}); name a CSV, TSV or XLSX file."
        ) from None


def _cells(rows: Rows, columns: Mapping[str, str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Give each row's place and the cells that are known."""
    known = [rows.columns[column].to_list() for column in columns.values()]
    for place, cells in zip(rows.locators.to_list(), zip(*known, strict=True), strict=True):
        yield place, dict(zip(columns, map(cleaned, cells), strict=True))


def _take(entries: dict[str, _Entry], cells: Mapping[str, str], *, of_cites: bool) -> str | None:
    """Take a row in; the reason why not, if it is refused."""
    written = cells[SCIENTIFIC_NAME] or cells.get(EPITHET, "")
    if written.islower() and " " not in written and cells.get("genus"):
        written = f"{cells['genus'].capitalize()} {written}"
    if not written:
        return "the row has no scientific name"
    name = scientific_name(written)
    if name is None:
        return "this is not a scientific name"
    status = cells.get(STATUS, "")
    found = appendices(status) if of_cites and status else frozenset()
    if found is None:
        return f"'{status[:40]}' is no appendix; it is I, II, III or NC"
    entry = entries.get(name)
    if entry is None:
        lineage = tuple(
            dict.fromkeys(
                higher
                for level in HIGHER
                if (higher := cells.get(level, "").capitalize()) and higher not in name.split(" ")
            )
        )
        rank = (cells.get(RANK) or rank_of(name)).lower()
        entry = entries[name] = _Entry(rank, lineage)
    entry.statuses |= dict.fromkeys(found if of_cites else [status or LISTED_AT_ALL])
    if note := cells.get(NOTE):
        entry.notes[note[:500]] = None
    entry.synonyms |= dict.fromkeys(synonyms(cells.get(SYNONYMS, "")))
    for column, cell in cells.items():
        if column.startswith(NAMES):
            language = column.removeprefix(NAMES)
            entry.names |= {(each, language): None for each in vernacular_names(cell)}
    return None


def _frame(entries: Mapping[str, _Entry]) -> pl.DataFrame:
    """Lay out the taxa, by scientific name."""
    rows: list[tuple[Any, ...]] = [
        (
            name,
            entry.rank,
            _status(list(entry.statuses)),
            "; ".join(entry.notes) or None,
            list(entry.lineage),
            list(entry.synonyms),
            [{"name": each, "language": language} for each, language in entry.names],
        )
        for name, entry in sorted(entries.items())
    ]
    return pl.DataFrame(rows, schema=LISTED, orient="row")


def _status(found: Sequence[str]) -> str | None:
    """Write what the rows about a taxon say as one."""
    if all(each in {"I", "II", "III", "NC"} for each in found):
        return joined_appendices(frozenset(found))
    return "; ".join(found)


def _sha256(path: Path) -> str:
    """Digest a file."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
