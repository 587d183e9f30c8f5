"""The figures of an exercise, from what was planted and what the team did."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from controlroom.exercise.clock import moment_of
from controlroom.exercise.director import Director
from controlroom.exercise.planned import InjectState, Planned
from controlroom.exercise.record import Deed, DeedKind
from controlroom.exercise.scenario.plan import Rumour
from controlroom.exercise.world import SimPost
from controlroom.model.query.fold import fold

TIP = "tip"


@dataclass(frozen=True, slots=True)
class Reached:
    """When something was done, and how long after what called for it; None where it was not."""

    at: datetime | None = None
    after: timedelta | None = None


@dataclass(frozen=True, slots=True)
class RumourFigures:
    """How a rumour went.

    Attributes:
        before, later: posts that spread it before and after it was answered.
    """

    name: str
    began: datetime | None
    answered: Reached
    before: int
    later: int


@dataclass(frozen=True, slots=True)
class PlantedFigures:
    """A planted post and what the team did about it.

    Attributes:
        note: what the director's notes say of it.
    """

    inject: str
    title: str
    marks: tuple[str, ...]
    network: str
    author: str
    text: str
    planted: datetime
    handled: Reached
    note: str = ""


@dataclass(frozen=True, slots=True)
class Debrief:
    """All of it.

    Attributes:
        per_minute: posts of the public in each minute from the start.
        deeds: what the team did, by kind.
        timeline: moments of the team's deeds.
    """

    title: str
    starts: datetime
    ended: datetime
    seed: int
    posts: int
    first_answer: Reached
    first_statement: Reached
    rumours: tuple[RumourFigures, ...]
    planted: tuple[PlantedFigures, ...]
    deeds: dict[str, int]
    profiles: int
    per_minute: tuple[int, ...]
    timeline: tuple[tuple[datetime, DeedKind], ...]

    def marked(self, mark: str) -> list[PlantedFigures]:
        """Returns what was planted with a mark."""
        return [one for one in self.planted if mark in one.marks]

    def missed(self) -> list[PlantedFigures]:
        """Returns what called for something and got nothing."""
        return [one for one in self.planted if one.handled.at is None]


def debrief_of(director: Director, found: Collection[int] = ()) -> Debrief:
    """Returns the figures as they are now.

    Args:
        found: numbers of planted posts that the desk marked as tips without answering them.
    """
    deeds, world = director.record.deeds, director.world
    called = min(
        (one.sent_at for one in _sent(director) if one.posts and one.sent_at), default=None
    )
    per_minute = _per_minute(director)
    return Debrief(
        title=director.scenario.title,
        starts=director.clock.starts,
        ended=director.clock.now(),
        seed=director.seed,
        posts=sum(per_minute),
        first_answer=_first(deeds, called, {DeedKind.ANSWER, DeedKind.MESSAGE}),
        first_statement=_statement(director, called),
        rumours=tuple(_rumour(one, director) for one in director.scenario.rumours),
        planted=tuple(_planted(director, found)),
        deeds=dict(Counter(deed.kind.value for deed in deeds)),
        profiles=len({deed.account for deed in deeds if world.account(deed.account).ours}),
        per_minute=per_minute,
        timeline=tuple((deed.at, deed.kind) for deed in deeds),
    )


def _sent(director: Director) -> list[Planned]:
    return [one for one in director.injects() if one.state is InjectState.SENT]


def _first(deeds: list[Deed], called: datetime | None, kinds: set[DeedKind]) -> Reached:
    at = min((deed.at for deed in deeds if deed.kind in kinds), default=None)
    return Reached(at, at - called if at and called and at >= called else None)


def _statement(director: Director, called: datetime | None) -> Reached:
    """The first statement that speaks of the matter, or the first at all if nothing is asked."""
    words = [f" {fold(word)}" for word in director.scenario.statement]
    told = []
    for deed in director.record.deeds:
        if deed.kind is DeedKind.STATEMENT:
            text = f" {fold(director.world.post(deed.number).said.text)}"
            if not words or any(word in text for word in words):
                told.append(deed)
    return _first(told, called, {DeedKind.STATEMENT})


def _rumour(rumour: Rumour, director: Director) -> RumourFigures:
    planned = [one for one in _sent(director) if one.inject.id in rumour.spread_by]
    began = min((one.sent_at for one in planned if one.sent_at), default=None)
    answers = [deed for deed in director.record.deeds if rumour.name in deed.rumours]
    at = min((deed.at for deed in answers if began is None or deed.at >= began), default=None)
    before, later = _spread(rumour, director, at)
    after = at - began if at and began else None
    return RumourFigures(rumour.name, began, Reached(at, after), before, later)


def _spread(rumour: Rumour, director: Director, answered: datetime | None) -> tuple[int, int]:
    calmed = [one.name for one in director.scenario.themes if one.calms == rumour.name]
    posts = [moment_of(at_ms) for at_ms in director.traffic.spread({*rumour.spread_by, *calmed})]
    posts += [
        moment_of(director.world.columns.created_ms(number))
        for one in director.injects()
        if one.inject.id in rumour.spread_by
        for number in one.posts
    ]
    before = sum(answered is None or at <= answered for at in posts)
    return before, len(posts) - before


def _planted(director: Director, found: Collection[int]) -> Iterator[PlantedFigures]:
    for one in _sent(director):
        if one.inject.marks:
            for number in one.posts:
                post = director.world.post(number)
                yield _figures(director, one, post, found)


def _figures(
    director: Director, one: Planned, post: SimPost, found: Collection[int]
) -> PlantedFigures:
    inject, at = one.inject, moment_of(post.created_ms)
    author = director.world.account(post.author)
    return PlantedFigures(
        inject.id, inject.title, inject.marks, post.network, author.handle, post.said.text, at,
        _handled(director, one, post, found), inject.note,
    )  # fmt: skip


def _handled(director: Director, one: Planned, post: SimPost, found: Collection[int]) -> Reached:
    """When the team answered it, wrote to its author, hid it, or answered the rumour it spreads."""
    at = moment_of(post.created_ms)
    rumours = {r.name for r in director.scenario.rumours if one.inject.id in r.spread_by}
    deeds = (deed for deed in director.record.deeds if deed.at >= at)
    first = next((deed.at for deed in deeds if _is_about(deed, post, rumours)), None)
    if first is None and post.number in found:
        return Reached(at, None)
    return Reached(first, first - at if first else None)


def _is_about(deed: Deed, post: SimPost, rumours: set[str]) -> bool:
    if deed.about == post.number or rumours & set(deed.rumours):
        return True
    return deed.to == post.author and deed.kind in (DeedKind.ANSWER, DeedKind.MESSAGE)


def _per_minute(director: Director) -> tuple[int, ...]:
    starts = round(director.clock.starts.timestamp() * 1000)
    columns = director.world.columns
    minutes = Counter(
        (columns.created_ms(number) - starts) // 60_000 for number in range(1, len(columns) + 1)
    )
    last = int(director.clock.since_start().total_seconds() // 60)
    return tuple(minutes[minute] for minute in range(last + 1))
