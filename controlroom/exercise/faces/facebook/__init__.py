"""Facebook Pages: the Graph API with its sign-in, and where its pictures and films lie."""

from controlroom.exercise.faces.facebook.face import FacebookFace
from controlroom.exercise.world import World


def make_face(world: World) -> FacebookFace:
    """Returns Facebook for a world."""
    return FacebookFace(world)
