"""Sentences on successors: who may carry on from whom, and what speaks for it."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from graph.lifecycle.succession.evidence import (
    BIO,
    DETAIL,
    GROUP,
    HANDLE,
    NAME,
    PICTURE,
    ROLE,
    TEXT,
    Piece,
)
from graph.lifecycle.succession.sides import New, Old, gap_days
from graph.tables import Tables
from graph.ties.sentences import KIND_WORDS

SHORT = {
    HANDLE: "a like handle", NAME: "the same name", BIO: "the same description",
    GROUP: "the same groups", ROLE: "the same role",
}  # fmt: skip
LISTED = 3


class Words:
    """Says what was found, by what accounts and groups are called.

    Parameters
    ----------
    tables : Tables
        What is known; here the names of accounts and groups.
    accounts : collection of str
        Keys of the accounts spoken of.
    """

    def __init__(self, tables: Tables, accounts: Sequence[str]) -> None:
        meant = pl.col("account_key").is_in(pl.Series(accounts, dtype=pl.String).implode())
        rows = tables.accounts.filter(meant).select("account_key", "handle", "name")
        self._called = {key: _called(key, handle, name) for key, handle, name in rows.iter_rows()}
        self._groups: dict[str, str | None] = dict(
            tables.groups.select("group_key", "name").iter_rows()
        )

    def account(self, key: str) -> str:
        """Give what an account is called."""
        return self._called.get(key, key)

    def group(self, key: str) -> str:
        """Give what a group is called."""
        name = self._groups.get(key)
        return f"“{name}”" if name else key

    def sentence(
        self, new: str, old: str, side: Old, gap: float, counted: Sequence[tuple[Piece, float]]
    ) -> str:
        """Say who may be the successor of whom, and the most that speaks for it."""
        cause = "known to have left its groups" if side.left else "cause unknown"
        short = [*_in_short([piece for piece, _ in counted]), _apart(gap)]
        return (
            f"{self.account(new)} may be the successor of {self.account(old)}, not seen since "
            f"{side.last_seen:%Y-%m-%d} ({cause}): {', '.join(short)}."
        )

    def reasons(self, new: str, old: str, counted: Sequence[tuple[Piece, float]]) -> list[str]:
        """Give one sentence for each kind of evidence, the strongest first."""
        said: dict[str, list[Piece]] = {}
        for piece, _ in counted:
            kind = piece.kind if piece.kind in (TEXT, PICTURE, GROUP, ROLE) else piece.value
            said.setdefault(f"{piece.kind} {kind}", []).append(piece)
        return [self._reason(new, old, pieces) for pieces in said.values()]

    def _reason(self, new: str, old: str, pieces: list[Piece]) -> str:
        """One sentence."""
        first = pieces[0]
        if first.says:
            return first.says
        if first.kind == DETAIL:
            if first.accounts == 2:
                return f"Only these two show {first.value}."
            return f"{first.accounts} accounts show {first.value}, these two among them."
        if first.kind in (TEXT, PICTURE):
            things = _many(
                pieces,
                f"{first.kind} that is nearly the same",
                f"{first.kind}s that are nearly the same",
            )
            alone = sum(each.accounts == 2 for each in pieces)
            else_ = f"nobody else here used {alone} of them" if alone else "others did so, too"
            return f"{self.account(new)} posted {things} as {self.account(old)} before it; {else_}."
        names = ", ".join(self.group(each.value) for each in pieces[:LISTED])
        more = f" and {len(pieces) - LISTED} others" if len(pieces) > LISTED else ""
        if first.kind == ROLE:
            return f"Both run {names}{more}."
        least = min(each.accounts for each in pieces)
        return f"Both posted in {names}{more}, the smallest a group of {least} accounts."

    def hand_over(self, new: str, old: str, one: New, side: Old) -> list[str]:
        """Say when the one stopped and the other came, and what is uncertain of it."""
        gap = gap_days(one, side)
        said = [
            f"{self.account(new)} was first seen on {one.first_seen:%Y-%m-%d}, {_days(gap)} "
            f"{self.account(old)} was last seen."
        ]
        if not one.is_collected:
            said.append(
                f"Against: the place of its first post was not collected for long before, so "
                f"{self.account(new)} may be older than it seems; the time between says nothing."
            )
        if not side.is_gone:
            said.append(
                f"Against: {self.account(old)} has been silent for {side.silent_days:.0f} observed "
                "days only, and may come back."
            )
        return said

    def others(self, rivals: Sequence[str], active: int) -> list[str]:
        """Say who else shares what is shared."""
        said = []
        if rivals:
            names = ", ".join(self.account(each) for each in rivals[:LISTED])
            said.append(
                f"Against: {names}, not seen any more either, has some of it in common, too."
            )
        if active:
            accounts = "One account" if active == 1 else f"{active} accounts"
            has = "has" if active == 1 else "have"
            said.append(
                f"Against: {accounts} still active then {has} some of it in common, too: it may be "
                "a new member beside them."
            )
        return said


def _called(key: str, handle: str | None, name: str | None) -> str:
    """What an account is called: by its handle, else its name, else its key."""
    if handle and handle.strip():
        return f"@{handle.strip().removeprefix('@')}"
    return f"“{' '.join(name.split())}”" if name and name.strip() else key


def _in_short(pieces: Sequence[Piece]) -> list[str]:
    """The kinds of evidence in a few words, the strongest first."""
    counts: dict[str, int] = {}
    for each in pieces:
        kind = _kind(each)
        counts[kind] = counts.get(kind, 0) + 1
    return [_short(kind, many) for kind, many in list(counts.items())[:LISTED]]


def _kind(piece: Piece) -> str:
    """The kind of evidence, details by their own kind."""
    return piece.kind if piece.kind != DETAIL else piece.value.removeprefix("handle:").split(":")[0]


def _short(kind: str, many: int) -> str:
    """One kind of evidence in a few words."""
    if kind in (TEXT, PICTURE):
        return f"{many} reposted {kind}{'s' if many > 1 else ''}"
    return SHORT.get(kind, f"the same {KIND_WORDS.get(kind, 'contact detail')}")


def _many(things: Sequence[object], one: str, many: str) -> str:
    """So many things."""
    return f"a {one}" if len(things) == 1 else f"{len(things)} {many}"


def _apart(gap: float) -> str:
    """How long after the last post of the one the first of the other came, in a few words."""
    return (
        "first seen about when that one was last"
        if gap < 1
        else f"first seen {_so_many(gap)} later"
    )


def _days(gap: float) -> str:
    """The same before the name of the other."""
    if gap < 0:
        return "shortly before"
    return "within a day after" if gap < 1 else f"{_so_many(gap)} after"


def _so_many(gap: float) -> str:
    """A number of days."""
    days = round(gap)
    return "a day" if days == 1 else f"{days} days"
