"""A photo, clip or captions as they leave, read from the shelf and shown."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget, QWidget

from controlroom.model.errors import WorldError
from controlroom.model.outgoing.content import FileKind
from controlroom.ui.approvals.parts import FilePart, file_told
from controlroom.ui.board.media.player import NoPlayer
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import told
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from controlroom.ui.board.media.clip_stage import ClipStage
    from controlroom.ui.workshop import Workshop

translate = QCoreApplication.translate
_NEARLY_MS = 400
"""Players stop a little before the end of a clip."""
_MOST_SIDE = 1_600


class Still(QWidget):
    """A picture, as large as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.image = QImage()

    def show_image(self, image: QImage) -> None:
        """Shows a picture."""
        self.image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().palette.bg0)
        if self.image.isNull():
            return
        size = self.image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(left, top, self.image.scaled(size, mode=_SMOOTH))


_SMOOTH = Qt.TransformationMode.SmoothTransformation


class FileStage(Styled, QStackedWidget):
    """Shows one file.

    Signals:
        opened: a file was seen whole: a photo shown, a clip played to its end; carries its SHA-256.
    """

    opened = Signal(str)

    def __init__(self, work: "Workshop", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self.still, self.words, self.note = Still(), QPlainTextEdit(), Prose()
        self.words.setReadOnly(True)
        self.clip: ClipStage | None = None
        self._part: FilePart | None = None
        self._house: Any = None
        for part in (self.note, self.still, self.words):
            self.addWidget(part)
        self.follow()

    def open_house(self, house: Any) -> None:
        """Reads from the shelf of a house; None for none."""
        self._house = house
        self.show_part(None)

    def show_part(self, part: FilePart | None) -> None:
        """Shows a file, once it has been read."""
        if part is not None and part == self._part:
            if self.currentWidget() in (self.still, self.words):
                self.opened.emit(part.sha256)
            return
        if self.clip is not None:
            self.clip.end()
        self._part = part
        self.setVisible(part is not None)
        self.setCurrentWidget(self.note)
        self.note.set_text(translate("Approvals", "Being read…"))
        if part is None or self._house is None:
            return
        house = self._house
        self.setAccessibleName(f"{file_told(part)}. {part.alt}")
        self._work.do(
            lambda: _read(house, part), lambda body: self._show(part, body), self._say_failure
        )

    def play(self) -> None:
        """Plays, or stands still."""
        if self.clip is not None and self.currentWidget() is self.clip:
            self.clip.player.turn()

    def sizeHint(self) -> QSize:
        px = theme().metrics.px
        return QSize(px(560), px(360))

    def restyle(self) -> None:
        self.words.setFont(self.font())

    def _show(self, part: FilePart, body: bytes) -> None:
        if part != self._part:
            return
        if part.is_captions:
            self.words.setPlainText(body.decode("utf-8", "replace"))
            self.setCurrentWidget(self.words)
            self.opened.emit(part.sha256)
        elif part.kind is FileKind.CLIP:
            self._show_clip(body)
        else:
            self._show_photo(part, body)

    def _show_photo(self, part: FilePart, body: bytes) -> None:
        image = QImage.fromData(body)
        if image.isNull():
            self._say(translate("Approvals", "This photo cannot be shown here."))
            return
        if max(image.width(), image.height()) > _MOST_SIDE:
            keep = Qt.AspectRatioMode.KeepAspectRatio
            image = image.scaled(_MOST_SIDE, _MOST_SIDE, keep, _SMOOTH)
        self.still.show_image(image)
        self.setCurrentWidget(self.still)
        self.opened.emit(part.sha256)

    def _show_clip(self, body: bytes) -> None:
        if self.clip is None:
            from controlroom.ui.board.media.clip_stage import ClipStage

            try:
                self.clip = ClipStage()
            except NoPlayer as error:
                self._say(str(error))
                return
            self.addWidget(self.clip)
            self.clip.player.moved.connect(self._mind_end)
            self.clip.failed.connect(self._say)
        self.setCurrentWidget(self.clip)
        self.clip.show_clip(body)

    def _mind_end(self, at: int) -> None:
        part, clip = self._part, self.clip
        length = clip.player.length if clip is not None else 0
        if part is not None and length and at >= length - _NEARLY_MS:
            self.opened.emit(part.sha256)

    def _say(self, text: str) -> None:
        self._part = None
        self.note.set_text(text)
        self.setCurrentWidget(self.note)

    def _say_failure(self, error: WorldError) -> None:
        self._say(told(error))


def _read(house: Any, part: FilePart) -> bytes:
    with house.shelf().open(part.sha256) as file:
        body: bytes = file.read()
    return body
