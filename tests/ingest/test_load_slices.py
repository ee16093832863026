"""Slices of a source's posts hold each post once, in the order of loading."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.workspace import open_workspace
from ingest.archive import Archive
from ingest.derived import ensure_derived
from ingest.evidence import SourceTables, read_sources
from ingest.intake import ingest
from ingest.load_slices import WHOLE, slices_of
from ingest.screened import Screened
from tests.builders import post, write_csv


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> SourceTables:
    folder = tmp_path_factory.mktemp("slices")
    workspace = open_workspace(folder / "workspace")
    path = write_csv(folder / "t.csv", [post(1)])
    ingest(workspace, [path], who="t")
    ensure_derived(workspace, Archive(workspace))
    return read_sources(Screened(workspace))[0]


def with_posts(source: SourceTables, keys: list[str]) -> SourceTables:
    return replace(source, posts=pl.LazyFrame({"post_key": keys}, schema={"post_key": pl.String}))


@given(keys=st.lists(st.text(max_size=4), unique=True), most=st.integers(1, 9))
def test_each_post_is_in_one_slice(source: SourceTables, keys: list[str], most: int) -> None:
    made = with_posts(source, keys)
    slices = slices_of(made, most)
    held = [part.of(made.posts).collect()["post_key"].to_list() for part in slices]
    assert sorted(key for part in held for key in part) == sorted(keys)
    for earlier, later in pairwise(slices):
        assert earlier.last < later.first
    for part in held:
        assert len(part) <= most or len({key[-2:] for key in part}) == 1


def test_few_posts_are_one_slice(source: SourceTables) -> None:
    assert len(slices_of(with_posts(source, [f"post:x:{n}" for n in range(500)]))) == 1
    assert slices_of(with_posts(source, [])) == [WHOLE]
