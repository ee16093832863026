"""Reading one report, once for all parts of its page."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree as Xml

import streamlit as st

from app import session
from app.report.names import Names
from app.report.pictures import pictures_of
from app.report.sections import Sections, sections_of
from app.report_standing import Standing, names_own_side, standing_of
from app.reports_kept import KeptReport, kept_reports, read_report
from app.words import reading
from graph import keys
from graph.lookup.names import member_names
from graph.workspace import Workspace
from ingest.journal import Journal

KEPT_SECONDS = 600
GROUND = "#ffffff"
MARGIN = 12.0
SVG = "http://www.w3.org/2000/svg"

Xml.register_namespace("", SVG)


@dataclass(frozen=True)
class Told:
    """A report as its page shows it.

    Attributes
    ----------
    kept : KeptReport
    report : mapping
        What it says.
    pictures : mapping of str to str
        SVG on a white ground, as of `app.report.pictures.pictures_of`.
    sections : Sections
    names : Names
    """

    kept: KeptReport
    report: Mapping[str, Any]
    pictures: Mapping[str, str]
    sections: Sections
    names: Names


def read_told(kept: KeptReport) -> Told:
    """Read a report with its pictures."""
    return _read(kept.stamp, kept)


def shows_own_side(told: Told) -> bool:
    """Whether a report names what is our own side's by now."""
    workspace = session.opened().workspace
    return _shows_own_side(told.kept.stamp, known_now(workspace), workspace, told.report)


def standing(told: Told) -> Standing:
    """Compare what a report was made from with what there is."""
    workspace = session.opened().workspace
    return _standing(told.kept.stamp, known_now(workspace), workspace, told.report)


def newest(workspace: Workspace) -> KeptReport | None:
    """Find the report of the latest day."""
    return next(iter(kept_reports(workspace)), None)


def known_now(workspace: Workspace) -> str:
    """Name what is known and decided: what is cached for it holds until anything is noted."""
    files = (Journal(workspace).path, workspace.settings_file, workspace.calibration_file)
    stamps = [each.stat() for each in files if each.exists()]
    told = " ".join(f"{each.st_mtime_ns} {each.st_size}" for each in stamps)
    return f"{workspace.root} {session.cache_key()} {told}"


def clusters_now(ids: Collection[str]) -> frozenset[str]:
    """Tell which of some clusters the latest detection has."""
    latest = session.latest()
    if latest is None:
        return frozenset()
    by_key = {keys.cluster(latest.id, each): each for each in ids}
    return frozenset(by_key[key] for key in member_names(session.store(), list(by_key), most=1))


@st.cache_resource(ttl=KEPT_SECONDS, max_entries=8, show_spinner=reading.REPORT)
def _read(stamp: str, _kept: KeptReport) -> Told:
    """Read a report; ``stamp`` tells one writing of it from another."""
    report = read_report(_kept)
    drawn = pictures_of(report)
    pictures = {name: _on_ground(picture) for name, picture in drawn.items()}
    return Told(_kept, report, pictures, sections_of(report, drawn), Names(report))


@st.cache_data(ttl=KEPT_SECONDS, max_entries=32, show_spinner=False)
def _shows_own_side(
    stamp: str, known: str, _workspace: Workspace, _report: Mapping[str, Any]
) -> bool:
    """Ask whether a report names our own side; ``stamp`` and ``known`` tell what is asked of."""
    return names_own_side(_workspace, _report)


@st.cache_data(ttl=KEPT_SECONDS, max_entries=32, show_spinner=False)
def _standing(
    stamp: str, known: str, _workspace: Workspace, _report: Mapping[str, Any]
) -> Standing:
    """Compare a report with what there is; ``stamp`` and ``known`` tell what is asked of."""
    return standing_of(_workspace, _report)


def _on_ground(picture: str) -> str:
    """Put a picture that was made for white paper on a white ground, for dark pages too."""
    root = Xml.fromstring(picture)  # noqa: S314 - our own picture
    left, top, wide, high = (float(each) for each in root.attrib["viewBox"].split())
    box = (left - MARGIN, top - MARGIN, wide + 2 * MARGIN, high + 2 * MARGIN)
    x, y, width, height = (f"{each:g}" for each in box)
    root.attrib.update(viewBox=f"{x} {y} {width} {height}", width=width, height=height)
    root.insert(0, Xml.Element(
        f"{{{SVG}}}rect",
        {"x": x, "y": y, "width": width, "height": height, "fill": GROUND},
    ))  # fmt: skip
    return Xml.tostring(root, encoding="unicode")
