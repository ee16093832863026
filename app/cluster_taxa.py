"""Which taxa a person means, by any name of theirs or by the law that protects them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from app.taxa import nearest_names
from graph.lookup.taxa import ListedTaxon
from ingest.extract.taxa.taxa import Taxa
from ingest.extract.taxa.taxon import PREFIX

CITES = "CITES Appendix "
APPENDICES = ("I", "II", "III")
EVERY_APPENDIX = tuple(f"{CITES}{number}" for number in APPENDICES)
STRICTEST = EVERY_APPENDIX[0]
MOST_NEAREST = 4


@dataclass(frozen=True)
class Meant:
    """What a name stands for.

    Attributes
    ----------
    is_known : bool
        Whether a list in use has the name.
    names : tuple of str
        Scientific names of what it stands for, as far as posts name them; sorted.
    nearest : tuple of str
        Names most like one that no list has.
    """

    is_known: bool
    names: tuple[str, ...]
    nearest: tuple[str, ...] = ()


def taxa_meant(taxa: Taxa, said: str, named: Sequence[ListedTaxon]) -> Meant:
    """Find the taxa that a name stands for, those below them included.

    Parameters
    ----------
    taxa : Taxa
        The lists in use.
    said : str
        In any writing that is found in texts, scientific names of higher taxa included.
    named : sequence of ListedTaxon
        The taxa that posts name.
    """
    roots = {
        str(row["taxon_key"]).removeprefix(PREFIX)
        for row in taxa.meanings(said)
        if row["taxon_key"]
    }
    scientific = said.strip().capitalize()
    if any(scientific in _with_higher(taxa, name) for name in taxa.taxa):
        roots.add(scientific)
    if not roots:
        return Meant(
            is_known=False, names=(), nearest=tuple(nearest_names(taxa, said, MOST_NEAREST))
        )
    below = sorted(
        each.scientific_name
        for each in named
        if not roots.isdisjoint(_with_higher(taxa, each.scientific_name))
    )
    return Meant(is_known=True, names=tuple(below))


def laws_of(named: Iterable[ListedTaxon]) -> list[str]:
    """List the laws and appendices that protect any of the taxa, as they are labelled; sorted."""
    return sorted({label for each in named for label in labels_of(each.listed)})


def protected_under(
    named: Iterable[ListedTaxon], labels: Collection[str]
) -> tuple[ListedTaxon, ...]:
    """List the taxa that one of some laws or appendices protects, labelled as of `laws_of`."""
    return tuple(each for each in named if not set(labels).isdisjoint(labels_of(each.listed)))


def labels_of(listed: str | None) -> list[str]:
    """Label what lists say of a taxon (`ingest.taxon_properties.taxon_properties`).

    >>> labels_of("CITES Appendix I/II; p106 (ID): protected")
    ['CITES Appendix I', 'CITES Appendix II', 'p106 (ID)']
    """
    labels = []
    for said in (listed or "").split("; "):
        if said.startswith(CITES):
            parts = said.removeprefix(CITES).split("/")
            labels += [f"{CITES}{part}" for part in APPENDICES if part in parts]
        elif said:
            labels.append(said.partition(": ")[0])
    return labels


def _with_higher(taxa: Taxa, scientific_name: str) -> set[str]:
    """A taxon with all that it is part of."""
    known = taxa.taxa.get(scientific_name)
    words = scientific_name.split()
    own = {" ".join(words[:n]) for n in range(1, len(words) + 1)}
    return own | set(known.lineage if known else ())
