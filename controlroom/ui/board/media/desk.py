"""Brings whole pictures and clips out of the cache, and asks the engine for what is not there."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QSize, Qt, Signal

from controlroom.model.errors import WorldError
from controlroom.model.fetching import FetchNews, FetchStage

if TYPE_CHECKING:
    from controlroom.store.cache.pictures import PictureList
    from controlroom.store.database import Database
    from controlroom.ui.board.pictures.decode import Whole
    from controlroom.ui.line import EngineLine

LARGEST = QSize(6_000, 6_000)
"""What is larger is scaled down as it is decoded."""


class Picture(NamedTuple):
    """A picture that was asked for; `whole` is None where it cannot be read."""

    address: str
    body: bytes
    whole: "Whole | None"


class Clip(NamedTuple):
    """A film or sound that was asked for."""

    address: str
    body: bytes


class MediaDesk(QObject):
    """Serves one viewer at a time; keeps nothing.

    Signals:
        picture: a picture is there; carries a `Picture`.
        clip: a clip is there; carries a `Clip`.
        news: how the fetching goes on; carries a `FetchNews`.
        wished: a picture the engine is to fetch; carries a list with its address.
        clip_wished: a clip the engine is to fetch; carries its address.
    """

    picture = Signal(object)
    clip = Signal(object)
    news = Signal(object)
    wished = Signal(object)
    clip_wished = Signal(str)
    _done = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures: PictureList | None = None
        self._database: Database | None = None
        self._pool: ThreadPoolExecutor | None = None
        self._awaited, self._awaited_clip = "", ""
        self._done.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def follow(self, line: "EngineLine") -> None:
        """Asks the engine at the end of this line, and hears it."""
        self.wished.connect(lambda addresses: line.say(pictures=addresses))
        self.clip_wished.connect(lambda address: line.say(clip=address))
        line.pictures.connect(self.there)
        line.fetching.connect(self.hear)

    def open(self, database: "Database") -> None:
        """Reads from a cache from now on."""
        from controlroom.store.cache.pictures import PictureList

        self.close()
        self._pictures, self._database = PictureList(database), database

    def close(self) -> None:
        """Lets go of the cache; waits for what is being read."""
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(wait=True, cancel_futures=True)
        self._pictures = self._database = None
        self.forget()

    def forget(self) -> None:
        """Nothing is awaited any more."""
        self._awaited, self._awaited_clip = "", ""

    def ask_picture(self, address: str) -> None:
        """Brings a picture; `picture` follows, now or when the engine has it."""
        self._awaited = address
        pictures = self._pictures
        if pictures is not None:
            self._begin(lambda: _picture(pictures, address))

    def ask_clip(self, address: str) -> None:
        """Brings a clip; `clip` follows, or `news` of what keeps it."""
        self._awaited_clip = address
        database = self._database
        if database is not None:
            self._begin(lambda: _clip(database, address))

    def there(self, addresses: Iterable[str]) -> None:
        """The engine has these pictures in the cache now."""
        if self._awaited in set(addresses):
            self.ask_picture(self._awaited)

    def hear(self, news: FetchNews) -> None:
        """The engine tells of a picture or clip that is being fetched."""
        if not news.address or news.address not in (self._awaited, self._awaited_clip):
            return
        if news.stage is FetchStage.HERE:
            self.ask_clip(news.address)
        else:
            self.news.emit(news)

    def _begin(self, work: "Callable[[], _Found]") -> None:
        if self._pool is None:
            self._pool = ThreadPoolExecutor(1, thread_name_prefix="media")
        done = self._done.emit
        self._pool.submit(lambda: done(work()))

    def _take(self, found: "_Found") -> None:
        if isinstance(found, Picture):
            if found.address == self._awaited:
                self._take_picture(found)
        elif found.address == self._awaited_clip:
            self._take_clip(found)

    def _take_picture(self, found: Picture) -> None:
        if found.body:
            self._awaited = ""
            self.picture.emit(found)
        else:
            self.wished.emit([found.address])

    def _take_clip(self, found: Clip) -> None:
        if found.body:
            self._awaited_clip = ""
            self.clip.emit(found)
        else:
            self.clip_wished.emit(found.address)


_Found = Picture | Clip


def _picture(pictures: "PictureList", address: str) -> Picture:
    """Reads and decodes a picture, on a thread of the pool."""
    try:
        body = pictures.body(address) or b""
    except WorldError:
        # The cache tells its trouble where posts are read; here a picture is missing, no more.
        body = b""
    from controlroom.ui.board.pictures.decode import decode_whole

    return Picture(address, body, decode_whole(body, LARGEST) if body else None)


def _clip(database: "Database", address: str) -> Clip:
    # Loaded with the first clip: the first posts do not wait for it.
    from controlroom.store.cache.clips import ClipList

    try:
        return Clip(address, ClipList(database).body(address) or b"")
    except WorldError:
        return Clip(address, b"")
