"""The drawer: head, thread and contact."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from controlroom.model.cached import CachedPost
from controlroom.ui.board.card.content import content_of
from controlroom.ui.board.column.desk import BoardDesk
from controlroom.ui.board.drawer.answers import Answer, read_author, read_thread
from controlroom.ui.board.drawer.contact import contact_of
from controlroom.ui.board.drawer.contact_pane import ContactPane
from controlroom.ui.board.drawer.head import DrawerHead
from controlroom.ui.board.drawer.thread_view import ThreadView
from controlroom.ui.board.drawer.tree import tree_of
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
CONTACT = 348


class Drawer(Styled, QWidget):
    """The conversation of one post.

    Signals:
        left: it is to be closed.
    """

    left = Signal()

    def __init__(self, desk: BoardDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.post: CachedPost | None = None
        self.is_narrow, self._asking = False, False
        self.head, self.talk, self.contact = DrawerHead(self), ThreadView(self), ContactPane(self)
        self._build()
        self.follow()

    def show_post(self, post: CachedPost) -> None:
        """Shows the conversation of a post, at first the post alone, then all that is saved."""
        self.post = post
        self._take(Answer(post, [post], frozenset()))
        self._ask_author(post)
        self.refresh()

    def refresh(self) -> None:
        """Reads the conversation again: more of it may have come."""
        post, desk = self.post, self._desk
        if post is not None and not self._asking:
            self._asking = True
            desk.reading.ask(self, lambda: read_thread(desk, post), self._take_answer)

    def set_narrow(self, narrow: bool) -> None:
        """Shows the contact beside the thread, or in its place where there is no room for both."""
        self.is_narrow = narrow
        self.head.side.setVisible(narrow)
        self.contact.setVisible(not narrow)
        self.talk.setVisible(True)

    def restyle(self) -> None:
        self.contact.setFixedWidth(theme().metrics.px(CONTACT))

    def retranslate(self) -> None:
        self.setAccessibleName(translate("Drawer", "Conversation"))
        self.talk.setAccessibleName(translate("Drawer", "Posts of the conversation"))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            takes = event.key() == Qt.Key.Key_Escape or self._step(event) is not None
            if takes:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme().palette
        painter.fillRect(self.rect(), colours.bg1)
        painter.fillRect(0, 0, self.width(), self.height(), colours.line3)

    def _build(self) -> None:
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.talk, 1)
        body.addWidget(self.contact)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(1, 0, 1, 0)
        rows.setSpacing(0)
        rows.addWidget(self.head)
        rows.addLayout(body, 1)
        self.head.close_.clicked.connect(self.left)
        self.head.unread.clicked.connect(self.talk.next_unread)
        self.head.side.clicked.connect(self._turn_side)
        self.talk.moved.connect(self._ask_author)
        self.contact.opened.connect(self._open_number)

    def _turn_side(self) -> None:
        shows_contact = self.contact.isVisible()
        self.contact.setVisible(not shows_contact)
        self.contact.setMaximumWidth(self.width() if not shows_contact else 16_777_215)
        self.talk.setVisible(shows_contact)

    def _step(self, event: QKeyEvent) -> int | None:
        steps = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}
        if event.modifiers() or not self.talk.hasFocus():
            return None
        return steps.get(Qt.Key(event.key()))

    def _take_answer(self, answer: Answer) -> None:
        self._asking = False
        self._take(answer)
        if self.post is not None and answer.post.id != self.post.id:
            self.refresh()

    def _take(self, answer: Answer) -> None:
        if self.post is None or answer.post.id != self.post.id:
            return
        ours = self._desk.facts.ours
        self.talk.read = answer.read
        self.talk.show_places(tree_of(answer.posts), self.post.id, ours)
        self.head.say(content_of(self.post, ours), len(answer.posts))

    def _ask_author(self, post: CachedPost) -> None:
        self._show_author(post, None)
        desk = self._desk
        desk.reading.ask(
            self, lambda: read_author(desk, post), lambda known: self._show_author(post, known)
        )

    def _show_author(self, post: CachedPost, known: object) -> None:
        from controlroom.store.cache.thread import Known

        shown = self.talk.post()
        if shown is not None and shown.post.author.remote_id != post.post.author.remote_id:
            return
        ours = self._desk.facts.ours
        held = known if isinstance(known, Known) else None
        contact = contact_of(post.post.network, post.post.author, held, ours)
        self.contact.say(contact, content_of(post, ours))

    def _open_number(self, number: int) -> None:
        cache = self._desk.cache
        self._desk.reading.ask(self, lambda: cache.posts([number]), self._open_stored)

    def _open_stored(self, posts: list[CachedPost]) -> None:
        if posts:
            self.show_post(posts[0])
