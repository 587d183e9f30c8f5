"""Leads entries out of the record: asks as what and where, writes aside, and records that."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from controlroom.model import clock
from controlroom.model.journal_kinds import RecordExported
from controlroom.model.journal_rights import Right
from controlroom.store.errors import StoreError
from controlroom.store.export.names import file_name
from controlroom.store.journal.draft import Draft
from controlroom.store.journal.listing import Line
from controlroom.store.journal.tables import About
from controlroom.store.journal.wanted import Wanted
from controlroom.ui.commands.menus import styled_menu
from controlroom.ui.journal.chosen import Chosen, wanted
from controlroom.ui.journal.exporting import CSV, ENDINGS, JSON, PACKAGE, job_of
from controlroom.ui.journal.long_work import LongWork
from controlroom.ui.journal.names import Names
from controlroom.ui.journal.row_paint import Row
from controlroom.ui.language import counted, language, told
from controlroom.ui.plain import shortcut_safe
from controlroom.ui.record.door import why_not

if TYPE_CHECKING:
    from controlroom.model.errors import WorldError
    from controlroom.ui.journal.around import JournalWindow
    from controlroom.ui.journal.work_strip import WorkStrip

translate = QCoreApplication.translate


class Outlet(QObject):
    """One export at a time. A file has its name only once the record says that it was made.

    Args:
        row_of: tells an entry; from any thread.
    """

    def __init__(
        self,
        window: "JournalWindow",
        strip: "WorkStrip",
        row_of: Callable[[Line], Row],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._window, self._strip, self._page = window, strip, parent
        self._row_of, self._total = row_of, 1
        self._form = self._chosen = ""
        self._draft: Draft | None = None
        self.work = LongWork(self)
        self.work.went_on.connect(self._go_on)
        self.work.ended.connect(self._written)
        self.work.failed.connect(self._fail)
        strip.stopped.connect(self.work.stop)
        window.record.waiting.connect(self._waits)

    def ask(self, button: QWidget, chosen: Chosen, names: Names) -> QMenu | None:
        """Asks as what and where, then exports; says why not, if the person has no right to."""
        reason = why_not(self._window, Right.EXPORT)
        if not reason and self.work.running:
            reason = translate("Record", "An export is already running.")
        if reason:
            self._window.status.say_shortly(reason)
            return None
        menu = styled_menu(button)
        for form, words in _offered(chosen):
            action = QAction(shortcut_safe(words), menu)
            action.triggered.connect(
                lambda _=False, one=form, name=words: self._ask_place(one, name, chosen, names)
            )
            menu.addAction(action)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))
        menu.setActiveAction(menu.actions()[0])
        return menu

    def begin(self, form: str, path: Path, chosen: Chosen, names: Names) -> None:
        """Exports what is chosen, or as a package the whole record, into a file."""
        house, book = self._window.house, self._window.record
        if house is None or book.state is None or why_not(self._window, Right.EXPORT):
            return
        whole = form == PACKAGE
        self._chosen, self._form = "" if whole else chosen.recorded(), form
        meant = Wanted() if whole else wanted(chosen, names)
        about = About(self._chosen, clock.now())
        job = job_of(form, path, meant, about, self._row_of, names)
        self._total = max(1, book.state.seq)
        if self.work.begin(house, book.officer, job, Draft.drop):
            self._go_on(0)

    def close(self) -> None:
        """Stops an export that runs: its house is being closed."""
        self.work.close()
        self._drop()

    def _ask_place(self, form: str, words: str, chosen: Chosen, names: Names) -> None:
        ending = ENDINGS[form]
        dialog = QFileDialog(self._page, translate("Record", "Export the record"))
        dialog.setNameFilter(f"{words} (*.{ending})")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(file_name("record", clock.now(), ending))
        dialog.fileSelected.connect(lambda path: self.begin(form, Path(path), chosen, names))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _go_on(self, looked: int) -> None:
        if self.work.running:
            self._strip.go_on(partial(_under_way, looked, self._total), looked / self._total)

    def _written(self, draft: Draft | None) -> None:
        if draft is None:
            self._strip.end(_stopped)
            return
        self._draft = draft
        decision = RecordExported(draft.sha256, self._form, draft.entries, self._chosen)
        self._window.record.decide(decision, self._keep, self._fail)

    def _waits(self) -> None:
        """The record cannot be reached: what waits there will tell of the file."""
        draft = self._draft
        if draft is not None and any(
            one.waiting.proposal.subject == f"{RecordExported.about}/{draft.sha256}"
            for one in self._window.record.undecided
        ):
            self._keep()

    def _keep(self, _entry: object = None) -> None:
        draft, self._draft = self._draft, None
        if draft is None:
            return
        try:
            draft.keep()
        except StoreError as error:
            draft.drop()
            self._strip.end(partial(told, error), failed=True)
            return
        self._strip.end(partial(_exported, draft), detail=draft.sha256)

    def _drop(self) -> None:
        draft, self._draft = self._draft, None
        if draft is not None:
            draft.drop()

    def _fail(self, error: "WorldError") -> None:
        self._drop()
        self._strip.end(partial(told, error), failed=True)


def _offered(chosen: Chosen) -> list[tuple[str, str]]:
    if chosen.everything:
        table = translate("Record", "The record as a table (CSV)")
        data = translate("Record", "The record as data for programs (JSON)")
    else:
        table = translate("Record", "What is listed as a table (CSV)")
        data = translate("Record", "What is listed as data for programs (JSON)")
    package = translate("Record", "The whole record as a signed package (ZIP)")
    return [(CSV, table), (JSON, data), (PACKAGE, package)]


def _under_way(looked: int, total: int) -> str:
    template = translate("Record", "Exporting: {done} of {total} entries looked at")
    figures = language().figure(looked), language().figure(max(looked, total))
    return template.format(done=figures[0], total=figures[1])


def _stopped() -> str:
    return translate("Record", "The export was stopped; no file was left.")


def _exported(draft: Draft) -> str:
    entries = counted(
        draft.entries, translate("Record", "{n} entry"), translate("Record", "{n} entries")
    )
    template = translate("Record", "Exported: {entries}, {size}, {name}. SHA-256 {sum}")
    return template.format(
        entries=entries,
        size=language().size(draft.size),
        name=language().quoted(draft.path.name),
        sum=f"{draft.sha256[:8]}…{draft.sha256[-8:]}",
    )
