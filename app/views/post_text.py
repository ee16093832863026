"""A post's text with what was read in it marked, and the same as a table."""

from __future__ import annotations

from html import escape

import streamlit as st

from app import session
from app import words as general
from app.literal import visible
from app.post_findings import DETAIL, Finding, pieces, read_findings
from app.words import posts as words
from graph.lookup.posts import Post
from graph.workspace import Workspace
from ingest.archive import Archive
from ingest.extraction import extractor_of

MOST_CHARACTERS = 20_000
MOST_FINDINGS = 500


def read(post: Post) -> list[Finding]:
    """Read what a post's text gives away; once for the same text, lexicon and taxa."""
    workspace = session.opened().workspace
    version = extractor_of(workspace).version
    return _read(session.cache_key(), version, post, workspace)


def show_marked(text: str | None, found: list[Finding]) -> None:
    """Show a text as it stands, with what was read in it marked and named.

    Every piece is escaped: the only elements are those written here.
    """
    if not text:
        st.text(words.NO_TEXT)
        return
    shown = text[:MOST_CHARACTERS]
    left = len(text) - len(shown)
    more = f"<p>{escape(words.more_characters(left))}</p>" if left else ""
    st.html(f'<div class="spoor-marked">{marked_html(shown, found)}</div>{more}')


def marked_html(text: str, found: list[Finding]) -> str:
    """Write a text as HTML in which what was read is marked; collected text is escaped."""
    written = []
    for piece in pieces(text, found):
        said = escape(visible(piece.text))
        if piece.of:
            name, short = (
                escape(" + ".join(called[each] for each in piece.of))
                for called in (words.MARKS, words.SHORT_MARKS)
            )
            opening = f'<mark class="spoor-{piece.of[0]}" title="{name}" data-as="{short}">'
            said = f"{opening}{said}</mark>"
        written.append(said)
    return "".join(written)


def show_findings(found: list[Finding]) -> None:
    """List what was read in the text, with its place in it and the rule that says so."""
    if not found:
        st.text(words.NOTHING_READ)
        return
    st.caption(words.READING_NOTE)
    rows = [
        dict(zip(words.COLUMNS, map(visible, _cells(each)), strict=True))
        for each in found[:MOST_FINDINGS]
    ]
    st.dataframe(rows, hide_index=True, height="content", alt=words.READ_IN_IT)
    if len(found) > MOST_FINDINGS:
        st.caption(general.showing(1, MOST_FINDINGS, len(found), "findings"))


def _cells(each: Finding) -> tuple[str, ...]:
    """Lay out one finding."""
    meaning = each.meaning
    if each.what == DETAIL:
        kind, _, value = meaning.partition(" ")
        meaning = f"{general.kind(kind)} {value}"
    place = words.characters(each.start, each.end)
    return words.MARKS[each.what].capitalize(), each.raw, meaning, place, each.rule


@st.cache_data(max_entries=128, show_spinner=words.READING)
def _read(place: str, version: str, post: Post, _workspace: Workspace) -> list[Finding]:
    """Read a post's text; ``version`` is the extractor's."""
    return read_findings(_workspace, post, _region(_workspace, post))


def _region(workspace: Workspace, post: Post) -> str | None:
    """Give the country whose currency the post's first source was read with."""
    archive = Archive(workspace)
    for seen in post.sightings:
        sha256 = seen.source_key.partition(":")[2]
        if archive.has(sha256):
            return archive.source(sha256).region
    return None
