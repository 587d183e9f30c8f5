"""The answers of a poll, how long it runs, and whether several may be chosen."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from controlroom.model.outgoing.content import Poll
from controlroom.outbound.counting.limits import PollLimits
from controlroom.ui.compose.pick import Pick
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.controls.switch import Switch
from controlroom.ui.language import counted
from controlroom.ui.plain import set_tip
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
MOST, LONGEST = 4, 200
"""Answers, and characters of one, where no network says how many it takes."""
DURATIONS = (5, 30, 60, 360, 720, 1440, 4320, 10080, 43200)
"""Minutes a poll may run, as far as whoever gets it takes that."""
USUAL = Poll(("", ""), 1440)


class PollBox(Styled, QWidget):
    """Hidden while the post has no poll.

    Signals:
        changed: the poll is another one; carries it, None for none.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._poll: Poll | None = None
        self._limits = PollLimits()
        self.heading = Prose(Type.BODY, 600, "text1", self)
        self.fields: list[QLineEdit] = []
        self.more, self.gone = Button(Kind.GHOST, self), Button(Kind.GHOST, self)
        self.runs, self.several = Pick(self, "clock"), Switch(self)
        self._build()
        self.follow()
        self.hide()

    @staticmethod
    def turned(poll: Poll | None) -> Poll | None:
        """Returns an empty poll in place of none, and none in place of a poll."""
        return USUAL if poll is None else None

    def show_poll(self, poll: Poll | None, limits: PollLimits = PollLimits()) -> None:  # noqa: B008
        """Shows a poll, or hides.

        Args:
            limits: what everybody takes who gets it.
        """
        self._poll, self._limits = poll, limits
        self.setVisible(poll is not None)
        if poll is None:
            return
        self._fit(len(poll.options))
        for field, text in zip(self.fields, poll.options, strict=True):
            # What is longer already stays, and the checks say so.
            field.setMaxLength(max(limits.option or LONGEST, len(text)))
            if field.text() != text:
                field.setText(text)
        self.several.setChecked(poll.multiple)
        self.more.setEnabled(len(poll.options) < self._most())
        self._offer()

    def restyle(self) -> None:
        px = theme().metrics.px
        self._column.setSpacing(px(6))
        self._dress()

    def retranslate(self) -> None:
        self.heading.set_text(translate("Compose", "Poll"))
        for button, icon, text in (
            (self.more, "plus", translate("Compose", "Add an answer")),
            (self.gone, "x", translate("Compose", "Remove the poll")),
        ):
            button.set_face(text, icon)
            button.setAccessibleName(text)
            set_tip(button, text)
        self.several.setText(translate("Compose", "Several answers"))
        self.several.setAccessibleName(self.several.text())
        self.runs.name(translate("Compose", "How long it runs"))
        self._dress()
        self._offer()

    def _build(self) -> None:
        self._column, self._answers, row = QVBoxLayout(self), QVBoxLayout(), QHBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.heading)
        self._column.addLayout(self._answers)
        self._column.addLayout(row)
        for part in (self.more, self.runs, self.several):
            part.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.gone)
        self.gone.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.clicked.connect(self._add)
        self.gone.clicked.connect(lambda: self.changed.emit(None))
        self.several.clicked.connect(self._tell)
        self.runs.picked.connect(self._tell)

    def _fit(self, wanted: int) -> None:
        while len(self.fields) < wanted:
            field = QLineEdit(self)
            field.setMaxLength(LONGEST)
            field.textEdited.connect(self._tell)
            self.fields.append(field)
            self._answers.addWidget(field)
        while len(self.fields) > wanted:
            gone = self.fields.pop()
            self._answers.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._dress()

    def _dress(self) -> None:
        for number, field in enumerate(self.fields, 1):
            field.setFont(theme().fonts.font(Type.BODY))
            field.setFixedHeight(theme().metrics.height.field)
            field.setPlaceholderText(translate("Compose", "Answer {n}").format(n=number))
            field.setAccessibleName(field.placeholderText())

    def _offer(self) -> None:
        now = self._poll.minutes if self._poll is not None else USUAL.minutes
        taken = {one for one in DURATIONS if self._takes(one)} | {now}
        self.runs.offer([(str(one), duration_told(one)) for one in sorted(taken)], str(now))

    def _takes(self, minutes: int) -> bool:
        limits = self._limits
        return limits.least_min <= minutes <= (limits.most_min or minutes)

    def _most(self) -> int:
        return self._limits.options or MOST

    def _add(self) -> None:
        if self._poll is not None and len(self._poll.options) < self._most():
            self._emit((*self._poll.options, ""))

    def _tell(self, _why: object = None) -> None:
        self._emit(tuple(field.text() for field in self.fields))

    def _emit(self, options: tuple[str, ...]) -> None:
        self.changed.emit(Poll(options, int(self.runs.value), self.several.isChecked()))


def duration_told(minutes: int) -> str:
    """Returns how long that is."""
    if minutes % 1440 == 0:
        one, many = translate("Compose", "{n} day"), translate("Compose", "{n} days")
        return counted(minutes // 1440, one, many)
    if minutes % 60 == 0:
        one, many = translate("Compose", "{n} hour"), translate("Compose", "{n} hours")
        return counted(minutes // 60, one, many)
    return counted(minutes, translate("Compose", "{n} minute"), translate("Compose", "{n} minutes"))
