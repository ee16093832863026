"""The router of the pages: lists them and runs the chosen one."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from app import session
from app.views.working import show_work

HERE = Path(__file__).parent
MARK = str(HERE / "spoor.svg")
PAGES = {
    "": {
        "overview": "Overview",
        "search": "Search",
        "changes": "Changes",
    },
    "Networks": {
        "clusters": "Clusters",
        "cluster": "Cluster",
        "account": "Account",
        "detail": "Contact detail",
        "group": "Group",
        "hubs": "Hubs",
        "post": "Post",
        "candidates": "Candidates",
        "noted": "Notes",
    },
    "Material": {
        "ingest": "Take in",
        "lexicon": "Lexicon",
        "species": "Species",
        "queries": "Queries",
    },
}

st.set_page_config(
    page_title="Spoor", page_icon=MARK, layout="wide", initial_sidebar_state="expanded"
)
st.logo(str(HERE / "spoor-name.svg"), size="large", icon_image=MARK)
st.html(HERE / "pages.css")
page = st.navigation(
    {
        part: [
            st.Page(f"views/{name}.py", title=title, default=name == "overview")
            for name, title in pages.items()
        ]
        for part, pages in PAGES.items()
    },
    expanded=True,
)
session.ask_who()
with st.sidebar:
    show_work()
with session.errors_said("page"):
    page.run()
