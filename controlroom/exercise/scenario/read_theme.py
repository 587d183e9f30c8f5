"""Reads themes, waves and rates."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from controlroom.exercise.scenario.curve import NEVER, Curve
from controlroom.exercise.scenario.entry import Entry
from controlroom.exercise.scenario.force import Choice
from controlroom.exercise.scenario.measures import moment_of, rate_of, share_of
from controlroom.exercise.scenario.plan import Pictures, Speaker, Theme, Weights
from controlroom.exercise.scenario.read_force import read_choice
from controlroom.exercise.world import PostKind

FASTEST = 5000.0
"""Posts a second; more is a slip of the pen."""
_OF_WAVE = re.compile(r"(\d+(?:\.\d+)?%)\s+of\s+(.+)")
KINDS = tuple(kind.value for kind in PostKind)


def read_waves(entry: Entry, starts: datetime) -> dict[str, Curve]:
    """Returns named courses of rates."""
    waves = {name: read_curve(entry.entry(name), starts) for name in entry.names()}
    entry.done()
    return waves


def read_curve(entry: Entry, starts: datetime) -> Curve:
    """Returns a block of “time: rate” lines as a course; before its first line there is nothing."""
    points: list[tuple[float, float]] = []
    for key in entry.names():
        rate = entry.read(key, rate_of, 0.0)
        try:
            at = moment_of(key, starts).total_seconds()
        except ValueError as wrong:
            entry.wrong(str(wrong), key)
            continue
        if points and at < points[-1][0]:
            entry.wrong(f"“{key}” comes before the line above it", key)
        if rate > FASTEST:
            entry.wrong(f"more than {FASTEST:g} posts a second are not meant", key)
        points.append((at, rate))
    if not points:
        return NEVER
    points.sort(key=lambda point: point[0])
    return Curve(((points[0][0], 0.0), *points))


def read_theme(entry: Entry, starts: datetime, waves: Mapping[str, Curve]) -> Theme:
    """Returns one theme."""
    theme = Theme(
        name=entry.text("name", None),
        says=read_weights(entry, "says"),
        curve=_rate(entry, starts, waves),
        by=Speaker(entry.one_of("by", tuple(Speaker), Speaker.PEOPLE)),
        networks=read_weights(entry, "networks"),
        languages=read_weights(entry, "languages"),
        replies_to=entry.words("replies to"),
        replying=entry.share("replying", 1.0 if entry.has("replies to") else 0.0),
        mentions=entry.share("mentions"),
        asks=read_choice(entry.entry("asks")) if entry.has("asks") else Choice(),
        reposts=entry.share("reposts"),
        edits=entry.share("edits"),
        deletes=entry.share("deletes"),
        pictures=_pictures(entry.entry("pictures")) if entry.has("pictures") else Pictures(),
        kind=read_kind(entry),
        calms=entry.text("calms"),
        after=entry.text("after"),
    )
    if not theme.says:
        entry.wrong(f"theme “{theme.name}” does not tell what it says")
    entry.done()
    return theme


def read_kind(entry: Entry) -> PostKind | None:
    """Returns what a post is to be, None for what is usual on its network."""
    kind = entry.one_of("kind", KINDS)
    return PostKind(kind) if kind else None


def read_weights(entry: Entry, key: str) -> Weights:
    """Returns names with weights: a block of “name: weight” lines, a list, or one name."""
    if not entry.has(key):
        return ()
    if not entry.is_block(key):
        return tuple((word, 1.0) for word in entry.words(key))
    block = entry.entry(key)
    return tuple((name, block.read(name, _weight, 1.0)) for name in block.names())


def read_time(entry: Entry, key: str, starts: datetime) -> timedelta:
    """Returns a moment as time since the start."""
    reader: Callable[[str], timedelta] = lambda text: moment_of(text, starts)  # noqa: E731
    return entry.read(key, reader, timedelta())


def _rate(entry: Entry, starts: datetime, waves: Mapping[str, Curve]) -> Curve:
    if entry.has("rates"):
        return read_curve(entry.entry("rates"), starts)
    text = entry.text("rate", None)
    if found := _OF_WAVE.fullmatch(text.strip()):
        wave = waves.get(found[2].strip())
        if wave is None:
            entry.wrong(f"there is no wave “{found[2].strip()}”", "rate")
            return NEVER
        return wave.times(entry.read("rate", lambda _: share_of(found[1]), 0.0))
    return Curve(((0.0, entry.read("rate", rate_of, 0.0)),)) if text else NEVER


def _pictures(entry: Entry) -> Pictures:
    pictures = Pictures(
        entry.share("share", 1.0), entry.words("scenes"), entry.share("clips"),
        entry.share("described", 0.35),
    )  # fmt: skip
    entry.done()
    return pictures


def _weight(text: str) -> float:
    try:
        found = float(text.removesuffix("%"))
    except ValueError:
        raise ValueError(f"“{text}” is no weight such as 5 or 30%") from None
    if not 0 <= found < 1e6:
        raise ValueError(f"“{text}” is no weight such as 5 or 30%")
    return found
