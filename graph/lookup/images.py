"""Pictures: which posts and accounts show them, which others show as well, which are sealed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

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


@dataclass(frozen=True)
class Picture:
    """A picture that a post shows; ``sha256`` None where only what it looks like is known."""

    key: str
    sha256: str | None


@dataclass(frozen=True)
class AccountPicture:
    """A picture of an account.

    Attributes
    ----------
    picture : Picture
    posts : int
        Posts of the account that show it.
    post_key : str
        One of them.
    last_seen : datetime or None
        Of those posts.
    """

    picture: Picture
    posts: int
    post_key: str
    last_seen: datetime | None


@dataclass(frozen=True)
class PostPictures:
    """The pictures of a post: the first ones, and how many there are."""

    pictures: tuple[Picture, ...]
    in_all: int


@dataclass(frozen=True)
class Sealing:
    """A picture that is sealed, and the sealed pictures, posts and accounts that make it so."""

    key: str
    pictures: tuple[str, ...]
    posts: tuple[str, ...]
    accounts: tuple[str, ...]


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


def find_pictures(
    store: GraphStore, post_keys: Sequence[str], *, most: int = 12
) -> dict[str, PostPictures]:
    """Look up the pictures of some posts, at most so many of each; posts without one are absent."""
    rows = store.run("post_pictures", keys=list(post_keys), limit=most)
    return {
        row["post_key"]: PostPictures(
            tuple(Picture(**each) for each in row["pictures"]), row["in_all"]
        )
        for row in rows
    }


def count_pictures(store: GraphStore, account_key: str) -> int:
    """Count the pictures of an account's posts, each once."""
    return int(store.run("account_pictures_count", key=account_key)[0]["pictures"])


def list_pictures(
    store: GraphStore, account_key: str, *, skip: int = 0, limit: int = 12
) -> list[AccountPicture]:
    """List the pictures of an account's posts, the latest first, some at a time."""
    rows = store.run("account_pictures", key=account_key, skip=skip, limit=limit)
    return [
        AccountPicture(
            Picture(row["key"], row["sha256"]), row["posts"], row["post_key"], row["last_seen"]
        )
        for row in rows
    ]


def find_sealing(
    store: GraphStore,
    keys: Sequence[str],
    *,
    pictures: Sequence[str],
    posts: Sequence[str],
    accounts: Sequence[str],
    lifted: Sequence[str],
    categories: Sequence[str],
    most: int = 20,
) -> list[Sealing]:
    """Find which pictures are sealed.

    Parameters
    ----------
    store : GraphStore
    keys : sequence of str
        The pictures asked about.
    pictures, posts, accounts : sequence of str
        What is sealed.
    lifted : sequence of str
        Accounts whose category counts for nothing.
    categories : sequence of str
        Of accounts whose pictures are sealed.
    most : int
        Bound of what is named of each kind.

    Returns
    -------
    list of Sealing
        By picture; those that are not sealed are left out.
    """
    if not keys:
        return []
    rows = store.run(
        "post_pictures_sealed", keys=list(keys), pictures=list(pictures), posts=list(posts),
        accounts=list(accounts), lifted=list(lifted), categories=list(categories), limit=most,
    )  # fmt: skip
    return [
        Sealing(row["key"], *(tuple(row[name]) for name in ("pictures", "posts", "accounts")))
        for row in rows
        if row["pictures"] or row["posts"] or row["accounts"]
    ]
