"""Zips: which of their files are safe to unpack, and unpacking them within bounds."""

from __future__ import annotations

import copy
import hashlib
import io
import stat
import sys
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import IO, BinaryIO

from graph.errors import SourceError

MAX_UNPACKED = 8 << 30
MAX_RATIO = 250
RATIO_FREE = 16 << 20
_ENCRYPTED = 0x1
_OFFICE = ("[Content_Types].xml", "mimetype")
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
)


def holds_sources(path: Path) -> bool:
    """Whether a file is a zip whose members are sources (a spreadsheet is a zip, and is not).

    Raises
    ------
    SourceError
        If it begins as a zip and cannot be read as one.
    """
    with path.open("rb") as file:
        if file.read(4) not in (b"PK\3\4", b"PK\5\6"):
            return False
    return not any(member.filename in _OFFICE for member in listed(path, str(path)))


def paths(path: Path) -> list[str]:
    """List the paths of all files in a zip.

    Raises
    ------
    SourceError
        If the zip cannot be read at all.
    """
    return [slashed(member) for member in listed(path, str(path)) if not member.is_dir()]


def members(
    path: Path, is_passed_over: Callable[[zipfile.ZipInfo], bool]
) -> list[tuple[zipfile.ZipInfo, str | None]]:
    """List the files in a zip by name, each with the reason why it is refused, or null.

    Parameters
    ----------
    path : Path
        The zip.
    is_passed_over : callable
        Tells the files that will not be unpacked; they are never refused, and their size does not
        count.

    Raises
    ------
    SourceError
        If the zip cannot be read at all.
    """
    left = MAX_UNPACKED
    found = []
    for member in sorted(listed(path, str(path)), key=lambda member: member.filename):
        if member.is_dir():
            continue
        passed_over = is_passed_over(member)
        reason = None if passed_over else danger(member, left)
        if reason is None and not passed_over:
            left -= member.file_size
        found.append((member, reason))
    return found


def sha256(path: Path) -> str:
    """Fingerprint of the zip itself."""
    return _sha256(path, _state(path))


def is_hidden(member: zipfile.ZipInfo) -> bool:
    """Whether a file is hidden, or one of the notes that macOS puts into zips."""
    parts = PurePosixPath(slashed(member)).parts
    return "__MACOSX" in parts or any(
        part.startswith(".") and part not in {".", ".."} for part in parts
    )


def open_member(path: Path, member: zipfile.ZipInfo, name: str) -> BinaryIO:
    """Open a file in a zip; it gives no more bytes than the zip's list says.

    Parameters
    ----------
    path : Path
        The zip.
    member : zipfile.ZipInfo
        Which file.
    name : str
        What the user calls it, for messages.

    Returns
    -------
    BinaryIO
        To be closed by the caller.

    Raises
    ------
    SourceError
        Here or while reading, if it is damaged, packed in a way that cannot be unpacked, or
        larger than it says.
    """
    with _said_as_source_error(name):
        unbounded = copy.copy(member)
        unbounded.file_size = sys.maxsize
        stream = _opened(path, _state(path)).open(unbounded)
    return io.BufferedReader(_Bounded(stream, member.file_size, name))


class _Bounded(io.RawIOBase):
    """A file in a zip, refused when it is longer than it says."""

    def __init__(self, stream: IO[bytes], size: int, name: str) -> None:
        self._stream = stream
        self._left = size
        self._name = name

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Read the next bytes."""
        with _said_as_source_error(self._name):
            chunk = self._stream.read(len(buffer))
        self._left -= len(chunk)
        if self._left < 0:
            raise SourceError(f"{self._name}: it is larger than the zip says; it was not unpacked.")
        buffer[: len(chunk)] = chunk
        return len(chunk)

    def close(self) -> None:
        """Close the file in the zip with it."""
        self._stream.close()
        super().close()


def by_path(path: Path) -> Mapping[str, zipfile.ZipInfo]:
    """Look up the files in a zip by their paths (NFC), those that are not hidden."""
    return _by_path(path, _state(path))


def _state(path: Path) -> tuple[int, int, int]:
    """What changes when a file does."""
    status = path.stat()
    return status.st_ino, status.st_size, status.st_mtime_ns


@lru_cache(maxsize=1)
def _opened(path: Path, state: tuple[int, int, int]) -> zipfile.ZipFile:
    """Open the zip being read, once for all its files as long as it is the same."""
    return zipfile.ZipFile(path)


@lru_cache(maxsize=1)
def _by_path(path: Path, state: tuple[int, int, int]) -> Mapping[str, zipfile.ZipInfo]:
    """List the files of the zip being read, once as long as it is the same."""
    return {
        unicodedata.normalize("NFC", slashed(member)): member
        for member in reversed(listed(path, str(path)))
        if not (member.is_dir() or is_hidden(member))
    }


@lru_cache(maxsize=1)
def _sha256(path: Path, state: tuple[int, int, int]) -> str:
    """Fingerprint of the zip being read, worked out once as long as it is the same."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def _said_as_source_error(name: str) -> Iterator[None]:
    """Turn what `zipfile` raises on a damaged zip into a sentence."""
    try:
        yield
    except _BROKEN as error:
        raise SourceError(
            f"{name}: it cannot be unpacked ({error}); get the zip again from where it came."
        ) from None


def listed(path: Path, name: str) -> list[zipfile.ZipInfo]:
    """Read the zip's own list of its files; ``name`` is what the user calls it.

    Raises
    ------
    SourceError
        If it cannot be read.
    """
    with _said_as_source_error(name), zipfile.ZipFile(path) as archive:
        return archive.infolist()


def slashed(member: zipfile.ZipInfo) -> str:
    """A file's path in the zip, whichever slashes its maker used."""
    return member.filename.replace("\\", "/")


def is_bomb(member: zipfile.ZipInfo) -> bool:
    """Whether a file unpacks to far more than text does."""
    return member.file_size > RATIO_FREE and member.file_size > MAX_RATIO * member.compress_size


def danger(member: zipfile.ZipInfo, left: int = MAX_UNPACKED) -> str | None:
    """Why a file is not to be unpacked where ``left`` more bytes may be, or null."""
    name = slashed(member)
    if name.startswith("/") or ".." in name.split("/") or ":" in name.split("/")[0]:
        return "its path leads out of the zip; it was not unpacked."
    if stat.S_ISLNK(member.external_attr >> 16):
        return "it is a link; it was not followed."
    if member.flag_bits & _ENCRYPTED:
        return "it is locked with a password; unpack it yourself and name the file."
    if is_bomb(member):
        return "it unpacks to far more than a real table would; it was not unpacked."
    if member.file_size > left:
        return (
            f"the zip unpacks to more than {MAX_UNPACKED >> 30} GiB; unpack it and name the files."
        )
    return None
