"""Posts as evidence: the words as they stand, who, where, when, and in which file they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import streamlit as st

from app import session
from app import words as general
from app.literal import literal, visible
from app.views.localities import is_withheld, places_said
from app.views.written import read_translations
from app.words import posts as words
from graph.lookup.images import find_pictures
from graph.lookup.posts import Mention, NamedTaxon, Post
from ingest.translations import Translation

PAGE = "views/post.py"
MOST_CHARACTERS = 2_000
MOST_DETAILS = 12


def show_posts(posts: Sequence[Post]) -> None:
    """Show posts one below the other; addresses are text to copy and never links."""
    pictures = find_pictures(session.store(), [post.key for post in posts], most=0)
    translated = read_translations()
    for post in posts:
        shown = pictures.get(post.key)
        _show_post(post, shown.in_all if shown else 0, translated.get(post.key, ()))


def link_post(key: str, label: str | None = None) -> None:
    """Link to a post's page.

    Parameters
    ----------
    key : str
        Such as ``post:facebook:123``.
    label : str, optional
        What the link says, in words of the pages' own; else the key, as it stands.
    """
    st.page_link(PAGE, label=label or literal(key, most=120), query_params={"post": key})


def show_text(text: str | None) -> None:
    """Show a text as it stands, bounded; it says how much is left out."""
    st.text(_text(text), width="stretch")


def show_translation(found: Translation) -> None:
    """Show a translation, and whose it is."""
    language = general.language(found.language)
    st.caption(literal(words.translated(language, found.tool, found.by, found.at), most=200))
    show_text(found.text)


def authors_of(post: Post) -> str:
    """Say who posted, marked up."""
    return ", ".join(
        literal(general.account(author.name, author.handle, author.key)) for author in post.authors
    )


def time_of(post: Post) -> str:
    """Say when it was posted, marked up; where the zone is a guess, in the source's words too."""
    when = general.minute(post.posted_at)
    if not post.time_zone_assumed:
        return when
    raw = literal(post.posted_at_raw) if post.posted_at_raw else None
    return words.zone_assumed(when, raw)


def _show_post(post: Post, pictures: int, translated: Sequence[Translation]) -> None:
    """Show one post, with how many pictures it has."""
    with st.container(border=True, gap="small"):
        st.markdown(f"{authors_of(post)} · {_groups(post)} · {time_of(post)}")
        if post.forwarded_from:
            st.caption(words.forwarded(literal(post.forwarded_from)))
        _show_words(post, translated)
        if post.mentions:
            st.caption(f"{words.DETAILS_IN_IT}: {_details(post)}")
        for said in _readings(post):
            st.caption(said)
        if post.price:
            st.text(visible(f"{words.PRICE}: {post.price} {post.currency or ''}".strip()))
        if post.url:
            st.code(visible(post.url), language=None)
        st.caption(f"{_platform(post)} · {literal(post.key, most=120)} · {_sightings(post)}")
        with st.container(horizontal=True, vertical_alignment="center"):
            link_post(post.key, words.OPEN)
            if pictures:
                st.caption(words.pictures_on_page(pictures))


def _show_words(post: Post, translated: Sequence[Translation]) -> None:
    """Show the text, and the newest translation of each language to its right."""
    newest: dict[str, Translation] = {}
    for each in translated:
        newest.setdefault(each.language, each)
    if not newest:
        show_text(post.text)
        return
    original, other = st.columns(2)
    with original:
        st.caption(words.ORIGINAL)
        show_text(post.text)
    with other:
        for each in newest.values():
            show_translation(each)


def _groups(post: Post) -> str:
    """Where it was posted."""
    named = [literal(group.name or group.key.rpartition(":")[2]) for group in post.groups]
    return words.in_groups(", ".join(named)) if named else words.NO_GROUP


def _platform(post: Post) -> str:
    """Name the platform; one whose name holds signs is named by the key alone."""
    is_plain = post.platform.isalnum()
    return general.platform(post.platform) if is_plain else words.POST


def _details(post: Post) -> str:
    """The contact details found in it, each once; says how many are left out."""
    found = {mention.key: mention for mention in post.mentions}
    return _some([_detail(each) for each in found.values()])


def _detail(mention: Mention) -> str:
    """A contact detail, what it is said to be used with, and in whose name it is said to be."""
    channel = words.channel(literal(mention.channel)) if mention.channel else ""
    holder = words.holder(literal(mention.holder)) if mention.holder else ""
    return f"{general.kind(mention.kind)} {literal(mention.value)}{channel}{holder}"


def _readings(post: Post) -> Iterator[str]:
    """What else was read in the text: taxa, prices and measures, entries of the lexicon, places."""
    if post.taxa:
        yield f"{words.TAXA}: {_some([_taxon(each) for each in post.taxa])}"
    if post.stated:
        yield f"{words.STATED}: {_some([literal(each) for each in post.stated])}"
    if post.terms:
        yield f"{words.TERMS}: {_some([literal(each) for each in post.terms])}"
    if post.places or post.location:
        yield f"{words.PLACES}: {_some(places_said(post))}"
        if is_withheld(post):
            yield words.WITHHELD
    if post.language:
        yield f"{words.LANGUAGE}: {literal(general.language(post.language))}"


def _taxon(taxon: NamedTaxon) -> str:
    """A taxon, how it is listed, and the words that name it."""
    listed = f" ({literal(taxon.listed)})" if taxon.listed else ""
    named = ", ".join(literal(name) for name in taxon.names)
    return f"{literal(taxon.scientific_name)}{listed}{words.named_as(named)}"


def _some(found: list[str]) -> str:
    """The first of a list; says how many are left out."""
    left = len(found) - MOST_DETAILS
    return "; ".join(found[:MOST_DETAILS]) + (words.left_out(left) if left > 0 else "")


def _text(text: str | None) -> str:
    """The words, bounded; says how much is left out."""
    if not text:
        return words.NO_TEXT
    if len(text) <= MOST_CHARACTERS:
        return visible(text)
    left = len(text) - MOST_CHARACTERS
    return f"{visible(text[:MOST_CHARACTERS])}{words.more_characters(left)}"


def _sightings(post: Post) -> str:
    """Source files and places in them."""
    found = [
        words.sighting(literal(seen.path, most=120), literal(seen.locator))
        for seen in post.sightings
    ]
    return "; ".join(found) or words.NO_SOURCE
