"""Keeps searches under names in the person's own file."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from shiboken6 import isValid

from controlroom.store.desk.notes import SavedSearch
from controlroom.ui.board.ask_text import AskText
from controlroom.ui.language import language
from controlroom.ui.layers.question import Question
from controlroom.ui.review.saved_panel import SavedPanel

if TYPE_CHECKING:
    from controlroom.ui.review.around import House, ReviewWindow
    from controlroom.ui.review.asking import Asking

translate = QCoreApplication.translate
LONGEST_NAME = 80


class Saving(QObject):
    """Saved searches as the section uses them.

    Signals:
        changed: there are others than before.
        opened: one is to be searched for; carries the `SavedSearch`.
    """

    changed = Signal()
    opened = Signal(object)

    def __init__(self, window: "ReviewWindow", asking: "Asking", parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._asking = window, asking
        self.searches: list[SavedSearch] = []
        self.shown = ""
        self._panel: SavedPanel | None = None

    def load(self) -> None:
        """Reads what is saved."""
        self._asking.keep(lambda house: house.desk.searches(), self._take)

    def save(self, query: str) -> None:
        """Asks for a name and saves a search under it."""
        if self._asking.house is None:
            return
        heading = translate("Review", "Name of this search")
        name = self.shown or query[:LONGEST_NAME]
        self._window.open_layer(AskText(heading, name, lambda new: self._named(new, query)))

    def show_all(self) -> None:
        """Opens the list of saved searches."""
        panel = SavedPanel()
        panel.show_searches(self.searches)
        panel.opened.connect(self._open)
        panel.renamed.connect(self._ask_name)
        panel.removed.connect(self._remove)
        self._panel = panel
        self._window.open_layer(panel)

    def forget(self) -> None:
        """The house is closed."""
        self.searches, self.shown = [], ""
        self.changed.emit()

    def _named(self, name: str, query: str) -> None:
        taken = self._find(name)
        if taken is None or taken.query == query or name == self.shown:
            self._put(SavedSearch(name, query))
            return
        heading = translate("Review", "Replace the search {name}?").format(
            name=language().quoted(name)
        )
        text = translate("Review", "Another search is saved under this name: {query}").format(
            query=taken.query or translate("Review", "every post")
        )
        question = Question(heading, text, translate("Review", "Replace"))
        question.agreed.connect(lambda: self._put(SavedSearch(name, query)))
        self._window.open_layer(question)

    def _put(self, search: SavedSearch) -> None:
        self.shown = search.name

        def put(house: "House") -> list[SavedSearch]:
            house.desk.save_search(search)
            return house.desk.searches()

        self._asking.keep(put, self._take)
        text = translate("Review", "Saved: {name}").format(name=search.name)
        self._window.status.say_shortly(text)

    def _ask_name(self, one: SavedSearch) -> None:
        heading = translate("Review", "New name of this search")
        self._window.open_layer(AskText(heading, one.name, lambda new: self._rename(one, new)))

    def _rename(self, one: SavedSearch, name: str) -> None:
        if name == one.name:
            return
        if self._find(name) is not None:
            heading = translate("Review", "The search was not renamed")
            text = translate("Review", "Another search is called {name}.")
            self._window.tell(heading, text.format(name=language().quoted(name)))
            return
        if self.shown == one.name:
            self.shown = name

        def rename(house: "House") -> list[SavedSearch]:
            # In this order a power cut leaves the search twice rather than not at all.
            house.desk.save_search(SavedSearch(name, one.query))
            house.desk.remove_search(one.name)
            return house.desk.searches()

        self._asking.keep(rename, self._take)

    def _remove(self, one: SavedSearch) -> None:
        if self.shown == one.name:
            self.shown = ""

        def remove(house: "House") -> list[SavedSearch]:
            house.desk.remove_search(one.name)
            return house.desk.searches()

        self._asking.keep(remove, self._take)

    def _open(self, one: SavedSearch) -> None:
        self.shown = one.name
        self.opened.emit(one)

    def _find(self, name: str) -> SavedSearch | None:
        return next((one for one in self.searches if one.name == name), None)

    def _take(self, searches: list[SavedSearch]) -> None:
        self.searches = searches
        if self._panel is not None and isValid(self._panel):
            self._panel.show_searches(searches)
        self.changed.emit()
