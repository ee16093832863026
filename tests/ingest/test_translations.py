"""Translations in the journal, and that no table that detection reads takes notice of any."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from graph.errors import NotFound, UsageError
from graph.workspace import Workspace
from ingest.archive import Archive
from ingest.derived import ensure_derived
from ingest.intake import ingest
from ingest.judgements import judged
from ingest.notes import ACCOUNT, add_note
from ingest.readers.options import ReadOptions
from ingest.seals import put_seal
from ingest.tables import tables
from ingest.translations import add_translation, searchable, translations, withdraw_translation
from tests.builders import post, write_csv

POST = "post:facebook:p1"


def test_the_newest_of_each_language_comes_first(workspace: Workspace) -> None:
    for language, text in (("en", "one"), ("id", "satu"), ("en", "two"), ("fr", "trois")):
        add_translation(workspace, POST, language, text, tool=None, who="ana")
    assert [each.text for each in translations(workspace)[POST]] == ["trois", "two", "satu", "one"]
    assert searchable(workspace) == {POST: "trois\ntwo\nsatu\none"}


def test_a_translation_says_whose_it_is(workspace: Workspace) -> None:
    add_translation(workspace, POST, "en", " by hand ", tool=" ", who="ana")
    add_translation(workspace, POST, "de", "von der Maschine", tool="Some Tool", who="ben")
    second, first = translations(workspace)[POST]
    assert (first.text, first.tool, first.by) == ("by hand", None, "ana")
    assert (second.tool, second.by, second.translation) == ("Some Tool", "ben", "T2")


def test_what_is_withdrawn_is_found_no_more(workspace: Workspace) -> None:
    add_translation(workspace, POST, "en", "one", tool=None, who="ana")
    withdraw_translation(workspace, "T1", why=None, who="ben")
    assert translations(workspace) == {}
    assert searchable(workspace) == {POST: None}
    with pytest.raises(NotFound):
        withdraw_translation(workspace, "T1", why=None, who="ben")


@pytest.mark.parametrize(("language", "text"), [("English", "x"), ("", "x"), ("en", " ")])
def test_no_code_or_no_text_is_refused(workspace: Workspace, language: str, text: str) -> None:
    with pytest.raises(UsageError):
        add_translation(workspace, POST, language, text, tool=None, who="ana")


def test_detection_reads_the_same_with_and_without(workspace: Workspace, material: Path) -> None:
    rows = [post(n, text=f"Murai batu {n}, call (202) 555-010{n}") for n in range(4)]
    ingest(workspace, [write_csv(material / "a.csv", rows)], ReadOptions(region="US"), who="ana")
    ensure_derived(workspace, Archive(workspace))
    before, judged_before = tables(workspace), judged(workspace).table
    add_translation(workspace, POST, "en", "Ivory, call (303) 555-0177", tool=None, who="ana")
    add_note(workspace, ACCOUNT, "facebook:a1", "Same as facebook:a2, (303) 555-0177", who="ana")
    put_seal(workspace, "post", POST, "other", why=None, who="ana")
    ensure_derived(workspace, Archive(workspace))
    after = tables(workspace)
    for field in fields(before):
        one, two = getattr(before, field.name), getattr(after, field.name)
        if isinstance(one, pl.DataFrame):
            assert_frame_equal(one, two)
        else:
            assert one == two
    assert_frame_equal(judged_before, judged(workspace).table)
