"""The shipped lists: whole, without contradictions, and every name of them found."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, timedelta
from importlib import resources

import pytest
import yaml

from ingest.extract.names.folded import fold_names
from ingest.extract.taxa.given import AMBIGUOUS, LATIN
from ingest.extract.taxa.shipped import shipped_taxa
from ingest.extract.taxa.shipped_lists import CORE, FILES, shipped_lists
from ingest.extract.taxa.table import NAMES
from ingest.extract.taxa.taxon import PREFIX, Taxon, rank_of
from tests.ingest.extract.taxa.naming import folded

APPENDICES = {"I", "II", "III", "I/II", "II/III"}
SPACELESS = {"th", "zh", "ja"}
AROUND = {True: ("出售{}便宜", "ขาย{}สวย"), False: ("jual {} murah", "WTS: {}, DM")}


def test_no_key_stands_twice_in_a_file() -> None:
    for file in (*FILES, "products", "false_friends"):
        text = resources.files("ingest.extract.taxa").joinpath(f"{file}.yaml").read_text("utf-8")
        nodes = [yaml.compose(text, Loader=yaml.CSafeLoader)]
        while nodes:
            node = nodes.pop()
            if isinstance(node, yaml.MappingNode):
                keys = Counter(key.value for key, _ in node.value)
                assert max(keys.values(), default=1) == 1, (file, keys.most_common(1))
                nodes += [value for _, value in node.value]


def test_an_unknown_field_language_or_product_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from ingest.extract.taxa import shipped_lists as module

    real = module._read
    entry = {"cites": "I", "names": {}}
    for wrong in (
        {**entry, "colour": "red"},
        {**entry, "names": {"xx": "a"}},
        {**entry, "parts": "glue"},
    ):

        def read(name: str, wrong: dict = wrong) -> dict:
            return {"Fictidae": {"Exemplum rubrum": wrong}} if name in FILES else real(name)

        monkeypatch.setattr(module, "_read", read)
        with pytest.raises(ValueError, match="Exemplum rubrum"):
            module.shipped_lists.__wrapped__()


def test_taxa_stand_once_with_an_appendix_in_a_row_of_dates() -> None:
    lists = shipped_lists()
    names = [taxon.scientific_name for taxon in lists.taxa]
    assert len(set(names)) == len(names) >= 250
    assert sum(each.source == CORE and each.language == LATIN for each in lists.given) >= 66
    others = [synonym for taxon in lists.taxa for synonym in taxon.synonyms]
    assert len(set(others)) == len(others)
    assert not set(others) & set(names)
    for taxon in lists.taxa:
        assert taxon.rank == rank_of(taxon.scientific_name) or " " not in taxon.scientific_name
        assert {listing.status for listing in taxon.listings} <= APPENDICES
        *before, last = taxon.listings
        assert last.valid_to is None
        assert "CoP20 (2025) is not applied" in last.source
        for earlier in before:
            assert earlier.valid_to is not None
            assert earlier.valid_to + timedelta(days=1) == last.valid_from


def test_a_name_means_one_taxon_and_one_product() -> None:
    meant = defaultdict(set)
    given = shipped_lists().given
    for each, name in zip(given, fold_names([each.name for each in given]), strict=True):
        assert name, each
        meant[name].add((each.taxon, each.product))
    assert {name: means for name, means in meant.items() if len(means) > 1} == {}
    assert not set(meant) & set(fold_names(shipped_lists().false_friends))


def test_every_name_finds_itself_in_a_sentence() -> None:
    taxa = shipped_taxa()
    given = [each for each in shipped_lists().given if each.language != "und"]
    sentences, wanted = [], []
    for each in given:
        for around in AROUND[each.language in SPACELESS]:
            sentences.append(around.format(each.name))
            start = around.index("{}")
            wanted.append((f"{PREFIX}{each.taxon}", each.product, start, start + len(each.name)))
    found = defaultdict(set)
    for row in taxa.named(folded(*sentences)).iter_rows(named=True):
        found[row["text"]].add((row["taxon_key"], row["product"], row["start"], row["end"]))
    lost = [
        (sentence, want)
        for place, (sentence, want) in enumerate(zip(sentences, wanted, strict=True))
        if not any(
            key == want[0] and product == want[1] and start <= want[2] and end >= want[3] - 1
            for key, product, start, end in found[place]
        )
    ]
    assert lost == []


def test_every_way_to_write_a_name_is_there_once() -> None:
    taxa = shipped_taxa()
    assert taxa.names.schema == NAMES
    assert taxa.names["written"].is_unique().all()
    known = taxa.names.drop_nulls("taxon_key")
    assert known["confidence"].is_between(0.1, 0.99).all()
    assert all(taxa.taxon(key) is not None for key in known["taxon_key"].unique())
    assert taxa.taxon("taxon:Exemplum rubrum") is None
    assert taxa.taxon("Panthera tigris") is None


def test_ambiguous_names_say_so_and_tell_less() -> None:
    taxa = shipped_taxa()
    for name in ("beo", "muka", "owa", "虎", "豹", "麝", "jaguar", "puma", "lion", "tiger"):
        (row,) = taxa.meanings(name)
        assert str(row["rule"]).startswith(AMBIGUOUS), name
        assert float(str(row["confidence"])) <= 0.5
    assert taxa.meanings("murai batu")[0]["confidence"] == 0.9


def test_listings_on_a_date() -> None:
    grey = shipped_taxa().taxon("taxon:Psittacus erithacus")
    assert isinstance(grey, Taxon)
    assert [each.status for each in grey.listed(date(2017, 1, 1))] == ["II"]
    assert [each.status for each in grey.listed(date(2017, 1, 2))] == ["I"]
    shama = shipped_taxa().taxon("taxon:Copsychus malabaricus")
    assert isinstance(shama, Taxon)
    assert shama.listed(date(2023, 2, 22)) == ()
    assert [each.status for each in shama.listed(date(2023, 2, 23))] == ["II"]
