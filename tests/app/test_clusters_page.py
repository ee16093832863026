"""The list of clusters, against planted numbers in a real Neo4j."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from app.cluster_files import make_file
from app.handling import handling_of
from app.judging import judge
from graph.errors import UsageError
from ingest.extract.taxa.shipped import shipped_taxa
from ingest.journal import Journal
from ingest.judgements import LEGALITY
from tests.app.conftest import Planted
from tests.app.test_pages import links, marked, texts

NEVER = "2001-01-01"


def listed(at: AppTest, **asked: str) -> list[str]:
    """Ids of the clusters that an address lists."""
    for name, value in asked.items():
        at.query_params[name] = value
    at.switch_page("views/clusters.py").run()
    assert not at.exception
    return [each.strip("`") for each in links(at)]


def typed(at: AppTest, taxon: str) -> list[str]:
    """Ids of the clusters that are listed for a name of a taxon."""
    at.text_input(key="taxon").set_value(taxon).run()
    assert not at.exception
    return [each.strip("`") for each in links(at)]


def chosen(at: AppTest, judged: str) -> list[str]:
    """Ids of the clusters that are listed for how they were judged."""
    at.selectbox(key="judged").set_value(judged).run()
    assert not at.exception
    return [each.strip("`") for each in links(at)]


def named_by(planted: Planted, taxa: set[str]) -> set[str]:
    """Clusters whose posts name one of some taxa."""
    found = planted.detection.clusters.select("cluster_id", "taxa").iter_rows()
    return {name for name, named in found if taxa & set(named)}


@pytest.mark.parametrize(
    ("asked", "fits_all"),
    [
        ({"until": NEVER}, False),
        ({"from": NEVER}, True),
        ({"hub": "Shares one"}, False),
        ({"hub": "Shares none"}, True),
        ({"region": "US"}, True),
        ({"judged": "Confirmed"}, False),
        ({"judged": "Not judged"}, True),
    ],
)
def test_filters_of_the_address(
    planted: Planted, pages: AppTest, asked: dict[str, str], fits_all: bool
) -> None:
    found = listed(pages, **asked)
    assert len(found) == (len(planted.detection.clusters) if fits_all else 0)
    assert "More filters (1 in use)" in [each.label for each in pages.expander]
    assert ("No cluster fits these filters." in marked(pages)) != fits_all


def test_any_name_of_a_taxon_filters(planted: Planted, pages: AppTest) -> None:
    shama = "Copsychus malabaricus"
    expected = named_by(planted, {shama})
    assert 0 < len(expected) < len(planted.detection.clusters)
    assert set(listed(pages, taxon="murai batu")) == expected
    for name in ("shama", "Copsychus", shama):
        assert set(typed(pages, name)) == expected, name
        assert f"Taken to mean: {shama}." in texts(pages)
    in_all = len(planted.detection.clusters)
    assert f"Showing all {len(expected)} clusters that fit, of {in_all} in all" in marked(pages)
    assert typed(pages, "<b>shma</b> **x**") == []
    assert "No list in use knows “<b>shma</b> **x**”" in texts(pages)
    assert "**x**" not in marked(pages)
    assert typed(pages, "pangolin") == []
    assert "no post names it" in texts(pages)


def test_appendices_filter_by_the_taxa_they_protect(planted: Planted, pages: AppTest) -> None:
    taxa = shipped_taxa().taxa
    named = set(planted.detection.clusters["taxa"].explode().drop_nulls())
    protected = {
        name for name in named
        if any(each.list == "cites" for each in taxa[name].listed(date(2026, 6, 1)))
    }  # fmt: skip
    assert set(listed(pages, listed="CITES, any appendix")) == named_by(planted, protected)


def test_filters_are_cleared_together(planted: Planted, pages: AppTest) -> None:
    assert listed(pages, taxon="pangolin", hub="Shares one", size="6") == []
    next(each for each in pages.button if each.label == "Clear all filters").click()
    pages.run()
    assert len(links(pages)) == len(planted.detection.clusters)


def test_how_people_judged_filters_and_is_shown(planted: Planted, pages: AppTest) -> None:
    ring, chain, shop = (planted.cluster(name) for name in ("ring", "chain", "shop"))
    space, why = planted.workspace, "known from elsewhere"
    judge(space, "cluster", [ring], "confirm", why=why, who="A. Tester")
    judge(space, "tie", planted.world.planted["chain"][:2], "confirm", why=why, who="A. Tester")
    judge(space, LEGALITY, [shop], "permitted", why="licence 12", who="A. Tester")
    try:
        assert listed(pages, judged="Confirmed") == [ring]
        assert "Confirmed" in marked(pages)
        assert chosen(pages, "Rejected") == []
        assert chosen(pages, "Partly judged") == [chain]
        assert chosen(pages, "Legality assessed") == [shop]
        assert "Permitted" in marked(pages)
        others = set(chosen(pages, "Not judged"))
        assert others == set(planted.detection.clusters["cluster_id"]) - {ring, chain}
    finally:
        judge(space, "cluster", [ring], "withdraw", why=None, who="A. Tester")
        judge(space, "tie", planted.world.planted["chain"][:2], "withdraw", why=None, who="A. T.")
        judge(space, LEGALITY, [shop], "withdraw", why=None, who="A. Tester")


def test_a_filtered_list_is_exported(planted: Planted, pages: AppTest) -> None:
    at = pages
    ring = planted.cluster("ring")
    assert listed(at, size="6") == [ring]
    at.session_state["export list"] = True
    at.run()
    assert "Export this cluster" in [each.label for each in at.expander]
    assert "Handling: TLP:AMBER <b>x</b>, the strictest" in texts(at)
    assert "Say who is working" in texts(at)
    at.session_state["who"], at.session_state["who_is_known"] = "A. Tester", True
    at.run()
    at.button(key="prepare clusters").click().run()
    assert not at.exception
    assert f"spoor-clusters-{planted.detection.snapshot}.zip is ready" in texts(at)
    *_, entry = Journal(planted.workspace).entries("export")
    assert (entry["clusters"], entry["format"]) == ([ring], "csv")


def test_a_file_holds_the_clusters_and_how_they_may_be_handled(planted: Planted) -> None:
    ring = planted.cluster("ring")
    snapshot = planted.detection.snapshot
    amber, red = handling_of(["TLP:AMBER"]), handling_of(["TLP:RED", None])
    made = make_file(planted.workspace, snapshot, [ring], "csv", name=ring, handling=amber,
                     who="A. Tester")  # fmt: skip
    with zipfile.ZipFile(io.BytesIO(made.content)) as packed:
        assert packed.namelist() == ["about.txt", "evidence.csv", "members.csv", "ties.csv"]
        assert "Handling: TLP:AMBER." in packed.read("about.txt").decode()
        members = pl.read_csv(packed.read("members.csv"))
        evidence = pl.read_csv(packed.read("evidence.csv"))
    assert sorted(members["account_key"]) == planted.members("ring")
    assert evidence["text"].null_count() == 0
    with pytest.raises(UsageError, match="TLP:RED"):
        make_file(planted.workspace, snapshot, [ring], "csv", name=ring, handling=red, who="A. T.")
