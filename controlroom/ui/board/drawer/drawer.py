"""The drawer: head, thread and contact."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from controlroom.model.cached import CachedPost
from controlroom.model.completing import Completing
from controlroom.ui.board.card.content import content_of
from controlroom.ui.board.card.networks import look_of
from controlroom.ui.board.column.desk import BoardDesk
from controlroom.ui.board.drawer.answers import Answer, read_author, read_thread
from controlroom.ui.board.drawer.contact import contact_of
from controlroom.ui.board.drawer.head import DrawerHead
from controlroom.ui.board.drawer.presence_line import PresenceLine
from controlroom.ui.board.drawer.side_pane import SidePane
from controlroom.ui.board.drawer.stage_line import StageLine
from controlroom.ui.board.drawer.thread_view import ThreadView
from controlroom.ui.board.drawer.tree import tree_of
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from controlroom.ui.board.drawer.media_pane import Hung
    from controlroom.ui.board.pictures.gallery import Gallery

translate = QCoreApplication.translate
CONTACT = 348


class Drawer(Styled, QWidget):
    """The conversation of one post.

    Signals:
        left: it is to be closed.
        opened: the conversation of another post is shown, or the same is to be read again;
            carries the stored post.
        turned: the conversation of another post is about to be shown.
        answered: everything held of it has been read; carries the `Answer`.
        typed: somebody types a reply.
        media_wanted: one of the media of a post is to be shown; carries the stored post and the
            medium's number, from 0.
    """

    left = Signal()
    opened = Signal(object)
    turned = Signal()
    answered = Signal(object)
    typed = Signal()
    media_wanted = Signal(object, int)

    def __init__(
        self, desk: BoardDesk, gallery: "Gallery | None" = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self.post: CachedPost | None = None
        self.is_narrow, self._asking = False, False
        self.head, self.talk, self.side = DrawerHead(self), ThreadView(self), SidePane(self)
        self.contact = self.side.contact
        self.presence, self.stage = PresenceLine(self), StageLine(self)
        self._build()
        if gallery is not None:
            self._show_pictures(gallery)
        self.follow()

    def back_to_thread(self) -> None:
        """Gives the keyboard back to the thread, which is shown again where it had no room."""
        if self.is_narrow and self.side.isVisible():
            self._turn_side()
        self.talk.setFocus(Qt.FocusReason.OtherFocusReason)

    def write_note(self) -> None:
        """Puts the keyboard into the field for an internal note."""
        self._show_side()
        self.side.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_note(self, key: str) -> None:
        """Shows a note among the others, with the keyboard on it."""
        self._show_side()
        self.side.show_part(self.side.notes)
        self.side.notes.go_to(key)
        self.side.notes.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_media(self) -> None:
        """Shows what hangs on the conversation, with the keyboard on it."""
        self._show_side()
        self.side.show_part(self.side.media)
        self.side.media.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_reply(self, reply: QWidget) -> None:
        """Puts what answers below the thread."""
        self._below.addWidget(reply)

    def put_watched(self, watched: QWidget) -> None:
        """Puts what a colleague writes between the thread and the reply."""
        self._below.insertWidget(1, watched)

    def show_reply(self) -> None:
        """Shows the thread with the reply, where only the contact had room."""
        if self.is_narrow and self.side.isVisible():
            self._turn_side()

    def show_post(self, post: CachedPost) -> None:
        """Shows the conversation of a post, at first the post alone, then all that is saved."""
        self.post = post
        self.turned.emit()
        self._take(Answer(post, [post], frozenset()))
        self._ask_author(post)
        self.refresh()
        self.opened.emit(post)

    def read_again(self) -> None:
        """Has the conversation read from its network once more."""
        if self.post is not None:
            self.opened.emit(self.post)

    def say_stage(self, told: Completing) -> None:
        """Tells how far the conversation has been read."""
        if self.post is not None:
            self.stage.say(told, look_of(self.post.post.network).name)

    def refresh(self) -> None:
        """Reads the conversation again: more of it may have come."""
        post, desk = self.post, self._desk
        if post is not None and not self._asking:
            self._asking = True
            desk.reading.ask(self, lambda: read_thread(desk, post), self._take_answer)

    def mark(self, *, read: bool) -> None:
        """Takes the focused message for read or unread, in the drawer and for jumping in it."""
        self.talk.mark(read=read)

    def set_narrow(self, narrow: bool) -> None:
        """Shows the contact beside the thread, or in its place where there is no room for both."""
        self.is_narrow = narrow
        self.head.side.setVisible(narrow)
        self.side.setVisible(not narrow)
        self._said.setVisible(True)

    def restyle(self) -> None:
        self.side.setFixedWidth(theme().metrics.px(CONTACT))

    def retranslate(self) -> None:
        self.setAccessibleName(translate("Drawer", "Conversation"))
        self.talk.setAccessibleName(translate("Drawer", "Posts of the conversation"))

    def event(self, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().event(event)
        if event.key() != Qt.Key.Key_Escape:
            return super().event(event)
        event.accept()
        return True

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
        self._said = QWidget(self)
        self._below = QVBoxLayout(self._said)
        self._below.setContentsMargins(0, 0, 0, 0)
        self._below.setSpacing(0)
        self._below.addWidget(self.talk, 1)
        body.addWidget(self._said, 1)
        body.addWidget(self.side)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(1, 0, 1, 0)
        rows.setSpacing(0)
        rows.addWidget(self.head)
        rows.addWidget(self.presence)
        rows.addWidget(self.stage)
        rows.addLayout(body, 1)
        self.head.close_.clicked.connect(self.left)
        self.head.unread.clicked.connect(self.talk.next_unread)
        self.head.side.clicked.connect(self._turn_side)
        self.stage.again.connect(self.read_again)
        self.talk.moved.connect(self._ask_author)
        self.contact.opened.connect(self._open_number)
        self.side.media.opened.connect(self._want_media)

    def _turn_side(self) -> None:
        shows_side = self.side.isVisible()
        self.side.setVisible(not shows_side)
        self.side.setMaximumWidth(self.width() if not shows_side else 16_777_215)
        self._said.setVisible(shows_side)

    def _show_side(self) -> None:
        if self.is_narrow and not self.side.isVisible():
            self._turn_side()

    def _show_pictures(self, gallery: "Gallery") -> None:
        """All parts share what waits for pictures, which the thread keeps."""
        self.talk.show_pictures(gallery)
        self.head.picture_of = self.contact.picture_of = self.talk.picture_of
        self.side.media.picture_of = self.talk.picture_of
        gallery.come.connect(self._draw_anew)

    def _draw_anew(self, _address: str) -> None:
        self.head.update()
        self.contact.update()
        self.side.media.viewport().update()

    def _take_answer(self, answer: Answer) -> None:
        self._asking = False
        self._take(answer)
        if self.post is not None and answer.post.id != self.post.id:
            self.refresh()
        else:
            self.answered.emit(answer)

    def _take(self, answer: Answer) -> None:
        if self.post is None or answer.post.id != self.post.id:
            return
        ours = self._desk.facts.ours
        self.talk.read = answer.read
        self.talk.show_places(tree_of(answer.posts), self.post.id, ours)
        self.side.show_media(answer.posts)
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

    def _want_media(self, hung: "Hung") -> None:
        """The thread goes to the post, so that it is seen who showed it to whom."""
        self.talk.go_to(hung.post.id)
        self.media_wanted.emit(hung.post, hung.number)

    def _open_number(self, number: int) -> None:
        cache = self._desk.cache
        self._desk.reading.ask(self, lambda: cache.posts([number]), self._open_stored)

    def _open_stored(self, posts: list[CachedPost]) -> None:
        if posts:
            self.show_post(posts[0])
