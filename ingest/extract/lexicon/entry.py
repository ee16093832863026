"""One entry of the lexicon: words that mean the same, what they tell, and where that is from."""

from __future__ import annotations

import re
from typing import Annotated, Literal, get_args
from unicodedata import category

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictBool

Role = Literal[
    "code", "product", "offered", "sought", "live", "part", "shipping", "licence", "no papers",
    "escrow", "contact", "euphemism", "group",
]  # fmt: skip
ROLES: tuple[str, ...] = get_args(Role)
"""What an entry may be for."""

STATED = ("price", "contact", "measure", "taxon")
"""Company that is not a word: what else the text states or names."""

TOGETHER = " + "
"""Between kinds of company that are needed at once."""

LONGEST_WORD = 100
MOST_WORDS = 300
_ID = re.compile(r"[^\s\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]{1,80}")
_SHOWN = re.compile(r"[^\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]*")


def _known_id(name: str) -> str:
    """Check that an id can be typed as one word."""
    if not _ID.fullmatch(name):
        raise ValueError("an id has 1 to 80 letters, digits and hyphens and no blank")
    return name


def _written(word: str) -> str:
    """Check that something of a word is left when case and punctuation make no difference."""
    if not any(category(each)[0] in "LN" or category(each) == "So" for each in word):
        raise ValueError(f"'{word}' holds no letter, digit or picture; take it out")
    return word


def _shown(text: str) -> str:
    """Check that a text is one plain line."""
    if not _SHOWN.fullmatch(text):
        raise ValueError("write it on one line, without control characters")
    return text


Line = Annotated[str, Field(min_length=1, max_length=500), AfterValidator(_shown)]
Word = Annotated[
    str, Field(min_length=1, max_length=LONGEST_WORD), AfterValidator(_shown),
    AfterValidator(_written),
]  # fmt: skip
Words = Annotated[tuple[Word, ...], Field(max_length=MOST_WORDS)]
Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$")]


class Entry(BaseModel):
    """An entry of the lexicon.

    Attributes
    ----------
    id : str
        One word; names the entry in hits, judgements and changes.
    words : tuple of str
        As people write them. Case, punctuation and Arabic vowel signs make no difference; accents
        do. In scripts with spaces a word counts whole only; in others, and as a picture, anywhere.
    languages : tuple of str
        ISO 639-1, with a country where only people there say it (``pt-BR``); empty: any.
    role : str
        One of `ROLES`.
    meaning, source : str
        What it tells, and who says so.
    verified : bool
        Whether the source was read and says so.
    ambiguous : bool
        Whether the words also mean everyday things, so that alone they tell nothing.
    company : tuple of str
        In files ``with``: what makes an ambiguous entry count, any one of these: a role, one of
        `STATED`, or a word, joined by `TOGETHER` where several are needed at once. Empty: as
        `company.USUAL` has it.
    unless_in : tuple of str
        In files ``except``: longer words inside which it does not count.
    taxon : str or None
        Key of the taxon meant (``taxon:Loxodonta africana``).
    """

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)
    id: Annotated[str, AfterValidator(_known_id)]
    words: Annotated[Words, Field(min_length=1)]
    languages: tuple[Language, ...] = ()
    role: Role
    meaning: Line
    source: Line = "this workspace"
    verified: StrictBool = False
    ambiguous: StrictBool = False
    company: Annotated[tuple[Line, ...], Field(alias="with", max_length=MOST_WORDS)] = ()
    unless_in: Annotated[Words, Field(alias="except")] = ()
    taxon: Annotated[str, Field(pattern=r"^taxon:\S.{0,200}$")] | None = None

    @property
    def needs_company(self) -> bool:
        """Whether it tells nothing by itself."""
        return self.ambiguous or bool(self.company)
