"""How long what kind is kept; what would go is shown before it goes."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from controlroom.model.errors import WorldError
from controlroom.model.journal_rights import Right
from controlroom.settings import RETENTION
from controlroom.store.cache.retention import Removal, RetentionPlan
from controlroom.ui.commands.desk import Desk
from controlroom.ui.controls.announce import announce
from controlroom.ui.controls.button import Button
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.keeper import Keeper
from controlroom.ui.language import counted, language, told
from controlroom.ui.line import EngineLine
from controlroom.ui.plain import set_tip
from controlroom.ui.record.door import why_not
from controlroom.ui.settings.removing import Removing
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme
from controlroom.ui.workshop import Workshop

translate = QCoreApplication.translate
WIDTH, LEAST, MOST = 560, 1, 3650


class RetentionGroup(Styled, QWidget):
    """Days for each kind, what would go, and its removal in small steps."""

    def __init__(
        self,
        desk: Desk,
        keeper: Keeper,
        work: Workshop,
        line: EngineLine,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._keeper, self._work = desk, keeper, work
        self._plan: RetentionPlan | None = None
        self._open = self._busy = self._stoppable = False
        self._total = 0
        self._removing = Removing(keeper, work, line, self)
        self.question = Prose(Type.BODY, 600, "text1", self)
        self.days = {kind: QLineEdit(self) for kind in RETENTION}
        self._names = {kind: Prose(Type.BODY, 400, "text1", self) for kind in RETENTION}
        self.outcome = Prose(parent=self)
        self.preview, self.remove, self.stop = (Button(parent=self) for _ in range(3))
        self._grid, self._row = QGridLayout(), QHBoxLayout()
        self._fill()
        self._wire()
        office = getattr(desk, "office", None)
        if office is not None:
            office.changed.connect(self._mind_buttons)
        self.follow()

    def set_open(self, is_open: bool) -> None:
        """Says whether the databases are open."""
        self._open = is_open
        self._forget_plan()

    def restyle(self) -> None:
        px, fonts = theme().metrics.px, theme().fonts
        for prose in (self.question, self.outcome):
            prose.fix_width(px(WIDTH))
        for kind, field in self.days.items():
            self._names[kind].fix_width(px(280))
            field.setFont(fonts.font(Type.BODY))
            field.setFixedSize(px(80), theme().metrics.height.field)
        self._row.setSpacing(px(8))
        self._grid.setHorizontalSpacing(px(12))

    def retranslate(self) -> None:
        self.question.set_text(translate("Data", "Days after which it goes"))
        for kind, field in self.days.items():
            self._names[kind].set_text(_kind_words(kind))
            template = translate("Data", "{kind}: days until they go")
            field.setAccessibleName(template.format(kind=_kind_words(kind)))
            field.setText(str(self._desk.settings.retention_days[kind]))
        for button, words in (
            (self.preview, translate("Data", "Show what would go")),
            (self.remove, translate("Data", "Remove now")),
            (self.stop, translate("Data", "Stop")),
        ):
            button.set_face(words)
            button.setAccessibleName(words)
        if self._plan is not None and not self._busy:
            self.outcome.set_text(_plan_words(self._plan))
        self._mind_buttons()

    def _fill(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().metrics.px(6))
        column.addWidget(self.question)
        for row, (kind, field) in enumerate(self.days.items()):
            field.setValidator(QIntValidator(LEAST, MOST, field))
            self._grid.addWidget(self._names[kind], row, 0)
            self._grid.addWidget(field, row, 1)
        self._grid.setColumnStretch(2, 1)
        column.addLayout(self._grid)
        column.addSpacing(theme().metrics.px(4))
        for button in (self.preview, self.remove, self.stop):
            self._row.addWidget(button)
        self._row.addStretch(1)
        column.addLayout(self._row)
        column.addWidget(self.outcome, 0, Qt.AlignmentFlag.AlignTop)

    def _wire(self) -> None:
        for kind, field in self.days.items():
            field.editingFinished.connect(partial(self._take_days, kind))
            field.textEdited.connect(self._forget_plan)
        self.preview.clicked.connect(self._show_plan)
        self.remove.clicked.connect(self._remove)
        self.stop.clicked.connect(self._removing.stop)
        self._removing.went_on.connect(self._show_progress)
        self._removing.ended.connect(self._removed)
        self._removing.failed.connect(self._give_up)

    def _take_days(self, kind: str) -> None:
        field, now = self.days[kind], self._desk.settings.retention_days
        if not field.hasAcceptableInput():
            field.setText(str(now[kind]))
        elif int(field.text()) != now[kind]:
            self._desk.change(retention_days={**now, kind: int(field.text())})
            self._forget_plan()

    def _forget_plan(self, *_why: object) -> None:
        self._plan = None
        if not self._busy:
            self._say("")
        self._mind_buttons()

    def _show_plan(self) -> None:
        self._begin(translate("Data", "Counting…"))
        days = dict(self._desk.settings.retention_days)
        self._work.do(partial(self._keeper.planned, days), self._planned, self._failed)

    def _planned(self, plan: RetentionPlan) -> None:
        self._plan = plan
        self._end(_plan_words(plan))

    def _remove(self) -> None:
        plan = self._plan
        self._mind_buttons()
        if plan is None or not self.remove.isEnabled():
            return
        self._total = sum(removal.count for removal in plan.removals)
        self._begin(_progress_words(0, self._total), stoppable=True)
        self._removing.begin(plan)

    def _show_progress(self, done: int) -> None:
        self._say(_progress_words(done, self._total))

    def _removed(self, count: int) -> None:
        self._plan = None
        one, many = translate("Data", "{n} removed."), translate("Data", "{n} are removed.")
        self._end(counted(count, one, many))

    def _failed(self, error: WorldError) -> None:
        self._give_up(told(error))

    def _give_up(self, words: str) -> None:
        self._plan = None
        self._end(words)

    def _begin(self, words: str, *, stoppable: bool = False) -> None:
        self._busy, self._stoppable = True, stoppable
        self._say(words)
        self._mind_buttons()

    def _end(self, words: str) -> None:
        self._busy = self._stoppable = False
        self._say(words)
        announce(self, words)
        self._mind_buttons()

    def _say(self, words: str) -> None:
        self.outcome.set_text(words)

    def _mind_buttons(self) -> None:
        free = self._open and not self._busy
        self.preview.setEnabled(free)
        denied = why_not(self._desk, Right.MANAGE)
        self.remove.setEnabled(free and bool(self._plan) and not denied)
        self.stop.setVisible(self._stoppable)
        first = translate("Data", "First show what would go.")
        why = "" if self.remove.isEnabled() else denied or first
        self.remove.setAccessibleDescription(why)
        set_tip(self.remove, why)
        for field in self.days.values():
            field.setEnabled(not self._busy)


def _kind_words(kind: str) -> str:
    return {
        "posts": translate("Data", "Posts"),
        "messages": translate("Data", "Private messages"),
        "payloads": translate("Data", "The networks’ own records"),
    }[kind]


def _plan_words(plan: RetentionPlan) -> str:
    lines = [_removal_words(removal) for removal in plan.removals if removal.count]
    kept = translate("Data", "What is marked as kept stays.")
    nothing = translate("Data", "Nothing is old enough to go.")
    return "\n".join([*lines, kept]) if lines else nothing


def _removal_words(removal: Removal) -> str:
    template = translate("Data", "{kind}: {n}, of {oldest} to {newest}")
    return template.format(
        kind=_kind_words(removal.kind),
        n=language().figure(removal.count),
        oldest=_day(removal.oldest),
        newest=_day(removal.newest),
    )


def _progress_words(done: int, total: int) -> str:
    template = translate("Data", "{done} of {total} removed")
    return template.format(done=language().figure(done), total=language().figure(total))


def _day(moment: datetime | None) -> str:
    return language().date(moment.astimezone()) if moment else ""
