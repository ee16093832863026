"""Withdrawing a source: asked twice, with a reason, by a named person; and taking that back."""

from __future__ import annotations

import streamlit as st

from app import jobs, session
from app.views.said import say_warning
from app.views.working import begin, say_problem
from app.words import ingest as words
from app.words import work
from graph.workspace import Workspace
from ingest.source_record import SourceRecord
from ingest.withdrawals import Withdrawal

NO_REASON = "a reason is lacking"


def ask_to_withdraw(workspace: Workspace, source: SourceRecord, gone: Withdrawal | None) -> None:
    """Offer to withdraw a source, or to take that back.

    Parameters
    ----------
    workspace : Workspace
    source : SourceRecord
    gone : Withdrawal or None
        Its withdrawal, where it is withdrawn.
    """
    asked = f"withdraw asked {source.sha256}"
    nobody, busy = session.named() is None, jobs.running(workspace) is not None
    say_problem()
    if gone is not None:
        say_warning(words.withdrawn_by(gone.by, gone.at[:10], gone.why))
        st.caption(words.BACK_MEANS)
        st.button(words.BACK, key=f"back {source.sha256}", disabled=nobody or busy,
                  on_click=begin, args=("withdraw", ["--undo", "--", source.sha256]))  # fmt: skip
    elif not st.session_state.get(asked):
        st.button(words.WITHDRAW, key=f"withdraw {source.sha256}", disabled=nobody or busy,
                  on_click=_ask, args=(asked, True))  # fmt: skip
    else:
        with st.container(border=True, key="sure"):
            st.markdown(words.WITHDRAW_MEANS)
            why = f"why {source.sha256}"
            st.text_input(words.WHY, key=why, max_chars=500, placeholder=words.WHY_SUCH_AS)
            if st.session_state.pop(NO_REASON, False):
                st.error(words.NEEDS_REASON)
            with st.container(horizontal=True):
                st.button(words.SURE, key=f"sure {source.sha256}", type="primary",
                          disabled=nobody or busy, on_click=_withdraw,
                          args=(source.sha256, why, asked))  # fmt: skip
                st.button(words.KEEP, key=f"keep {source.sha256}", on_click=_ask,
                          args=(asked, False))  # fmt: skip
    if nobody or busy:
        st.text(words.SAY_WHO_WITHDRAWS if nobody else work.DETECT_BUSY)


def _ask(asked: str, whether: bool) -> None:
    """Ask a second time, or no more."""
    st.session_state[asked] = whether


def _withdraw(sha256: str, why: str, asked: str) -> None:
    """Begin the withdrawal."""
    reason = (st.session_state.get(why) or "").strip()
    if not reason:
        st.session_state[NO_REASON] = True
        return
    st.session_state[asked] = False
    begin("withdraw", [f"--why={reason}", "--", sha256])
