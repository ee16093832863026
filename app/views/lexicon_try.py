"""Trying the lexicon on a text: what is found where, by which entry, and what it tells."""

from __future__ import annotations

from typing import Any

import streamlit as st

from app import session
from app.lexicon_data import try_words
from app.literal import visible
from app.words import lexicon as words
from graph.errors import UsageError
from ingest.extract.lexicon.lexicon import Lexicon
from ingest.extract.phones.numbers import known_region

MOST_SAMPLE = 20_000
SAMPLE, REGION = "sample", "region of the sample"


def show_try() -> None:
    """Ask for a text, and show what the lexicon finds in it."""
    text, region = ask_sample()
    if text.strip():
        with st.spinner(words.TRYING):
            found = try_words(session.opened().workspace, text, region)
        show_hits(found, text)


def ask_sample() -> tuple[str, str | None]:
    """Ask for a text to try words on; it is kept in this browser session only.

    Raises
    ------
    UsageError
        If the country is none.
    """
    text = st.text_area(
        words.SAMPLE, key=SAMPLE, height=110, placeholder=words.SAMPLE_HINT, max_chars=MOST_SAMPLE
    )
    given = st.text_input(words.REGION, key=REGION, placeholder=words.REGION_HINT, max_chars=2)
    return text, known_region(given) if given.strip() else None


def try_with(text: str, region: str | None, lexicon: Lexicon) -> list[dict[str, Any]]:
    """Read a text with words that are not kept yet."""
    return try_words(session.opened().workspace, text, region, lexicon)


def show_hits(found: list[dict[str, Any]], text: str) -> None:
    """List what was found in a text, with its place and why it counts or not."""
    if not found:
        st.markdown(words.NO_HITS)
        return
    rows = [
        {
            words.WORD: visible(each["raw"]),
            words.FROM_TO: f"{each['start'] + 1}–{each['end']}",
            words.ENTRY: visible(each["entry"]),
            words.ROLE: words.role(each["role"]),
            words.MEANING: visible(each["meaning"]),
            words.TELLS: each["score"],
            words.BECAUSE: visible(each["because"]),
        }
        for each in found
    ]
    st.dataframe(rows, hide_index=True, height="content", alt=words.HITS_TABLE)


__all__ = ["UsageError", "ask_sample", "show_hits", "show_try", "try_with"]
