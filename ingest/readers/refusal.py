"""Why a message is refused."""

from __future__ import annotations


class Refusal(Exception):
    """A message is not what it should be; carries the field and the reason."""

    def __init__(self, field: str | None, reason: str) -> None:
        super().__init__(reason)
        self.field = field
        self.reason = reason
