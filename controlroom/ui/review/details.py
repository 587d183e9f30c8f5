"""One hit in the pane at the right: its words, what it said before, where it came through."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from controlroom.model.cached import CachedPost
from controlroom.ui.board.card.content import Ours, content_of
from controlroom.ui.board.card.networks import look_of
from controlroom.ui.board.card.person import handle_of, name_of
from controlroom.ui.board.list.gutter import Gutter
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.review.face import Face
from controlroom.ui.review.fact_list import FactList
from controlroom.ui.review.facts_told import facts_of
from controlroom.ui.review.history import History, whole_text
from controlroom.ui.review.media_strip import MediaStrip
from controlroom.ui.review.said import grow_down
from controlroom.ui.review.version_box import VersionBox
from controlroom.ui.review.words import instant_told
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.sheet import sheet
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
WIDTH, NARROW, LEFT, RIGHT = 470, 380, 16, 12
RAW_LINES = 18


class Details(Styled, QWidget):
    """The pane.

    Signals:
        closed: the pane is to go.
        stepped: the next (1) or previous (-1) hit is wanted.
        raw_wanted: the network's own bytes are to be shown; carries the post's id.
    """

    closed = Signal()
    stepped = Signal(int)
    raw_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.post: CachedPost | None = None
        self._history: History | None = None
        self._ours, self._inner = Ours(), 0
        self.name, self.under = Prose(Type.LEAD, 600, "text1"), Prose(Type.SMALL, 400, "text2")
        grow_down(self.name)
        grow_down(self.under)
        self.up, self.down = Button(Kind.GHOST, self), Button(Kind.GHOST, self)
        self.close_button = Button(Kind.GHOST, self)
        self.face, self.media = Face(self), MediaStrip(self)
        self.standing = VersionBox(self)
        self.earlier: list[VersionBox] = []
        self.facts = FactList(self)
        self.raw_button, self.copy = Button(Kind.SMALL, self), Button(Kind.SMALL, self)
        self.whole = Button(Kind.SMALL, self)
        self.raw = QPlainTextEdit(self)
        self._build()
        self._wire()
        self.follow()

    def show_post(self, post: CachedPost, ours: Ours) -> None:
        """Shows a hit as the list has it; its history may follow."""
        if self.post is None or self.post.id != post.id:
            self.raw.hide()
            self.raw.clear()
            self._scroll.verticalScrollBar().setValue(0)
            self._history = None
        self.post, self._ours = post, ours
        self._say()

    def show_history(self, found: History) -> None:
        """Shows what the hit said before; a late answer about another hit is dropped."""
        if self.post is not None and found.post.id == self.post.id:
            self._history = found
            self._say()

    def show_raw(self, post: int, text: str) -> None:
        """Shows the network's own bytes."""
        if self.post is None or self.post.id != post:
            return
        none = translate("Review", "The network’s own data is not kept for this post.")
        self.raw.setPlainText(text or none)
        self.raw.show()
        self.raw.setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self) -> None:
        px = theme().metrics.px
        width = px(NARROW if self.window().width() < px(1500) else WIDTH)
        self.setFixedWidth(width)
        self._inner = width - 1 - theme().metrics.width.scroll_gutter - px(LEFT) - px(RIGHT)
        for box in (self.standing, *self.earlier):
            box.fix_width(self._inner)
        self.setStyleSheet(sheet(theme()) + _raw_sheet())
        self._head.setContentsMargins(px(16), px(8), px(10), px(8))
        self._head.setSpacing(px(10))
        self._column.setContentsMargins(px(LEFT), px(12), px(RIGHT), px(16))
        self._column.setSpacing(px(10))
        self._foot.setSpacing(px(6))
        self.raw.setFont(theme().fonts.font(Type.SMALL))
        self.raw.setFixedHeight(RAW_LINES * theme().fonts.line(Type.SMALL))

    def retranslate(self) -> None:
        for button, text, icon in (
            (self.up, translate("Review", "Previous post found"), "up"),
            (self.down, translate("Review", "Next post found"), "down"),
            (self.close_button, translate("Review", "Close the pane"), "x"),
        ):
            button.set_face("", icon)
            button.setAccessibleName(text)
        self.raw_button.set_face(translate("Review", "Network’s own data"), "zoom")
        self.copy.set_face(translate("Review", "Copy"), "save")
        self.whole.set_face(translate("Review", "Whole text"), "note")
        for button in (self.raw_button, self.copy, self.whole):
            button.setAccessibleName(button.text())
        self.raw.setAccessibleName(self.raw_button.text())
        self._say()

    def sizeHint(self) -> QSize:
        return QSize(theme().metrics.px(WIDTH), 400)

    def copied_text(self) -> str:
        """Returns what "Copy" puts on the clipboard: who, when, where, and the words."""
        if self.post is None:
            return ""
        post = self.post.post
        handle = handle_of(post.network, post.author)
        name = f"{name_of(post.author)} ({handle})" if handle else name_of(post.author)
        lines = (f"{name}, {instant_told(post.created_at)}", post.url, "", post.text)
        return "\n".join(line for line in lines if line or line == "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme().palette
        painter.fillRect(self.rect(), colours.bg1)
        painter.fillRect(0, 0, 1, self.height(), colours.line2)
        line = self._scroll.y() - 1
        painter.fillRect(0, line, self.width(), 1, colours.line1)

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.setSpacing(0)
        self._head, self._foot = QHBoxLayout(), QHBoxLayout()
        self._head.addWidget(self.face, 0, Qt.AlignmentFlag.AlignTop)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.name)
        names.addWidget(self.under)
        self._head.addLayout(names, 1)
        for button in (self.up, self.down, self.close_button):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(self._head)
        self._holder = QWidget()
        self._column = QVBoxLayout(self._holder)
        self._column.addWidget(self.standing)
        self._column.addWidget(self.media)
        self._column.addWidget(self.facts)
        for button in (self.whole, self.copy, self.raw_button):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._foot.addWidget(button)
        self._foot.addStretch(1)
        self._column.addLayout(self._foot)
        self._column.addWidget(self.raw)
        self._column.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(self._holder)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there: else everything is laid out twice, once without it and once with it.
        self._scroll.setVerticalScrollBar(Gutter())
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        outer.addWidget(self._scroll, 1)
        self.raw.setReadOnly(True)
        self.raw.setTabChangesFocus(True)
        self.raw.setFrameShape(QFrame.Shape.NoFrame)
        self.raw.hide()

    def _wire(self) -> None:
        self.close_button.clicked.connect(self.closed)
        self.up.clicked.connect(lambda: self.stepped.emit(-1))
        self.down.clicked.connect(lambda: self.stepped.emit(1))
        self.copy.clicked.connect(self._copy)
        self.raw_button.clicked.connect(self._want_raw)
        self.whole.clicked.connect(self._show_whole)

    def _want_raw(self) -> None:
        if self.raw.isVisible():
            self.raw.hide()
        elif self.post is not None:
            self.raw_wanted.emit(self.post.id)

    def _show_whole(self) -> None:
        """All that a post and its versions said, one below the other."""
        if self.post is None:
            return
        earlier = self._history.versions[1:] if self._history else ()
        texts = [self.post.post.text, *(f"{instant_told(v.made_at)}\n{v.text}" for v in earlier)]
        self.show_raw(self.post.id, "\n\n".join(whole_text(text) for text in texts))

    def _copy(self) -> None:
        clean = self.copied_text().encode("utf-8", "replace").decode("utf-8")
        QGuiApplication.clipboard().setText(clean)

    def _say(self) -> None:
        if self.post is None:
            return
        content = content_of(self.post, self._ours)
        self.face.show_content(content)
        self.media.show_content(content)
        author, look = self.post.post.author, look_of(self.post.post.network)
        handle = handle_of(self.post.post.network, author)
        self.name.set_text(name_of(author))
        self.under.set_text(f"{look.name} · {handle}" if handle else look.name)
        self.setAccessibleName(translate("Review", "Post by {name}").format(name=self.name.text()))
        self.facts.show_facts(facts_of(self.post, self._ours))
        self._show_versions(self.post)

    def _show_versions(self, post: CachedPost) -> None:
        found = self._history
        marks = found.marks[0] if found else ()
        self.standing.show_standing(post, marks)
        earlier = found.versions[1:] if found else ()
        while len(self.earlier) > len(earlier):
            gone = self.earlier.pop()
            gone.hide()
            gone.deleteLater()
        while len(self.earlier) < len(earlier):
            box = VersionBox(self._holder)
            box.fix_width(self._inner)
            self.earlier.append(box)
            self._column.insertWidget(len(self.earlier), box)
        for place, (box, one) in enumerate(zip(self.earlier, earlier, strict=True)):
            assert found is not None
            box.show_earlier(one, found.marks[place + 1])
            box.show()
        boxes = (self.standing, *self.earlier)
        self.whole.setVisible(any(box.said.cut for box in boxes))


def _raw_sheet() -> str:
    colours = theme().palette
    return (
        f"QPlainTextEdit {{ background: {colours.field.name()}; color: {colours.text1.name()};"
        f" border: 1px solid {colours.line2.name()}; }}"
    )
