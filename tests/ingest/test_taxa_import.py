"""Lists of taxa read from tables: the layout of the CITES Checklist, national lists, damage."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import SourceError, UsageError, WorkspaceError
from graph.workspace import Workspace, open_workspace
from ingest.extract.taxa.listed import Header, keep, kept_lists, list_name, remove
from ingest.extract.taxa.shipped import shipped_taxa
from ingest.extract.taxa.taxa import Taxa
from ingest.extract.taxa.taxon import Listing
from ingest.extract.taxa.workspace import taxa_of
from ingest.taxa_import import ReadList, read_list
from ingest.taxa_names import scientific_name, synonyms, vernacular_names
from tests.ingest.extract.taxa.naming import named

CHECKLIST = [
    "TaxonId", "Kingdom", "Phylum", "Class", "Order", "Family", "Genus", "Species", "Subspecies",
    "FullName", "AuthorYear", "RankName", "CurrentListing", "SynonymsWithAuthors", "EnglishNames",
    "SpanishNames", "FrenchNames", "All_DistributionISOCodes",
]  # fmt: skip
BIRD = ("Animalia", "Chordata", "Aves", "Fictiformes", "Fictidae")


def row(full_name: str, listing: str, **cells: str) -> dict[str, str]:
    """A made-up row in the Checklist's layout."""
    genus, _, species = full_name.partition(" ")
    above = dict(zip(("Kingdom", "Phylum", "Class", "Order", "Family"), BIRD, strict=True))
    rank = "SPECIES" if species else "FAMILY" if genus.endswith("idae") else "GENUS"
    return {
        "TaxonId": "1", **above, "Genus": genus if species else "", "Species": species,
        "FullName": full_name, "AuthorYear": "(<i>Fiction</i> &amp; Fable, 1900)",
        "RankName": rank, "CurrentListing": listing, "All_DistributionISOCodes": "ID,MY", **cells,
    }  # fmt: skip


ROWS = [
    row("Exemplum rubrum", "I", EnglishNames="Red Example, Kite", FrenchNames="Exemple rouge",
        SynonymsWithAuthors="Exemplum fictum Smith &amp; Jones, 1900, Fictum rubrum (Fable)"),
    row("Exemplum viride", "II", EnglishNames="Green <b>Example</b>"),
    row("Exemplum viride", "NC"),
    row("Exemplum viride", "I"),
    row("Exemplum album", "NC"),
    row("Fictidae", "II"),
    row("Exemplum", "II"),
    row("Panthera tigris", "II"),
    row("Malayopython reticulatus", "I", SynonymsWithAuthors="Python reticulatus (Fable, 1801)"),
    row("", "II", Genus="Exemplum", Species="caeruleum"),
]  # fmt: skip
BAD = [row("", "II"), row("Exemplum malum", "IV"), row("12 birds!", "I"), row("lower case", "I")]


def write(path: Path, rows: list[dict[str, str]]) -> Path:
    """Write rows as the Checklist's CSV is: with a mark at its beginning, all quoted."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, CHECKLIST, quoting=csv.QUOTE_ALL, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """An empty workspace."""
    return open_workspace(tmp_path / "workspace")


def take(
    workspace: Workspace, read: ReadList, name: str = "cites", place: str = "international",
    bounds: tuple[str | None, str | None] = (None, None),
) -> Taxa:  # fmt: skip
    """Keep a list, and give the taxa then."""
    header = Header(
        name, place, *bounds, "list.csv", read.sha256, "A. Tester", "2026-11-22T08:00:00+00:00",
        read.taxa.height, len(read.refused),
    )  # fmt: skip
    keep(workspace, header, read.taxa)
    return taxa_of(workspace)


def listings(taxa: Taxa, name: str) -> tuple[Listing, ...]:
    """Where a taxon is listed."""
    taxon = taxa.taxon(f"taxon:{name}")
    assert taxon is not None
    return taxon.listings


def test_rows_about_one_taxon_come_together_and_bad_rows_are_told(tmp_path: Path) -> None:
    read = read_list(write(tmp_path / "c.csv", [*ROWS, *BAD]), of_cites=True, told={})
    found = {each["scientific_name"]: each for each in read.taxa.iter_rows(named=True)}
    assert found["Exemplum viride"]["status"] == "I/II/NC"
    assert found["Exemplum album"]["status"] is None
    assert found["Exemplum caeruleum"]["status"] == "II"
    assert found["Exemplum rubrum"]["synonyms"] == ["Exemplum fictum", "Fictum rubrum"]
    assert found["Exemplum rubrum"]["lineage"] == list(BIRD)
    assert {"name": "Green Example", "language": "en"} in found["Exemplum viride"]["names"]
    assert len(found) == 8
    assert read.rows == len(ROWS) + len(BAD)
    assert [each.locator for each in read.refused] == ["row 12", "row 13", "row 14", "row 15"]
    assert "'IV' is no appendix" in read.refused[1].reason


def test_the_own_checklist_comes_in_the_place_of_the_shipped_appendices(
    workspace: Workspace, tmp_path: Path
) -> None:
    assert taxa_of(workspace) is shipped_taxa()
    read = read_list(write(tmp_path / "c.csv", ROWS), of_cites=True, told={})
    taxa = take(workspace, read)
    assert taxa_of(workspace) is taxa
    assert taxa.version != shipped_taxa().version
    (tiger,) = listings(taxa, "Panthera tigris")
    assert (tiger.status, tiger.list) == ("II", "cites")
    assert "list.csv" in tiger.source
    (python,) = listings(taxa, "Python reticulatus")
    assert python.status == "I"
    assert taxa.taxon("taxon:Malayopython reticulatus") is None
    (elephant,) = listings(taxa, "Elephas maximus")
    assert "not in the workspace's own list" in elephant.note
    assert listings(taxa, "Exemplum album") == ()
    assert named("gading, Exemplum fictum, a Red Example", taxa) == [
        ("Elephantidae", "ivory", "gading"),
        ("Exemplum rubrum", None, "Exemplum fictum"),
        ("Exemplum rubrum", None, "Red Example"),
    ]
    again = take(workspace, read_list(write(tmp_path / "d.csv", ROWS[:1]), of_cites=True, told={}))
    assert again.taxon("taxon:Exemplum viride") is None
    assert [header.taxa for _, header in kept_lists(workspace)] == [1]
    remove(workspace, "cites")
    assert taxa_of(workspace) is shipped_taxa()


def test_one_word_of_an_imported_list_counts_in_company_only(
    workspace: Workspace, tmp_path: Path
) -> None:
    taxa = take(workspace, read_list(write(tmp_path / "c.csv", ROWS), of_cites=True, told={}))
    assert named("fly a Kite, Exemplum", taxa) == []
    assert ("Exemplum rubrum", None, "Kite") in named("Kite (Exemplum rubrum)", taxa)
    assert ("Exemplum", None, "Exemplum sp") in named("Exemplum sp. for sale", taxa)


def test_a_national_list_says_of_a_family_what_holds_for_all_in_it(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "p.csv"
    path.write_text(
        "No;Nama Ilmiah;Nama Indonesia;Status Perlindungan;Suku\n"
        "1;Cacatuidae spp.;kakatua;dilindungi;\n"
        "2;Nycticebus javanicus É. Geoffroy, 1812;Kukang jawa fiktif;dilindungi;Lorisidae\n"
        "3;EXEMPLUM NIGRUM;Contoh hitam;;\n",
        encoding="utf-8",
    )
    read = read_list(path, of_cites=False, told={})
    taxa = take(workspace, read, "p106", "ID", ("2019-01-01", "2025-12-31"))
    palm = taxa.taxon("taxon:Probosciger aterrimus")
    assert palm is not None
    assert [each.status for each in palm.listed(date(2020, 1, 1))] == ["I", "dilindungi"]
    assert [each.status for each in palm.listed(date(2026, 1, 1))] == ["I"]
    assert palm.listings[1].note == "as Cacatuidae"
    assert palm.listings[1].jurisdiction == "ID"
    assert listings(taxa, "Exemplum nigrum")[0].status == "listed"
    assert named("contoh hitam", taxa) == [("Exemplum nigrum", None, "contoh hitam")]


def test_columns_may_be_told_and_sheets_without_names_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "l.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("Erläuterung").write_row(0, 0, ["Stand", "Quelle"])
        sheet = book.add_worksheet("Arten")
        sheet.write_row(0, 0, ["Spalte 1", "Wie es heißt"])
        sheet.write_row(1, 0, ["Exemplum rubrum", "Rotes Beispiel"])
    told = {"scientific_name": "Spalte 1", "names.de": "Wie es heißt"}
    with pytest.raises(UsageError):
        read_list(path, of_cites=False, told={})
    with pytest.raises(UsageError, match=r"names\.LANGUAGE"):
        read_list(path, of_cites=False, told={"colour": "Spalte 1"})
    sheetless = path.with_name("one.xlsx")
    with xlsxwriter.Workbook(str(sheetless)) as book:
        sheet = book.add_worksheet("Arten")
        sheet.write_row(0, 0, ["Spalte 1", "Wie es heißt"])
        sheet.write_row(1, 0, ["Exemplum rubrum", "Rotes Beispiel"])
    (found,) = read_list(sheetless, of_cites=False, told=told).taxa.iter_rows(named=True)
    assert found["names"] == [{"name": "Rotes Beispiel", "language": "de"}]
    (found,) = read_list(path, of_cites=False, told=told).taxa.iter_rows(named=True)
    assert found["scientific_name"] == "Exemplum rubrum"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\x01\x02\x03" * 100,
        b"PK\x03\x04 no zip",
        b'"FullName","CurrentListing"\n"Exemplum',
        b"FullName,CurrentListing\n\xff\xfe\xff,I\n",
        b"FullName,CurrentListing\n",
        b"FullName,CurrentListing\nnothing here,I\n",
        b"a,b\n1,2\n",
        b'{"FullName": "Exemplum rubrum"}',
    ],
)
def test_a_broken_file_is_one_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "c.csv"
    path.write_bytes(content)
    with pytest.raises((SourceError, UsageError)) as raised:
        read_list(path, of_cites=True, told={})
    assert str(raised.value).endswith(".")
    assert "\n" not in str(raised.value)


def test_a_missing_file_and_a_damaged_list_are_one_sentence(
    workspace: Workspace, tmp_path: Path
) -> None:
    with pytest.raises(SourceError, match="cannot be read"):
        read_list(tmp_path / "absent.csv", of_cites=True, told={})
    (workspace.root / "taxa").mkdir()
    (workspace.root / "taxa" / "cites.parquet").write_bytes(b"no parquet")
    with pytest.raises(WorkspaceError, match="import it anew"):
        taxa_of(workspace)


@pytest.mark.parametrize("name", ["", "../x", "a b", "ü", "x" * 80, ".hidden"])
def test_a_name_that_cannot_name_a_file_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match="cannot name a list"):
        list_name(name)


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Panthera tigris sumatrae Pocock, 1929", "Panthera tigris sumatrae"),
        ("Felis (Prionailurus) viverrina Bennett", "Felis viverrina"),
        ("Exemplum rubrum de Fiction, 1900", "Exemplum rubrum"),
        ("Exemplum spp.", "Exemplum"),
        ("Fictidae Fable, 1900", "Fictidae"),
        ("red example", None),
        ("Exemplum and others", None),
        ("???", None),
    ],
)
def test_scientific_names(cell: str, name: str | None) -> None:
    assert scientific_name(cell) == name


@given(st.text(max_size=200))
def test_any_cell_is_read(cell: str) -> None:
    name = scientific_name(cell)
    assert name is None or name[0].isupper()
    assert all(" " in each for each in synonyms(cell))
    assert all(vernacular_names(cell))
