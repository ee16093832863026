"""A file of the lexicon over what is shipped: what it changes, and what is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import SchemaError
from graph.workspace import Workspace
from ingest.extract.lexicon.entry import ROLES, Entry
from ingest.extract.lexicon.lexicon import Lexicon
from ingest.extract.lexicon.overlay import LARGEST, LexiconFile, read_lexicon
from ingest.extract.lexicon.shipped import shipped_lexicon
from ingest.extract.lexicon.workspace import FILE, lexicon_of
from tests.ingest.extract.lexicon.fired import entries

SHIPPED = shipped_lexicon()
KINDS = SHIPPED.cues.kinds
NEW = "entries: [{id: tea, words: [mountain tea, 山茶], role: code, meaning: ivory}]"


def laid_over(text: str) -> Lexicon:
    """The shipped lexicon under a file."""
    return read_lexicon(text, "own.yaml", KINDS).over(SHIPPED)


def test_a_new_entry_is_added() -> None:
    changed = laid_over(NEW)
    assert entries("fresh Mountain tea", SHIPPED) == []
    assert entries("fresh Mountain tea", changed) == ["tea"]
    assert entries("新到山茶很多", changed) == ["tea"]
    assert changed.by_id["tea"].source == "this workspace"
    assert not changed.by_id["tea"].verified
    assert changed.version != SHIPPED.version


def test_an_entry_of_the_same_id_takes_its_place() -> None:
    changed = laid_over("entries: [{id: jelly, words: [gelee], role: code, meaning: x}]")
    assert len(changed.entries) == len(SHIPPED.entries)
    assert entries("jelly gelee", changed) == ["jelly"]
    at = [entry.id for entry in SHIPPED.entries].index("jelly")
    assert changed.entries[at].words == ("gelee",)


def test_an_entry_is_removed() -> None:
    changed = laid_over("remove: [rekber, nothing-of-this-name]")
    assert entries("via rekber", changed) == []
    assert len(changed.entries) == len(SHIPPED.entries) - 1


def test_words_that_announce_are_added_and_removed() -> None:
    changed = laid_over("cues: {whatsapp: [Whazzup]}\nremove_cues: {whatsapp: [WP], line: [line]}")
    assert "whazzup" in changed.cues.of("whatsapp")
    assert "wp" in SHIPPED.cues.of("whatsapp") and "wp" not in changed.cues.of("whatsapp")
    assert "line" not in changed.cues.of("line") and changed.cues.of("line")
    assert changed.cues.of("zalo") == SHIPPED.cues.of("zalo")
    lengths = [len(word) for word in changed.cues.of("whatsapp")]
    assert lengths == sorted(lengths, reverse=True)
    assert changed.version != SHIPPED.version


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "entries:\nremove:\ncues:\n"])
def test_an_empty_file_changes_nothing(text: str) -> None:
    changed = laid_over(text)
    assert changed == SHIPPED
    assert changed.version == SHIPPED.version


_WORDS = st.lists(st.from_regex(r"\A[a-zé]{2,8}( [a-z]{2,5})?\Z"), min_size=1, max_size=3)
_ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "id": st.from_regex(r"\Aown-[a-z0-9]{1,6}\Z"),
            "words": _WORDS,
            "role": st.sampled_from(ROLES),
            "meaning": st.just("something"),
            "ambiguous": st.booleans(),
        }
    ),
    max_size=4,
    unique_by=lambda row: row["id"],
)
_CUES = st.dictionaries(
    st.sampled_from(KINDS), st.lists(st.from_regex(r"\Aqq[0-9]{4}x\Z"), min_size=1), max_size=3
)


@settings(max_examples=50, deadline=None)
@given(_ROWS, _CUES)
def test_adding_then_removing_is_the_identity(
    rows: list[dict[str, Any]], cues: dict[str, list[str]]
) -> None:
    added = LexiconFile.model_validate({"entries": rows, "cues": cues}).over(SHIPPED)
    assert len(added.entries) == len(SHIPPED.entries) + len(rows)
    gone = LexiconFile.model_validate(
        {"remove": [row["id"] for row in rows], "remove_cues": cues}
    ).over(added)
    assert gone == SHIPPED
    assert gone.version == SHIPPED.version
    assert (added.version == SHIPPED.version) == (not rows and not cues)


@settings(max_examples=25, deadline=None)
@given(_ROWS)
def test_a_file_says_what_was_written(rows: list[dict[str, Any]]) -> None:
    text = yaml.safe_dump({"entries": rows}, allow_unicode=True)
    assert read_lexicon(text, "own.yaml", KINDS).entries == tuple(map(Entry.model_validate, rows))


def test_the_version_does_not_depend_on_the_order() -> None:
    turned = Lexicon(SHIPPED.entries[::-1], SHIPPED.cues)
    assert turned.version == SHIPPED.version


ENTRY = "{id: tea, words: [tea], role: code, meaning: ivory"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            f"entries: [{ENTRY.replace('code', 'codes')}}}]",
            "entry `tea`, `role` is 'codes'; choose",
        ),
        (f"entries: [{ENTRY}}}, {ENTRY}}}]", "the entry `tea` stands there twice; keep one"),
        (f"entries: [{ENTRY.replace('[tea]', '[]')}}}]", "entry `tea`, `words`: "),
        (f"entries: [{ENTRY.replace('[tea]', '[!!]')}}}]", "not YAML"),
        (
            f"entries: [{ENTRY.replace('[tea]', '[' + chr(34) + '!!' + chr(34) + ']')}}}]",
            "holds no letter",
        ),
        (f"entries: [{ENTRY.replace('[tea]', '[no]')}}}]", "put it in quotes"),
        (f"entries: [{ENTRY.replace('id: tea', 'id: my tea')}}}]", "entry `my tea`, `id`: an id"),
        (f"entries: [{ENTRY}, verified: maybe}}]", "entry `tea`, `verified`: "),
        (f"entries: [{ENTRY}, colour: white}}]", "`colour` is no key here; take it out"),
        ("entries: [{words: [tea], role: code, meaning: x}]", "entry 1, `id` is missing; add it"),
        ("entries: [tea]", "entry 1, "),
        ("entries: {id: tea}", "`entries`: "),
        (f"entries: [{ENTRY}}}]\nremove: [tea]", "under both `entries` and `remove`; keep one"),
        ("words: [tea]", "`words` is no key here; take it out"),
        ("[tea]", "does not begin with `entries:`"),
        ("entries: []\nentries: []", "the key `entries` stands there twice; keep one"),
        ("cues: {whatsap: [x]}", "nearest: whatsapp"),
        ("entries: [", "is not YAML"),
        ("a: &a [x]\nb: *a", "uses a YAML alias"),
        ("[" * 100_000, "nested too deeply"),
        (f"entries: [{ENTRY}, taxon: Elephas}}]", "entry `tea`, `taxon`: "),
    ],
)
def test_a_broken_file_is_refused_in_one_sentence(text: str, says: str) -> None:
    with pytest.raises(SchemaError) as refused:
        read_lexicon(text, "own.yaml", KINDS)
    message = str(refused.value)
    assert message.startswith("own.yaml: ")
    assert says in message
    assert message.endswith(".") and "\n" not in message


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace without anything."""
    return Workspace(tmp_path, "w")


def test_a_workspace_without_a_file_has_what_is_shipped(workspace: Workspace) -> None:
    assert lexicon_of(workspace) is SHIPPED


def test_a_workspace_has_its_file_over_what_is_shipped(workspace: Workspace) -> None:
    file = workspace.root / FILE
    file.write_text(NEW, encoding="utf-8")
    first = lexicon_of(workspace)
    assert "tea" in first.by_id
    assert lexicon_of(workspace) is first
    file.write_text("remove: [rekber]", encoding="utf-8-sig")
    assert lexicon_of(workspace).version not in {first.version, SHIPPED.version}


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"x" * (LARGEST + 1), "larger than"), (b"entries: [\xff\xfe]", "is not UTF-8")],
)
def test_a_file_that_cannot_be_used(workspace: Workspace, content: bytes, says: str) -> None:
    (workspace.root / FILE).write_bytes(content)
    with pytest.raises(SchemaError, match=says):
        lexicon_of(workspace)


def test_a_folder_in_its_place(workspace: Workspace) -> None:
    (workspace.root / FILE).mkdir()
    with pytest.raises(SchemaError, match="cannot be read"):
        lexicon_of(workspace)
