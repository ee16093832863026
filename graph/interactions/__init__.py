"""Directed interaction: who turns to whom; never a tie's evidence."""

from graph.interactions.directed import (
    DELIVERY,
    EVENTS,
    FORWARD,
    PAYMENT,
    VOUCH,
    find_interactions,
    summarise,
)

__all__ = [
    "DELIVERY",
    "EVENTS",
    "FORWARD",
    "PAYMENT",
    "VOUCH",
    "find_interactions",
    "summarise",
]
