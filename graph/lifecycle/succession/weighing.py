"""Weighing who carried on from whom: every explanation of what a new account shows, side by side.

What a new account shares with others may be chance; it may be a new member beside accounts that
are still active; it may carry on from one, or two, that are not seen any more. Each explanation is
as likely as its prior times how much likelier it makes what is seen, and each value is explained
once: what all of a ring show does not say which of its members returns.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from graph.lifecycle.succession.evidence import CALLED, CONTENT, DETAIL, STRUCTURE, Piece, bits_of
from graph.lifecycle.succession.numbers import Numbers

SHOWN = (DETAIL, *CONTENT)


@dataclass(frozen=True)
class Rival:
    """An account that a new one may have carried on from.

    Attributes
    ----------
    account_key : str
    pieces : tuple of Piece
        What the new account has in common with it.
    circumstance : float
        Bits of everything that is no common value: the hand-over, and whether it has ended at all.
    """

    account_key: str
    pieces: tuple[Piece, ...]
    circumstance: float


def joined_operation(active: Mapping[str, Iterable[Piece]], numbers: Numbers) -> tuple[Piece, ...]:
    """Choose what speaks for a new member beside accounts that are still active.

    Parameters
    ----------
    active : mapping
        By account, what the new account has in common with it.
    numbers : Numbers
        The frozen numbers.

    Returns
    -------
    tuple of Piece
        What it has in common with the account that explains most, and with those that show the
        same details, texts or pictures: strangers to each other are no operation to join.
    """
    pieces = {key: tuple(each) for key, each in active.items()}
    if not pieces:
        return ()
    best = min(pieces, key=lambda key: (-bits_of(pieces[key], numbers), key))
    values = {each.value for each in pieces[best] if each.kind in SHOWN}
    return (
        *pieces[best],
        *(
            piece
            for key in sorted(pieces)
            if key != best and values & {each.value for each in pieces[key] if each.kind in SHOWN}
            for piece in pieces[key]
            if piece.kind in SHOWN
        ),
    )


def weigh_rivals(
    rivals: Iterable[Rival], beside: Iterable[Piece], numbers: Numbers
) -> dict[str, float]:
    """Weigh all explanations of one new account.

    Parameters
    ----------
    rivals : iterable of Rival
        Those that it may have carried on from.
    beside : iterable of Piece
        What it has in common with accounts that are still active, or were when it came.
    numbers : Numbers
        The frozen numbers.

    Returns
    -------
    dict
        By account, log-odds in bits that the new one carried on from it, against all else.
        The ``most_rivals`` likeliest are weighed together; the others are left out.
    """
    active = tuple(beside)
    ranked = sorted(rivals, key=lambda each: (-_alone(each, numbers), each.account_key))
    chosen = {each.account_key: each for each in ranked[: numbers.most_rivals]}
    weighed = list(_explanations(chosen, active, numbers))
    return {
        key: _sum(bits for keys, bits in weighed if key in keys)
        - _sum(bits for keys, bits in weighed if key not in keys)
        for key in chosen
    }


def _explanations(
    rivals: Mapping[str, Rival], active: tuple[Piece, ...], numbers: Numbers
) -> Iterable[tuple[tuple[str, ...], float]]:
    """Explanations with their log-odds: who is followed; others are joined, or are not."""
    for many in range(3):
        for keys in combinations(rivals, many):
            followed = [rivals[key] for key in keys]
            prior = sum(numbers.prior_bits + each.circumstance for each in followed)
            inside = [_in_one_operation(each.pieces, active) for each in followed]
            parts = [
                (*each.pieces, *active) if is_inside else each.pieces
                for each, is_inside in zip(followed, inside, strict=True)
            ]
            yield keys, prior + _explained(parts, numbers)
            if active and not any(inside):
                joined = prior + numbers.joining_bits
                yield keys, joined + _explained([*parts, active], numbers)


def _explained(parts: Iterable[tuple[Piece, ...]], numbers: Numbers) -> float:
    """What several accounts explain together: each value once, by the first that has it."""
    bits, known = 0.0, set[tuple[str, str]]()
    for part in parts:
        bits += bits_of((each for each in part if _what(each) not in known), numbers)
        known |= {_what(each) for each in part}
        known |= {(kind, "") for kind in STRUCTURE}
    return bits


def _what(piece: Piece) -> tuple[str, str]:
    """What a piece of evidence is about; groups and names support once, whichever they are."""
    return (piece.kind, "" if piece.kind in (*CALLED, *STRUCTURE) else piece.value)


def _in_one_operation(pieces: tuple[Piece, ...], active: tuple[Piece, ...]) -> bool:
    """Whether an account shows a contact detail of those who are still active."""
    theirs = {each.value for each in active if each.kind == DETAIL}
    return any(each.value in theirs for each in pieces if each.kind == DETAIL)


def _alone(rival: Rival, numbers: Numbers) -> float:
    """What speaks for a rival by itself."""
    return rival.circumstance + bits_of(rival.pieces, numbers)


def _sum(bits: Iterable[float]) -> float:
    """Log-odds of several explanations together."""
    known = list(bits)
    most = max(known)
    return most + math.log2(sum(2.0 ** (each - most) for each in known))
