"""What a clip is worked with: play, place, loudness."""

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from controlroom.ui.board.card.media import length as told_length
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.plain import set_tip
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
HEIGHT, LOUDNESS = 44, 100


class ClipBar(Styled, QWidget):
    """Buttons and slides below a clip.

    Signals:
        turned: play or stand still.
        sought: a place was chosen; carries milliseconds.
        muted: sound off or on.
        loudness: another loudness was chosen; carries 0 to 100.
    """

    turned = Signal()
    sought = Signal(int)
    muted = Signal()
    loudness = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.play, self.sound = Button(Kind.GHOST, self), Button(Kind.GHOST, self)
        self.place = QSlider(Qt.Orientation.Horizontal, self)
        self.loud = QSlider(Qt.Orientation.Horizontal, self)
        self.time = Prose(Type.SMALL, 400, "text2", self)
        self._plays, self._mute, self._heard = False, False, True
        self._row = QHBoxLayout(self)
        for part in (self.play, self.place, self.time, self.sound, self.loud):
            self._row.addWidget(part, 1 if part is self.place else 0)
        for button in (self.play, self.sound):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.loud.setRange(0, LOUDNESS)
        self.place.valueChanged.connect(self.sought)
        self.loud.valueChanged.connect(self.loudness)
        self.play.clicked.connect(self.turned)
        self.sound.clicked.connect(self.muted)
        self.follow()

    def say(self, *, plays: bool, at: int, length: int) -> None:
        """Shows where a clip is; milliseconds."""
        with QSignalBlocker(self.place):
            self.place.setRange(0, max(1, length))
            self.place.setValue(at)
        self.time.set_text(f"{told_length(at)} / {told_length(length)}")
        if plays != self._plays:
            self._plays = plays
            self.retranslate()

    def say_sound(self, *, heard: bool, mute: bool, volume: float) -> None:
        """Shows how loud it is; what cannot be heard has no slide."""
        with QSignalBlocker(self.loud):
            self.loud.setValue(round(volume * LOUDNESS))
        self._mute, self._heard = mute, heard
        self.loud.setEnabled(heard)
        self.sound.setEnabled(heard)
        self.retranslate()

    def restyle(self) -> None:
        px = theme().metrics.px
        self.setFixedHeight(px(HEIGHT))
        self._row.setContentsMargins(px(12), 0, px(12), 0)
        self._row.setSpacing(px(8))
        self.loud.setFixedWidth(px(96))
        self.time.fix_width(px(96))
        self.setStyleSheet(_sheet())

    def retranslate(self) -> None:
        turn = translate("Media", "Pause") if self._plays else translate("Media", "Play")
        sound = translate("Media", "Sound on") if self._mute else translate("Media", "Sound off")
        if not self._heard:
            sound = translate("Media", "No sound device was found")
        for button, text, icon, key in (
            (self.play, turn, "pause" if self._plays else "play", translate("Keys", "Space")),
            (self.sound, sound, "mute" if self._mute else "sound", "M"),
        ):
            button.set_face("", icon)
            button.setAccessibleName(f"{text}, {key}")
            set_tip(button, f"{text}  ·  {key}")
        self.place.setAccessibleName(translate("Media", "Place in the clip"))
        self.loud.setAccessibleName(translate("Media", "Loudness"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme().palette
        painter.fillRect(self.rect(), colours.bg2)
        painter.fillRect(0, 0, self.width(), 1, colours.line1)


def _sheet() -> str:
    colours, px = theme().palette, theme().metrics.px
    side = px(14)
    return (
        f"QSlider::groove:horizontal {{ background: {colours.line2.name()}; height: 4px;"
        f" border-radius: 2px; }} QSlider::sub-page:horizontal {{"
        f" background: {colours.accent.name()}; border-radius: 2px; }}"
        f" QSlider::handle:horizontal {{ background: {colours.text1.name()}; width: {side}px;"
        f" margin: -{side // 2 - 2}px 0; border-radius: {side // 2}px; }}"
        f" QSlider::handle:horizontal:disabled {{ background: {colours.line3.name()}; }}"
    )
