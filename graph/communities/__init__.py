"""Communities: ties cut into groups, how firm they are, and what chance would give."""

from graph.communities.detected import (
    RESOLUTION_OF_A_PAIR,
    Partition,
    TieGraph,
    cut_components,
    detect_communities,
    number_communities,
    number_ties,
    to_igraph,
)

__all__ = [
    "RESOLUTION_OF_A_PAIR",
    "Partition",
    "TieGraph",
    "cut_components",
    "detect_communities",
    "number_communities",
    "number_ties",
    "to_igraph",
]
