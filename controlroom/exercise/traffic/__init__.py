"""Who says what when: a crowd made from the seed, arrivals by chance, threads, second thoughts."""

from controlroom.exercise.traffic.crowd import Crowd
from controlroom.exercise.traffic.stage import Stage
from controlroom.exercise.traffic.traffic import Traffic

__all__ = ["Crowd", "Stage", "Traffic"]
