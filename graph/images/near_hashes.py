"""Groups of hashes that differ in few bits, each around a centre, without comparing all pairs."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import combinations

import numpy as np
import numpy.typing as npt

Codes = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int64]
Agrees = Callable[[Places, Places], npt.NDArray[np.bool_]]
"""Told places of hashes and of as many centres; which of the pairs may be joined."""

_SEGMENT_BITS = 16
_VALUES = 1 << _SEGMENT_BITS
_AT_A_TIME = 1024
_CANDIDATES_AT_A_TIME = 4_000_000


def around_centres(codes: Codes, most: int, agrees: Agrees | None = None) -> tuple[Places, Places]:
    """Put hashes around centres.

    In the order given, each hash joins the nearest of the centres so far that differ from it in
    at most ``most`` bits (of several as near, the first), or becomes a centre itself. So nothing
    is chained: a member lies within ``most`` bits of its centre, however many others there are;
    and hashes that are added at the end move no earlier one.

    Parameters
    ----------
    codes : numpy.ndarray of uint64, shape (n, words)
        The hashes, 64 bits to a word.
    most : int
        Greatest number of different bits, 0 or more.
    agrees : callable, optional
        What a hash and its centre must fulfil besides.

    Returns
    -------
    centre : numpy.ndarray of int64, shape (n,)
        Place of each hash's centre in ``codes``; its own for a centre.
    distance : numpy.ndarray of int64, shape (n,)
        Bits in which the two differ.

    Notes
    -----
    Candidates are the centres that agree with a hash, but for a few bits, in one of its segments
    of 16 bits (multi-index hashing); each is then compared in full. Deterministic. Evenly spread
    hashes cost about n x centres x probes / 65,536; the worst, all alike in their segments, n x
    centres. Memory is bounded but for a few words a hash.

    References
    ----------
    .. [1] Norouzi, Punjani and Fleet (2012), doi:10.1109/CVPR.2012.6248043
    """
    centre = np.arange(len(codes), dtype=np.int64)
    distance = np.zeros(len(codes), dtype=np.int64)
    centres: list[Places] = []
    for start in range(0, len(codes), _AT_A_TIME):
        places = np.arange(start, min(start + _AT_A_TIME, len(codes)))
        best = np.full(len(places), most + 1)
        nearest = places.copy()
        if centres:
            _join_former(codes, most, agrees, places, np.concatenate(centres), best, nearest)
        made = _join_each_other(codes, most, agrees, places, best, nearest)
        centre[places] = nearest
        distance[places] = np.where(nearest == places, 0, best)
        centres.append(places[made])
    return centre, distance


def _join_former(
    codes: Codes,
    most: int,
    agrees: Agrees | None,
    places: Places,
    centres: Places,
    best: Places,
    nearest: Places,
) -> None:
    """Find the nearest of the centres made before, for each of some hashes."""
    segments = codes.view(np.uint16).reshape(len(codes), -1)
    for segment, masks in enumerate(_probes(segments.shape[1], most)):
        values = segments[centres, segment]
        order = np.argsort(values, kind="stable")
        begin = np.concatenate(([0], np.cumsum(np.bincount(values, minlength=_VALUES))))
        probed = segments[places, segment][:, None] ^ masks
        low, many = begin[probed], begin[probed.astype(np.int64) + 1] - begin[probed]
        in_all = many.sum(axis=1)
        parts = np.cumsum(in_all) // _CANDIDATES_AT_A_TIME
        for part in np.unique(parts):
            own = np.flatnonzero(parts == part)
            counts = many[own].ravel()
            ends = np.cumsum(counts)
            within = np.arange(ends[-1]) - np.repeat(ends - counts, counts)
            found = centres[order[np.repeat(low[own].ravel(), counts) + within]]
            asked = np.repeat(own, in_all[own])
            _join(codes, most, agrees, places, asked, found, best, nearest)


def _join(
    codes: Codes,
    most: int,
    agrees: Agrees | None,
    places: Places,
    asked: Places,
    found: Places,
    best: Places,
    nearest: Places,
) -> None:
    """Keep the nearest of some candidates, of several as near the first."""
    apart = _different_bits(codes[places[asked]], codes[found])
    near = apart <= most
    asked, found, apart = asked[near], found[near], apart[near]
    if agrees is not None:
        fits = agrees(places[asked], found)
        asked, found, apart = asked[fits], found[fits], apart[fits]
    order = np.lexsort((found, apart, asked))
    first = order[np.unique(asked[order], return_index=True)[1]]
    asked, found, apart = asked[first], found[first], apart[first]
    better = (apart < best[asked]) | ((apart == best[asked]) & (found < nearest[asked]))
    best[asked[better]] = apart[better]
    nearest[asked[better]] = found[better]


def _join_each_other(
    codes: Codes,
    most: int,
    agrees: Agrees | None,
    places: Places,
    best: Places,
    nearest: Places,
) -> npt.NDArray[np.bool_]:
    """Make centres of the hashes that are near none, in order; which became one."""
    made = np.zeros(len(places), dtype=np.bool_)
    for at in np.flatnonzero(best > most):
        if best[at] <= most:
            continue
        made[at] = True
        apart = _different_bits(codes[places[at + 1 :]], codes[places[at]])
        later = at + 1 + np.flatnonzero(apart < best[at + 1 :])
        if len(later) and agrees is not None:
            later = later[agrees(places[later], np.full(len(later), places[at]))]
        best[later] = apart[later - at - 1]
        nearest[later] = places[at]
    return made


def _different_bits(some: Codes, others: Codes) -> Places:
    """Count the bits in which hashes differ, pair by pair."""
    return np.bitwise_count(some ^ others).sum(axis=1, dtype=np.int64)


@lru_cache
def _probes(segments: int, most: int) -> list[npt.NDArray[np.uint16]]:
    """Give, for each segment, the differences to look for in it.

    Hashes that differ in ``most`` bits cannot differ in more than the quotient in every segment,
    nor in exactly the quotient in more segments than the remainder allows.
    """
    flips, rest = divmod(most, segments)
    return [
        _masks(flips if segment <= rest else flips - 1)
        for segment in range(segments)
        if segment <= rest or flips > 0
    ]


def _masks(flips: int) -> npt.NDArray[np.uint16]:
    """Give every segment with at most some bits set."""
    return np.array(
        [
            sum(1 << bit for bit in bits)
            for many in range(flips + 1)
            for bits in combinations(range(_SEGMENT_BITS), many)
        ],
        dtype=np.uint16,
    )
