"""The middle of Approvals: what a draft says and shows, and what of it changed."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from controlroom.model.outgoing.content import Content
from controlroom.model.profile import Profile
from controlroom.team.publishing.views import DraftView as Drafted
from controlroom.ui.approvals.changed_text import ChangedText
from controlroom.ui.approvals.file_stage import FileStage
from controlroom.ui.approvals.parts import FilePart, file_told, files, text_of, texts, variant_told
from controlroom.ui.approvals.words import goes_told, title_told
from controlroom.ui.board.card.networks import look_of
from controlroom.ui.board.list.gutter import Gutter
from controlroom.ui.compose.counter import used_told
from controlroom.ui.compose.lengths import Lengths
from controlroom.ui.compose.preview_pane import PreviewPane
from controlroom.ui.compose.variant_tab import VariantTab
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.choice import Choice
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.review.said import grow_down
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from controlroom.ui.workshop import Workshop

translate = QCoreApplication.translate
CHANGES, LOOK = "changes", "look"
LEAST_NAME = 200
"""Pixels at 100 % that the name of a draft is wide at least."""


class DraftPane(Styled, QWidget):
    """One draft.

    Attributes:
        lengths: counts by what those take who get it.

    Signals:
        opened: something of it was looked at; carries the key of a text or the SHA-256 of a file.
    """

    opened = Signal(str)

    def __init__(self, work: "Workshop", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Prose(Type.HEADING, 600, "text1")
        self.second, self.changed = Prose(Type.SMALL, 400, "text2"), Prose(Type.SMALL, 500, "text2")
        self.view = Choice((CHANGES, LOOK))
        self.tabs: list[VariantTab] = []
        self.text, self.stage = ChangedText(), FileStage(work)
        self.alt, self.previews = Prose(Type.BODY, 400, "text1"), PreviewPane()
        self.file_buttons: list[Button] = []
        self.key = ""
        self._content: Content | None = None
        self._before: Content | None = None
        self.lengths = Lengths()
        self._shown: tuple[Any, ...] | None = None
        for prose in (self.alt, self.changed):
            grow_down(prose)
        self._build()
        self.follow()

    def show_draft(
        self,
        draft: Drafted,
        content: Content,
        before: Content | None,
        profiles: Mapping[str, Profile],
        incident: str = "",
    ) -> None:
        """Shows a draft, with what changed since it was looked at last.

        Args:
            incident: what the incident it belongs to is called, "" for none.
        """
        if self._shown is None or _version(self._shown[0]) != _version(draft):
            # What was seen or played of a file was of the version before.
            self.stage.show_part(None)
        self._content, self._before = content, before
        self._shown = draft, content, before, profiles, incident
        self.title.set_text(title_told(draft))
        self.second.set_text(goes_told(draft, incident))
        self.previews.show_content(content, (), profiles, self.lengths)
        self._make_tabs(content)
        self._make_files(content)
        self.show_text(self.key if self.key in texts(content) else texts(content)[0])
        found = files(content)
        self.show_file(found[0] if found else None)

    def show_text(self, key: str) -> None:
        """Shows a text of it; that counts as having opened it."""
        content, before = self._content, self._before
        if content is None:
            return
        self.key = key
        for tab in self.tabs:
            tab.setChecked(tab.key == key)
        earlier = text_of(before, key) if before is not None and key in texts(before) else None
        if before is not None and earlier is None:
            earlier = text_of(before, "") if before.pieces else None
        now = text_of(content, key)
        self.text.show_text(earlier, now)
        self.changed.set_text(_changed_told(earlier, now))
        self.opened.emit(key)

    def show_file(self, part: FilePart | None) -> None:
        """Shows a file of it."""
        self.stage.show_part(part)
        self.alt.setVisible(part is not None)
        if part is not None:
            told = part.alt or translate("Approvals", "No description.")
            done = f" · {', '.join(part.done)}" if part.done else ""
            self.alt.set_text(f"{translate('Approvals', 'ALT')}: {told}{done}")

    def show_part(self, key: str) -> None:
        """Shows a text or file by its key."""
        if self._content is None:
            return
        if key in texts(self._content):
            self.view.show_value(CHANGES)
            self._choose(CHANGES)
            self.show_text(key)
            return
        part = next((one for one in files(self._content) if one.sha256 == key), None)
        if part is not None:
            self._choose(CHANGES)
            self.show_file(part)

    def step_text(self, number: int) -> None:
        """Shows a text by its number, from 0."""
        if 0 <= number < len(self.tabs):
            self.show_text(self.tabs[number].key)

    def retranslate(self) -> None:
        names = [translate("Approvals", "Changes"), translate("Approvals", "As it will look")]
        self.view.name_answers(translate("Approvals", "View"), names)
        self.text.setAccessibleName(translate("Approvals", "Text"))
        if self._shown is not None:
            self.show_draft(*self._shown)

    def restyle(self) -> None:
        px = theme().metrics.px
        self._head.setContentsMargins(px(16), px(10), px(16), px(10))
        self._column.setContentsMargins(px(16), px(4), px(16), px(16))
        self._column.setSpacing(px(10))
        self.stage.setFixedHeight(px(380))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def _fit(self) -> None:
        """Puts the choice below the name where both have no room side by side."""
        beside = self.width() >= self.view.sizeHint().width() + theme().metrics.px(LEAST_NAME)
        ways = QBoxLayout.Direction
        self._head.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().palette.bg1)

    def _build(self) -> None:
        self._head, names = QHBoxLayout(), QVBoxLayout()
        names.addWidget(self.title)
        names.addWidget(self.second)
        self._head.addLayout(names, 1)
        self._head.addWidget(self.view, 0, Qt.AlignmentFlag.AlignLeft)
        holder = QWidget()
        self._column, self._tabs, self._files = QVBoxLayout(holder), QHBoxLayout(), QHBoxLayout()
        for row in (self._tabs, self._files):
            row.addStretch(1)
        self._column.addLayout(self._tabs)
        self._column.addWidget(self.changed)
        self._column.addWidget(self.text)
        self._column.addLayout(self._files)
        self._column.addWidget(self.stage)
        self._column.addWidget(self.alt)
        self._column.addStretch(1)
        self.sheet = QScrollArea()
        self.sheet.setWidget(holder)
        self.sheet.setWidgetResizable(True)
        self.sheet.setFrameShape(QFrame.Shape.NoFrame)
        self.sheet.setVerticalScrollBar(Gutter())
        self.sheet.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._head)
        whole.addWidget(self.sheet, 1)
        whole.addWidget(self.previews, 1)
        self.view.show_value(CHANGES)
        self.view.chosen.connect(self._choose)
        self.stage.opened.connect(self.opened)
        self._choose(CHANGES)

    def _choose(self, value: str) -> None:
        self.sheet.setVisible(value == CHANGES)
        self.previews.setVisible(value == LOOK)

    def _make_tabs(self, content: Content) -> None:
        keys = texts(content)
        if [tab.key for tab in self.tabs] != keys:
            _clear(self._tabs, self.tabs)
            self.tabs = [VariantTab(key, self) for key in keys]
            for number, tab in enumerate(self.tabs):
                self._tabs.insertWidget(number, tab)
                tab.clicked.connect(lambda _on=False, key=tab.key: self.show_text(key))
        for tab in self.tabs:
            pieces = content.variants[tab.key] if tab.key else content.pieces
            count = self.lengths.count(tab.key, content, pieces[0]) if pieces else None
            glyph = look_of(tab.key.partition("/")[0]).glyph if tab.key else ""
            used = used_told(count) if count is not None else ""
            over = count is not None and not count.fits
            tab.say(variant_told(tab.key), glyph, used, alarm=over)

    def _make_files(self, content: Content) -> None:
        _clear(self._files, self.file_buttons)
        self.file_buttons = []
        for number, part in enumerate(files(content)):
            button = Button(Kind.SMALL, self)
            button.set_face(file_told(part), "video" if part.duration_ms else "image")
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(lambda _on=False, part=part: self.show_file(part))
            self._files.insertWidget(number, button)
            self.file_buttons.append(button)


def _clear(row: QHBoxLayout, parts: "list[VariantTab] | list[Button]") -> None:
    for part in parts:
        row.removeWidget(part)
        part.hide()
        part.deleteLater()


def _version(draft: Drafted) -> tuple[str, int]:
    return draft.id, draft.seq


def _changed_told(before: str | None, now: str) -> str:
    if before is None:
        return translate("Approvals", "You have not looked at this before.")
    if before == now:
        return translate("Approvals", "Nothing in this text changed since you looked at it.")
    return translate("Approvals", "What changed since you looked at it last")
