"""Reports on telephones in zips: the report is a source, what the telephone held lies beside it."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from graph.errors import SourceError
from ingest import zips

_REPORT = "report.xml"
_NAMESPACE = b"http://pa.cellebrite.com/report/2.0"
_HEAD = 1 << 14


def beside_report(path: Path) -> Callable[[zipfile.ZipInfo], bool]:
    """Tell which files of a zip lie beside or below a report of Cellebrite's programs (UFDR).

    Parameters
    ----------
    path : Path
        The zip.

    Returns
    -------
    callable
        Whether a member is such a file: the telephone's databases and pictures, and what belongs
        to the program that reads the report.
    """
    reports = [member for member in zips.listed(path, str(path)) if _is_report(path, member)]
    folders = [_file(member).parent for member in reports]

    def is_beside(member: zipfile.ZipInfo) -> bool:
        if any(member.filename == report.filename for report in reports):
            return False
        return any(_file(member).is_relative_to(folder) for folder in folders)

    return is_beside


def _is_report(path: Path, member: zipfile.ZipInfo) -> bool:
    """Whether a member is a report, by how it begins."""
    if _file(member).name.lower() != _REPORT:
        return False
    try:
        with zips.open_member(path, member, member.filename) as stream:
            return _NAMESPACE in stream.read(_HEAD).replace(b"\0", b"")
    except SourceError:
        return False


def _file(member: zipfile.ZipInfo) -> PurePosixPath:
    """Path of a member in its zip."""
    return PurePosixPath(zips.slashed(member))
