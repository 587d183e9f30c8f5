"""Menus made from the table of commands."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from controlroom.ui.commands.bind import tip
from controlroom.ui.commands.command import Command, Group
from controlroom.ui.commands.keys import caption
from controlroom.ui.commands.registry import Commands
from controlroom.ui.plain import escaped, shortcut_safe
from controlroom.ui.theme.icons import menu_icon
from controlroom.ui.theme.sheet import sheet
from controlroom.ui.theme.theme import theme


def desk_menu(commands: Commands, parent: QWidget) -> QMenu:
    """Returns a menu with every command, one submenu for each group."""
    menu = styled_menu(parent)
    for group in Group:
        fill(menu.addMenu(shortcut_safe(group.words())), commands, commands.of(group))
    return menu


def styled_menu(parent: QWidget) -> QMenu:
    """Returns an empty menu in the theme, gone for good once it closes."""
    menu = QMenu(parent)
    menu.setStyleSheet(sheet(theme()))
    menu.setToolTipsVisible(True)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def fill(menu: QMenu, commands: Commands, chosen: Iterable[Command]) -> None:
    """Adds commands to a menu, those that cannot run greyed with the reason as tooltip."""
    menu.setToolTipsVisible(True)
    for command in chosen:
        menu.addAction(_action(commands, command, menu))


def _action(commands: Commands, command: Command, menu: QMenu) -> QAction:
    keys = caption(command.keys[0]) if command.keys else ""
    reason = commands.why_not(command)
    action = QAction(shortcut_safe(command.words()) + (f"\t{keys}" if keys else ""), menu)
    action.setIcon(menu_icon(command.icon, theme().metrics.px(15), theme().palette.text2))
    action.setEnabled(not reason)
    action.setToolTip(escaped(tip(command.words(), "", reason)))
    action.triggered.connect(partial(_run, commands, command.id))
    return action


def _run(commands: Commands, name: str, *_checked: bool) -> None:
    commands.run(name)
