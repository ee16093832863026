"""Planted worlds: plain-table rows whose operations, hubs and innocents are known.

The rows are what an investigator would hold (the columns of the plain table); the truth is kept
apart and never read by the program. Every number is of a made-up range, every name invented.
"""

from tests.planted.drawn import world
from tests.planted.lived import Life
from tests.planted.lived import world as lived_world
from tests.planted.shape import Shape
from tests.planted.truth import World

__all__ = ["Life", "Shape", "World", "lived_world", "world"]
