"""Finds, checks and loads scenarios."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar

from controlroom.bundle import bundled
from controlroom.exercise.problem import Problem
from controlroom.exercise.scenario.plan import Scenario
from controlroom.exercise.scenario.read import read_scenario
from controlroom.model.errors import WorldError


class BadScenario(WorldError):
    """A scenario cannot be run as it is written."""

    sentence: ClassVar[str] = "The scenario {name} cannot be run: {problems}"
    remedy: ClassVar[str] = "Mend the file and check it with “controlroom exercise --check”."


@dataclass(slots=True)
class _Found:
    scenario: Scenario | None = None
    problems: list[Problem] = field(default_factory=list)


def names() -> list[str]:
    """Returns the scenarios that come with the program."""
    return sorted(path.stem for path in bundled("scenarios").glob("*.yaml"))


def path_of(name: str) -> Path:
    """Returns the file of a scenario: one that comes with the program, or a path."""
    shipped = bundled("scenarios", f"{name}.yaml")
    return shipped if shipped.is_file() else Path(name)


def check(path: Path) -> list[Problem]:
    """Returns everything that is wrong in a scenario, its force and its words, by line."""
    return sorted(set(_read(path).problems), key=lambda one: (one.file, one.line, one.text))


def load(path: Path) -> Scenario:
    """Returns a scenario. Raises `BadScenario`."""
    found = _read(path)
    if found.problems or found.scenario is None:
        told = " ".join(str(problem) for problem in found.problems[:5])
        raise BadScenario(name=path.name, problems=told)
    return found.scenario


def _read(path: Path) -> _Found:
    found = _Found()
    try:
        found.scenario = read_scenario(path, found.problems)
    except OSError:
        found.problems.append(Problem(1, "the file cannot be read"))
    except UnicodeDecodeError:
        found.problems.append(Problem(1, "the file is not written in UTF-8"))
    return found
