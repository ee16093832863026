"""Pictures: which of an account's others show as well."""

from __future__ import annotations

from dataclasses import dataclass

from graph.images.hashes import NOT_COMPARED
from graph.store import GraphStore


@dataclass(frozen=True)
class ImageSharer:
    """An account that shows pictures like another account's.

    Attributes
    ----------
    account_key : str
    name, handle : str or None
    pictures : int
        Pictures that both show; near-identical ones count as one.
    posts : int
        Posts of this account that show them.
    """

    account_key: str
    name: str | None
    handle: str | None
    pictures: int
    posts: int


@dataclass(frozen=True)
class ShownImages:
    """The pictures of an account's posts whose fingerprints are known.

    Attributes
    ----------
    posts, pictures : int
        Posts that show one; how many different ones, near-identical ones as one.
    shared_posts, shared_pictures : int
        Of these, those of pictures that other accounts show as well; too plain ones never are.
    accounts : tuple of ImageSharer
        Those accounts, the ones with most such pictures first.
    """

    posts: int
    pictures: int
    shared_posts: int
    shared_pictures: int
    accounts: tuple[ImageSharer, ...]


NO_IMAGES = ShownImages(0, 0, 0, 0, ())


def find_images(store: GraphStore, key: str, *, most_accounts: int = 1000) -> ShownImages:
    """Look up the pictures of an account's posts, and who else shows them.

    Parameters
    ----------
    store : GraphStore
    key : str
        The account's.
    most_accounts : int
        Bound of ``accounts``.
    """
    plain = list(NOT_COMPARED)
    counts = store.run("account_images", key=key, not_compared=plain)[0]
    found = (
        store.run("account_shared_images", key=key, not_compared=plain, skip=0, limit=most_accounts)
        if counts["shared_posts"]
        else []
    )
    return ShownImages(**counts, accounts=tuple(ImageSharer(**row) for row in found))
