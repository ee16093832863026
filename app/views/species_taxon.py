"""One taxon by any of its names: where it is listed and when, what it is called, who offers it."""

from __future__ import annotations

from datetime import date
from typing import Any

import streamlit as st

from app import session
from app import words as general
from app.literal import literal, visible
from app.taxa import meaning_of, nearest_names
from app.views.evidence import show_posts
from app.words import species as words
from graph.lookup.search_rows import count_named
from graph.lookup.taxon_posts import newest_naming
from ingest.extract.taxa.taxa import Taxa
from ingest.extract.taxa.workspace import taxa_of

NAME, DAY, KEY = "name", "on", "taxon"
NEAREST = 6
POSTS_SHOWN = 5


def show_taxon() -> None:
    """Ask for a name and a day; the address keeps both, or the taxon's key."""
    asked, day = st.columns((3, 1))
    typed = asked.text_input(
        words.NAME, key=NAME, bind="query-params", placeholder=words.NAME_HINT, max_chars=200
    ).strip()
    on = day.date_input(
        words.ON_DAY, value=None, key=DAY, bind="query-params", help=words.ON_DAY_HELP
    )
    wanted = typed or st.query_params.get(KEY, "").strip()
    if not wanted:
        st.markdown(words.NONE_NAMED)
        return
    known = taxa_of(session.opened().workspace)
    found = meaning_of(known, wanted)
    if found is None:
        _say_unknown(known, wanted)
        return
    if found["taxon"] is None:
        st.text(words.MEANS_NONE)
        return
    _show_meaning(wanted, found)
    _show_listings(found["listings"], on if isinstance(on, date) else None)
    _show_offers(found["taxon"])
    _show_names(found["names"])


def _say_unknown(known: Taxa, wanted: str) -> None:
    """Say that no list has a name, and offer the nearest."""
    st.text(visible(words.unknown(wanted)))
    near = nearest_names(known, wanted, NEAREST)
    if near:
        st.caption(words.NEAREST)
        with st.container(horizontal=True):
            for name in near:
                st.button(literal(name), on_click=_take, args=(name,), key=f"near {name}")


def _take(name: str) -> None:
    """Look for another name."""
    st.session_state[NAME] = name


def _show_meaning(wanted: str, found: dict[str, Any]) -> None:
    """Say what a name means."""
    taxon = found["taxon"]
    st.header(literal(taxon["scientific_name"]), anchor=False)
    if not wanted.startswith("taxon:"):
        said = words.means(wanted, found["product"], taxon["scientific_name"])
        st.text(visible(said))
        st.caption(words.grade(found["rule"], found["confidence"], found["language"]))
        if found["needs_company"]:
            st.caption(words.NEEDS_COMPANY)
    facts = {
        words.RANK: taxon["rank"],
        words.ENGLISH: taxon["english"],
        words.LINEAGE: ", ".join(taxon["lineage"]),
        words.SYNONYMS: ", ".join(taxon["synonyms"]),
    }
    st.text(visible("\n".join(f"{name}: {said}" for name, said in facts.items() if said)))


def _show_listings(listings: list[dict[str, Any]], on: date | None) -> None:
    """Show every listing with where and when it holds, and whether it does on a day."""
    st.subheader(words.LISTINGS, anchor=False)
    if not listings:
        st.markdown(words.NOT_LISTED)
        return
    rows = [
        {
            words.LIST: visible(each["list"]),
            words.JURISDICTION: words.place(each["jurisdiction"]),
            words.STATUS: visible(each["status"]),
            words.FIRST: _day(each["valid_from"]),
            words.LAST: _day(each["valid_to"]),
            **({words.IN_FORCE: _yes(_holds(each, on))} if on else {}),
            words.COMPARED: _yes(each["verified"]),
            words.NOTE: visible(each["note"]),
            words.SOURCE: visible(each["source"]),
        }
        for each in listings
    ]
    st.dataframe(rows, hide_index=True, height="content", alt=words.LISTINGS)


def _holds(listing: dict[str, Any], on: date) -> bool:
    """Whether a listing holds on a day."""
    first, last = listing["valid_from"], listing["valid_to"]
    return (first is None or first <= on) and (last is None or on <= last)


def _day(day: date | None) -> str:
    """Write a bound; what a list does not state is said."""
    return day.isoformat() if day else words.NO_BOUND


def _yes(said: object) -> str:
    """Write yes or no."""
    return words.YES if said else words.NO


def _show_offers(taxon: dict[str, Any]) -> None:
    """Lead to clusters and posts that name the taxon."""
    st.subheader(words.OFFERED, anchor=False)
    store = session.store()
    counts = count_named(store, [taxon["key"]]).get(taxon["key"])
    if counts is None or not counts.named:
        st.markdown(words.NOT_NAMED)
        return
    st.text(words.counted(counts.offered, counts.named))
    name = taxon["scientific_name"]
    with st.container(horizontal=True):
        if session.latest() is None:
            st.caption(words.NO_DETECTION)
        else:
            st.page_link(
                "views/clusters.py", label=words.CLUSTERS_LINK, query_params={"taxon": name}
            )
        st.page_link("views/search.py", label=words.POSTS_LINK, query_params={"q": name})
    posts = newest_naming(store, taxon["key"], limit=POSTS_SHOWN)
    st.caption(words.newest(len(posts), counts.named))
    show_posts(posts)


def _show_names(names: list[dict[str, Any]]) -> None:
    """List names by language, with where each is from."""
    st.subheader(words.NAMES, anchor=False)
    rows = [
        {
            words.A_NAME: visible(each["name"]),
            words.LANGUAGE: _language(each["language"]),
            words.PRODUCT: visible(each["product"] or ""),
            words.GRADE: visible(each["rule"]),
            words.ELSEWHERE: _yes(each["verified"]),
            words.SOURCE: visible(each["source"] or ""),
        }
        for each in sorted(names, key=lambda each: (str(each["language"]), each["name"]))
    ]
    st.caption(general.showing(1, len(rows), len(rows), "names"))
    st.dataframe(
        rows, hide_index=True, height=min(38 + 35 * max(len(rows), 1), 420), alt=words.NAMES
    )


def _language(code: str | None) -> str:
    """Name a language."""
    if code in (None, "und"):
        return words.UNKNOWN_LANGUAGE
    return "Latin" if code == "la" else general.language(str(code))
