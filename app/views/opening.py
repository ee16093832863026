"""Tables with a button in each row that opens the page of what the row is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from app.views.account_links import PAGE as ACCOUNT_PAGE
from app.views.links import DETAIL_PAGE, GROUP_PAGE
from app.words import links as words
from graph.keys import is_detail

_GROUP, _OTHERS = ":group:", ("taxon:", "platform:", "post:")


@dataclass(frozen=True)
class Target:
    """A page about one thing; without one, nothing is opened."""

    page: str | None = None
    asked: Mapping[str, str] = field(default_factory=dict)


def target_of(key: str | None) -> Target:
    """Tell which page a key of an account, contact detail or group has."""
    if not key or key.startswith(_OTHERS) or ":" not in key:
        return Target()
    if is_detail(key):
        return Target(DETAIL_PAGE, {"detail": key})
    if _GROUP in key:
        return Target(GROUP_PAGE, {"group": key})
    return Target(ACCOUNT_PAGE, {"account": key})


def show_opening(
    rows: Sequence[Mapping[str, Any]],
    targets: Sequence[Target],
    *,
    place: str,
    alt: str,
    columns: Mapping[str, Any] | None = None,
    empty: str = "",
    hint: str | None = None,
) -> None:
    """Show a table whose rows open pages.

    Parameters
    ----------
    rows : sequence of mapping
        What the columns show.
    targets : sequence of Target
        One a row.
    place : str
        Tells this table from others.
    alt : str
        What the table is, for those who do not see it.
    columns : mapping, optional
        How columns are shown, by name.
    empty : str
        Stands where there is no value.
    hint : str, optional
        What the buttons do.
    """
    button = f"open {place}"
    opening = st.column_config.ButtonColumn(help=hint, type="tertiary", key=button)
    shown = [
        {words.PAGE: words.OPEN if target.page else None, **row}
        for row, target in zip(rows, targets, strict=True)
    ]
    st.dataframe(
        shown, hide_index=True, alt=alt, placeholder=empty,
        column_config={**(columns or {}), words.PAGE: opening},
    )  # fmt: skip
    clicked = st.session_state.get(button)
    target = targets[clicked["row"]] if clicked and clicked["row"] < len(targets) else Target()
    if target.page:
        st.switch_page(target.page, query_params=dict(target.asked))
