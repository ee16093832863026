"""The first rows of a source as they would be read, and those that would be refused."""

from __future__ import annotations

from typing import Any

import streamlit as st

from app import words as general
from app.literal import visible
from app.taking.first_rows import FirstRows
from app.words import ingest as words

LONGEST_TEXT = 300


def show_first(first: FirstRows) -> None:
    """Show the first rows as they would be read, and those that would be refused."""
    st.markdown(f"**{words.FIRST_ROWS}**")
    st.text(
        words.counted(
            first.rows_read, first.rows_accepted, first.rows_merged, first.rows_refused,
            whole=first.is_whole,
        )
    )  # fmt: skip
    if first.own:
        st.text(words.own_hidden(first.own))
    if first.assumes_utc:
        st.text(words.ASSUMES_UTC)
    if first.rows:
        st.dataframe([_row(each) for each in first.rows], hide_index=True, height="content",
                     alt=words.FIRST_ROWS)  # fmt: skip
    for notice in first.notices:
        st.text(visible(words.on_the_page(notice)))
    if first.refused:
        st.markdown(f"**{words.WOULD_BE_REFUSED}**")
        rows = [
            {"Place": visible(str(each["locator"])), "Field": visible(str(each["field"] or "")),
             "Why": visible(words.on_the_page(str(each["reason"])))}
            for each in first.refused
        ]  # fmt: skip
        st.dataframe(rows, hide_index=True, height="content", alt=words.WOULD_BE_REFUSED)


def _row(row: dict[str, Any]) -> dict[str, str]:
    """Write a row as it would be read."""
    said = {}
    for name, value in row.items():
        heading = name.replace("_", " ").capitalize()
        if value is None:
            said[heading] = ""
        elif hasattr(value, "year"):
            said[heading] = general.minute(value)
        else:
            said[heading] = visible(str(value)[:LONGEST_TEXT])
    return said
