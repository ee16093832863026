"""Files beside and below a source, found by the names that its posts give; nothing outside."""

from __future__ import annotations

import os
import stat
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path, PurePosixPath
from typing import BinaryIO
from urllib.parse import unquote

from ingest import zips
from ingest.sources import Source

_CHUNK = 1 << 20


@dataclass(frozen=True)
class Beside:
    """A file found; ``size`` in bytes, ``danger`` why it is not to be read, or None."""

    size: int
    danger: str | None
    _open: Callable[[], BinaryIO]

    def chunks(self) -> Iterator[bytes]:
        """Read the bytes, some at a time.

        Raises
        ------
        SourceError, OSError
            If they cannot be read.
        """
        with closing(self._open()) as stream:
            while chunk := stream.read(_CHUNK):
                yield chunk


def find_beside(source: Source, name: str) -> Beside | None:
    """Find the file that a source means by a name.

    Parameters
    ----------
    source : Source
    name : str
        A path relative to the source, or to a folder above it up to the one that the user named or
        the top of the zip (some exports name files from there); the nearest counts.

    Returns
    -------
    Beside or None
        None: there is no such file, or the name leads out of those folders, over a link, or to
        something hidden.
    """
    look_up = _on_disk if source.member is None else _in_zip
    for written in dict.fromkeys((name, unquote(name))):
        parts = _parts(written)
        found = look_up(source, parts) if parts else None
        if found is not None:
            return found
    return None


def _parts(name: str) -> tuple[str, ...]:
    """Take a relative path apart; nothing where it is none, or leads up or to what is hidden."""
    slashed = name.replace("\\", "/")
    parts = tuple(part for part in slashed.split("/") if part not in {"", "."})
    is_outside = slashed.startswith("/") or ":" in slashed.split("/")[0] or "\0" in slashed
    if is_outside or any(part.startswith(".") for part in parts):
        return ()
    return parts


def _on_disk(source: Source, parts: tuple[str, ...]) -> Beside | None:
    """Find a file in the folders of a source, over no link."""
    forms = [[unicodedata.normalize(form, part) for part in parts] for form in ("NFC", "NFD")]
    for base in _folders(source.file.parent, source.root):
        for form in forms if forms[0] != forms[1] else forms[:1]:
            path = os.path.join(base, *form)  # noqa: PTH118 - ten times as fast, for every name
            try:
                status = os.lstat(path)
            except (OSError, ValueError):
                continue
            if stat.S_ISREG(status.st_mode) and os.path.realpath(path) == path:
                return Beside(status.st_size, None, partial(_opened, Path(path)))
    return None


@lru_cache(maxsize=1)
def _folders(folder: Path, root: Path | None) -> tuple[str, ...]:
    """Give a folder and those above it up to the root, free of links."""
    lowest = Path(os.path.realpath(folder))
    top = lowest if root is None else Path(os.path.realpath(root))
    above = (each for each in lowest.parents if each.is_relative_to(top))
    return tuple(map(str, (lowest, *above)))


def _opened(path: Path) -> BinaryIO:
    """Open a file that is no link, even if it became one just now."""
    return os.fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0)), "rb")


def _in_zip(source: Source, parts: tuple[str, ...]) -> Beside | None:
    """Find a file in the zip that a source is in."""
    assert source.member is not None
    files = zips.by_path(source.file)
    folder = PurePosixPath(zips.slashed(source.member)).parent
    for base in (folder, *folder.parents):
        path = unicodedata.normalize("NFC", str(base.joinpath(*parts)))
        member = files.get(path)
        if member is not None:
            return _member(source.file, member)
    return None


def _member(file: Path, member: zipfile.ZipInfo) -> Beside:
    """Describe a file in a zip."""

    def opened() -> BinaryIO:
        return zips.open_member(file, member, zips.slashed(member))

    return Beside(member.file_size, zips.danger(member), opened)
