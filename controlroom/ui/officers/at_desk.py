"""Who works at this desk: name, number and roles; and, outside a team, who takes over."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from controlroom.model.journal_kinds import OfficerChanged
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.prose import Prose
from controlroom.ui.layers.layer import Panel
from controlroom.ui.officers.chooser import Chooser
from controlroom.ui.officers.forms import Rename
from controlroom.ui.officers.offers import officers_offered
from controlroom.ui.officers.pane import free
from controlroom.ui.officers.people import cover_told
from controlroom.ui.officers.set_right import SetRight
from controlroom.ui.officers.words import listed, named, role_told, scope_told
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from controlroom.team.state import Officer
    from controlroom.ui.officers.around import Office

translate = QCoreApplication.translate
WIDTH = 500


class AtDesk(Panel):
    """Follows the record while it is open."""

    top_share = 0.06

    def __init__(self, office: "Office") -> None:
        super().__init__()
        self._office = office
        self.caption = Prose(Type.CAPTION, 600, "text3", self)
        self.name = Prose(Type.HEADING, 600, "text1", self)
        self.roles = Prose(Type.SMALL, 400, "text2", self)
        self.rename, self.right, self.more = (Button(Kind.SMALL, self) for _ in range(3))
        self.why = Prose(Type.SMALL, 400, "text2", self)
        self.others = Chooser(self)
        self.leave, self.take = Button(Kind.PLAIN, self), Button(Kind.MAIN, self)
        self._build()
        self._wire()
        self.follow()

    def first_focus(self) -> QWidget:
        return self.others.field if self._may_change() else self.leave

    def wanted_size(self, room: QSize) -> QSize:
        width = min(theme().metrics.px(WIDTH), room.width())
        return QSize(width, min(self.body.totalHeightForWidth(width), room.height()))

    def restyle(self) -> None:
        super().restyle()
        px = theme().metrics.px
        self.body.setContentsMargins(px(16), px(14), px(16), px(14))
        self.body.setSpacing(px(8))

    def retranslate(self) -> None:
        self.caption.set_text(translate("Rights", "WHO WORKS AT THIS DESK"))
        self.setAccessibleName(translate("Rights", "Who works at this desk"))
        for button, text, icon in (
            (self.rename, translate("Rights", "Change name…"), "compose"),
            (self.right, translate("Rights", "Put name and number right…"), "person"),
            (self.more, translate("Rights", "What this officer may do"), "shield"),
            (self.leave, translate("Rights", "Close"), ""),
            (self.take, translate("Rights", "Take over"), "swap"),
        ):
            button.set_face(text, icon)
            button.setAccessibleName(text)
        self.show_record()

    def show_record(self) -> None:
        """Shows who works here as the record has it."""
        office, state, number = self._office, self._office.state, self._office.book.officer
        officer = state.officers.get(number) if state is not None else None
        self.name.set_text(named(state, number) if number else translate("Rights", "Not known yet"))
        lines = [translate("Rights", "The record is still being read.")]
        if state is not None:
            lines = [translate("Rights", "The record does not know this number.")]
        if officer is not None and state is not None:
            lines = roles_by_scope(office, officer) or [translate("Rights", "no role")]
            if officer.left:
                lines = [translate("Rights", "Has left. Every right has ended.")]
            lines += [cover] if (cover := cover_told(state, number)) else []
        self.roles.set_text("\n".join(lines[:12]))
        self._show_others()
        free(self.rename, office.acts.why_not(OfficerChanged(number, "?")))
        begun = state is not None and len(state.officers) == 1
        self.right.setVisible(begun and self._may_change())
        self.rename.setVisible(not self.right.isVisibleTo(self))
        self.fit_anew()

    def _show_others(self) -> None:
        may = self._may_change()
        others = officers_offered(self._office, self._office.book.officer) if may else []
        self.others.setVisible(bool(others))
        self.take.setVisible(bool(others))
        self.others.ask(
            translate("Rights", "Who takes over this desk"), others, self.others.value()
        )
        self.why.set_text(
            translate(
                "Rights",
                "What is decided from now on bears the name of whoever takes over. Nobody is asked"
                " for a password here: this computer’s own sign-in keeps others out.",
            )
            if may
            else translate(
                "Rights",
                "In a team the database’s own sign-in decides who works here. To change, sign in"
                " to it as somebody else.",
            )
        )

    def _may_change(self) -> bool:
        return self._office.book.is_own

    def _take_over(self) -> None:
        number = self.others.value()
        if number:
            self.finished.emit()
            become(self._office, number)

    def _build(self) -> None:
        for part in (self.caption, self.name, self.roles):
            self.body.addWidget(part)
        row, foot = QHBoxLayout(), QHBoxLayout()
        for button in (self.rename, self.right, self.more):
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.others)
        self.body.addWidget(self.why)
        foot.addStretch(1)
        for button in (self.leave, self.take):
            foot.addWidget(button)
        self.body.addLayout(foot)
        for button in (self.rename, self.right, self.more, self.leave, self.take):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _wire(self) -> None:
        office, window = self._office, self._office.window
        office.changed.connect(self.show_record)
        self.leave.clicked.connect(self.finished)
        self.take.clicked.connect(self._take_over)
        self.others.list.opened.connect(lambda _row: self._take_over())
        self.others.field.returnPressed.connect(self._take_over)
        self.rename.clicked.connect(lambda: window.open_layer(Rename(office, office.book.officer)))
        self.right.clicked.connect(
            lambda: window.open_layer(SetRight(office, lambda number: become(office, number)))
        )
        self.more.clicked.connect(lambda: office.show_officers(office.book.officer))


def become(office: "Office", number: str) -> None:
    """Lets somebody else of the record work at this desk, now and after the next start."""
    office.window.change(officer=number)
    office.book.act_as(number)
    told = translate("Rights", "{name} works at this desk now.")
    office.window.status.say_shortly(told.format(name=named(office.state, number)))


def roles_by_scope(office: "Office", officer: "Officer") -> list[str]:
    """Returns the roles of an officer, a line for each thing they are for."""
    template = translate("Rights", "For {scope}: {roles}")
    return [
        template.format(
            scope=scope_told(scope, office.profiles), roles=listed(sorted(map(role_told, held)))
        )
        for scope, held in sorted(officer.roles.items())
    ]
