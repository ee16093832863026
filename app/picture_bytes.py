"""The bytes of a picture as a page shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.archive import Archive

if TYPE_CHECKING:
    from graph.lookup.images import Picture
    from graph.workspace import Workspace


def is_kept(workspace: Workspace, picture: Picture) -> bool:
    """Whether the picture itself is among the archive's originals."""
    return picture.sha256 is not None and Archive(workspace).original(picture.sha256).exists()


def picture_bytes(workspace: Workspace, sha256: str, *, blurred: bool) -> bytes | None:
    """Draw a picture of the archive, sharp or blurred; None where nothing here can draw it.

    Whether it is sealed is for the caller to ask first (`app.sealing`).
    """
    from ingest.images.shown import shown_picture

    return shown_picture(Archive(workspace).original(sha256), blurred=blurred)
