"""What a list of hits holds and shows: thousands of them, of which only those near the view."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from controlroom.model import clock
from controlroom.model.cached import CachedPost
from controlroom.model.query.tree import Everything, Node
from controlroom.ui.board.card.content import Ours
from controlroom.ui.board.card.look import look_now
from controlroom.ui.board.card.spoken import spoken
from controlroom.ui.board.card.state import CardState
from controlroom.ui.board.links.hover import Hover
from controlroom.ui.board.list.gutter import scroll_in_gutter
from controlroom.ui.controls.styled import Styled
from controlroom.ui.review.choice import Choice
from controlroom.ui.review.row import HitRow, lay_out_hit
from controlroom.ui.review.row_paint import paint_hit, paint_nothing
from controlroom.ui.review.stock import Stock
from controlroom.ui.review.talks import HitPage, Talk, Talks
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from controlroom.ui.review.face import Find

translate = QCoreApplication.translate
AHEAD = 3
"""Screens below the view for which hits are read."""


class HitBody(Styled, QAbstractScrollArea):
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
        scroll_in_gutter(self)
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

    def fold(self, folded: bool) -> None:
        """Folds the conversation of the current hit, or unfolds it."""
        talk = self.talks.around(self.stock.id_of(max(0, self.current)))
        if self.current >= 0 and talk is not None and talk.is_folded is not folded:
            self._turn(talk)

    def _turn(self, talk: Talk) -> None:
        """What was shown stays until the page has come again."""
        page = self.stock.page_of(talk.lead)
        if page is not None:
            self.talks.turn(talk.lead)
            self._asked.discard(page.before)
            self._ask(page.before)

    def choose_all(self) -> None:
        """Chooses every hit that has been read so far."""
        self.choice.add(self.stock.ids())

    def _show_choice(self) -> None:
        self._say(self.current)
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
