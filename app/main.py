"""The router of the pages: lists them and runs the chosen one."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from app import session

HERE = Path(__file__).parent
MARK = str(HERE / "spoor.svg")

st.set_page_config(
    page_title="Spoor", page_icon=MARK, layout="wide", initial_sidebar_state="expanded"
)
st.logo(str(HERE / "spoor-name.svg"), size="large", icon_image=MARK)
st.html(HERE / "pages.css")
page = st.navigation(
    [
        st.Page("views/overview.py", title="Overview", default=True),
        st.Page("views/clusters.py", title="Clusters"),
        st.Page("views/cluster.py", title="Cluster"),
        st.Page("views/account.py", title="Account"),
        st.Page("views/hubs.py", title="Hubs"),
    ],
    expanded=True,
)
session.ask_who()
with session.errors_said("page"):
    page.run()
