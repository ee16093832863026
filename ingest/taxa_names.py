"""Scientific names, synonyms and vernacular names, out of the cells of a list."""

from __future__ import annotations

import html
import re

LONGEST_CELL = 20_000
MOST_NAMES = 200
_LINE = re.compile(r"<br ?/?>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,60}>")
_SPACES = re.compile(r"\s+")
_HIGHER = re.compile(r"(?P<name>[A-Z][a-z]{2,40})(?: s(?:p|pp)\.?)?")
_HIGHER_AND_AUTHOR = re.compile(r"(?P<name>[A-Z][a-z]{2,40})(?: spp?\.?)? [(A-ZÀ-Þ].{0,200}")
_BINOMIAL = re.compile(
    r"(?P<genus>[A-Z][a-z]{1,40})(?: \([A-Z][a-z]{1,40}\))? (?P<species>[a-z][a-z-]{1,40})"
    r"(?: (?:subsp\.? |ssp\.? |var\.? )?(?P<below>[a-z][a-z-]{2,40}))?(?P<rest>.{0,200})"
)
_AUTHOR = re.compile(
    r"\s*(?:[(,&A-ZÀ-Þ]|et |and |de |d'|von |van |der |du |la |le |in |ex |f\.|\d).*|\s*"
)
_NOT_EPITHETS = frozenset(
    {"and", "et", "in", "ex", "de", "von", "van", "der", "du", "la", "le", "des", "den", "sp",
     "spp", "ssp", "subsp", "var", "nom", "auct", "non", "nec", "sensu", "cf", "aff"}
)  # fmt: skip
_SYNONYM = re.compile(
    r"(?:^|[,;|\n)]\s?)(?=([A-Z][a-z]{1,40}(?: \([A-Z][a-z]{1,40}\))? [a-z][a-z-]{1,40}"
    r"(?: [a-z][a-z-]{2,40})?))"
)
_SEPARATORS = re.compile(r"[;|/\n]|,")
_REMARK = re.compile(r"\([^()]{0,80}\)|\[[^\[\]]{0,80}\]")


def cleaned(cell: str | None) -> str:
    """Take HTML, doubled spaces and what surrounds a cell out of it; empty for nothing."""
    if not cell:
        return ""
    text = _TAG.sub("", _LINE.sub("; ", html.unescape(cell[:LONGEST_CELL])))
    return _SPACES.sub(" ", text).strip()


def scientific_name(cell: str) -> str | None:
    """Read a scientific name, with or without its author.

    Parameters
    ----------
    cell : str
        As `cleaned` gives it.

    Returns
    -------
    str or None
        Genus and species (and subspecies), or one word for a higher taxon; None where the cell
        holds something else.

    Examples
    --------
    >>> scientific_name("Felis tigris Linnaeus, 1758"), scientific_name("PANTHERA SPP.")
    ('Felis tigris', 'Panthera')
    """
    text = cell.capitalize() if cell.isupper() else cell
    if match := _HIGHER.fullmatch(text):
        return match["name"]
    match = _BINOMIAL.fullmatch(text)
    if match is None or match["species"] in _NOT_EPITHETS:
        higher = _HIGHER_AND_AUTHOR.fullmatch(text)
        return higher["name"] if higher else None
    if not _AUTHOR.fullmatch(match["rest"]):
        return None
    below = match["below"]
    name = f"{match['genus']} {match['species']}"
    return f"{name} {below}" if below and below not in _NOT_EPITHETS else name


def synonyms(cell: str) -> list[str]:
    """Read the names of two or three words in a cell of synonyms with their authors.

    >>> synonyms("Felis tigris Linnaeus, 1758, Tigris fera (Smith and Jones, 1900)")
    ['Felis tigris', 'Tigris fera']
    """
    found = []
    for match in _SYNONYM.finditer(cell):
        words = [word for word in match[1].split(" ") if not word.startswith("(")]
        if words[1] not in _NOT_EPITHETS:
            found.append(" ".join(words if words[-1] not in _NOT_EPITHETS else words[:2]))
    return list(dict.fromkeys(found))[:MOST_NAMES]


def vernacular_names(cell: str) -> list[str]:
    """Read the names in a cell, without remarks in brackets.

    >>> vernacular_names("Tiger, Amur Tiger (E); ")
    ['Tiger', 'Amur Tiger']
    """
    parts = (part.strip(" .'\"") for part in _SEPARATORS.split(_REMARK.sub("", cell)))
    return list(dict.fromkeys(part for part in parts if part and len(part) <= 100))[:MOST_NAMES]


def appendices(cell: str) -> frozenset[str] | None:
    """Read an appendix, or several; ``NC`` for none; None where the cell holds something else.

    >>> sorted(appendices("I/II/NC")), appendices("protected")
    (['I', 'II', 'NC'], None)
    """
    parts = frozenset(part.strip().upper() for part in cell.split("/"))
    return parts if parts <= {"I", "II", "III", "NC"} else None


def joined_appendices(parts: frozenset[str]) -> str | None:
    """Write appendices in their order; None where nothing is listed."""
    if parts <= {"NC"}:
        return None
    return "/".join(each for each in ("I", "II", "III", "NC") if each in parts)
