"""Passes on what happens to whoever listens."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import msgspec

from controlroom.exercise.faces.mastodon.calls import Site
from controlroom.exercise.faces.mastodon.dialogues import dialogue
from controlroom.exercise.faces.mastodon.kept import LISTS, NETWORK
from controlroom.exercise.faces.mastodon.markup import written
from controlroom.exercise.faces.mastodon.timelines import in_lists, is_open, is_public
from controlroom.exercise.faces.mastodon.view import View, status_id
from controlroom.exercise.world import Event, EventKind, PostKind
from controlroom.model.query.fold import fold

_UPDATES = {EventKind.CREATED: "update", EventKind.EDITED: "status.update"}


@dataclass(frozen=True, slots=True)
class Channel:
    """What somebody listens to.

    Attributes:
        name: as Mastodon names it ("user", "hashtag", "public:media").
        term: a hashtag, or the number of a list.
        whose: the account that listens.
    """

    name: str
    term: str = ""
    whose: int = 0

    @property
    def told(self) -> list[str]:
        return [self.name, self.term] if self.term else [self.name]


@dataclass(frozen=True, slots=True)
class News:
    """Something for one channel; the payload is JSON."""

    channel: Channel
    event: str
    payload: str


@dataclass(slots=True, eq=False)
class Ear:
    """One connection and what it listens to.

    Attributes:
        cut: it has not kept up, or the server ends.
    """

    most: int
    channels: set[Channel] = field(default_factory=set)
    cut: bool = False
    _waiting: list[News] = field(default_factory=list)
    _something: asyncio.Event = field(default_factory=asyncio.Event)

    def tell(self, news: News) -> None:
        """Lets something wait until it is taken."""
        if len(self._waiting) >= self.most:
            return self.hang_up()
        self._waiting.append(news)
        return self._something.set()

    def hang_up(self) -> None:
        """Ends the connection once its turn comes."""
        self.cut = True
        self._something.set()

    async def taken(self, within_s: float) -> list[News]:
        """Returns what waits; nothing if that long nothing came."""
        try:
            await asyncio.wait_for(self._something.wait(), within_s)
        except TimeoutError:
            return []
        self._something.clear()
        waiting, self._waiting = self._waiting, []
        return waiting


_Place = tuple[Ear, Channel]


class _Happened:
    """An event and what is made of it, each thing once."""

    def __init__(self, site: Site, event: Event) -> None:
        self.site = site
        self.kind = event.kind
        self.post = site.world.post(event.number)

    @cached_property
    def payload(self) -> str:
        if self.kind is EventKind.DELETED:
            return status_id(self.post)
        return _json(View(self.site.kept).status(self.post))

    @cached_property
    def tags(self) -> set[str]:
        text = self.post.said.text
        return {fold(tag) for tag in written(text, lambda _: None).tags} if "#" in text else set()

    @property
    def update(self) -> str:
        return _UPDATES.get(self.kind, "delete")

    @property
    def is_message(self) -> bool:
        return self.post.kind is PostKind.MESSAGE


@dataclass(slots=True)
class _Index:
    """Connections by what would concern them; most of what is said concerns hardly any."""

    by_tag: dict[str, list[_Place]] = field(default_factory=dict)
    by_account: dict[int, list[_Place]] = field(default_factory=dict)
    others: list[_Place] = field(default_factory=list)

    def add(self, ear: Ear, channel: Channel) -> None:
        name = channel.name.partition(":")[0]
        if name == "hashtag":
            self.by_tag.setdefault(channel.term, []).append((ear, channel))
        elif name in ("user", "direct"):
            self.by_account.setdefault(channel.whose, []).append((ear, channel))
        else:
            self.others.append((ear, channel))


class Hub:
    """Every connection.

    Attributes:
        ears: those that stand.
    """

    def __init__(self, site: Site) -> None:
        self._site = site
        self.ears: set[Ear] = set()
        self._index: _Index | None = None
        self._end: Callable[[], None] = lambda: None

    def begin(self) -> None:
        """Hears what happens from now on; in the loop that serves."""
        loop = asyncio.get_running_loop()

        def happened(event: Event) -> None:
            # Only after whoever published has said who may see it.
            if event.network == NETWORK and self.ears and event.kind is not EventKind.HIDDEN:
                loop.call_soon(self._pass_on, event)

        self._end = self._site.world.hear(happened)

    def close(self) -> None:
        """Hangs up everywhere."""
        self._end()
        self._end = lambda: None
        for ear in self.ears:
            ear.hang_up()

    def add(self, ear: Ear) -> Callable[[], None]:
        """Lets a connection hear; what it returns ends that."""
        self.ears.add(ear)
        self.changed()

        def forget() -> None:
            self.ears.discard(ear)
            self.changed()

        return forget

    def changed(self) -> None:
        """Notes that somebody listens to something else."""
        self._index = None

    def _pass_on(self, event: Event) -> None:
        happened = _Happened(self._site, event)
        for ear, channel in tuple(self._concerned(happened)):
            for news in _news(happened, channel):
                ear.tell(news)

    def _concerned(self, happened: _Happened) -> Iterator[_Place]:
        """Yields whom an event may concern."""
        index, post, kept = self._indexed(), happened.post, self._site.kept
        yield from index.others
        for tag in happened.tags:
            yield from index.by_tag.get(tag, ())
        if happened.is_message:
            for whose in {post.author, post.to}:
                yield from index.by_account.get(whose, ())
            return
        followed = kept.is_followed(post.author) or post.author in index.by_account
        for whose, places in index.by_account.items():
            if followed or kept.names(post.number, whose):
                yield from places

    def _indexed(self) -> _Index:
        if self._index is None:
            self._index = _Index()
            for ear in self.ears:
                for channel in ear.channels:
                    self._index.add(ear, channel)
        return self._index


def _news(happened: _Happened, channel: Channel) -> Iterator[News]:
    if _belongs(happened, channel):
        yield News(channel, happened.update, happened.payload)
    yield from _personal(happened, channel)


def _belongs(happened: _Happened, channel: Channel) -> bool:
    """Whether a post stands in the timeline of a channel."""
    post, kept = happened.post, happened.site.kept
    if happened.is_message or not kept.sees(channel.whose, post):
        return False
    name, _, more = channel.name.partition(":")
    match name:
        case "user":
            return not more and _is_home(happened, channel.whose)
        case "hashtag":
            return is_public(kept, post) and channel.term in happened.tags
        case "list":
            kind = list(LISTS)[int(channel.term) - 1]
            return post.author in kept.of_kind(kind) and in_lists(kept, post)
        case "public":
            has_media = bool(post.said.media) or not more.endswith("media")
            return more != "remote" and has_media and is_open(kept, post)
    return False


def _is_home(happened: _Happened, whose: int) -> bool:
    kept, author = happened.site.kept, happened.post.author
    if kept.hides(whose, author):
        return False
    return author == whose or kept.follows(whose, author)


def _personal(happened: _Happened, channel: Channel) -> Iterator[News]:
    """Yields what is for one person alone."""
    post, whose, kept = happened.post, channel.whose, happened.site.kept
    if happened.kind is not EventKind.CREATED or kept.hides(whose, post.author):
        return
    view = View(kept, whose)
    own = post.author == whose
    if channel.name == "direct" and happened.is_message and (own or post.to == whose):
        yield News(channel, "conversation", _json(dialogue(view, post, whose)))
    if channel.name in ("user", "user:notification") and not own:
        named = post.to == whose if happened.is_message else kept.names(post.number, whose)
        if named:
            yield News(channel, "notification", _json(view.notification(post)))


def _json(told: Any) -> str:
    return msgspec.json.encode(told).decode()
