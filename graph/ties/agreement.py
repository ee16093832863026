"""Agreement: how every pair of accounts agrees, layer by layer, in a form that can be counted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import polars as pl

from graph.calibration import Calibration
from graph.judged import NOTHING_JUDGED, Judged
from graph.tables import Tables
from graph.ties.estimation import AGREE_UNTOLD, DIFFER, Floats, Patterns
from graph.ties.hubs import LIKELY_HUB
from graph.ties.independent import PAIR
from graph.ties.layers.known import VALUE_LAYERS
from graph.ties.layers.layer import EVIDENCE
from graph.ties.levels import house_values, level_of
from graph.ties.tie import weigh_evidence
from graph.ties.values import Values

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Evidence:
    """What is published, and what pairs share of it.

    Attributes
    ----------
    values : Values
        What is published by whom.
    company : polars.DataFrame
        `graph.ties.company.Company.values`.
    shared : polars.DataFrame
        `graph.ties.layers.layer.EVIDENCE` of the layers that are values, hubs left out, with
        ``is_explained``: other evidence of the pair makes it add nothing.
    own : polars.DataFrame
        ``account_key layer``: who shows something in which layer that is neither a hub nor too
        common to be compared.
    """

    values: Values
    company: pl.DataFrame
    shared: pl.DataFrame
    own: pl.DataFrame


@dataclass(frozen=True)
class Comparison:
    """Every pair of accounts, compared.

    Attributes
    ----------
    layers : tuple of str
        Kinds of values, in the order of the columns of ``codes``; those that no pair shares are
        left out.
    accounts : polars.DataFrame
        ``account_key place``: accounts that show something in one of the layers.
    shows : numpy.ndarray of bool
        One row per account, one column per layer.
    pairs : polars.DataFrame
        ``account_a account_b``: pairs that share something, by key.
    first, second : numpy.ndarray
        Places of their accounts.
    codes : numpy.ndarray
        How they agree (`graph.ties.estimation`), one row per pair and one column per layer.
    """

    layers: tuple[str, ...]
    accounts: pl.DataFrame
    shows: npt.NDArray[np.bool_]
    pairs: pl.DataFrame
    first: Ints
    second: Ints
    codes: npt.NDArray[np.int8]

    def patterns(self, times: Floats | None = None) -> Patterns:
        """Count all pairs by how they agree.

        Parameters
        ----------
        times : numpy.ndarray, optional
            How often each account counts, for resampling; by default once. An account makes no
            pair with itself, however often it counts.

        Returns
        -------
        Patterns
            Of the same rows whatever ``times``. Pairs that share nothing are counted from what
            their accounts show, without being listed: the cost is that of the pairs that share
            something and of the square of the distinct sets of layers shown.
        """
        often = np.ones(len(self.accounts)) if times is None else times
        sharing = often[self.first] * often[self.second]
        distinct, of_pair = self.distinct
        kinds, of_account = self._kinds
        weight = np.bincount(of_account, often, len(kinds))
        squares = np.bincount(of_account, often**2, len(kinds))
        left, right = np.triu_indices(len(kinds))
        met = weight[left] * weight[right]
        met[left == right] = (weight**2 - squares) / 2
        sets, of_meeting = np.unique(kinds[left] & kinds[right], axis=0, return_inverse=True)
        in_all = np.bincount(of_meeting.ravel(), met, len(sets))
        place = {row.tobytes(): at for at, row in enumerate(sets)}
        both = [place[row.tobytes()] for row in self._both_show]
        in_all -= np.bincount(np.array(both, dtype=np.int64)[self._set_of_pair], sharing, len(sets))
        return Patterns(
            np.concatenate([distinct, sets.astype(np.int8) * DIFFER]),
            np.concatenate([np.bincount(of_pair, sharing, len(distinct)), np.maximum(in_all, 0.0)]),
        )

    @cached_property
    def distinct(self) -> tuple[npt.NDArray[np.int8], Ints]:
        """Distinct patterns of the pairs that share something, and which each pair has."""
        rows, places = np.unique(self.codes, axis=0, return_inverse=True)
        return rows, places.ravel()

    @cached_property
    def _kinds(self) -> tuple[npt.NDArray[np.bool_], Ints]:
        """Distinct sets of layers shown, and which each account shows."""
        rows, places = np.unique(self.shows, axis=0, return_inverse=True)
        return rows, places.ravel()

    @cached_property
    def _shown_by_both(self) -> tuple[npt.NDArray[np.bool_], Ints]:
        """Distinct sets of layers that both accounts of a sharing pair show, and each pair's."""
        both = self.shows[self.first] & self.shows[self.second]
        rows, places = np.unique(both, axis=0, return_inverse=True)
        return rows, places.ravel()

    @property
    def _both_show(self) -> npt.NDArray[np.bool_]:
        return self._shown_by_both[0]

    @property
    def _set_of_pair(self) -> Ints:
        return self._shown_by_both[1]


def gather(
    tables: Tables,
    calibration: Calibration,
    layers: tuple[str, ...],
    judged: Judged = NOTHING_JUDGED,
) -> Evidence:
    """Find what pairs of accounts share that is no hub.

    Parameters
    ----------
    tables : Tables
        What is known.
    calibration : Calibration
        The numbers; here to judge hubs by.
    layers : tuple of str
        Which of `graph.ties.layers.known.LAYERS` take part; those that only look at pairs which
        others suggest have nothing to share.
    judged : Judged
        What people decided; here which contact details serve strangers.

    Returns
    -------
    Evidence
    """
    weighed = weigh_evidence(tables, calibration, layers, judged)
    kinds = [kind for layer in VALUE_LAYERS for kind in layer.kinds(calibration)]
    serving = weighed.hubs.filter(pl.col("probability") > LIKELY_HUB).select("value")
    own = (
        weighed.values.published.filter(pl.col("accounts") <= calibration.most_accounts_per_value)
        .join(serving, on="value", how="anti")
        .select("account_key", "layer")
        .unique()
    )
    return Evidence(
        weighed.values,
        weighed.company.values,
        weighed.counted.filter(pl.col("layer").is_in(kinds) & ~pl.col("is_hub")).select(
            *EVIDENCE.names(), is_explained=pl.col("because_of").is_not_null()
        ),
        own,
    )


def compare(evidence: Evidence, calibration: Calibration) -> Comparison:
    """Tell of every pair of accounts in which layers it agrees.

    Parameters
    ----------
    evidence : Evidence
        `gather`.
    calibration : Calibration
        The numbers; here from when on a number is likely reissued, how many users of a text are
        few, and which texts are a house's.

    Returns
    -------
    Comparison
        Texts and pictures that few accounts use, and those of a house, are two ways to agree. A
        layer does not tell of a pair that shares only what other evidence explains in it (the same
        posts, or the same said again), common texts and pictures that many use, or a detail that
        may be a hub's, reissued, or quoted from a list: that is weighed by numbers of its own, and
        not by the chance that is the same for everybody. Deterministic, whatever the order of rows.
    """
    counting = evidence.shared.join(
        house_values(evidence.company, calibration), on="value", how="left"
    )
    layers = tuple(counting["layer"].unique().sort())
    shown = evidence.own.filter(pl.col("layer").is_in(layers))
    accounts = shown.select("account_key").unique().sort("account_key").with_row_index("place")
    pairs = counting.select(PAIR).unique().sort(PAIR).with_row_index("pair")
    shows = np.zeros((len(accounts), len(layers)), dtype=np.bool_)
    placed = shown.join(accounts, on="account_key")
    shows[_at(placed, "place"), _columns(placed, layers)] = True
    first = _at(pairs.join(accounts, left_on=PAIR[0], right_on="account_key").sort("pair"), "place")
    second = _at(
        pairs.join(accounts, left_on=PAIR[1], right_on="account_key").sort("pair"), "place"
    )
    codes = (shows[first] & shows[second]).astype(np.int8) * DIFFER
    best = (
        counting.with_columns(level=level_of(calibration))
        .group_by(*PAIR, "layer")
        .agg(level=pl.col("level").filter(~pl.col("is_explained")).max())
        .join(pairs, on=PAIR)
    )
    codes[_at(best, "pair"), _columns(best, layers)] = (
        best["level"].fill_null(AGREE_UNTOLD).to_numpy()
    )
    return Comparison(layers, accounts, shows, pairs.select(PAIR), first, second, codes)


def _columns(rows: pl.DataFrame, layers: tuple[str, ...]) -> Ints:
    """The columns of rows' layers."""
    places = {layer: place for place, layer in enumerate(layers)}
    return rows["layer"].replace_strict(places, return_dtype=pl.Int64).to_numpy()


def _at(rows: pl.DataFrame, column: str) -> Ints:
    """A column of places."""
    return rows[column].cast(pl.Int64).to_numpy()
