"""What is attached: a row for each file, with the description that people who cannot see it get."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from controlroom.model.outgoing.content import Attachment, FileKind
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.controls.switch import Switch
from controlroom.ui.language import counted, language
from controlroom.ui.plain import set_tip
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

translate = QCoreApplication.translate
LONGEST_ALT = 4_000
ENDINGS = "*.jpg *.jpeg *.png *.webp *.heic *.gif *.mp4 *.mov *.m4v *.webm"


def done_told(done: str) -> str:
    """Returns what was done to a file, in words."""
    what, _, figure = done.partition(" ")
    told = {
        "crop": translate("Files", "cropped"),
        "turn": translate("Files", "turned"),
        "trim": translate("Files", "cut"),
        "mute": translate("Files", "sound removed"),
        "blur": translate("Files", "{n} blurred"),
        "block": translate("Files", "{n} covered"),
    }.get(what, what)
    return told.format(n=figure)


class FileRow(Styled, QWidget):
    """One file.

    Signals:
        changed: it is another now; carries the `Attachment`.
        removed: it is not wanted any more.
        edited: the editor is wanted.
    """

    changed = Signal(object)
    removed = Signal()
    edited = Signal()

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self._file = Attachment("", FileKind.PHOTO, {})
        self.told, self.alt = Prose(Type.SMALL, 500, "text1", self), QLineEdit(self)
        self.covered, self.gone = Switch(self), Button(Kind.GHOST, self)
        self.edit = Button(Kind.SMALL, self)
        above, below, self._column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        above.addWidget(self.told, 1)
        above.addWidget(self.gone)
        below.addWidget(self.edit)
        below.addWidget(self.covered)
        below.addStretch(1)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(above)
        self._column.addWidget(self.alt)
        self._column.addLayout(below)
        self.alt.setMaxLength(LONGEST_ALT)
        for part in (self.edit, self.covered, self.gone):
            part.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.edit.clicked.connect(self.edited)
        self.alt.textEdited.connect(self._describe)
        self.covered.clicked.connect(self._cover)
        self.gone.clicked.connect(self.removed)
        self.follow()

    def show_file(self, file: Attachment) -> None:
        """Shows a file as it is now."""
        self._file = file
        if self.alt.text() != file.alt:
            self.alt.setText(file.alt)
        self.covered.setChecked(file.sensitive)
        self.retranslate()

    def restyle(self) -> None:
        self._column.setSpacing(theme().metrics.px(4))
        self.alt.setFont(theme().fonts.font(Type.BODY))
        self.alt.setFixedHeight(theme().metrics.height.field)

    def retranslate(self) -> None:
        self.told.set_text(self._told())
        text = translate("Files", "Description for people who cannot see it (required)")
        self.alt.setPlaceholderText(text)
        self.alt.setAccessibleName(f"{text}, {self.told.text()}")
        self.covered.setText(translate("Files", "Covered until asked for"))
        self.covered.setAccessibleName(self.covered.text())
        text = translate("Files", "Blur, cut, crop…")
        self.edit.set_face(text, "blur")
        self.edit.setAccessibleName(text)
        text = translate("Files", "Take this file out")
        self.gone.set_face("", "x")
        self.gone.setAccessibleName(text)
        set_tip(self.gone, text)

    def _told(self) -> str:
        names = {
            FileKind.PHOTO: translate("Files", "Photo {n}"),
            FileKind.CLIP: translate("Files", "Clip {n}"),
        }
        sizes = [one.size for one in self._file.renditions.values()]
        parts = [names[self._file.kind].format(n=self._number + 1)]
        if sizes:
            parts.append(language().size(max(sizes)))
        parts += [done_told(one) for one in self._file.done]
        parts.append(translate("Files", "original sealed, place and device removed"))
        return "  ·  ".join(parts)

    def _describe(self, text: str) -> None:
        self._change(alt=text)

    def _cover(self) -> None:
        self._change(sensitive=self.covered.isChecked())

    def _change(self, **values: object) -> None:
        from dataclasses import replace

        self.changed.emit(replace(self._file, **values))  # type: ignore[arg-type]


class FilesBox(Styled, QWidget):
    """The files of the post that is being written.

    Signals:
        wanted: files are to be attached; carries their paths.
        changed: a file is another now; carries its number in the draft and the `Attachment`.
        removed: a file is not wanted any more; carries its number.
        edited: the editor is wanted for a file; carries its number.
    """

    wanted = Signal(object)
    changed = Signal(int, object)
    removed = Signal(int)
    edited = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[int, FileRow] = {}
        self._working = 0
        self.heading, self.add = Prose(Type.BODY, 600, "text1", self), Button(Kind.SMALL, self)
        self.state = Prose(Type.SMALL, parent=self)
        self._column, above = QVBoxLayout(self), QHBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        above.addWidget(self.heading)
        above.addWidget(self.state, 1)
        above.addWidget(self.add)
        self._column.addLayout(above)
        self.add.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.add.clicked.connect(self._ask)
        self.follow()

    def show_files(self, files: "Sequence[Attachment]", numbers: "Sequence[int]") -> None:
        """Shows those files of a draft that hang on a post."""
        for number in [one for one in self.rows if one not in numbers]:
            gone = self.rows.pop(number)
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for number in numbers:
            if number not in self.rows:
                self.rows[number] = self._row(number)
            self.rows[number].show_file(files[number])

    def show_working(self, under_way: int) -> None:
        """Tells how many files are on their way."""
        self._working = under_way
        self.retranslate()

    def restyle(self) -> None:
        self._column.setSpacing(theme().metrics.px(8))
        self.heading.fix_width(theme().metrics.px(70))

    def retranslate(self) -> None:
        self.heading.set_text(translate("Files", "Media"))
        text = translate("Files", "Add a photo or clip")
        self.add.set_face(text, "plus")
        self.add.setAccessibleName(text)
        self.state.set_text(
            counted(
                self._working,
                translate("Files", "{n} file is being made ready"),
                translate("Files", "{n} files are being made ready"),
            )
            if self._working
            else ""
        )

    def _row(self, number: int) -> FileRow:
        row = FileRow(number, self)
        row.changed.connect(partial(self.changed.emit, number))
        row.removed.connect(partial(self.removed.emit, number))
        row.edited.connect(partial(self.edited.emit, number))
        self._column.addWidget(row)
        row.show()
        return row

    def _ask(self) -> None:
        dialog = QFileDialog(self, translate("Files", "Attach photos or clips"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(f"{translate('Files', 'Photos and clips')} ({ENDINGS})")
        dialog.filesSelected.connect(self._take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take(self, paths: "Sequence[str]") -> None:
        from pathlib import Path

        self.wanted.emit([Path(one) for one in paths])
