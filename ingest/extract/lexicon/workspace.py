"""The lexicon of a workspace: its own file over what is shipped."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from graph.workspace import Workspace
from ingest.extract.lexicon.lexicon import Lexicon
from ingest.extract.lexicon.overlay import read_lexicon, read_text
from ingest.extract.lexicon.shipped import shipped_lexicon

FILE = "lexicon.yaml"


def lexicon_of(workspace: Workspace) -> Lexicon:
    """Read a workspace's lexicon.

    Parameters
    ----------
    workspace : Workspace

    Returns
    -------
    Lexicon
        What is shipped, changed as the workspace's `FILE` says where there is one; the same
        object for the same content.

    Raises
    ------
    SchemaError
        If the file cannot be read, or says something that a lexicon does not.
    """
    path = lexicon_path(workspace)
    if not path.exists():
        return shipped_lexicon()
    return _over_shipped(read_text(path), str(path))


def lexicon_path(workspace: Workspace) -> Path:
    """Tell where a workspace's own file of the lexicon is, or would be."""
    return workspace.root / FILE


@lru_cache(maxsize=4)
def _over_shipped(text: str, path: str) -> Lexicon:
    """Lay what a file says over what is shipped."""
    shipped = shipped_lexicon()
    return read_lexicon(text, path, shipped.cues.kinds).over(shipped)
