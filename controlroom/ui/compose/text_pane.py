"""Column two: what is said, shared or as a network's own variant, as one post or a thread."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from controlroom.model.outgoing.checked import Finding, Verdict
from controlroom.model.outgoing.content import Piece
from controlroom.outbound.counting.measure import Count
from controlroom.ui.board.card.networks import look_of
from controlroom.ui.compose import editing
from controlroom.ui.compose.card_box import CardBox
from controlroom.ui.compose.counter import used_told
from controlroom.ui.compose.lengths import Lengths
from controlroom.ui.compose.piece_box import PieceBox
from controlroom.ui.compose.poll_box import PollBox
from controlroom.ui.compose.text_box import Underline
from controlroom.ui.compose.variant_tab import VariantTab
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.roving import Roving
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import counted
from controlroom.ui.plain import set_tip
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from controlroom.ui.compose.writing import Writing

translate = QCoreApplication.translate


class TextPane(Styled, QWidget):
    """Tabs, the posts of what the tab shows, and what can be added to them.

    Signals:
        turned: another variant is shown; carries its key.
        files: something other than text was pasted or dropped; carries the `QMimeData`.
        texts_wanted: the saved texts are to be shown.
        made: there is one more field; carries the `TextBox`.
    """

    turned = Signal(str)
    texts_wanted = Signal()
    files = Signal(object)
    made = Signal(object)

    def __init__(self, writing: "Writing", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._writing = writing
        self.variant, self.focused = "", 0
        self.lengths = Lengths()
        self.findings: Sequence[Finding] = ()
        self.tabs: list[VariantTab] = []
        self.boxes: list[PieceBox] = []
        self.told, self.reset = Prose(Type.SMALL, parent=self), Button(Kind.GHOST, self)
        self.hash, self.at = Button(Kind.GHOST, self), Button(Kind.GHOST, self)
        self.saved, self.vote = Button(Kind.GHOST, self), Button(Kind.GHOST, self)
        self.more, self.split = Button(Kind.GHOST, self), Button(Kind.SMALL, self)
        self.link = Button(Kind.GHOST, self)
        self.note, self.poll = Prose(Type.SMALL, parent=self), PollBox(self)
        self.card = CardBox(self)
        self._build()
        self._wire()
        self.follow()

    def add_below(self, part: QWidget) -> None:
        """Puts a part below the texts, such as the files."""
        self._column.insertWidget(self._column.count() - 1, part)

    def show_content(self) -> None:
        """Shows what the draft says now."""
        content = self._writing.content
        networks = list(dict.fromkeys(key.partition("/")[0] for key in content.targets))
        own = [key for key in content.variants if "/" in key and key in content.targets]
        self._show_tabs(["", *networks, *own])
        self._show_pieces()
        self._say()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Underlines what was found in the texts shown."""
        self.findings = findings
        self._underline()
        self._say_tabs()

    def turn_to(self, variant: str) -> None:
        """Shows a variant; one that is not there leaves everything as it is."""
        for tab in self.tabs:
            if tab.key == variant:
                tab.setChecked(True)
                self._turn(variant)

    def turn_by(self, number: int) -> None:
        """Shows the variant of a tab, counted from 1."""
        if 0 < number <= len(self.tabs):
            self.turn_to(self.tabs[number - 1].key)

    def go_to(self, variant: str, piece: int, start: int, end: int) -> None:
        """Selects words and takes the keyboard there."""
        own = variant if editing.has_own(self._writing.content, variant) or not variant else ""
        self.turn_to(own if any(tab.key == own for tab in self.tabs) else "")
        if piece < len(self.boxes):
            self.boxes[piece].box.go_to(start, end)

    def insert(self, text: str) -> None:
        """Puts a text where the cursor is."""
        box = self._box()
        box.box.textCursor().insertText(text)
        box.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_focus(self) -> QWidget:
        """Returns where one writes."""
        return self._box().box

    def pieces(self) -> tuple[Piece, ...]:
        """Returns what the variant shown says."""
        return editing.pieces_of(self._writing.content, self.variant)

    def restyle(self) -> None:
        px = theme().metrics.px
        self._column.setContentsMargins(px(14), px(12), px(14), px(12))
        self._column.setSpacing(px(8))
        self._tools.setSpacing(px(2))
        self._below.setSpacing(px(6))

    def retranslate(self) -> None:
        for button, icon, words, tip in (
            (self.hash, "hash", "", translate("Compose", "Add a hashtag")),
            (self.at, "at", "", translate("Compose", "Add a mention")),
            (self.saved, "note", "", translate("Compose", "Saved texts and holding statements")),
            (self.vote, "list", "", translate("Compose", "Add a poll")),
            (self.link, "link", "", translate("Compose", "Add a card for a link")),
            (self.more, "plus", translate("Compose", "Add a post to the thread"), ""),
        ):
            button.set_face(words, icon)
            button.setAccessibleName(words or tip)
            set_tip(button, tip)
        text = translate("Compose", "Reset to shared")
        self.reset.set_face(text, "undo")
        self.reset.setAccessibleName(text)
        self.setAccessibleName(translate("Compose", "Text"))
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_tabs()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme().palette
        painter.fillRect(self.rect(), colours.bg1)
        tabs = self.tabs[0].height() if self.tabs else 0
        painter.fillRect(0, 0, self.width(), tabs, colours.bg2)
        painter.fillRect(0, tabs - 1, self.width(), 1, colours.line1)

    def _build(self) -> None:
        holder = QWidget()
        self._column, self._tools, self._heads = QVBoxLayout(holder), QHBoxLayout(), QHBoxLayout()
        self._pieces, self._below = QVBoxLayout(), QHBoxLayout()
        self._heads.setSpacing(0)
        self._heads.setContentsMargins(0, 0, 0, 0)
        self._heads.addStretch(1)
        strip = QWidget()
        strip.setLayout(self._heads)
        strip.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._tools.addWidget(self.told, 1)
        self._tools.addWidget(self.reset)
        for button in (self.hash, self.at, self.saved, self.vote, self.link):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._tools.addWidget(button)
        for button in (self.more, self.split, self.reset):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._below.addWidget(self.more)
        self._below.addWidget(self.note, 1)
        self._below.addWidget(self.split)
        self._column.addLayout(self._pieces)
        self._column.addLayout(self._tools)
        self._column.addLayout(self._below)
        self._column.addWidget(self.poll)
        self._column.addWidget(self.card)
        self._column.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidget(holder)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(strip)
        whole.addWidget(self.area, 1)

    def _wire(self) -> None:
        self.reset.clicked.connect(self._reset)
        self.more.clicked.connect(self._add)
        self.split.clicked.connect(self._split)
        self.hash.clicked.connect(partial(self.insert, "#"))
        self.at.clicked.connect(partial(self.insert, "@"))
        self.saved.clicked.connect(self.texts_wanted)
        self.vote.clicked.connect(self._turn_poll)
        self.poll.changed.connect(self._take_poll)
        self.link.clicked.connect(self._turn_card)
        self.card.changed.connect(self._take_card)

    def _show_tabs(self, keys: list[str]) -> None:
        if keys != [tab.key for tab in self.tabs]:
            for tab in self.tabs:
                self._heads.removeWidget(tab)
                tab.hide()
                tab.deleteLater()
            self.tabs = [VariantTab(key, self) for key in keys]
            for place, tab in enumerate(self.tabs):
                self._heads.insertWidget(place, tab)
                tab.clicked.connect(partial(self._turn, tab.key))
            self._roving = Roving(self, self.tabs)
            if self.variant not in keys:
                self.variant = ""
            self.tabs[keys.index(self.variant)].setChecked(True)
        self._say_tabs()

    def _show_pieces(self) -> None:
        pieces = self.pieces()
        self._fit_boxes(len(pieces))
        titled = self.lengths.has_title(self.variant, self._writing.content)
        for number, (box, piece) in enumerate(zip(self.boxes, pieces, strict=True)):
            box.show_piece(piece, len(pieces), has_title=titled and not number)
            box.show_count(self._count(piece, number))
        self.focused = min(self.focused, len(pieces) - 1)
        self._show_poll(self.focused)
        self.card.show_card(pieces[self.focused].card)
        self._underline()

    def _fit_boxes(self, wanted: int) -> None:
        while len(self.boxes) < wanted:
            box = PieceBox(len(self.boxes))
            self.boxes.append(box)
            self._pieces.addWidget(box)
            self._wire_box(box)
            self.made.emit(box.box)
        while len(self.boxes) > wanted:
            gone = self.boxes.pop()
            self._pieces.removeWidget(gone)
            gone.hide()
            gone.deleteLater()

    def _wire_box(self, box: PieceBox) -> None:
        number = box.number
        box.box.written.connect(partial(self._write, number))
        box.box.entered.connect(partial(self._focus, number))
        box.box.files.connect(self.files)
        box.titled.connect(partial(self._write_title, number))
        box.moved.connect(partial(self._move, number))
        box.removed.connect(partial(self._remove, number))

    def _box(self) -> PieceBox:
        return self.boxes[min(self.focused, len(self.boxes) - 1)]

    def _count(self, piece: Piece, number: int) -> Count | None:
        return self.lengths.count(self.variant, self._writing.content, piece, number)

    def _turn(self, variant: str, *_checked: bool) -> None:
        if variant != self.variant:
            self.variant, self.focused = variant, 0
            self._fit_tabs()
            self._show_pieces()
            self._say()
            self.turned.emit(variant)

    def _focus(self, number: int) -> None:
        if number >= len(self.pieces()):
            # A field that is about to go had the keyboard for a moment.
            return
        if number != self.focused:
            self.focused = number
            self.turned.emit(self.variant)
        self._show_poll(number)

    def _write(self, number: int, text: str) -> None:
        self._writing.set_text(self.variant, number, text)

    def _write_title(self, number: int, title: str) -> None:
        piece = replace(self.pieces()[number], title=title)
        self._put(editing.with_piece, number, piece)

    def _move(self, number: int, step: int) -> None:
        self._put(editing.with_moved_piece, number, step)

    def _remove(self, number: int) -> None:
        self._put(editing.without_piece, number)

    def _add(self) -> None:
        self._put(editing.with_new_piece, self.focused)
        self.boxes[min(self.focused + 1, len(self.boxes) - 1)].box.setFocus()

    def _put(self, change: Callable[..., object], *how: object) -> None:
        content = change(self._writing.content, self.variant, *how)
        self._writing.put(content)  # type: ignore[arg-type]
        self.show_content()

    def _reset(self) -> None:
        self._writing.put(editing.follow_shared(self._writing.content, self.variant))

    def _show_poll(self, number: int) -> None:
        taken = self.lengths.poll(self.variant, self._writing.content)
        self.poll.show_poll(self.pieces()[number].poll, taken)

    def _turn_poll(self) -> None:
        piece = self.pieces()[self.focused]
        self._put(editing.with_piece, self.focused, replace(piece, poll=PollBox.turned(piece.poll)))

    def _take_poll(self, poll: object) -> None:
        piece = self.pieces()[self.focused]
        self._put(editing.with_piece, self.focused, replace(piece, poll=poll))  # type: ignore[arg-type]

    def _turn_card(self) -> None:
        piece = self.pieces()[self.focused]
        self._take_card(CardBox.turned(piece))

    def _take_card(self, card: object) -> None:
        piece = self.pieces()[self.focused]
        self._put(editing.with_piece, self.focused, replace(piece, card=card))  # type: ignore[arg-type]

    def _split(self) -> None:
        """Makes a thread of what is too long, for whom the tab is."""
        content, number = self._writing.content, self._too_long()
        if number < 0:
            return
        pieces = list(self.pieces())
        parts = self.lengths.split(self.variant, content, pieces[number].text)
        rest = [Piece(text) for text in parts[1:]]
        pieces[number : number + 1] = [replace(pieces[number], text=parts[0]), *rest]
        self._writing.put(editing.with_pieces(content, self.variant, tuple(pieces)))

    def _too_long(self) -> int:
        """Returns the first post that is too long and can be split, -1 for none."""
        for number, piece in enumerate(self.pieces()):
            count = self._count(piece, number)
            if count is not None and count.limit and count.used > count.limit:
                return number
        return -1

    def _underline(self) -> None:
        for number, box in enumerate(self.boxes):
            marks = [
                Underline(one.start, one.end, one.verdict is Verdict.BLOCKS)
                for one in self.findings
                if one.end > one.start and one.piece == number and self._is_here(one.variant)
            ]
            count = box.counter.count
            text = box.box.text()
            if count is not None and count.over_from < len(text):
                marks.append(Underline(count.over_from, len(text), over=True))
            box.box.mark(marks)

    def _is_here(self, variant: str) -> bool:
        content = self._writing.content
        return variant == self.variant or (
            not variant and not editing.has_own(content, self.variant)
        )

    def _say(self) -> None:
        content, variant = self._writing.content, self.variant
        own = editing.has_own(content, variant)
        self.reset.setVisible(own)
        self.told.set_text(self._follows(variant, own=own))
        several = self._too_long()
        self.split.setVisible(several >= 0)
        self.note.set_text("")
        if several >= 0:
            parts = self.lengths.split(variant, content, self.pieces()[several].text)
            text = translate("Compose", "Split into a thread of {n}").format(n=len(parts))
            self.split.set_face(text, "list")
            self.split.setAccessibleName(text)
        else:
            self.note.set_text(self.lengths.link_note(content, variant))
        self.vote.setVisible(self.lengths.has_poll(variant, content))
        self.link.setVisible(self.lengths.has_card(variant, content))
        self._say_tabs()

    def _follows(self, variant: str, *, own: bool) -> str:
        if not variant:
            return self.lengths.shared_told(self._writing.content)
        if not own:
            return translate("Compose", "Follows the shared text")
        return counted(
            editing.edits_of(self._writing.content, variant),
            translate("Compose", "Its own text, {n} edit"),
            translate("Compose", "Its own text, {n} edits"),
        )

    def _say_tabs(self) -> None:
        content = self._writing.content
        blocked = _blocked(self.findings, content.targets)
        for tab in self.tabs:
            if not tab.key:
                tab.say(translate("Compose", "Shared text"))
                continue
            counts = self.lengths.counts(tab.key, content)
            longest = max(counts, key=lambda one: one.used - one.limit, default=None)
            used = used_told(longest) if longest is not None and longest.limit else ""
            fits = not any(one.is_over for one in counts)
            alarm = blocked.get(tab.key, False) or not all(one.fits for one in counts)
            look = look_of(tab.key.partition("/")[0])
            tab.say(look.name, look.glyph, used, alarm=alarm, fits=fits)
        self._fit_tabs()

    def _fit_tabs(self) -> None:
        """Shows as much of the tabs as there is room for."""
        for brevity in range(3):
            for tab in self.tabs:
                tab.brevity = brevity
            if sum(tab.sizeHint().width() for tab in self.tabs) <= self.width():
                break
        for tab in self.tabs:
            tab.updateGeometry()
            tab.update()


def _blocked(findings: Sequence[Finding], targets: Sequence[str]) -> Mapping[str, bool]:
    """Returns for which networks and profiles something blocks."""
    found: dict[str, bool] = {}
    for one in findings:
        if one.verdict is Verdict.BLOCKS:
            for key in one.profiles or targets:
                found[key] = found[key.partition("/")[0]] = True
    return found
