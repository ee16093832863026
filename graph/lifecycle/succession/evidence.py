"""Evidence that a new account shares with others, and what it weighs together.

Evidence that depends on other evidence counts once: contact details in full, of texts and pictures
the strongest, of names the strongest, each further one a little; what was copied in one post with a
detail counts as further. Families are capped.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from graph.lifecycle.succession.numbers import Numbers

DETAIL, TEXT, PICTURE, HANDLE, NAME, BIO, GROUP, ROLE = (
    "detail", "text", "picture", "handle", "name", "bio", "group", "role"
)  # fmt: skip
CONTENT, CALLED, STRUCTURE = (TEXT, PICTURE), (HANDLE, NAME, BIO), (GROUP, ROLE)


@dataclass(frozen=True)
class Piece:
    """One thing that a new account has in common with another.

    Attributes
    ----------
    kind : str
        `DETAIL`, `TEXT`, `PICTURE`, `HANDLE`, `NAME`, `BIO`, `GROUP` or `ROLE`.
    value : str
        The detail's or group's key, the family of texts or pictures; of names what the other is
        called.
    bits : float
        What it weighs by itself.
    further : float
        The same beside stronger evidence of its family.
    accounts : int
        How many accounts have it.
    says : str
        A sentence, where the value does not say it.
    at : datetime or None
        When the new account first showed it.
    posts : frozenset of str
        Posts of the new account that show it.
    old_posts : tuple of str
        Posts of the other.
    """

    kind: str
    value: str
    bits: float
    further: float
    accounts: int = 2
    says: str = ""
    at: datetime | None = None
    posts: frozenset[str] = frozenset()
    old_posts: tuple[str, ...] = field(default=())


def count_once(pieces: Iterable[Piece], numbers: Numbers) -> list[tuple[Piece, float]]:
    """Say what each piece of evidence counts.

    Parameters
    ----------
    pieces : iterable of Piece
        Of one value and kind at most one counts, the strongest.
    numbers : Numbers
        The frozen numbers.

    Returns
    -------
    list
        Pieces with their bits, those that count most first; without those that count nothing.
    """
    ordered = _distinct(pieces)
    details = [each for each in ordered if each.kind == DETAIL]
    beside = frozenset().union(*(each.posts for each in details))
    content = [each for each in ordered if each.kind in CONTENT]
    copied = [each for each in content if each.posts and each.posts <= beside]
    own = [each for each in content if each not in copied]
    called = [each for each in ordered if each.kind in CALLED]
    structure = [each for each in ordered if each.kind in STRUCTURE]
    counted = [
        *_capped([(each, each.bits) for each in details], numbers.details.cap_bits),
        *_capped(_strongest(own), numbers.content.cap_bits),
        *_capped([(each, each.further) for each in copied], numbers.content.beside_bits),
        *_strongest(called),
        *_capped([(each, each.bits) for each in structure], numbers.structure.cap_bits),
    ]
    return sorted(
        (pair for pair in counted if pair[1] != 0),
        key=lambda pair: (-pair[1], pair[0].kind, pair[0].value),
    )


def bits_of(pieces: Iterable[Piece], numbers: Numbers) -> float:
    """Sum up what pieces of evidence count."""
    return sum(bits for _, bits in count_once(pieces, numbers))


def _distinct(pieces: Iterable[Piece]) -> list[Piece]:
    """Each value once, the strongest first."""
    found: dict[tuple[str, str], Piece] = {}
    for each in pieces:
        place = (each.kind, each.value if each.kind not in CALLED else "")
        if place not in found or _rank(each) < _rank(found[place]):
            found[place] = each
    return sorted(found.values(), key=_rank)


def _rank(piece: Piece) -> tuple[float, str, str]:
    """The strongest first, always in the same order."""
    return (-piece.bits, piece.kind, piece.value)


def _strongest(pieces: list[Piece]) -> list[tuple[Piece, float]]:
    """The first in full, the others as further ones."""
    return [(each, each.further if nth else each.bits) for nth, each in enumerate(pieces)]


def _capped(counted: list[tuple[Piece, float]], cap: float) -> list[tuple[Piece, float]]:
    """The same, so far as a family may give."""
    kept, room = [], cap
    for piece, bits in counted:
        kept.append((piece, min(bits, room)))
        room -= min(bits, room)
    return kept
