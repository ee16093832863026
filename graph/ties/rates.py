"""Rates: the mixture's probabilities, and the calibration's numbers, turned into each other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from graph.calibration import Calibration
from graph.ties.agreement import Comparison
from graph.ties.estimation import AGREE_UNTOLD, LEVELS, Estimate, Patterns, membership, one_hot

CONTENT = {"text": "text_family", "image": "image_family"}
AGREE_LEVEL = 1
HOUSE_SHARE = 0.5
"""Of the texts that partners share, so many are taken to be a house's to begin with."""
SHARE_AT_MOST = 0.9
LEAST = 1e-12


@dataclass(frozen=True)
class Rates:
    """An estimate, and what it says of the calibration.

    Attributes
    ----------
    estimate : Estimate
        The mixture.
    numbers : dict
        By place in the calibration: the value, and how many pairs it rests on.
    """

    estimate: Estimate
    numbers: dict[tuple[str, ...], tuple[float, float]]


def section_of(layer: str, calibration: Calibration) -> tuple[str, ...]:
    """Keys of the section of the calibration that a kind of value has."""
    if layer in CONTENT:
        return (CONTENT[layer],)
    return ("contact_details" if layer in calibration.contact_details else "papers", layer)


def start_of(comparison: Comparison, calibration: Calibration) -> Estimate:
    """Turn the calibration into rates among the accounts compared.

    Parameters
    ----------
    comparison : Comparison
        Its layers, and how many accounts they are among.
    calibration : Calibration
        The numbers.

    Returns
    -------
    Estimate
        Where the search for the mixture begins.
    """
    others = max(len(comparison.accounts) - 1, 1)
    data = calibration.model_dump()
    partners, strangers = [], []
    for layer in comparison.layers:
        section = data
        for key in section_of(layer, calibration):
            section = section[key]
        agree, stray = section["agree"], section["stray"] / others
        second = section.get("house_stray", 0.0) / others
        part = HOUSE_SHARE if second else 0.0
        partners.append([1 - agree, agree * (1 - part), agree * part])
        chance = np.minimum([stray, second], SHARE_AT_MOST / 2)
        strangers.append([1 - chance.sum(), *chance])
    return Estimate(
        share=min(calibration.partners / others, 0.5),
        partners=np.array(partners).reshape(-1, LEVELS),
        strangers=np.array(strangers).reshape(-1, LEVELS),
    )


def rates_of(
    comparison: Comparison, patterns: Patterns, found: Estimate, calibration: Calibration
) -> Rates:
    """Turn a mixture into numbers of the calibration.

    Parameters
    ----------
    comparison : Comparison
        Its layers, and how many accounts they are among.
    patterns : Patterns
        What the mixture was fitted to.
    found : Estimate
        The mixture.
    calibration : Calibration
        Which numbers there are.

    Returns
    -------
    Rates
        ``partners``; of each layer ``agree`` and ``stray``. Where there are two ways to agree, the
        stray is set so that the first weighs what the mixture says, for partners who agree in
        any: values that do not tell the classes apart are shared by partners, too.
    """
    others = max(len(comparison.accounts) - 1, 1)
    of_operation = patterns.pairs * membership(patterns.codes, found)
    partners = (of_operation @ one_hot(patterns.codes)).reshape(-1, LEVELS)
    agreeing = (patterns.pairs @ one_hot(patterns.codes)).reshape(-1, LEVELS)
    sharing = (patterns.codes > 1).any(axis=1)
    numbers: dict[tuple[str, ...], tuple[float, float]] = {
        ("partners",): (found.share * others, float(of_operation[sharing].sum()))
    }
    for at, layer in enumerate(comparison.layers):
        section = section_of(layer, calibration)
        untold = float(of_operation[patterns.codes[:, at] == AGREE_UNTOLD].sum())
        told = float(partners[at].sum())
        agree = (found.partners[at, AGREE_LEVEL:].sum() * told + untold) / max(told + untold, LEAST)
        numbers[*section, "agree"] = (float(agree), told + untold)
        rate = (
            found.strangers[at, AGREE_LEVEL] * agree / max(found.partners[at, AGREE_LEVEL], LEAST)
        )
        numbers[*section, "stray"] = (float(rate * others), float(agreeing[at, AGREE_LEVEL]))
    return Rates(found, numbers)
