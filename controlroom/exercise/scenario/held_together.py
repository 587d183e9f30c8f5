"""Whether the parts of a scenario name each other rightly."""

from collections.abc import Iterable, Iterator

from controlroom.exercise.scenario.entry import Entry
from controlroom.exercise.scenario.force import Choice
from controlroom.exercise.scenario.plan import Inject, Scenario, Weights
from controlroom.exercise.server import NETWORKS
from controlroom.exercise.talk.speech import ALWAYS, NAMED

Wrong = Iterator[tuple[str, str, str]]
"""List, name of the block within it, what is wrong."""


def hold_together(scenario: Scenario, top: Entry) -> None:
    """Notes every name that leads nowhere, at the block that holds it."""
    lines = _lines(top)
    found = [*_themes(scenario), *_injects(scenario), *_rumours(scenario), *_boards(scenario)]
    found += [("networks", "", text) for text in _networks(scenario.networks)]
    found += [("words", "", text) for text in _sections((*NAMED, *ALWAYS), scenario)]
    for where, name, text in found:
        before = top.line
        top.line = lines.get((where, name), before)
        top.wrong(text, None if (where, name) in lines else where)
        top.line = before


def _lines(top: Entry) -> dict[tuple[str, str], int]:
    """Where each named block begins."""
    keys = {"themes": "name", "injects": "id", "rumours": "name", "boards": "name"}
    lines = {}
    for where, key in keys.items():
        for number, entry in enumerate(top.entries(where), 1):
            lines[where, entry.text(key, f"inject-{number}")] = entry.line
    return lines


def _themes(scenario: Scenario) -> Wrong:
    labels = {one.id for one in scenario.injects}
    answerable = labels | {one.name for one in scenario.themes}
    rumours = {one.name for one in scenario.rumours}
    for theme in scenario.themes:
        found = [
            *_sections((section for section, _ in theme.says), scenario),
            *_networks(theme.networks),
            *_named(theme.replies_to, answerable, "there is no theme or inject"),
            *_named(filter(None, [theme.after]), labels, "there is no inject"),
            *_named(filter(None, [theme.calms]), rumours, "there is no rumour"),
            *_choice(theme.asks, scenario),
            *_scenes(theme.pictures.scenes),
        ]
        yield from (("themes", theme.name, text) for text in found)
    yield from _twice("themes", [one.name for one in scenario.themes])


def _injects(scenario: Scenario) -> Wrong:
    people = {one.key for one in scenario.cast}
    answerable = {one.id for one in scenario.injects} | {one.name for one in scenario.themes}
    for inject in scenario.injects:
        found = [
            *_named(filter(None, [inject.by]), people, "nobody under “people” has the key"),
            *_named(inject.replies_to, answerable, "there is no theme or inject"),
            *_sections(filter(None, [inject.says]), scenario),
            *_scenes(filter(None, [inject.scene])),
            *(_choice(inject.ours, scenario) if inject.ours else ()),
            *_to(inject, scenario),
        ]
        yield from (("injects", inject.id, text) for text in found)
    yield from _twice("injects", [one.id for one in scenario.injects])


def _rumours(scenario: Scenario) -> Wrong:
    spreading = {one.id for one in scenario.injects} | {one.name for one in scenario.themes}
    for rumour in scenario.rumours:
        for text in _named(rumour.spread_by, spreading, "there is no theme or inject"):
            yield "rumours", rumour.name, text


def _boards(scenario: Scenario) -> Wrong:
    groups = {group.name for group in scenario.force.groups}
    for board in scenario.boards:
        named = [column.group for column in board.columns if column.group]
        for text in _named(named, groups, "the force has no group"):
            yield "boards", board.name, text


def _named(names: Iterable[str], known: set[str], told: str) -> list[str]:
    return [f"{told} “{name}”" for name in names if name not in known]


def _sections(names: Iterable[str], scenario: Scenario) -> list[str]:
    told = "no phrase book has a section"
    return [f"{told} “{name}”" for name in names if not scenario.library.has(name)]


def _networks(weights: Weights) -> list[str]:
    return _named([name for name, _ in weights], set(NETWORKS), "there is no network")


def _choice(choice: Choice, scenario: Scenario) -> list[str]:
    groups = {group.name for group in scenario.force.groups}
    handles = {one.handle for one in scenario.force.profiles}
    return [
        *_named(choice.groups, groups, "the force has no group"),
        *_named(choice.handles, handles, "the force has no profile"),
    ]


def _to(inject: Inject, scenario: Scenario) -> list[str]:
    handles = {one.handle for one in scenario.force.profiles}
    return _named(filter(None, [inject.to]), handles, "the force has no profile")


def _scenes(names: Iterable[str]) -> list[str]:
    from controlroom.exercise.media.scenes import SCENES

    return _named(names, set(SCENES), "there is no scene")


def _twice(where: str, names: list[str]) -> Wrong:
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield where, name, f"“{name}” is there twice"
