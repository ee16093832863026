"""Mappings that are kept in a workspace, to be used for tables with the same columns."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.errors import SourceError, UsageError, WorkspaceError
from graph.workspace import Workspace
from ingest.proposal.sample import take_sample
from ingest.readers.mapping import Mapping, load_mapping
from ingest.readers.options import ReadOptions
from ingest.readers.table import LOADERS

FOLDER = "mappings"
_SPARSE = frozenset({"json", "jsonl"})


@dataclass(frozen=True)
class SavedMapping:
    """A mapping that is kept in a workspace.

    Attributes
    ----------
    path : Path
        Where it is.
    mapping : Mapping
        What it says.
    """

    path: Path
    mapping: Mapping

    def is_for(self, columns: Collection[str]) -> bool:
        """Whether it is for a table with some columns.

        A table has exactly those that it was made for; objects of JSON may lack some, but none
        that is mapped.
        """
        made_for = set(self.mapping.made_for)
        if self.mapping.format in _SPARSE:
            return self.mapping.sources <= set(columns) <= made_for
        return made_for == set(columns)


def save_mapping(workspace: Workspace, text: str, columns: Collection[str]) -> Path:
    """Keep a mapping in a workspace, in the place of one for the same columns.

    Parameters
    ----------
    workspace : Workspace
        Where to.
    text : str
        YAML, with its ``made_for``.
    columns : collection of str
        The columns of the table that it was made for.

    Returns
    -------
    Path
        ``mappings/<fingerprint of the columns>.yaml``.
    """
    path = workspace.root / FOLDER / f"{fingerprint(columns)}.yaml"
    draft = path.with_suffix(".draft")
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        draft.write_text(text, encoding="utf-8")
        draft.replace(path)
    except OSError as error:
        raise WorkspaceError(
            f"{path}: the mapping cannot be kept ({error.strerror or error}); mend the folder's "
            "permissions."
        ) from None
    return path


def fingerprint(columns: Collection[str]) -> str:
    """Name the columns of a table, in whatever order they stand, in a few letters."""
    joined = "\x1f".join(sorted(columns))
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def mapping_for(
    workspace: Workspace, path: Path, format_name: str, options: ReadOptions
) -> SavedMapping | None:
    """Find the mapping that is kept for a table like this one.

    Parameters
    ----------
    workspace : Workspace
        Where mappings are kept.
    path : Path
        Where the bytes are.
    format_name : str
        As detected; only tables and JSON have mappings.
    options : ReadOptions
        What the reader is told; where that is a mapping, none is looked for.

    Raises
    ------
    UsageError
        If a mapping that is kept cannot be read.
    """
    if options.mapping is not None or format_name not in LOADERS:
        return None
    for saved in saved_mappings(workspace):
        if saved.mapping.format in (None, format_name):
            columns = _columns(path, format_name, options, saved.mapping)
            if columns is not None and saved.is_for(columns):
                return saved
    return None


def saved_mappings(workspace: Workspace) -> Iterator[SavedMapping]:
    """Read the mappings that are kept in a workspace."""
    for path in sorted((workspace.root / FOLDER).glob("*.yaml")):
        try:
            mapping = load_mapping(path)
        except UsageError as error:
            raise UsageError(f"{error} It is kept in the workspace; mend or remove it.") from None
        yield SavedMapping(path, mapping)


def _columns(
    path: Path, format_name: str, options: ReadOptions, mapping: Mapping
) -> set[str] | None:
    """Name the columns of a table, laid out as a mapping says; None where it is not so."""
    laid_out = mapping.model_copy(update={"format": format_name})
    told = ReadOptions(mapping=laid_out, encoding=options.encoding)
    try:
        return set(take_sample(path, path.name, told).columns)
    except SourceError:
        return None
