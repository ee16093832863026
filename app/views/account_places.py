"""Where an account's posts say that it is, in their own words; withheld for threatened species."""

from __future__ import annotations

import streamlit as st

from app.literal import literal
from app.localities import generalised
from app.views.localities import ask_for_places, was_asked
from app.words import count
from app.words import posts as words
from graph.lookup.accounts import Profile
from graph.lookup.places import SaidPlace, list_places
from graph.store import GraphStore

MOST_PLACES = 12


def show_places(store: GraphStore, profile: Profile) -> None:
    """Say which places the posts name, those of threatened species by their country only."""
    found = list_places(store, profile.key, limit=MOST_PLACES + 1)
    if not found:
        return
    is_asked = was_asked("account", profile.key)
    in_all = count(profile.posts_in_all, "post")
    said = [_said(each, in_all, is_asked=is_asked) for each in found[:MOST_PLACES]]
    more = words.AND_MORE if len(found) > MOST_PLACES else ""
    st.markdown(f"{words.places('; '.join(said) + more)}")
    st.caption(words.NOT_LOOKED_UP)
    if any(each.threatened for each in found) and not is_asked:
        ask_for_places("account", profile.key, words.WITHHELD_HERE)


def _said(each: SaidPlace, in_all: str, *, is_asked: bool) -> str:
    """Say in how many posts a place is named."""
    place = each.place
    if each.threatened and not is_asked:
        country = generalised(place)
        return words.said_in(
            literal(country) if country else words.COUNTRY_UNKNOWN, each.posts, in_all
        )
    return words.said_in(literal(place), each.posts, in_all)
