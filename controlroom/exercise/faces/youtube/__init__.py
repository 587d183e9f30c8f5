"""A YouTube of the invented city: its Data API, version 3."""

from controlroom.exercise.faces.youtube.face import YouTubeFace
from controlroom.exercise.world import World

__all__ = ["YouTubeFace", "make_face"]


def make_face(world: World) -> YouTubeFace:
    """Returns the network as its clients meet it."""
    return YouTubeFace(world)
