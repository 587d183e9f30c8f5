"""Plays a clip that lies in memory: all that is known here of Qt's multimedia, loaded late."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QUrl, Signal
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoFrame


class NoPlayer(Exception):
    """This computer cannot play; the text says what is missing, in English."""


class Player(QObject):
    """One clip.

    Signals:
        shown: there is another picture to be drawn.
        moved: it has come to another place; carries milliseconds.
        measured: its length is known; carries milliseconds.
        turned: it plays (True) or stands (False).
        failed: it cannot be played; carries what the player says.
    """

    shown = Signal()
    moved = Signal(int)
    measured = Signal(int)
    turned = Signal(bool)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        """Raises `NoPlayer`."""
        super().__init__(parent)
        try:
            from PySide6.QtMultimedia import QAudioOutput, QMediaDevices, QMediaPlayer, QVideoSink
        except ImportError as error:
            raise NoPlayer(str(error)[:120]) from error
        self._states = QMediaPlayer.PlaybackState
        self._player, self._sink = QMediaPlayer(self), QVideoSink(self)
        if not self._player.isAvailable():
            raise NoPlayer("Qt has no media backend")
        self._buffer = QBuffer(self)
        self._sound: QAudioOutput | None = None
        if not QMediaDevices.defaultAudioOutput().isNull():
            self._sound = QAudioOutput(self)
            self._player.setAudioOutput(self._sound)
        self._player.setVideoSink(self._sink)
        self._connect()

    @property
    def is_heard(self) -> bool:
        """Whether there is anything that could make a sound."""
        return self._sound is not None

    @property
    def plays(self) -> bool:
        """Whether it plays now."""
        return self._player.playbackState() == self._states.PlayingState

    @property
    def position(self) -> int:
        """Milliseconds from the beginning."""
        return self._player.position()

    @property
    def length(self) -> int:
        """Milliseconds; 0 while it is not known."""
        return self._player.duration()

    @property
    def has_pictures(self) -> bool:
        """Whether it is a film."""
        return self._player.hasVideo()

    @property
    def volume(self) -> float:
        """From 0 to 1."""
        return self._sound.volume() if self._sound is not None else 0.0

    @property
    def is_muted(self) -> bool:
        """Whether the sound is off."""
        return self._sound is None or self._sound.isMuted()

    def open(self, body: bytes) -> None:
        """Takes a clip and stands at its beginning."""
        self.close()
        self._buffer.setData(QByteArray(body))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._player.setSourceDevice(self._buffer)
        # So that its first picture is seen.
        self._player.pause()

    def close(self) -> None:
        """Lets go of the clip."""
        self._player.stop()
        self._player.setSource(QUrl())
        if self._buffer.isOpen():
            self._buffer.close()
        self._buffer.setData(QByteArray())

    def turn(self) -> None:
        """Plays, or stands still."""
        if self.plays:
            self._player.pause()
        else:
            self._player.play()

    def pause(self) -> None:
        """Stands still."""
        self._player.pause()

    def go_to(self, position: int) -> None:
        """Goes to a place in milliseconds."""
        self._player.setPosition(max(0, min(position, self.length or position)))

    def set_volume(self, volume: float) -> None:
        """Makes it as loud as this, from 0 to 1."""
        if self._sound is not None:
            self._sound.setMuted(False)
            self._sound.setVolume(min(1.0, max(0.0, volume)))

    def mute(self) -> None:
        """Turns the sound off, or on again."""
        if self._sound is not None:
            self._sound.setMuted(not self._sound.isMuted())

    def picture(self) -> QImage:
        """Returns the picture that is to be seen now; a null one if there is none."""
        frame: QVideoFrame = self._sink.videoFrame()
        return frame.toImage() if frame.isValid() else QImage()

    def _connect(self) -> None:
        self._sink.videoFrameChanged.connect(self._show)
        self._player.positionChanged.connect(self._move)
        self._player.durationChanged.connect(self._measure)
        self._player.playbackStateChanged.connect(self._turn)
        self._player.errorOccurred.connect(self._fail)

    def _show(self, _frame: object) -> None:
        self.shown.emit()

    def _move(self, position: int) -> None:
        self.moved.emit(position)

    def _measure(self, length: int) -> None:
        self.measured.emit(length)

    def _turn(self, _state: object) -> None:
        self.turned.emit(self.plays)

    def _fail(self, _error: object, text: str) -> None:
        self.failed.emit(text)
