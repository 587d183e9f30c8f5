"""Asks where an export is to be written, and as what."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from controlroom.model import clock
from controlroom.store.export.form import Form
from controlroom.store.export.names import file_name
from controlroom.ui.commands.menus import styled_menu
from controlroom.ui.plain import shortcut_safe

translate = QCoreApplication.translate
Taken = Callable[[Path, Form], None]


def form_told(form: Form) -> str:
    """Returns what a form of export is called."""
    return {
        Form.CSV: translate("Review", "Table for a spreadsheet (CSV)"),
        Form.JSON: translate("Review", "Data for programs (JSON)"),
        Form.HTML: translate("Review", "Page to read and print (HTML)"),
    }[form]


def ask_form(button: QWidget, ways: Sequence[tuple[str, Callable[[Form], None]]]) -> QMenu:
    """Opens a menu of the forms below a button.

    Args:
        ways: what can be exported, in words, and what takes the form; the first stands in the menu
            itself, each other one in a menu of its own.
    """
    menu = styled_menu(button)
    for place, (text, chosen) in enumerate(ways):
        if place:
            _add_forms(menu.addMenu(shortcut_safe(text)), chosen)
            continue
        if text:
            menu.addSection(shortcut_safe(text)).setEnabled(False)
        _add_forms(menu, chosen)
    menu.popup(button.mapToGlobal(QPoint(0, button.height())))
    first = next(one for one in menu.actions() if one.isEnabled() and not one.isSeparator())
    menu.setActiveAction(first)
    return menu


def _add_forms(menu: QMenu, chosen: Callable[[Form], None]) -> None:
    for form in Form:
        action = QAction(shortcut_safe(form_told(form)), menu)
        action.triggered.connect(partial(_take, chosen, form))
        menu.addAction(action)


def _take(chosen: Callable[[Form], None], form: Form, *_checked: bool) -> None:
    chosen(form)


def ask_place(parent: QWidget, query: str, form: Form, taken: Taken) -> QFileDialog:
    """Asks for a file; the name offered is made of plain letters."""
    dialog = QFileDialog(parent, translate("Review", "Export the posts found"))
    dialog.setNameFilter(f"{form_told(form)} (*.{form})")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(str(form))
    dialog.selectFile(file_name(query, clock.now(), str(form)))
    dialog.fileSelected.connect(lambda path: taken(Path(path), form))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
