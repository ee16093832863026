"""Choices that narrow a search: kind, platform and period, each with how much it has.

The address of the page holds them, and what is drawn follows the address.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import streamlit as st

from app import words as general
from app.literal import literal
from app.searching.everything import Found
from app.words import search as words
from graph.lookup.search_matches import POST, Match, Only

CHOICES = ("kind", "platform", "period")
MOST_MONTHS = 14
_PERIOD = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?")


@dataclass(frozen=True)
class Chosen:
    """What is wanted: one kind of thing, or None for the first of each; and which of them."""

    kind: str | None
    only: Only


def ask_what(every: Found) -> Chosen:
    """Ask which kind of thing is wanted, on which platform, and of which time.

    Parameters
    ----------
    every : Found
        All that fits, without any of these choices.
    """
    kind = _asked("kind", words.KINDS.__contains__)
    platform = _asked("platform", bool)
    period = _asked("period", lambda said: bool(_PERIOD.fullmatch(said))) if kind == POST else None
    only = Only(platform, period)
    kinds = {
        each: sum(_is_wanted(match, Only(platform)) for match in matches.found)
        for each, matches in every.kinds.items()
    }
    there = {each: many for each, many in kinds.items() if many or each == kind}
    _ask(words.KIND, "kind", kind, there, words.heading)
    shown = list(_matches(every, kind))
    of_time = [each.platform for each in shown if _is_wanted(each, Only(None, period))]
    platforms = Counter(each for each in of_time if each)
    _ask(words.PLATFORM, "platform", platform, dict(platforms.most_common()), _platform)
    if kind == POST:
        months = Counter(each.month for each in shown if _is_wanted(each, Only(platform)))
        _ask(words.PERIOD, "period", period, _periods(months), words.month)
    if not all(matches.is_all for each, matches in every.kinds.items() if kind in (None, each)):
        st.caption(words.COUNTED_ONLY)
    return Chosen(kind, only)


def begin_anew() -> None:
    """Drop all choices, which were made for another text."""
    for name in CHOICES:
        if name in st.query_params:
            del st.query_params[name]
    st.session_state["page"] = 1


def choose(name: str, value: str | None) -> None:
    """Have the address name a choice, or name it no more."""
    if value:
        st.query_params[name] = value
    elif name in st.query_params:
        del st.query_params[name]
    st.session_state["page"] = 1


def _asked(name: str, is_known: Callable[[str], bool]) -> str | None:
    """Read a choice in the address; None where there is none, or none that can be meant."""
    said = (st.query_params.get(name) or "").strip()
    return said if said and is_known(said) else None


def _ask(
    title: str,
    name: str,
    chosen: str | None,
    counts: Mapping[str, int],
    called: Callable[[str], str],
) -> None:
    """Ask for one choice; nothing is asked where there is only one."""
    if len(counts) < 2 and chosen is None:
        return
    options = dict(counts)
    if chosen:
        options.setdefault(chosen, 0)
    key = f"choose {name}"
    st.session_state[key] = chosen
    st.pills(
        title, list(options), key=key, on_change=_keep, args=(name,),
        format_func=lambda each: words.choice(called(each), options.get(each, 0)),
    )  # fmt: skip


def _keep(name: str) -> None:
    """Have the address name what was chosen."""
    choose(name, st.session_state.get(f"choose {name}"))


def _matches(every: Found, kind: str | None) -> Iterable[Match]:
    """What fits, of one kind or of all."""
    for each, matches in every.kinds.items():
        if kind in (None, each):
            yield from matches.found


def _is_wanted(match: Match, only: Only) -> bool:
    """Whether something is on the platform and of the period."""
    on_it = only.platform in (None, match.platform)
    return on_it and (not only.period or (match.month or "").startswith(only.period))


def _periods(months: Mapping[str | None, int]) -> dict[str, int]:
    """Count by month, or by year where there are many months; the latest first."""
    counted: Counter[str] = Counter()
    for month, many in months.items():
        if month:
            counted[month if len(months) <= MOST_MONTHS else month[:4]] += many
    return dict(sorted(counted.items(), reverse=True))


def _platform(name: str) -> str:
    """Name a platform; one that is not known, as the source does."""
    return general.PLATFORMS.get(name) or literal(name)
