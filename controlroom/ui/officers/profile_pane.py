"""One profile of the record: who may do what on it and why, its places, its lock."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from controlroom.model.journal_kinds import ProfilePlaced
from controlroom.model.journal_rights import Right
from controlroom.model.journal_subject import profile_scope
from controlroom.team.state import State, holders
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.table import Table
from controlroom.ui.language import counted
from controlroom.ui.officers import allowed
from controlroom.ui.officers.forms import Grant
from controlroom.ui.officers.locking import face_of_lock, press_lock
from controlroom.ui.officers.pane import Pane, free, small_button, some_rows
from controlroom.ui.officers.places import places_told
from controlroom.ui.officers.profile_forms import Places
from controlroom.ui.officers.reasons import by_whom, why_all
from controlroom.ui.officers.words import network_of, profile_told
from controlroom.ui.record.door import why_not
from controlroom.ui.theme.fonts import Type

if TYPE_CHECKING:
    from controlroom.ui.officers.allowed import May
    from controlroom.ui.officers.around import Office

translate = QCoreApplication.translate


class ProfilePane(Pane):
    """Shows the profile it is told to."""

    def __init__(self, office: "Office", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self.key = office, ""
        self.grant, self.places, self.lock = (small_button(self) for _ in range(3))
        self.row(self.grant, self.places, self.lock)
        self.may_caption = self.caption()
        self.may = Table(allowed.officer_columns(), lambda one: one.key, self)
        self.add(self.may, 1)
        self.sentence = Prose(Type.SMALL, 400, "text1", self)
        self.add(self.sentence)
        self._wire()
        self.follow()

    def show_profile(self, key: str) -> None:
        """Shows a profile of the record."""
        state = self._office.state
        self.key = key
        if state is None or key not in state.profiles:
            return
        self.title.set_text(profile_told(key, self._office.profiles))
        self.setAccessibleName(self.title.text())
        self.under.set_text(self._standing(state))
        rows = allowed.by_officer(self._office, key)
        self.may.show_rows(rows)
        self.may_caption.set_text(
            counted(
                len(rows),
                translate("Rights", "{n} OFFICER MAY DO SOMETHING HERE"),
                translate("Rights", "{n} OFFICERS MAY DO SOMETHING HERE"),
            )
        )
        self._say_why()
        self._mind()

    def restyle(self) -> None:
        super().restyle()
        some_rows(self.may, 3)

    def retranslate(self) -> None:
        for button, text, icon in (
            (self.grant, translate("Rights", "Give a role…"), "plus"),
            (self.places, translate("Rights", "Places…"), "group"),
        ):
            button.set_face(text, icon)
            button.setAccessibleName(text)
        self.may.setAccessibleName(translate("Rights", "Who may do what on this profile"))
        if self.key:
            self.show_profile(self.key)

    def _standing(self, state: State) -> str:
        place = state.profiles[self.key]
        parts = [network_of(self.key), place.group]
        parts.append(places_told(len(holders(state, self.key)), place.most_officers))
        lock = state.locked.get(self.key, 0)
        if lock:
            template = translate("Rights", "locked, misuse? ({by})")
            parts.append(template.format(by=by_whom(self._office, lock)))
        return " · ".join(part for part in parts if part)

    def _say_why(self, _row: object = None) -> None:
        row: May | None = self.may.current()
        if row is None:
            hint = translate("Rights", "Choose an officer to read why.")
            nobody = translate("Rights", "Nobody may do anything here.")
            self.sentence.set_text(hint if self.may.rows.rowCount() else nobody)
            return
        template = translate("Rights", "{name}, on {profile}: {rights}. Why: {why}.")
        self.sentence.set_text(
            template.format(
                name=row.called,
                rights=row.rights,
                profile=self.title.text(),
                why=why_all(self._office, row.answers),
            )
        )

    def _mind(self) -> None:
        office, scope = self._office, profile_scope(self.key)
        free(self.grant, why_not(office.window, Right.MANAGE, scope))
        state = office.state
        place = state.profiles.get(self.key) if state is not None else None
        group = place.group if place is not None else ""
        free(self.places, office.acts.why_not(ProfilePlaced(self.key, group, 1)))
        text, icon, why = face_of_lock(office, self.key)
        self.lock.set_face(text, icon)
        self.lock.setAccessibleName(text)
        free(self.lock, why)

    def _wire(self) -> None:
        window, office = self._office.window, self._office
        self.may.chosen.connect(self._say_why)
        self.grant.clicked.connect(
            lambda: window.open_layer(Grant(office, scope=profile_scope(self.key)))
        )
        self.places.clicked.connect(lambda: window.open_layer(Places(office, self.key)))
        self.lock.clicked.connect(lambda: press_lock(office, self.key))
