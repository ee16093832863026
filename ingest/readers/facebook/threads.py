"""Comments and the answers to them, one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ingest.readers.json_values import items

_ANSWERS = ("replies", "comments")


@dataclass(frozen=True)
class Comment:
    """A comment where it stands.

    Attributes
    ----------
    locator : str
        Such as ``item 4, comment 2, reply 1``.
    value : object
        As the source has it; not always one.
    answered : str or None
        Id of the post or comment that it answers.
    """

    locator: str
    value: Any
    answered: str | None


def comments_in(
    found: Iterable[Any],
    locator: str,
    answered: str | None,
    id_of: Callable[[object], str | None],
) -> Iterator[Comment]:
    """Give comments, each followed by the answers to it.

    Parameters
    ----------
    found : iterable
        As the source has them, answers inside (``replies`` or ``comments``).
    locator : str
        What their places begin with: ``item 4, comment``.
    answered : str or None
        Id of the post that they stand beneath.
    id_of : callable
        Id of a comment; one without counts as being its post, for its answers.
    """
    open_lists = [_placed(found, locator, answered)]
    while open_lists:
        comment = next(open_lists[-1], None)
        if comment is None:
            open_lists.pop()
            continue
        yield comment
        beneath = answers_of(comment.value)
        if beneath:
            to = id_of(comment.value) or comment.answered
            open_lists.append(_placed(beneath, f"{comment.locator}, reply", to))


def answers_of(comment: object) -> list[Any]:
    """Give the answers beneath a comment."""
    return [each for name in _ANSWERS for each in items(comment, name)]


def _placed(found: Iterable[Any], locator: str, answered: str | None) -> Iterator[Comment]:
    """Say where each of some comments stands."""
    for number, each in enumerate(found, start=1):
        yield Comment(f"{locator} {number}", each, answered)
