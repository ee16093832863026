"""The report's sections: what each one holds, in which order, and which of them are there."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from app.report import words

Report = Mapping[str, Any]
Row = Mapping[str, Any]

MOST_PLACES = 60
_SUCCESSOR, _CONTINUED = "successor", "continued"
_FIRST_PLACES = {"not observed": 0, "new": 1}


@dataclass(frozen=True)
class Sections:
    """What a report's sections hold.

    Attributes
    ----------
    held : dict of str to list
        Rows of each section of `words.TITLES`, in their order; of ``clusters`` the ids of those
        spoken of.
    unchanged : int
        How many clusters go on without any change; they are counted and not listed.
    """

    held: dict[str, list[Any]]
    unchanged: int

    @property
    def told(self) -> list[str]:
        """Sections that are there: those with something to show, and those that always are."""
        return [name for name in words.TITLES if self.held[name] or name in words.ALWAYS]


def sections_of(report: Report, pictures: Collection[str]) -> Sections:
    """Sort what a report says into its sections.

    Parameters
    ----------
    report : mapping
        As in ``report.json``.
    pictures : collection of str
        Names of the pictures that were drawn, as of `app.report.pictures.pictures_of`.

    Returns
    -------
    Sections
        Every event is in one section. A cluster to which nothing happened but that more of it
        became known through new coverage has not grown; one to which nothing at all happened is
        counted.
    """
    of_accounts = report["account_events"]
    successors = [each for each in of_accounts if each["kind"] == _SUCCESSOR]
    others = [each for each in of_accounts if each["kind"] != _SUCCESSOR]
    going_on = [each for each in report["events"] if each["kind"] == _CONTINUED]
    found = [each for each in going_on if each["accounts_found"]]
    changed = [each for each in report["events"] if each["kind"] != _CONTINUED]
    held: dict[str, list[Any]] = {
        "changes": [each for each in changed if each["notable"]],
        "accounts": [each for each in others if each["notable"]],
        "successors": [*successors, *report["group_events"]],
        "clusters": _spoken_of(report, pictures),
        "lineage": [name for name in pictures if name == "lineage"],
        "watches": report["watch_hits"],
        "unsure": report["unsure"],
        "found": found,
        "others": [each for each in [*changed, *others] if not each["notable"]],
        "market": market_of(report),
        "coverage": [*report["coverage"]["caveats"], *report["coverage"]["places"]],
        "members": [each for each in report["clusters"] if each["members"]],
        "method": report["method"],
        "preserve": report["preserve_now"],
        "next": report["look_next"],
    }
    return Sections(held, len(going_on) - len(found))


def market_of(report: Report) -> list[tuple[str, ...]]:
    """Write what appeared on the market and what is not seen any more, in `words.MARKET`'s columns.

    Parameters
    ----------
    report : mapping
        As in ``report.json``.

    Returns
    -------
    list of tuple of str
        Sellers, then the listings of each platform; empty when nothing is known of either.
    """
    came = report["sellers"]
    counted = [f"{came[name]['accounts']:,}" for name in ("new", "gone", "back")]
    sellers = [(words.SELLERS, "", "", *counted)] if any(each != "0" for each in counted) else []
    listings = [
        (
            words.listings_on(each["platform"]),
            *(f"{each[name]:,}" for name in ("before", "now", "appeared", "not_seen")),
            "",
        )
        for each in report["listings"]
        if each["before"] or each["now"]
    ]
    return [*sellers, *listings]


def places_of(report: Report) -> tuple[list[Row], int]:
    """Order places: those not observed and new ones first, then those with most posts.

    Parameters
    ----------
    report : mapping
        As in ``report.json``.

    Returns
    -------
    (list of mapping, int)
        At most 60, and how many more there are.
    """
    places = sorted(
        report["coverage"]["places"],
        key=lambda place: (
            _FIRST_PLACES.get(place["status"], len(_FIRST_PLACES)),
            -place["posts"],
            place["place"],
        ),
    )
    return places[:MOST_PLACES], max(0, len(places) - MOST_PLACES)


def _spoken_of(report: Report, pictures: Collection[str]) -> list[str]:
    """Clusters that are described, then those that are only drawn."""
    drawn = [name.partition(":")[2] for name in pictures if ":" in name]
    return list(dict.fromkeys([*(each["cluster"] for each in report["clusters"]), *drawn]))
