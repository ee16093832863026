"""How what rests on sources may be handled: by the strictest code that any of them states."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

ORDER = ("CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED")
"""Codes of the Traffic Light Protocol 2.0, the strictest last."""
_TLP = re.compile(r"\bTLP[:\s-]*(RED|AMBER\s*\+\s*STRICT|AMBER|GREEN|CLEAR|WHITE)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Handling:
    """How something may be handled.

    Attributes
    ----------
    codes : tuple of str
        Codes that sources state, in their words, the strictest first; those that are no code of
        the Traffic Light Protocol come after these.
    unmarked : int
        Sources that state none.
    """

    codes: tuple[str, ...]
    unmarked: int

    @property
    def strictest(self) -> str | None:
        """The strictest code; None where no source states any."""
        return self.codes[0] if self.codes else None

    @property
    def is_barred(self) -> bool:
        """Whether nothing of it may leave the program: a source is TLP:RED."""
        return any(_rank(code) == len(ORDER) - 1 for code in self.codes)


def handling_of(codes: Iterable[str | None]) -> Handling:
    """Put the codes of sources together.

    Parameters
    ----------
    codes : iterable of str or None
        One a source; None where it states none.
    """
    stated = list(codes)
    distinct = {" ".join(code.split()) for code in stated if code and code.strip()}
    return Handling(
        codes=tuple(sorted(distinct, key=lambda code: (-_rank(code), code))),
        unmarked=sum(not (code and code.strip()) for code in stated),
    )


def _rank(code: str) -> int:
    """How strict a code is; -1 for what the Traffic Light Protocol does not know."""
    found = _TLP.search(code)
    if found is None:
        return -1
    name = re.sub(r"\s", "", found[1]).upper().replace("WHITE", "CLEAR")
    return ORDER.index(name)
