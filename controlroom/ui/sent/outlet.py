"""Leads what was sent out of the record, as the Record section leads out its entries."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from controlroom.model import clock
from controlroom.model.errors import WorldError
from controlroom.model.journal_rights import Right
from controlroom.store.errors import StoreError
from controlroom.store.export.names import file_name
from controlroom.store.journal.draft import Draft
from controlroom.ui.commands.menus import styled_menu
from controlroom.ui.journal.outlet import Outlet
from controlroom.ui.plain import shortcut_safe
from controlroom.ui.record.door import why_not
from controlroom.ui.sent.exporting import CSV, JSON, job_of
from controlroom.ui.sent.searching import Asked

translate = QCoreApplication.translate


class SentOutlet(Outlet):
    """One export at a time; the file has its name only once the record says that it was made."""

    _is_closed = False

    @property
    def busy(self) -> bool:
        """Whether a file is being written, or the record is still to say so."""
        return self.work.running or self._draft is not None

    def offer(self, button: QWidget, asked: Asked) -> QMenu | None:
        """Asks as what and where, then exports; None if the person has no right to."""
        reason = why_not(self._window, Right.EXPORT)
        if not reason and self.busy:
            reason = translate("Record", "An export is already running.")
        if reason:
            self._window.status.say_shortly(reason)
            return None
        menu = styled_menu(button)
        for form, words in (
            (CSV, translate("Sent", "What is listed as a table (CSV)")),
            (JSON, translate("Sent", "What is listed with its proof, for programs (JSON)")),
        ):
            action = QAction(shortcut_safe(words), menu)
            action.triggered.connect(
                lambda _=False, one=form, name=words: self._ask_file(one, name, asked)
            )
            menu.addAction(action)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))
        menu.setActiveAction(menu.actions()[0])
        return menu

    def export(self, form: str, path: Path, asked: Asked) -> None:
        """Exports what is looked for into a file."""
        house, book = self._window.house, self._window.record
        if house is None or book.state is None or why_not(self._window, Right.EXPORT):
            return
        self._chosen, self._form = asked.sought.recorded(), form
        self._total = max(1, asked.head)
        job = job_of(form, path, asked, clock.now())
        if self.work.begin(house, book.officer, job, Draft.drop):
            self._go_on(0)

    def close(self) -> None:
        """Stops what is being written; what the record is already told of is still kept."""
        self.work.close()
        self._is_closed = True

    def abandon(self) -> None:
        """Leaves nothing: the house is being closed, and the record will not answer any more."""
        self.work.close()
        self._drop()

    def _keep(self, _entry: object = None) -> None:
        if not self._is_closed:
            super()._keep()
            return
        try:
            if self._draft is not None:
                self._draft.keep()
        except StoreError:
            self._drop()
        self._draft = None

    def _fail(self, error: WorldError) -> None:
        if self._is_closed:
            self._drop()
        else:
            super()._fail(error)

    def _ask_file(self, form: str, words: str, asked: Asked) -> None:
        dialog = QFileDialog(self._page, translate("Sent", "Export everything that was sent"))
        dialog.setNameFilter(f"{words} (*.{form})")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(form)
        dialog.selectFile(file_name("sent", clock.now(), form))
        dialog.fileSelected.connect(lambda path: self.export(form, Path(path), asked))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
