"""The saved searches: open, rename, remove."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QWidget

from controlroom.store.desk.notes import SavedSearch
from controlroom.ui.board.card.clean import clean_line
from controlroom.ui.commands.keys import caption
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.prose import Prose
from controlroom.ui.layers.layer import Panel
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import menu_icon
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
SEARCH = Qt.ItemDataRole.UserRole
WIDTH, HEIGHT = 620, 380


class SavedList(QListView):
    """Enter opens, F2 renames, Delete removes.

    Signals:
        opened, renamed, removed: what is wanted of the current search.
    """

    opened = Signal()
    renamed = Signal()
    removed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = {
            Qt.Key.Key_Return: self.opened,
            Qt.Key.Key_Enter: self.opened,
            Qt.Key.Key_F2: self.renamed,
            Qt.Key.Key_Delete: self.removed,
        }.get(Qt.Key(event.key()))
        if wanted is None:
            super().keyPressEvent(event)
        else:
            wanted.emit()


class SavedPanel(Panel):
    """A list with its buttons.

    Signals:
        opened, renamed, removed: carry the `SavedSearch` in question.
    """

    opened = Signal(object)
    renamed = Signal(object)
    removed = Signal(object)
    top_share = 0.15

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading, self.empty = Prose(Type.HEADING, 600, "text1"), Prose()
        self.list, self._model = SavedList(self), QStandardItemModel(self)
        self.list.setModel(self._model)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        self.open_button, self.rename = Button(Kind.MAIN, self), Button(Kind.PLAIN, self)
        self.remove, self.leave = Button(Kind.PLAIN, self), Button(Kind.PLAIN, self)
        self._build()
        self._wire()
        self.follow()

    def show_searches(self, searches: Sequence[SavedSearch]) -> None:
        """Shows these searches; the current one stays so if it is among them."""
        now, row = self.current(), self.list.currentIndex().row()
        self._model.clear()
        for one in searches:
            self._model.appendRow(_item(one))
        names = [one.name for one in searches]
        if now is not None and now.name in names:
            row = names.index(now.name)
        row = max(0, min(row, len(names) - 1))
        self.list.setCurrentIndex(self._model.index(row, 0))
        self.list.setVisible(bool(names))
        self.empty.setVisible(not names)
        for button in (self.open_button, self.rename, self.remove):
            button.setEnabled(bool(names))

    def current(self) -> SavedSearch | None:
        """Returns the search that is marked."""
        found = self.list.currentIndex().data(SEARCH)
        return found if isinstance(found, SavedSearch) else None

    def first_focus(self) -> QWidget:
        return self.leave if self.list.isHidden() else self.list

    def wanted_size(self, room: QSize) -> QSize:
        px = theme().metrics.px
        return QSize(px(WIDTH), px(HEIGHT)).boundedTo(room)

    def restyle(self) -> None:
        super().restyle()
        px = theme().metrics.px
        self.body.setContentsMargins(px(16), px(16), px(16), px(16))
        self.body.setSpacing(px(12))
        self.list.setFont(theme().fonts.font(Type.BODY))
        self.setStyleSheet(self.styleSheet() + _list_sheet())

    def retranslate(self) -> None:
        self.heading.set_text(translate("Review", "Saved searches"))
        self.setAccessibleName(self.heading.text())
        self.list.setAccessibleName(self.heading.text())
        self.empty.set_text(translate("Review", "No search is saved yet. Ctrl S saves one."))
        for button, text, key in (
            (self.open_button, translate("Review", "Open"), translate("Review", "Enter")),
            (self.rename, translate("Review", "Rename…"), "F2"),
            (self.remove, translate("Review", "Remove"), translate("Review", "Del")),
            (self.leave, translate("Review", "Close"), caption("Esc")),
        ):
            button.set_face(text, "", key)
            button.setAccessibleName(f"{text}, {key}")

    def _build(self) -> None:
        self.body.addWidget(self.heading)
        self.body.addWidget(self.empty)
        self.body.addWidget(self.list, 1)
        row = QHBoxLayout()
        for button in (self.rename, self.remove):
            row.addWidget(button)
        row.addStretch(1)
        for button in (self.leave, self.open_button):
            row.addWidget(button)
        for button in (self.open_button, self.rename, self.remove, self.leave):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body.addStretch(0)
        self.body.addLayout(row)

    def _wire(self) -> None:
        self.leave.clicked.connect(self.finished)
        self.list.doubleClicked.connect(lambda _: self._open())
        self.list.opened.connect(self._open)
        self.list.renamed.connect(lambda: self._tell(self.renamed))
        self.list.removed.connect(lambda: self._tell(self.removed))
        self.open_button.clicked.connect(self._open)
        self.rename.clicked.connect(lambda: self._tell(self.renamed))
        self.remove.clicked.connect(lambda: self._tell(self.removed))

    def _open(self) -> None:
        one = self.current()
        if one is not None:
            self.finished.emit()
            self.opened.emit(one)

    def _tell(self, signal: object) -> None:
        one = self.current()
        if one is not None:
            signal.emit(one)  # type: ignore[attr-defined]


def _item(one: SavedSearch) -> QStandardItem:
    colours, px = theme().palette, theme().metrics.px
    query = clean_line(one.query, 120)
    item = QStandardItem(f"{clean_line(one.name, 80)}   {query}".strip())
    item.setIcon(menu_icon("star", px(15), colours.text2))
    item.setData(one, SEARCH)
    return item


def _list_sheet() -> str:
    colours, px = theme().palette, theme().metrics.px
    return (
        f"QListView {{ color: {colours.text1.name()}; border: 1px solid {colours.line2.name()}; }}"
        f"QListView::item {{ height: {px(30)}px; padding: 0 {px(8)}px; }}"
        f"QListView::item:selected {{ background: {colours.bg4.name()};"
        f" color: {colours.text1.name()}; }}"
    )
