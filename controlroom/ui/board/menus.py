"""The menus of a column and of a board's tab."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from controlroom.ui.commands.of_boards import TAB_MENU
from controlroom.ui.commands.of_columns import COLUMN_MENU

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
        host = view.window()
        commands = getattr(host, "commands", self._host.commands)
        self._open(COLUMN_MENU, button.mapToGlobal(QPoint(0, button.height())), commands)

    def of_tab(self, place: QPoint) -> None:
        """Opens the menu of the board shown."""
        self._open(TAB_MENU, place, self._host.commands)

    def _open(self, names: Iterable[str], place: QPoint, commands: object) -> None:
        from controlroom.ui.commands.menus import fill, styled_menu
        from controlroom.ui.commands.registry import Commands

        assert isinstance(commands, Commands)
        menu = styled_menu(self._parent)
        fill(menu, commands, [commands.named(name) for name in names])
        menu.popup(place)
