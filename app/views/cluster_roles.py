"""Roles as interaction shows them, structural measures, and who turned to whom in a cluster."""

from __future__ import annotations

import streamlit as st

from app import words
from app.literal import literal, visible
from app.views.account_trades import show_cited
from app.views.linked_table import show_linked_table
from app.views.reading import Shown
from app.words import cluster as said
from app.words import headings

MOST_TRADES = 50


def show_roles(shown: Shown) -> None:
    """Show the roles that interaction or hub service shows, as questions."""
    roles = shown.cluster.dossier.roles
    if not roles:
        st.markdown(said.NO_ROLE)
    else:
        st.caption(said.ROLES)
    for role in roles:
        with st.container(border=True, gap="xsmall", key=f"role {role.account_key} {role.role}"):
            st.markdown(f"{literal(shown.account(role.account_key))}: **{role.role}?**")
            st.text(visible(role.sentence))
            st.markdown(f"*{role.question}*")
            show_cited(list(role.posts), place=f"role {role.account_key} {role.role}")
    _show_trades(shown)


def show_measures(shown: Shown) -> None:
    """List structural measures of the members under their own names."""
    cluster = shown.cluster
    st.caption(words.MEASURED)
    members = sorted(
        cluster.members, key=lambda each: (-(each.betweenness or 0), -each.ties, each.account_key)
    )
    show_linked_table(
        [
            {
                headings.NAME: visible(words.account(each.name, each.handle, each.account_key)),
                headings.TIES_HERE: each.ties,
                headings.BETWEENNESS: each.betweenness,
                headings.CONSTRAINT: each.constraint,
                headings.CORE: each.core,
                headings.STABILITY: each.stability,
                headings.KEY: visible(each.account_key),
            }
            for each in members
        ],
        [each.account_key for each in members],
        about="account",
        place=f"measures {cluster.summary.key}",
        alt=said.MEASURES_ALT,
        columns={
            headings.TIES_HERE: st.column_config.NumberColumn(help=said.DEGREE_HELP),
            headings.BETWEENNESS: st.column_config.NumberColumn(
                help=words.BETWEENNESS, format="%.2f"
            ),
            headings.CONSTRAINT: st.column_config.NumberColumn(
                help=words.CONSTRAINT, format="%.2f"
            ),
            headings.CORE: st.column_config.NumberColumn(help=words.CORE),
            headings.STABILITY: st.column_config.ProgressColumn(
                help=words.STABILITY, format="percent", min_value=0.0, max_value=1.0
            ),
        },
    )


def _show_trades(shown: Shown) -> None:
    """Show who turned to whom within the cluster."""
    trades = shown.cluster.trades[:MOST_TRADES]
    if not trades:
        return
    st.markdown(f"**{said.WHO_TURNED}**")
    st.caption(words.INTERACTION)
    rows = [
        {
            headings.FROM: visible(shown.account(trade.from_key)),
            headings.TO: visible(shown.account(trade.to_key)),
            headings.TIMES: trade.times,
            headings.WHAT: visible(" ".join(turn.sentence for turn in trade.turns)),
        }
        for trade in trades
    ]
    st.dataframe(rows, hide_index=True, alt=said.TRADES_ALT)
