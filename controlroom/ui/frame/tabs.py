"""The tabs of boards."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from controlroom.ui.commands.bind import bind, describe
from controlroom.ui.commands.keys import caption
from controlroom.ui.commands.registry import Commands
from controlroom.ui.controls.bar import Bar
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.count import count_width, draw_count
from controlroom.ui.controls.draw import fill, width_of, words
from controlroom.ui.controls.in_view import InView
from controlroom.ui.controls.rule import Rule
from controlroom.ui.controls.styled import Styled
from controlroom.ui.frame.breadth import Breadth
from controlroom.ui.frame.column_count import ColumnCount
from controlroom.ui.frame.tab_room import fitting
from controlroom.ui.language import counted, language
from controlroom.ui.plain import set_tip, shortcut_safe
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QContextMenuEvent

    from controlroom.model.board import Board
    from controlroom.ui.controls.roving import Roving

translate = QCoreApplication.translate
PAD, GAP, LONGEST, MARK, MORE = 14, 7, 240, 14, 62
ARROWS = ("columns-left", "columns-right")
ACTIONS = ("new-board", *ARROWS, "pause-all", "second-screen", "new-column")


class Tab(Styled, QAbstractButton):
    """One board."""

    picked = Signal(int)
    menu_wanted = Signal(QPoint)

    def __init__(self, board: "Board", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.board, self._count, self.current, self.shared = board, 0, False, False
        self.setText(board.name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding)
        self.clicked.connect(self._pick)
        self.follow()

    def show_count(self, count: int) -> None:
        """Shows how many posts are unread; nothing for 0."""
        self._count = count
        self.retranslate()
        self.updateGeometry()
        self.update()

    def mark(self, current: bool) -> None:
        """Marks the tab as the one whose board is shown, or not."""
        self.current = current
        self.retranslate()
        self.update()

    def mark_shared(self, on: bool) -> None:
        """Marks the board as one of the team's, or as this person's own."""
        self.shared = on
        self.retranslate()
        self.updateGeometry()
        self.update()

    def retranslate(self) -> None:
        unread = counted(
            self._count,
            translate("Tabs", "{n} unread post"),
            translate("Tabs", "{n} unread posts"),
        )
        said = [self.board.name]
        said += [translate("Tabs", "shared")] if self.shared else []
        said += [unread] if self._count else []
        self.setAccessibleName(", ".join(said))
        self.setAccessibleDescription(translate("Rail", "Shown now") if self.current else "")

    def sizeHint(self) -> QSize:
        px = theme().metrics.px
        width = 2 * px(PAD) + min(width_of(self.text(), Type.BODY, 600), px(LONGEST)) + 1
        if self.shared:
            width += px(MARK) + px(GAP)
        if self._count:
            width += px(GAP) + count_width(language().figure(self._count))
        return QSize(width, theme().metrics.height.board_tabs - 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().metrics.px(60), theme().metrics.height.board_tabs - 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        on = self.current
        if on or self.underMouse():
            fill(painter, self.rect(), colours.bg2 if on else colours.bg3)
        if on:
            fill(painter, QRect(0, 0, self.width(), 2), colours.accent)
        fill(painter, QRect(self.width() - 1, 0, 1, self.height()), colours.line1)
        count = language().figure(self._count) if self._count else ""
        badge = px(GAP) + count_width(count) if count else 0
        colour, weight = (colours.text1, 600) if on else (colours.text2, 500)
        mark = px(MARK) + px(GAP) if self.shared else 0
        if self.shared:
            draw_icon(painter, "group", px(PAD), (self.height() - px(MARK)) // 2, px(MARK), colour)
        area = self.rect().adjusted(px(PAD) + mark, 0, -px(PAD) - badge, 0)
        words(painter, area, self.text(), colour, weight=weight)
        if count:
            left = self.width() - px(PAD) - count_width(count)
            draw_count(painter, left, (self.height() - px(16)) // 2, count, chosen=on)

    def contextMenuEvent(self, event: "QContextMenuEvent") -> None:
        self._pick()
        self.menu_wanted.emit(event.globalPos())

    def _pick(self) -> None:
        self.picked.emit(self.board.id)


class BoardTabs(Bar):
    """The boards as tabs, a way to add one, and what acts on the whole board.

    Signals:
        chosen: a board was chosen, by its id.
        menu_wanted: the menu of the board shown is asked for, at a place on the screen.
    """

    chosen = Signal(int)
    menu_wanted = Signal(QPoint)

    def __init__(self, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._commands = commands
        self.tabs: list[Tab] = []
        self._shared: frozenset[int] = frozenset()
        self._empty = ""
        self._breadth = Breadth.WIDE
        self._roving: Roving | None = None
        self._actions = {name: Button(Kind.GHOST, self) for name in ACTIONS}
        self.columns, self.more = ColumnCount(self), Button(Kind.GHOST, self)
        self._build()
        self.follow()

    def set_boards(self, boards: "Sequence[Board]") -> None:
        """Shows these boards, left to right; the one that was current stays so if it is there."""
        current = self.current()
        for tab in self.tabs:
            self._strip.removeWidget(tab)
            # Until it is deleted it would show over the new ones.
            tab.hide()
            tab.deleteLater()
        self.tabs = [Tab(board, self) for board in boards]
        for tab in self.tabs:
            self._strip.addWidget(tab)
            tab.picked.connect(self.choose)
            tab.menu_wanted.connect(self.menu_wanted)
            tab.mark_shared(tab.board.id in self._shared)
        from controlroom.ui.controls.roving import Roving

        self._roving = Roving(self, self.tabs)
        if self.tabs:
            ids = [tab.board.id for tab in self.tabs]
            self.choose(current if current in ids else ids[0])
        self._fit_tabs()
        self.update()

    def mark_shared(self, boards: frozenset[int]) -> None:
        """Marks the boards of the team, by their ids."""
        self._shared = boards
        for tab in self.tabs:
            tab.mark_shared(tab.board.id in boards)

    def current(self) -> int | None:
        """Returns the id of the board that is shown, None if there is none."""
        return next((tab.board.id for tab in self.tabs if tab.current), None)

    def first_stop(self) -> Tab | None:
        """Returns the tab of the board that is shown: where the keyboard comes to first."""
        return next((tab for tab in self.tabs if tab.current), None)

    def choose(self, board: int) -> None:
        """Shows a board by its id."""
        before = self.current()
        for tab in self.tabs:
            tab.mark(tab.board.id == board)
            if tab.current and self._roving:
                self._roving.make_current(tab)
        self._fit_tabs()
        if self.current() != before:
            self.chosen.emit(board)

    def cycle(self, step: int) -> None:
        """Shows the next (1) or the previous (-1) board, round the end."""
        ids = [tab.board.id for tab in self.tabs]
        current = self.current()
        if current is not None:
            self.choose(ids[(ids.index(current) + step) % len(ids)])

    def fit(self, breadth: Breadth) -> None:
        """Leaves out the words of what acts on the board where there is no room for them."""
        if breadth is not self._breadth:
            self._breadth = breadth
            self.columns.fit(worded=breadth is Breadth.WIDE)
            self.describe()

    def say_columns(self, shown: InView) -> None:
        """Shows how many columns of the board are in view, and ways to the others."""
        if shown != self.columns.shown:
            self.columns.say(shown)
            for name in ARROWS:
                self._actions[name].setVisible(shown.before or shown.after)
            self.describe()

    def describe(self) -> None:
        """Looks again whether its commands can run."""
        for name, button in self._actions.items():
            command = describe(button, self._commands, name)
            key = caption(command.keys[0]) if name == "pause-all" else ""
            worded = self._breadth is Breadth.WIDE and name not in ("new-board", *ARROWS)
            button.set_face(command.short_words() if worded else "", command.icon, key)

    def hidden_boards(self) -> "list[Board]":
        """Returns the boards whose tabs have no room; `more` leads to them."""
        return [tab.board for tab in self.tabs if tab.isHidden()]

    def open_more(self) -> None:
        """Opens a menu of the boards whose tabs have no room."""
        from controlroom.ui.commands.menus import styled_menu

        menu = styled_menu(self)
        for board in self.hidden_boards():
            action = menu.addAction(shortcut_safe(board.name))
            action.triggered.connect(partial(self._choose_by_menu, board.id))
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))
        menu.setActiveAction(menu.actions()[0])

    def restyle(self) -> None:
        px = theme().metrics.px
        self.more.setFixedWidth(px(MORE))
        self.setFixedHeight(theme().metrics.height.board_tabs)
        self._row.setContentsMargins(0, 0, px(8), 1)
        self._row.setSpacing(px(6))

    def retranslate(self) -> None:
        self.setAccessibleName(translate("Tabs", "Boards"))
        self._empty = translate("Tabs", "No boards yet. + adds the first one.")
        self.setAccessibleDescription("" if self.tabs else self._empty)
        self.describe()
        self._say_more()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_tabs()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit_tabs()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.tabs:
            px = theme().metrics.px
            left = self._actions["new-board"].geometry().right() + px(8)
            end = self._actions["pause-all"].x()
            area = QRect(left, 0, end - left - px(8), self.height())
            words(QPainter(self), area, self._empty, theme().palette.text3, Type.SMALL)

    def _build(self) -> None:
        self._row = QHBoxLayout(self)
        self._strip = QHBoxLayout()
        self._strip.setSpacing(0)
        self._row.addLayout(self._strip)
        self._row.addSpacing(0)
        self._row.addWidget(self.more)
        self._row.addWidget(self._actions["new-board"])
        self._row.addStretch(1)
        self._row.addWidget(self.columns)
        for name in ARROWS:
            self._row.addWidget(self._actions[name])
            self._actions[name].hide()
        self.more.hide()
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.clicked.connect(self.open_more)
        self._rule = Rule(18, self)
        self._row.addWidget(self._actions["pause-all"])
        self._row.addWidget(self._rule)
        for name in ("second-screen", "new-column"):
            self._row.addWidget(self._actions[name])
        for name, button in self._actions.items():
            bind(button, self._commands, name)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _choose_by_menu(self, board: int, *_checked: bool) -> None:
        self.choose(board)

    def _fit_tabs(self) -> None:
        """Shows as many tabs as have room, the current one always."""
        if not self.tabs:
            self.more.hide()
            return
        widths = [tab.sizeHint().width() for tab in self.tabs]
        current = next((at for at, tab in enumerate(self.tabs) if tab.current), 0)
        # Of one width whatever stands in it: else what has room would hang on what has none.
        more = theme().metrics.px(MORE) + self._row.spacing()
        standing = fitting(widths, self._room(), current, more)
        for at, tab in enumerate(self.tabs):
            # A new one would be shown by its layout, unless it was told not to be.
            is_told = tab.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
            if tab.isHidden() is (at in standing) or not is_told:
                tab.setVisible(at in standing)
        if self.more.isHidden() is (len(standing) < len(self.tabs)):
            self.more.setVisible(len(standing) < len(self.tabs))
        self._say_more()

    def _room(self) -> int:
        """Returns how wide all tabs may be together, in pixels."""
        others = [self._rule, self.columns, *self._actions.values()]
        shown = [one for one in others if not one.isHidden()]
        space, margins = self._row.spacing(), self._row.contentsMargins()
        taken = sum(one.sizeHint().width() + space for one in shown) + 2 * space
        return self.width() - taken - margins.left() - margins.right()

    def _say_more(self) -> None:
        hidden = self.hidden_boards()
        text = f"+{language().figure(len(hidden))}"
        if text == self.more.text() or not hidden:
            return
        self.more.set_face(text, "cdown")
        said = counted(
            len(hidden), translate("Tabs", "{n} more board"), translate("Tabs", "{n} more boards")
        )
        self.more.setAccessibleName(said)
        set_tip(self.more, said)
