"""What is done again and again while the databases are open: backups and figures."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from controlroom.model.errors import WorldError
from controlroom.ui.frame.notice import Notice
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.keeper import Keeper
from controlroom.ui.language import told
from controlroom.ui.workshop import Workshop

if TYPE_CHECKING:
    from controlroom.model.house import CacheFigures

translate = QCoreApplication.translate
BACKUP_MS, FIGURES_MS = 60_000, 30_000
SOON_MS = 3_000
"""How long after posts were written the figures are read, at most once in that time."""


class Rounds(QObject):
    """Asks every minute whether a backup is due, and every half minute for the cache's figures.

    Signals:
        backed_up: a backup was made; carries when.
        backup_ended: a backup that was asked for by hand has ended, one way or the other.
        met: an error met while reading.
    """

    backed_up = Signal(object)
    backup_ended = Signal()
    met = Signal(object)

    def __init__(
        self,
        window: DeskWindow,
        keeper: Keeper,
        work: Workshop,
        backup_ms: int = BACKUP_MS,
        figures_ms: int = FIGURES_MS,
    ) -> None:
        super().__init__(window)
        self._window, self._keeper, self._work = window, keeper, work
        self._under_way: set[str] = set()
        self._soon = self._timer(SOON_MS, self.refresh)
        self._soon.setSingleShot(True)
        self._timers = [
            self._timer(backup_ms, self.back_up_if_due),
            self._timer(figures_ms, self.refresh),
        ]
        window.changed.connect(self._note_changed)

    def start(self) -> None:
        """Begins the rounds."""
        for timer in self._timers:
            timer.start()
        self.refresh()

    def stop(self) -> None:
        """Ends the rounds; work under way is not waited for."""
        for timer in (*self._timers, self._soon):
            timer.stop()
        self._under_way.clear()

    def refresh(self) -> None:
        """Reads the cache's figures."""
        if "figures" not in self._under_way:
            self._under_way.add("figures")
            self._work.do(self._keeper.figures, self._show_figures, self._not_read)

    def back_up_if_due(self) -> None:
        """Makes a backup if one is due."""
        if "backup" not in self._under_way:
            self._under_way.add("backup")
            every = self._window.settings.backup_every_minutes
            self._work.do(partial(self._keeper.back_up_due, every), self._made, self._failed)

    def back_up_now(self) -> None:
        """Makes every backup, due or not."""
        every = self._window.settings.backup_every_minutes
        self._work.do(partial(self._keeper.back_up_now, every), self._made_now, self._failed)

    def _note_changed(self, _changes: object) -> None:
        if self._timers[0].isActive() and not self._soon.isActive():
            self._soon.start()

    def _timer(self, interval_ms: int, call: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval_ms)
        timer.timeout.connect(call)
        return timer

    def _show_figures(self, figures: "CacheFigures | None") -> None:
        self._under_way.discard("figures")
        self._window.status.notice.stand("figures", None)
        if figures is not None:
            self._window.status.set_cache(figures.posts, figures.size)
            self._window.status.set_profiles(figures.profiles)

    def _not_read(self, error: WorldError) -> None:
        self._under_way.discard("figures")
        self.met.emit(error)

    def _made(self, when: datetime | None) -> None:
        self._under_way.discard("backup")
        if when is not None:
            for mended in ("backup", "house"):
                self._window.status.notice.stand(mended, None)
            self.backed_up.emit(when)

    def _made_now(self, when: datetime | None) -> None:
        self._made(when)
        self.backup_ended.emit()

    def _failed(self, error: WorldError) -> None:
        self._under_way.discard("backup")

        def words() -> tuple[str, str]:
            sentence = told(error)
            template = translate("Rounds", "No backup: {reason}")
            return template.format(reason=sentence), sentence

        self._window.status.notice.stand("backup", Notice(words))
        self.backup_ended.emit()
