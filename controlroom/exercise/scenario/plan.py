"""A scenario as it was written: what happens when, and what people say."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from controlroom.exercise.faults import FaultKind
from controlroom.exercise.scenario.curve import NEVER, Curve
from controlroom.exercise.scenario.force import EVERYBODY, Choice, Force
from controlroom.exercise.talk.book import Library
from controlroom.exercise.world import PostKind

Weights = tuple[tuple[str, float], ...]
"""Names, each with its weight."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a part to play, the same on each of their networks."""

    key: str
    name: str
    handle: str
    networks: tuple[str, ...]
    kind: str = "person"
    about: str = ""
    followers: int = 120
    verified: bool = False
    language: str = "en"


class Speaker(StrEnum):
    """Who says what a theme says."""

    PEOPLE = "people"
    FORCE = "force"
    FEEDS = "feeds"


@dataclass(frozen=True, slots=True)
class Pictures:
    """What hangs on a share of posts.

    Attributes:
        share: of all posts, 0 to 1.
        scenes: names of scenes, as in `controlroom.exercise.media`.
        clips: share of clips among them.
        described: share that bears a description.
    """

    share: float = 0.0
    scenes: tuple[str, ...] = ()
    clips: float = 0.0
    described: float = 0.35


@dataclass(frozen=True, slots=True)
class Theme:
    """A kind of thing people say, and how often.

    Attributes:
        says: sections of the phrase books, with weights.
        curve: posts a second over the exercise's time.
        replies_to: names of themes and labels of injects whose posts it answers.
        replying: share that answers something.
        mentions: share that names one of the profiles in `asks`.
        reposts: share that only passes on what is there.
        edits, deletes: shares that are changed or taken back some minutes later.
        kind: None for what is usual on the network.
        calms: name of the rumour at whose answer it dies down.
        after: label of the inject with whose sending its time begins, "" for the exercise's.
    """

    name: str
    says: Weights
    curve: Curve = NEVER
    by: Speaker = Speaker.PEOPLE
    networks: Weights = ()
    languages: Weights = ()
    replies_to: tuple[str, ...] = ()
    replying: float = 0.0
    mentions: float = 0.0
    asks: Choice = EVERYBODY
    reposts: float = 0.0
    edits: float = 0.0
    deletes: float = 0.0
    pictures: Pictures = Pictures()
    kind: PostKind | None = None
    calms: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class FaultPlan:
    """A network fails for a while; `lasts` is nothing for "until lifted"."""

    network: str
    kind: FaultKind
    lasts: timedelta = timedelta()


@dataclass(frozen=True, slots=True)
class Inject:
    """Something planned: posts of somebody, a fault, or a note for the director.

    Attributes:
        id: its label.
        line: where it stands in its file, 0 for one added by hand.
        by: key of a person, "" where `ours` or the crowd speaks.
        ours: the force's profiles that publish it.
        crowd: by how many people of the crowd it is said, each in a line of their own from `says`.
        text: the words, "" where `says` gives them.
        spread: over how long what is said by many is spread.
        to: handle of the profile a message or visitor's post is for.
        replies_to: labels and themes it answers, each time one of their posts.
        marks: what it is, for the debrief: tip, rumour, hoax, hostile, press, victim, urgent …
        note: for the director only.
    """

    id: str
    at: timedelta
    title: str
    line: int = 0
    by: str = ""
    ours: Choice | None = None
    crowd: int = 0
    networks: tuple[str, ...] = ()
    text: str = ""
    says: str = ""
    language: str = "en"
    kind: PostKind | None = None
    spread: timedelta = timedelta()
    to: str = ""
    replies_to: tuple[str, ...] = ()
    scene: str = ""
    clip: bool = False
    alt: str = ""
    warning: str = ""
    marks: tuple[str, ...] = ()
    fault: FaultPlan | None = None
    held: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Rumour:
    """Something untrue that goes round.

    Attributes:
        words: beginnings of words; whoever of us publishes one of them has answered it.
        spread_by: labels of injects and names of themes.
        calmed: what is left of a theme that it calms, once it is answered, 0 to 1.
    """

    name: str
    words: tuple[str, ...]
    spread_by: tuple[str, ...] = ()
    calmed: float = 0.3


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """A column the desk begins with.

    Attributes:
        kind: value of `controlroom.model.stream.SourceKind`.
        group, network: which profiles it reads through, "" for all.
        term: what is searched for, hashtag without sign, or handle of a feed.
        query: in the query language, on top.
    """

    title: str
    kind: str
    group: str = ""
    network: str = ""
    term: str = ""
    query: str = ""
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class BoardPlan:
    """A tab the desk begins with."""

    name: str
    columns: tuple[ColumnPlan, ...]


@dataclass(frozen=True, slots=True)
class Scenario:
    """A scenario, whole.

    Attributes:
        key: name of its file without ending.
        history: how long before the start there were posts already.
        crowd: how many people there are on each network.
        statement: words of which the force's first statement holds one.
        library: what can be said.
        facts: what is the same through a conversation, by name, several of each.
    """

    key: str
    title: str
    about: str
    starts: datetime
    lasts: timedelta
    force: Force
    library: Library
    history: timedelta = timedelta()
    speed: float = 1.0
    seed: int = 1
    networks: Weights = ()
    languages: Weights = (("en", 1.0),)
    crowd: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    cast: tuple[Person, ...] = ()
    themes: tuple[Theme, ...] = ()
    injects: tuple[Inject, ...] = ()
    rumours: tuple[Rumour, ...] = ()
    boards: tuple[BoardPlan, ...] = ()
    statement: tuple[str, ...] = ()
    facts: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
