"""A table whose rows open the page of what they are about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from app.views.account_links import PAGE as ACCOUNT_PAGE
from app.views.links import DETAIL_PAGE, GROUP_PAGE
from app.views.opening import Target, show_opening
from app.words import links as words

PAGES = {
    "account": ACCOUNT_PAGE,
    "detail": DETAIL_PAGE,
    "group": GROUP_PAGE,
    "cluster": "views/cluster.py",
    "post": "views/post.py",
}
DATE = st.column_config.DateColumn(format="D MMM YYYY")


def show_linked_table(
    rows: Sequence[Mapping[str, Any]],
    keys: Sequence[str],
    *,
    about: str,
    place: str,
    alt: str,
    columns: Mapping[str, Any] | None = None,
) -> None:
    """Show rows as a table with a button in each that opens the page of its thing.

    Parameters
    ----------
    rows : sequence of mapping
        What the columns show; a column of which nothing is known is left out.
    keys : sequence of str
        Of the things, one a row.
    about : str
        What a row is about: ``account``, ``detail``, ``group``, ``cluster`` or ``post``.
    place : str
        Tells this table from others.
    alt : str
        What the table is, for those who do not see it.
    columns : mapping, optional
        How columns are shown, by name.
    """
    if not rows:
        return
    known = [name for name in rows[0] if any(row[name] not in {None, ""} for row in rows)]
    show_opening(
        [{name: row[name] for name in known} for row in rows],
        [Target(PAGES[about], {about: key}) for key in keys],
        place=place,
        alt=alt,
        columns=columns,
        hint=words.OPENS[about],
    )
