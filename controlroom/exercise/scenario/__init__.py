"""Scenarios: who is there, what is said when, what goes wrong; read from YAML anybody can write."""

from controlroom.exercise.problem import Problem
from controlroom.exercise.scenario.load import BadScenario, check, load, names, path_of
from controlroom.exercise.scenario.plan import Scenario

__all__ = ["BadScenario", "Problem", "Scenario", "check", "load", "names", "path_of"]
