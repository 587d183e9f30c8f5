"""The list of hits: thousands of them, of which only those near the view are held."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from controlroom.model import clock
from controlroom.model.cached import CachedPost
from controlroom.model.query.tree import Everything, Node
from controlroom.ui.board.card.content import Ours
from controlroom.ui.board.card.look import look_now
from controlroom.ui.board.card.spoken import spoken
from controlroom.ui.board.card.state import CardState
from controlroom.ui.board.links.hover import Hover
from controlroom.ui.board.links.spans import Found, found_at
from controlroom.ui.board.list.gutter import Gutter
from controlroom.ui.controls.focus_ring import OWN_RING
from controlroom.ui.controls.styled import Styled
from controlroom.ui.review.choice import Choice
from controlroom.ui.review.row import CHECK, LEFT, TALK, HitRow, lay_out_hit
from controlroom.ui.review.row_paint import paint_hit, paint_nothing
from controlroom.ui.review.stock import Stock
from controlroom.ui.review.talks import HitPage, Talk, Talks
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from controlroom.ui.review.face import Find

translate = QCoreApplication.translate
AHEAD = 3
"""Screens below the view for which hits are read."""
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_J: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_K: -1}
OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_O)
SCREENS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)
FOLDING = {Qt.Key.Key_Left: True, Qt.Key.Key_Right: False}
OWN_KEYS = (*STEPS, *OPENING, *SCREENS, *ENDS, *FOLDING, Qt.Key.Key_Space)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
CHOOSING = {(Qt.Key.Key_Space, CTRL), (Qt.Key.Key_A, CTRL), *((key, SHIFT) for key in STEPS)}


class HitList(Styled, QAbstractScrollArea):
    """Hits, the newest first; one of them is current.

    Signals:
        wanted: hits below an id are to be read, 0 for the newest.
        moved: another hit is current; carries the stored post.
        opened: Enter, O or a double press on the current hit.
        media_pressed: one of its media is to be shown; carries its number, from 0.
        link_pressed: a link in its words was pressed; carries a `Link`.

    Attributes:
        picture_of: gives the pictures that are there.
        choice: the hits that are chosen.
        talks: the conversations they are grouped by, none where they are not.
    """

    wanted = Signal(object)
    moved = Signal(object)
    opened = Signal()
    media_pressed = Signal(int)
    link_pressed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stock, self.ours, self.choice = Stock(), Ours(), Choice(self)
        self.talks = Talks()
        self.picture_of: Find | None = None
        self.node: Node = Everything()
        self.current, self.waits = -1, False
        self._asked: set[int] = set()
        self._width, self._goes_on, self._untold = 0, False, False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(Gutter())
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(OWN_RING, True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hover = Hover(self.viewport())
        self.choice.changed.connect(self._show_choice)
        self.verticalScrollBar().valueChanged.connect(self._look_around)
        self.verticalScrollBar().valueChanged.connect(self.hover.leave)
        self.follow()

    def begin(self, node: Node, ours: Ours) -> None:
        """Awaits the hits of another search; what was found before stays until they come."""
        self.node, self.ours, self.waits = node, ours, True
        self._asked = {0}

    def take(self, before: int, page: HitPage) -> None:
        """Takes hits below an id (0: the newest of all)."""
        self._asked.discard(before)
        fresh, self.waits = self.waits and before == 0, self.waits and before != 0
        if fresh:
            self._start_anew()
        if before and self.stock.place_of_page(before) < 0 and before != self.stock.next_before():
            return
        self.talks.take(page)
        if page.posts:
            self._put(before, page)
        if page.last and (not before or before == self._last_cursor() or not page.posts):
            self.stock.whole = True
        self._set_range()
        self._go_on()
        if fresh and self.hasFocus():
            self._go_to(0)
        self._look_around()

    def forget(self) -> None:
        """Shows nothing."""
        self.waits = False
        self._start_anew()
        self._set_range()

    def post(self) -> CachedPost | None:
        """Returns the current hit, None if there is none."""
        return self.stock.post(self.current)

    def step(self, step: int) -> None:
        """Makes the next (1) or previous (-1) hit current."""
        self._go_to(max(0, self.current + step))

    def learn(self, ours: Ours) -> None:
        """Takes what the force's own profiles are."""
        if ours != self.ours:
            self.ours = ours
            self._lay_anew()

    def row_rect(self, number: int) -> QRect:
        """Returns where a hit is in the view."""
        top, height = self.stock.top_of(number)
        shift = self.verticalScrollBar().value()
        return QRect(0, top - shift, self.viewport().width(), height)

    def focused_rect(self) -> QRect:
        """Returns where the current hit is in the view."""
        return self.row_rect(self.current)

    def restyle(self) -> None:
        self._lay_anew()

    def retranslate(self) -> None:
        self.setAccessibleName(translate("Review", "Posts found"))
        self._lay_anew()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self.viewport()), look_now()
        painter.fillRect(event.rect(), look.palette.bg1)
        if not self.stock.count():
            if not self.waits:
                paint_nothing(painter, self.viewport().rect(), self._why_none(), look)
            return
        shift, dirty = self.verticalScrollBar().value(), event.rect()
        for number, top, row in self._rows_between(shift + dirty.top(), shift + dirty.bottom()):
            painter.save()
            painter.translate(0, top - shift)
            focused = self.hasFocus()
            width, current = self.viewport().width(), number == self.current
            tick = self.choice.tick_of(row.content.id)
            paint_hit(
                painter, row, width, look, current=current, focused=focused, tick=tick,
                find=self.picture_of,
            )  # fmt: skip
            if row.content.id == self.hover.whose:
                self.hover.paint(painter, row.body.topLeft(), look.palette.accent)
            painter.restore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.viewport().width() != self._width:
            self._lay_anew()
        self._set_range()
        self._look_around()

    def event(self, event: QEvent) -> bool:
        """Keys that also are commands of the board belong to the list while it has the keyboard."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            key = Qt.Key(event.key())
            if (not held and key in OWN_KEYS) or (key, held) in CHOOSING:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = not held
        if (key, held) in CHOOSING:
            self._choose(key)
        elif plain and key in STEPS:
            self.step(STEPS[key])
        elif plain and key in SCREENS:
            self._screen(SCREENS[key])
        elif key is Qt.Key.Key_Space:
            self._screen(-1 if event.modifiers() else 1)
        elif plain and key in ENDS:
            self._go_to(0 if key is Qt.Key.Key_Home else self.stock.count() - 1)
        elif plain and key in OPENING:
            self.opened.emit()
        elif plain and key in FOLDING:
            self.fold(FOLDING[key])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        y = round(event.position().y()) + self.verticalScrollBar().value()
        number = self.stock.number_at(y)
        if number < 0:
            return
        if self._press_head(number, y):
            return
        before, held = self.current, event.modifiers()
        self._go_to(number)
        if held & SHIFT and before >= 0:
            self.choice.add(self._ids_between(before, number))
        elif held & CTRL or event.position().x() < theme().metrics.px(LEFT + CHECK - 4):
            self.choice.toggle(self.stock.id_of(number))
        elif event.button() is Qt.MouseButton.LeftButton:
            self._press(event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._under(event.position().toPoint())
        if over is None:
            self.hover.leave()
            return
        number, row, inside = over
        acts = inside.y() < row.top or any(one.rect.contains(inside) for one in row.media)
        self.hover.over(row.content.id, self._link(number, row, inside), acts=acts)

    def fold(self, folded: bool) -> None:
        """Folds the conversation of the current hit, or unfolds it."""
        talk = self.talks.around(self.stock.id_of(max(0, self.current)))
        if self.current >= 0 and talk is not None and talk.is_folded is not folded:
            self._turn(talk)

    def _press_head(self, number: int, y: int) -> bool:
        """Folds or unfolds the conversation whose head is pressed; returns whether one is."""
        talk = self.talks.above(self.stock.id_of(number))
        if talk is None or y >= self.stock.top_of(number)[0] + theme().metrics.px(TALK):
            return False
        self._turn(talk)
        return True

    def _turn(self, talk: Talk) -> None:
        """What was shown stays until the page has come again."""
        page = self.stock.page_of(talk.lead)
        if page is not None:
            self.talks.turn(talk.lead)
            self._asked.discard(page.before)
            self._ask(page.before)

    def _press(self, at: QPoint) -> None:
        """Opens the medium or the link at a place of the view."""
        over = self._under(at)
        if over is None:
            return
        number, row, inside = over
        link = self._link(number, row, inside)
        for place, one in enumerate(row.media):
            if one.rect.contains(inside):
                self.media_pressed.emit(place)
        if link is not None:
            self.link_pressed.emit(link.link)

    def _under(self, at: QPoint) -> tuple[int, HitRow, QPoint] | None:
        """Returns the hit at a place of the view with its number, and the place in its row."""
        y = at.y() + self.verticalScrollBar().value()
        wanted = self.stock.number_at(y)
        for number, top, row in self._rows_between(y, y):
            if number == wanted:
                return number, row, QPoint(at.x(), y - top)
        return None

    def _link(self, number: int, row: HitRow, inside: QPoint) -> "Found | None":
        """Returns the link at a place of a row; a warning or a quote in its place has none."""
        post = self.stock.post(number)
        if post is None or row.text is None or row.content.warning or not row.content.text:
            return None
        return found_at(post.post, row.text.layout, inside - row.body.topLeft())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.position().x() < theme().metrics.px(LEFT + CHECK - 4):
            self.mousePressEvent(event)
        else:
            self.opened.emit()

    def choose_all(self) -> None:
        """Chooses every hit that has been read so far."""
        self.choice.add(self.stock.ids())

    def _choose(self, key: Qt.Key) -> None:
        """Chooses by keys: the current hit, the next ones with it, or all."""
        if key is Qt.Key.Key_A:
            self.choose_all()
            return
        if self.current < 0:
            self._go_to(0)
        if key is Qt.Key.Key_Space and self.current >= 0:
            self.choice.toggle(self.stock.id_of(self.current))
        elif self.current >= 0:
            before = self.current
            self.step(STEPS[key])
            self.choice.add(self._ids_between(before, self.current))

    def _ids_between(self, one: int, other: int) -> list[int]:
        first, last = sorted((one, other))
        return [self.stock.id_of(number) for number in range(first, last + 1)]

    def _show_choice(self) -> None:
        self._say(self.current)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self.current < 0 and self.stock.count():
            self._go_to(0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.viewport().update()

    def _start_anew(self) -> None:
        self.stock.clear()
        self.talks.clear()
        self.current, self._goes_on, self._untold = -1, False, False
        self.choice.let_go()
        self._asked.clear()
        self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def _last_cursor(self) -> int:
        return self.stock.pages[-1].before if self.stock.pages else 0

    def _put(self, before: int, page: HitPage) -> None:
        """What is in view stays where it is, even if a page comes back with other heights."""
        shift = self.verticalScrollBar().value()
        anchor = self.stock.number_at(shift)
        seen, current = self.stock.id_of(max(0, anchor)), self.stock.id_of(max(0, self.current))
        top = self.stock.top_of(anchor)[0]
        self.stock.put(before, page.before, page.posts, self._lay_out(page.posts))
        if anchor >= 0:
            self._set_range()
            anchor = self._now_at(seen)
            self.verticalScrollBar().setValue(shift + self.stock.top_of(anchor)[0] - top)
        if self.current >= 0:
            self.current = self._now_at(current)
            self._untold = self._untold or self.stock.id_of(self.current) != current
        self.viewport().update()

    def _now_at(self, post_id: int) -> int:
        """Returns where a hit is, or the one that shows in its place if it was folded away."""
        found = self.stock.number_of(post_id)
        if found < 0:
            found = self.stock.number_of(self.talks.lead_of(post_id))
        return max(0, found)

    def _lay_out(self, posts: list[CachedPost]) -> list[HitRow]:
        look, width = look_now(), max(200, self.viewport().width())
        self._width = self.viewport().width()
        above, lead = self.talks.above, self.talks.lead_of
        return [
            lay_out_hit(
                one, self.ours, self.node, width, look, above(one.id), joined=bool(lead(one.id))
            )
            for one in posts
        ]

    def _lay_anew(self) -> None:
        shift = self.verticalScrollBar().value()
        anchor = self.stock.number_at(shift)
        into = shift - self.stock.top_of(anchor)[0]
        for place, posts in self.stock.loaded().items():
            self.stock.lay(place, self._lay_out(posts))
        self._set_range()
        if anchor >= 0:
            self.verticalScrollBar().setValue(self.stock.top_of(anchor)[0] + into)
        self.viewport().update()

    def _set_range(self) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, self.stock.height() - height))
        bar.setPageStep(max(1, height))
        bar.setSingleStep(theme().metrics.px(40))

    def _look_around(self, *_value: int) -> None:
        """Asks for what is or will soon be in view and is not here."""
        shift, height = self.verticalScrollBar().value(), max(1, self.viewport().height())
        first = max(0, self.stock.page_at(max(0, shift - height)))
        last = self.stock.page_at(shift + 2 * height)
        for place in range(first, last + 1):
            if self.stock.rows(place) is None:
                self._ask(self.stock.pages[place].before)
        if self._needs_more() or shift + (AHEAD + 1) * height > self.stock.height():
            self._ask_on()
        self.viewport().update()

    def _needs_more(self) -> bool:
        return self._goes_on and not self.stock.whole

    def _ask_on(self) -> None:
        if not self.stock.whole and self.stock.count():
            self._ask(self.stock.next_before())

    def _ask(self, before: int) -> None:
        if before not in self._asked:
            self._asked.add(before)
            self.wanted.emit(before)

    def _rows_between(self, above: int, below: int) -> list[tuple[int, int, HitRow]]:
        place, found = max(0, self.stock.page_at(above)), []
        start = sum(len(page.ids) for page in self.stock.pages[:place])
        for at in range(place, len(self.stock.pages)):
            page, rows = self.stock.pages[at], self.stock.rows(at)
            if page.top > below:
                break
            top = page.top
            for number, height in enumerate(page.heights):
                if rows is not None and top <= below and top + height >= above:
                    found.append((start + number, top, rows[number]))
                top += height
            start += len(page.ids)
        return found

    def _screen(self, step: int) -> None:
        """Moves a screen down or up; the hit at the same height becomes current."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top = self.stock.top_of(max(0, self.current))[0]
        bar.setValue(bar.value() + step * height)
        number = self.stock.number_at(max(0, top + step * height))
        self._go_to(number if number >= 0 else (self.stock.count() - 1 if step > 0 else 0))

    def _go_to(self, number: int) -> None:
        count = self.stock.count()
        # A step beyond what has been read is taken once it has.
        self._goes_on = number >= count and not self.stock.whole
        if self._goes_on:
            self._ask_on()
        number = min(number, count - 1)
        if number < 0 or number == self.current:
            return
        self.current = number
        self._bring_into_view(number)
        self._untold = True
        self._tell()
        self._look_around()

    def _tell(self) -> None:
        """Tells of the current hit once its post is here."""
        post = self.stock.post(self.current)
        if self._untold and post is not None:
            self._untold = False
            self._say(self.current)
            self.moved.emit(post)

    def _go_on(self) -> None:
        if self._goes_on and self.current + 1 < self.stock.count():
            self._goes_on = False
            self.step(1)
        self._tell()

    def _bring_into_view(self, number: int) -> None:
        top, height = self.stock.top_of(number)
        bar, room = self.verticalScrollBar(), self.viewport().height()
        if top < bar.value():
            bar.setValue(top)
        elif top + height > bar.value() + room:
            bar.setValue(min(top, top + height - room))
        self.viewport().update()

    def _say(self, number: int) -> None:
        row = self.stock.row(number)
        if row is not None:
            chosen = row.content.id in self.choice.ids
            heard = spoken(row.content, CardState(read=True, chosen=chosen), clock.now())
            above = f"{row.talk.spoken()} " if row.talk is not None else ""
            self.setAccessibleDescription(above + heard)

    def _why_none(self) -> str:
        if isinstance(self.node, Everything):
            return translate("Review", "Nothing is kept yet.")
        return translate("Review", "No post that is kept here fits this search.")
