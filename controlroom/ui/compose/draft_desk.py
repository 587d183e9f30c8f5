"""What lies on this workstation beside the draft: other drafts, and sets of profiles."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QObject

from controlroom.model.errors import WorldError
from controlroom.ui.compose import editing, kept
from controlroom.ui.compose.kept import COMPOSE, Kept, ProfileSet, new_sheet

if TYPE_CHECKING:
    from controlroom.store.desk.store import DeskStore
    from controlroom.ui.compose.composer import Composer
    from controlroom.ui.compose.drafts_panel import DraftsPanel

T = TypeVar("T")
translate = QCoreApplication.translate


class DraftDesk(QObject):
    """Begins, opens and throws away drafts; keeps the sets."""

    def __init__(self, page: "Composer", parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._store: DeskStore | None = None
        self.sets: tuple[ProfileSet, ...] = ()

    def wire(self) -> None:
        """Ties the buttons of the page to what they do."""
        page = self._page
        page.head.fresh.clicked.connect(self.begin)
        page.head.drafts.clicked.connect(self.show_all)
        page.foot.discard.clicked.connect(self.discard)
        page.who.save_wanted.connect(self.ask_set_name)
        page.who.set_wanted.connect(self.turn_set)
        page.writing.turned.connect(self.count)

    def open(self, store: "DeskStore") -> None:
        """Uses this file; the draft that was left last is opened again."""
        self._store = store
        self.sets = self._read(partial(kept.load_sets, store)) or ()
        self._page.who.show_sets(self.sets)
        last = next(iter(self.drafts()), None)
        if last is not None and editing.says_nothing(self._page.writing.content):
            self._page.writing.turn_to(last.sheet, last.name, last.at)
        self.count()

    def close(self) -> None:
        """Lets go of the file."""
        self._store = None

    def drafts(self) -> list[Kept]:
        """Returns the drafts that are kept here, the one changed last first."""
        if self._store is None:
            return []
        self._page.writing.settle()
        found = self._read(partial(kept.load_all, self._store)) or []
        return [one for one in found if one.name.startswith(COMPOSE)]

    def count(self) -> None:
        """Tells how many drafts there are."""
        self._page.head.show_number(len(self.drafts()))

    def begin(self) -> None:
        """Begins another draft; the one that was open is kept."""
        self._page.writing.turn_to(new_sheet())
        self._page.first_focus().setFocus()

    def show_all(self) -> None:
        """Shows the drafts that are kept here."""
        from controlroom.ui.compose.drafts_panel import DraftsPanel

        self._page.writing.keep()
        panel = DraftsPanel(self.drafts())
        panel.opened.connect(lambda one: self._page.writing.turn_to(one.sheet, one.name, one.at))
        panel.removed.connect(partial(self._ask_remove, panel))
        self._page.open_layer(panel)

    def discard(self) -> None:
        """Throws the draft away, after a question if there is anything in it."""
        page = self._page
        if editing.says_nothing(page.writing.content):
            page.writing.discard()
            page.leave()
            return
        from controlroom.ui.layers.question import Question

        question = Question(
            translate("Compose", "Throw this draft away?"),
            self._lost_told(),
            translate("Compose", "Throw away"),
        )
        question.agreed.connect(self._discard)
        page.open_layer(question)

    def ask_set_name(self) -> None:
        """Asks under which name the chosen profiles are kept."""
        from controlroom.ui.board.ask_text import AskText

        name = translate("Compose", "Name of the set of profiles")
        self._page.open_layer(AskText(name, "", self.save_set))

    def save_set(self, name: str) -> None:
        """Keeps what is chosen under a name, in place of another set of that name."""
        others = [one for one in self.sets if one.name != name]
        self._put_sets((*others, ProfileSet(name, self._page.writing.content.targets)))

    def turn_set(self, place: int) -> None:
        """Chooses the profiles of a set, or lets them go; of an empty set nothing."""
        page, one = self._page, self.sets[place]
        able = [key for key in one.profiles if key in page.who.tree.by_key]
        able = [key for key in able if page.who.tree.by_key[key].can]
        held = page.writing.content.targets
        if able and all(key in held for key in able):
            targets = tuple(key for key in held if key not in able)
        else:
            targets = tuple(dict.fromkeys((*held, *able)))
        page.writing.put(editing.with_targets(page.writing.content, targets))
        page.who.show_targets(targets)

    def _put_sets(self, sets: tuple[ProfileSet, ...]) -> None:
        self.sets = sets
        if self._store is not None:
            self._read(partial(kept.save_sets, self._store, sets))
        self._page.who.show_sets(sets)

    def _ask_remove(self, panel: "DraftsPanel", one: Kept) -> None:
        """A draft is thrown away only after a question."""
        from controlroom.ui.layers.question import Question

        question = Question(
            translate("Compose", "Throw this draft away?"),
            translate("Compose", "It is kept nowhere else. This cannot be undone."),
            translate("Compose", "Throw away"),
        )
        question.agreed.connect(partial(self._remove, one))
        question.agreed.connect(partial(panel.drop, one))
        self._page.open_layer(question)

    def _remove(self, one: Kept) -> None:
        if one.name == self._page.writing.name:
            self._page.writing.discard()
        elif self._store is not None:
            self._read(partial(self._store.remove_draft, one.name))
        self.count()

    def _discard(self) -> None:
        self._page.writing.discard()
        self._page.leave()

    def _lost_told(self) -> str:
        if self._page.writing.sheet.submitted:
            return translate(
                "Compose",
                "The version that was put forward stays in the record. What was changed since is"
                " lost.",
            )
        return translate("Compose", "It is kept nowhere else. This cannot be undone.")

    def _read(self, work: Callable[[], T]) -> T | None:
        try:
            return work()
        except WorldError as error:
            self._page.window_.trouble.emit(error)
            return None
