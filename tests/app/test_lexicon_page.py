"""The page of the lexicon: listed, tried on text, changed with a trace, and suggestions."""

from __future__ import annotations

import yaml
from streamlit.testing.v1 import AppTest

from app.lexicon_editing import as_shipped, keep, own_words, with_entry, without_entry
from ingest.extract.lexicon.workspace import lexicon_of, lexicon_path
from ingest.journal import Journal
from tests.app.conftest import Planted
from tests.app.test_pages import marked, texts

PAGE = "views/lexicon.py"
TEXT = "fresh **mountain tea** for sale, pm me"
ENTRY = {"id": "mountain-tea", "words": ["mountain tea"], "role": "code", "meaning": "<b>tea</b>"}


def open_page(at: AppTest, part: str) -> AppTest:
    """Open a part of the page, and say who works."""
    at.session_state["lexicon"] = part
    at.switch_page(PAGE).run()
    known = [each for each in at.button if each.label == "That is me"]
    return known[0].click().run() if known else at


def test_entries_are_listed_filtered_and_counted(planted: Planted, pages: AppTest) -> None:
    at = open_page(pages, "Words")
    assert not at.exception
    in_all = len(lexicon_of(planted.workspace).entries)
    assert f"Showing 1–25 of {in_all} entries" in marked(at)
    sale = at.dataframe[0].value
    assert sale["Posts"].max() >= 60
    at.text_input(key="lexicon_words").set_value("yellow material").run()
    found = at.dataframe[0].value
    assert found["Entry"].tolist() == ["yellow-materials"]
    assert found["Used for"].tolist() == ["code word"]
    at.selectbox(key="entry").set_value("yellow-materials").run()
    assert not at.exception
    assert "price + taxon" in texts(at)
    assert "TRAFFIC" in texts(at)
    assert "No post uses it." in marked(at)
    at.text_input(key="lexicon_words").set_value("").run()
    at.selectbox(key="lexicon_status").set_value("used by posts").run()
    used = at.dataframe[0].value
    assert 0 < len(used) < 25
    at.selectbox(key="entry").set_value(used["Entry"].iloc[0]).run()
    assert "for sale" in "".join(at.dataframe[1].value["Text"])


def test_a_text_is_tried_before_and_after_a_change(planted: Planted, pages: AppTest) -> None:
    at = open_page(pages, "Try on text")
    at.text_area(key="sample").set_value(TEXT).run()
    assert not at.exception
    hits = at.dataframe[0].value
    place = TEXT.index("for sale")
    assert f"{place + 1}–{place + 8}" in hits["Characters"].tolist()
    assert "mountain tea" not in hits["Word"].tolist()
    at = open_page(at, "Add or change")
    at.text_area(key="sample").set_value(TEXT)
    at.text_input(key="id new").set_value(ENTRY["id"])
    at.text_input(key="meaning new").set_value(ENTRY["meaning"])
    at.text_area(key="words new").set_value("mountain tea")
    at.button(key="try new").click().run()
    assert not at.exception
    before, after = (each.value for each in at.dataframe)
    assert "mountain tea" not in before["Word"].tolist()
    assert "mountain tea" in after["Word"].tolist()
    assert not lexicon_path(planted.workspace).exists()
    at.button(key="keep new").click().run()
    assert "mountain-tea: noted." in texts(at)
    (made,) = Journal(planted.workspace).entries("lexicon")
    assert (made["by"], made["before"], made["after"]["words"]) == (
        "A. Tester", None, ["mountain tea"],
    )  # fmt: skip
    at = open_page(at, "Words")
    assert not at.exception
    assert "were not read with the lexicon as it stands now" in texts(at)
    at.text_input(key="lexicon_words").set_value("mountain").run()
    assert at.dataframe[0].value["Meaning"].tolist() == ["<b>tea</b>"]
    at.selectbox(key="entry").set_value("mountain-tea").run()
    assert "<b>tea</b>" in texts(at)
    assert "<b>tea</b>" not in marked(at)
    at.button(key="withdraw entry").click().run()
    assert not at.exception
    assert "mountain-tea" not in lexicon_of(planted.workspace).by_id
    assert len(Journal(planted.workspace).entries("lexicon")) == 2


def test_what_a_lexicon_cannot_say_is_one_sentence(planted: Planted, pages: AppTest) -> None:
    at = open_page(pages, "Add or change")
    at.text_input(key="id new").set_value("two words")
    at.text_area(key="words new").set_value("x")
    at.text_input(key="meaning new").set_value("y")
    at.button(key="keep new").click().run()
    assert not at.exception
    assert "Nothing was noted." in at.error[0].value
    assert "no blank" in texts(at)
    assert "No cluster stands confirmed" in marked(open_page(at, "Suggestions"))


def test_a_shipped_entry_is_withdrawn_changed_and_taken_back(planted: Planted) -> None:
    workspace = planted.workspace
    name = "yellow-materials"
    shipped = lexicon_of(workspace).by_id[name]
    path = lexicon_path(workspace)
    path.write_text("# by hand\n")
    assert keep(workspace, without_entry(own_words(workspace), name), name, who="A")
    assert name not in lexicon_of(workspace).by_id
    changed = shipped.model_dump(mode="json", by_alias=True) | {"meaning": "ivory, it is said"}
    assert keep(workspace, with_entry(own_words(workspace), changed), name, who="A")
    assert lexicon_of(workspace).by_id[name].meaning == "ivory, it is said"
    assert yaml.safe_load(path.read_text())["entries"][0]["id"] == name
    assert not keep(workspace, with_entry(own_words(workspace), changed), name, who="A")
    assert keep(workspace, as_shipped(own_words(workspace), name), name, who="A")
    assert lexicon_of(workspace).by_id[name] == shipped
    path.unlink()
