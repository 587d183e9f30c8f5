"""Pictures and clips of the exercise, drawn when they are asked for; the same for the same key.

A key is a scene, a number and an ending: `smoke-0012abcd.jpg`. Everything is abstract: faces have
no features, plates and signs no words but those of invented posters.
"""

from controlroom.exercise.media.rendering import rendered
from controlroom.exercise.media.scenes import SCENES

__all__ = ["SCENES", "rendered"]
