"""What the stream brings for one who listens: passed on at once, or looked up before."""

import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from controlroom.feeds.base import Heard
from controlroom.feeds.networks.bluesky.jetstream import Sighted
from controlroom.feeds.networks.bluesky.listener import Listener, Note
from controlroom.feeds.networks.bluesky.lookup import AT_ONCE, Lookup
from controlroom.feeds.networks.bluesky.people import People
from controlroom.feeds.networks.bluesky.streamed import post_from, tells_all
from controlroom.model.post import Post

if TYPE_CHECKING:
    from controlroom.model.stream import Source

MOST_TAKEN = 500
MOST_UNSURE = 10_000
"""Posts that may wait to be looked up; the stream waits beyond that, and then breaks."""
PATIENCE_S = (0.2, 1.0, 3.0)
"""A new post may be in the stream before those who are asked for posts know it. The first pause
also lets one question do for several posts."""

Waiting = OrderedDict[str, tuple[float, Note]]


class Passing:
    """Passes notes on. Used by the thread that listens."""

    def __init__(
        self, listener: Listener, lookup: Lookup, people: People, hear: Callable[[Heard], None]
    ) -> None:
        self._listener, self._lookup, self._people, self._hear = listener, lookup, people, hear
        self._unsure: tuple[Waiting, ...] = tuple(OrderedDict() for _ in PATIENCE_S)

    def some(self) -> None:
        """Waits for notes and passes on what can be; then looks some up. Raises `ReadError`."""
        room = MOST_UNSURE - sum(map(len, self._unsure))
        notes = self._listener.some(min(MOST_TAKEN, room), self._pause())
        self._take(notes)
        self._look_up(self._due())

    def _pause(self) -> float | None:
        """Seconds until something is to be looked up, None while nothing is."""
        due = [next(iter(waiting.values()))[0] for waiting in self._unsure if waiting]
        return max(0.0, min(due) - time.monotonic()) if due else None

    def _take(self, notes: Iterable[Note]) -> None:
        told: list[tuple[Note, Post]] = []
        gone = [note for note in notes if note.sighted.record is None]
        for note in notes:
            if note.sighted.record is not None:
                post = self._told(note.sighted)
                if post is not None:
                    told.append((note, post))
                else:
                    self._wait(0, note)
        self._pass_on(told)
        for note in gone:
            self._forget(note)
            self._hear(Heard(note.sources, gone=(note.sighted.uri,)))

    def _told(self, sighted: Sighted) -> Post | None:
        """Returns a post of which everything is known; None for one that is to be looked up."""
        author = self._people.find(sighted.author) if tells_all(sighted) else None
        if author is None:
            return None
        try:
            return post_from(sighted, author)
        except (ValueError, RecursionError, OverflowError):
            return None

    def _wait(self, tries: int, note: Note) -> None:
        self._unsure[tries][note.sighted.uri] = time.monotonic() + PATIENCE_S[tries], note

    def _forget(self, note: Note) -> None:
        for waiting in self._unsure:
            waiting.pop(note.sighted.uri, None)

    def _due(self) -> dict[str, tuple[int, Note]]:
        """Returns what is to be looked up now, of each unknown author one post at most."""
        now, chosen = time.monotonic(), dict[str, tuple[int, Note]]()
        authors: set[str] = set()
        for tries, waiting in enumerate(self._unsure):
            later: list[tuple[str, tuple[float, Note]]] = []
            while waiting and len(chosen) < AT_ONCE and next(iter(waiting.values()))[0] <= now:
                uri, (due, note) = waiting.popitem(last=False)
                post = self._told(note.sighted)
                if post is not None:
                    self._pass_on([(note, post)])
                elif note.sighted.author in authors and tells_all(note.sighted):
                    later.append((uri, (due, note)))
                else:
                    authors.add(note.sighted.author)
                    chosen[uri] = tries, note
            for uri, waits in reversed(later):
                waiting[uri] = waits
                waiting.move_to_end(uri, last=False)
        return chosen

    def _look_up(self, chosen: dict[str, tuple[int, Note]]) -> None:
        """Looks posts up; what stays away or old after some times is left to reading."""
        if not chosen:
            return
        taken, _ = self._lookup.posts(list(chosen))
        posts = {post.remote_id: post for post in taken.posts}
        found: list[tuple[Note, Post]] = []
        for uri, (tries, note) in chosen.items():
            post, last = posts.get(uri), tries + 1 == len(PATIENCE_S)
            if post is not None and (last or not _is_old(post, note.sighted)):
                found.append((note, post))
            elif not last:
                self._wait(tries + 1, note)
        self._pass_on(found)

    def _pass_on(self, found: Iterable[tuple[Note, Post]]) -> None:
        together: dict[tuple[Source, ...], list[Post]] = {}
        for note, post in found:
            together.setdefault(note.sources, []).append(post)
        for sources, posts in together.items():
            self._hear(Heard(sources, posts=tuple(posts)))


def _is_old(post: Post, sighted: Sighted) -> bool:
    """Whether whoever answered does not know yet what the post was changed to."""
    return bool(sighted.again and sighted.record and sighted.record.text != post.text)
