"""Roles as interaction shows them, structural measures, and who turned to whom in a cluster."""

from __future__ import annotations

import streamlit as st

from app import words
from app.literal import literal, visible
from app.views.account_links import show_account_table
from app.views.account_trades import show_cited
from app.views.reading import Shown

MOST_TRADES = 50


def show_roles(shown: Shown) -> None:
    """Show the roles that interaction or hub service shows, as questions."""
    roles = shown.cluster.dossier.roles
    if not roles:
        st.markdown(
            "No role: too little interaction is known (answers, vouches, payments, forwards, "
            "deliveries or a service that strangers use). Every account is a member."
        )
    else:
        st.caption(
            "What interaction or a service to strangers shows, each a question for people. The "
            "interval says between which ranks the account was in 90% of 200 resamples."
        )
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
    show_account_table(
        [
            {
                "Name": visible(words.account(each.name, each.handle, each.account_key)),
                "Ties here": each.ties,
                "Betweenness": each.betweenness,
                "Burt’s constraint": each.constraint,
                "k-core": each.core,
                "Stability": each.stability,
                "Key": visible(each.account_key),
            }
            for each in members
        ],
        [each.account_key for each in members],
        place=f"measures {cluster.summary.key}",
        alt="Structural measures of the accounts of this cluster",
        columns={
            "Ties here": st.column_config.NumberColumn(help="Degree: ties to others here."),
            "Betweenness": st.column_config.NumberColumn(help=words.BETWEENNESS, format="%.2f"),
            "Burt’s constraint": st.column_config.NumberColumn(
                help=words.CONSTRAINT, format="%.2f"
            ),
            "k-core": st.column_config.NumberColumn(help=words.CORE),
            "Stability": st.column_config.ProgressColumn(
                help=words.STABILITY, format="percent", min_value=0.0, max_value=1.0
            ),
        },
    )


def _show_trades(shown: Shown) -> None:
    """Show who turned to whom within the cluster."""
    trades = shown.cluster.trades[:MOST_TRADES]
    if not trades:
        return
    st.markdown("**Who turned to whom**")
    st.caption(words.INTERACTION)
    rows = [
        {
            "From": visible(shown.account(trade.from_key)),
            "To": visible(shown.account(trade.to_key)),
            "Times": trade.times,
            "What": visible(" ".join(turn.sentence for turn in trade.turns)),
        }
        for trade in trades
    ]
    st.dataframe(rows, hide_index=True, alt="Interaction between accounts of this cluster")
