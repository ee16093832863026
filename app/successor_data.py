"""Successors of a snapshot as questions: who may carry on from whom, and what weighs how much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import polars as pl

from app.review_question import Because, Question
from graph.day import end_of
from graph.judged import SUCCESSOR, Judged
from graph.lifecycle.succession.called import called_alike
from graph.lifecycle.succession.evidence import (
    GROUP,
    PICTURE,
    ROLE,
    TEXT,
    Piece,
    count_once,
)
from graph.lifecycle.succession.groups import find_successor_groups
from graph.lifecycle.succession.groups_seen import groups_seen
from graph.lifecycle.succession.numbers import shipped_numbers
from graph.lifecycle.succession.places import add_places
from graph.lifecycle.succession.shown import Shared, reissued, shown_by_others
from graph.lifecycle.succession.sides import Old, gap_days, new_accounts, old_accounts
from graph.lifecycle.succession.successors import find_successors
from graph.lifecycle.succession.words import Words

if TYPE_CHECKING:
    from datetime import datetime

    from graph.detection import Detection
    from graph.tables import Tables

AGAINST = "Against: "
PERIOD = timedelta(days=7)
CITED = 5
TOLD_TOGETHER = (TEXT, PICTURE, GROUP, ROLE)
_Counted = list[tuple[Piece, float]]


def find_successor_questions(
    seen: Detection, known: Tables, decided: Judged
) -> tuple[Question, ...]:
    """Find the accounts and groups that may carry on from others, the likeliest first.

    Parameters
    ----------
    seen : Detection
        The snapshot; new is who came in the weeks before its day.
    known : Tables
        What was known on its day.
    decided : Judged
        Hubs are as people say, and a rejected successor explains nothing else.
    """
    since = end_of(seen.as_of) - PERIOD
    of_accounts = _of_accounts(seen, known, decided, since)
    return tuple(sorted([*of_accounts, *_of_groups(known, decided, since)],
                        key=lambda each: (-each.score, each.pair)))  # fmt: skip


def _of_accounts(
    seen: Detection, known: Tables, decided: Judged, since: datetime
) -> Iterator[Question]:
    """Accounts that may carry on from accounts."""
    rows = find_successors(
        known, seen.presence, seen.hubs, seen.texts, since=since, judged=decided
    ).to_dicts()
    if not rows:
        return
    old = old_accounts(seen.presence, shipped_numbers().sides)
    weighed = _weighed(rows, seen, known, decided, since, old)
    words = Words(known, sorted({row[side] for row in rows for side in ("account_key", "of")}))
    for row in rows:
        pair = (row["account_key"], row["of"])
        counted = weighed.get(pair, [])
        told = set(words.reasons(*pair, counted))
        rest = [each for each in row["reasons"] if each not in told]
        yield Question(
            SUCCESSOR, pair, row["score"],
            tuple(_because(words, pair, each) for each in _together(counted)),
            against=tuple(each for each in rest if each.startswith(AGAINST)),
            circumstances=tuple(each for each in rest if not each.startswith(AGAINST)),
            unseen_since=_last_seen(pair[1], seen),
            cause=_cause(old.get(pair[1])),
        )  # fmt: skip


def _weighed(
    rows: Sequence[dict[str, Any]],
    seen: Detection,
    known: Tables,
    decided: Judged,
    since: datetime,
    old: dict[str, Old],
) -> dict[tuple[str, str], _Counted]:
    """What each piece of evidence of the pairs found counts, as it was counted for the score."""
    model = shipped_numbers()
    asked = {row["account_key"] for row in rows}
    new = {
        key: side
        for key, side in new_accounts(known, seen.presence, since, model.sides).items()
        if key in asked
    }
    called = called_alike(new, old, known, model)
    shown = shown_by_others(new, known, seen.hubs, seen.texts, decided, model)
    pairs: Shared = {}
    for row in rows:
        one, other = row["account_key"], row["of"]
        both = [each.get(one, {}).get(other, []) for each in (shown, called)]
        pairs.setdefault(one, {})[other] = [piece for pieces in both for piece in pieces]
    placed = add_places(pairs, seen.presence, known, model)
    return {
        (one, other): count_once(
            [reissued(each, gap_days(new[one], old[other]), model) for each in pieces], model
        )
        for one, others in placed.items()
        for other, pieces in others.items()
        if one in new and other in old
    }


def _together(counted: _Counted) -> list[_Counted]:
    """Put together what one sentence tells, as `Words.reasons` does."""
    told: dict[str, _Counted] = {}
    for piece, bits in counted:
        name = piece.kind if piece.kind in TOLD_TOGETHER else f"{piece.kind} {piece.value}"
        told.setdefault(name, []).append((piece, bits))
    return list(told.values())


def _because(words: Words, pair: tuple[str, str], counted: _Counted) -> Because:
    """One piece of evidence, or several of a kind."""
    (sentence,) = words.reasons(*pair, counted)
    posts = sorted({post for piece, _ in counted for post in piece.posts})
    old_posts = dict.fromkeys(post for piece, _ in counted for post in piece.old_posts)
    return Because(
        counted[0][0].kind,
        tuple(piece.value for piece, _ in counted),
        round(sum(bits for _, bits in counted), 6),
        sentence,
        posts=tuple(posts[:CITED]),
        other_posts=tuple(old_posts)[:CITED],
    )


def _last_seen(key: str, seen: Detection) -> str:
    """The day on which an account was last seen."""
    last = seen.presence.filter(pl.col("account_key") == key)["last_seen"]
    return f"{last[0]:%Y-%m-%d}" if len(last) and last[0] else ""


def _cause(side: Old | None) -> str | None:
    """Why an account is not seen any more, as far as known."""
    return "left" if side is not None and side.left else None


def _of_groups(known: Tables, decided: Judged, since: datetime) -> Iterator[Question]:
    """Groups that may carry on from groups."""
    rows = find_successor_groups(known, since=since, judged=decided).to_dicts()
    last = {each.key: each.last for each in groups_seen(known, since)} if rows else {}
    for row in rows:
        yield Question(
            SUCCESSOR, (row["group_key"], row["of"]), row["score"],
            tuple(Because(GROUP, (), None, each) for each in row["reasons"]),
            unseen_since=f"{last[row['of']]:%Y-%m-%d}", of_groups=True,
        )  # fmt: skip
