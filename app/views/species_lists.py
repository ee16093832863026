"""The lists in use, each with where and when it holds; adding and removing the workspace's own."""

from __future__ import annotations

import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import streamlit as st

from app import session
from app.literal import visible
from app.taxa import CITES, SHIPPED, lists_of, remove_list, take_list
from app.views.writing import tell_what_was_written, write_down
from app.words import species as words
from graph.errors import UsageError
from graph.workspace import Workspace
from ingest.extract.phones.numbers import known_region
from ingest.extract.taxa.listed import Header, list_name
from ingest.extract.taxa.taxon import INTERNATIONAL
from ingest.taxa_import import read_list

PLACE = "lists of taxa"
ENDINGS = ["csv", "tsv", "txt", "xlsx"]


def show_lists() -> None:
    """List the lists, and offer to add or remove one."""
    tell_what_was_written(PLACE)
    found = lists_of(session.opened().workspace)
    rows = [
        {
            words.NAME_OF_LIST: visible(each["list"]),
            words.JURISDICTION: words.place(each["jurisdiction"]),
            words.FIRST: each["valid_from"] or words.NO_BOUND,
            words.LAST: each["valid_to"] or words.NO_BOUND,
            words.TAXA: each["taxa"],
            words.NAMES_OF: each["names"],
            words.FILE: visible(each["file"] or ""),
            words.TAKEN_IN: (each["at"] or "")[:16].replace("T", " "),
            words.BY: visible(each["by"] or ""),
        }
        for each in found["lists"]
    ]
    st.dataframe(rows, hide_index=True, height="content", alt=words.LISTS)
    st.text(visible(words.version(found["version"], found["note"])))
    _ask_to_add()
    _ask_to_remove([each["list"] for each in found["lists"] if each["list"] != SHIPPED])


def _ask_to_add() -> None:
    """Ask for a list."""
    st.subheader(words.ADD, anchor=False)
    nobody = session.named() is None
    with st.form("add a list"):
        st.caption(words.ADD_ABOUT)
        file = st.file_uploader(
            words.ADD_FILE, type=ENDINGS, key="file of a list", max_upload_size=words.LARGEST_MB
        )
        columns = st.columns(4)
        name = columns[0].text_input(words.ADD_NAME, key="name of a list", max_chars=60,
                                     placeholder=words.ADD_NAME_HINT)  # fmt: skip
        country = columns[1].text_input(words.ADD_COUNTRY, key="country of a list", max_chars=2,
                                        placeholder=words.ADD_COUNTRY_HINT)  # fmt: skip
        first = columns[2].date_input(words.FIRST, value=None, key="first day of a list")
        last = columns[3].date_input(words.LAST, value=None, key="last day of a list")
        told = st.text_area(words.ADD_COLUMNS, key="columns of a list", height=70,
                            help=words.ADD_COLUMNS_HELP)  # fmt: skip
        pressed = st.form_submit_button(
            words.TAKE, type="primary", disabled=nobody, key="take list"
        )
        st.caption(words.SAY_WHO if nobody else words.READ_AGAIN)
    if pressed and file is not None:
        days = tuple(each.isoformat() if isinstance(each, date) else None for each in (first, last))
        write_down(
            PLACE,
            lambda workspace, who: _take(
                workspace, file, name, country, (days[0], days[1]), told, who
            ),
        )
        st.rerun()


def _take(
    workspace: Workspace,
    file: Any,
    name: str,
    country: str,
    days: tuple[str | None, str | None],
    told: str,
    who: str,
) -> str:
    """Take a list in, and say what came of it."""
    called = list_name(name)
    place = INTERNATIONAL if called == CITES else known_region(country)
    header = Header(called, place, *days, file.name, "", who, datetime.now(UTC).isoformat(), 0, 0)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"list{Path(file.name).suffix.lower()}"
        path.write_bytes(file.getvalue())
        read = read_list(path, of_cites=called == CITES, told=_columns(told))
    whole = take_list(workspace, header, read)
    return words.taken(whole.name, whole.taxa, read.rows, whole.refused)


def _columns(told: str) -> dict[str, str]:
    """Read which column holds what."""
    found = {}
    for line in filter(None, map(str.strip, told.splitlines())):
        field, sign, column = line.partition("=")
        if not sign or not column.strip():
            raise UsageError(words.columns_wrong(line))
        found[field.strip()] = column.strip()
    return found


def _ask_to_remove(names: list[str]) -> None:
    """Offer to remove one of the workspace's own lists."""
    if not names:
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.selectbox(words.CHOOSE, names, key="list to remove")
        if st.button(words.REMOVE, disabled=session.named() is None, key="remove list"):
            write_down(
                PLACE,
                lambda workspace, who: words.removed(remove_list(workspace, name, who=who).name),
            )
            st.rerun()
