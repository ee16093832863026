"""The graph that is exported: planted accounts, ties and times, and text that XML can hold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.exports.network import build_network, identifier, readable, write_whole
from graph.errors import NotFound, WorkspaceError
from ingest.source_record import SourceRecord
from tests.app.exports.planted import FIRST, JOINED, LAST, LEFT, RING, named, ring, tables
from tests.graph.planted_graph import detection

ANY_TEXT = st.text(alphabet=st.characters(codec=None), max_size=40)
NAME_TOKEN = re.compile(r"[A-Za-z0-9.:_-]+")


def source(handling: str | None) -> SourceRecord:
    empty = dict.fromkeys(SourceRecord.__dataclass_fields__)
    return SourceRecord(**{**empty, "handling": handling})  # type: ignore[arg-type]


def test_accounts_of_the_cluster_and_what_is_known_of_each() -> None:
    graph = ring()
    assert tuple(graph) == RING
    assert graph.nodes["facebook:1"] == {
        "label": "Kicau Shop", "account_key": "facebook:1", "platform": "facebook",
        "handle": "kicau", "display_name": "Kicau Shop", "cluster_id": "Cring", "role": "member",
        "stability": 0.9, "borderline": False, "posts": 1, "first_seen": JOINED.isoformat(),
        "last_seen": LEFT.isoformat(),
    }  # fmt: skip
    assert graph.nodes["facebook:2"]["label"] == "budi"
    assert graph.nodes["facebook:2"]["first_seen"] == LAST.isoformat()
    unknown = graph.nodes["facebook:3"]
    assert unknown["label"] == "facebook:3"
    assert not {"handle", "display_name", "first_seen", "last_seen"} & set(unknown)


def test_ties_with_their_evidence() -> None:
    graph = ring()
    assert set(graph.edges) == {("facebook:1", "facebook:2"), ("facebook:2", "facebook:3")}
    assert graph.edges["facebook:1", "facebook:2"] == {
        "weight": 12.0, "probability": 0.99, "bits_phone": 12.0,
        "reasons": "Both publish the phone number.",
        "first_evidence": FIRST.isoformat(), "last_evidence": LAST.isoformat(),
    }  # fmt: skip


def test_several_clusters_and_unknown_ones() -> None:
    graph = build_network(detection(), ["Cring", "Cpair"], tables())
    assert [graph.nodes[key]["cluster_id"] for key in graph] == ["Cpair"] * 2 + ["Cring"] * 3
    assert (len(graph), graph.number_of_edges()) == (5, 3)
    assert len(build_network(detection(), [], tables())) == 0
    with pytest.raises(NotFound, match="Cring"):
        build_network(detection(), ["Crings"], tables())


def test_no_value_is_missing_or_nested() -> None:
    graph = build_network(detection(), ["Cring", "Cpair"], tables())
    parts = [graph.graph, *graph.nodes.values(), *graph.edges.values()]
    assert {type(value) for part in parts for value in part.values()} == {str, int, float, bool}
    scopes = [
        {name for part in scope for name in part}
        for scope in ([graph.graph], graph.nodes.values(), graph.edges.values())
    ]
    assert len(set.union(*scopes)) == sum(map(len, scopes))


@pytest.mark.parametrize(
    ("codes", "said"),
    [
        ([], None),
        ([None], None),
        (["TLP:RED", "TLP:AMBER", "TLP:RED"], "TLP:AMBER; TLP:RED"),
        (["TLP:RED", None], "TLP:RED; not stated for 1 of 2 sources"),
    ],
)
def test_the_handling_of_the_sources(codes: list[str | None], said: str | None) -> None:
    graph = build_network(detection(), ["Cring"], tables(), [source(code) for code in codes])
    assert graph.graph.get("handling") == said
    assert (said or "no source states a code") in graph.graph["description"]
    assert "A lead, not a verdict" in graph.graph["description"]


@given(ANY_TEXT)
@example("\x00\ud800\ufffe\t\n")
def test_text_is_what_xml_can_hold(text: str) -> None:
    written = readable(text)
    assert len(written) == len(text)
    for before, after in zip(text, written, strict=True):
        assert after == before or after == "\ufffd"
    assert "\x00" not in written
    written.encode("utf-8")


@given(ANY_TEXT)
@example("_x002B+")
@example("+x002B_")
@example("__x5F_x")
def test_identifiers_are_names_that_tell_keys_apart(text: str) -> None:
    written = identifier(text)
    assert not text or NAME_TOKEN.fullmatch(written)
    assert re.sub(r"_x([0-9A-F]{4,6})_", lambda found: chr(int(found[1], 16)), written) == text


def test_keys_that_xml_cannot_hold_stay_different_accounts() -> None:
    graph = named({"whatsapp:1/a\x01": "same", "whatsapp:1/a\x02": "same"})
    assert (len(graph), graph.number_of_edges()) == (2, 1)
    assert {node["account_key"] for node in graph.nodes.values()} == {"whatsapp:1/a\ufffd"}


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "ring.gexf"
    write_whole(path, lambda stream: stream.write(b"one") and None)
    write_whole(path, lambda stream: stream.write(b"two") and None)
    assert path.read_bytes() == b"two"

    def fail(stream: object) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(WorkspaceError, match=r"ring\.gexf: .*No space left on device"):
        write_whole(path, fail)
    assert [each.name for each in path.parent.iterdir()] == ["ring.gexf"]
    assert path.read_bytes() == b"two"
