"""Words that may be missing: unusual in confirmed clusters, for a person to decide."""

from __future__ import annotations

import streamlit as st

from app import session
from app.literal import visible
from app.views.lexicon_reading import KEPT_SECONDS
from app.words import lexicon as words
from graph.workspace import Workspace
from ingest.extraction import extractor_of
from ingest.judgements import confirmed_members
from ingest.lexicon_candidates import Candidate, candidates
from ingest.lexicon_uses import is_read

MOST = 30
LEAST = "least_accounts"


def show_candidates() -> None:
    """Look for words when asked, and offer each to the form."""
    st.caption(words.CANDIDATES_ABOUT)
    workspace = session.opened().workspace
    confirmed = confirmed_members(workspace)
    if not confirmed:
        st.markdown(words.NONE_CONFIRMED)
        return
    if not is_read(workspace):
        st.markdown(words.NOT_READ)
        return
    least = st.number_input(
        words.LEAST_ACCOUNTS, min_value=1, value=3, key=LEAST, bind="query-params"
    )
    if st.button(words.SEEK, key="seek words"):
        st.session_state["sought words"] = True
    if not st.session_state.get("sought words"):
        return
    place = f"{session.cache_key()} {extractor_of(workspace).version} {sorted(confirmed)}"
    found = _candidates(place, int(least), workspace)
    if not found:
        st.markdown(words.NO_CANDIDATES)
        return
    _show(found)


@st.cache_data(ttl=KEPT_SECONDS, max_entries=4, show_spinner=words.SEEKING)
def _candidates(place: str, least: int, _workspace: Workspace) -> list[Candidate]:
    """Find words; ``place`` keeps apart what was found in different material."""
    return candidates(_workspace, least_accounts=least, limit=MOST)


def _show(found: list[Candidate]) -> None:
    """List words; a button in each row takes one to the form."""
    rows = [
        {
            words.WORD: visible(each.word),
            words.INSIDE: words.of(each.accounts, each.of_accounts),
            words.OUTSIDE: words.of(each.others, each.of_others),
            words.ERRORS: each.errors,
        }
        for each in found
    ]
    st.dataframe(rows, hide_index=True, height="content", alt=words.CANDIDATES)
    word = st.selectbox(
        words.WORD, [None, *[each.word for each in found]], key="suggestion",
        format_func=lambda each: words.PICK if each is None else visible(each),
    )  # fmt: skip
    st.button(words.CHANGE, on_click=_take, disabled=word is None)


def _take() -> None:
    """Take the word that is chosen to the form."""
    word = st.session_state.get("suggestion")
    if word is None:
        return
    st.session_state["lexicon"] = words.CHANGE
    st.session_state["changed"] = None
    st.session_state["suggested word"] = word
