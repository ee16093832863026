"""A disk that does not take the archive, in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from graph.errors import WorkspaceError
from graph.workspace import Workspace


@contextmanager
def disk_errors_said(workspace: Workspace) -> Iterator[None]:
    """Turn a disk that is full or fails into a sentence.

    Raises
    ------
    WorkspaceError
        In place of any `OSError` within the ``with`` block.
    """
    try:
        yield
    except OSError as error:
        raise WorkspaceError(
            f"{workspace.root}: the archive cannot be written ({error.strerror or error}); "
            "free some space or mend its permissions and run this again."
        ) from None
