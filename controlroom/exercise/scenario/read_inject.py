"""Reads injects, people with a part, rumours and boards."""

from datetime import datetime

from controlroom.exercise.faults import FaultKind
from controlroom.exercise.scenario.entry import Entry
from controlroom.exercise.scenario.measures import length_of
from controlroom.exercise.scenario.plan import (
    BoardPlan,
    ColumnPlan,
    FaultPlan,
    Inject,
    Person,
    Rumour,
)  # fmt: skip
from controlroom.exercise.scenario.read_force import KINDS, read_choice
from controlroom.exercise.scenario.read_theme import read_kind, read_time
from controlroom.exercise.server import NETWORKS
from controlroom.model.stream import SourceKind

_NOTHING = length_of("0")
_SOURCES = tuple(kind.value for kind in SourceKind)
LARGEST_CROWD = 5000


def read_inject(entry: Entry, number: int, starts: datetime) -> Inject:
    """Returns one inject."""
    inject = Inject(
        id=entry.text("id", f"inject-{number}"),
        at=read_time(entry, "at", starts),
        title=entry.text("title", None),
        line=entry.line,
        by=entry.text("by"),
        ours=read_choice(entry.entry("profiles")) if entry.has("profiles") else None,
        crowd=entry.whole("crowd"),
        networks=_networks(entry, "on"),
        text=entry.text("text").strip(),
        says=entry.text("says"),
        language=entry.text("language", "en"),
        kind=read_kind(entry),
        spread=entry.read("spread", length_of, _NOTHING),
        to=entry.text("to"),
        replies_to=entry.words("replies to"),
        scene=entry.text("scene"),
        clip=entry.yes("clip"),
        alt=entry.text("alt"),
        warning=entry.text("warning"),
        marks=entry.words("marks"),
        fault=_fault(entry.entry("fault")) if entry.has("fault") else None,
        held=entry.yes("held"),
        note=entry.text("note").strip(),
    )
    _check(inject, entry)
    entry.done()
    return inject


def read_person(entry: Entry) -> Person:
    """Returns somebody with a part to play."""
    key = entry.text("key", None)
    person = Person(
        key, entry.text("name", None), entry.text("handle", None), _networks(entry, "on"),
        entry.one_of("kind", KINDS, "person"), entry.text("about"), entry.whole("followers", 120),
        entry.yes("verified"), entry.text("language", "en"),
    )  # fmt: skip
    if not person.networks:
        entry.wrong(f"“{key}” is on no network")
    entry.done()
    return person


def read_rumour(entry: Entry) -> Rumour:
    """Returns a rumour."""
    rumour = Rumour(
        entry.text("name", None), entry.words("answered by"), entry.words("spread by"),
        entry.share("then", 0.3),
    )  # fmt: skip
    if not rumour.words:
        entry.wrong(f"rumour “{rumour.name}” does not tell by which words it is answered")
    entry.done()
    return rumour


def read_board(entry: Entry) -> BoardPlan:
    """Returns a tab of columns."""
    board = BoardPlan(
        entry.text("name", None), tuple(_column(one) for one in entry.entries("columns"))
    )
    entry.done()
    return board


def _column(entry: Entry) -> ColumnPlan:
    column = ColumnPlan(
        entry.text("title", None), entry.one_of("kind", _SOURCES, "mentions"), entry.text("group"),
        entry.one_of("network", NETWORKS), entry.text("term"), entry.text("query"),
        entry.yes("urgent"),
    )  # fmt: skip
    entry.done()
    return column


def _fault(entry: Entry) -> FaultPlan:
    kinds = tuple(FaultKind)
    plan = FaultPlan(
        entry.one_of("network", NETWORKS, "x"),
        FaultKind(entry.one_of("kind", kinds, FaultKind.DOWN)),
        entry.read("for", length_of, _NOTHING),
    )
    entry.done()
    return plan


def _networks(entry: Entry, key: str) -> tuple[str, ...]:
    networks = entry.words(key)
    for network in networks:
        if network not in NETWORKS:
            entry.wrong(f"“{network}” is no network; there are {', '.join(NETWORKS)}", key)
    return tuple(network for network in networks if network in NETWORKS)


def _check(inject: Inject, entry: Entry) -> None:
    speakers = sum((bool(inject.by), inject.ours is not None, bool(inject.crowd)))
    spoken = bool(inject.text or inject.says)
    if inject.fault is None and not spoken and not inject.note:
        entry.wrong(f"“{inject.id}” has neither words nor a fault nor a note")
    if spoken and speakers != 1:
        entry.wrong(f"“{inject.id}” needs one of “by”, “profiles” or “crowd” to say it")
    if inject.crowd > LARGEST_CROWD:
        entry.wrong(f"“{inject.id}” speaks for more than {LARGEST_CROWD} people", "crowd")
    if inject.crowd and not inject.networks:
        entry.wrong(f"“{inject.id}” does not tell on which network (“on”)")
    if inject.to and inject.crowd == 0 and not inject.by:
        entry.wrong(f"“{inject.id}” is for a profile but nobody of the public says it", "to")
