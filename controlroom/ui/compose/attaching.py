"""Takes files in: sealed on the shelf, looked at, and made ready for the networks, all aside."""

from collections.abc import Callable, Iterable
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QBuffer, QIODevice, QObject, Qt, Signal
from PySide6.QtGui import QImage

from controlroom.model.errors import WorldError
from controlroom.model.outgoing.content import Attachment
from controlroom.model.server import Servers
from controlroom.outbound.media.edit import Edit
from controlroom.outbound.media.made import Looked
from controlroom.outbound.media.needs import Needs, needs_of
from controlroom.outbound.media.room import MediaRoom, Renditions, Taken
from controlroom.ui.compose.kept import load_edit, save_edit

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

FOLDER = "media"


class Attaching(QObject):
    """The way of a file from this computer into a draft.

    Args:
        servers: gives what the servers of the force's profiles take.

    Signals:
        attached: a file is ready; carries the `Attachment`.
        edited: the editor is to be opened; carries a `MediaEditor`.
        failed: one is not; carries the error.
        working: how many are on their way.
    """

    attached = Signal(object)
    edited = Signal(object)
    failed = Signal(object)
    working = Signal(int)
    _here = Signal(object)

    def __init__(self, parent: QObject, servers: Callable[[], Servers] = dict) -> None:
        super().__init__(parent)
        self._servers = servers
        self._room: MediaRoom | None = None
        self._store: Any = None
        self._under_way = 0
        self._here.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def open(self, house: Any) -> None:
        """Uses the shelf of a house."""
        self._store = house.desk
        self._room = MediaRoom(house.shelf, Path(house.folder) / FOLDER, self._needs)

    def close(self) -> None:
        """Ends what is under way."""
        room, self._room = self._room, None
        self._under_way = 0
        if room is not None:
            room.close()

    def take(self, paths: Iterable[Path]) -> None:
        """Takes files of this computer."""
        for path in paths:
            if self._room is not None:
                self._begin()
                self._room.take(path, self._post(self._make), self._post(self._fail))

    def take_pasted(self, pasted: "QMimeData") -> None:
        """Takes what was pasted or dropped: files, or a picture."""
        paths = [Path(url.toLocalFile()) for url in pasted.urls() if url.isLocalFile()]
        if paths:
            self.take(paths)
        elif pasted.hasImage() and self._room is not None:
            image = pasted.imageData()
            if isinstance(image, QImage) and not image.isNull():
                self._begin()
                self._room.take_bytes(
                    BytesIO(_png(image)), self._post(self._make), self._post(self._fail)
                )

    def edit(self, file: Attachment) -> None:
        """Opens the editor on a file that is attached, with what was done to it before."""
        if self._room is not None:
            opened = self._post(partial(self._open_editor, file))
            self._room.look(file.original, opened, self._post(self._fail))

    def keep_edit(self, original: str, edit: Edit) -> None:
        """Keeps what was done to a file, so that it can be changed later."""
        if self._store is not None:
            save_edit(self._store, original, edit)

    def _needs(self) -> dict[str, Needs]:
        told = self._servers()
        return needs_of((network, server) for (network, _), server in told.items())

    def _open_editor(self, file: Attachment, looked: Looked) -> None:
        from controlroom.ui.compose.media.editor import MediaEditor

        if self._room is not None:
            edit = load_edit(self._store, file.original)
            self.edited.emit(MediaEditor(self._room, file, edit, looked.duration_ms))

    def _make(self, taken: Taken) -> None:
        if self._room is None:
            return
        then = self._post(partial(self._take, taken))
        self._room.make(
            taken.original, taken.looked.kind, Edit(), list(self._room.needs()), then,
            self._post(self._fail), lambda _share: None,
        )  # fmt: skip

    def _take(self, taken: Taken, made: Renditions) -> None:
        self._end()
        if not made.made and made.refused:
            self.failed.emit(next(iter(made.refused.values())))
            return
        self.attached.emit(Attachment(taken.original, taken.looked.kind, dict(made.made)))

    def _fail(self, error: WorldError) -> None:
        self._end()
        self.failed.emit(error)

    def _begin(self) -> None:
        self._under_way += 1
        self.working.emit(self._under_way)

    def _end(self) -> None:
        self._under_way = max(0, self._under_way - 1)
        self.working.emit(self._under_way)

    def _post(self, call: Callable[[Any], object]) -> Callable[[Any], None]:
        """Returns what calls something in the window's thread, from any thread."""
        return lambda value: self._here.emit(partial(call, value))

    def _run(self, call: Callable[[], object]) -> None:
        if self._room is not None:
            call()


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, b"PNG")
    return bytes(buffer.data().data())
