"""The pictures of an account, blurred until asked for, and who else shows them."""

from __future__ import annotations

import streamlit as st

from app import words as general
from app.literal import visible
from app.views.linked_table import show_linked_table
from app.views.paging import ask_page
from app.views.post_pictures import show_pictures
from app.views.post_seal import ask_seal
from app.words import headings
from app.words import posts as words
from graph.lookup.accounts import Profile
from graph.lookup.images import ShownImages, count_pictures, find_images, list_pictures
from graph.store import GraphStore

MOST_SHOWN = 200
PER_PAGE = 12
COLUMNS = {
    words.SHARED_PICTURES: st.column_config.NumberColumn(help=words.SHARED_PICTURES_MEANS),
    words.SHARED_IN_POSTS: st.column_config.NumberColumn(help=words.SHARED_IN_POSTS_MEANS),
}


def show_images(store: GraphStore, profile: Profile) -> None:
    """Show the account's pictures, say how many others show as well, and list those accounts."""
    images = find_images(store, profile.key, most_accounts=MOST_SHOWN)
    if not images.posts:
        st.markdown(words.NO_PICTURES_OF_ACCOUNT)
    else:
        st.markdown(
            words.pictures_of_account(
                images.posts, images.pictures, images.shared_pictures, images.shared_posts
            )
        )
        _show_own(store, profile)
        _show_sharers(images)
    ask_seal({words.SEALED_KINDS["account"]: ("account", profile.key)},
             place=f"account {profile.key}")  # fmt: skip


def _show_own(store: GraphStore, profile: Profile) -> None:
    """Show the pictures, some at a time."""
    in_all = count_pictures(store, profile.key)
    place, skip = ask_page(in_all, per_page=PER_PAGE, key="pictures_page")
    found = list_pictures(store, profile.key, skip=skip, limit=PER_PAGE)
    with place:
        if in_all > len(found):
            st.caption(general.showing(skip + 1, skip + len(found), in_all, "pictures"))
        show_pictures(
            [each.picture for each in found],
            place="account",
            skip=skip,
            in_all=in_all,
            captions={each.picture.key: words.picture_in_posts(each.posts) for each in found},
        )


def _show_sharers(images: ShownImages) -> None:
    """List the accounts that show the same pictures."""
    if not images.accounts:
        return
    st.caption(words.SHARING_IS_NO_TIE)
    show_linked_table(
        [
            {
                headings.ACCOUNT: visible(
                    general.account(each.name, each.handle, each.account_key)
                ),
                words.SHARED_PICTURES: each.pictures,
                words.SHARED_IN_POSTS: each.posts,
                headings.KEY: visible(each.account_key),
            }
            for each in images.accounts
        ],
        [each.account_key for each in images.accounts],
        about="account",
        place="images",
        alt=words.SHARERS,
        columns=COLUMNS,
    )
