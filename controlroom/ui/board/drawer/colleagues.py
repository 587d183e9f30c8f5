"""What the drawer shows of colleagues: whose the conversation is, who is in it, and the notes."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut

from controlroom.model.errors import WorldError
from controlroom.model.presence import Doing
from controlroom.ui.board.drawer.collision import Collision
from controlroom.ui.board.drawer.drafts import Drafts
from controlroom.ui.board.drawer.note_panel import open_note
from controlroom.ui.board.drawer.note_shown import NoteShown, shown_notes
from controlroom.ui.board.drawer.said import Press
from controlroom.ui.board.drawer.watched import WatchedDraft
from controlroom.ui.language import told
from controlroom.ui.together.names import officer_name

if TYPE_CHECKING:
    from controlroom.ui.board.column.desk import BoardDesk
    from controlroom.ui.board.drawer.answers import Answer
    from controlroom.ui.board.drawer.drawer import Drawer
    from controlroom.ui.together.together import Together

translate = QCoreApplication.translate
KEEP_KEY, GIVE_KEY = "Alt+K", "Alt+H"
QUIET_MS = 10_000
"""Somebody whose last letter is older than this does not type any more."""


class Colleagues(QObject):
    """Ties one drawer to what is done together, until the drawer is closed.

    Attributes:
        names: keys of the conversation, () until it has been read.
        ready: what was begun before is in the field, and nothing is being kept.
    """

    def __init__(self, drawer: "Drawer", desk: "BoardDesk", together: "Together") -> None:
        super().__init__(drawer)
        self._drawer, self._together = drawer, together
        self._drafts = Drafts(desk)
        answers = together.answers
        self.replying = answers.at_drawer(drawer, desk) if answers is not None else None
        self.collision = Collision(together, self)
        self.watched = WatchedDraft()
        drawer.put_watched(self.watched)
        self.names: tuple[str, ...] = ()
        self._draft = self._sent = ""
        self._loaded = False
        self._private = False
        self._quiet = QTimer(self, interval=QUIET_MS, singleShot=True)
        self._quiet.timeout.connect(self._read_on)
        self._wire()
        self._tell_notes()

    def show(self, answer: "Answer") -> None:
        """Shows what colleagues do with a conversation, as far as it is held now."""
        names = self._together.talks.learn(answer.post, answer.posts)
        self._private = self._together.is_private(answer.post)
        begun = not self.names or self.names[0] not in names
        self.names = names if begun else _keep_first(self.names[0], names)
        self._together.noting.show(self.names, private=self._private)
        if begun:
            self._begin_draft(self.names[0])
            self._read_on()
        if self.replying is not None:
            self.replying.show(self.names)
        self.collision.show(self.names)
        self.tell()

    def forget(self) -> None:
        """Another conversation is about to be shown."""
        self.names, self._draft, self._sent = (), "", ""
        self._loaded = False
        self._drawer.side.field.fill("")
        self._together.noting.show((), private=False)
        self.collision.show(())
        if self.replying is not None:
            self.replying.forget()
        self.tell()

    def leave(self) -> None:
        """The drawer is closed."""
        self._quiet.stop()
        self._together.company.be(Doing.HERE)
        self.collision.leave()
        self._together.noting.leave()
        if self.replying is not None:
            self.replying.leave()

    @property
    def ready(self) -> bool:
        """Whether what stands in the field can be kept now."""
        return self._loaded and not self._sent

    def tell(self) -> None:
        """Brings everything up to date."""
        self._drawer.head.person.tell(self._together, self.names)
        self._tell_presence()
        self._tell_notes()

    def _wire(self) -> None:
        drawer, together = self._drawer, self._together
        drawer.turned.connect(self.forget)
        drawer.typed.connect(self._type)
        drawer.answered.connect(self.show)
        together.changed.connect(self.tell)
        together.stands.connect(self.tell)
        together.company.changed.connect(self._tell_presence)
        self.collision.changed.connect(self._tell_presence)
        drawer.presence.pressed.connect(self._press)
        for key, press in ((KEEP_KEY, Press.KEEP), (GIVE_KEY, Press.GIVE)):
            shortcut = QShortcut(QKeySequence(key), drawer)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._press, press))
        together.noting.changed.connect(self._tell_notes)
        drawer.head.person.clicked.connect(lambda: together.window.commands.run("assign"))
        drawer.side.field.written.connect(self._write)
        drawer.side.field.kept.connect(self._keep)
        drawer.side.field.left.connect(drawer.back_to_thread)
        drawer.side.keep.clicked.connect(self._keep)
        drawer.side.notes.opened.connect(self._open)
        drawer.talk.note_pressed.connect(drawer.show_note)

    def _press(self, press: Press) -> None:
        if press is Press.GIVE and self.replying is not None:
            self.replying.settle()
        self.collision.press(press)

    def _tell_presence(self) -> None:
        self._drawer.presence.tell(self._together, self.names, self.collision)
        writer = self.collision.writer()
        self.watched.setVisible(writer is not None and self.collision.is_read)
        if writer is not None and self.collision.is_read:
            name = officer_name(self._together.book.state, writer.officer)
            self.watched.say(name, self.collision.watched, silent=writer.is_silent)

    def _tell_notes(self) -> None:
        noting = self._together.noting
        why_not = noting.why_not_read() if self.names else ""
        notes = [] if why_not or not self.names else shown_notes(self._together)
        self._drawer.talk.show_notes(notes)
        self._drawer.side.notes.show_notes(notes, why_not)
        self._drawer.side.count(len(notes))
        self._allow()

    def _allow(self) -> None:
        reason = self._together.noting.why_not_write()
        if not reason and self._together.book.trouble is not None and self._together.book.is_own:
            reason = told(self._together.book.trouble)
        self._drawer.side.allow(reason, ready=self.ready)

    def _begin_draft(self, name: str) -> None:
        self._draft, self._loaded, self._sent = name, False, ""
        self._drafts.load(self, name, lambda text: self._take_draft(name, text))

    def _take_draft(self, name: str, text: str) -> None:
        """Puts what was begun before what has been typed since the drawer was opened."""
        if name != self._draft:
            return
        self._loaded = True
        if text:
            self._drawer.side.field.fill(text + self._drawer.side.field.text())
        self._save()
        self._allow()

    def _save(self) -> None:
        """Keeps on this workstation whatever is not in the record yet."""
        if self._loaded:
            text = self._drawer.side.field.text()
            self._drafts.save(self._draft, _both(self._sent, text))

    def _write(self, _text: str) -> None:
        self._save()
        self._type()
        self._allow()

    def _type(self) -> None:
        self._together.company.be(Doing.TYPING, self._draft)
        self._quiet.start()

    def _read_on(self) -> None:
        self._quiet.stop()
        self._together.company.be(Doing.READING, self.names[0] if self.names else "")

    def _keep(self) -> None:
        """Hands the note in; the field is free at once, and gets it back if it is not taken."""
        field, name = self._drawer.side.field, self._draft
        if not field.can_keep() or not self.ready or self._together.noting.why_not_write():
            return
        self._sent = field.text().strip()
        field.fill("")
        self._together.noting.keep(
            self._sent, lambda: self._kept(name), lambda error: self._failed(name, error)
        )
        self._read_on()
        self._allow()

    def _kept(self, name: str) -> None:
        if name != self._draft:
            self._drafts.save(name, "")
            return
        self._sent = ""
        self._save()
        self._allow()
        self._drawer.talk.bring_last_note()

    def _failed(self, name: str, error: WorldError) -> None:
        if name == self._draft:
            field = self._drawer.side.field
            field.fill(_both(self._sent, field.text()))
            self._sent = ""
            self._save()
            self._allow()
        self._together.window.tell(translate("Notes", "The note was not kept"), told(error))

    def _open(self, note: NoteShown) -> None:
        if note.waits is None or note.waits.moved is not None:
            open_note(self._together, self._drafts, note.key, note.waits)


def _keep_first(first: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """What was begun under a name goes on under it, whatever more of the thread comes."""
    return (first, *(one for one in names if one != first))


def _both(first: str, second: str) -> str:
    return f"{first}\n{second}" if first and second else first or second
