"""Leads hits out into a file: asks, begins, shows how it goes on."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from controlroom.model import clock
from controlroom.model.errors import WorldError
from controlroom.model.journal_rights import Right
from controlroom.model.query.printer import print_query
from controlroom.model.query.tree import Node
from controlroom.store.export.form import Form
from controlroom.store.export.hit import About
from controlroom.ui.language import counted, language
from controlroom.ui.record.door import why_not
from controlroom.ui.review.ask_file import ask_form, ask_place
from controlroom.ui.review.exporting import Exporting

if TYPE_CHECKING:
    from controlroom.ui.review.around import ReviewWindow
    from controlroom.ui.review.asking import Asking
    from controlroom.ui.review.export_strip import ExportStrip

translate = QCoreApplication.translate


class Outlet(QObject):
    """One export at a time; the page stays free meanwhile."""

    def __init__(
        self, window: "ReviewWindow", asking: "Asking", strip: "ExportStrip", parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._window, self._asking, self._strip, self._page = window, asking, strip, parent
        self.exporting = Exporting(self)
        self.exporting.went_on.connect(strip.go_on)
        self.exporting.ended.connect(strip.end)
        self.exporting.failed.connect(self._fail)
        strip.stopped.connect(self.exporting.stop)

    def ask(
        self,
        button: QWidget,
        node: Node,
        total: int,
        chosen_ids: Sequence[int] = (),
        *,
        grouped: bool = False,
    ) -> None:
        """Asks for a form and a place, then exports.

        Args:
            chosen_ids: the posts that are chosen; all that fit can be had instead of them.
            grouped: all that fit come conversation by conversation, as they show.
        """
        if self.exporting.running:
            self._window.status.say_shortly(translate("Review", "An export is already running."))
            return
        if self._asking.house is None:
            return
        if why := why_not(self._window, Right.EXPORT):
            self._window.tell(translate("Review", "Not exported"), why)
            return
        query = print_query(node)

        def take(only: Sequence[int], form: Form) -> None:
            begin = partial(self._begin, node, total, only, grouped and not only)
            ask_place(self._page, query, form, begin)

        if not chosen_ids:
            ask_form(button, [("", partial(take, ()))])
            return
        these = counted(
            len(chosen_ids),
            translate("Review", "The post that is chosen"),
            translate("Review", "The {n} posts that are chosen"),
        )
        every = translate("Review", "All {n} posts found").format(n=language().figure(total))
        ask_form(button, [(these, partial(take, chosen_ids)), (every, partial(take, ()))])

    def _begin(
        self,
        node: Node,
        total: int,
        only: Sequence[int],
        grouped: bool,
        path: Path,
        form: Form,
    ) -> None:
        self.begin(node, path, form, total, only, grouped=grouped)

    def begin(
        self,
        node: Node,
        path: Path,
        form: Form,
        total: int,
        only: Sequence[int] = (),
        *,
        grouped: bool = False,
    ) -> None:
        """Exports all posts that fit into a file, or only some of them by their ids."""
        house = self._asking.house
        if house is None or house.cache is None or self.exporting.running:
            return
        handles = self._asking.known.ours.handles
        about = About(print_query(node), clock.now(), handles, bool(only), grouped)
        self._strip.begin(len(only) or total)
        self.exporting.begin(house.cache, node, path, form, about, only)

    def close(self) -> None:
        """Stops an export that runs: its house is being closed."""
        self.exporting.close()

    def _fail(self, error: WorldError) -> None:
        self._strip.fail(error)
