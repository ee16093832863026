"""Ways to an account's page: a link, and a table whose rows open one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from app import words
from app.literal import literal
from app.words import account_page as said

PAGE = "views/account.py"


def link_account(key: str, name: str | None, handle: str | None) -> None:
    """Link to an account's page by what the account is called."""
    st.page_link(
        PAGE, label=literal(words.account(name, handle, key)), query_params={"account": key}
    )


def show_account_table(
    rows: Sequence[Mapping[str, Any]],
    keys: Sequence[str],
    *,
    place: str,
    alt: str,
    columns: Mapping[str, Any],
) -> None:
    """Show accounts as a table with a button in each row that opens the account's page.

    Parameters
    ----------
    rows : sequence of mapping
        What the columns show, an account each.
    keys : sequence of str
        The accounts, one a row.
    place : str
        Tells this table from others.
    alt : str
        What the table is, for those who do not see it.
    columns : mapping
        How columns are shown, by name.
    """
    button = f"open {place}"
    opening = st.column_config.ButtonColumn(help=said.OPENS, type="tertiary", key=button)
    st.dataframe(
        [{said.PAGE: said.OPEN, **row} for row in rows],
        hide_index=True,
        alt=alt,
        column_config={**columns, said.PAGE: opening},
    )
    if clicked := st.session_state.get(button):
        st.switch_page(PAGE, query_params={"account": keys[clicked["row"]]})
