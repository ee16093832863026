"""Writing a report: one page of HTML, a PDF, JSON, and the sheet of what to preserve."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.preserving import write_auto_archiver_sheet
from app.report.fonts import FontsMissing
from app.report.html import write_html
from app.report.pdf import write_pdf
from graph.errors import WorkspaceError

HTML, PDF, JSON, SHEET = "report.html", "report.pdf", "report.json", "preserve-now.csv"


@dataclass(frozen=True)
class Written:
    """Where a report was written.

    Attributes
    ----------
    folder, html, json : Path
    pdf : Path or None
        None where it could not be typeset.
    notices : list of str
        What could not be written, and what to do about it.
    """

    folder: Path
    html: Path
    json: Path
    pdf: Path | None
    notices: list[str] = field(default_factory=list)


def name_of(report: dict[str, Any]) -> str:
    """Name a report, also as a folder: its week, else its days."""
    period = report["period"]
    return period["week"] or f"{period['from']}--{period['to']}"


def write_report(report: dict[str, Any], folder: Path) -> Written:
    """Write a report into a folder of its own, whole or not at all.

    Parameters
    ----------
    report : dict
        `app.reporting.contents.contents_of`.
    folder : Path
        Where; a report that is there already is replaced, other files in it stay.

    Returns
    -------
    Written

    Raises
    ------
    WorkspaceError
        If the disk does not take it.
    """
    draft = folder.with_name(f".{folder.name}.draft")
    try:
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(parents=True, mode=0o700)
        write_html(report, draft / HTML)
        write_auto_archiver_sheet(report["preserve_now"], draft / SHEET)
        told = json.dumps(report, ensure_ascii=False, indent=1)
        (draft / JSON).write_bytes(told.encode("utf-8", "surrogatepass"))
        notices = _write_pdf(report, draft / PDF)
        _move(draft, folder)
    except OSError as error:
        raise WorkspaceError(
            f"{folder}: the report cannot be written here ({error.strerror}); free some space or "
            "name another place with --output."
        ) from None
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    pdf = None if notices else folder / PDF
    return Written(folder, folder / HTML, folder / JSON, pdf, notices)


def _write_pdf(report: dict[str, Any], path: Path) -> list[str]:
    """Write the PDF, or say why there is none."""
    try:
        write_pdf(report, path)
    except FontsMissing as error:
        return [str(error)]
    return []


def _move(draft: Path, folder: Path) -> None:
    """Put what was written in its place, the JSON last."""
    if not folder.exists():
        draft.replace(folder)
        return
    for name in (HTML, PDF, SHEET, JSON):
        if (draft / name).exists():
            (draft / name).replace(folder / name)
