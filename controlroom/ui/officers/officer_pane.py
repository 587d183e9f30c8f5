"""One officer: roles and cover with who gave them, and everything they may do, with why."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from controlroom.model.journal_kinds import OfficerChanged, OfficerLeft
from controlroom.model.journal_rights import Right
from controlroom.team.state import State
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.table import Table
from controlroom.ui.language import counted
from controlroom.ui.layers.question import Question
from controlroom.ui.officers import allowed, grants
from controlroom.ui.officers.forms import Cover, Grant, Rename
from controlroom.ui.officers.grants import Held, held_by
from controlroom.ui.officers.pane import Pane, few_rows, free, small_button, some_rows
from controlroom.ui.officers.people import cover_told
from controlroom.ui.officers.reasons import by_whom, why_all
from controlroom.ui.officers.words import listed, name_of, named
from controlroom.ui.record.door import why_not
from controlroom.ui.theme.fonts import Type

if TYPE_CHECKING:
    from controlroom.ui.officers.allowed import May
    from controlroom.ui.officers.around import Office

translate = QCoreApplication.translate
MOST_GRANTS = 6


class OfficerPane(Pane):
    """Follows nobody by itself: the view shows an officer whenever something changed."""

    def __init__(self, office: "Office", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self.number = office, ""
        self.rename, self.grant, self.cover, self.left = (small_button(self) for _ in range(4))
        self.end = small_button(self)
        self.row(self.grant, self.cover, self.rename, self.left)
        self.roles_caption = self.caption()
        self.grants = Table(grants.columns(), lambda one: one.ending, self)
        self.add(self.grants)
        self.row(self.end)
        self.may_caption = self.caption()
        self.may = Table(allowed.profile_columns(), lambda one: one.key, self)
        self.add(self.may, 1)
        self.sentence = Prose(Type.SMALL, 400, "text1", self)
        self.add(self.sentence)
        self._wire()
        self.follow()

    def show_officer(self, number: str) -> None:
        """Shows an officer of the record."""
        state = self._office.state
        self.number = number
        if state is None or number not in state.officers:
            return
        self.title.set_text(named(state, number))
        self.setAccessibleName(self.title.text())
        self.under.set_text(self._standing(state))
        self.grants.show_rows(held_by(self._office, state, number))
        few_rows(self.grants, MOST_GRANTS)
        rows = allowed.by_profile(self._office, number)
        self.may.show_rows(rows)
        self._say_captions(len(rows))
        self._mind()

    def restyle(self) -> None:
        super().restyle()
        some_rows(self.may, 3)

    def retranslate(self) -> None:
        for button, text, icon in (
            (self.grant, translate("Rights", "Give a role…"), "plus"),
            (self.cover, translate("Rights", "Give cover…"), "swap"),
            (self.rename, translate("Rights", "Change name…"), "compose"),
            (self.left, translate("Rights", "Has left…"), "x"),
        ):
            button.set_face(text, icon)
            button.setAccessibleName(text)
        self.grants.setAccessibleName(translate("Rights", "Roles and cover"))
        self.may.setAccessibleName(translate("Rights", "What this officer may do, by profile"))
        if self.number:
            self.show_officer(self.number)

    def _standing(self, state: State) -> str:
        officer = state.officers[self.number]
        if officer.left:
            template = translate("Rights", "Has left: {by}. Every right has ended.")
            return template.format(by=by_whom(self._office, officer.left))
        here = translate("Rights", "Added {by}.")
        told = here.format(by=by_whom(self._office, officer.since))
        cover = cover_told(state, self.number)
        return f"{told} {cover[:1].upper()}{cover[1:]}." if cover else told

    def _say_captions(self, profiles: int) -> None:
        self.roles_caption.set_text(translate("Rights", "ROLES AND COVER"))
        reach = counted(
            profiles,
            translate("Rights", "MAY DO SOMETHING ON {n} PROFILE"),
            translate("Rights", "MAY DO SOMETHING ON {n} PROFILES"),
        )
        self.may_caption.set_text(reach)
        self._say_why()

    def _say_why(self, _row: object = None) -> None:
        row: May | None = self.may.current()
        if row is None:
            state = self._office.state
            held = bool(self.may.rows.rowCount())
            hint = translate("Rights", "Choose a profile to read why.")
            nothing = translate("Rights", "{name} may do nothing on any profile.")
            name = name_of(state, self.number)
            self.sentence.set_text(hint if held else nothing.format(name=name))
            return
        template = translate("Rights", "{name}, on {profile}: {rights}. Why: {why}.")
        self.sentence.set_text(
            template.format(
                name=name_of(self._office.state, self.number),
                rights=row.rights,
                profile=row.called,
                why=why_all(self._office, row.answers),
            )
        )

    def _mind(self, _row: object = None) -> None:
        """Each button is free where the record would take its decision."""
        acts, office, number = self._office.acts, self._office, self.number
        free(self.grant, self._why_not_grant())
        free(self.rename, acts.why_not(OfficerChanged(number, "?")))
        free(self.left, acts.why_not(OfficerLeft(number)))
        free(self.cover, self._why_not_cover())
        held: Held | None = self.grants.current()
        self.end.setVisible(bool(self.grants.rows.rowCount()))
        text = translate("Rights", "End the cover")
        if held is None or not held.is_cover:
            text = translate("Rights", "Take the role back")
        self.end.set_face(text, "minus")
        self.end.setAccessibleName(text)
        choose = translate("Rights", "Choose a role or a cover first.")
        free(self.end, office.acts.why_not(held.ending) if held is not None else choose)

    def _why_not_grant(self) -> str:
        state = self._office.state
        if state is None or state.here(self.number) is None:
            return translate("Rights", "This officer has left.")
        if self.number == self._office.book.officer:
            return translate("Rights", "Nobody gives rights to themselves.")
        return self._office.acts.why_not_manage()

    def _why_not_cover(self) -> str:
        state, book = self._office.state, self._office.book
        if state is None or state.here(self.number) is None:
            return translate("Rights", "This officer has left.")
        if len([one for one in state.officers if state.here(one)]) < 2:
            return translate("Rights", "There is nobody else who could stand in.")
        return "" if self.number == book.officer else why_not(self._office.window, Right.MANAGE)

    def _end_held(self, _row: object = None) -> None:
        held: Held | None = self.grants.current()
        if held is not None and self.end.isEnabled():
            self._office.acts.decide(held.ending)

    def _ask_left(self) -> None:
        state = self._office.state
        if state is None:
            return
        name = named(state, self.number)
        text = translate(
            "Rights",
            "{name} is cut off at once, on every desk: {ending}, and what was assigned to them is"
            " nobody’s any more. What they did stays in the record. Who comes back later begins"
            " without any role.",
        ).format(name=name, ending=self._ending(state))
        heading = translate("Rights", "{name} has left?").format(name=name)
        question = Question(heading, text, translate("Rights", "Cut off now"))
        number = self.number
        question.agreed.connect(lambda: self._office.acts.decide(OfficerLeft(number)))
        self._office.window.open_layer(question)

    def _ending(self, state: State) -> str:
        held = held_by(self._office, state, self.number)
        covers = sum(one.is_cover for one in held)
        roles = counted(
            len(held) - covers,
            translate("Rights", "{n} role ends"),
            translate("Rights", "{n} roles end"),
        )
        if not covers:
            return roles
        more = counted(
            covers, translate("Rights", "{n} cover ends"), translate("Rights", "{n} covers end")
        )
        return listed((roles, more))

    def _wire(self) -> None:
        window, office = self._office.window, self._office
        self.grants.chosen.connect(self._mind)
        self.may.chosen.connect(self._say_why)
        self.grant.clicked.connect(lambda: window.open_layer(Grant(office, self.number)))
        self.cover.clicked.connect(lambda: window.open_layer(Cover(office, self.number)))
        self.rename.clicked.connect(lambda: window.open_layer(Rename(office, self.number)))
        self.left.clicked.connect(self._ask_left)
        self.end.clicked.connect(self._end_held)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.grants)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._end_held)
