"""Salvage and restore, as the window offers them: asked first, done aside, told after."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from controlroom.model.errors import WorldError
from controlroom.model.house import Rescued
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.keeper import Keeper, Told
from controlroom.ui.language import language
from controlroom.ui.layers.question import Question
from controlroom.ui.opening.stand_in import StandIn
from controlroom.ui.workshop import Workshop

translate = QCoreApplication.translate
Page = Callable[[], StandIn]
"""Gives the page that shows the progress, with its buttons at rest."""


class Rescue:
    """Offers and does the two ways back from a damaged file."""

    def __init__(
        self,
        window: DeskWindow,
        keeper: Keeper,
        work: Workshop,
        done: Callable[[Sequence[Rescued]], None],
        failed: Callable[[WorldError], None],
    ) -> None:
        self._window, self._keeper, self._work = window, keeper, work
        self._done, self._failed = done, failed

    def offer_salvage(self, page: Page) -> None:
        """Asks whether to save what can be read of damaged files, then does it."""
        question = Question(
            translate("Opening", "Salvage what can be read?"),
            translate(
                "Opening",
                "Every row that can still be read goes into a new file. The damaged file is kept"
                " in a folder beside it. This needs room for two more copies.",
            ),
            translate("Opening", "Salvage"),
        )
        question.agreed.connect(partial(self._salvage, page))
        self._window.open_layer(question)

    def offer_restore(self, file: str, page: Page) -> None:
        """Asks whether to go back to the newest sound backup of a file, then does it."""
        template = translate(
            "Opening",
            "{file} goes back to how it was when the newest sound backup was made. What came"
            " after it is lost from view; the present file is kept in a folder beside it.",
        )
        question = Question(
            translate("Opening", "Restore the newest backup?"),
            template.format(file=file),
            translate("Opening", "Restore"),
        )
        question.agreed.connect(partial(self._restore, file, page))
        self._window.open_layer(question)

    def _salvage(self, page: Page) -> None:
        told = self._told(page())
        self._work.do(partial(self._keeper.salvage, told), self._done, self._failed)

    def _restore(self, file: str, page: Page) -> None:
        told = self._told(page())

        def work() -> list[Rescued]:
            return [self._keeper.restore(file, told)]

        self._work.do(work, self._done, self._failed)

    def _told(self, page: StandIn) -> Told:
        page.tell_progress(_working)

        def told(file: str, percent: int) -> None:
            self._work.here(partial(page.tell_progress, partial(_reading, file, percent)))

        return told


def _working() -> str:
    return translate("Opening", "Working… The desk can be closed; nothing is lost by it.")


def _reading(file: str, percent: int) -> str:
    template = translate("Opening", "Reading {file}: {share}")
    return template.format(file=file, share=language().percent(percent))
