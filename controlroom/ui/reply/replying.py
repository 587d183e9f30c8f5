"""Ties the reply box of one drawer to its conversation: kept, checked, locked, put forward."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from controlroom.model.outgoing.content import Act, Content, Piece, hash_of, written
from controlroom.model.pen import Ended
from controlroom.ui.compose import kept
from controlroom.ui.compose.anew import Anew
from controlroom.ui.compose.completing import Completing
from controlroom.ui.compose.judging import Judging
from controlroom.ui.compose.kept import REPLY, Kept, Sheet, new_id
from controlroom.ui.compose.lengths import Lengths
from controlroom.ui.compose.prospect import Prospect, prospect
from controlroom.ui.compose.surrounding import Surrounding
from controlroom.ui.compose.writing import Writing
from controlroom.ui.language import announcement
from controlroom.ui.reply.addressee import Addressee
from controlroom.ui.reply.answer_time import AnswerTime
from controlroom.ui.reply.answering import acts_for, name_for
from controlroom.ui.reply.as_another import ask_as_another
from controlroom.ui.reply.board_ours import BoardOurs
from controlroom.ui.reply.measuring import measured
from controlroom.ui.reply.pen_side import PenSide, read_theirs
from controlroom.ui.reply.putting_forward import PuttingForward
from controlroom.ui.reply.reply_box import ReplyBox
from controlroom.ui.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Iterable

    from controlroom.model.cached import CachedPost
    from controlroom.model.journal import Entry
    from controlroom.model.outgoing.checked import Finding
    from controlroom.outbound.counting.measure import Count
    from controlroom.ui.board.column.desk import BoardDesk
    from controlroom.ui.board.drawer.drawer import Drawer
    from controlroom.ui.together.together import Together

translate = QCoreApplication.translate
SETTLE_MS = 40
OF_RIGHTS = ("role.", "officer.", "cover.", "group.", "profile.")
"""Entries of these kinds can change who may reply."""


class Replying(QObject):
    """One drawer's reply, until the drawer is closed.

    Attributes:
        whom: the post that is answered, and as whom.
        pen: whose turn it is to answer.
        forward: what is on its way to the record.
    """

    def __init__(self, drawer: "Drawer", desk: "BoardDesk", together: "Together") -> None:
        super().__init__(drawer)
        self._drawer, self._desk, self._together = drawer, desk, together
        self.box = ReplyBox()
        drawer.put_reply(self.box)
        self.whom = Addressee(together, desk, lambda: [one.post for one in drawer.talk.places])
        self._names: tuple[str, ...] = ()
        self._work = Workshop(self)
        self.writing = Writing(self)
        self.pen = PenSide(together, self)
        self.forward = PuttingForward(together, self)
        self.time = AnswerTime(self.box, self)
        self.around = Surrounding(together.window, BoardOurs(desk), lambda: self.writing.sheet.id)
        self.judging = Judging(self._work, self.around.of, self)
        self.anew = Anew(together.book, together.window.line, self.judging, self)
        self.lengths = Lengths()
        self.prospect = Prospect("", "")
        self._loaded = False
        self._wanted: Act | None = None
        self._soon = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self.writing.open(desk.store)
        self._wire()

    def show(self, names: tuple[str, ...]) -> None:
        """Shows the reply of a conversation by its names; what was begun before is read again."""
        post = self._drawer.post
        if post is None or not names or names == self._names:
            return
        begun = bool(self._names) and self._names[0] == names[0]
        self._names = self.pen.hold.names = names
        if begun:
            self._take_up()
            return
        self.whom.post, self._loaded = self._drawer.talk.post() or post, False
        self._turn(Sheet(new_id(), self.whom.fresh(self.box.box.text())), "")
        self._work.do(
            partial(kept.load, self._desk.store, REPLY + names[0]), partial(self._take, names[0])
        )

    def forget(self) -> None:
        """Another conversation is about to be shown."""
        self.writing.keep()
        self.pen.hold.end()
        self.forward.forget()
        self._names, self.whom.post, self._loaded, self._wanted = (), None, False, None
        self.box.show_text("")

    def is_read(self) -> bool:
        """Returns whether what was begun before has been read."""
        return self._loaded

    def leave(self) -> None:
        """The drawer is closed; the reply is kept."""
        self._soon.stop()
        self.time.stop()
        self.pen.hold.end()
        self.judging.stop()
        self.anew.stop()
        self.writing.end()
        self._work.close()

    def settle(self) -> None:
        """Tells the team at once what is written up to the last letter."""
        self.tell()

    def begin(self, act: Act, post: "CachedPost | None" = None) -> None:
        """Puts the keyboard where the reply is written; to another post if nothing is begun."""
        if not self._loaded:
            self._wanted = act
        else:
            if post is not None and not self._is_begun():
                self._answer(post)
            self._take_act(act)
        self._drawer.show_reply()
        self.box.box.setFocus()

    def locked(self) -> str:
        """Returns why what is written cannot leave now, "" if it can."""
        if told := self.pen.lost_told() or self._waits_told() or self.pen.other_told():
            return told
        if self.forward.is_under_way:
            return translate("Reply", "Being put forward.")
        return self.prospect.why_not

    def tell(self, _why: object = None) -> None:
        """Brings everything up to date."""
        self.box.hold_still(self.pen.is_lost() or bool(self._waits_told()))
        content, post = self.writing.content, self.whom.post
        if post is None or not content.targets:
            self.box.allow(self.whom.why_not(), "", "")
            self.tell_time()
            return
        self.box.show_target(name_for(post))
        self.box.show_profile(self.whom.profiles(), content.targets[0])
        self.box.show_acts(content.act, self.whom.acts())
        count = self._count(content)
        self.box.show_count(count if self._is_begun() else None)
        self.tell_time()
        self._tell_findings(content, [] if count is None or count.fits else [post.post.network])
        if not self._is_begun():
            self.box.allow(self.whom.why_not(), " ", "")
        else:
            self.box.allow(self.whom.why_not(), self.locked(), self._then())
        self._follow_pen(content)

    def tell_time(self) -> None:
        """Shows how long whoever is answered can be."""
        self.time.show(self.writing.content if self.whom.post is not None else None)

    def _tell_findings(self, content: Content, unfit: list[str]) -> None:
        self.judging.ask(content)
        findings = self._findings()
        self.box.show_findings(findings, self.writing.sheet.confirmed)
        self.prospect = prospect(
            self._together.book, self.writing.sheet, findings,
            is_checked=self.judging.is_of(content), unfit=unfit,
        )  # fmt: skip

    def _wire(self) -> None:
        announcement.changed.connect(self.tell)
        box, together = self.box, self._together
        self.writing.changed.connect(self._soon.start)
        self.writing.failed.connect(together.window.trouble)
        self._soon.timeout.connect(self.tell)
        self.time.ticked.connect(self.tell_time)
        self.time.turned.connect(self.judging.ask_anew)
        self.judging.judged.connect(self.tell)
        box.box.written.connect(self._write)
        box.left.connect(self._drawer.back_to_thread)
        box.sent.connect(self.send)
        box.profile.picked.connect(lambda key: self._put(targets=(key,)))
        box.act.chosen.connect(lambda act: self._choose_act(Act(act)))
        box.answered.connect(lambda rule, yes: self.writing.confirm(rule, yes=yes))
        box.repaired.connect(self._repair)
        box.saved.clicked.connect(self._show_texts)
        Completing(box.box, self._work, lambda: self._desk.cache.database)
        together.company.changed.connect(self.tell)
        self.pen.pens.changed.connect(self.tell)
        self.pen.pens.took.connect(self._take_up)
        self.forward.recorded.connect(self._end)
        self.forward.returned.connect(self._go_on)
        self.forward.changed.connect(self.tell)
        together.changed.connect(self.tell)
        self._drawer.talk.moved.connect(self._follow)
        self._drawer.answered.connect(self._hear_more)
        together.book.changed.connect(self._hear)
        self.anew.changed.connect(self.tell)

    def send(self) -> None:
        """Puts the reply forward, after a second look if it leaves through another profile."""
        self.tell()
        if not self._can_leave():
            return
        chosen, usual = self.writing.content.targets[0], self.whom.usual
        if usual and chosen != usual:
            window, offered = self._together.window, self.whom.profiles()
            ask_as_another(window, offered, usual, chosen, self._send)
        else:
            self._send()

    def _send(self) -> None:
        """Puts it forward with the pen in hand alone: of two who send at once, one does."""
        private = self.whom.is_private(self.writing.content)
        self.pen.hold.once_mine(self.writing.content, self._put_forward, private=private)

    def _put_forward(self) -> None:
        if not self._can_leave():
            return
        sheet, name = self.writing.sheet, self.writing.name
        asked = {one.rule for one in self.judging.findings}
        confirmed = tuple(one for one in sheet.confirmed if one in asked)
        self.writing.mark_submitted(hash_of(written(sheet.content)))
        self.forward.put(sheet, name, confirmed, self.pen.hold)
        self.tell()

    def _can_leave(self) -> bool:
        return not self.whom.why_not() and not self.locked() and self._is_begun()

    def _end(self, draft: str, name: str) -> None:
        """The record has it: the box is free for the next reply."""
        if self.writing.sheet.id == draft:
            self.forward.forget()
            self.pen.hold.end(Ended.SENT)
            self.forward.know()
            profile = self.writing.content.targets[0]
            self.writing.forget()
            self._turn(Sheet(new_id(), self.whom.fresh("", profile)), "")
            self._drawer.back_to_thread()
        elif name:
            self._desk.store.remove_draft(name)
        else:
            return
        words = translate("Reply", "The reply is on its way")
        if self.prospect.steps:
            words = translate("Reply", "The reply waits for approval")
        self._together.window.status.say_shortly(words)

    def _go_on(self, draft: str) -> None:
        """The record has not taken it: it is still being written."""
        if self.writing.sheet.id == draft:
            self.forward.forget()
            self.forward.know()
            self.tell()

    def _waits_told(self) -> str:
        return self.forward.waits_told(self.writing.sheet.id)

    def _hear(self, entries: "Iterable[Entry]") -> None:
        """What was sent from here is to be seen below the thread; rights may be other ones."""
        if any(one.kind.startswith(OF_RIGHTS) for one in entries):
            self._soon.start()
        if self.forward.has_left(entries):
            self._drawer.read_again()

    def _hear_more(self, _answer: object) -> None:
        """Whoever is answered may have spoken again, or a kept reply not know when they did."""
        about = self.writing.content.about
        if self.whom.post is None or about is None or not self._loaded:
            return
        heard = self.whom.about(self.writing.content.act).heard
        if heard != about.heard:
            self._put(about=replace(about, heard=heard))

    def _take_act(self, act: Act) -> None:
        if self.whom.takes(act):
            self._choose_act(act)

    def _write(self, text: str) -> None:
        if not self._names:
            # It stays in the field until the conversation is known.
            return
        self.pen.hold.is_wanted = True
        if not self._is_begun():
            self.forward.know()
        self._put(pieces=(Piece(text),))
        self._drawer.typed.emit()

    def _put(self, **values: Any) -> None:
        self.writing.put(replace(self.writing.content, **values))

    def _choose_act(self, act: Act) -> None:
        if self.whom.post is not None:
            self._put(act=act, about=self.whom.about(act))

    def _answer(self, post: "CachedPost") -> None:
        """Answers another post of the conversation with what is written."""
        begun, self.whom.post = self._is_begun(), post
        self._put(about=self.whom.about(self.writing.content.act))
        if not begun:
            self._put(pieces=(Piece(self.whom.call(self.writing.content)),))
            self._show_text()
        self.tell()

    def _follow(self, post: "CachedPost") -> None:
        """The reply goes to the message with the keyboard, until something is written."""
        if self._loaded and not self._is_begun() and acts_for(post) and self.whom.post != post:
            self._answer(post)

    def _follow_pen(self, content: Content) -> None:
        """Tells the team what is written here; with nothing written, or no right to, it ends."""
        if self.forward.is_under_way or self._waits_told():
            return
        if self._is_begun() and not self.whom.why_not():
            self.pen.follow(content, private=self.whom.is_private(content))
        elif self.pen.hold.is_lost() or self._loaded:
            self.pen.hold.end()

    def _take_up(self) -> None:
        """Goes on with what another desk wrote; what was begun here stays behind it."""
        if not self._loaded or self.whom.post is None:
            return
        text = self.pen.has_come()
        if text is None:
            return
        own = self.box.box.text() if self._is_begun() else ""
        self.forward.know()
        theirs = read_theirs(text)
        if theirs is not None:
            self._go_on_with(theirs, own)
        self.tell()
        self._drawer.show_reply()
        self.box.box.setFocus()

    def _go_on_with(self, theirs: Content, own: str) -> None:
        words = [theirs.pieces[0].text if theirs.pieces else "", own]
        text = "\n\n".join(one for one in words if one.strip())
        self._put(pieces=(Piece(text),), **self.whom.take_over(theirs))
        self._show_text()
        self.box.box.place_cursor(len(self.box.box.text()))

    def _is_begun(self) -> bool:
        return self.whom.is_begun(self.writing.content)

    def _count(self, content: Content) -> "Count | None":
        self.lengths.own = self.around.limits()
        return measured(self.lengths, content, is_called=bool(self.whom.call(content)))

    def _show_text(self) -> None:
        text = self.writing.content.pieces[0].text
        self.box.show_text(text)
        if not self._is_begun():
            self.box.box.place_cursor(len(text))

    def _take(self, name: str, found: Kept | None) -> None:
        """Takes what was begun before; what was typed meanwhile stays behind it."""
        if not self._names or name != self._names[0]:
            return
        self._loaded = True
        self.forward.know()
        if found is not None and self.forward.is_recorded(found.sheet.id):
            self._desk.store.remove_draft(found.name)
            found = None
        typed = self.box.box.text().removeprefix(self.whom.call(self.writing.content))
        if found is not None:
            self._turn(found.sheet, found.name)
            if typed:
                self._write(found.sheet.content.pieces[0].text + typed)
                self.box.show_text(self.writing.content.pieces[0].text)
        self._hear_more(None)
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self._take_act(wanted)
        self._take_up()
        self.tell()

    def _turn(self, sheet: Sheet, name: str) -> None:
        self.writing.turn_to(sheet, name or REPLY + self._names[0])
        self._show_text()
        self.tell()

    def _findings(self) -> "tuple[Finding, ...]":
        content = self.writing.content
        if self.judging.is_of(content):
            return tuple(self.judging.findings)
        text = content.pieces[0].text
        return tuple(one for one in self.judging.findings if text[one.start : one.end] == one.words)

    def _repair(self, finding: "Finding") -> None:
        text = self.box.box.text()
        if finding.repair is None or finding.repair.text is None:
            return
        if text[finding.start : finding.end] == finding.words:
            self.box.box.replace(finding.start, finding.end, finding.repair.text)

    def _then(self) -> str:
        if self.prospect.steps:
            return translate("Reply", "Goes to approval first.")
        return translate("Reply", "No approval: it leaves at once.")

    def _show_texts(self) -> None:
        from controlroom.ui.compose.texts_panel import open_texts

        open_texts(self._together.window, self.box.box.textCursor().insertText)
