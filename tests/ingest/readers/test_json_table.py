from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import SourceError
from ingest.readers.json_table import lists_of_objects
from ingest.readers.mapping import Mapping
from ingest.readers.options import ReadOptions
from tests.builders import post
from tests.ingest.readers.reading import Read, read

POSTS = [
    {
        "id": 90071992547409931,
        "user": {"id": 5, "profile": {"name": "Budi"}},
        "caption": "cage",
        "price": 1.50,
        "tags": ["bird", "cage"],
        "media": [{"url": "https://x.example/1.jpg"}],
        "nothing": None,
        "empty": [],
    },
    {"id": 2, "user": {"id": 6}, "caption": "seed"},
]
COLUMNS = {"account_id": ["user.id"], "account_name": ["user.profile.name"],
           "post_id": ["id"], "text": ["caption"]}  # fmt: skip


def saved(path: Path, found: object) -> Path:
    path.write_text(json.dumps(found, indent=1), encoding="utf-8")
    return path


def mapped(path: Path, **more: object) -> Read:
    mapping = Mapping.model_validate(
        {"format": "json", "columns": COLUMNS, "constants": {"platform": "x"}, **more}
    )
    return read(path, ReadOptions(mapping=mapping))


@pytest.mark.parametrize(
    ("found", "items", "place"),
    [
        (POSTS, None, "item 1"),
        ({"posts": POSTS}, None, "posts 1"),
        ({"ok": True, "data": {"next": "n", "posts": POSTS}}, "data.posts", "data.posts 1"),
        ({"page": [1, 2], "data": {"posts": POSTS}}, None, "data.posts 1"),
    ],
)
def test_a_list_wherever_it_is(tmp_path: Path, found: object, items: str, place: str) -> None:
    result = mapped(saved(tmp_path / "f", found), items=items)
    first, second = result.posts.to_dicts()
    assert (first["post_key"], first["account_key"]) == ("post:x:90071992547409931", "x:5")
    assert (first["locator"], first["text"]) == (place, "cage")
    assert json.loads(first["extra"]) == {
        "price (source)": "1.5",
        "tags": "bird\ncage",
        "media": '[{"url": "https://x.example/1.jpg"}]',
    }
    assert second["extra"] is None
    assert result.accounts["name"].to_list() == ["Budi", None]


def test_what_stands_beside_the_list_is_said(tmp_path: Path) -> None:
    found = {"ok": True, "data": {"next": "n", "posts": POSTS}, "made": {"by": "tool"}}
    result = mapped(saved(tmp_path / "f", found), items="data.posts")
    assert result.notices == [
        "Beside the list `data.posts` the file holds 'ok', 'data.next', 'made', which was passed "
        "over."
    ]


def test_numbers_stay_as_written(tmp_path: Path) -> None:
    path = tmp_path / "f"
    path.write_text('[{"platform": "x", "account_id": 7, "text": "t", "price": 1.50, "n": 1e3}]')
    (row,) = read(path).posts.to_dicts()
    assert (row["price"], json.loads(row["extra"])) == ("1.50", {"n": "1E+3"})


def test_the_plain_table_needs_no_mapping(tmp_path: Path) -> None:
    rows = [post(n) for n in range(3)]
    for found in (rows, {"rows": rows}):
        result = read(saved(tmp_path / "f", found))
        assert (result.format, result.rows_accepted) == ("json", 3)


def test_one_line_may_be_a_whole_document(tmp_path: Path) -> None:
    path = tmp_path / "f"
    path.write_text(json.dumps({"rows": [post(1), post(2)]}))
    assert (read(path).format, read(path).rows_accepted) == ("json", 2)
    path.write_text(json.dumps(post(1) | {"media": [{"a": 1}]}))
    assert (read(path).format, read(path).rows_accepted) == ("jsonl", 1)


def test_names_in_dots_and_in_objects_do_not_cover_each_other(tmp_path: Path) -> None:
    found = [post(1) | {"a.b": "1", "a": {"b": "2"}}]
    (row,) = read(saved(tmp_path / "f", found)).posts.to_dicts()
    assert json.loads(row["extra"]) == {"a.b": "1", "a.b (nested)": "2"}


def test_objects_whose_names_are_ids_are_kept_as_json(tmp_path: Path) -> None:
    found = [post(n) | {"likes": {f"user{n}-{k}": k for k in range(5)}} for n in range(900)]
    rows = read(saved(tmp_path / "f", found)).posts
    kept = [json.loads(extra) for extra in rows["extra"]]
    assert kept[0] == {f"likes.user0-{k}": str(k) for k in range(5)}
    assert json.loads(kept[-1]["likes"]) == {f"user899-{k}": k for k in range(5)}


def test_a_mapped_name_that_no_object_has(tmp_path: Path) -> None:
    result = mapped(saved(tmp_path / "f", POSTS[1:]))
    assert result.rows_accepted == 1
    assert result.notices == [
        "No object has 'user.profile.name', which the mapping names; mend the mapping if one "
        "should."
    ]


def test_a_document_cut_off_keeps_what_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "f"
    path.write_text(json.dumps([post(n) for n in range(5)])[:-30])
    found = read(path)
    assert (found.rows_accepted, found.reasons) == (4, ["it ends too early"])


@pytest.mark.parametrize(
    ("found", "items", "complaint"),
    [
        ([{"seller": "a", "what": "b"}], None, "run `spoor map FILE`"),
        ({"a": [{"x": 1}], "b": [{"x": 1}]}, None, "several lists ('a', 'b')"),
        ({"a": [{"x": 1}]}, "b", "`b` holds nothing, or is not there (its lists: 'a')"),
        ([1, 2], None, "not an object"),
        ({"platform": "x"}, None, "lacks 'account_id'"),
        ([], None, "holds nothing"),
    ],
)
def test_documents_that_cannot_be_read(
    tmp_path: Path, found: object, items: str | None, complaint: str
) -> None:
    options = ReadOptions(mapping=Mapping(format="json", items=items)) if items else None
    with pytest.raises(SourceError) as error:
        read(saved(tmp_path / "f", found), options)
    assert complaint in str(error.value)


def test_another_encoding(tmp_path: Path) -> None:
    path = tmp_path / "f"
    row = json.dumps([post(1, text="щегол")], ensure_ascii=False)
    path.write_bytes(row.encode("cp1251"))
    assert read(path, ReadOptions(encoding="cp1251")).posts["text"].to_list() == ["щегол"]
    path.write_bytes(row[1:-1].encode("cp1251"))
    assert read(path, ReadOptions(encoding="cp1251")).posts["text"].to_list() == ["щегол"]


def test_lists_of_objects() -> None:
    head = '{"a": [1], "b": {"c": [{"d": [{}]}, {"e": 1}]}, "f": [{"g'
    assert lists_of_objects(head) == {"b.c": 2, "f": 1}
    assert lists_of_objects("[{}, {}]") == {"": 2}


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["platform", "account_id", "text", "a.b", "a", ""]), inner
        )
    ),
    max_leaves=12,
)


@settings(max_examples=80, deadline=None)
@given(found=_JSON, cut=st.integers(0, 30))
def test_any_json_is_read_or_refused_in_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, found: object, cut: int
) -> None:
    path = tmp_path_factory.mktemp("json") / "f"
    text = json.dumps([found, {"platform": "x", "account_id": "1", "text": "t"}])
    path.write_text(text[: len(text) - cut])
    try:
        read(path, format_name="json")
    except SourceError as error:
        assert str(error).endswith(".")
