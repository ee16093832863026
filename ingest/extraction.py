"""What a workspace's texts are read with: its lexicon, its taxa, its secret."""

from __future__ import annotations

import os
import secrets
from functools import lru_cache
from pathlib import Path

from graph.errors import WorkspaceError
from graph.workspace import Workspace
from ingest.extract.extractor import SECRET_BYTES, Extractor
from ingest.extract.lexicon.lexicon import Lexicon
from ingest.extract.lexicon.workspace import lexicon_of
from ingest.extract.taxa.taxa import Taxa
from ingest.extract.taxa.workspace import taxa_of

KEY_FILE = "workspace.key"


def extractor_of(workspace: Workspace) -> Extractor:
    """Gather what a workspace's texts are read with.

    Parameters
    ----------
    workspace : Workspace

    Returns
    -------
    Extractor
        Its version changes with the program, the workspace's lexicon and its lists of taxa.

    Raises
    ------
    WorkspaceError
        If the secret, the lexicon or a list cannot be read.
    """
    return _extractor(lexicon_of(workspace), taxa_of(workspace), _secret(workspace))


@lru_cache(maxsize=4)
def _extractor(lexicon: Lexicon, taxa: Taxa, secret: bytes) -> Extractor:
    """Put an extractor together, once for the same parts."""
    return Extractor(lexicon, taxa, secret)


def _secret(workspace: Workspace) -> bytes:
    """Read the workspace's secret, made when first needed and readable by its owner only."""
    path = workspace.root / KEY_FILE
    try:
        return _read_secret(path) or _make_secret(path)
    except OSError as error:
        raise WorkspaceError(
            f"{path}: the workspace's secret cannot be read or made ({error.strerror}); "
            "check who may read and write there."
        ) from None


def _read_secret(path: Path) -> bytes | None:
    """Read a secret; None where there is none yet."""
    if not path.exists():
        return None
    secret = path.read_bytes()
    if len(secret) != SECRET_BYTES:
        raise WorkspaceError(f"{path}: this is no secret of a workspace; restore it from a backup.")
    return secret


def _make_secret(path: Path) -> bytes:
    """Make a secret and put it in its place in one step."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    secret = secrets.token_bytes(SECRET_BYTES)
    with os.fdopen(handle, "wb") as file:
        file.write(secret)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    return secret
