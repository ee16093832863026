"""What makes an ambiguous word count: the company it needs, and what is said of it.

Only the text that the word stands in is looked at: what else its author has posted is not known
while texts are read.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.extract.lexicon.entry import ROLES, STATED, TOGETHER, Entry

USUAL = ("price + contact", "price + taxon", "price + code")
"""What an ambiguous entry needs that asks for nothing of its own, any one of these."""

PLAIN_VERIFIED, PLAIN = 0.9, 0.7
ACCOMPANIED_VERIFIED, ACCOMPANIED = 0.6, 0.5
"""What a hit tells, 0 to 1: of an entry that means one thing, and of an ambiguous one in company;
where the source was read, and where not."""

_NAMED = {
    "price": "a price",
    "contact": "a contact",
    "measure": "a weight, length or number",
    "taxon": "an animal or product",
    "code": "another code word",
    "product": "a product",
    "offered": "a word of sale",
    "sought": "a word of wanting",
    "live": "a word for living animals",
    "part": "a word for parts",
    "shipping": "a word of shipping",
    "licence": "a word for papers",
    "no papers": "a word for lacking papers",
    "escrow": "a word for escrow",
    "euphemism": "a word used for selling",
    "group": "a word of such groups",
}
_SHOWN = 3


@lru_cache(maxsize=8192)
def needs(entry: Entry) -> tuple[tuple[str, ...], ...]:
    """Give the company of which an entry needs any one, each all that it takes together."""
    return tuple(
        tuple(part.strip() for part in asked.split(TOGETHER)) for asked in entry.company or USUAL
    )


def words_needed(entry: Entry) -> list[str]:
    """Give the words among an entry's own company."""
    parts = {part for asked in needs(entry) for part in asked}
    return sorted(parts - {*ROLES, *STATED})


@lru_cache(maxsize=65536)
def judged(entry: Entry, present: frozenset[str]) -> tuple[float, str]:
    """Say what a hit tells.

    Parameters
    ----------
    entry : Entry
    present : frozenset of str
        What stands in the same text: of `STATED`, roles of other entries that are plain, and
        words of the entry's own company.

    Returns
    -------
    (float, str)
        The score, 0 to 1, and what it rests on.
    """
    if not entry.needs_company:
        known = "verified" if entry.verified else "not verified"
        return (PLAIN_VERIFIED if entry.verified else PLAIN), f"says so by itself; {known}"
    for asked in needs(entry):
        if present.issuperset(asked):
            score = ACCOMPANIED_VERIFIED if entry.verified else ACCOMPANIED
            return score, f"ambiguous: counts for {_beside(asked)} beside it"
    return 0.0, f"ambiguous: does not count without {_wanted(entry)} beside it"


def _beside(asked: tuple[str, ...]) -> str:
    """Name what was found beside a word."""
    return " and ".join(re.sub("^an? ", "the ", _called(part)) for part in asked)


def _wanted(entry: Entry) -> str:
    """Name what would have to be found beside a word, the first few ways."""
    ways = [" and ".join(map(_called, asked)) for asked in needs(entry)]
    more = [*ways[:_SHOWN], "other company"] if len(ways) > _SHOWN + 1 else ways
    return ", or ".join(more)


def _called(part: str) -> str:
    """Name a kind of company, or quote a word."""
    return _NAMED.get(part, f"“{part}”")
