"""Sources: the files behind the paths that a user names, in folders and zips too."""

from __future__ import annotations

import os
import stat
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from graph.errors import SourceError
from ingest import zips
from ingest.attachments import chat_folders, is_attachment
from ingest.phone_reports import beside_report

_CHUNK = 1 << 20


@dataclass(frozen=True)
class Source:
    """A file to be read, on the disk or in a zip.

    Attributes
    ----------
    path : str
        What the user calls it; ``outer.zip!inner.csv`` for a file in a zip.
    file : Path
        The file, or the zip that it is in.
    size : int
        Bytes, unpacked.
    member : zipfile.ZipInfo or None
        Where in the zip.
    root : Path or None
        The folder that the user named, where it lies in one.
    """

    path: str
    file: Path
    size: int
    member: zipfile.ZipInfo | None = None
    root: Path | None = None

    def container_sha256(self) -> str | None:
        """Give the fingerprint of the zip that the file is in; null outside of one."""
        return None if self.member is None else zips.sha256(self.file)

    def chunks(self) -> Iterator[bytes]:
        """Read the bytes, some at a time.

        Raises
        ------
        SourceError
            If they cannot be read; in a zip also when they are not what the zip's list says.
        """
        try:
            with self._open() as stream:
                while chunk := stream.read(_CHUNK):
                    yield chunk
        except OSError as error:
            raise SourceError(
                f"{self.path}: it cannot be read ({error.strerror}); check its permissions."
            ) from None

    def _open(self) -> BinaryIO:
        """Open the bytes."""
        if self.member is not None:
            return zips.open_member(self.file, self.member, self.path)
        return self.file.open("rb")


@dataclass(frozen=True)
class Refusal:
    """Something that was named, or lay in a folder or zip, and cannot be a source."""

    path: str
    reason: str


@dataclass
class Found:
    """What the paths led to.

    Attributes
    ----------
    sources : list of Source
        In the order named; within folders and zips sorted by path.
    refusals : list of Refusal
        Each with a sentence.
    hidden : int
        Hidden files that were passed over.
    attachments : int
        Pictures and the like that were passed over in folders and zips, and what lies beside the
        report on a telephone.
    """

    sources: list[Source] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    hidden: int = 0
    attachments: int = 0

    def refuse(self, path: str, reason: str) -> None:
        """Note that something cannot be a source, and why."""
        self.refusals.append(Refusal(path, f"{path}: {reason}"))


def shown(path: Path | str) -> str:
    """Write a path so that it can be kept and printed, whatever bytes a file's name holds."""
    decoded = os.fsencode(path).decode("utf-8", "replace")
    return "".join(
        letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in decoded
    )


def find_sources(
    paths: Sequence[Path],
    *,
    leave_out: Path | None = None,
    passed_over: Callable[[Path], bool] | None = None,
) -> Found:
    """Find the sources behind paths.

    Parameters
    ----------
    paths : sequence of Path
        Files, folders (read with all that is in them) and zips.
    leave_out : Path, optional
        A folder that holds no sources even when it lies in a named one (the workspace).
    passed_over : callable, optional
        Tells which files in folders are left unread and unsaid.

    Returns
    -------
    Found
    """
    found = Found()
    for path in paths:
        if path.is_dir():
            _walk(path, leave_out, passed_over, found)
        else:
            _take(path, found)
    return found


def _walk(
    folder: Path,
    leave_out: Path | None,
    passed_over: Callable[[Path], bool] | None,
    found: Found,
) -> None:
    """Take all files of a folder and its folders."""

    def cannot_list(error: OSError) -> None:
        found.refuse(shown(error.filename), "the folder cannot be listed; check its permissions.")

    own = leave_out.resolve() if leave_out is not None else None
    for place, folders, files in os.walk(folder, onerror=cannot_list):
        here = Path(place)
        for name in sorted(folders):
            if (here / name).is_symlink():
                found.refuse(
                    shown(here / name), "it is a link to a folder; name that folder itself."
                )
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and (own is None or (here / name).resolve() != own)
        )
        chats = chat_folders(files)
        for name in sorted(files):
            if name.startswith("."):
                found.hidden += 1
            elif is_attachment(name, chats):
                found.attachments += 1
            elif passed_over is None or not passed_over(here / name):
                _take(here / name, found, root=folder)


def _take(path: Path, found: Found, root: Path | None = None) -> None:
    """Take a file, or the files in a zip."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise SourceError(f"{shown(path)}: it is not a file; save what it gives to one first.")
        if zips.holds_sources(path):
            _open_zip(path, found)
        else:
            found.sources.append(Source(shown(path), path, status.st_size, root=root))
    except FileNotFoundError:
        found.refuse(shown(path), "there is no such file; check the path.")
    except SourceError as error:
        found.refusals.append(Refusal(shown(path), str(error)))
    except OSError as error:
        reason = f"it cannot be read ({error.strerror}); check its permissions and disk."
        found.refuse(shown(path), reason)


def _open_zip(path: Path, found: Found) -> None:
    """Take the files in a zip, refusing those that are not safe to unpack."""
    chats = chat_folders(zips.paths(path))
    is_beside_report = beside_report(path)

    def is_passed_over(member: zipfile.ZipInfo) -> bool:
        return (
            zips.is_hidden(member)
            or is_attachment(zips.slashed(member), chats)
            or is_beside_report(member)
        )

    for member, reason in zips.members(path, is_passed_over):
        name = shown(f"{path}!{member.filename}")
        if zips.is_hidden(member):
            found.hidden += 1
        elif is_passed_over(member):
            found.attachments += 1
        elif reason is not None:
            found.refuse(name, reason)
        else:
            found.sources.append(Source(name, path, member.file_size, member))
