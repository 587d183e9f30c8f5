"""The pictures that are on cards or about to be: one for the whole board."""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal

from controlroom.model.errors import WorldError
from controlroom.ui.board.pictures.wish_list import Key, WishList

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from controlroom.store.cache.pictures import PictureList

LIMIT = 32 * 1024 * 1024
MOST_WANTED, MOST_BAD = 600, 2_000
REST_MS, LONGEST_REST_S, ASKED_EACH_S = 60, 0.4, 60.0
"""Reading begins in a pause of the scrolling, since threads take time from it, or after a while;
the engine is asked for the same picture after a minute at the soonest.
"""


class Gallery(QObject):
    """Gives what it has at once; what it has not it brings, and says when it is there.

    Signals:
        wished: addresses of pictures that the engine is to fetch, the newest last.
        come: a picture can be drawn now that was asked for in vain; carries its address.
    """

    wished = Signal(object)
    come = Signal(str)
    _done = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None, limit: int = LIMIT) -> None:
        super().__init__(parent)
        self.limit, self.bytes = limit, 0
        self._images: OrderedDict[Key, QImage] = OrderedDict()
        self._wanted = WishList(MOST_WANTED)
        self._under_way: set[Key] = set()
        self._again: set[Key] = set()
        self._bad: OrderedDict[str, None] = OrderedDict()
        self._asked: OrderedDict[str, float] = OrderedDict()
        self._to_ask: dict[str, None] = {}
        self._to_begin: dict[Key, None] = {}
        self._resting_since = 0.0
        self._pool: ThreadPoolExecutor | None = None
        self._list: PictureList | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(REST_MS)
        self._soon.timeout.connect(self._set_out)
        self._done.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def open(self, pictures: "PictureList") -> None:
        """Reads pictures from a cache from now on."""
        self.close()
        self._list = pictures
        self._pool = ThreadPoolExecutor(2, thread_name_prefix="decode")

    def close(self) -> None:
        """Lets go of everything; waits for what is being decoded."""
        self._soon.stop()
        pool, self._pool, self._list = self._pool, None, None
        if pool is not None:
            pool.shutdown(wait=True, cancel_futures=True)
        self._images.clear()
        self._wanted.clear()
        self._under_way.clear()
        self._again.clear()
        self._bad.clear()
        self._asked.clear()
        self._to_ask.clear()
        self._to_begin.clear()
        self.bytes = 0

    def picture(self, address: str, size: QSize) -> "QImage | None":
        """Returns a picture that fills `size`, in pixels of the screen; None if it is to come."""
        key = (address, size.width(), size.height())
        found = self._images.get(key)
        if found is not None:
            self._images.move_to_end(key)
        elif address not in self._bad:
            self._want(key)
        return found

    def there(self, addresses: Iterable[str]) -> None:
        """The engine has these pictures in the cache now."""
        for key in self._wanted.among(set(addresses)):
            if key in self._under_way:
                # It may have been looked for just before it came.
                self._again.add(key)
            else:
                self._begin(key)

    def engine_runs(self, runs: bool) -> None:
        """An engine that has begun anew knows nothing of what was asked."""
        if runs:
            self._asked.clear()
            self._wish([key[0] for key in self._wanted])
            self._rest()

    def _want(self, key: Key) -> None:
        if self._pool is None:
            return
        if key not in self._wanted:
            self._to_begin[key] = None
        self._wanted.put(key)
        # Also what lies in the cache is told, so that it is not let go of while it is looked at.
        self._wish([key[0]])
        self._rest()

    def _wish(self, addresses: Iterable[str]) -> None:
        now = monotonic()
        for address in addresses:
            if now - self._asked.get(address, -ASKED_EACH_S) >= ASKED_EACH_S:
                self._asked[address] = now
                self._asked.move_to_end(address)
                self._to_ask[address] = None
        while len(self._asked) > MOST_BAD:
            self._asked.popitem(last=False)

    def _rest(self) -> None:
        """Waits for a pause, but not for ever."""
        if not self._soon.isActive():
            self._resting_since = monotonic()
        if not self._soon.isActive() or monotonic() - self._resting_since < LONGEST_REST_S:
            self._soon.start()

    def _set_out(self) -> None:
        """Begins with what was wanted last, which is what is in view."""
        keys, self._to_begin = list(self._to_begin), {}
        for key in reversed(keys):
            if key in self._wanted:
                self._begin(key)
        asked, self._to_ask = list(self._to_ask), {}
        if asked:
            self.wished.emit(asked)

    def _begin(self, key: Key) -> None:
        if self._pool is not None and self._list is not None and key not in self._under_way:
            self._under_way.add(key)
            self._pool.submit(_bring, self._list, key, self._done.emit)

    def _take(self, key: Key, image: "QImage | None", bad: bool) -> None:
        if self._pool is None:
            return
        self._under_way.discard(key)
        if bad:
            self._bad[key[0]] = None
            self._wanted.drop(key)
            if len(self._bad) > MOST_BAD:
                self._bad.popitem(last=False)
        elif image is not None:
            self._wanted.drop(key)
            self._keep(key, image)
            self.come.emit(key[0])
        elif key in self._again and key in self._wanted:
            self._begin(key)
        self._again.discard(key)

    def _keep(self, key: Key, image: "QImage") -> None:
        if key not in self._images:
            self.bytes += image.sizeInBytes()
        self._images[key] = image
        while self.bytes > self.limit and len(self._images) > 1:
            _, gone = self._images.popitem(last=False)
            self.bytes -= gone.sizeInBytes()


def _bring(
    pictures: "PictureList", key: Key, done: "Callable[[Key, QImage | None, bool], object]"
) -> None:
    """Reads and decodes a picture, on a thread of the pool."""
    address, width, height = key
    try:
        body = pictures.body(address)
    except WorldError:
        # The cache tells its trouble where posts are read; here a picture is missing, no more.
        body = None
    from controlroom.ui.board.pictures.decode import decode

    image = None if body is None else decode(body, QSize(width, height))
    done(key, image, body is not None and image is None)
