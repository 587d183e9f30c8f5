"""The menus of a column, of a post and of a board's tab."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from controlroom.ui.commands.of_boards import TAB_MENU
from controlroom.ui.commands.of_columns import COLUMN_MENU
from controlroom.ui.commands.of_posts import POST_MENU

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from controlroom.ui.board.around import Host
    from controlroom.ui.board.column.column import ColumnView


class BoardMenus(QObject):
    """Opens menus made of commands."""

    def __init__(self, parent: "QWidget", host: "Host") -> None:
        super().__init__(parent)
        self._parent, self._host = parent, host

    def of_column(self, view: "ColumnView") -> None:
        """Opens the menu of a column below its button."""
        view.chosen.emit()
        button = view.head.title.more
        place = button.mapToGlobal(QPoint(0, button.height()))
        self._open(COLUMN_MENU, place, self._commands(view))

    def of_post(self, view: "ColumnView", place: QPoint) -> None:
        """Opens the menu of the post that has the keyboard in a column."""
        view.chosen.emit()
        self._open(POST_MENU, place, self._commands(view))

    def of_message(self, place: QPoint) -> None:
        """Opens the menu of the message that has the keyboard in the drawer."""
        self._open(POST_MENU, place, self._host.commands)

    def of_tab(self, place: QPoint) -> None:
        """Opens the menu of the board shown."""
        self._open(TAB_MENU, place, self._host.commands)

    def _commands(self, view: "ColumnView") -> object:
        return getattr(view.window(), "commands", self._host.commands)

    def _open(self, names: Iterable[str], place: QPoint, commands: object) -> None:
        from PySide6.QtWidgets import QApplication

        from controlroom.ui.commands.menus import fill, styled_menu
        from controlroom.ui.commands.registry import Commands

        assert isinstance(commands, Commands)
        if QApplication.activePopupWidget() is not None:
            # Some systems ask for a menu a second time for the same press of the menu key.
            return
        menu = styled_menu(self._parent)
        # What this version cannot do at all is told where its key is pressed, not in menus.
        fill(menu, commands, [one for one in map(commands.named, names) if one.is_built])
        menu.popup(place)
