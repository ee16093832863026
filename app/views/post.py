"""One post: its words and what was read in them, who, where, when, its pictures, its notes."""

from __future__ import annotations

import streamlit as st

from app import session
from app.literal import literal, visible
from app.views.address import read_address
from app.views.evidence import authors_of, time_of
from app.views.localities import findings_shown
from app.views.notes import show_notes
from app.views.post_parts import show_address, show_alike, show_facts, show_sightings
from app.views.post_pictures import show_pictures
from app.views.post_seal import ask_seal
from app.views.post_text import read, show_findings, show_marked
from app.views.post_translations import ask_translation, show_translations
from app.words import posts as words
from graph.lookup.images import find_pictures
from graph.lookup.posts import Post, find_posts
from graph.store import GraphStore

MOST_PICTURES = 24
CHOICES: dict[str, str | int] = {"notes_page": 1}


def main() -> None:
    """Show the page."""
    store = session.store()
    wanted = read_address("post", CHOICES)
    found = find_posts(store, [wanted]) if wanted else []
    if not found:
        _say_none(wanted)
        return
    post = found[0]
    st.title(words.TITLE, anchor=False)
    st.markdown(f"{authors_of(post)} · {time_of(post)}")
    st.code(visible(post.key), language=None, wrap_lines=True)
    show_facts(post)
    _show_words(post)
    _show_pictures(store, post)
    show_sightings(post)
    show_address(post)
    show_alike(post)
    show_notes("post", post.key)


def _show_words(post: Post) -> None:
    """Show the text, marked, to the left of its translations; below what was read in it."""
    findings = findings_shown(post, read(post))
    original, translated = st.columns(2, gap="medium")
    with original:
        st.subheader(words.ORIGINAL, anchor=False)
        show_marked(post.text, findings)
    with translated:
        st.subheader(words.TRANSLATIONS, anchor=False)
        show_translations(post.key)
        ask_translation(post.key)
    st.header(words.READ_IN_IT, anchor=False)
    show_findings(findings)


def _show_pictures(store: GraphStore, post: Post) -> None:
    """Show the post's pictures, blurred, and a way to seal them."""
    st.header(words.PICTURES, anchor=False)
    shown = find_pictures(store, [post.key], most=MOST_PICTURES).get(post.key)
    if shown is None:
        st.text(words.NO_PICTURES)
    else:
        said = words.pictures(shown.in_all)
        if shown.in_all > len(shown.pictures):
            said = words.some_pictures(len(shown.pictures), shown.in_all)
        st.markdown(said)
        show_pictures(shown.pictures, place="post", in_all=shown.in_all)
    pictures = shown.pictures if shown else ()
    choices = {words.SEALED_KINDS["post"]: ("post", post.key)} | {
        words.one_picture(nth): ("picture", each.key) for nth, each in enumerate(pictures, start=1)
    }
    ask_seal(choices, place=f"post {post.key}")


def _say_none(wanted: str) -> None:
    """Say that no post is named, or that there is none of that key."""
    st.title(words.TITLE, anchor=False)
    with st.container(border=True):
        if wanted:
            st.subheader(words.NONE_SUCH, anchor=False)
            st.markdown(words.no_such(literal(wanted, most=200)))
        else:
            st.subheader(words.NONE_CHOSEN, anchor=False)
            st.text(words.HOW_TO_CHOOSE)
        st.page_link("views/search.py", label=words.FIND)


main()
