"""Which pictures are sealed: by themselves, by a post or an account that shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.lookup.images import find_sealing
from ingest.seals import ACCOUNT, PICTURE, POST, Seal, Seals

if TYPE_CHECKING:
    from graph.store import GraphStore

SEALED_CATEGORIES = ("victim", "witness")
"""Accounts of these categories have their pictures sealed until somebody lifts that."""


@dataclass(frozen=True)
class SealedBy:
    """Why a picture is shown to nobody.

    Attributes
    ----------
    seal : Seal or None
        Who decided it; None where the category of an account did.
    account_key : str or None
        The account of that category.
    """

    seal: Seal | None
    account_key: str | None = None


def sealed_pictures(
    store: GraphStore, seals: Seals, picture_keys: Sequence[str]
) -> dict[str, SealedBy]:
    """Tell which pictures are sealed.

    Parameters
    ----------
    store : GraphStore
    seals : Seals
        What is sealed now.
    picture_keys : sequence of str

    Returns
    -------
    dict of str to SealedBy
        By picture. A picture is sealed when it, one that looks nearly the same, a post that shows
        either, or an account that posted such a post is, or when that account is recorded as a
        victim or witness and nobody lifted that.
    """
    found = find_sealing(
        store,
        picture_keys,
        pictures=list(seals.pictures),
        posts=list(seals.posts),
        accounts=list(seals.accounts),
        lifted=list(seals.lifted),
        categories=SEALED_CATEGORIES,
    )
    sealed = {}
    for each in found:
        for kind, keys in ((PICTURE, each.pictures), (POST, each.posts), (ACCOUNT, each.accounts)):
            by = next((seals.of(kind, key) for key in keys if seals.of(kind, key)), None)
            if by is not None:
                sealed[each.key] = SealedBy(by)
                break
        else:
            sealed[each.key] = SealedBy(None, each.accounts[0])
    return sealed
