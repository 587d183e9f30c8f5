"""Who has a place on one profile: what each may, and who is away; in the pane of Profiles."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from controlroom.model import clock
from controlroom.model.journal_rights import Right
from controlroom.model.journal_subject import profile_scope
from controlroom.team.rights import may
from controlroom.team.state import State, holders
from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.draw import CENTRE, RIGHT, words
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.initials import initials
from controlroom.ui.officers.forms import Grant
from controlroom.ui.officers.pane import free
from controlroom.ui.officers.people import cover_told
from controlroom.ui.officers.places import places_told
from controlroom.ui.officers.words import name_of, rights_listed
from controlroom.ui.record.door import why_not
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from controlroom.ui.officers.around import Office

translate = QCoreApplication.translate
ROW, AVATAR = 24, 18


class Place(NamedTuple):
    """One officer on the profile, what they may there, and who stands in for them."""

    number: str
    name: str
    may: str
    cover: str


class OfficersOnProfile(Styled, QWidget):
    """A caption with the places, the officers, and the ways to change them."""

    def __init__(self, office: "Office", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self.key = office, ""
        self.caption = Prose(Type.CAPTION, 600, "text3", self)
        self.add, self.all = Button(Kind.GHOST, self), Button(Kind.GHOST, self)
        self.places = _Places(self)
        self._head = QHBoxLayout()
        self._head.addWidget(self.caption, 1)
        self._head.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._head)
        column.addWidget(self.places)
        column.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        for button in (self.add, self.all):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.add.clicked.connect(self._ask)
        self.all.clicked.connect(lambda: office.show_rights(self.key))
        office.changed.connect(self._refresh)
        self.follow()

    def show_profile(self, key: str) -> None:
        """Shows a profile by its key in the record; nothing while the record does not know it."""
        self.key = key
        state = self._office.state
        place = state.profiles.get(key) if state is not None else None
        self.setVisible(place is not None)
        if state is None or place is None:
            return
        there = _there(state, key)
        template = translate("Rights", "OFFICERS   {places}")
        self.caption.set_text(template.format(places=places_told(len(there), place.most_officers)))
        self.places.show_places(there)
        free(self.add, why_not(self._office.window, Right.MANAGE, profile_scope(key)))

    def retranslate(self) -> None:
        add = translate("Rights", "Add")
        self.add.set_face(add, "plus")
        self.add.setAccessibleName(translate("Rights", "Give somebody a role on this profile"))
        everybody = translate("Rights", "All who may do something here, and why")
        self.all.set_face(everybody, "group")
        self.all.setAccessibleName(everybody)
        self._refresh()

    def _refresh(self) -> None:
        if self.key and self.isVisibleTo(self.window()):
            self.show_profile(self.key)

    def _ask(self) -> None:
        form = Grant(self._office, scope=profile_scope(self.key))
        self._office.window.open_layer(form)


class _Places(Styled, QWidget):
    """The officers, one line each; read as one text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._places: Sequence[Place] = ()
        self.follow()

    def show_places(self, places: Sequence[Place]) -> None:
        """Shows officers."""
        self._places = places
        said = [", ".join(part for part in one[1:] if part) for one in places]
        nobody = translate("Rights", "Nobody has a role on this very profile.")
        self.setAccessibleName("; ".join(said) or nobody)
        self.restyle()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, theme().metrics.px(ROW) * max(1, len(self._places)))

    def restyle(self) -> None:
        self.setFixedHeight(self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        if not self._places:
            line = QRect(0, 0, self.width(), px(ROW))
            words(painter, line, self.accessibleName(), colours.text2, Type.SMALL)
        for number, one in enumerate(self._places):
            self._paint_place(painter, one, number * px(ROW))

    def _paint_place(self, painter: QPainter, one: Place, top: int) -> None:
        px, colours = theme().metrics.px, theme().palette
        size, row = px(AVATAR), px(ROW)
        avatar = QRect(0, top + (row - size) // 2, size, size)
        box(painter, avatar, theme().metrics.radius.badge, colours.accent_tint, colours.accent_line)
        letters = avatar.adjusted(-4, 0, 4, 0)
        words(painter, letters, initials(one.name), colours.accent, Type.CAPTION, 600, CENTRE)
        left, whole = size + px(10), self.width()
        wide = (whole - left) * (9 if not one.cover else 7) // 16
        name = QRect(left, top, wide - px(6), row)
        words(painter, name, one.name, colours.text1, Type.SMALL)
        rest = QRect(left + wide, top, whole - left - wide, row)
        ends = one.cover or one.may
        words(painter, rest, ends, colours.text3 if one.cover else colours.text2, Type.SMALL,
              400, RIGHT)  # fmt: skip


def _there(state: State, key: str) -> list[Place]:
    found = [
        Place(
            number, name_of(state, number), _briefly(state, number, key), cover_told(state, number)
        )
        for number in holders(state, key)
    ]
    return sorted(found, key=lambda one: one.name.casefold())


def _briefly(state: State, number: str, key: str) -> str:
    """The most that an officer may do there, in a word or two."""
    scope, now = profile_scope(key), clock.now()
    held = [right for right in Right if may(state, number, right, scope, now)]
    for right, told in (
        (Right.PUBLISH, translate("Rights", "publish")),
        (Right.REPLY, translate("Rights", "reply only")),
        (Right.DRAFT, translate("Rights", "draft only")),
    ):
        if right in held:
            return told
    return translate("Rights", "read only") if held == [Right.READ] else rights_listed(held)
