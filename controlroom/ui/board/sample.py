"""A board to look at: invented posts in a cache of their own, for the tour's pictures."""

import secrets
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QApplication

from controlroom.model import clock
from controlroom.model.board import Board, Column
from controlroom.model.changes import Sighting
from controlroom.model.post import (
    Author,
    Media,
    MediaKind,
    Metrics,
    Poll,
    PollOption,
    Post,
    PostKind,
    Quote,
    Span,
    SpanKind,
)
from controlroom.model.profile import Profile
from controlroom.model.reading import Gap, GapCause, SourceState
from controlroom.model.stream import Source, SourceKind, Stream

if TYPE_CHECKING:
    from controlroom.store.cache.reader import CacheReader
    from controlroom.store.cache.writer import CacheWriter
    from controlroom.store.desk.store import DeskStore
    from controlroom.ui.board.page import BoardPage

PATIENCE_S = 10.0
STREAMS = (
    ("Mentions", "x", SourceKind.MENTIONS, None),
    ("#M97", "mastodon", SourceKind.HASHTAG, None),
    ("Facebook comments", "facebook", SourceKind.COMMENTS, None),
    ("Direct messages", "x", SourceKind.MESSAGES, None),
    ("@WestmarchRoads", "x", SourceKind.POSTS, GapCause.TOKEN_EXPIRED),
    ("Bluesky", "bluesky", SourceKind.SEARCH, GapCause.NETWORK_DOWN),
)
QUEUE = """@WestmarchRoads stuck between J4 and J5 for over an hour, engine off, kids in the
 back. Any idea when we will be moving? Nobody has told us anything.""".replace("\n", "")
SMOKE = """Smoke right across the plots on the Marlcross side. Windows shut, dogs in. Is it safe to
 stay?""".replace("\n", "")
WALKER = "man walking a dog on the hard shoulder just north of J5. Silver hatchback abandoned."
THANKS = "Stoimy na M97 od godziny. Policja Westmarch rozdaje wodę, dziękujemy!"
PRESS = "Press query: can you confirm whether the lorry was carrying chemicals? Filing at 19:00."
BANG = "سمعت انفجارًا قرب الجسر قبل قليل، هل الطريق مفتوح؟"
RUMOUR = "hearing its CHLORINE on the M97 and all of Dunmarsh getting evacuated tonight??? "
CLOSED = "M97 remains closed J4–J6. Fire is out. If you are stuck: stay in your vehicle."
MARKER = "Marker post says 41.8 if that helps. My youngest has asthma and the smoke is coming in."
PEOPLE = (
    ("Karen Oduya-Platt", "kop_dunmarsh", "en", QUEUE),
    ("Dunmarsh Allotment Society", "dunmarsh.allotments", "en", SMOKE),
    ("Tomasz Wierzba", "twierz_drives", "en", WALKER),
    ("Piotr Zaremba", "pzaremba", "pl", THANKS),
    ("Lena Ashby · Courier", "lena.marlcourier", "en", PRESS),
    ("منى الراوي", "mona", "ar", BANG),
    ("Gaz", "gaz_onthebins", "en", RUMOUR + "say something please. " * 14),
)


class Sample(NamedTuple):
    """An open house of invented posts; the board takes it like any other."""

    folder: tempfile.TemporaryDirectory[str]
    desk: "DeskStore"
    cache: "CacheReader"

    def close(self) -> None:
        """Closes the files and removes them."""
        self.desk.close()
        self.cache.close()
        self.folder.cleanup()


def open_sample() -> Sample:
    """Makes a house with six streams of invented posts and a board that shows them."""
    from controlroom.store.cache.reader import CacheReader
    from controlroom.store.cache.writer import CacheWriter
    from controlroom.store.desk.store import DeskStore

    folder, key = tempfile.TemporaryDirectory(), secrets.token_bytes(32)
    place = Path(folder.name)
    writer = CacheWriter.open(place, key)
    _fill(writer)
    writer.close()
    sample = Sample(folder, DeskStore.open(place, key), CacheReader.open(place, key))
    board = sample.desk.save_board(Board(0, "Force", tuple(Column(0, n) for n in range(1, 7))))
    for column in board.columns:
        read = sample.cache.older(column.stream, 0, 6)[-1]
        sample.desk.set_read_up_to(column.id, read.id)
    return sample


def show(page: "BoardPage", sample: Sample) -> None:
    """Opens the sample on the board and waits until it is read, the first post focused."""
    page.open_house(sample)
    ends = time.monotonic() + PATIENCE_S
    QApplication.processEvents()
    while page.desk is not None and page.desk.reading.busy() and time.monotonic() < ends:
        QApplication.processEvents()
        time.sleep(0.005)
    page.posts.next(1)


def _fill(writer: "CacheWriter") -> None:
    from controlroom.store.cache.states import StateKeeper

    for number, handle in enumerate(("WestmarchRoads", "WestmarchPolice", "BrackenfordNorth"), 1):
        writer.save_profile(Profile(0, "x", f"unit{number}", handle))
    now, states = clock.now(), StateKeeper(writer.database)
    for number, (name, network, kind, trouble) in enumerate(STREAMS, 1):
        source = Source(network, kind, 1 + number % 3)
        writer.save_stream(Stream(0, name, (source,)))
        gaps = (_gap(now),) if name == "#M97" else ()
        states.save_state(SourceState(source, complete_to=now, trouble=trouble), *gaps)
    posts = [_sighting(now, stream, number) for stream in range(1, 7) for number in range(60)]
    posts += _conversation(now)
    writer.ingest(sorted(posts, key=lambda one: one.post.created_at))


def _gap(now: datetime) -> Gap:
    begins, ends = now - timedelta(minutes=6), now - timedelta(minutes=4)
    return Gap(0, begins, GapCause.NETWORK_DOWN, now, ends=ends, older="further")


THREAD = (
    ("", "unit1", "WestmarchRoads", "Westmarch Roads Policing", CLOSED),
    ("0", "rui", "rui_sant", "Rui Sant", "Same, three cars back from the blue van."),
    ("0", "kop_dunmarsh", "kop_dunmarsh", "Karen Oduya-Platt", QUEUE),
    ("2", "kop_dunmarsh", "kop_dunmarsh", "Karen Oduya-Platt", MARKER),
    ("2", "twierz_drives", "twierz_drives", "Tomasz Wierzba", "We have water in the van, J4 side."),
    ("1", "mona", "mona", "منى الراوي", BANG),
)
"""What each answers, by its place, and who says what."""


def _conversation(now: datetime) -> list[Sighting]:
    """A thread of which the newest posts stand at the top of the first stream."""
    made = []
    for number, (above, remote, handle, name, text) in enumerate(THREAD):
        at = now - timedelta(seconds=25 - number)
        post = Post(
            network="x",
            remote_id=f"thread-{number}",
            author=Author(remote, handle, name, followers=412),
            text=text,
            created_at=at,
            reply_to=f"thread-{above}" if above else "",
            root="thread-0",
            metrics=Metrics(3, 12, 41),
            language="ar" if text is BANG else "en",
        )
        streams = (1,) if number in (2, 3) else ()
        made.append(Sighting(post, now, (1,), streams))
    return made


def _sighting(now: datetime, stream: int, number: int) -> Sighting:
    _name, network, kind, _trouble = STREAMS[stream - 1]
    person = PEOPLE[(number + 2 * stream) % len(PEOPLE)]
    name, handle, language, text = person
    ours = kind is SourceKind.POSTS
    mention = (Span(SpanKind.MENTION, 0, 15, "WestmarchRoads"),) if text.startswith("@") else ()
    turn = 7 * number + stream
    post = Post(
        network=network,
        remote_id=f"{stream}-{number}",
        author=Author("unit1", "WestmarchRoads", "Westmarch Roads Policing")
        if ours
        else Author(handle, handle, name),
        text=text,
        created_at=now - timedelta(seconds=30 + 95 * number + 11 * stream),
        kind=PostKind.MESSAGE if kind is SourceKind.MESSAGES else PostKind.STATUS,
        spans=mention,
        media=_media(turn),
        metrics=Metrics(turn % 40, turn % 300, 3 * turn % 2000),
        language=language,
        quote=Quote("q", "Westmarch Roads", PEOPLE[0][3]) if turn % 13 == 5 else None,
        poll=Poll((PollOption("Open one lane", 31), PollOption("Keep it shut", 69)))
        if turn % 19 == 7
        else None,
        warning="Injuries" if turn % 23 == 9 else "",
    )
    return Sighting(post, now, (1 + stream % 3,), (stream,))


def _media(turn: int) -> tuple[Media, ...]:
    picture = Media(MediaKind.IMAGE, "https://media.example/1", alt="Map of closure")
    clip = Media(MediaKind.VIDEO, "https://media.example/2", duration_ms=17_000)
    return {0: (picture,), 3: (picture, clip, picture)}.get(turn % 6, ())
