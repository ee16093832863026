"""The part of an account's page with what others recorded of it: calls, transfers, registers."""

from __future__ import annotations

import streamlit as st

from app import words
from app.literal import visible
from graph.lookup.accounts import Profile
from graph.lookup.links import Link, list_links
from graph.store import GraphStore

MOST = 500


def show_recorded(store: GraphStore, profile: Profile) -> None:
    """List the relations of the account and of the contact details it publishes."""
    links = list_links(store, profile.key, limit=MOST)
    if not links:
        st.markdown(
            "No call, transfer, parcel or entry in a register was taken in for this account or a "
            "contact detail of it."
        )
        return
    cut = f" These are the latest {MOST}." if len(links) == MOST else ""
    st.caption(
        "As others recorded it, the latest first; no tie is drawn from it. A contact detail may "
        f"be shared: it need not be this account that called or paid.{cut}"
    )
    st.dataframe([_row(link) for link in links], hide_index=True, width="stretch")


def _row(link: Link) -> dict[str, str]:
    """Lay out one relation."""
    when = words.day(link.occurred_at) if link.occurred_at else link.occurred_at_raw
    return {
        "What": visible(link.kind),
        "When": visible(when or ""),
        "From": visible(link.from_name or link.from_key),
        "To": visible(link.to_name or link.to_key),
        "Amount": visible(" ".join(filter(None, (link.amount, link.currency)))),
        "Through": visible(link.through or "the account itself"),
        "Says": visible(link.origin or ""),
        "Grade": visible(link.grade or ""),
        "Handling": visible(link.handling or ""),
        "Keys": visible(f"{link.from_key} → {link.to_key}"),
    }
