"""Column four: the draft as each network will show it, all at once or profile by profile."""

import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from controlroom.model.outgoing.checked import Finding, Verdict
from controlroom.model.outgoing.content import Content, FileKind, Piece
from controlroom.model.profile import Profile
from controlroom.outbound.counting.links import links_in
from controlroom.ui.board.card.networks import look_of
from controlroom.ui.called import called
from controlroom.ui.compose import editing
from controlroom.ui.compose.counter import used_told
from controlroom.ui.compose.lengths import Lengths
from controlroom.ui.compose.pane_head import PaneHead
from controlroom.ui.compose.preview_card import PreviewCard, Shown
from controlroom.ui.compose.targets import per_network
from controlroom.ui.compose.text_box import Underline
from controlroom.ui.controls.choice import Choice
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import counted
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
ALL, EACH, MOST = "all", "each", 60
_BLUE = re.compile(r"(?<![\w/@#])[@#]\w[\w.@-]*\w|(?<![\w/@#])[@#]\w")


class PreviewPane(Styled, QWidget):
    """Cards, brought up to date with every letter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = Choice((ALL, EACH))
        self.head = PaneHead("eye", self.choice, parent=self)
        self.cards: list[PreviewCard] = []
        self.empty, self.more = Prose(), Prose()
        self._each = False
        self._last: tuple[Content, Sequence[Finding], Mapping[str, Profile], Lengths] | None = None
        self._build()
        self.follow()

    def show_content(
        self,
        content: Content,
        findings: Sequence[Finding],
        profiles: Mapping[str, Profile],
        lengths: Lengths,
    ) -> None:
        """Shows what a draft will look like."""
        self._last = content, findings, profiles, lengths
        if self.isVisible():
            self._show()

    def show(self) -> None:
        super().show()
        self._show()

    def restyle(self) -> None:
        px = theme().metrics.px
        self._column.setContentsMargins(px(12), px(12), px(12), px(12))
        self._column.setSpacing(px(8))

    def retranslate(self) -> None:
        self.head.say(translate("Compose", "Previews"))
        names = [translate("Compose", "All"), translate("Compose", "One by one")]
        self.choice.name_answers(translate("Compose", "Previews"), names)
        self.empty.set_text(
            translate("Compose", "Choose profiles to see how it will look on their networks.")
        )
        self._show()

    def showEvent(self, event: object) -> None:
        self._show()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().palette.bg0)

    def _build(self) -> None:
        holder, whole = QWidget(), QVBoxLayout(self)
        self._column = QVBoxLayout(holder)
        for part in (self.empty, self.more):
            self._column.addWidget(part)
        self._column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(holder)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(scroll, 1)
        self.choice.show_value(ALL)
        self.choice.chosen.connect(self._choose)

    def _choose(self, value: str) -> None:
        self._each = value == EACH
        self._show()

    def _show(self) -> None:
        if self._last is None:
            return
        posts = shown_posts(*self._last, each=self._each)
        for card, post in zip(self.cards, posts, strict=False):
            if card.shown != post:
                card.show_post(post)
        while len(self.cards) < min(len(posts), MOST):
            card = PreviewCard(posts[len(self.cards)])
            self._column.insertWidget(len(self.cards), card)
            self.cards.append(card)
        while len(self.cards) > len(posts):
            gone = self.cards.pop()
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self.empty.setVisible(not posts)
        hidden = len(posts) - len(self.cards)
        self.more.setVisible(hidden > 0)
        self.more.set_text(
            counted(
                hidden,
                translate("Compose", "{n} more profile looks alike."),
                translate("Compose", "{n} more profiles look alike."),
            )
        )


def shown_posts(
    content: Content,
    findings: Sequence[Finding],
    profiles: Mapping[str, Profile],
    lengths: Lengths,
    *,
    each: bool,
) -> list[Shown]:
    """Returns the cards of a draft: one for each network and variant, or one for each profile."""
    targets = content.targets
    if each:
        return [_shown(content, findings, profiles, lengths, key, "") for key in targets]
    counts = per_network(targets)
    cards = []
    for network, number in counts.items():
        first = next(one for one in targets if one.startswith(f"{network}/"))
        cards.append(_shown(content, findings, profiles, lengths, first, _profiles_told(number)))
    own = (one for one in targets if one in content.variants)
    return cards + [_shown(content, findings, profiles, lengths, one, "") for one in own]


def _shown(
    content: Content,
    findings: Sequence[Finding],
    profiles: Mapping[str, Profile],
    lengths: Lengths,
    key: str,
    number: str,
) -> Shown:
    network = key.partition("/")[0]
    variant = next((one for one in (key, network) if editing.has_own(content, one)), "")
    pieces = editing.pieces_of(content, variant)
    piece, profile, look = pieces[0], profiles.get(key), look_of(network)
    # One card stands for all of a network: it counts for the one who takes least.
    count = lengths.count(network if number else key, content, piece)
    mine = [one for one in findings if not one.profiles or key in one.profiles]
    return Shown(
        look.glyph,
        look.name,
        number,
        used_told(count) if count is not None else "",
        (profile.name or profile.handle) if profile is not None else key,
        called(profile) if profile is not None else "",
        piece.text,
        count is not None and count.is_over,
        piece.title if lengths.has_title(network, content) else "",
        _spans(piece.text),
        _marks(mine, variant, piece),
        _media(content, piece),
        piece.poll.options if piece.poll is not None else (),
        _link(piece),
        _thread_told(len(pieces) - 1),
    )


def _spans(text: str) -> tuple[tuple[int, int], ...]:
    found = [match.span() for match in _BLUE.finditer(text)]
    return (*found, *((link.start, link.end) for link in links_in(text)))


def _marks(findings: Sequence[Finding], variant: str, piece: Piece) -> tuple[Underline, ...]:
    return tuple(
        Underline(one.start, one.end, one.verdict is Verdict.BLOCKS)
        for one in findings
        if one.end > one.start and not one.piece and one.variant == variant
        and one.end <= len(piece.text)
    )  # fmt: skip


def _media(content: Content, piece: Piece) -> tuple[str, ...]:
    files = (content.files[number] for number in piece.files if number < len(content.files))
    told = []
    for file in files:
        kind = translate("Compose", "Clip") if file.kind is FileKind.CLIP else ""
        alt = translate("Compose", "ALT") if file.alt else translate("Compose", "no description")
        told.append(" · ".join(one for one in (kind, alt) if one))
    return tuple(told)


def _link(piece: Piece) -> tuple[str, ...]:
    card = piece.card
    return tuple(filter(None, (card.title, card.description, card.url))) if card else ()


def _profiles_told(number: int) -> str:
    return counted(
        number, translate("Compose", "{n} profile"), translate("Compose", "{n} profiles")
    )


def _thread_told(more: int) -> str:
    if more < 1:
        return ""
    return counted(
        more,
        translate("Compose", "{n} more post in the thread"),
        translate("Compose", "{n} more posts in the thread"),
    )
