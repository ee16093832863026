"""The accounts of a report's clusters, in the order of the numbers that they bear in pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app import words as numbers
from app.report import words
from app.report.pictures.arranging import arrange

MOST_MEMBERS = 200
_PLAIN = "member"


@dataclass(frozen=True)
class Member:
    """A row of a cluster's list: its number in the picture and what is known, in words."""

    number: str
    label: str
    account: str
    status: str
    before: str
    now: str
    role: str


@dataclass(frozen=True)
class Members:
    """The list of a cluster's accounts.

    Attributes
    ----------
    rows : list of Member
        At most 200.
    rest : int
        How many more there are.
    is_numbered : bool
        Whether any account bears a number; where names stand beside the marks, none does.
    has_roles : bool
        Whether any account has a role to be told.
    """

    rows: list[Member]
    rest: int
    is_numbered: bool
    has_roles: bool


class Membership:
    """Lists of the accounts of clusters.

    Parameters
    ----------
    report : mapping
        As in ``report.json``: its ``pictures``.
    """

    def __init__(self, report: Mapping[str, Any]) -> None:
        self._numbers = {
            each["cluster"]: {drawn.account: drawn.number for drawn in arrange(each).numbered}
            for each in report["pictures"]
        }

    def of(self, cluster: Mapping[str, Any]) -> Members:
        """List the accounts of one of a report's ``clusters``, the numbered ones first."""
        mine = self._numbers.get(cluster["cluster"], {})
        rows = sorted(
            ((mine.get(each["account"]) or 0, each) for each in cluster["members"]),
            key=lambda row: (not row[0], row[0], row[1]["account"]),
        )
        told = [_row(number, each) for number, each in rows[:MOST_MEMBERS]]
        return Members(
            rows=told,
            rest=max(0, len(rows) - MOST_MEMBERS),
            is_numbered=any(each.number for each in told),
            has_roles=any(each.role for each in told),
        )


def _row(number: int, member: Mapping[str, Any]) -> Member:
    """Write what is known of an account."""
    role = member["role"]
    return Member(
        number=str(number or ""),
        label=member["label"].strip() or words.NOTHING,
        account=member["account"],
        status=words.status(member["status"]),
        before=words.YES if member["before"] else words.NOTHING,
        now=words.YES if member["now"] else words.NOTHING,
        role=numbers.role(role) if role and role != _PLAIN else "",
    )
