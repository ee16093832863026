"""What a cluster offers: taxa with counts and prices, and what was asked in each currency."""

from __future__ import annotations

import streamlit as st

from app import words
from app.cluster_offers import Asked, Offered, asked_in_all, offered_by_taxon
from app.literal import visible
from app.views.cluster_reading import kept
from app.views.evidence import show_posts
from app.views.paging import ask_page
from app.views.reading import Shown
from app.words import cluster_activity as said
from app.words import headings
from graph.lookup import clusters_goods as goods

MOST_TAXA = 500
MOST_STATED = 10_000
MOST_PRICES = 3
PER_PAGE = 5
NOTHING = Offered((), ())


def show_offers(shown: Shown) -> None:
    """Show what is offered, at which prices, and the posts that offer it."""
    key = shown.cluster.summary.key
    offered = kept(goods.list_offers, key, limit=MOST_TAXA)
    stated = kept(goods.list_stated, key, limit=MOST_STATED)
    if offered:
        st.caption(said.taxa(len(offered), MOST_TAXA))
        _show_taxa(offered, offered_by_taxon(stated))
        _show_posts(key, offered)
    else:
        st.markdown(said.NO_OFFERS)
    _show_prices(asked_in_all(stated))
    if len(stated) == MOST_STATED:
        st.caption(said.priced(MOST_STATED, sum(each.posts for each in stated)))


def _show_taxa(offered: list[goods.OfferedTaxon], stated: dict[str, Offered]) -> None:
    """List the taxa."""
    rows = [
        {
            headings.TAXON: visible(taxon.scientific_name),
            headings.ENGLISH: visible(taxon.english or ""),
            headings.LISTED: visible(taxon.listed or ""),
            headings.POSTS: taxon.posts,
            headings.ACCOUNTS: taxon.accounts,
            headings.PRICES: visible(
                "; ".join(_in_words(each) for each in found.prices[:MOST_PRICES])
            ),
            headings.QUANTITIES: visible("; ".join(found.measures)),
            headings.PRODUCTS: visible(", ".join(taxon.products)),
            headings.FIRST: taxon.first_seen.date() if taxon.first_seen else None,
            headings.LAST: taxon.last_seen.date() if taxon.last_seen else None,
        }
        for taxon in offered
        for found in [stated.get(taxon.key, NOTHING)]
    ]
    st.dataframe(
        rows, hide_index=True, alt=said.OFFERS_ALT,
        column_config={
            headings.LISTED: st.column_config.TextColumn(help=said.LISTED_HELP),
            headings.POSTS: st.column_config.NumberColumn(help=said.POSTS_HELP),
            headings.ACCOUNTS: st.column_config.NumberColumn(help=said.ACCOUNTS_HELP),
            headings.PRICES: st.column_config.TextColumn(help=said.PRICES_HELP),
            headings.QUANTITIES: st.column_config.TextColumn(help=said.QUANTITIES_HELP),
        },
    )  # fmt: skip


def _show_posts(cluster_key: str, offered: list[goods.OfferedTaxon]) -> None:
    """Show the posts that offer a taxon that is chosen, some at a time."""
    by_name = {taxon.scientific_name: taxon for taxon in offered}
    chosen = st.selectbox(
        said.SHOW_POSTS, list(by_name), index=None, key="offered", bind="query-params",
        format_func=visible, placeholder=said.SHOW_POSTS_HINT,
    )  # fmt: skip
    if chosen is None:
        return
    taxon = by_name[chosen]
    place, skip = ask_page(taxon.posts, per_page=PER_PAGE, key="offer_page")
    found = kept(goods.list_offer_posts, cluster_key, taxon.key, skip=skip, limit=PER_PAGE)
    with place:
        st.caption(words.showing(skip + 1, skip + len(found), taxon.posts, "posts"))
        show_posts(found)


def _show_prices(asked: list[Asked]) -> None:
    """Show what was asked by currency; sums stay in one."""
    st.markdown(f"**{said.ASKED}**")
    if not asked:
        st.markdown(said.NO_PRICES)
        return
    st.caption(said.NOT_TURNOVER)
    rows = [
        {
            headings.CURRENCY: visible(each.currency or said.UNKNOWN_CURRENCY),
            headings.FOR: visible(each.per or ""),
            headings.POSTS: each.posts,
            headings.LOWEST: each.least,
            headings.MIDDLE: each.middle,
            headings.HIGHEST: each.most,
            headings.ASKED_IN_ALL: _number(each.in_all) if each.in_all else "",
        }
        for each in asked
    ]
    number = st.column_config.NumberColumn(format="localized")
    st.dataframe(
        rows, hide_index=True, alt=said.PRICES_ALT,
        column_config=dict.fromkeys((headings.LOWEST, headings.MIDDLE, headings.HIGHEST), number),
    )  # fmt: skip


def _in_words(asked: Asked) -> str:
    """Write a range of prices in its own currency."""
    span = _number(asked.least)
    if asked.most > asked.least:
        span += f"–{_number(asked.most)} ({_number(asked.middle)})"
    per = f" per {asked.per}" if asked.per else ""
    return said.price(asked.currency, f"{span}{per}", asked.posts)


def _number(value: float) -> str:
    """Write an amount without needless decimals."""
    return f"{value:,.2f}".removesuffix(".00")
