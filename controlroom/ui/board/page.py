"""The Board section: boards in tabs, columns side by side, a conversation beside them."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from controlroom.model.board import Column
from controlroom.model.cached import CachedPost
from controlroom.model.changes import Changes
from controlroom.model.errors import WorldError
from controlroom.ui.board import reasons
from controlroom.ui.board.acts.acts import Acts
from controlroom.ui.board.acts.boards import BoardActs
from controlroom.ui.board.acts.columns import ColumnActs
from controlroom.ui.board.acts.feet import Feet
from controlroom.ui.board.acts.posts import PostActs
from controlroom.ui.board.acts.presses import Presses
from controlroom.ui.board.ahead import Ahead, read_ahead
from controlroom.ui.board.around import BoardWindow, Host, House
from controlroom.ui.board.column.column import ColumnView
from controlroom.ui.board.column.desk import BoardDesk
from controlroom.ui.board.drag import HeadDrag
from controlroom.ui.board.drawer.beside import Beside
from controlroom.ui.board.empty import Empty
from controlroom.ui.board.media.desk import MediaDesk
from controlroom.ui.board.media.showing import Showing
from controlroom.ui.board.menus import BoardMenus
from controlroom.ui.board.session import Session
from controlroom.ui.board.side.sides import Key, Sides
from controlroom.ui.board.stand import Stand
from controlroom.ui.board.undo import Undo
from controlroom.ui.board.wires import ColumnWires
from controlroom.ui.controls.in_view import InView
from controlroom.ui.controls.styled import Styled

if TYPE_CHECKING:
    from controlroom.ui.board.acts.together import TogetherActs
    from controlroom.ui.board.drawer.acts import DrawerActs
    from controlroom.ui.board.side.window import SideWindow
    from controlroom.ui.commands.board_actions import OfPublishing


class BoardPage(Styled, QWidget):
    """The page of the Board section. It is what the board's commands act on.

    Signals:
        filled: every column in view shows its posts; once for each house that is opened.
        read_wanted: the sources of a stream are to be read at once; carries the stream's id.
        fill_wanted: a gap is to be filled; carries its id.
        watched: other posts are in view; carries their ids.
    """

    filled = Signal()
    read_wanted = Signal(int)
    fill_wanted = Signal(int)
    watched = Signal(object)

    def __init__(self, window: BoardWindow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self.together: TogetherActs | None = None
        self.publishing: OfPublishing | None = None
        self.session = Session(self)
        self.stand = Stand(self.session, window, self)
        self.row, self.empty = self.stand.row, Empty(self)
        self.sides = Sides(self.session, self._make_side, self)
        self.media = MediaDesk(self)
        self.beside = Beside(self, self.session.views.gallery, self._showing(window))
        self.drag = HeadDrag(self.stand, self.sides.turn, self)
        self.menus = BoardMenus(self, window)
        self.acts = Acts(
            BoardActs(self.stand, window, self.sides.turn),
            ColumnActs(self.stand, self.sides.turn),
            PostActs(self.stand, self.open_post, self._showing(window)),
            self.session.undo,
        )
        self.feet = Feet(self.session, window, self)
        self.presses = Presses(self.session.views, self._showing_over, self)
        self.wires = ColumnWires(self.session, window, self.menus, self.drag, self.beside, self)
        self._layers = QStackedWidget(self)
        self._ahead: Ahead | None = None
        self._build()
        self._wire()
        self.follow()

    @property
    def boards(self) -> BoardActs:
        """What acts on the board shown."""
        return self.acts.boards

    @property
    def columns(self) -> ColumnActs:
        """What acts on the current column."""
        return self.acts.columns

    @property
    def undo(self) -> Undo:
        """What can be undone of what was done on the board."""
        return self.acts.undo

    @property
    def posts(self) -> "PostActs | DrawerActs":
        """What acts on the current post, in the drawer while it has the keyboard."""
        asked = self.stand.asked is not None
        return self.acts.posts if asked else self.beside.acts() or self.acts.posts

    @property
    def desk(self) -> BoardDesk | None:
        """The open house as the board uses it, None while none is open."""
        return self.session.desk

    @property
    def filter_field(self) -> QWidget | None:
        """What opens the filter of the current column when the keyboard is sent there."""
        view = self.stand.view()
        return view.head.title.filter if view is not None else None

    def read_ahead(self, house: House) -> None:
        """Reads what is shown first of a house that is about to be opened; on any thread."""
        self._ahead = read_ahead(house)

    def open_house(self, house: House) -> None:
        """Shows the boards of a house. Without a cache there is nothing to read yet."""
        self.close_house()
        ahead, self._ahead = self._ahead, None
        if house.cache is None:
            self._explain()
            return
        self.session.open(house, ahead)
        self.wires.rule.apply()
        self.media.open(house.cache.database)
        self.sides.restore()
        self._show_boards()

    def close_house(self) -> None:
        """Lets go of the house; what was being saved is saved."""
        if self.desk is not None:
            self.beside.close_drawer()
            self.sides.close()
            self.session.close()
            self.media.close()
            self._explain()

    def changed(self, changes: Changes) -> None:
        """The engine has changed the cache: columns in view fetch what is theirs, soon."""
        if self.desk is not None:
            self.session.pulse.gather(changes)

    def view(self) -> ColumnView | None:
        """Returns the current column."""
        return self.stand.view()

    def open_post(self, post: CachedPost) -> None:
        """Opens the conversation of a post beside the columns."""
        if self.desk is not None:
            self.beside.open(post, self.desk, self.stand)

    def retranslate(self) -> None:
        self._explain()

    def close_beside(self) -> None:
        """Closes the conversation; the keyboard goes back to where it came from."""
        self.beside.leave()

    def regions(self) -> list[QWidget]:
        """Returns where F6 goes on this page: columns from left to right, then the drawer."""
        drawer = self.beside.drawer
        return [*self.row.in_view(), *([drawer] if drawer is not None else [])]

    def showEvent(self, event: QShowEvent) -> None:
        self.session.look()

    def hideEvent(self, event: QHideEvent) -> None:
        self.row.sleep()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.beside.fit()

    def _make_side(self, key: Key) -> "SideWindow":
        from controlroom.ui.board.side.make import make_side

        window = make_side(
            self.session, self._window, self.sides, key, self.open_post, self._showing
        )
        if isinstance(window.acts, Acts):
            posts = window.acts.posts
            window.acts = window.acts._replace(
                joined=lambda: self.together.at(window, posts) if self.together else None,
                answering=lambda: self.publishing.at(posts) if self.publishing else None,
            )
        return window

    def _showing(self, host: Host) -> Showing:
        return Showing(host, self.media, self._engine_runs)

    def _showing_over(self, widget: QWidget) -> Showing:
        return self._showing(cast("Host", widget.window()))

    def _engine_runs(self) -> bool:
        return self.desk is not None and self.desk.engine_runs

    def _build(self) -> None:
        self.filled.connect(self._speak_of_cards, Qt.ConnectionType.SingleShotConnection)
        self.stand.follow(self._window.tabs.current)
        self.stand.wanted = self._stands_here
        self._layers.addWidget(self.empty)
        self._layers.addWidget(self.row)
        side_by_side = QHBoxLayout(self)
        side_by_side.setContentsMargins(0, 0, 0, 0)
        side_by_side.setSpacing(0)
        self.beside.stand_in(side_by_side, self._layers)

    def _speak_of_cards(self) -> None:
        """Lets screen readers hear the cards; loaded when the first ones stand there."""
        from controlroom.ui.board.accessible import install

        install(view.list for view in self.session.views.all.values())

    def _wire(self) -> None:
        session, tabs = self.session, self._window.tabs
        session.failed.connect(self._tell_failure)
        session.filled.connect(self.filled)
        session.learned.connect(self._explain)
        session.counted.connect(self._count)
        session.book.changed.connect(self._show_boards)
        self.sides.changed.connect(self._show)
        tabs.chosen.connect(self._show)
        tabs.menu_wanted.connect(self.menus.of_tab)
        self.empty.pressed.connect(self._press)
        self.row.looked_at.connect(self._say_columns)
        session.watched.connect(self.watched)
        self.wires.read_wanted.connect(self.read_wanted)
        self.wires.fill_wanted.connect(self.fill_wanted)
        self.wires.post_wanted.connect(self.open_post)
        self.beside.menu_wanted.connect(self.menus.of_message)
        session.pulse.spread.connect(self.beside.refresh)

    def _stands_here(self, column: Column) -> bool:
        board = self.stand.board()
        away = board is not None and self.sides.is_out("board", board.id)
        return not away and not self.sides.is_out("column", column.id)

    def _show_boards(self) -> None:
        self.sides.tidy()
        self._window.tabs.set_boards(self.session.book.boards)
        self._show()
        self.session.tidy()

    def _show(self, *_board: int) -> None:
        focused = self.window().focusWidget()
        was_empty = focused is not None and self.empty.isAncestorOf(focused)
        # First, since the columns are made as wide as the row that can be seen.
        self._turn()
        for stand in self.session.stands:
            stand.show()
        if was_empty and self.row.current is not None:
            self.row.current.list.setFocus()
        self._explain()
        self._count()
        self._window.commands.changed.emit()
        self._window.tabs.describe()

    def _count(self) -> None:
        for tab in self._window.tabs.tabs:
            tab.show_count(self.session.unread(tab.board.id))

    def _say_columns(self) -> None:
        row = self.row
        before, after = row.can_slide(-1), row.can_slide(1)
        self._window.tabs.say_columns(InView(row.whole_in_view(), row.number(), before, after))

    def _press(self) -> None:
        board = self.stand.board()
        if self.desk is None or board is None:
            self.boards.add()
        elif self.sides.is_out("board", board.id):
            self.boards.to_side()
        else:
            self.columns.add()

    def _turn(self) -> bool:
        """Turns to the columns, or to what is said without any; returns whether there are any."""
        has_columns = bool(self.stand.columns())
        self._layers.setCurrentWidget(self.row if has_columns else self.empty)
        layout = self._layers.layout()
        if layout is not None:
            layout.activate()
        return has_columns

    def _explain(self) -> None:
        if not self._turn():
            board = self.stand.board()
            away = board is not None and self.sides.is_out("board", board.id)
            self.empty.say(*reasons.why_empty(self.desk, board, away=away))

    def _tell_failure(self, error: WorldError) -> None:
        self._window.trouble.emit(error)
