"""Filters of the list of clusters: asked for, and put into what the graph can answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

import streamlit as st

from app import session, words
from app.cluster_status import Standing
from app.cluster_taxa import EVERY_APPENDIX, laws_of, protected_under, taxa_meant
from app.views.cluster_reading import kept, regions_with_groups
from app.views.cluster_standing import standing_now
from app.words import clusters as said
from graph.judged.clusters import CONFIRMED, REJECTED
from graph.lookup.clusters import Order
from graph.lookup.clusters_filter import ClusterFilter
from graph.lookup.overview import Snapshot, count_platforms
from graph.lookup.taxa import ListedTaxon, list_named_taxa
from graph.store import GraphStore
from ingest.extract.taxa.workspace import taxa_of

PAGE = "page"
MOST_TAXA = 8
EARLIEST, LATEST = date(1990, 1, 1), date(2100, 12, 31)
FIRST = {
    "words": "", "platform": said.ANY, "size": 2, "connected": said.ANY, "taxon": "",
    "listed": said.ANY, "region": said.ANY, "from": None, "until": None, "judged": said.ANY,
    "hub": said.ANY, "stable": said.ANY,
}  # fmt: skip
"""Each filter as the address names it, and what it is when nothing is asked."""
FOLDED = ("taxon", "listed", "region", "from", "until", "judged", "hub", "stable")


@dataclass(frozen=True)
class Asked:
    """Which clusters to list, and in which order."""

    only: ClusterFilter
    order: Order


def ask_filters(store: GraphStore, snapshot: Snapshot) -> Asked | None:
    """Ask which clusters to list.

    Parameters
    ----------
    store : GraphStore
    snapshot : Snapshot
        The detection whose clusters are listed.

    Returns
    -------
    Asked or None
        None where a name stands for nothing that posts name; that has been said then.
    """
    platforms = {words.platform(name): name for name in count_platforms(store)}
    columns = st.columns((2.4, 1.3, 1, 1.4, 1.4), vertical_alignment="bottom")
    typed = columns[0].text_input(
        said.WORDS, key="words", bind="query-params", on_change=_to_first_page,
        placeholder=said.WORDS_HINT,
    )  # fmt: skip
    platform = _choose(columns[1], said.PLATFORM, [said.ANY, *platforms], "platform")
    size = columns[2].number_input(
        said.SIZE, min_value=2, value=2, key="size", bind="query-params", on_change=_to_first_page,
    )  # fmt: skip
    connected = _choose(columns[3], said.CONNECTED, list(said.CONNECTED_FROM), "connected")
    order = _choose(columns[4], said.ORDER, list(said.ORDERS), "order")
    in_use = _in_use()
    with st.expander(said.more(in_use), expanded=bool(in_use), key="more filters"):
        more = _ask_more(snapshot)
    if more is None:
        return None
    only = ClusterFilter(
        least_size=int(size),
        least_connectedness=said.CONNECTED_FROM[connected],
        platform=platforms.get(platform),
        words=typed.strip() or None,
        **more,
    )
    return Asked(only, said.ORDERS[order])


def _ask_more(snapshot: Snapshot) -> dict[str, Any] | None:
    """Ask for what is folded away; None where a name stands for nothing."""
    named = kept(list_named_taxa)
    regions = regions_with_groups(snapshot.id)
    top = st.columns((2, 1.6, 1.2, 1.2), vertical_alignment="bottom")
    typed = top[0].text_input(
        said.TAXON, key="taxon", bind="query-params", on_change=_to_first_page,
        placeholder=said.TAXON_HINT, help=said.TAXON_HELP,
    ).strip()  # fmt: skip
    others = [law for law in laws_of(named) if law not in EVERY_APPENDIX]
    laws = [said.ANY, said.ANY_CITES, *EVERY_APPENDIX, *others]
    law = _choose(top[1], said.LISTED, laws, "listed", meaning=said.LISTED_HELP)
    since = _ask_day(top[2], said.ACTIVE_FROM, "from")
    until = _ask_day(top[3], said.ACTIVE_UNTIL, "until")
    low = st.columns((1.6, 1.6, 1.6, 1.6, 1), vertical_alignment="bottom")
    judged = _choose(low[0], said.STATUS, said.STATUSES, "judged", meaning=said.STATUS_HELP)
    hub = _choose(low[1], said.HUB, list(said.HUBS), "hub", meaning=said.HUB_HELP)
    stable = _choose(
        low[2], said.STABILITY, list(said.STABLE_FROM), "stable", meaning=said.STABILITY_HELP
    )
    region = said.ANY
    if regions:
        region = _choose(
            low[3], said.REGION, [said.ANY, *regions], "region", meaning=said.REGION_HELP
        )
    low[4].button(said.CLEAR, on_click=_clear, disabled=not _in_use(), type="tertiary")
    taxa = _taxa(typed, law, named)
    if taxa is not None and not taxa and typed:
        return None
    return {
        "taxa": taxa,
        "groups": None if region == said.ANY else regions[region],
        "active_from": _moment(since, time.min),
        "active_until": _moment(until, time.max),
        "is_hub_joined": said.HUBS[hub],
        "least_stability": said.STABLE_FROM[stable],
        **_among(judged, standing_now(snapshot) if judged != said.ANY else Standing()),
    }


def _taxa(typed: str, law: str, named: Sequence[ListedTaxon]) -> tuple[str, ...] | None:
    """Find the taxa asked for; None: not asked, empty: none; says what a name is taken to mean."""
    if law == said.ANY and not typed:
        return None
    chosen = list(named)
    if law != said.ANY:
        chosen = list(protected_under(named, EVERY_APPENDIX if law == said.ANY_CITES else (law,)))
    names = tuple(each.scientific_name for each in chosen)
    if not typed:
        return names
    meant = taxa_meant(taxa_of(session.opened().workspace), typed, chosen)
    if not meant.is_known:
        st.text(said.unknown_taxon(typed, list(meant.nearest)))
    elif not meant.names:
        st.text(said.unnamed_taxon(typed))
    else:
        st.text(said.meant_taxa(list(meant.names[:MOST_TAXA]), len(meant.names)))
    return meant.names


def _among(judged: str, found: Standing) -> dict[str, tuple[str, ...]]:
    """Put how clusters stand judged into ids that count, or that do not."""
    status = found.status
    if judged == said.NOT_JUDGED:
        return {"not_among": (*status, *found.partly)}
    chosen = {
        said.CONFIRMED: [name for name, each in status.items() if each == CONFIRMED],
        said.REJECTED: [name for name, each in status.items() if each == REJECTED],
        said.PARTLY: sorted(found.partly),
        said.ASSESSED: list(found.legality),
    }.get(judged)
    return {} if chosen is None else {"among": tuple(chosen)}


def _choose(
    place: st.delta_generator.DeltaGenerator,
    label: str,
    options: Sequence[str],
    key: str,
    meaning: str | None = None,
) -> str:
    """Ask for one of some words."""
    return str(place.selectbox(
        label, options, key=key, bind="query-params", on_change=_to_first_page, help=meaning
    ))  # fmt: skip


def _ask_day(place: st.delta_generator.DeltaGenerator, label: str, key: str) -> date | None:
    """Ask for a day, or none."""
    return place.date_input(
        label,
        value=None,
        min_value=EARLIEST,
        max_value=LATEST,
        key=key,
        bind="query-params",
        on_change=_to_first_page,
    )


def _moment(day: date | None, at: time) -> datetime | None:
    """The first or last moment of a day (UTC)."""
    return None if day is None else datetime.combine(day, at, UTC)


def _in_use() -> int:
    """Count the filters folded away that ask for something."""
    values = {name: _value(name) for name in FOLDED}
    return sum(value not in (None, "", FIRST[name]) for name, value in values.items())


def _value(name: str) -> object:
    """What a filter asks for: on the page, else in its address."""
    if name in st.session_state:
        return st.session_state[name]
    return st.query_params.get(name)


def _clear() -> None:
    """Ask for nothing any more."""
    for name, first in FIRST.items():
        if name in st.session_state:
            st.session_state[name] = first
    _to_first_page()


def _to_first_page() -> None:
    """Begin at the first page of a list that has changed."""
    st.session_state[PAGE] = 1
