"""A film or sound being played."""

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from controlroom.ui.board.media.clip_bar import LOUDNESS, ClipBar
from controlroom.ui.board.media.picture_stage import GROUND
from controlroom.ui.board.media.player import Player
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

SEEK_MS, LOUDER = 5_000, 0.1


class ClipStage(Styled, QWidget):
    """The picture of a clip, and its bar below.

    Signals:
        failed: it cannot be played; carries why, as the player says.
    """

    failed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Raises `NoPlayer`."""
        super().__init__(parent)
        self.player = Player(self)
        self.bar = ClipBar(self)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addStretch(1)
        rows.addWidget(self.bar)
        player, bar = self.player, self.bar
        player.shown.connect(self.update)
        player.moved.connect(self._say)
        player.measured.connect(self._say)
        player.turned.connect(self._say)
        player.failed.connect(self.failed)
        bar.turned.connect(player.turn)
        bar.sought.connect(player.go_to)
        bar.muted.connect(self.mute)
        bar.loudness.connect(self._set_loudness)
        self._say_sound()
        self.follow()

    def show_clip(self, body: bytes) -> None:
        """Takes a clip and stands at its beginning."""
        self.player.open(body)
        self._say()

    def end(self) -> None:
        """Lets go of the clip."""
        self.player.close()

    def seek(self, way: int) -> None:
        """Goes some seconds forward (1) or back (-1)."""
        self.player.go_to(self.player.position + way * SEEK_MS)

    def louder(self, way: int) -> None:
        """Makes it louder (1) or quieter (-1)."""
        self.player.set_volume(self.player.volume + way * LOUDER)
        self._say_sound()

    def mute(self) -> None:
        """Turns the sound off, or on again."""
        self.player.mute()
        self._say_sound()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), GROUND)
        room = QRect(0, 0, self.width(), self.bar.y())
        image = self.player.picture()
        if image.isNull():
            side, centre = theme().metrics.px(48), room.center()
            icon = "video" if self.player.has_pictures else "sound"
            left, top = centre.x() - side // 2, centre.y() - side // 2
            draw_icon(painter, icon, left, top, side, theme().palette.picture4)
            return
        size = QSizeF(image.size()).scaled(QSizeF(room.size()), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(QRectF(room).center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, image)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.player.turn()

    def _set_loudness(self, loudness: int) -> None:
        self.player.set_volume(loudness / LOUDNESS)
        self._say_sound()

    def _say(self, *_what: object) -> None:
        player = self.player
        self.bar.say(plays=player.plays, at=player.position, length=player.length)

    def _say_sound(self) -> None:
        player = self.player
        self.bar.say_sound(heard=player.is_heard, mute=player.is_muted, volume=player.volume)
