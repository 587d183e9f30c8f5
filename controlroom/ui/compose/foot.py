"""The foot of the composer: throw away, what is kept, what will happen, keep and send."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from controlroom.ui.compose.prospect import Prospect
from controlroom.ui.compose.when_told import clock_told
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.draw import fill, width_of, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.plain import set_tip
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
HEIGHT, ICON = 54, 15


class Outlook(Styled, QWidget):
    """The sentence before the buttons: what locks them, then what will happen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._why, self._then = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.follow()

    def say(self, why_not: str, then: str) -> None:
        """Sets both halves."""
        self._why, self._then = why_not, then
        whole = f"{why_not} {then}".strip()
        self.setAccessibleName(whole)
        set_tip(self, whole)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        why = width_of(self._why, Type.SMALL, 600) if self._why else 0
        then = width_of(self._then, Type.SMALL)
        icon = px(ICON + 6) if self._why else 0
        left = max(0, self.width() - icon - why - then - px(8))
        if self._why:
            top = (self.height() - px(ICON)) // 2
            draw_icon(painter, "lock", left, top, px(ICON), colours.red)
            first = QRect(left + icon, 0, min(why, self.width() - left - icon), self.height())
            words(painter, first, self._why, colours.text1, Type.SMALL, 600)
            left = first.right() + px(6)
        rest = QRect(left, 0, self.width() - left, self.height())
        if rest.width() > 0:
            words(painter, rest, self._then, colours.text2, Type.SMALL)


class Foot(Styled, QWidget):
    """Buttons and what they do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.discard, self.keep, self.send = Button(Kind.GHOST), Button(), Button(Kind.MAIN)
        self.outlook = Outlook(self)
        self._saved, self._failed = "", ""
        self._verb = ""
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.discard)
        self._row.addSpacing(1)
        self._kept = _Quiet(self)
        self._row.addWidget(self._kept)
        self._row.addWidget(self.outlook, 1)
        for button in (self.discard, self.keep, self.send):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._row.addWidget(self.keep)
        self._row.addWidget(self.send)
        self.follow()

    def say_saved(self, at: datetime | None, *, failed: bool = False) -> None:
        """Tells when the draft was kept last."""
        if failed:
            text = translate("Compose", "The draft is not kept: this workstation cannot write.")
        elif at is None:
            text = ""
        else:
            text = translate("Compose", "Draft saved {time}, on this workstation")
            text = text.format(time=clock_told(at))
        self._kept.say(text, "red" if failed else "text3")

    def show_prospect(self, found: Prospect, verb: str = "") -> None:
        """Shows what will happen, and lets it happen or says why not."""
        self._verb = verb or found.verb
        self.outlook.say(found.why_not, found.then)
        self.send.setEnabled(not found.why_not)
        self.send.set_face(self._verb, "approvals" if found.steps else "send", "Ctrl ↵")
        self.send.setAccessibleName(f"{self._verb}, Ctrl Enter")
        self.send.setAccessibleDescription(f"{found.why_not} {found.then}".strip())
        set_tip(self.send, found.why_not or f"{self._verb}  ·  Ctrl Enter")

    def set_roomy(self, roomy: bool) -> None:
        """Leaves out keys and the time of keeping in a narrow window."""
        self.keep.set_roomy(roomy)
        self.send.set_roomy(roomy)
        self._kept.setVisible(roomy)

    def restyle(self) -> None:
        px = theme().metrics.px
        self.setFixedHeight(px(HEIGHT))
        self._row.setContentsMargins(px(16), 1, px(16), 0)
        self._row.setSpacing(px(10))

    def retranslate(self) -> None:
        text = translate("Compose", "Discard")
        self.discard.set_face(text, "trash")
        self.discard.setAccessibleName(text)
        text = translate("Compose", "Save draft")
        self.keep.set_face(text, "save", "Ctrl S")
        self.keep.setAccessibleName(f"{text}, Ctrl S")
        set_tip(self.keep, f"{text}  ·  Ctrl S")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme().palette
        fill(painter, self.rect(), colours.bg2)
        fill(painter, QRect(0, 0, self.width(), 1), colours.line2)


class _Quiet(Styled, QWidget):
    """A quiet line of words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._ink = "", "text3"
        self.follow()

    def say(self, text: str, ink: str) -> None:
        self._text, self._ink = text, ink
        self.setAccessibleName(text)
        self.restyle()
        self.update()

    def restyle(self) -> None:
        self.setFixedSize(width_of(self._text, Type.SMALL) + 2, theme().metrics.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        ink = getattr(theme().palette, self._ink)
        words(QPainter(self), self.rect(), self._text, ink, Type.SMALL)
