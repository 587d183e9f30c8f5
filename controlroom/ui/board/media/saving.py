"""Writes a copy of what is kept to a file; its name takes nothing from outside."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from controlroom.model.fetching import clip_kind
from controlroom.model.pictures import kind_of

translate = QCoreApplication.translate
_ENDINGS = {"jpeg": "jpg"}


def save_copy(parent: QWidget, body: bytes, post: int, place: int) -> QFileDialog:
    """Asks for a file and writes the bytes into it as they were fetched."""
    ending = ending_of(body)
    dialog = QFileDialog(parent, translate("Media", "Save a copy"))
    dialog.setNameFilter(f"*.{ending}")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(ending)
    dialog.selectFile(f"post-{post}-{place + 1}.{ending}")
    dialog.fileSelected.connect(lambda path: _write(dialog, Path(path), body))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def ending_of(body: bytes) -> str:
    """Returns what a file is called at its end, by how it begins."""
    kind = kind_of(body) or clip_kind(body) or "bin"
    return _ENDINGS.get(kind, kind)


def _write(dialog: QFileDialog, path: Path, body: bytes) -> None:
    try:
        path.write_bytes(body)
    except OSError as error:
        window = dialog.window().parentWidget() or dialog
        tell = getattr(window.window(), "tell", None)
        text = translate("Media", "{path} could not be written: {reason}.")
        if tell is not None:
            heading = translate("Media", "The copy was not saved")
            tell(heading, text.format(path=path, reason=error.strerror or error))
