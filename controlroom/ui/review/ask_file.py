"""Asks where an export is to be written, and as what."""

from collections.abc import Callable
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


def ask_form(button: QWidget, chosen: Callable[[Form], None]) -> QMenu:
    """Opens a menu of the forms below a button."""
    menu = styled_menu(button)
    for form in Form:
        action = QAction(shortcut_safe(form_told(form)), menu)
        action.triggered.connect(lambda _=False, one=form: chosen(one))
        menu.addAction(action)
    menu.popup(button.mapToGlobal(QPoint(0, button.height())))
    first = menu.actions()[0]
    menu.setActiveAction(first)
    return menu


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
