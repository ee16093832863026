"""The weekly report as one HTML file: no script, nothing from elsewhere, to be read and printed."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from functools import partial
from importlib import resources
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from app import words as numbers
from app.literal import visible
from app.report import facts, words
from app.report.pictures import pictures_of
from app.report.pictures.arranging import arrange

Report = Mapping[str, Any]

MOST_PLACES = 60
MOST_MEMBERS = 200
_SUCCESSOR = "successor"
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
    held = {
        **_changes(report),
        "networks": _networks(report, pictures),
        "lineage": pictures.get("lineage"),
        "watches": report["watch_hits"],
        "unsure": report["unsure"],
        "coverage": report["coverage"]["places"] or report["coverage"]["caveats"],
        "members": [each for each in report["clusters"] if each["members"]],
        "method": report["method"],
        "preserve": report["preserve_now"],
        "next": report["look_next"],
    }
    style = _style(report["handling"])
    return _environment().get_template("report.html.jinja").render(
        report=report,
        held=held,
        contents=[name for name in words.TITLES if held[name] or name in words.ALWAYS],
        pictures={name: Markup(picture) for name, picture in pictures.items()},  # noqa: S704
        places=_places(report),
        most_places=MOST_PLACES,
        most_members=MOST_MEMBERS,
        ordered_members=partial(_members, _numbers(report)),
        named=partial(_named, _labels(report)),
        style=Markup(style),  # noqa: S704
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        words=words,
        facts=facts,
        numbers=numbers,
    )  # fmt: skip


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


def _changes(report: Report) -> dict[str, list[Mapping[str, Any]]]:
    """Sort the events into the sections that show them."""
    events, of_accounts = report["events"], report["account_events"]
    successors = [each for each in of_accounts if each["kind"] == _SUCCESSOR]
    others = [each for each in of_accounts if each["kind"] != _SUCCESSOR]
    return {
        "changes": [each for each in events if each["notable"]],
        "accounts": [each for each in others if each["notable"]],
        "successors": [*successors, *report["group_events"]],
        "others": [each for each in [*events, *others] if not each["notable"]],
    }


def _networks(report: Report, pictures: Mapping[str, str]) -> list[dict[str, Any]]:
    """The networks spoken of, each with what is known of it; None where nothing is."""
    known = {each["cluster"]: each for each in report["clusters"]}
    drawn = [name.partition(":")[2] for name in pictures if ":" in name]
    return [{"cluster": name, "known": known.get(name)} for name in dict.fromkeys([*known, *drawn])]


def _places(report: Report) -> list[Mapping[str, Any]]:
    """The places, those not observed and new ones first, then those with most posts."""
    rank = {"not observed": 0, "new": 1}
    return sorted(
        report["coverage"]["places"],
        key=lambda place: (rank.get(place["status"], 2), -place["posts"], place["place"]),
    )


def _numbers(report: Report) -> dict[str, dict[str, int | None]]:
    """The numbers that accounts bear in the pictures, by network."""
    return {
        each["cluster"]: {drawn.account: drawn.number for drawn in arrange(each).numbered}
        for each in report["pictures"]
    }


def _members(
    pictured: Mapping[str, Mapping[str, int | None]], cluster: Mapping[str, Any]
) -> list[tuple[int | None, Mapping[str, Any]]]:
    """The accounts of a network with their numbers, in the order of these."""
    mine = pictured.get(cluster["cluster"], {})
    rows = [(mine.get(member["account"]), member) for member in cluster["members"]]
    return sorted(rows, key=lambda row: (row[0] is None, row[0] or 0, row[1]["account"]))


def _labels(report: Report) -> dict[str, str]:
    """What keys are called, those of networks too."""
    return {
        **{each["cluster"]: each["label"] for each in report["clusters"]},
        **report["labels"],
    }


def _named(labels: Mapping[str, str], key: str) -> str:
    """Call a key by its name; a name with nothing to see by the key itself."""
    return labels.get(key, "").strip() or key


def _style(handling: str | None) -> str:
    """The style sheet, with the handling marking in the margin of every printed page."""
    style = resources.files("app.report").joinpath("report.css").read_text(encoding="utf-8")
    mark = "".join(each for each in visible(handling or "") if each in _PLAIN)
    return style.replace("HANDLING", mark)
