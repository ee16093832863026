from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.proposal import Proposal, as_yaml, propose, with_columns
from ingest.proposal.words import meaning
from ingest.readers.columns import COLUMNS
from ingest.readers.layout import Layout
from ingest.readers.mapping import read_mapping
from tests.ingest.proposal.tables import TABLES, VALUES, Planted


def certainty(proposal: Proposal, column: str) -> tuple[str | None, str]:
    """What a column is taken for, and how surely."""
    (found,) = (each.guess for each in proposal.columns if each.column == column)
    return found.field, found.certainty


def reason(proposal: Proposal, column: str) -> str:
    """Why a column is taken for what it is."""
    (found,) = (each.guess for each in proposal.columns if each.column == column)
    return found.reason


@pytest.mark.parametrize("name", TABLES)
def test_planted_tables_are_mapped_right(name: str) -> None:
    planted = TABLES[name]
    proposal = propose(planted.columns())
    assert {key: sorted(columns) for key, columns in proposal.taken().items()} == {
        key: sorted(columns) for key, columns in planted.meaning().items()
    }
    assert proposal.constants() == {"platform": "facebook"} or "post_url" not in planted.meaning()
    assert proposal.time_form == "%d/%m/%Y %H:%M"
    if "title" in planted.header.values():
        assert planted.header[proposal.taken()["text"][0]] == "title"


@pytest.mark.parametrize(
    ("cells", "order", "form", "others"),
    [
        (["31/12/2025", "1/2/2025"], None, "%d/%m/%Y", ()),
        (["12/31/2025", "1/2/2025"], None, "%m/%d/%Y", ()),
        (["1/2/2025", "3/4/2025"], None, None, ("%d/%m/%Y", "%m/%d/%Y")),
        (["1/2/2025", "3/4/2025"], "mdy", "%m/%d/%Y", ()),
        (["13/2/2025", "3/14/2025"], None, None, ("%d/%m/%Y", "%m/%d/%Y")),
        (["2025-01-02", "2025-01-03T10:00:00Z"], None, None, ()),
        (["1772366400", "1772366401"], None, None, ()),
        (["3/4/26, 2:05 PM", "13/4/26, 2:05 PM"], None, "%d/%m/%y, %I:%M %p", ()),
        (["2025/3/4", "2025/3/14"], None, "%Y/%m/%d", ()),
        (["05.03.2026 14:22:10"], None, "%d.%m.%Y %H:%M:%S", ()),
        (["Mar 5, 2026", "Apr 6, 2026"], None, "%b %d, %Y", ()),
    ],
)
def test_the_order_of_dates(
    cells: list[str], order: str | None, form: str | None, others: tuple[str, ...]
) -> None:
    proposal = propose({"Date": cells}, date_order=order)
    assert (proposal.time_form, proposal.time_forms) == (form, others)
    assert certainty(proposal, "Date") == ("posted_at", "unsure" if others else "likely")


def test_one_column_tells_the_order_of_another() -> None:
    columns = {"Date": ["1/2/2025", "3/4/2025"], "Checked": ["31/1/2025", "2/2/2025"]}
    proposal = propose(columns)
    assert proposal.time_form == "%d/%m/%Y"
    assert "another column" in reason(proposal, "Date")


@pytest.mark.parametrize(
    ("column", "cells", "why"),
    [
        ("Date", ["45992", "45993"], "serial dates"),
        ("Date", ["12/03/2569", "25/03/2569"], "Buddhist"),
        ("Date", ["soon", "later"], "cannot be read as times"),
        ("ID", ["1", "2", "3"], "count the rows"),
        ("ID", ["a", "a", "b"], "not of what"),
        ("User ID", ["4.47E+11", "5.1E+12"], "cut its numbers short"),
        ("User ID", ["Budi Santoso", "Ani W"], "no single words"),
        ("Seller", ["Budi Santoso", "Ani W"], "names that two people may share"),
        ("Seller", ["Budi", "Ani"], "names that two people may share"),
        ("Seller", ["+1 202 555 0101", "+1 202 555 0102"], "telephone numbers"),
        ("Price range", ["1-2", "3-4"], "not known"),
        ("Price", ["cheap", "dear"], "no amounts"),
        ("Name", ["Budi", "Ani"], "of accounts or of what is offered"),
        ("Contact", ["yes", "no"], "yes or no"),
        ("xyz", ["100012345671", "100012345672"], "long numbers"),
    ],
)
def test_what_a_person_has_to_decide(column: str, cells: list[str], why: str) -> None:
    proposal = propose({column: cells})
    assert certainty(proposal, column)[1] == "unsure"
    assert why in reason(proposal, column)
    assert proposal.taken() == {}


def test_a_seller_is_known_by_a_handle_or_by_a_column_of_its_own() -> None:
    assert propose({"Seller": ["shop_01", "shop_02"]}).taken() == {"account_handle": ["Seller"]}
    both = propose({"Seller": ["Budi", "Ani"], "user_id": ["a1", "a2"]})
    assert both.taken() == {"account_id": ["user_id"], "account_name": ["Seller"]}


def test_the_platform() -> None:
    assert propose({"shop": ["eBay", "Etsy"]}).taken() == {"platform": ["shop"]}
    assert propose({"a": ["b"]}).missing() == ["platform", "account_id"]
    assert propose({"a": ["b"]}, platform="forum").constants() == {"platform": "forum"}
    mixed = ["https://t.me/name/12", "https://vk.com/wall-1_2"]
    assert propose({"url": mixed}).constants() == {}


def test_rivals() -> None:
    proposal = propose({"Price": ["1", "2"], "Cost": ["3", "4"], "Phone": ["+12025550101"] * 2,
                        "E-mail": ["a@b.example", "c@d.example"]})  # fmt: skip
    assert proposal.taken() == {"price": ["Price"], "contact": ["Phone", "E-mail"]}
    assert "'Price' was taken" in reason(proposal, "Cost")


def test_the_yaml_is_a_mapping_that_says_the_same(tmp_path: Path) -> None:
    planted = TABLES["Chinese"]
    proposal = propose({**planted.columns(), "Seller": ["Budi", "Ani"]})
    text = as_yaml(proposal, "csv", Layout(header_row=3, delimiter=";"), "A table.\nOf two lines")
    mapping = read_mapping(text, "proposed")
    assert mapping.columns == proposal.taken()
    assert mapping.constants == {"platform": "facebook"}
    assert (mapping.format, mapping.delimiter, mapping.header_row) == ("csv", ";", 3)
    assert mapping.time.format == "%d/%m/%Y %H:%M"
    assert mapping.made_for == [*planted.header, "Seller"]
    again = with_columns(text, ["a", "b"])
    assert read_mapping(again, "again").made_for == ["a", "b"]
    assert read_mapping(again, "again").columns == mapping.columns


def test_unsure_lines_are_comments() -> None:
    proposal = propose({"Seller": ["Budi", "Ani"], "Nama": ["a", "b"]})
    text = as_yaml(proposal, "csv", Layout(), "t")
    assert read_mapping(text, "proposed").columns == {}
    assert "  # account_id: Seller" in text
    assert "  # platform: NAME" in text


_NAMES = st.one_of(
    st.text(max_size=12),
    st.sampled_from([name for planted in TABLES.values() for name in planted.header]),
)
_CELLS = st.lists(
    st.none() | st.text(max_size=20)
    | st.sampled_from([cell for cells in VALUES.values() for cell in cells]),
    min_size=1, max_size=4,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(columns=st.dictionaries(_NAMES, _CELLS, max_size=6))
def test_any_table_has_a_proposal(columns: dict[str, list[str | None]]) -> None:
    proposal = propose(columns)
    assert [each.column for each in proposal.columns] == list(columns)
    mapping = read_mapping(as_yaml(proposal, "csv", Layout(), "t"), "proposed")
    assert mapping.columns == proposal.taken()
    assert mapping.made_for == list(columns)


@settings(max_examples=60, deadline=None)
@given(name=st.text(max_size=12), field=st.sampled_from(sorted(VALUES)))
def test_values_alone_name_no_account(name: str, field: str) -> None:
    taken = propose(Planted({name: field}).columns()).taken()
    if not meaning(name).concepts and name not in COLUMNS:
        assert "account_id" not in taken
        assert not taken or field in ("post_url", "image", "text")


def test_a_table_of_links() -> None:
    columns = {
        "Pengirim": ["+12025550101", "+12025550102"],
        "Penerima": ["+12025550103", "+12025550103"],
        "Jumlah uang": ["500", "700"],
        "Tanggal": ["13/02/2026", "14/02/2026"],
        "Jenis": ["transfer", "transfer"],
        "Catatan": ["a", "b"],
    }
    proposal = propose(columns)
    assert proposal.table == "links"
    assert proposal.taken() == {
        "from": ["Pengirim"], "to": ["Penerima"], "kind": ["Jenis"], "time": ["Tanggal"],
        "amount": ["Jumlah uang"],
    }  # fmt: skip
    mapping = read_mapping(as_yaml(proposal, "csv", Layout(), "t"), "proposed")
    assert (mapping.table, mapping.columns) == ("links", proposal.taken())
    without = propose({name: cells for name, cells in columns.items() if name != "Jenis"})
    assert without.missing() == ["kind"]
    assert propose({**columns, "Isi": list(VALUES["text"][:2])}).table == "posts"
