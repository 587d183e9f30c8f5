"""The head of a column: title row, and the stream line where news is announced."""

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from controlroom.ui.board.column.standing import Standing
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.count import count_width, draw_count
from controlroom.ui.controls.draw import CLEAR, box, width_of, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import counted, language
from controlroom.ui.plain import set_tip
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
MOST_SHOWN = 99
MOST_UNREAD = 999


class Pill(Styled, QAbstractButton):
    """How many new posts wait; a press shows them. Only an outline while the column is paused."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count, self.outline = 0, False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow()

    def say(self, count: int, *, outline: bool) -> None:
        """Shows a number, nothing for 0."""
        self.count, self.outline = count, outline
        self.retranslate()
        self.setVisible(count > 0)
        self.updateGeometry()
        self.update()

    def retranslate(self) -> None:
        number = language().figure(min(self.count, MOST_SHOWN))
        number += "+" if self.count > MOST_SHOWN else ""
        text = translate("Column", "{n} waiting") if self.outline else translate("Column", "{n} new")
        self.setText(text.format(n=number))
        name = translate("Column", "Show {text}, full stop").format(text=self.text())
        self.setAccessibleName(name)
        set_tip(self, translate("Column", "Show new posts  ·  ."))

    def sizeHint(self) -> QSize:
        px = theme().metrics.px
        width = px(6 + 11 + 4 + 8) + width_of(self.text(), Type.CAPTION, 600)
        return QSize(width, theme().metrics.height.pill)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        ground = CLEAR if self.outline else colours.accent_fill
        edge = colours.accent_line if self.outline else None
        colour = colours.accent if self.outline else colours.on_accent
        box(painter, self.rect(), self.height() / 2, ground, edge)
        top = (self.height() - px(11)) // 2
        draw_icon(painter, "up", px(6), top, px(11), colour)
        area = self.rect().adjusted(px(6 + 11 + 4), 0, -px(4), 0)
        words(painter, area, self.text(), colour, Type.CAPTION, 600)


class TitleRow(Styled, QWidget):
    """Glyph, title, how many are unread, and the buttons.

    Signals:
        dragged: the head is being drawn sideways; carries the place on the screen.
        dropped: it was let go.
    """

    dragged = Signal(QPoint)
    dropped = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.glyph, self.title, self.unread, self.more_unread = "list", "", 0, False
        self.pause, self.more = Button(Kind.GHOST, self), Button(Kind.GHOST, self)
        self._pressed: QPoint | None = None
        self._row = QHBoxLayout(self)
        self._row.addStretch(1)
        for button in (self.pause, self.more):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._row.addWidget(button)
        self.follow()

    def restyle(self) -> None:
        self.setFixedHeight(theme().metrics.height.column_title)
        self._row.setContentsMargins(0, 0, theme().metrics.px(5), 0)
        self._row.setSpacing(0)

    def say_paused(self, paused: bool) -> None:
        """Shows the way on while the column is paused."""
        self.pause.set_face("", "play" if paused else "pause")
        name = translate("Column", "Go on, P") if paused else translate("Column", "Pause, P")
        self.pause.setAccessibleName(name)
        set_tip(self.pause, name.replace(", P", "  ·  P"))
        self.pause.update()

    def retranslate(self) -> None:
        self.more.set_face("", "more")
        name = translate("Column", "More about this column")
        self.more.setAccessibleName(name)
        set_tip(self.more, name)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        middle = self.height() // 2
        draw_icon(painter, self.glyph, px(12), middle - px(8), px(16), colours.text2)
        left, end = px(12 + 16 + 7), self.pause.x() - px(4)
        count = self._count()
        badge = count_width(count) + px(7) if count else 0
        width = min(width_of(self.title, Type.BODY, 600), end - left - badge)
        area = QRect(left, 0, max(0, width), self.height())
        words(painter, area, self.title, colours.text1, Type.BODY, 600)
        if count:
            draw_count(painter, left + width + px(7), middle - px(8), count)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.globalPosition().toPoint()
        event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.globalPosition().toPoint()
        far = self._pressed is not None and abs(place.x() - self._pressed.x()) > theme().metrics.px(8)
        if far:
            self.dragged.emit(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        self.dropped.emit(event.globalPosition().toPoint())

    def _count(self) -> str:
        if not self.unread:
            return ""
        over = self.more_unread or self.unread > MOST_UNREAD
        return language().figure(min(self.unread, MOST_UNREAD)) + ("+" if over else "")


class StreamLine(Styled, QWidget):
    """State in an icon and a word, and the pill."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.standing = Standing("sync", "")
        self.pill = Pill(self)
        self._row = QHBoxLayout(self)
        self._row.addStretch(1)
        self._row.addWidget(self.pill)
        self.follow()

    def restyle(self) -> None:
        self.setFixedHeight(theme().metrics.height.stream_line)
        self._row.setContentsMargins(0, 1, theme().metrics.px(8), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        painter.fillRect(0, 0, self.width(), 1, colours.line1)
        colour = getattr(colours, self.standing.colour)
        middle, size = (self.height() + 1) // 2, px(12)
        if self.standing.icon == "dot":
            size = px(6)
            dot = QRect(px(12), middle - size // 2, size, size)
            box(painter, dot, size / 2, colour)
        else:
            draw_icon(painter, self.standing.icon, px(12), middle - size // 2, size, colour)
        end = self.pill.x() - px(6) if self.pill.isVisible() else self.width() - px(8)
        left = px(12) + size + px(5)
        area = QRect(left, 1, end - left, self.height() - 1)
        words(painter, area, self.standing.word, colour, Type.CAPTION, 500)
        left += width_of(self.standing.word, Type.CAPTION, 500) + px(6)
        rest = QRect(left, 1, max(0, end - left), self.height() - 1)
        if rest.width() > px(24):
            words(painter, rest, self.standing.detail, colours.text3, Type.CAPTION)


class NoteBox(Styled, QWidget):
    """What is wrong with the stream, above the cards."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standing = Standing("", "")
        self.hide()
        self.follow()

    def show_standing(self, standing: Standing) -> None:
        """Shows the note of a standing; takes no room where there is none."""
        self._standing = standing
        note = standing.note
        self.setVisible(note is not None)
        if note is not None:
            self.setAccessibleName(f"{note.heading} {note.text}")
            self.fit(self.width())
        self.update()

    def fit(self, width: int) -> None:
        """Takes the height the words need at a width."""
        self.setFixedHeight(self._text_height(width) + theme().metrics.px(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        note = self._standing.note
        if note is None:
            return
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        painter.fillRect(self.rect(), colours.red_tint if note.alert else colours.bg3)
        edge = colours.red_fill if note.alert else colours.line3
        painter.fillRect(0, 0, 3, self.height(), edge)
        colour = colours.red if note.alert else colours.text2
        draw_icon(painter, note.icon, px(13), px(9), px(16), colour)
        line = theme().fonts.line(Type.SMALL)
        first = QRect(px(38), px(8), self.width() - px(48), line)
        words(painter, first, note.heading, colours.text1, Type.SMALL, 600)
        painter.setFont(theme().fonts.font(Type.SMALL))
        painter.setPen(colours.text2 if not note.alert else colours.text1)
        rest = first.translated(0, line).adjusted(0, 0, 0, self.height())
        painter.drawText(rest, int(Qt.TextFlag.TextWordWrap), note.text)

    def _text_height(self, width: int) -> int:
        note, line = self._standing.note, theme().fonts.line(Type.SMALL)
        if note is None:
            return 0
        room = QRect(0, 0, max(1, width - theme().metrics.px(48)), 10_000)
        measure = theme().fonts.measure(Type.SMALL)
        text = measure.boundingRect(room, int(Qt.TextFlag.TextWordWrap), note.text)
        return line + text.height()


class Head(Styled, QWidget):
    """Title row and stream line on the ground of a panel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.line = TitleRow(self), StreamLine(self)
        self.current = False
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 1)
        rows.setSpacing(0)
        rows.addWidget(self.title)
        rows.addWidget(self.line)
        self.follow()

    def mark(self, current: bool) -> None:
        """Marks the column as the one keys act on, or not."""
        if current != self.current:
            self.current = current
            self.update()

    def say(self, glyph: str, title: str) -> None:
        """Shows glyph and title."""
        self.title.glyph, self.title.title = glyph, title
        self.title.update()

    def say_unread(self, number: int, *, more: bool) -> None:
        """Shows how many posts are unread; `more` if there are others."""
        if (number, more) != (self.title.unread, self.title.more_unread):
            self.title.unread, self.title.more_unread = number, more
            self.title.update()

    def say_standing(self, standing: Standing, waiting: int, *, paused: bool) -> None:
        """Shows how the stream stands and what waits."""
        line = self.line
        if (standing, waiting, paused) == (line.standing, line.pill.count, line.pill.outline):
            return
        line.standing = standing
        line.pill.say(waiting, outline=paused)
        self.title.say_paused(paused)
        line.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme().palette
        painter.fillRect(self.rect(), colours.bg2)
        painter.fillRect(0, self.height() - 1, self.width(), 1, colours.line1)
        if self.current:
            painter.fillRect(0, 0, self.width(), 2, colours.accent)


def unread_words(number: int, *, more: bool) -> str:
    """Returns how many are unread, for a screen reader."""
    said = counted(number, translate("Column", "{n} unread"), translate("Column", "{n} unread"))
    return translate("Column", "more than {text}").format(text=said) if more else said

