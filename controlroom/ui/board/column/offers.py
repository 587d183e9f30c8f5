"""What may follow in a filter, in a list below its field; the keyboard stays in the field."""

from PySide6.QtCore import QPoint, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

MOST_ROWS = 8


class Offers(QListView):
    """A short list over everything else of its window.

    Signals:
        chosen: one of the offers was pressed; carries its place.
    """

    chosen = Signal(int)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field.window())
        self._field = field
        self._words = QStringListModel(self)
        self.setModel(self._words)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.Box)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))
        self.hide()

    def offer(self, texts: list[str]) -> None:
        """Shows these texts below the field, none of them marked; hides without any."""
        self._words.setStringList(texts)
        self.clearSelection()
        self.setCurrentIndex(self._words.index(-1))
        if not texts:
            self.hide()
            return
        self.setStyleSheet(_style())
        self.setFont(theme().fonts.font(Type.SMALL))
        place = self._field.mapTo(self.window(), QPoint(0, self._field.height()))
        rows = min(MOST_ROWS, len(texts))
        height = rows * max(1, self.sizeHintForRow(0)) + 4
        self.setGeometry(place.x(), place.y(), self._field.width(), height)
        self.show()
        self.raise_()

    def marked(self) -> int:
        """Returns the place of the marked offer, -1 if none is."""
        return self.currentIndex().row() if self.isVisible() else -1

    def mark(self, step: int) -> None:
        """Marks the next (1) or previous (-1) offer."""
        number = self._words.rowCount()
        if number:
            self.setCurrentIndex(self._words.index((self.currentIndex().row() + step) % number))


def _style() -> str:
    colours, px = theme().palette, theme().metrics.px
    return (
        f"QListView {{ background: {colours.bg2.name()}; color: {colours.text1.name()};"
        f" border: 1px solid {colours.line3.name()}; outline: none; }}"
        f"QListView::item {{ height: {px(24)}px; padding: 0 {px(8)}px; }}"
        f"QListView::item:selected {{ background: {colours.bg4.name()};"
        f" color: {colours.text1.name()}; }}"
    )
