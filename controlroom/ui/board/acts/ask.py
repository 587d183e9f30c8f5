"""Asks a person for a name, a file, or what a new column should show."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from controlroom.ui.board.around import Host

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog, QWidget

translate = QCoreApplication.translate
ENDING = ".boards.json"


def ask_name(host: Host, heading: str, text: str, taken: Callable[[str], None]) -> None:
    """Asks for one line of text."""
    from controlroom.ui.board.ask_text import AskText

    host.open_layer(AskText(heading, text, taken))


def ask_new_file(parent: "QWidget", name: str, taken: Callable[[Path], None]) -> "QFileDialog":
    """Asks where a file of boards is to be written; its name is made of plain letters."""
    from PySide6.QtWidgets import QFileDialog

    dialog = _dialog(parent, translate("Board", "Export this board"), taken)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(ENDING.lstrip("."))
    dialog.selectFile(file_name(name))
    dialog.open()
    return dialog


def ask_old_file(parent: "QWidget", taken: Callable[[Path], None]) -> "QFileDialog":
    """Asks which file of boards is to be read."""
    from PySide6.QtWidgets import QFileDialog

    dialog = _dialog(parent, translate("Board", "Import boards"), taken)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.open()
    return dialog


def file_name(name: str) -> str:
    """Returns a name for the file of a board that is safe on every system."""
    letters = "".join(one if one.isalnum() or one in " -_" else "_" for one in name)
    return (letters.strip(" _") or "board")[:60] + ENDING


def _dialog(parent: "QWidget", title: str, taken: Callable[[Path], None]) -> "QFileDialog":
    from PySide6.QtWidgets import QFileDialog

    filters = translate("Board", "Boards (*{ending})").format(ending=".json")
    dialog = QFileDialog(parent, title, "", filters)
    dialog.fileSelected.connect(lambda path: taken(Path(path)))
    dialog.finished.connect(dialog.deleteLater)
    return dialog
