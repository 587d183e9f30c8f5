"""Brings a table into the plan: read, shown with its mistakes, taken over as a whole."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from controlroom.model.journal_outgoing import DraftSubmitted
from controlroom.model.outgoing.content import Content, written
from controlroom.ui.compose.kept import COMPOSE, new_id, new_sheet, save
from controlroom.ui.language import counted
from controlroom.ui.planner.bringing import Preview, preview
from controlroom.ui.planner.import_panel import ImportPanel

if TYPE_CHECKING:
    from controlroom.outbound.schedule.bring import Order
    from controlroom.ui.compose.force import Force
    from controlroom.ui.compose.surrounding import Surrounding
    from controlroom.ui.workshop import Workshop

translate = QCoreApplication.translate


class Importing(QObject):
    """For one window.

    Signals:
        kept: drafts are kept on this workstation.
        taken: all of a table was taken over; carries when its first post leaves.
        failed: carries what went wrong.

    Args:
        targets: returns keys of the profiles that get a post of no named profile.
    """

    kept = Signal()
    taken = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        window: Any,
        work: "Workshop",
        force: "Force",
        around: "Surrounding",
        zone: ZoneInfo,
        targets: Callable[[], Sequence[str]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._window, self._work, self._zone = window, work, zone
        self._force, self._around, self._targets = force, around, targets
        self._panel: ImportPanel | None = None

    def ask(self) -> None:
        """Asks which table is to be brought in."""
        path, _ = QFileDialog.getOpenFileName(
            self._window,
            translate("Planner", "Bring in a table"),
            "",
            translate("Planner", "Tables (*.csv *.txt *.tsv);;All files (*)"),
        )
        if path:
            self.bring(Path(path))

    def bring(self, path: Path, order: "Order | None" = None) -> None:
        """Reads a table and shows what it would bring."""
        profiles, targets = dict(self._force.profiles), self._targets()
        self._work.do(
            lambda: preview(path, self._zone, profiles, targets, order, self._around.of),
            self._show,
            self.failed.emit,
        )

    def _show(self, found: Preview) -> None:
        if self._panel is not None and self._window.layers.top() is self._panel:
            self._panel.show_preview(found)
            return
        panel = self._panel = ImportPanel(found, self._zone)
        panel.ordered.connect(lambda order: self.bring(panel.preview.path, order))
        panel.taken.connect(lambda sends: self._take_over(panel.preview, sends=sends))
        self._window.open_layer(panel)

    def _take_over(self, found: Preview, *, sends: bool) -> None:
        if found.is_right:
            contents = [content for _line, content in found.drafts]
            self._put_forward(contents) if sends else self._keep(contents)
            self._say_taken(len(contents))
            self.taken.emit(found.drafts[0][0].at)

    def _put_forward(self, contents: Sequence[Content]) -> None:
        for content in contents:
            decision = DraftSubmitted(new_id(), written(content))
            self._window.record.decide(decision, failed=self.failed.emit)

    def _keep(self, contents: Sequence[Content]) -> None:
        house = self._window.house

        def work() -> None:
            for content in contents:
                sheet = new_sheet(content)
                save(house.desk, f"{COMPOSE}{sheet.id}", sheet)

        self._work.do(work, lambda _: self.kept.emit(), self.failed.emit)

    def _say_taken(self, n: int) -> None:
        one = translate("Planner", "{n} post was added to the plan.")
        many = translate("Planner", "{n} posts were added to the plan.")
        self._window.status.say_shortly(counted(n, one, many))
