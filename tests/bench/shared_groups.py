"""Which pairs of accounts share more groups than chance explains, by the usual formulas."""

from __future__ import annotations

import numpy as np
from scipy import stats

from tests.bench.rewired import FALSE_SHARE


def hypergeometric(joined: np.ndarray) -> np.ndarray:
    """Keep pairs whose overlap is improbable for two accounts with so many groups each.

    Returns
    -------
    numpy.ndarray
        One truth value per pair, in the order of `numpy.triu_indices`: p below 1 % divided by the
        number of pairs (Bonferroni).

    Notes
    -----
    Tumminello, Miccichè, Lillo, Piilo and Mantegna (2011), doi:10.1371/journal.pone.0017994: every
    group is as likely as any other.
    """
    left, right, shared = _pairs(joined)
    groups = joined.sum(axis=1)
    p = stats.hypergeom.sf(shared - 1, joined.shape[1], groups[left], groups[right])
    return p <= FALSE_SHARE / len(p)


def noise_corrected(joined: np.ndarray) -> np.ndarray:
    """How probable it is that two accounts share more, given what each shares with anybody.

    Returns
    -------
    numpy.ndarray
        One p-value per pair; 1 where they share nothing.

    Notes
    -----
    Coscia and Neffke (2017), doi:10.1109/ICDE.2017.100, by the binomial p-value that netbone takes
    for it.
    """
    left, right, shared = _pairs(joined)
    strength, _ = _strengths(joined)
    total = shared.sum()
    expected = strength[left] * strength[right] / total**2
    return np.where(shared > 0, stats.binom.sf(shared, total, expected), 1.0)


def disparity(joined: np.ndarray) -> np.ndarray:
    """How probable it is that a pair is so large a part of what one of the two shares at all.

    Returns
    -------
    numpy.ndarray
        One p-value per pair, the smaller of the two accounts'; 1 where they share nothing.

    Notes
    -----
    Serrano, Boguñá and Vespignani (2009), doi:10.1073/pnas.0808904106.
    """
    left, right, shared = _pairs(joined)
    strength, partners = _strengths(joined)

    def part(of: np.ndarray) -> np.ndarray:
        share = shared / np.maximum(strength[of], 1)
        return np.where(partners[of] > 1, (1 - share) ** (partners[of] - 1), 1.0)

    return np.where(shared > 0, np.minimum(part(left), part(right)), 1.0)


def _pairs(joined: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Both accounts of every pair and how many groups they share."""
    left, right = np.triu_indices(len(joined), 1)
    return left, right, _projection(joined)[left, right]


def _strengths(joined: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Of every account: groups shared with others, summed, and with how many others."""
    projection = _projection(joined)
    np.fill_diagonal(projection, 0)
    return projection.sum(axis=1), (projection > 0).sum(axis=1)


def _projection(joined: np.ndarray) -> np.ndarray:
    """How many groups any two accounts share."""
    side = joined.astype(np.float32)
    return np.rint(side @ side.T).astype(np.int64)
