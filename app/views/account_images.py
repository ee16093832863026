"""Which pictures of an account others show as well; the pictures themselves are not shown."""

from __future__ import annotations

import streamlit as st

from app import words
from app.literal import visible
from app.views.account_links import show_account_table
from graph.lookup.accounts import Profile
from graph.lookup.images import find_images
from graph.store import GraphStore

MOST_SHOWN = 200
COLUMNS = {
    "Pictures": st.column_config.NumberColumn(
        help="Pictures that both show; near-identical ones count as one."
    ),
    "In posts": st.column_config.NumberColumn(help="Posts of that account that show them."),
}


def show_images(store: GraphStore, profile: Profile) -> None:
    """Say how many of the account's pictures others show as well, and list those accounts."""
    images = find_images(store, profile.key, most_accounts=MOST_SHOWN)
    if not images.posts:
        st.markdown("No picture of this account’s posts was found beside its sources.")
        return
    st.markdown(
        f"With a picture whose bytes are known: {words.count(images.posts, 'post')} of this "
        f"account, {words.count(images.pictures, 'picture')}. Shown by other accounts as well: "
        f"{words.count(images.shared_pictures, 'picture')}, in "
        f"{words.count(images.shared_posts, 'post')} of this account."
    )
    if not images.accounts:
        return
    st.caption(
        "The same picture, or one that looks nearly the same. People copy pictures: sharing one is "
        "no tie by itself. Pictures too plain to be told from others are left out."
    )
    show_account_table(
        [
            {
                "Account": visible(words.account(each.name, each.handle, each.account_key)),
                "Pictures": each.pictures,
                "In posts": each.posts,
                "Key": visible(each.account_key),
            }
            for each in images.accounts
        ],
        [each.account_key for each in images.accounts],
        place="images",
        alt="Accounts that show the same pictures",
        columns=COLUMNS,
    )
