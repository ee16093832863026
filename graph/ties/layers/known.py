"""The layers of evidence that there are, in the order in which they are weighed."""

from __future__ import annotations

from graph.ties.layers import (
    administered_group,
    co_membership,
    contact_detail,
    forward,
    image_family,
    mention,
    move,
    name,
    paper,
    rhythm,
    text_family,
)
from graph.ties.layers.layer import PairLayer, ValueLayer

VALUE_LAYERS: tuple[ValueLayer, ...] = (
    contact_detail.LAYER,
    paper.LAYER,
    text_family.LAYER,
    image_family.LAYER,
)
PAIR_LAYERS: tuple[PairLayer, ...] = (
    co_membership.LAYER,
    administered_group.LAYER,
    forward.LAYER,
    mention.LAYER,
    name.LAYER,
    move.LAYER,
    rhythm.LAYER,
)

LAYERS = (*(layer.name for layer in VALUE_LAYERS), *(layer.name for layer in PAIR_LAYERS))
"""Names of all layers, as in the settings."""
