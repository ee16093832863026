"""The taxa that a workspace's texts are read with."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from graph.workspace import Workspace
from ingest.extract.taxa.listed import FOLDER, Header, kept_lists, read
from ingest.extract.taxa.merged import merge
from ingest.extract.taxa.shipped import shipped_taxa
from ingest.extract.taxa.shipped_lists import shipped_lists
from ingest.extract.taxa.taxa import Taxa


def taxa_of(workspace: Workspace) -> Taxa:
    """Put the shipped taxa and a workspace's own lists together.

    Parameters
    ----------
    workspace : Workspace

    Returns
    -------
    Taxa
        The same object while the lists stay as they are.

    Raises
    ------
    WorkspaceError
        If a list cannot be read.
    """
    if not any((workspace.root / FOLDER).glob("*.parquet")):
        return shipped_taxa()
    kept = tuple(kept_lists(workspace))
    return _merged(tuple((path, header, path.stat().st_mtime_ns) for path, header in kept))


@lru_cache(maxsize=2)
def _merged(kept: tuple[tuple[Path, Header, int], ...]) -> Taxa:
    """Read lists and put them over the shipped ones, once for the same files."""
    return merge(shipped_lists(), [(header, read(path)) for path, header, _ in kept])
