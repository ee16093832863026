"""Which pairs each method joins when nothing is known but who belongs to which groups."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from tests.bench.chats import PEER
from tests.bench.made_memberships import Belonging
from tests.bench.rewired import (
    FALSE_SHARE,
    REWIRINGS,
    beyond_chance,
    rewirings,
    shared_weights,
    significant,
)
from tests.bench.shared_groups import disparity, hypergeometric, noise_corrected
from tests.bench.spoor_groups import GroupBits
from tests.worlds import calibration

PEER_SCRIPT = Path(__file__).parent / "peers" / "bicm_pairs.py"
WITHIN = " within markets"


def joined_pairs(belonging: Belonging, bits: GroupBits, seed: int) -> dict[str, np.ndarray]:
    """Ask every method that runs here.

    Parameters
    ----------
    belonging : Belonging
        Who belongs where.
    bits : GroupBits
        What Spoor says of it.
    seed : int
        Of the rewirings.

    Returns
    -------
    dict of str to numpy.ndarray
        By method, one truth value per pair, in the order of `numpy.triu_indices`.
    """
    needed = calibration().threshold_bits - calibration().prior_bits
    found = {"spoor": bits.tied, "spoor's bits, had they no cap": bits.sums >= needed}
    for name, market in _markets(belonging).items():
        swapped = rewirings(belonging.joined, market, REWIRINGS, seed)
        chance = shared_weights(swapped, bits.groups)
        found[f"those bits against rewirings{name}"] = beyond_chance(bits.sums, chance)
    found["hypergeometric, Bonferroni"] = hypergeometric(belonging.joined)
    for name, backbone in (("noise-corrected", noise_corrected), ("disparity", disparity)):
        p = backbone(belonging.joined)
        found[f"{name} backbone, p at most {FALSE_SHARE}"] = p <= FALSE_SHARE
        found[f"{name} backbone, Benjamini–Hochberg"] = significant(p)
    return found


def bicm_pairs(worlds: Sequence[Belonging]) -> list[dict[str, np.ndarray]]:
    """Ask bicm, in its own environment, about many worlds at once: it takes long to load.

    Returns
    -------
    list of dict of str to numpy.ndarray
        For every world, by method, one truth value per pair; no method where the peers'
        environment is not set up (``make bench`` does).
    """
    found: list[dict[str, np.ndarray]] = [{} for _ in worlds]
    if not PEER.exists():
        return found
    asked = {}
    for number, belonging in enumerate(worlds):
        for name, market in _markets(belonging).items():
            asked[f"{number}/BiCM{name}"] = belonging.joined
            asked[f"{number}/BiCM{name} market"] = market
    with tempfile.TemporaryDirectory() as folder:
        given, kept = Path(folder) / "given.npz", Path(folder) / "kept.npz"
        np.savez(given, **asked)  # type: ignore[arg-type]
        done = subprocess.run(
            [PEER, PEER_SCRIPT, given, kept], capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise RuntimeError(f"bicm failed: {done.stderr[-2_000:]}")
        with np.load(kept) as answers:
            for name in answers.files:
                number, method = name.split("/")
                found[int(number)][method] = answers[name]
    return found


def _markets(belonging: Belonging) -> dict[str, np.ndarray]:
    """Markets as they are, and as for a method that knows of none."""
    return {WITHIN: belonging.market, "": np.zeros_like(belonging.market)}
