"""How a list of cards changes while what is read in it keeps its place."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from controlroom.model import clock
from controlroom.model.cached import CachedPost
from controlroom.ui.board.list.ahead import Ahead
from controlroom.ui.board.list.bar import BarFollower
from controlroom.ui.board.list.caret import Caret
from controlroom.ui.board.list.foot import Foot
from controlroom.ui.board.list.pixmaps import Pixmaps
from controlroom.ui.board.list.sight import Sight
from controlroom.ui.board.list.soon import Soon
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from controlroom.ui.board.list.rows import Row
    from controlroom.ui.board.pictures.gallery import Gallery

translate = QCoreApplication.translate


class CardBody(Sight):
    """Cards one below the other. What is read keeps its place on the screen, whatever comes.

    Signals:
        wants_older, wants_newer: the end of the window is near; carries the post at that end, and
            whether those below it may come later.
        opened: a post was pressed twice, or Enter; carries its id.
        row_pressed: a gap was pressed; carries its id.
    """

    wants_older = Signal(object, bool)
    wants_newer = Signal(object)
    opened = Signal(object)
    row_pressed = Signal(int)

    def __init__(self, pixmaps: Pixmaps, parent: QWidget | None = None) -> None:
        super().__init__(pixmaps, parent)
        self.caret = Caret(self, self)
        self.foot = Foot(self, self)
        self.caret.moved.connect(self.foot.look)
        self.soon = Soon(self)
        # No signal: it would be sent with every scrolled pixel.
        self.on_moved: Callable[[], None] = _nothing
        self.on_escape: Callable[[], bool] = _never
        self.follower = BarFollower(self.verticalScrollBar, self.places, self.shelf)
        self.ahead = Ahead(self.window_of_posts, self.wants_older.emit, self.wants_newer.emit)

    def show_posts(self, posts: list[CachedPost], *, above: bool, below: bool) -> None:
        """Shows these posts from the newest on."""
        self.ahead.forget()
        self.window_of_posts.reset(posts, above=above, below=below)
        self.rows.arrange()
        self.places.go_to_top()
        self.settled()

    def show_place(self, anchor: int, offset: int) -> None:
        """Puts a post (or the next older one) `offset` pixels below the top."""
        self.places.anchor, self.places.y = anchor, offset
        self.places.keep()
        self.settled()

    def add_older(self, posts: list[CachedPost], *, more: bool) -> None:
        """Adds a page at the end; nothing moves."""
        self.hold()
        all_seen = self.shows_last()
        self.window_of_posts.add_below(posts, self.places.anchor, more=more)
        self.settled(repaint=all_seen)

    def add_newer(self, posts: list[CachedPost], *, more: bool) -> None:
        """Adds a page above; nothing moves."""
        self.hold()
        self.window_of_posts.add_above(posts, self.places.anchor, more=more)
        self.settled()

    def put(self, stored: list[CachedPost], asked: list[int]) -> bool:
        """Takes posts as they are stored now; returns whether any card is different."""
        self.hold()
        changed = self.window_of_posts.put(stored, asked)
        if not changed:
            return False
        self.shelf.forget(changed)
        self.hover.leave()
        self.foot.leave()
        self.caret.hand_on()
        self.places.keep()
        self.settled()
        return True

    def mend(self, posts: list[CachedPost], *, more: bool) -> None:
        """Shows this stretch, in which posts were found that had been missing; nothing moves.

        Args:
            more: there are older posts than the last of these.
        """
        self.hold()
        self.window_of_posts.mend(posts, self.places.anchor, more=more)
        self.settled()

    def set_line(self, post_id: int) -> None:
        """Puts the read line above a post."""
        self.hold()
        self.line = post_id
        self.rows.give_line(post_id, translate("Column", "read up to here"))
        self.settled()

    def set_rows(self, rows: "Sequence[Row]") -> None:
        """Shows gaps and ends between the cards; what is read stays where it is."""
        if not self.rows.give(rows):
            return
        at_top = self.is_undisturbed()
        self.hold()
        self.rows.arrange()
        if at_top:
            self.places.go_to_top()
        self.settled()

    def show_pictures(self, gallery: "Gallery") -> None:
        """Shows pictures on the cards from now on."""
        self.shelf.gallery = gallery
        gallery.come.connect(self._draw_picture)

    def _draw_picture(self, address: str) -> None:
        """Draws only the cards that waited for it; no card becomes higher or lower."""
        self.soon.complete(address, self.shelf.arrived(address))

    def show_people(self) -> None:
        """Draws the cards anew whose conversation somebody else deals with; nothing moves."""
        outdated = self.shelf.outdated(self.posts())
        if outdated:
            self.hold()
            self.shelf.forget(outdated)
            self.settled()

    def mark_read(self, post_ids: set[int]) -> None:
        """Shows posts as read."""
        self.read |= post_ids
        self.viewport().update()

    def tick(self) -> None:
        """Brings the ages up to date; draws only the cards whose age is another."""
        self.soon.renew(self.shelf.step(clock.now(), self.posts_in_view()))

    def hold(self) -> None:
        """Counts everything from what is read, before anything around it changes."""
        self.places.settle(self.caret.post)

    def settled(self, *, repaint: bool = True, by_hand: bool = False) -> None:
        """Brings bar, pictures and screen into step after a change.

        Args:
            repaint: something in view is other than before.
            by_hand: every card has another shape, because somebody wants it to have.
        """
        self.rows.arrange()
        if by_hand or not self._is_being_read():
            repaint = self.places.close_ends() != 0 or repaint
        self.shelf.keep_only(self.posts())
        self.follower.follow()
        self.ahead.look(self.verticalScrollBar(), self.viewport().height(), rests=True)
        if repaint:
            self.viewport().update()

    def scroll_by(self, pixels: int) -> None:
        """Moves the cards down by some pixels, up below 0."""
        moved = self.places.move(pixels)
        if moved:
            self.places.settle()
            self.hover.leave()
            self.foot.leave()
            if abs(moved) < self.places.height:
                # With a rectangle, what stands over the cards is not moved with them.
                self.viewport().scroll(0, moved, self.viewport().rect())
            else:
                self.viewport().update()
            self.on_moved()
            self.soon.moved(moved)
        self.follower.nudge(moved, exact=moved != pixels)
        self.ahead.look(self.verticalScrollBar(), self.places.height)

    def go_to_top(self) -> None:
        """Shows the newest post of the window."""
        self.places.go_to_top()
        self.settled()
        self.on_moved()

    def open_cover(self) -> None:
        """Takes the cover off the focused post, or puts it back."""
        if self.caret.index() is not None:
            self.hold()
            self.shelf.uncover(self.caret.post)
            self.settled()

    def shift(self, pixels: int) -> None:
        """Moves the cards so that they stay where they are when the list itself moves."""
        if self.posts():
            self.places.y += pixels
            self.viewport().update()

    def is_undisturbed(self) -> bool:
        """Returns whether new posts may enter: at the top, while no post is being read."""
        if not self.posts():
            return True
        return self.places.is_at_top() and not self._is_being_read()

    def _is_being_read(self) -> bool:
        return self.underMouse() or (self.hasFocus() and self.caret.is_reading())

    def restyle(self) -> None:
        self.hold()
        self.shelf.renew()
        self.verticalScrollBar().setSingleStep(theme().metrics.px(40))
        self.settled(by_hand=True)

    def retranslate(self) -> None:
        if self.line:
            self.rows.give_line(self.line, translate("Column", "read up to here"))
        self.restyle()
        self.foot.look()

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 60)

    def prepare(self, way: int) -> bool:
        """Draws one card that is about to come into view or has changed; as `Soon.prepare`."""
        return self.soon.prepare(way)

    def paint_card(self, painter: QPainter, index: int, top: int) -> None:
        """Draws one card."""
        post = self.posts()[index]
        picture = self.shelf.picture(post, self.state_of(post), self.devicePixelRatio())
        painter.drawPixmap(0, top, picture)
        if self.hover.whose == post.id:
            text = QPoint(0, top) + self.shelf.layout(post).body.topLeft()
            self.hover.paint(painter, text, self.shelf.look.palette.accent)
        self.foot.paint(painter, post, top)


def _nothing() -> None:
    """Nobody wants to know."""


def _never() -> bool:
    """Esc is for somebody else."""
    return False
