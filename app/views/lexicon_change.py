"""Adding or changing an entry: a form, tried on a text before and after, then kept."""

from __future__ import annotations

from typing import Any

import streamlit as st

from app import session
from app.lexicon_data import entry_data, try_words
from app.lexicon_editing import lexicon_with, own_words, with_entry
from app.literal import visible
from app.views.lexicon_try import ask_sample, show_hits, try_with
from app.views.lexicon_writing import PLACE, note
from app.views.writing import tell_what_was_written
from app.words import lexicon as words
from ingest.extract.lexicon.entry import ROLES
from ingest.extract.lexicon.workspace import lexicon_of

CHANGED = "changed"
LISTS = ("words", "with", "except")


def show_change() -> None:
    """Choose an entry or a new one, fill in the form, try it, keep it."""
    tell_what_was_written(PLACE)
    st.caption(words.KEPT_WHERE)
    known = lexicon_of(session.opened().workspace).by_id
    name = st.selectbox(
        words.ENTRY, [None, *known], key=CHANGED, bind="query-params",
        format_func=lambda each: words.NEW if each is None else visible(each),
    )  # fmt: skip
    draft, is_tried = _ask_entry(entry_data(known[name]) if name else {}, name or "new")
    text, region = ask_sample()
    if is_tried and text.strip():
        _compare(text, region, draft)


def _ask_entry(begins: dict[str, Any], place: str) -> tuple[dict[str, Any], bool]:
    """Ask for an entry; whether it is to be tried."""
    begins = begins | _suggested()
    role = ROLES.index(begins.get("role", "code"))
    with st.form(f"entry {place}"):
        first, second, third = st.columns((1.2, 1, 1))
        said: dict[str, Any] = {
            "id": first.text_input(words.ID, begins.get("id", ""), key=f"id {place}",
                                   help=words.ID_HELP, max_chars=80).strip(),
            "role": second.selectbox(words.ROLE, ROLES, index=role,
                                     key=f"role {place}", format_func=words.role),
            "languages": third.text_input(words.LANGUAGE, ", ".join(begins.get("languages", ())),
                                          key=f"languages {place}", help=words.LANGUAGES_HELP),
            "meaning": st.text_input(words.MEANING, begins.get("meaning", ""),
                                     key=f"meaning {place}", max_chars=500).strip(),
        }  # fmt: skip
        columns = st.columns(3)
        helps = (words.WORDS_HELP, words.WITH_HELP, words.EXCEPT_HELP)
        labels = (words.ITS_WORDS, words.WITH, words.EXCEPT)
        for column, name, label, said_of in zip(columns, LISTS, labels, helps, strict=True):
            said[name] = column.text_area(
                label,
                "\n".join(begins.get(name, ())),
                key=f"{name} {place}",
                help=said_of,
                height=90,
            )
        source, taxon = st.columns(2)
        said["source"] = source.text_input(
            words.SOURCE, begins.get("source", ""), key=f"source {place}", max_chars=500
        ).strip()
        said["taxon"] = taxon.text_input(
            words.TAXON, begins.get("taxon") or "", key=f"taxon {place}", help=words.TAXON_HELP
        ).strip()
        said["ambiguous"] = st.checkbox(
            words.AMBIGUOUS_LABEL, bool(begins.get("ambiguous")), key=f"ambiguous {place}"
        )
        said["verified"] = st.checkbox(
            words.VERIFIED_LABEL, bool(begins.get("verified")), key=f"verified {place}"
        )
        with st.container(horizontal=True):
            is_tried = st.form_submit_button(words.TRY_IT, key=f"try {place}")
            nobody = session.named() is None
            kept = st.form_submit_button(
                words.KEEP, type="primary", key=f"keep {place}", disabled=nobody
            )
        if nobody:
            st.text(words.SAY_WHO)
    draft = _draft(said)
    if kept:
        note(draft["id"], lambda workspace: with_entry(own_words(workspace), draft))
        st.rerun()
    return draft, is_tried


def _suggested() -> dict[str, Any]:
    """Give what a suggestion brought to the form."""
    word = st.session_state.pop("suggested word", None)
    return {"id": word.replace(" ", "-"), "words": [word]} if word else {}


def _draft(said: dict[str, Any]) -> dict[str, Any]:
    """Write what was typed as files write an entry."""
    lists = {name: _lines(said[name]) for name in LISTS}
    codes = [code.strip() for code in said["languages"].split(",") if code.strip()]
    plain = {name: said[name] for name in ("id", "role", "meaning", "source", "taxon")}
    flags = {name: True for name in ("ambiguous", "verified") if said[name]}
    filled = {**plain, **lists, "languages": codes, **flags}
    return {name: value for name, value in filled.items() if value or name in ("id", "words")}


def _lines(text: str) -> list[str]:
    """Give the lines that say something."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def _compare(text: str, region: str | None, draft: dict[str, Any]) -> None:
    """Show what is found now, and what would be found."""
    workspace = session.opened().workspace
    lexicon = lexicon_with(with_entry(own_words(workspace), draft))
    before, after = try_words(workspace, text, region), try_with(text, region, lexicon)
    now, then = st.columns(2)
    with now:
        st.markdown(f"**{words.NOW}**")
        show_hits(before, text)
    with then:
        st.markdown(f"**{words.THEN}**")
        show_hits(after, text)
        if before == after:
            st.caption(words.SAME)
