"""Taxa that a person means."""

from __future__ import annotations

from app.cluster_taxa import EVERY_APPENDIX, labels_of, laws_of, protected_under, taxa_meant
from graph.lookup.taxa import ListedTaxon
from ingest.extract.taxa.shipped import shipped_taxa

NAMED = [
    ListedTaxon(f"taxon:{name}", name, None, listed)
    for name, listed in (
        ("Copsychus malabaricus", "CITES Appendix II; p106 (ID): protected"),
        ("Psittacus erithacus", "CITES Appendix I"),
        ("Gekko gecko", "CITES Appendix I/II"),
        ("Nobody knows", None),
    )
]


def test_any_name_stands_for_a_taxon_and_those_below() -> None:
    taxa = shipped_taxa()
    for name in ("murai batu", "white-rumped shama", "copsychus", "Copsychus malabaricus"):
        assert taxa_meant(taxa, name, NAMED).names == ("Copsychus malabaricus",), name
    for name in ("parrot", "Psittaciformes", "psittacidae", "African grey"):
        assert taxa_meant(taxa, name, NAMED).names == ("Psittacus erithacus",), name


def test_what_no_list_knows_names_the_nearest() -> None:
    found = taxa_meant(shipped_taxa(), "murai bat", NAMED)
    assert not found.is_known
    assert "murai batu" in found.nearest


def test_a_known_name_that_no_post_uses_stands_for_nothing() -> None:
    found = taxa_meant(shipped_taxa(), "pangolin", NAMED)
    assert (found.is_known, found.names) == (True, ())


def test_laws_are_told_apart() -> None:
    assert labels_of("CITES Appendix I/II; x (ID): protected; y: II/NC") == [
        "CITES Appendix I", "CITES Appendix II", "x (ID)", "y",
    ]  # fmt: skip
    assert laws_of(NAMED) == ["CITES Appendix I", "CITES Appendix II", "p106 (ID)"]

    def under(*labels: str) -> list[str]:
        return [each.scientific_name for each in protected_under(NAMED, labels)]

    assert under("CITES Appendix I") == ["Psittacus erithacus", "Gekko gecko"]
    assert under("p106 (ID)") == ["Copsychus malabaricus"]
    assert under("CITES Appendix III") == []
    assert len(under(*EVERY_APPENDIX)) == 3
