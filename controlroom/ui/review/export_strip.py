"""How an export goes on: a bar, a number, a way to stop it, and what came of it."""

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from controlroom.model.errors import WorldError
from controlroom.store.export.run import Exported
from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.draw import words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import counted, language, told
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
HEIGHT, BAR = 38, 180


class ExportStrip(Styled, QWidget):
    """A row that is there only while an export runs or has something to say.

    Signals:
        stopped: the export is to end.
    """

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done, self._total, self.runs, self.text = 0, 0, False, ""
        self._failed = False
        self.button = Button(Kind.SMALL, self)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.clicked.connect(self._press)
        self._row = QHBoxLayout(self)
        self._row.addStretch(1)
        self._row.addWidget(self.button)
        self.hide()
        self.follow()

    def begin(self, total: int) -> None:
        """Shows that an export of about so many posts has begun."""
        self.runs, self._failed, self._total = True, False, max(1, total)
        self.go_on(0)
        self._face()
        self.show()

    def go_on(self, done: int) -> None:
        """Shows how many posts are written."""
        if self.runs:
            self._done = done
            template = translate("Review", "Exporting: {done} of {total}")
            figures = language().figure(done), language().figure(max(done, self._total))
            self._say(template.format(done=figures[0], total=figures[1]))

    def end(self, done: Exported | None) -> None:
        """Shows what was written, None if it was stopped."""
        self.runs = False
        self._face()
        if done is None:
            self._say(translate("Review", "The export was stopped; no file was left."))
            return
        posts = counted(
            done.posts, translate("Review", "{n} post"), translate("Review", "{n} posts")
        )
        template = translate("Review", "Exported: {posts}, {size}, {name}. SHA-256 {sum}")
        size, short = language().size(done.size), f"{done.sha256[:8]}…{done.sha256[-8:]}"
        self._say(
            template.format(
                posts=posts, size=size, name=language().quoted(done.path.name), sum=short
            )
        )
        self.setAccessibleDescription(done.sha256)

    def fail(self, error: WorldError) -> None:
        """Says why there is no file."""
        self.runs, self._failed = False, True
        self._face()
        self._say(told(error))

    def restyle(self) -> None:
        px = theme().metrics.px
        self.setFixedHeight(px(HEIGHT))
        self._row.setContentsMargins(px(14), 0, px(14), 0)

    def retranslate(self) -> None:
        self._face()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        painter.fillRect(self.rect(), colours.red_tint if self._failed else colours.bg2)
        painter.fillRect(0, self.height() - 1, self.width(), 1, colours.line1)
        left, middle, size = px(14), self.height() // 2, px(15)
        ink = colours.red if self._failed else colours.text2
        icon = "warn" if self._failed else "export" if self.runs else "check"
        draw_icon(painter, icon, left, middle - size // 2, size, ink)
        left += size + px(9)
        if self.runs:
            bar = QRect(left, middle - px(3), px(BAR), px(6))
            box(painter, bar, 2, colours.bg0, colours.line3)
            share = min(1.0, self._done / self._total)
            filled = QRect(bar.x(), bar.y(), round(bar.width() * share), bar.height())
            box(painter, filled, 2, colours.accent)
            left = bar.right() + px(12)
        place = QRect(left, 0, self.button.x() - left - px(8), self.height())
        words(painter, place, self.text, colours.text1, Type.SMALL, 500)

    def _say(self, text: str) -> None:
        self.text = text
        self.setAccessibleName(text)
        self.update()

    def _face(self) -> None:
        stop = translate("Review", "Stop the export")
        away = translate("Review", "Close this note")
        self.button.set_face(translate("Review", "Stop") if self.runs else "", "x")
        self.button.setAccessibleName(stop if self.runs else away)

    def _press(self) -> None:
        if self.runs:
            self.stopped.emit()
        else:
            self.hide()
