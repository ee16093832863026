"""Links from any page to the page about one contact detail or group."""

from __future__ import annotations

import streamlit as st

from app.literal import literal

DETAIL_PAGE = "views/detail.py"
GROUP_PAGE = "views/group.py"


def link_detail(key: str, label: str | None = None) -> None:
    """Link to a contact detail's page.

    Parameters
    ----------
    key : str
        Such as ``phone:+628123456789``.
    label : str, optional
        Collected text that names it, shown as it stands; else its key.
    """
    st.page_link(DETAIL_PAGE, label=literal(label or key), query_params={"detail": key})


def link_group(key: str, label: str | None = None) -> None:
    """Link to a group's page.

    Parameters
    ----------
    key : str
        Such as ``telegram:group:9``.
    label : str, optional
        Collected text that names it, shown as it stands; else the platform's own id.
    """
    called = label or key.rpartition(":")[2] or key
    st.page_link(GROUP_PAGE, label=literal(called), query_params={"group": key})
