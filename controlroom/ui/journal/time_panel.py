"""Asks from when to when; both are local times, and either may be left open."""

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from controlroom.model import clock
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.prose import Prose
from controlroom.ui.layers.layer import Panel
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
WIDTH = 420
FORMS = ("%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d")


class TimePanel(Panel):
    """Two fields for moments, written 2026-11-22 18:30.

    Signals:
        ranged: carries since and until, each aware or None.
    """

    ranged = Signal(object, object)
    top_share = 0.15

    def __init__(
        self, since: datetime | None, until: datetime | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.heading = Prose(Type.HEADING, 600, "text1")
        self.labels = Prose(Type.SMALL), Prose(Type.SMALL)
        self.fields = QLineEdit(_written(since), self), QLineEdit(_written(until), self)
        self.wrong = Prose(Type.SMALL, 500, "red")
        self.take, self.cancel = Button(Kind.MAIN), Button()
        self._row = QHBoxLayout()
        self._build()
        self.follow()

    def first_focus(self) -> QWidget:
        return self.fields[0]

    def wanted_size(self, room: QSize) -> QSize:
        width = theme().metrics.px(WIDTH) + 2 * theme().metrics.px(16)
        return QSize(width, self.body.totalHeightForWidth(width))

    def restyle(self) -> None:
        super().restyle()
        px = theme().metrics.px
        self.body.setContentsMargins(px(16), px(16), px(16), px(16))
        self.body.setSpacing(px(8))
        self._row.setSpacing(px(8))
        for field in self.fields:
            field.setFixedHeight(theme().metrics.height.field)
            field.setFont(theme().fonts.font(Type.BODY))
        for prose in (self.heading, *self.labels, self.wrong):
            prose.fix_width(px(WIDTH))

    def retranslate(self) -> None:
        self.heading.set_text(translate("Record", "Entries from when to when"))
        self.setAccessibleName(self.heading.text())
        told = translate("Record", "From"), translate("Record", "Until, not included")
        example = f"{clock.now().astimezone():{FORMS[0]}}"
        for label, field, text in zip(self.labels, self.fields, told, strict=True):
            label.set_text(text)
            field.setAccessibleName(text)
            field.setPlaceholderText(example)
        for button, text in (
            (self.take, translate("Record", "Show")),
            (self.cancel, translate("Question", "Cancel")),
        ):
            button.set_face(text)
            button.setAccessibleName(text)

    def _build(self) -> None:
        self.body.addWidget(self.heading)
        for label, field in zip(self.labels, self.fields, strict=True):
            self.body.addWidget(label)
            self.body.addWidget(field)
            field.returnPressed.connect(self._take)
        self.body.addWidget(self.wrong)
        self.wrong.hide()
        self._row.addStretch(1)
        self._row.addWidget(self.cancel)
        self._row.addWidget(self.take)
        self.body.addLayout(self._row)
        for button in (self.cancel, self.take):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.cancel.clicked.connect(self.finished)
        self.take.clicked.connect(self._take)

    def _take(self) -> None:
        try:
            since, until = (read_moment(field.text()) for field in self.fields)
        except ValueError:
            self._refuse(
                translate("Record", "Write a moment as 2026-11-22 18:30, or leave it out.")
            )
            return
        if since and until and since >= until:
            self._refuse(translate("Record", "The end has to be behind the beginning."))
            return
        self.finished.emit()
        self.ranged.emit(since, until)

    def _refuse(self, text: str) -> None:
        self.wrong.set_text(text)
        self.wrong.show()
        self.fit_anew()


def read_moment(text: str) -> datetime | None:
    """Returns a local moment as it was typed, None for nothing. Raises `ValueError`."""
    text = " ".join(text.replace("T", " ").split())
    if not text:
        return None
    for form in FORMS:
        try:
            return datetime.strptime(text, form).astimezone(UTC)
        except (ValueError, OverflowError, OSError):
            continue
    raise ValueError(text)


def _written(at: datetime | None) -> str:
    return f"{at.astimezone():{FORMS[0]}}" if at else ""
