"""What leaves near in time to a draft, or was sent lately, as the checks compare it.

In the window's thread only what has changed is handed over; it is read and looked through where the
checks run.
"""

import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from controlroom.model.outgoing.content import Act, Content
from controlroom.outbound.checks.surroundings import Nearby

if TYPE_CHECKING:
    from controlroom.model.journal import Entry
    from controlroom.outbound.checks.likeness import Likeness
    from controlroom.team.publishing_state import Draft

MOST = 200
COMPARED = frozenset({Act.POST, Act.REPLY})
_SUBJECTS = ("draft", "delivery")


class Near:
    """Follows the drafts of a record. Asked in the window's thread, one for each window."""

    def __init__(self, record: Any) -> None:
        self._changed: set[str] = set()
        self._state: Any = None
        self._known = _Known({})
        record.changed.connect(self._note)

    def of(self, state: Any, content: Content, draft: str, now: datetime) -> Iterable[Nearby]:
        """Returns the drafts that may be like one, the nearest first; found when gone through.

        Args:
            draft: its own id, which is left out.
            now: when those leave that have no time of their own.
        """
        if state is None or content.act not in COMPARED:
            return ()
        drafts = state.publishing.drafts
        if state is not self._state:
            self._state, self._known = state, _Known(drafts)
            self._known.hand_over(drafts)
        else:
            self._known.hand_over(self._changed)
        self._changed.clear()
        return _Found(self._known, content, draft, now)

    def _note(self, entries: "Sequence[Entry]") -> None:
        if self._state is None:
            return
        for one in entries:
            kind, _, rest = one.subject.partition("/")
            if kind in _SUBJECTS:
                self._changed.add(rest.partition("/")[0])


class _Leaving(NamedTuple):
    """A draft as it is compared.

    Attributes:
        when: it leaves, None for as soon as it may.
        ended: it was sent, None while some of it is still to come.
    """

    when: datetime | None
    ended: datetime | None
    texts: tuple[str, ...]
    targets: tuple[str, ...]
    networks: frozenset[str]


class _Known:
    """The drafts of one record, as far as they were read. Safe in several threads.

    Args:
        record: those the record has, which the window's thread goes on folding.
    """

    def __init__(self, record: "Mapping[str, Draft]") -> None:
        self._record, self._lock = record, threading.Lock()
        self._waiting: deque[str] = deque()
        self._drafts: dict[str, _Leaving] = {}
        self._ended: deque[tuple[datetime, str]] = deque()
        self._index: Likeness | None = None

    def hand_over(self, names: Iterable[str]) -> None:
        """Has drafts read later that have changed."""
        self._waiting.extend(names)

    def like(self, texts: Iterable[str], since: datetime) -> list[tuple[str, _Leaving]]:
        """Returns the drafts that are like one of some texts.

        Args:
            since: what was sent before counts for nothing any more.
        """
        with self._lock:
            index = self._caught_up()
            self._forget(index, since)
            names = {name for text in texts for name in index.like(text)}
            return [(one, self._drafts[one]) for one in names]

    def _forget(self, index: "Likeness", since: datetime) -> None:
        while self._ended and self._ended[0][0] < since:
            ended, name = self._ended.popleft()
            known = self._drafts.get(name)
            if known is not None and known.ended == ended:
                del self._drafts[name]
                index.drop(name)

    def _caught_up(self) -> "Likeness":
        # Whatever is handed over meanwhile stands behind it.
        names = [self._waiting.popleft() for _ in range(len(self._waiting))]
        if self._index is None:
            self._index = _empty()
            known = ((one, self._take(one)) for one in dict.fromkeys(names))
            self._index.put_all(((one, texts) for one, texts in known if texts), _let_others)
            return self._index
        for one in dict.fromkeys(names):
            if texts := self._take(one):
                self._index.put(one, texts)
            else:
                self._index.drop(one)
        return self._index

    def _take(self, name: str) -> tuple[str, ...]:
        """Reads a draft as it stands now; returns its texts, none if it is not compared."""
        draft = self._record.get(name)
        found = _leaving(draft) if draft is not None else None
        if found is None:
            self._drafts.pop(name, None)
            return ()
        self._drafts[name] = found
        if found.ended is not None:
            self._ended.append((found.ended, name))
        return found.texts


def _let_others() -> None:
    """Lets the window's thread go on, which may wait."""
    time.sleep(0)


def _empty() -> "Likeness":
    from controlroom.outbound.checks.likeness import Likeness
    from controlroom.outbound.checks.rulebook import rule

    told = rule("identical_posts").numbers
    return Likeness(told["alike_percent"] / 100, told["least_words"])


class _Found:
    """The drafts near to one; each round looks anew."""

    def __init__(self, known: _Known, content: Content, draft: str, now: datetime) -> None:
        self._known, self._content, self._draft, self._now = known, content, draft, now
        self._networks = _networks(content.targets)

    def __iter__(self) -> Iterator[Nearby]:
        from controlroom.outbound.checks.rulebook import rule

        told = rule("identical_posts").numbers
        near, sent = (timedelta(hours=told[one]) for one in ("near_hours", "sent_hours"))
        found = [
            (apart, name, one)
            for name, one in self._known.like(_texts(self._content), self._now - sent)
            if name != self._draft
            and (apart := self._apart(one)) <= (near if one.ended is None else sent)
            and self._is_elsewhere(one)
        ]
        found.sort(key=lambda each: each[:2])
        return iter([Nearby(name, one.texts, one.networks) for _, name, one in found[:MOST]])

    def _apart(self, one: _Leaving) -> timedelta:
        return abs((one.ended or one.when or self._now) - (self._content.at or self._now))

    def _is_elsewhere(self, one: _Leaving) -> bool:
        """Whether it stands on a network of the draft; an answer is like those of others only."""
        content = self._content
        if not one.networks & self._networks:
            return False
        return content.act is Act.POST or not set(one.targets) <= set(content.targets)


def _leaving(draft: "Draft") -> _Leaving | None:
    """Returns a draft as it is compared, None if it will not leave and was not sent."""
    # Read once: the window's thread may fold an entry about it meanwhile, and hands it over again.
    text, said, ended = draft.text, draft.said, draft.ended
    if draft.act not in COMPARED or draft.returned or draft.withdrawn:
        return None
    texts = said if ended is not None else _read(text)
    if not texts:
        return None
    return _Leaving(draft.when, ended, texts, draft.targets, _networks(draft.targets))


def _read(text: str) -> tuple[str, ...]:
    from controlroom.model.outgoing.content import read_content
    from controlroom.team.publishing.content import first_texts

    return first_texts(read_content(text)) if text else ()


def _texts(content: Content) -> list[str]:
    said = (content.pieces, *content.variants.values())
    return [piece.text for pieces in said for piece in pieces]


def _networks(targets: Sequence[str]) -> frozenset[str]:
    return frozenset(one.partition("/")[0] for one in targets)
