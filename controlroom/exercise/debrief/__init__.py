"""What there is to learn from an exercise: how soon, how well, and what was missed."""

from controlroom.exercise.debrief.figures import Debrief, debrief_of
from controlroom.exercise.debrief.writing import write_debrief

__all__ = ["Debrief", "debrief_of", "write_debrief"]
