"""The right of the planner: one item, how it stands, what gets in its way, what can be done."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from controlroom.model.outgoing.content import Content
from controlroom.model.profile import Profile
from controlroom.ui.board.list.gutter import Gutter
from controlroom.ui.compose.lengths import Lengths
from controlroom.ui.compose.preview_card import PreviewCard
from controlroom.ui.compose.preview_pane import shown_posts
from controlroom.ui.compose.route_pane import Step, StepList
from controlroom.ui.compose.wrap import Wrap
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.planner.plan import PlanItem, PlanState
from controlroom.ui.planner.words import coming_told, state_name, title_of, to_told, when_told
from controlroom.ui.review.said import grow_down
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate


class Doors(NamedTuple):
    """Why each act is not possible now, "" where it is."""

    edit: str
    move: str
    back: str
    again: str = ""


class ItemPane(Styled, QWidget):
    """One item.

    Signals:
        acted: something is wanted of it; carries "edit", "move", "each", "again", "back" or "copy".
    """

    acted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.second = Prose(Type.HEADING, 600, "text1"), Prose(Type.SMALL)
        self.note, self.clashes = Prose(Type.BODY, 500, "text1"), Prose(Type.SMALL, 500, "amber")
        self.series, self.none = Prose(Type.SMALL), Prose()
        self.card: PreviewCard | None = None
        self.trail = StepList()
        self.trail_head = Prose(Type.CAPTION, 600, "text2")
        self.buttons = {key: Button(Kind.PLAIN) for key in _BUTTONS}
        self._build()
        self.follow()

    def show_item(
        self,
        item: PlanItem | None,
        content: Content | None,
        profiles: Mapping[str, Profile],
        zone: ZoneInfo,
        *,
        trail: Sequence[Step] = (),
        clashes: Sequence[str] = (),
        doors: Doors | None = None,
        lengths: Lengths | None = None,
        series: str = "",
    ) -> None:
        """Shows an item, or that none is chosen.

        Args:
            series: what is to be known of its series, "" for none.
        """
        self.none.setVisible(item is None)
        self._sheet.setVisible(item is not None)
        for button in self.buttons.values():
            button.setVisible(item is not None)
        if item is None:
            return
        self.title.set_text(title_of(item))
        told = translate("Planner", "{state} · {when} · {profiles}")
        self.second.set_text(
            told.format(
                state=state_name(item.state),
                when=when_told(item.at, zone),
                profiles=to_told(item, zone),
            )
        )
        self.series.set_text(series)
        self.series.setVisible(bool(series))
        note = _note_told(item, zone)
        self.note.set_text(note)
        self.note.setVisible(bool(note))
        self.clashes.set_text(" ".join(clashes))
        self.clashes.setVisible(bool(clashes))
        self._show_card(content, profiles, lengths or Lengths())
        self.trail.show_steps(trail)
        self.trail_head.setVisible(bool(trail))
        self._show_doors(item, doors or Doors("", "", ""))

    def retranslate(self) -> None:
        self.setAccessibleName(translate("Planner", "The chosen post"))
        self.none.set_text(
            translate("Planner", "Choose a post to see what it says and what can be done with it.")
        )
        self.trail_head.set_text(translate("Planner", "TRAIL"))
        for key, (text, icon) in _faces().items():
            self.buttons[key].set_face(text, icon)
            self.buttons[key].setAccessibleName(text)

    def restyle(self) -> None:
        px = theme().metrics.px
        self._column.setContentsMargins(px(14), px(12), px(14), px(12))
        self._column.setSpacing(px(10))
        self._empty.setContentsMargins(px(14), px(12), px(14), 0)
        self._foot.setContentsMargins(px(14), px(10), px(14), px(12))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme().palette
        painter.fillRect(self.rect(), colours.bg1)
        painter.fillRect(0, 0, 1, self.height(), colours.line1)

    def _build(self) -> None:
        holder = QWidget()
        self._column, self._foot = QVBoxLayout(holder), QVBoxLayout()
        for prose in (self.note, self.clashes, self.none, self.second, self.series):
            grow_down(prose)
        for part in (
            self.title, self.second, self.series, self.note, self.clashes, self.trail_head,
            self.trail,
        ):  # fmt: skip
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._sheet = QScrollArea()
        self._sheet.setWidget(holder)
        self._sheet.setWidgetResizable(True)
        self._sheet.setFrameShape(QFrame.Shape.NoFrame)
        self._sheet.setVerticalScrollBar(Gutter())
        self._sheet.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        acts = Wrap(8)
        self._foot.addLayout(acts)
        for key, button in self.buttons.items():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(lambda _on=False, key=key: self.acted.emit(key))
            acts.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.setSpacing(0)
        self._empty = QVBoxLayout()
        self._empty.addWidget(self.none)
        whole.addLayout(self._empty)
        whole.addWidget(self._sheet, 1)
        whole.addLayout(self._foot)

    def _show_card(
        self, content: Content | None, profiles: Mapping[str, Profile], lengths: Lengths
    ) -> None:
        shown = shown_posts(content, (), profiles, lengths, each=False) if content else []
        if not shown:
            if self.card is not None:
                self.card.hide()
            return
        if self.card is None:
            self.card = PreviewCard(shown[0])
            self._column.insertWidget(5, self.card)
        self.card.show()
        self.card.show_post(shown[0])

    def _show_doors(self, item: PlanItem, doors: Doors) -> None:
        recorded = item.draft is not None
        self.buttons["each"].setVisible(recorded)
        self.buttons["back"].setVisible(recorded)
        for key in ("copy", "again"):
            self.buttons[key].setVisible(not item.is_answer)
        series = translate("Planner", "Series…") if item.series else ""
        text = series or translate("Planner", "Repeat…")
        self.buttons["again"].set_face(text, "sync")
        self.buttons["again"].setAccessibleName(text)
        for key, why in doors._asdict().items():
            self.buttons[key].setEnabled(not why)
            self.buttons[key].setAccessibleDescription(why)


_BUTTONS = ("edit", "move", "each", "copy", "again", "back")


def _faces() -> dict[str, tuple[str, str]]:
    return {
        "edit": (translate("Planner", "Edit"), "compose"),
        "move": (translate("Planner", "Move to…"), "planner"),
        "each": (translate("Planner", "Each profile"), "list"),
        "copy": (translate("Planner", "Use as a template"), "grid"),
        "again": (translate("Planner", "Repeat…"), "sync"),
        "back": (translate("Planner", "Withdraw…"), "withdraw"),
    }


def _note_told(item: PlanItem, zone: ZoneInfo) -> str:
    match item.state:
        case PlanState.HELD:
            told = translate(
                "Planner",
                "Will not leave {when} while publishing is held. If its time passes meanwhile, a"
                " person has to confirm it; nothing goes out late by itself.",
            )
            return told.format(when=when_told(item.at, zone))
        case PlanState.FAILED:
            return translate("Planner", "Something of it needs a person: see each profile.")
        case PlanState.WAITING:
            return translate("Planner", "Leaves only once everybody on its route has agreed.")
        case PlanState.COMING:
            return coming_told()
        case PlanState.DRAFT if item.kept is not None:
            return translate("Planner", "Only on this workstation: nobody else sees it yet.")
    return ""
