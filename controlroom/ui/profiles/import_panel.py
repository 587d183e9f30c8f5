"""Imports profiles from a file: what is in it, line by line, before anything is asked or saved."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QSize, Qt
from PySide6.QtGui import QColor, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QHBoxLayout, QListView, QWidget

from controlroom.model.profile_file import (
    MOST_BYTES,
    Known,
    ProfileFile,
    Wrong,
    read_profile_file,
)
from controlroom.ui.controls.announce import announce
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.prose import Prose
from controlroom.ui.language import counted
from controlroom.ui.language import told as told_of
from controlroom.ui.layers.layer import Panel
from controlroom.ui.layers.message import Message
from controlroom.ui.profiles.import_run import Checked, Fate, ImportRun
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import menu_icon
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from controlroom.model.network import NetworkOffer
    from controlroom.ui.profiles.around import ProfilesWindow
    from controlroom.ui.profiles.register import Register

translate = QCoreApplication.translate


def ask_for_file(window: "ProfilesWindow", parent: QObject, register: "Register") -> None:
    """Lets a person choose a file and opens the panel with what is in it."""
    title = translate("Import", "Import profiles")
    kinds = translate("Import", "Tables (*.csv *.txt)")
    chosen, _ = QFileDialog.getOpenFileName(None, title, "", kinds)
    if chosen:
        open_file(window, parent, register, Path(chosen))


def open_file(window: "ProfilesWindow", parent: QObject, register: "Register", path: Path) -> None:
    """Opens the panel with what is in a file, or a message with why it cannot be read."""
    title = translate("Import", "Import profiles")
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        template = translate("Import", "{name} cannot be read: {reason}.")
        words = template.format(name=path.name, reason=error.strerror or "")
        window.open_layer(Message(title, words))
        return
    found = read_profile_file(data, known(window.line.offers.values()))
    if found.wrong is not None:
        window.open_layer(Message(title, wrong_told(found.wrong, found.detail)))
        return
    panel = ImportPanel(path.name, found, ImportRun(found.lines, window.line, parent))
    panel.run.saved.connect(lambda _: register.soon())
    window.open_layer(panel)


def known(offers: "Iterable[NetworkOffer]") -> Known:
    """Returns what lines are checked against."""
    every = list(offers)
    return Known(
        {offer.key: offer.ways for offer in every if offer.ways},
        [offer.key for offer in every if offer.many_hosts],
    )


class ImportPanel(Panel):
    """The lines in a list, each with its fate; then the button that goes on."""

    top_share = 0.06

    def __init__(
        self, name: str, found: ProfileFile, run: ImportRun, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.run, self._name, self._found = run, name, found
        self._is_checked = False
        self.heading = Prose(Type.HEADING, 600, "text1")
        self.summary = Prose()
        self.list, self.rows = QListView(), QStandardItemModel(self)
        self.leave, self.take = Button(Kind.PLAIN), Button(Kind.MAIN)
        self._build()
        run.moved.connect(self._show_row)
        run.checked.connect(self._checked)
        run.saved.connect(lambda _: self.finished.emit())
        run.refused.connect(lambda error: self._tell(told_of(error)))
        self.destroyed.connect(run.deleteLater)
        self.follow()

    def first_focus(self) -> QWidget:
        return self.take if self._usable() else self.leave

    def wanted_size(self, room: QSize) -> QSize:
        px = theme().metrics.px
        return QSize(min(px(860), room.width()), min(px(640), room.height()))

    def restyle(self) -> None:
        super().restyle()
        px = theme().metrics.px
        self.body.setContentsMargins(px(16), px(16), px(16), px(16))
        self.body.setSpacing(px(10))
        self.list.setFont(theme().fonts.font(Type.SMALL))
        for place in range(self.rows.rowCount()):
            self._show_row(place)

    def retranslate(self) -> None:
        template = translate("Import", "Import profiles from {name}")
        self.heading.set_text(template.format(name=self._name))
        self.setAccessibleName(self.heading.text())
        self.list.setAccessibleName(translate("Import", "Lines of the file"))
        self.leave.set_face(translate("Import", "Cancel"))
        self.leave.setAccessibleName(translate("Import", "Cancel"))
        for place in range(self.rows.rowCount()):
            self._show_row(place)
        self._say()

    def hideEvent(self, event: object) -> None:
        self.run.stop()

    def _build(self) -> None:
        self.list.setModel(self.rows)
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for _ in self.run.rows:
            self.rows.appendRow(QStandardItem())
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.leave, self.take):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            buttons.addWidget(button)
        self.leave.clicked.connect(self.finished)
        self.take.clicked.connect(self._go_on)
        for part in (self.heading, self.summary, self.list):
            self.body.addWidget(part, 1 if part is self.list else 0)
        self.body.addLayout(buttons)

    def _go_on(self) -> None:
        if self._is_checked and self.run.good():
            self.take.setEnabled(False)
            self.run.save()
        elif not self.run.under_way():
            self._is_checked = False
            self.run.start()
            self._say()

    def _checked(self) -> None:
        self._is_checked = True
        self._say()
        announce(self, self.summary.text())

    def _usable(self) -> int:
        return sum(row.line.wrong is None for row in self.run.rows)

    def _say(self) -> None:
        lines, usable = len(self.run.rows), self._usable()
        told = counted(
            lines,
            translate("Import", "{n} line in the file."),
            translate("Import", "{n} lines in the file."),
        )
        if usable < lines:
            template = translate("Import", "{n} cannot be used; the list says why.")
            told += " " + template.format(n=lines - usable)
        if self._found.unknown:
            template = translate("Import", "Columns nobody reads: {names}.")
            told += " " + template.format(names=", ".join(self._found.unknown)[:200])
        if self.run.under_way():
            told += " " + translate("Import", "Asking the networks whose sign-ins these are…")
        elif self._is_checked:
            told += " " + translate("Import", "Checked. Nothing is saved yet.")
        else:
            told += " " + translate("Import", "Nothing has been asked or saved yet.")
        self._tell(told)
        self._name_take()

    def _tell(self, text: str) -> None:
        self.summary.set_text(text)

    def _name_take(self) -> None:
        if self._is_checked and self.run.good():
            text = translate("Import", "Connect {n}").format(n=self.run.good())
        else:
            text = translate("Import", "Check {n}").format(n=self._usable())
        self.take.set_face(text)
        self.take.setAccessibleName(text)
        self.take.setEnabled(bool(self._usable()) and not self.run.under_way())

    def _show_row(self, place: int) -> None:
        row, item = self.run.rows[place], self.rows.item(place)
        icon, colour = _icon(row)
        item.setIcon(menu_icon(icon, theme().metrics.px(14), colour))
        item.setText(_told(row))
        if self.run.under_way():
            self._name_take()


def _icon(row: Checked) -> tuple[str, QColor]:
    colours = theme().palette
    if row.line.wrong is not None or row.fate is Fate.FAILED:
        return "crit", colours.red
    if row.fate is Fate.GOOD:
        return "check", colours.accent
    return ("wait" if row.fate is Fate.ASKED else "minus"), colours.text3


def _told(row: Checked) -> str:
    line = row.line
    parts = [translate("Import", "Line {n}").format(n=line.number), line.network, line.host]
    offer = row.offer
    parts.append(f"@{offer.handle}" if offer else line.handle)
    parts.append(line.group)
    if line.wrong is not None:
        parts.append(wrong_told(line.wrong, line.detail))
    elif row.fate is Fate.FAILED:
        parts.append(row.text)
    return "  ·  ".join(part for part in parts if part)


def wrong_told(wrong: Wrong, detail: str) -> str:
    """Returns in a sentence what is wrong with a line or a file."""
    sentences = {
        Wrong.NOT_TEXT: translate("Import", "The file is not text in UTF-8."),
        Wrong.TOO_LARGE: translate("Import", "The file is too large: 5,000 lines at most."),
        Wrong.NO_HEADING: translate("Import", "The file is empty."),
        Wrong.COLUMN_MISSING: translate("Import", "The first line does not name: {detail}."),
        Wrong.COLUMN_TWICE: translate("Import", "The first line names twice: {detail}."),
        Wrong.NETWORK_UNKNOWN: translate("Import", "There is no network “{detail}”."),
        Wrong.HOST_MISSING: translate("Import", "The host is missing."),
        Wrong.TOKEN_MISSING: translate("Import", "The token is missing."),
        Wrong.HANDLE_MISSING: translate("Import", "The handle is missing."),
        Wrong.WAY_UNKNOWN: translate("Import", "The network has no way “{detail}”."),
        Wrong.TOO_MANY_CELLS: translate("Import", "It has more cells than the first line."),
        Wrong.TOO_LONG: translate("Import", "A cell is too long: {detail}."),
        Wrong.SAME_AS: translate("Import", "The same sign-in as in line {detail}."),
    }
    return sentences[wrong].format(detail=detail)
