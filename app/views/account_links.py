"""The way to an account's page."""

from __future__ import annotations

import streamlit as st

from app import words
from app.literal import literal

PAGE = "views/account.py"


def link_account(key: str, name: str | None, handle: str | None) -> None:
    """Link to an account's page by what the account is called."""
    st.page_link(
        PAGE, label=literal(words.account(name, handle, key)), query_params={"account": key}
    )
