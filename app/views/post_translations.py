"""The translations of a post: shown beside the original, added, withdrawn."""

from __future__ import annotations

from functools import partial

import streamlit as st

from app import session
from app import words as general
from app.translating import take_back, translate
from app.views.evidence import show_translation
from app.views.writing import tell_what_was_written, write_down
from app.views.written import read_translations
from app.words import posts as words
from graph.errors import UsageError
from graph.workspace import Workspace
from ingest.translations import LONGEST, Translation

TOOL_ASKED = (words.BY_ME, words.BY_TOOL)


def show_translations(post_key: str) -> None:
    """Show a post's translations, the newest of each language first."""
    place = f"translations {post_key}"
    tell_what_was_written(place)
    found = read_translations().get(post_key, [])
    if not found:
        st.text(words.NO_TRANSLATION)
    newest = {each.language: each for each in reversed(found)}
    for each in found:
        if newest[each.language] is each:
            _show(each, place)
    older = [each for each in found if newest[each.language] is not each]
    if older:
        with st.expander(f"{words.OLDER} ({len(older):,})"):
            for each in older:
                _show(each, place)


def ask_translation(post_key: str) -> None:
    """Ask for a translation of a post, by the person or pasted from a tool."""
    place = f"translations {post_key}"
    named = session.named() is not None
    with st.expander(words.ADD_TRANSLATION), st.form(f"translate {post_key}", border=False):
        st.caption(words.TRANSLATION_NOTE)
        names = [f"{part} {post_key}" for part in ("into", "translated", "made by", "tool")]
        languages = sorted(general.LANGUAGES, key=general.language)
        into, by, tool = st.columns(3)
        into.selectbox(words.INTO, languages, index=languages.index("en"), key=names[0],
                       format_func=general.language)  # fmt: skip
        by.selectbox(words.MADE_BY, TOOL_ASKED, key=names[2])
        tool.text_input(words.TOOL, key=names[3], max_chars=100)
        st.text_area(words.TRANSLATED, key=names[1], max_chars=LONGEST, height=160)
        st.form_submit_button(
            words.SAVE_TRANSLATION, disabled=not named,
            on_click=partial(write_down, place, partial(_add, post_key, names)),
        )  # fmt: skip
        if not named:
            st.text(words.SAY_WHO)


def _show(found: Translation, place: str) -> None:
    """Show a translation, with what may be done about it."""
    show_translation(found)
    if session.named() is None:
        return
    with st.popover(words.WITHDRAW_TRANSLATION), st.form(f"withdraw {found.translation}",
                                                         border=False):  # fmt: skip
        name = f"why withdrawn {found.translation}"
        st.text_input(words.WHY_WITHDRAWN, key=name, max_chars=500)
        st.form_submit_button(
            words.WITHDRAW_TRANSLATION,
            on_click=partial(write_down, place, partial(_withdraw, found.translation, name)),
        )


def _add(post_key: str, names: list[str], workspace: Workspace, who: str) -> str:
    """Keep a translation."""
    language, text, made_by, tool = (str(st.session_state.get(name) or "") for name in names)
    if made_by == words.BY_TOOL and not tool.strip():
        raise UsageError(words.SAY_TOOL)
    translate(
        workspace, session.store(), post_key, language, text,
        tool=tool if made_by == words.BY_TOOL else None, who=who,
    )  # fmt: skip
    return words.TRANSLATION_KEPT


def _withdraw(translation: str, name: str, workspace: Workspace, who: str) -> str:
    """Withdraw a translation."""
    why = str(st.session_state.get(name) or "").strip() or None
    take_back(workspace, session.store(), translation, why=why, who=who)
    return words.TRANSLATION_WITHDRAWN
