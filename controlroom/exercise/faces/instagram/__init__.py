"""Instagram's business accounts, which are asked for through Facebook's Graph."""

from controlroom.exercise.faces.instagram.face import InstagramFace
from controlroom.exercise.world import World


def make_face(world: World) -> InstagramFace:
    """Returns Instagram for a world; Facebook's face has to be served beside it."""
    return InstagramFace(world)
