"""The feeds of a force's neighbours: councils, services, press; each on a host of its own."""

from controlroom.exercise.faces.rss.face import RssFace
from controlroom.exercise.world import World

__all__ = ["RssFace", "make_face"]


def make_face(world: World) -> RssFace:
    """Returns the feeds as their readers meet them."""
    return RssFace(world)
