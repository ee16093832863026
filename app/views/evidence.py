"""Posts as evidence: the words as they stand, who, where, when, and in which file they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import streamlit as st

from app import words
from app.literal import literal, visible
from graph.lookup.posts import Mention, NamedTaxon, Post

MOST_CHARACTERS = 2_000
MOST_DETAILS = 12


def show_post(post: Post) -> None:
    """Show one post; its address is text to copy and never a link."""
    with st.container(border=True, gap="small"):
        st.markdown(f"{_authors(post)} · {_groups(post)} · {_time(post)}")
        if post.forwarded_from:
            st.caption(f"Passes on words of {literal(post.forwarded_from)}")
        st.text(_text(post.text))
        if post.mentions:
            st.caption(f"Contact details in it: {_details(post)}")
        for said in _readings(post):
            st.caption(said)
        if post.price:
            st.text(visible(f"Price: {post.price} {post.currency or ''}".strip()))
        if post.url:
            st.code(visible(post.url), language=None)
        st.caption(f"{words.platform(post.platform) if _is_plain(post.platform) else 'Post'} · "
                   f"{literal(post.key, most=120)} · {_sightings(post)}")  # fmt: skip


def show_posts(posts: Sequence[Post]) -> None:
    """Show posts one below the other."""
    for post in posts:
        show_post(post)


def _authors(post: Post) -> str:
    """Who posted."""
    return ", ".join(
        literal(words.account(author.name, author.handle, author.key)) for author in post.authors
    )


def _groups(post: Post) -> str:
    """Where it was posted."""
    named = [literal(group.name or group.key.rpartition(":")[2]) for group in post.groups]
    return f"in {', '.join(named)}" if named else "in no group"


def _time(post: Post) -> str:
    """When it was posted; says where the time zone is a guess, with the source's own words."""
    when = words.minute(post.posted_at)
    if not post.time_zone_assumed:
        return when
    said = f"; the source says {literal(post.posted_at_raw)}" if post.posted_at_raw else ""
    return f"{when} (time zone assumed{said})"


def _details(post: Post) -> str:
    """The contact details found in it, each once; says how many are left out."""
    found = {mention.key: mention for mention in post.mentions}
    return _some([_detail(each) for each in found.values()])


def _detail(mention: Mention) -> str:
    """A contact detail, what it is said to be used with, and in whose name it is said to be."""
    channel = f", for {literal(mention.channel)}" if mention.channel else ""
    holder = f", in the name of {literal(mention.holder)}" if mention.holder else ""
    return f"{words.kind(mention.kind)} {literal(mention.value)}{channel}{holder}"


def _readings(post: Post) -> Iterator[str]:
    """What else was read in the text: taxa, prices and measures, entries of the lexicon, places."""
    if post.taxa:
        yield f"Taxa named: {_some([_taxon(each) for each in post.taxa])}"
    if post.stated:
        yield f"Stated: {_some([literal(each) for each in post.stated])}"
    if post.terms:
        yield f"Words of the lexicon: {_some([literal(each) for each in post.terms])}"
    if post.places:
        yield f"Says it is in: {_some([literal(each) for each in post.places])}"
    if post.language:
        yield f"Language: {literal(words.language(post.language))}"


def _taxon(taxon: NamedTaxon) -> str:
    """A taxon, how it is listed, and the words that name it."""
    listed = f" ({literal(taxon.listed)})" if taxon.listed else ""
    named = ", ".join(literal(name) for name in taxon.names)
    return f"{literal(taxon.scientific_name)}{listed}, called {named}"


def _some(found: list[str]) -> str:
    """The first of a list; says how many are left out."""
    left = len(found) - MOST_DETAILS
    return "; ".join(found[:MOST_DETAILS]) + (f" and {left:,} more" if left > 0 else "")


def _text(text: str | None) -> str:
    """The words, bounded; says how much is left out."""
    if not text:
        return "(no text)"
    if len(text) <= MOST_CHARACTERS:
        return visible(text)
    left = len(text) - MOST_CHARACTERS
    return f"{visible(text[:MOST_CHARACTERS])}… ({left:,} more characters)"


def _sightings(post: Post) -> str:
    """Source files and places in them."""
    found = [
        f"source {literal(seen.path, most=120)}, {literal(seen.locator)}" for seen in post.sightings
    ]
    return "; ".join(found) or "no source recorded"


def _is_plain(name: str) -> bool:
    """Whether a platform's name holds nothing but letters and digits."""
    return name.isalnum()
