"""The list of cards of a column: its own virtual list over a window of posts."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy, QWidget

from controlroom.model.cached import CachedPost
from controlroom.ui.board.card.state import CardState
from controlroom.ui.board.column.gutter import Gutter
from controlroom.ui.board.column.line import paint_line
from controlroom.ui.board.column.pixmaps import Pixmaps
from controlroom.ui.board.column.places import GUESS, Places
from controlroom.ui.board.column.shelf import Shelf
from controlroom.ui.board.column.window import PostWindow
from controlroom.ui.controls.focus_ring import OWN_RING
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from controlroom.ui.board.column.waiting import Waiting

SCREENS_AHEAD = 4


class CardList(Styled, QAbstractScrollArea):
    """Cards one below the other. What is read keeps its place on the screen, whatever comes.

    Signals:
        wants_older, wants_newer: the end of the window is near; carries the post at that end.
        focus_moved: the keyboard is on another post; carries its id.
        moved: the person has scrolled.
        entered: the column has been chosen by keyboard or mouse.
    """

    wants_older = Signal(object)
    wants_newer = Signal(object)
    focus_moved = Signal(object)
    moved = Signal()
    entered = Signal()

    def __init__(self, pixmaps: Pixmaps, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.window_of_posts = PostWindow()
        self.shelf = Shelf(pixmaps)
        self.places = Places(self.window_of_posts, self._measured)
        self.read: set[int] = set()
        self.focused = 0
        self.hint: Waiting | None = None
        self._syncing = False
        self._drift = 0
        self._asked: set[tuple[str, int]] = set()
        self._average = GUESS
        self._set_up()
        self.follow()

    def posts(self) -> list[CachedPost]:
        """Returns the posts of the window, newest first."""
        return self.window_of_posts.posts

    def state_of(self, post: CachedPost) -> CardState:
        """Returns how a card stands now."""
        return CardState(
            read=post.id <= self.places.line or post.id in self.read,
            focused=post.id == self.focused and self.hasFocus(),
            opened=post.id in self.shelf.opened,
            age=self.shelf.age(post),
        )

    def show_posts(self, posts: list[CachedPost], *, above: bool, below: bool) -> None:
        """Shows these posts from the newest on."""
        self._asked.clear()
        self.window_of_posts.reset(posts, above=above, below=below)
        self.places.go_to_top()
        self._settled()

    def show_place(self, anchor: int, offset: int) -> None:
        """Puts a post (or the next older one) `offset` pixels below the top."""
        self.places.anchor, self.places.y = anchor, offset
        self.places.keep()
        self._settled()

    def add_older(self, posts: list[CachedPost], *, more: bool) -> None:
        """Adds a page at the end; nothing moves."""
        self.places.settle(self.focused)
        self.window_of_posts.add_below(posts, self.places.anchor, more=more)
        self._settled()

    def add_newer(self, posts: list[CachedPost], *, more: bool) -> None:
        """Adds a page above; nothing moves."""
        self.places.settle(self.focused)
        self.window_of_posts.add_above(posts, self.places.anchor, more=more)
        self._settled()

    def put(self, stored: list[CachedPost], asked: list[int]) -> bool:
        """Takes posts as they are stored now; returns whether any card is different."""
        self.places.settle(self.focused)
        changed = self.window_of_posts.put(stored, asked)
        if not changed:
            return False
        self.shelf.forget(changed)
        self._focus_stays()
        self.places.keep()
        self._settled()
        return True

    def set_line(self, post_id: int) -> None:
        """Puts the read line above a post."""
        self.places.settle(self.focused)
        self.places.line = post_id
        self._settled()

    def mend(self, posts: list[CachedPost]) -> None:
        """Shows this stretch, in which posts were found that had been missing; nothing moves."""
        self.places.settle(self.focused)
        self.window_of_posts.mend(posts, self.places.anchor)
        self._settled()

    def mark_read(self, post_ids: set[int]) -> None:
        """Shows posts as read."""
        self.read |= post_ids
        self.viewport().update()

    def tick(self) -> None:
        """Brings the ages up to date; draws only the cards whose age is another."""
        before = {index: self.shelf.age(self.posts()[index]) for index, _top in self.visible()}
        self.shelf.now = datetime.now(UTC)
        for index, top in self.visible():
            if self.shelf.age(self.posts()[index]) != before[index]:
                self.viewport().update(0, top, self.viewport().width(), self._measured(index))

    def visible(self) -> list[tuple[int, int]]:
        """Returns index and top of the cards in view."""
        return list(self.places.visible())

    def rect_of(self, post_id: int) -> QRect:
        """Returns where a card is in the list, an empty rectangle if it is not held."""
        index = self.window_of_posts.find(post_id)
        if index is None:
            return QRect()
        return QRect(0, self.places.top_of(index), self.shelf.width, self._measured(index))

    def move_focus(self, step: int) -> None:
        """Moves the keyboard to the next (1) or previous (-1) post."""
        at = self.window_of_posts.find(self.focused)
        target = self._first_whole() if at is None else at + step
        if 0 <= target < len(self.posts()):
            self.focus_post(self.posts()[target].id)

    def take_focus(self) -> None:
        """Takes the keyboard, on the post it was on or on the first whole one."""
        if self.window_of_posts.find(self.focused) is not None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.posts():
            self.focus_post(self.posts()[self._first_whole()].id)
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_post(self, post_id: int) -> None:
        """Puts the keyboard on a post and brings it into view."""
        self.focused = post_id
        self._show_whole(post_id)
        self.places.settle(post_id)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.viewport().update()
        self.focus_moved.emit(post_id)

    def page(self, way: int) -> None:
        """Moves one screen down (1) or up (-1), the keyboard with it."""
        height = self.viewport().height()
        self.scroll_by(-way * max(1, height - self.shelf.look.metrics.px(60)))
        target = self._first_whole()
        if target < len(self.posts()):
            self.focus_post(self.posts()[target].id)

    def go_to_top(self) -> None:
        """Shows the newest post of the window."""
        self.places.go_to_top()
        self._settled()
        self.moved.emit()

    def open_cover(self) -> None:
        """Takes the cover off the focused post, or puts it back."""
        if self.window_of_posts.find(self.focused) is None:
            return
        self.places.settle(self.focused)
        self.shelf.opened ^= {self.focused}
        self._settled()

    def scroll_by(self, pixels: int) -> None:
        """Moves the cards down by some pixels, up below 0."""
        moved = self.places.move(pixels)
        if moved:
            self.places.settle()
            if abs(moved) < self.viewport().height():
                self.viewport().scroll(0, moved)
            else:
                self.viewport().update()
            self.moved.emit()
        self._nudge_bar(moved, exact=moved != pixels)
        self._look_ahead()

    def shift(self, pixels: int) -> None:
        """Moves the cards so that they stay where they are when the list itself moves."""
        if self.posts():
            self.places.y += pixels
            self.viewport().update()

    def restyle(self) -> None:
        self.places.settle(self.focused)
        self.shelf.renew()
        metrics = theme().metrics
        self._average = metrics.px(GUESS)
        self.places.line_height = metrics.px(20)
        self.verticalScrollBar().setSingleStep(metrics.px(40))
        self._settled()

    def retranslate(self) -> None:
        self.restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, dirty, bottom = QPainter(self.viewport()), event.rect(), 0
        for index, top in self.places.visible():
            start = top - self.places.before(index)
            self._fill(painter, bottom, start)
            if start < top:
                paint_line(painter, QRect(0, start, self.viewport().width(), top - start))
            bottom = top + self._measured(index)
            if bottom > dirty.top() and top <= dirty.bottom():
                self._paint_card(painter, index, top)
        self._fill(painter, bottom, self.viewport().height())
        if not self.posts() and self.hint is not None:
            self.hint.paint(painter, self.viewport().rect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        width = self.viewport().width()
        self.places.settle(self.focused)
        self.places.height = self.viewport().height()
        if width != self.shelf.width:
            self.shelf.width = width
        self.verticalScrollBar().setPageStep(max(1, self.viewport().height()))
        self._settled()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if not self._syncing:
            self.scroll_by(dy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        action = self._keys.get(Qt.Key(event.key())) if plain else None
        if action is None:
            event.ignore()
            return
        action()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        post = self.post_at(event.position().toPoint())
        self.entered.emit()
        if post is None:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            return
        self.focus_post(post.id)
        cover = self.shelf.layout(post).cover
        top = self.rect_of(post.id).top()
        if cover is not None and cover.translated(0, top).contains(event.position().toPoint()):
            self.open_cover()

    def wheelEvent(self, event: QWheelEvent) -> None:
        sideways = abs(event.angleDelta().x()) > abs(event.angleDelta().y())
        if sideways or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            event.ignore()
            return
        pixels = event.pixelDelta().y() or round(event.angleDelta().y() * 0.9)
        self.scroll_by(pixels)
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.entered.emit()
        # Focus that came by itself (a column closed, Tab) shows a place but reads nothing.
        if self.window_of_posts.find(self.focused) is None and self.posts():
            self.focused = self.posts()[self._first_whole()].id
        self.viewport().update(self.rect_of(self.focused))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.viewport().update(self.rect_of(self.focused))

    def post_at(self, place: QPoint) -> CachedPost | None:
        """Returns the post whose card is at a place in the list."""
        for index, top in self.places.visible():
            if top <= place.y() < top + self._measured(index):
                return self.posts()[index]
        return None

    def is_undisturbed(self) -> bool:
        """Returns whether new posts may enter: at the top, without focus or pointer."""
        return self.places.is_at_top() and not self.hasFocus() and not self.underMouse()

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 60)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(Gutter())
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(OWN_RING, True)
        for attribute in (
            Qt.WidgetAttribute.WA_OpaquePaintEvent,
            Qt.WidgetAttribute.WA_NoSystemBackground,
        ):
            self.viewport().setAttribute(attribute)
        self._keys = {
            Qt.Key.Key_Down: lambda: self.move_focus(1),
            Qt.Key.Key_Up: lambda: self.move_focus(-1),
            Qt.Key.Key_PageDown: lambda: self.page(1),
            Qt.Key.Key_PageUp: lambda: self.page(-1),
            Qt.Key.Key_Home: self._focus_newest,
            Qt.Key.Key_End: self._focus_oldest,
        }

    def _focus_newest(self) -> None:
        if self.posts():
            self.focus_post(self.posts()[0].id)

    def _focus_oldest(self) -> None:
        if self.posts():
            self.focus_post(self.posts()[-1].id)

    def _measured(self, index: int) -> int:
        return self.shelf.height(self.posts()[index])

    def _guessed(self, index: int) -> int:
        return self.shelf.known_height(self.posts()[index]) or self._average

    def _first_whole(self) -> int:
        seen = self.visible()
        whole = [index for index, top in seen if top >= 0]
        return (whole or [index for index, _top in seen] or [0])[0]

    def _show_whole(self, post_id: int) -> None:
        rect = self.rect_of(post_id)
        below = rect.bottom() + 1 - self.viewport().height()
        if rect.top() < 0:
            self.scroll_by(-rect.top())
        elif below > 0:
            self.scroll_by(-min(below, rect.top()))

    def _focus_stays(self) -> None:
        """If the focused post has gone, the next one gets the focus."""
        if self.focused and self.window_of_posts.find(self.focused) is None and self.posts():
            at = min(self.window_of_posts.index(self.focused), len(self.posts()) - 1)
            self.focused = self.posts()[at].id
            self.focus_moved.emit(self.focused)

    def _settled(self) -> None:
        self.shelf.keep_only(self.posts())
        self._follow_bar()
        self._look_ahead()
        self.viewport().update()

    def _nudge_bar(self, moved: int, *, exact: bool) -> None:
        """Adding up 200 heights at every step is dear; once a screen, and at the ends, will do."""
        bar = self.verticalScrollBar()
        value = bar.value() - moved
        self._drift += abs(moved)
        if exact or self._drift > self.viewport().height() or not 0 < value < bar.maximum():
            self._follow_bar()
            return
        self._syncing = True
        bar.setValue(value)
        self._syncing = False

    def _follow_bar(self) -> None:
        self._drift = 0
        bar, height = self.verticalScrollBar(), self.viewport().height()
        total = sum(self._guessed(index) for index in range(len(self.posts())))
        above = max(0, self.places.above(self._guessed)) if self.posts() else 0
        self._syncing = True
        bar.setRange(0, max(0, total - height, above))
        bar.setValue(above)
        self._syncing = False

    def _look_ahead(self) -> None:
        if not self.posts():
            return
        height = SCREENS_AHEAD * max(1, self.viewport().height())
        bar = self.verticalScrollBar()
        if self.window_of_posts.more_below and bar.maximum() - bar.value() < height:
            self._ask("older", self.posts()[-1])
        if self.window_of_posts.more_above and bar.value() < height:
            self._ask("newer", self.posts()[0])

    def _ask(self, way: str, post: CachedPost) -> None:
        """Each end is asked for once; another end is another question."""
        if (way, post.id) in self._asked:
            return
        self._asked.add((way, post.id))
        (self.wants_older if way == "older" else self.wants_newer).emit(post)

    def _paint_card(self, painter: QPainter, index: int, top: int) -> None:
        post = self.posts()[index]
        picture = self.shelf.picture(post, self.state_of(post), self.devicePixelRatio())
        painter.drawPixmap(0, top, picture)

    def _fill(self, painter: QPainter, start: int, end: int) -> None:
        if end > start:
            painter.fillRect(0, start, self.viewport().width(), end - start, theme().palette.bg1)
