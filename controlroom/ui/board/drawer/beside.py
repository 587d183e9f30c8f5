"""Puts the drawer beside the column it was opened from, which stays where it is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from shiboken6 import isValid

from controlroom.model.cached import CachedPost
from controlroom.model.changes import Changes
from controlroom.model.completing import Completing
from controlroom.ui.board.drawer.completing import Completions
from controlroom.ui.theme.metrics import WIDE
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from controlroom.ui.board.column.desk import BoardDesk
    from controlroom.ui.board.drawer.acts import DrawerActs
    from controlroom.ui.board.drawer.colleagues import Colleagues
    from controlroom.ui.board.drawer.drawer import Drawer
    from controlroom.ui.board.media.showing import Showing
    from controlroom.ui.board.pictures.gallery import Gallery
    from controlroom.ui.board.stand import Stand
    from controlroom.ui.together.answers import AtDrawer
    from controlroom.ui.together.together import Together

NARROW = 640
"""Width of the drawer where the contact has no room beside the thread."""
LEAST_SEEN = 110
"""Of a column no less than this is left to be seen; the drawer covers the rest too."""


class Beside(QObject):
    """Opens and closes the drawer over the columns farthest from the focused one.

    Args:
        gallery: gives the pictures beside the words.
        showing: opens what hangs on a post, and links.

    Signals:
        menu_wanted: a menu about the focused message is asked for; carries a place on the screen.
    """

    menu_wanted = Signal(QPoint)

    def __init__(self, page: QWidget, gallery: "Gallery", showing: "Showing") -> None:
        super().__init__(page)
        self._page, self._gallery, self._showing = page, gallery, showing
        self.completions = Completions(self)
        self.completions.told.connect(self._tell)
        self.drawer: Drawer | None = None
        self._together: Together | None = None
        self._colleagues: Colleagues | None = None
        self._desk: BoardDesk | None = None
        self._came_from: QWidget | None = None
        self._at_right = True
        self._stand: Stand | None = None

    def stand_in(self, layout: QHBoxLayout, layers: QWidget) -> None:
        """Puts what lies below the drawer into the page."""
        layout.addWidget(layers, 1)

    def join(self, together: "Together") -> None:
        """Shows from now on what colleagues do with a conversation."""
        self._together = together
        if self.drawer is not None and self._desk is not None:
            self._colleagues = self._make_colleagues(self.drawer, self._desk)
            self.drawer.refresh()

    @property
    def replying(self) -> "AtDrawer | None":
        """What answers the conversation, None until the record is followed."""
        return self._colleagues.replying if self._colleagues is not None else None

    @property
    def names(self) -> tuple[str, ...]:
        """Keys the record can have the conversation under, () until it has been read."""
        return self._colleagues.names if self._colleagues is not None else ()

    def open(self, post: CachedPost, desk: "BoardDesk", stand: "Stand") -> None:
        """Shows the conversation of a post."""
        self._stand = stand
        if self.drawer is None:
            from controlroom.ui.board.drawer.drawer import Drawer

            self._came_from = QApplication.focusWidget()
            self.drawer = Drawer(desk, self._gallery, self._page)
            self.drawer.left.connect(self.close_drawer)
            self.drawer.opened.connect(self.completions.ask)
            self.drawer.talk.media_pressed.connect(self._show_media)
            self.drawer.media_wanted.connect(self._showing.media)
            self.drawer.talk.link_pressed.connect(self._showing.link)
            self.drawer.talk.menu_wanted.connect(self.menu_wanted)
            self._at_right = self._is_left_half(stand)
            self._desk = desk
            self._colleagues = self._make_colleagues(self.drawer, desk)
        self.drawer.show_post(post)
        self.fit()
        self.drawer.show()
        self.drawer.raise_()
        self.drawer.talk.setFocus()

    def leave(self) -> bool:
        """Closes the drawer; returns whether one was open."""
        was_open = self.drawer is not None
        self.close_drawer()
        return was_open

    def close_drawer(self) -> None:
        """Closes the drawer; the keyboard goes back to where it came from."""
        drawer, self.drawer = self.drawer, None
        if drawer is None:
            return
        self.completions.leave()
        colleagues, self._colleagues = self._colleagues, None
        if colleagues is not None:
            colleagues.leave()
        drawer.hide()
        drawer.deleteLater()
        if self._came_from is not None and isValid(self._came_from):
            self._came_from.setFocus()

    def acts(self) -> "DrawerActs | None":
        """Returns what acts on the post that has the keyboard, None if it is not in the drawer."""
        drawer = self.drawer
        if drawer is None or not drawer.isAncestorOf(QApplication.focusWidget() or self._page):
            return None
        from controlroom.ui.board.drawer.acts import DrawerActs

        return DrawerActs(drawer, self._showing)

    def refresh(self, changes: Changes) -> None:
        """More of the conversation may have come into the cache."""
        if self.drawer is not None and changes:
            self.drawer.refresh()

    def fit(self) -> None:
        """Takes the room there is."""
        if self.drawer is None:
            return
        measures = theme().metrics
        narrow = measures.at_full_size(self._page.window().width()) < WIDE
        width = measures.px(NARROW) if narrow else measures.width.drawer
        width = min(width + self._sliver(width), self._page.width())
        left = self._page.width() - width if self._at_right else 0
        self.drawer.setGeometry(left, 0, width, self._page.height())
        if self.drawer.is_narrow != narrow or not self.drawer.isVisible():
            self.drawer.set_narrow(narrow)

    def _sliver(self, width: int) -> int:
        """Returns how many pixels of a column could be seen beside a drawer of this width."""
        if self._stand is None:
            return 0
        edge = self._page.width() - width if self._at_right else width
        for view in self._stand.row.in_view():
            left = view.mapTo(self._page, QPoint(0, 0)).x()
            rest = edge - left if self._at_right else left + view.width() - edge
            if 0 < rest < min(theme().metrics.px(LEAST_SEEN), view.width()):
                return rest
        return 0

    def _make_colleagues(self, drawer: "Drawer", desk: "BoardDesk") -> "Colleagues | None":
        if self._together is None:
            return None
        from controlroom.ui.board.drawer.colleagues import Colleagues

        return Colleagues(drawer, desk, self._together)

    def _tell(self, told: Completing) -> None:
        if self.drawer is not None:
            self.drawer.say_stage(told)

    def _show_media(self, place: int) -> None:
        post = self.drawer.talk.post() if self.drawer is not None else None
        if post is not None:
            self._showing.media(post, place, covered=False)

    def _is_left_half(self, stand: "Stand") -> bool:
        view = stand.view()
        if view is None or not view.isVisible():
            return True
        middle = view.mapTo(view.window(), QPoint(view.width() // 2, 0)).x()
        here = self._page.mapTo(self._page.window(), QPoint(self._page.width() // 2, 0)).x()
        return middle < here
