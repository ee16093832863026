"""Families of pictures that look nearly alike, each around a centre."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import polars as pl

from graph.images.hashes import MOST_BITS, MOST_BITS_OF_GUARD, MOST_BITS_UNGUARDED, stated
from graph.images.near_hashes import Codes, Places, around_centres

FAMILIES = pl.Schema({"image_key": pl.String(), "family_key": pl.String(), "distance": pl.Int64()})
"""One row per picture that looks like another, the centre, and per centre of such a family.
``family_key``: key of the centre; ``distance``: bits in which their hashes differ, 0 for the centre
itself and for those with the same hash."""


def image_families(images: pl.DataFrame) -> pl.DataFrame:
    """Put pictures that look nearly alike into families.

    Parameters
    ----------
    images : polars.DataFrame
        ``image_key perceptual_hash`` (as of `graph.records.IMAGES`), in the order in which the
        pictures became known: the first of a family is its centre, and later pictures move no
        earlier one. A key may stand in several rows; its first hash of each method counts.

    Returns
    -------
    polars.DataFrame
        `FAMILIES`, sorted by ``family_key distance image_key``; families of two pictures and more.
        A picture is in one family at most. Pictures without a hash, and those too plain to be
        compared, are in none.

    Notes
    -----
    Hashes are compared with others of the same method only: pHash within
    `graph.images.hashes.MOST_BITS`, where dHash agrees too if both state one; PDQ where a picture
    states no pHash. Deterministic; the cost is that of `graph.images.near_hashes.around_centres`.
    """
    hashes = _by_method(images)
    found = []
    for method, most in MOST_BITS.items():
        chosen = {key: said for key, said in hashes.items() if _method(said) == method}
        if not chosen:
            continue
        keys = np.array(list(chosen), dtype=object)
        codes = _codes([said[method] for said in chosen.values()])
        guards = _guards([said.get("dhash") for said in chosen.values()])
        centre, distance = _grouped(codes, guards, most)
        found.append(
            pl.DataFrame(
                {"image_key": keys, "family_key": keys[centre], "distance": distance},
                schema=FAMILIES,
            )
        )
    return (
        pl.concat([FAMILIES.to_frame(), *found])
        .filter(pl.len().over("family_key") > 1)
        .sort("family_key", "distance", "image_key")
    )


def _by_method(images: pl.DataFrame) -> dict[str, dict[str, str]]:
    """Read each picture's hashes, those that it has first."""
    found: dict[str, dict[str, str]] = {}
    for key, written in (
        images.select("image_key", "perceptual_hash").unique(maintain_order=True).iter_rows()
    ):
        said = stated(written)
        if _method(said):
            found[key] = said | found.get(key, {})
    return found


def _method(said: dict[str, str]) -> str | None:
    """Choose by which of its hashes a picture is compared."""
    return next((method for method in MOST_BITS if method in said), None)


def _codes(digits: list[str]) -> Codes:
    """Write hashes of the same length as 64-bit words."""
    return (
        np.frombuffer(bytes.fromhex("".join(digits)), dtype=">u8")
        .astype(np.uint64)
        .reshape(len(digits), -1)
    )


def _guards(digits: list[str | None]) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.bool_]]:
    """Write the second hashes, and whether there is one."""
    has = np.array([each is not None for each in digits], dtype=np.bool_)
    return _codes([each or "0" * 16 for each in digits])[:, 0], has


def _grouped(
    codes: Codes, guards: tuple[npt.NDArray[np.uint64], npt.NDArray[np.bool_]], most: int
) -> tuple[Places, Places]:
    """Put hashes around centres, equal ones compared once."""
    values, has = guards
    rows = np.column_stack([codes, values, has.astype(np.uint64)])
    _, first, which = np.unique(rows, axis=0, return_index=True, return_inverse=True)
    order = np.argsort(first)
    once = first[order]
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    own = np.ascontiguousarray(codes[once])

    def agrees(some: Places, centres: Places) -> npt.NDArray[np.bool_]:
        a, b = once[some], once[centres]
        guard = np.bitwise_count(values[a] ^ values[b]) <= MOST_BITS_OF_GUARD
        apart = np.bitwise_count(own[some] ^ own[centres]).sum(axis=1)
        unguarded = apart <= (MOST_BITS_UNGUARDED if codes.shape[1] == 1 else most)
        return np.where(has[a] & has[b], guard, unguarded)

    centre, distance = around_centres(own, most, agrees)
    place = rank[which.ravel()]
    return once[centre[place]], distance[place]
