"""A simulated X: API v2 in both ages of its names, the filtered stream, uploads, signing in."""

from controlroom.exercise.faces.x.face import XFace
from controlroom.exercise.world import World


def make_face(world: World) -> XFace:
    """Returns the simulated X of a world."""
    return XFace(world)
