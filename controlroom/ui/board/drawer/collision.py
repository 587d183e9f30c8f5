"""Two at one answer: who writes it, watching what they write, asking for it, taking it over."""

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from controlroom.model.journal_rights import Right
from controlroom.model.pen import Ended, Pen
from controlroom.model.pen import Said as Word
from controlroom.ui.board.drawer.said import Press, Said
from controlroom.ui.language import counted, language
from controlroom.ui.record.door import why_not
from controlroom.ui.together.names import officer_name
from controlroom.ui.together.talks import scope_of

if TYPE_CHECKING:
    from controlroom.ui.together.together import Together

translate = QCoreApplication.translate


class Collision(QObject):
    """One drawer's conversation, until the drawer is closed.

    Signals:
        changed: there is something else to say or to show.

    Attributes:
        names: keys of the conversation, () until it has been read.
        is_watching: what somebody else writes is wanted, and `is_read` once it has come.
        watched: what they write, as their desk tells it; None for what is not for us.
    """

    changed = Signal()

    def __init__(self, together: "Together", parent: QObject) -> None:
        super().__init__(parent)
        self._together, self._pens = together, together.company.pens
        self.names: tuple[str, ...] = ()
        self.watched: str | None = None
        self.is_watching = self.is_read = False
        self._pens.changed.connect(self._hear)
        self._pens.read.connect(self._take_text)
        self._pens.denied.connect(self._say_denied)
        self._together.changed.connect(self._hear)
        self._together.book.changed.connect(self._hear)

    def show(self, names: tuple[str, ...]) -> None:
        """Follows a conversation; () for none."""
        if names[:1] != self.names[:1]:
            self.leave()
        self.names = names
        self._hear()

    def leave(self) -> None:
        """The conversation is closed: whoever asked for its pen asks no more."""
        pen = self._other()
        if pen is not None and pen.asked_here:
            self._pens.ask(self.names, asks=False)
        self._watch(on=False)
        self.names = ()

    def press(self, press: Press) -> None:
        """Does what a button of the line stands for, where that can be done."""
        said = self.said()
        why = dict(said.presses).get(press) if said is not None else None
        if why != "":
            return
        pen = self._pens.of(*self.names)
        match press:
            case Press.WATCH | Press.UNWATCH:
                self._watch(on=press is Press.WATCH)
            case Press.ASK | Press.UNASK:
                self._pens.ask(self.names, asks=press is Press.ASK)
            case Press.KEEP | Press.GIVE:
                self._pens.answer(self.names, gives=press is Press.GIVE)
            case Press.TAKE if pen is not None:
                self._pens.take(pen, at_once=not self._why_not_at_once())
        self.changed.emit()

    def writer(self) -> Pen | None:
        """Returns the pen that is watched, None while nobody watches."""
        return self._other() if self.is_watching else None

    def said(self) -> Said | None:
        """Returns what is to be said of who writes the answer, None for nothing."""
        if not self.names:
            return None
        pen = self._pens.of(*self.names)
        if pen is None:
            return self._ended()
        if pen.is_mine:
            return self._asked(pen) if pen.asker else None
        return self._replying(pen)

    def _other(self) -> Pen | None:
        return self._pens.others(*self.names) if self.names else None

    def _hear(self, _entries: object = None) -> None:
        pen = self._other()
        if self.is_watching and (pen is None or self._why_not_watch()):
            self._watch(on=False)
        self._take_when_due(pen)
        self.changed.emit()

    def _take_when_due(self, pen: Pen | None) -> None:
        """Takes what was handed over, or not denied in time; it is tried until it is taken."""
        if pen is None or not pen.asked_here:
            return
        if self._why_not_take():
            self._pens.ask(self.names, asks=False)
            return
        is_due = pen.said is Word.GIVEN or (pen.said is Word.NOTHING and pen.left_s <= 0)
        if is_due:
            self._pens.take(pen)

    def _watch(self, *, on: bool) -> None:
        if on != self.is_watching:
            self.is_watching, self.is_read, self.watched = on, False, None
            self._pens.watch(self.names if on else ())

    def _take_text(self, text: str | None) -> None:
        if self.is_watching and (text != self.watched or not self.is_read):
            self.watched, self.is_read = text, True
            self.changed.emit()

    def _say_denied(self) -> None:
        """The database has its own word on who may, and on who was first."""
        text = translate(
            "Drawer", "Not taken over: somebody was first, or the database knows of no right to it."
        )
        self._together.window.status.say_shortly(text)

    def _why_not_watch(self) -> str:
        return self._together.noting.why_not_read()

    def _why_not_take(self) -> str:
        right = why_not(self._together.window, Right.REPLY, scope_of(self.names))
        return self._why_not_watch() or right

    def _why_not_at_once(self) -> str:
        right = why_not(self._together.window, Right.MODERATE, scope_of(self.names))
        return self._why_not_take() or right

    def _name(self, officer: str) -> str:
        return officer_name(self._together.book.state, officer)

    def _ended(self) -> Said | None:
        """Says who has put a reply forward a moment ago, or stopped while they were asked."""
        pen = self._pens.ended(*self.names)
        if pen is None or pen.is_mine:
            return None
        name = self._name(pen.officer)
        if pen.ended is Ended.SENT:
            text = translate("Drawer", "put a reply forward at {time}.")
            moment = pen.heard_at or pen.since
            text = text.format(time=language().clock(moment.astimezone()))
            if not pen.lost_here:
                return Said("send", name, text, about=f"sent {pen.officer}")
            then = translate("Drawer", "What you wrote stays here as it was.")
            about = f"sent after us {pen.officer}"
            return Said("warn", name, f"{text} {then}", collides=True, brief=text, about=about)
        if pen.ended is Ended.GONE:
            moment = pen.heard_at or pen.since
            text = translate("Drawer", "was replying; nothing heard since {time}: you can reply.")
            text = text.format(time=language().clock(moment.astimezone()))
            return Said("info", name, text, about=f"gone {pen.officer}")
        if pen.asked_here:
            text = translate("Drawer", "stopped writing: you can reply.")
            return Said("info", name, text, about=f"left {pen.officer}")
        return None

    def _asked(self, pen: Pen) -> Said | None:
        """Says that somebody wants what is written here."""
        about = f"asked {pen.asker}"
        name = self._name(pen.asker)
        if pen.said is Word.KEPT:
            return None
        if pen.said is Word.GIVEN or pen.left_s <= 0:
            text = translate("Drawer", "is taking your reply over.")
            return Said("swap", name, text, collides=True, about=about)
        text = _seconds(
            pen,
            translate("Drawer", "asks to take over your reply: {n} second to say no."),
            translate("Drawer", "asks to take over your reply: {n} seconds to say no."),
        )
        brief = translate("Drawer", "asks for your reply: {n} s").format(n=_left(pen))
        presses = ((Press.KEEP, ""), (Press.GIVE, ""))
        return Said("swap", name, text, collides=True, brief=brief, presses=presses, about=about)

    def _replying(self, pen: Pen) -> Said:
        name, presses = self._name(pen.officer), (self._watch_press(), *self._ways(pen))
        brief, rest, about = self._words(pen)
        about = f"{about} {pen.officer} {pen.since}"
        return Said(
            "warn", name, rest, collides=True, brief=brief, presses=presses, about=about
        )  # fmt: skip

    def _watch_press(self) -> tuple[Press, str]:
        if self.is_watching:
            return Press.UNWATCH, ""
        return Press.WATCH, self._why_not_watch()

    def _ways(self, pen: Pen) -> list[tuple[Press, str]]:
        """Returns the ways to the pen, each with why it cannot be gone."""
        is_own = pen.officer == self._together.book.officer
        if pen.is_silent or is_own:
            return [(Press.TAKE, self._why_not_take())]
        if not self._why_not_at_once():
            return [(Press.TAKE, "")]
        if pen.asked_here and pen.said is not Word.KEPT:
            return [(Press.UNASK, "")]
        return [(Press.ASK, self._why_not_ask(pen))]

    def _why_not_ask(self, pen: Pen) -> str:
        if pen.asker and not pen.asked_here and pen.said is not Word.KEPT:
            text = translate("Drawer", "{name} has asked before you.")
            return text.format(name=self._name(pen.asker))
        return self._why_not_take()

    def _words(self, pen: Pen) -> tuple[str, str, str]:
        """Returns what is said in brief and in full, and what that is about."""
        if pen.is_silent:
            text = translate("Drawer", "was replying; {desk} is silent since {time}.")
            moment = pen.heard_at or pen.since
            text = text.format(desk=pen.desk, time=language().clock(moment.astimezone()))
            return text, text, "silent"
        if pen.asker and not pen.asked_here and pen.said is not Word.KEPT:
            text = translate("Drawer", "is replying; {name} has asked to take over.")
            text = text.format(name=self._name(pen.asker))
            return text, text, "asked by another"
        if pen.asked_here:
            return self._words_asked(pen)
        since = language().clock(pen.since.astimezone())
        text = translate("Drawer", "is replying since {time}, {desk}.")
        if pen.lost_here:
            text = translate("Drawer", "has taken your reply over at {time}, {desk}.")
        brief = text.format(time=since, desk=pen.desk)
        then = translate("Drawer", "You can read, note and draft; only one reply can be sent.")
        if pen.lost_here:
            then = translate("Drawer", "What you wrote stays here as it was.")
        return brief, f"{brief} {then}", "replying"

    def _words_asked(self, pen: Pen) -> tuple[str, str, str]:
        if pen.said is Word.KEPT:
            text = translate("Drawer", "says no and keeps writing.")
            return text, text, "kept"
        if pen.said is Word.GIVEN or pen.left_s <= 0:
            text = translate("Drawer", "hands over…")
            return text, text, "given"
        text = _seconds(
            pen,
            translate("Drawer", "has {n} second to say no; then it is yours."),
            translate("Drawer", "has {n} seconds to say no; then it is yours."),
        )
        brief = translate("Drawer", "has {n} s to say no.").format(n=_left(pen))
        return brief, text, "asked"


def _left(pen: Pen) -> int:
    return max(1, ceil(pen.left_s))


def _seconds(pen: Pen, one: str, many: str) -> str:
    return counted(_left(pen), one, many)
