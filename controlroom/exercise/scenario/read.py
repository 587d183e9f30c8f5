"""Reads a whole scenario, its force and its phrase books, and holds them against each other."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType

from controlroom.exercise.problem import Problem
from controlroom.exercise.scenario.entry import Entry, parsed
from controlroom.exercise.scenario.force import Force
from controlroom.exercise.scenario.held_together import hold_together
from controlroom.exercise.scenario.measures import length_of
from controlroom.exercise.scenario.plan import Scenario
from controlroom.exercise.scenario.read_force import read_force
from controlroom.exercise.scenario.read_inject import (
    read_board,
    read_inject,
    read_person,
    read_rumour,
)  # fmt: skip
from controlroom.exercise.scenario.read_theme import read_theme, read_waves, read_weights
from controlroom.exercise.server import NETWORKS
from controlroom.exercise.talk.book import USUAL, Library, read_book
from controlroom.exercise.talk.phrases import Unreadable, read_phrase
from controlroom.exercise.talk.speech import ALWAYS, NAMED, SPEAKING

_CROWD = 20_000
_LARGEST_CROWD = 200_000


def read_scenario(path: Path, problems: list[Problem]) -> Scenario | None:
    """Returns the scenario of a file, None if it is no YAML; what is wrong is noted.

    Raises OSError and UnicodeDecodeError.
    """
    top = parsed(path.read_text("utf-8"), problems)
    if top.node is None:
        return None
    starts = top.read("starts", _moment, datetime(2026, 5, 14, 16, tzinfo=UTC))
    force = _force(top, path, problems)
    facts = _facts(top.entry("facts"))
    waves = read_waves(top.entry("waves"), starts)
    injects = [read_inject(one, n, starts) for n, one in enumerate(top.entries("injects"), 1)]
    library = _library(top, path, problems)
    scenario = Scenario(
        key=path.stem,
        title=top.text("title", None),
        about=top.text("about").strip(),
        starts=starts,
        lasts=top.read("lasts", length_of, timedelta(hours=2)),
        force=force,
        library=library,
        history=top.read("history", length_of, timedelta()),
        speed=top.read("speed", _speed, 1.0),
        seed=top.whole("seed", 1),
        networks=read_weights(top, "networks") or tuple((name, 1.0) for name in NETWORKS[:5]),
        languages=read_weights(top, "languages") or ((USUAL, 1.0),),
        crowd=_crowd(top),
        cast=tuple(read_person(one) for one in top.entries("people")),
        themes=tuple(read_theme(one, starts, waves) for one in top.entries("themes")),
        injects=tuple(sorted(injects, key=lambda one: one.at)),
        rumours=tuple(read_rumour(one) for one in top.entries("rumours")),
        boards=tuple(read_board(one) for one in top.entries("boards")),
        statement=top.words("statement"),
        facts=facts,
    )
    hold_together(scenario, top)
    problems.extend(library.unknown(_used(scenario), {**facts, **dict.fromkeys(SPEAKING)}))
    top.done()
    return scenario


def _used(scenario: Scenario) -> set[str]:
    said = {section for theme in scenario.themes for section, _ in theme.says}
    said |= {inject.says for inject in scenario.injects if inject.says}
    said |= {section for feed in scenario.force.neighbours for section in feed.says}
    return said | {*NAMED, *ALWAYS}


def _force(top: Entry, path: Path, problems: list[Problem]) -> Force:
    name = top.text("force", None)
    file = path.parent / name
    if not name or not file.is_file():
        top.wrong(f"the force's file “{name}” is not there", "force")
        return Force("", "")
    return read_force(file, problems)


def _library(top: Entry, path: Path, problems: list[Problem]) -> Library:
    """The named books in every language there is a file for, and what the scenario adds itself."""
    library = Library()
    for name in top.words("words"):
        files = sorted(path.parent.glob(f"words/{name}.*.txt"))
        if not files:
            top.wrong(f"there is no phrase book “words/{name}.en.txt”", "words")
        for file in files:
            problems.extend(read_book(file, library.book(file.name.split(".")[1])))
    _own_lines(top.entry("lines"), library)
    return library


def _own_lines(entry: Entry, library: Library) -> None:
    for section in entry.names():
        for line in entry.words(section):
            try:
                library.book(USUAL).add(section, read_phrase(line))
            except Unreadable as wrong:
                entry.wrong(str(wrong), section)


def _facts(entry: Entry) -> Mapping[str, tuple[str, ...]]:
    facts = {name: entry.words(name) for name in entry.names()}
    for name, values in facts.items():
        if name != name.upper():
            entry.wrong(f"the fact “{name}” should be in capitals", name)
        if not values:
            entry.wrong(f"the fact “{name}” has no values", name)
    return MappingProxyType(facts)


def _crowd(top: Entry) -> Mapping[str, int]:
    if not top.has("crowd"):
        return MappingProxyType(dict.fromkeys(NETWORKS[:5], _CROWD))
    block = top.entry("crowd")
    crowd = {name: min(block.whole(name), _LARGEST_CROWD) for name in block.names()}
    for name in crowd.keys() - set(NETWORKS):
        block.wrong(f"“{name}” is no network; there are {', '.join(NETWORKS)}", name)
    return MappingProxyType(crowd)


def _moment(text: str) -> datetime:
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        raise ValueError(f"“{text}” is no moment such as 2026-05-14 16:00") from None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _speed(text: str) -> float:
    try:
        found = float(text)
    except ValueError:
        found = 0.0
    if not 0 < found <= 600:
        raise ValueError(f"“{text}” is no speed between 0 and 600")
    return found
