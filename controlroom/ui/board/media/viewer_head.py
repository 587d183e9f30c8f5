"""The head of the viewer: what is shown of how many, and everything that can be done with it."""

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.draw import words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import language
from controlroom.ui.plain import set_tip
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
HEIGHT = 48


class ViewerHead(Styled, QWidget):
    """Two lines of words at the left, buttons at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first, self._second = "", ""
        self.before, self.after = Button(Kind.GHOST, self), Button(Kind.GHOST, self)
        self.smaller, self.larger = Button(Kind.GHOST, self), Button(Kind.GHOST, self)
        self.fit, self.full = Button(Kind.SMALL, self), Button(Kind.SMALL, self)
        self.save, self.browse = Button(Kind.SMALL, self), Button(Kind.SMALL, self)
        self.close_ = Button(Kind.GHOST, self)
        self._row = QHBoxLayout(self)
        self._row.addStretch(1)
        for button in self._buttons():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._row.addWidget(button)
        self.follow()

    def say(self, first: str, second: str) -> None:
        """Shows what it is."""
        self._first, self._second = first, second
        self.update()

    def say_zoom(self, zoom: float) -> None:
        """Shows how large it is."""
        text = language().percent(round(100 * zoom))
        self.full.set_face(text)
        name = translate("Media", "Shown at {zoom}; 1 shows every pixel").format(zoom=text)
        self.full.setAccessibleName(name)
        set_tip(self.full, name)

    def offer(self, *, several: bool, zooms: bool, saves: bool, browses: bool) -> None:
        """Shows the buttons that are of use now."""
        for button in (self.before, self.after):
            button.setVisible(several)
        for button in (self.smaller, self.larger, self.fit, self.full):
            button.setVisible(zooms)
        self.save.setEnabled(saves)
        self.browse.setVisible(browses)

    def restyle(self) -> None:
        px = theme().metrics.px
        self.setFixedHeight(px(HEIGHT))
        self._row.setContentsMargins(0, 0, px(10), 0)
        self._row.setSpacing(px(4))

    def retranslate(self) -> None:
        for button, face, icon, name, key in (
            (self.before, "", "cleft", translate("Media", "Previous"), "PgUp"),
            (self.after, "", "cright", translate("Media", "Next"), "PgDn"),
            (self.smaller, "", "minus", translate("Media", "Smaller"), "−"),
            (self.larger, "", "plus", translate("Media", "Larger"), "+"),
            (self.fit, translate("Media", "Fit"), "", translate("Media", "Show all of it"),
             "0"),
            (self.save, translate("Media", "Save"), "save", translate("Media", "Save a copy"),
             "Ctrl S"),
            (self.browse, translate("Media", "Post"), "globe",
             translate("Media", "Open the post in the browser"), ""),
            (self.close_, "", "x", translate("Media", "Close"), "Esc"),
        ):  # fmt: skip
            button.set_face(face, icon)
            button.setAccessibleName(f"{name}, {key}" if key else name)
            set_tip(button, f"{name}  ·  {key}" if key else name)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        painter.fillRect(0, self.height() - 1, self.width(), 1, colours.line1)
        shown = [one for one in self._buttons() if one.isVisible()]
        end = min((one.x() for one in shown), default=self.width()) - px(12)
        first = QRect(px(16), px(5), end - px(16), px(20))
        words(painter, first, self._first, colours.text1, Type.LEAD, 600)
        second = QRect(px(16), px(26), end - px(16), px(16))
        words(painter, second, self._second, colours.text3, Type.SMALL)

    def _buttons(self) -> tuple[Button, ...]:
        return (
            self.before, self.after, self.smaller, self.full, self.larger, self.fit, self.save,
            self.browse, self.close_,
        )  # fmt: skip
