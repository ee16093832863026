"""Questions on pairs, for a person: one behind both accounts, or one the successor of the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any


@dataclass(frozen=True)
class Because:
    """One piece of evidence on a pair.

    Attributes
    ----------
    layer : str
        What kind of evidence.
    shared : tuple of str
        What both have in common, as keys or in the source's own words; empty where they differ.
    bits : float or None
        What it weighs; None where it is counted together with others.
    sentence : str
        The same for a person.
    posts, other_posts : tuple of str
        Keys of posts that show it, of the first and the second of the pair; empty where they are
        looked up by what is shared.
    """

    layer: str
    shared: tuple[str, ...]
    bits: float | None
    sentence: str
    posts: tuple[str, ...] = ()
    other_posts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Question:
    """A question on a pair.

    Attributes
    ----------
    kind : str
        ``candidate`` or ``successor``, as it is judged.
    pair : tuple of str
        Keys of both accounts, in order, of a candidate; of the new and the old account, or group,
        of a successor.
    score : float
        Log-odds in bits.
    reasons : tuple of Because
        The strongest first.
    against : tuple of str
        Sentences on what speaks against it beyond these.
    circumstances : tuple of str
        Sentences on when the one stopped and the other came.
    unseen_since : str or None
        The day on which the old one was last seen; None for candidates.
    cause : str or None
        Why it is not seen any more, as far as known; None: unknown.
    of_groups : bool
        The pair is one of groups.
    """

    kind: str
    pair: tuple[str, str]
    score: float
    reasons: tuple[Because, ...]
    against: tuple[str, ...] = ()
    circumstances: tuple[str, ...] = ()
    unseen_since: str | None = None
    cause: str | None = None
    of_groups: bool = False

    @property
    def sides(self) -> tuple[str, str]:
        """Keys from left to right: of a successor the old one first, as time runs."""
        one, other = self.pair
        return (one, other) if self.unseen_since is None else (other, one)


@dataclass(frozen=True)
class Found:
    """What was found of one kind in one snapshot, and from what.

    Attributes
    ----------
    snapshot, as_of : str
    questions : tuple of Question
        The likeliest first.
    accounts : int
        How many accounts were known.
    also : dict of str to str
        Other keys under which accounts of the pairs were known, with the key in use.
    made_from : dict
        What it was made from: ``numbers``, ``own``, ``sources``, ``judged``.
    """

    snapshot: str
    as_of: str
    questions: tuple[Question, ...]
    accounts: int
    also: Mapping[str, str]
    made_from: Mapping[str, Any]


def written(found: Found) -> dict[str, Any]:
    """Write what was found as plain data."""
    return asdict(replace(found, also=dict(found.also), made_from=dict(found.made_from)))


def read(data: Mapping[str, Any]) -> Found:
    """Read what `written` wrote."""
    questions = tuple(_question(each) for each in data["questions"])
    return Found(**{**data, "questions": questions})


def _question(data: Mapping[str, Any]) -> Question:
    """Read a question."""
    reasons = tuple(
        Because(**_tuples(each, ("shared", "posts", "other_posts"))) for each in data["reasons"]
    )
    lists = _tuples(data, ("pair", "against", "circumstances"))
    return Question(**{**lists, "reasons": reasons})


def _tuples(data: Mapping[str, Any], names: Sequence[str]) -> dict[str, Any]:
    """Make tuples of the lists of some names."""
    return {**data, **{name: tuple(data[name]) for name in names}}
