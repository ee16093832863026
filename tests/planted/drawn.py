"""Drawn worlds: operations, hubs and innocents of given shapes among strangers."""

from __future__ import annotations

from tests.planted.hubs import plant_hubs
from tests.planted.innocents import plant_innocents
from tests.planted.organisations import plant_organisations
from tests.planted.posts import Posts
from tests.planted.rings import plant_rings
from tests.planted.shape import Shape
from tests.planted.town import Town
from tests.planted.truth import World


def world(seed: int, shape: Shape | None = None) -> World:
    """Make a planted world.

    Parameters
    ----------
    seed : int
        The same seed and shape make the same world.
    shape : Shape, optional
        How many of everything.

    Returns
    -------
    World
        Rows as an investigator would hold them, and the truth, which is kept apart.
    """
    town = Town(seed, shape or Shape())
    plant_rings(town)
    plant_organisations(town)
    plant_hubs(town)
    plant_innocents(town)
    posts = Posts(town.invent, town.world)
    for account in town.accounts:
        posts.of(account)
    posts.put()
    return town.world
