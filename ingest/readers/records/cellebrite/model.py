"""One thing that a report tells: a message, a call, a party, a contact."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

INTACT = "intact"


@dataclass(frozen=True)
class Model:
    """One thing that a report tells.

    Attributes
    ----------
    type : str
        ``Chat``, ``InstantMessage``, ``Party``, …
    id : str or None
        The report's own id of it.
    fields : dict of str to str
        What is said of it, by the names that the report uses; never blank.
    parts : dict of str to list of Model
        What it is made of, by the same names.
    deleted_state : str or None
        Whether it was deleted on the telephone; null where it was not.
    """

    type: str
    id: str | None = None
    fields: dict[str, str] = field(default_factory=dict)
    parts: dict[str, list[Model]] = field(default_factory=dict)
    deleted_state: str | None = None

    def first(self, *names: str) -> str | None:
        """Look up the first of some fields that says something."""
        return next((self.fields[name] for name in names if name in self.fields), None)

    def all(self, *names: str) -> list[Model]:
        """List the parts of some names."""
        return [part for name in names for part in self.parts.get(name, ())]

    def is_true(self, name: str) -> bool:
        """Whether a field says yes."""
        return self.fields.get(name, "").casefold() in {"true", "yes", "1"}

    def rest(self, *taken: str) -> dict[str, object]:
        """Give the fields not taken, whether it was deleted, and the report's id of it."""
        left: dict[str, object] = {
            name: value for name, value in self.fields.items() if name not in taken
        }
        return {**left, "deleted_state": self.deleted_state, "model_id": self.id}


@dataclass(frozen=True)
class Found:
    """What is met in a report, in its order.

    Attributes
    ----------
    kind : str
        ``device`` (a field of the report's head), ``chat``, ``message`` or ``model``.
    locator : str
        Where: ``Chat 3, message 12``.
    model : Model
        A chat is without its messages, which come before it.
    chat : int
        Of a message and a chat: which chat of the report, from 1.
    bytes_read : int
        How far the file has been read.
    problem : str or None
        Why nothing more can be read.
    """

    kind: str
    locator: str
    model: Model
    chat: int = 0
    bytes_read: int = 0
    problem: str | None = None

    def at(self, bytes_read: int) -> Found:
        """Say how far the file has been read."""
        return replace(self, bytes_read=bytes_read)
