"""A simulated Bluesky: a server of accounts, the AppView, chat, Jetstream and the directory."""

from controlroom.exercise.faces.bluesky.face import BlueskyFace
from controlroom.exercise.world import World


def make_face(world: World) -> BlueskyFace:
    """Returns the simulated Bluesky of a world."""
    return BlueskyFace(world)
