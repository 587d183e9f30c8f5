"""Sounds an alert: quietly, from a file of our own, or with the system's tone where none plays."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtWidgets import QApplication

from controlroom.bundle import bundled
from controlroom.model.alert import Level

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

    from controlroom.settings import Settings

LOUDEST = 100
NIGHT_BEGINS, NIGHT_ENDS = 22, 6
"""Hours of the day between which alerts are as loud as is set for the night."""
FILES = {Level.ALERT: "alert.wav", Level.CRITICAL: "critical.wav"}


def loudness(settings: "Settings", now: datetime) -> int:
    """Returns how loud alerts are at a local moment, in percent."""
    is_night = now.hour >= NIGHT_BEGINS or now.hour < NIGHT_ENDS
    return settings.night_sound if is_night else LOUDEST


class Chime(QObject):
    """Loads Qt's multimedia when something is to be heard for the first time."""

    def __init__(
        self, parent: QObject | None = None, loudness: Callable[[], int] = lambda: LOUDEST
    ) -> None:
        super().__init__(parent)
        self._loudness = loudness
        self._effects: dict[Level, QSoundEffect] | None = None

    def ring(self, level: Level) -> None:
        """Rings once, in the manner of a level and as loud as it may be now."""
        percent = self._loudness()
        if not percent:
            return
        if self._effects is None:
            self._effects = self._loaded()
        effect = self._effects.get(level)
        if effect is None:
            QApplication.beep()
        else:
            effect.setVolume(percent / LOUDEST)
            effect.play()

    def _loaded(self) -> "dict[Level, QSoundEffect]":
        """Returns nothing where sounds cannot be played: a library or a device is missing."""
        try:
            from PySide6.QtMultimedia import QMediaDevices, QSoundEffect
        except ImportError:
            return {}
        if QMediaDevices.defaultAudioOutput().isNull():
            return {}
        found = {}
        for level, name in FILES.items():
            effect = found[level] = QSoundEffect(self)
            effect.setSource(QUrl.fromLocalFile(str(bundled("sounds", name))))
        return found
