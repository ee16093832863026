"""The weekly report as one HTML file: no script, nothing from elsewhere, to be read and printed."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from app import words as numbers
from app.literal import visible
from app.report import facts, words
from app.report.members import Membership
from app.report.names import Names
from app.report.pictures import pictures_of
from app.report.sections import places_of, sections_of

Report = Mapping[str, Any]

_PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789:+-_/. ")


def write_html(report: Report, path: Path) -> None:
    """Write a report as one HTML file that needs nothing else.

    Parameters
    ----------
    report : mapping
        As in ``report.json``.
    path : Path
        The file, replaced if it exists.
    """
    path.write_text(html_of(report), encoding="utf-8")


def html_of(report: Report) -> str:
    """Make a report's HTML.

    Parameters
    ----------
    report : mapping
        As in ``report.json``. Everything in it is shown as text, and characters that steer text
        as their numbers, whatever it says.

    Returns
    -------
    str
        A page whose Content-Security-Policy allows its own style and nothing else. The same
        report gives the same page.

    Raises
    ------
    jinja2.UndefinedError
        If the report lacks something that it should hold.
    """
    pictures = pictures_of(report)
    sections = sections_of(report, pictures)
    names = Names(report)
    places, more_places = places_of(report)
    style = _style(report["handling"])
    return (
        _environment()
        .get_template("report.html.jinja")
        .render(
            report=report,
            held=sections.held,
            contents=sections.told,
            unchanged=sections.unchanged,
            pictures={name: Markup(picture) for name, picture in pictures.items()},  # noqa: S704
            places=places,
            more_places=more_places,
            members_of=Membership(report).of,
            known={each["cluster"]: each for each in report["clusters"]},
            names=names,
            named=names.called,
            style=Markup(style),  # noqa: S704
            style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
            words=words,
            facts=facts,
            numbers=numbers,
        )
    )


def _environment() -> Environment:
    """What the template is read and filled in with: everything escaped, nothing missing."""
    return Environment(
        loader=PackageLoader("app.report", "."),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalized,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _finalized(value: Any) -> Any:
    """Make characters that steer text visible in whatever is written; None is nothing."""
    if value is None:
        return ""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _style(handling: str | None) -> str:
    """The style sheet, with the handling marking in the margin of every printed page."""
    style = resources.files("app.report").joinpath("report.css").read_text(encoding="utf-8")
    mark = "".join(each for each in visible(handling or "") if each in _PLAIN)
    return style.replace("HANDLING", mark)
