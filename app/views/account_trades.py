"""The part of an account's page with whom it turned to and who turned to it."""

from __future__ import annotations

import streamlit as st

from app import session, words
from app.literal import literal, visible
from app.views.account_links import link_account
from app.views.evidence import show_posts
from app.views.paging import ask_page
from app.words import account_page as said
from graph.lookup.accounts import Profile
from graph.lookup.posts import find_posts
from graph.lookup.trades import AccountTrade, count_trades, list_trades
from graph.store import GraphStore

PER_PAGE = 10


def show_trades(store: GraphStore, profile: Profile) -> None:
    """Show directed interaction of the account, most often first, some at a time."""
    in_all = count_trades(store, profile.key)
    if not in_all:
        st.markdown(said.NO_TRADES)
        return
    place, skip = ask_page(in_all, per_page=PER_PAGE, key="trades_page")
    trades = list_trades(store, profile.key, skip=skip, limit=PER_PAGE)
    with place:
        shown = words.showing(skip + 1, skip + len(trades), in_all, "interactions")
        st.caption(said.trades(shown))
        for trade in trades:
            _show(trade)


def _show(trade: AccountTrade) -> None:
    """Show what one account did towards another one."""
    place = f"{trade.account_key} {trade.is_outgoing}"
    with st.container(border=True, gap="xsmall", key=f"trade {place}"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            if trade.is_outgoing:
                st.text(said.TURNED_TO)
            link_account(trade.account_key, trade.name, trade.handle)
            st.caption(literal(trade.account_key))
            if not trade.is_outgoing:
                st.text(said.TURNED_HERE)
        for turn in trade.turns:
            st.text(visible(turn.sentence))
        show_cited([key for turn in trade.turns for key in turn.posts], place=f"trade {place}")


def show_cited(keys: list[str], *, place: str) -> None:
    """Show posts that are cited, read only when they are asked for."""
    cited = list(dict.fromkeys(keys))
    if not cited:
        return
    title = said.posts_that_show_it(len(cited))
    with st.expander(title, key=f"cited {place}", on_change="rerun") as opened:
        if opened.open:
            show_posts(find_posts(session.store(), cited))
