"""One profile: what is the matter with it, its sign-in, its reads, its latest gaps."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from controlroom.model import clock
from controlroom.model.journal_rights import Right
from controlroom.model.journal_subject import profile_key, profile_scope
from controlroom.model.reading import Gap
from controlroom.ui.board.card.networks import look_of
from controlroom.ui.called import called
from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import language
from controlroom.ui.officers.locking import face_of_lock, press_lock
from controlroom.ui.officers.on_profile import OfficersOnProfile
from controlroom.ui.officers.pane import free
from controlroom.ui.officers.reasons import by_whom
from controlroom.ui.profiles.looks import look_of_condition
from controlroom.ui.profiles.standing import Condition, Standing
from controlroom.ui.profiles.words import (
    NEVER,
    access_told,
    ago,
    mending_told,
    moment_told,
    reason_told,
)
from controlroom.ui.record.door import why_not
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.sheet import sheet
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from controlroom.ui.officers.around import Office

translate = QCoreApplication.translate
WIDTH = 404
MOST_GAPS = 12


class Matter(Styled, QWidget):
    """The box that says what is the matter, and the button against it."""

    reconnect = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look_of_condition(Condition.WELL)
        self.sentence = Prose(Type.BODY, 600, "text1", self)
        self.remedy = Prose(Type.SMALL, 400, "text2", self)
        self.button = Button(Kind.MAIN, self)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.clicked.connect(self.reconnect)
        self._column = QVBoxLayout(self)
        for part in (self.sentence, self.remedy):
            self._column.addWidget(part)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.follow()

    def show_standing(self, one: Standing, now: datetime) -> None:
        """Shows what is the matter; hides if nothing is."""
        sentence = reason_told(one, now)
        self._look = look_of_condition(one.condition)
        self.sentence.set_text(sentence)
        self.remedy.set_text(mending_told(one))
        self.remedy.setVisible(bool(mending_told(one)))
        mendable = one.condition in (Condition.CUT_OFF, Condition.CARE) and not one.locked
        self.button.setVisible(mendable)
        self.setVisible(bool(sentence))
        self.update()

    def restyle(self) -> None:
        px = theme().metrics.px
        self._column.setContentsMargins(px(37), px(12), px(16), px(12))
        for prose in (self.sentence, self.remedy):
            prose.fix_width(px(WIDTH - 37 - 16 - 1))
        self._column.setSpacing(px(6))

    def retranslate(self) -> None:
        self.button.set_face(translate("Profiles", "Connect again"), "key")
        self.button.setAccessibleName(translate("Profiles", "Connect this profile again"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours, px = QPainter(self), theme().palette, theme().metrics.px
        grave = self._look is look_of_condition(Condition.CUT_OFF)
        box(painter, self.rect(), 0, colours.red_tint if grave else colours.amber_tint)
        ink = getattr(colours, self._look.text)
        painter.fillRect(QRect(0, 0, px(3), self.height()), ink)
        draw_icon(painter, self._look.icon, px(13), px(14), px(16), ink)


class Details(Styled, QWidget):
    """The pane at the right.

    Signals:
        closed: the pane is to go.
        reconnect: the profile shown is to be connected again, by its id.
        column: a column of what it publishes is wanted, by its id.
        removed: the profile is to be removed, by its id.
    """

    closed = Signal()
    reconnect = Signal(int)
    column = Signal(int)
    removed = Signal(int)

    def __init__(self, office: "Office", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._one: Standing | None = None
        self.name = Prose(Type.LEAD, 600, "text1", self)
        self.under = Prose(Type.SMALL, 400, "text2", self)
        self.close_button = Button(Kind.GHOST, self)
        self.matter = Matter(self)
        self._facts = _Pairs(self)
        self._reads = _Pairs(self)
        self._gaps = _Pairs(self)
        self.officers = OfficersOnProfile(office, self)
        self.open_column, self.lock = Button(Kind.PLAIN, self), Button(Kind.PLAIN, self)
        self.remove = Button(Kind.SMALL, self)
        self._scroll = QScrollArea(self)
        self._fill()
        self._wire()
        self.follow()

    def show_standing(self, one: Standing) -> None:
        """Shows a profile."""
        self._one = one
        now = clock.now()
        network = look_of(one.profile.network).name
        self.name.set_text(called(one.profile))
        parts = (network, one.profile.host, one.group, one.profile.name)
        self.under.set_text(" · ".join(part for part in parts if part))
        self.matter.show_standing(one, now)
        self._facts.show_pairs(translate("Profiles", "Access"), _access(one, now))
        self._reads.show_pairs(translate("Profiles", "Reads left"), _budgets(one))
        self._gaps.show_pairs(translate("Profiles", "Gaps of the last 24 hours"), _gaps(one.gaps))
        key = profile_key(one.profile)
        if one.locked:
            self.matter.remedy.set_text(f"{self._locked_by(key)} {mending_told(one)}")
        self.officers.show_profile(key)
        text, icon, why = face_of_lock(self._office, key)
        self.lock.set_face(text, icon)
        self.lock.warns = not one.locked
        self.lock.setAccessibleName(text)
        free(self.lock, why)
        free(self.remove, why_not(self._office.window, Right.MANAGE, profile_scope(key)))
        title = translate("Profiles", "Profile {name}").format(name=called(one.profile))
        self.setAccessibleName(title)

    def restyle(self) -> None:
        px = theme().metrics.px
        self.setFixedWidth(px(WIDTH))
        self.setStyleSheet(sheet(theme()))
        self._column.setSpacing(px(14))
        self._head.setContentsMargins(px(16), px(12), px(12), px(10))
        self._inner.setContentsMargins(px(16), 0, px(16), px(16))
        self._foot.setContentsMargins(px(16), px(12), px(16), px(12))
        for row in (self._foot, self._foot_row):
            row.setSpacing(px(8))

    def retranslate(self) -> None:
        self.close_button.set_face("", "x")
        self.close_button.setAccessibleName(translate("Profiles", "Close the pane"))
        self.open_column.set_face(translate("Profiles", "Open as column"), "board")
        self.open_column.setAccessibleName(self.open_column.text())
        self.remove.set_face(translate("Profiles", "Remove…"), "trash")
        self.remove.setAccessibleName(translate("Profiles", "Remove this profile"))
        if self._one is not None:
            self.show_standing(self._one)

    def sizeHint(self) -> QSize:
        return QSize(theme().metrics.px(WIDTH), 400)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme().palette
        painter.fillRect(self.rect(), colours.bg1)
        painter.fillRect(0, 0, 1, self.height(), colours.line2)
        foot = self.open_column.geometry().top() - theme().metrics.px(12)
        painter.fillRect(0, foot, self.width(), self.height() - foot, colours.bg2)
        painter.fillRect(0, foot, self.width(), 1, colours.line1)

    def _fill(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.setSpacing(0)
        self._head, self._foot, self._foot_row = QHBoxLayout(), QVBoxLayout(), QHBoxLayout()
        names = QVBoxLayout()
        names.addWidget(self.name)
        names.addWidget(self.under)
        self._head.addLayout(names, 1)
        self._head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(self._head)
        outer.addWidget(self.matter)
        holder = QWidget(self._scroll)
        self._column = QVBoxLayout()
        self._inner = QVBoxLayout(holder)
        self._inner.addLayout(self._column)
        self._inner.addStretch(1)
        for part in (self._facts, self.officers, self._reads, self._gaps):
            self._column.addWidget(part)
        self._scroll.setWidget(holder)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer.addSpacing(10)
        outer.addWidget(self._scroll, 1)
        for button in (self.open_column, self.lock):
            self._foot_row.addWidget(button)
        self._foot_row.addStretch(1)
        self._foot.addLayout(self._foot_row)
        self._foot.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        for button in (self.open_column, self.lock, self.remove):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        outer.addLayout(self._foot)
        self.close_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _wire(self) -> None:
        self.close_button.clicked.connect(self.closed)
        self.matter.reconnect.connect(lambda: self._tell(self.reconnect))
        self.open_column.clicked.connect(lambda: self._tell(self.column))
        self.lock.clicked.connect(self._press_lock)
        self.remove.clicked.connect(lambda: self._tell(self.removed))

    def _locked_by(self, key: str) -> str:
        state = self._office.state
        seq = state.locked.get(key, 0) if state is not None else 0
        template = translate("Profiles", "Locked {by}.")
        return template.format(by=by_whom(self._office, seq))

    def _press_lock(self) -> None:
        if self._one is not None:
            press_lock(self._office, profile_key(self._one.profile))

    def _tell(self, signal: object) -> None:
        if self._one is not None:
            signal.emit(self._one.profile.id)  # type: ignore[attr-defined]


class _Pairs(Styled, QWidget):
    """A heading with lines below it: what, and how it stands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = ""
        self._pairs: Sequence[tuple[str, str]] = ()
        self.follow()

    def show_pairs(self, heading: str, pairs: Sequence[tuple[str, str]]) -> None:
        """Shows lines; without any, nothing at all is shown."""
        self._heading, self._pairs = heading, pairs
        self.setVisible(bool(pairs))
        spoken = "; ".join(f"{what}: {how}" for what, how in pairs)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(spoken)
        self.setFixedHeight(self._height())
        self.update()

    def restyle(self) -> None:
        self.setFixedHeight(self._height())

    def paintEvent(self, event: QPaintEvent) -> None:
        from controlroom.ui.controls.draw import words

        painter, colours, px = QPainter(self), theme().palette, theme().metrics.px
        head = QRect(0, 0, self.width(), px(20))
        words(painter, head, self._heading.upper(), colours.text3, Type.CAPTION, 600)
        for number, (what, how) in enumerate(self._pairs):
            top = px(22) + number * px(22)
            left = QRect(0, top, px(132), px(22))
            right = QRect(px(138), top, self.width() - px(138), px(22))
            words(painter, left, what, colours.text3, Type.SMALL)
            words(painter, right, how, colours.text1, Type.SMALL)

    def _height(self) -> int:
        px = theme().metrics.px
        return px(22) + len(self._pairs) * px(22)


def _access(one: Standing, now: datetime) -> list[tuple[str, str]]:
    kept = translate("Profiles", "this computer’s keychain")
    signed_in = {
        True: translate("Profiles", "yes"),
        False: translate("Profiles", "no"),
        None: translate("Profiles", "the keychain is closed"),
    }[one.signed_in]
    return [
        (translate("Profiles", "Signed in"), signed_in),
        (translate("Profiles", "Ends"), access_told(one, now)),
        (translate("Profiles", "Kept in"), kept if one.signed_in else NEVER),
        (translate("Profiles", "Owner"), one.profile.owner or NEVER),
        (translate("Profiles", "Last post"), moment_told(one.last_post)),
        (translate("Profiles", "Last read"), ago(one.last_read, now)),
    ]


def _budgets(one: Standing) -> list[tuple[str, str]]:
    template = translate("Profiles", "{left} of {limit}, whole at {time}")
    lines = []
    for budget in one.budgets:
        at = budget.resets_at.astimezone() if budget.resets_at else None
        told = template.format(
            left=language().figure(budget.remaining),
            limit=language().figure(budget.limit),
            time=language().time_in_prose(at) if at else NEVER,
        )
        lines.append((budget.name, told))
    return lines


def _gaps(gaps: Sequence[Gap]) -> list[tuple[str, str]]:
    latest = sorted(gaps, key=lambda gap: gap.begins, reverse=True)[:MOST_GAPS]
    return [(_stretch(gap), _became(gap)) for gap in latest]


def _stretch(gap: Gap) -> str:
    clock = language().time_in_table
    begins = clock(gap.begins.astimezone())
    return f"{begins}–{clock(gap.ends.astimezone())}" if gap.ends else f"{begins}–"


def _became(gap: Gap) -> str:
    if gap.filled_at is not None:
        return translate("Profiles", "filled")
    if gap.lost:
        return translate("Profiles", "the network does not give it any more")
    if gap.ends is None:
        return translate("Profiles", "still growing")
    return translate("Profiles", "being filled")
