"""Which names from imported lists count, and where."""

from __future__ import annotations

import re

from ingest.extract.taxa.given import IMPORTED, ONE_WORD

LEAST_LETTERS = 4
LEAST_OF_TWO_WORDS = 7
LEAST_UNSPACED = 3
_UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]"
)


def grade_of(folded: str) -> str | None:
    """Grade a vernacular name from an imported list.

    Such lists hold thousands of names that are everyday words (Kite, Ruff, Monitor), and nobody
    has looked which.

    Parameters
    ----------
    folded : str
        As `fold_name` writes it.

    Returns
    -------
    str or None
        `IMPORTED` for names of two words or more and at least seven letters; `ONE_WORD`, which
        counts in company only, for other names; None, it never counts, for those of less than
        four letters. In scripts without spaces three characters are enough for the first, two
        for the second.

    Examples
    --------
    >>> grade_of("ruff"), grade_of("palm cockatoo"), grade_of("emu")
    ('one word from an imported list', 'name from an imported list', None)
    """
    letters = folded.replace(" ", "")
    if _UNSPACED.search(folded):
        if len(letters) < LEAST_UNSPACED:
            return ONE_WORD if len(letters) > 1 else None
        return IMPORTED
    if len(letters) < LEAST_LETTERS:
        return None
    return IMPORTED if " " in folded and len(letters) >= LEAST_OF_TWO_WORDS else ONE_WORD
