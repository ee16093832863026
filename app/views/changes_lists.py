"""Market, coverage, next steps and method of a report, as tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from app import words as numbers
from app.literal import visible
from app.report import facts
from app.report import words as told_words
from app.views.changes_reading import Told
from app.views.opening import show_opening, target_of
from app.words import changes as words

WIDE = st.column_config.TextColumn(width="large")


def show_market(told: Told) -> None:
    """Show sellers and listings that appeared or are not seen any more."""
    st.caption(words.MARKET_SAID)
    rows = told.sections.held["market"]
    if not rows:
        st.markdown(words.NO_MARKET)
        return
    st.dataframe(
        [dict(zip(told_words.MARKET, map(visible, row), strict=True)) for row in rows],
        hide_index=True, alt=told_words.TITLES["market"],
    )  # fmt: skip
    which = st.segmented_control(
        words.WHICH_SELLERS, list(words.SELLERS.values()), default=words.SELLERS["new"],
        key="sellers", bind="query-params", required=True,
    )  # fmt: skip
    name = next((name for name, said in words.SELLERS.items() if said == which), "new")
    _show_sellers(told, told.report["sellers"][name])


def _show_sellers(told: Told, found: Mapping[str, Any]) -> None:
    """List the sellers that a report names."""
    named = found["named"]
    if not named:
        st.markdown(words.NO_SELLERS)
        return
    st.caption(numbers.showing(1, len(named), found["accounts"], "accounts"))
    show_opening(
        [_called(told, key) for key in named], [target_of(key) for key in named],
        place="sellers", alt=words.WHICH_SELLERS,
    )  # fmt: skip


def show_coverage(told: Told) -> None:
    """Show what was collected where, and what that means for the report."""
    for said in told.report["coverage"]["caveats"]:
        st.text(visible(said))
    places = told.report["coverage"]["places"]
    if not places:
        st.markdown(words.NO_PLACE)
        return
    st.caption(numbers.showing(1, len(places), len(places), "places"))
    rows = [
        {
            words.COLUMN_PLACE: visible(each["name"] or each["place"]),
            words.COLUMN_STATUS: told_words.status(each["status"]),
            words.COLUMN_BEFORE: each["posts_before"],
            words.COLUMN_POSTS: each["posts"] or None,
            words.COLUMN_LAST: told_words.day(each["last_observed"]),
            words.COLUMN_KEY: visible(each["place"]),
        }
        for each in places
    ]
    targets = [target_of(each["place"]) for each in places]
    show_opening(rows, targets, place="places", alt=words.PLACES, empty=told_words.NOTHING)


def show_next(told: Told) -> None:
    """Show what to preserve and where to look."""
    st.subheader(words.PRESERVE, anchor=False)
    _show_preserve(told)
    st.subheader(words.LOOK, anchor=False)
    _show_look(told)


def _show_preserve(told: Told) -> None:
    """List posts that were never captured."""
    found = told.report["preserve_now"]
    if not found:
        st.markdown(words.NO_PRESERVE)
        return
    shown = numbers.showing(1, len(found), len(found), "posts")
    st.caption(f"{words.PRESERVE_SAID} {shown}.")
    rows = [
        {
            words.COLUMN_ADDRESS: visible(each["url"] or told_words.NO_ADDRESS),
            words.COLUMN_ACCOUNT: visible(told.names.called(each["account"] or "")),
            words.COLUMN_POSTED: told_words.day(each["posted_at"]),
            words.COLUMN_WHY: visible(each["why"]),
        }
        for each in found
    ]
    show_opening(
        rows, [target_of(each["account"]) for each in found], place="preserve", alt=words.PRESERVE,
        columns={words.COLUMN_ADDRESS: WIDE, words.COLUMN_WHY: WIDE},
    )  # fmt: skip


def _show_look(told: Told) -> None:
    """List places that are not collected."""
    found = told.report["look_next"]
    if not found:
        st.markdown(words.NO_LOOK)
        return
    shown = numbers.showing(1, len(found), len(found), "places")
    st.caption(f"{words.LOOK_SAID} {shown}.")
    rows = [
        {
            words.COLUMN_PLACE: visible(told.names.thing(each["value"])[1]),
            words.COLUMN_WHAT: told_words.PLACES_TO_LOOK.get(each["what"], visible(each["what"])),
            words.COLUMN_WHY: visible(each["why"]),
            words.COLUMN_YIELD: each["yield"],
            words.COLUMN_POSTS: each["posts"],
            words.COLUMN_ACCOUNTS: each["accounts"],
        }
        for each in found
    ]
    targets = [
        target_of(each["value"] if each["what"] != words.FORWARDED else None) for each in found
    ]
    show_opening(
        rows, targets, place="look", alt=words.LOOK,
        columns={words.COLUMN_WHY: WIDE,
                 words.COLUMN_YIELD: st.column_config.NumberColumn(format="%.1f")},
    )  # fmt: skip


def show_method(told: Told) -> None:
    """Show how the report was made, for whoever has to answer for it."""
    for part in told.report["method"]:
        st.markdown(f"**{visible(part['heading'])}**")
        st.text(visible(part["text"]))
    rows = [
        {words.COLUMN_PARAMETER: name, words.COLUMN_VALUE: visible(value)}
        for name, value in facts.parameters(told.report)
    ]
    st.dataframe(rows, hide_index=True, height="content", alt=words.METHOD)


def _called(told: Told, key: str) -> dict[str, str]:
    """A row about an account."""
    return {words.COLUMN_ACCOUNT: visible(told.names.called(key)), words.COLUMN_KEY: visible(key)}
