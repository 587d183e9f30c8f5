"""Ties the reply box of one drawer to its conversation: kept, checked, locked, put forward."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from controlroom.model import clock
from controlroom.model.journal_outgoing import DeliverySent, DraftSubmitted
from controlroom.model.journal_rights import Right
from controlroom.model.journal_subject import profile_key, profile_scope
from controlroom.model.outgoing.addressing import addressed
from controlroom.model.outgoing.content import (
    About,
    Act,
    Content,
    ContentUnreadable,
    Piece,
    hash_of,
    read_content,
    written,
)
from controlroom.model.pen import Ended, Said
from controlroom.outbound.checks.answering import answerable
from controlroom.ui.compose import kept
from controlroom.ui.compose.ability import can_write
from controlroom.ui.compose.anew import Anew
from controlroom.ui.compose.answer_told import is_refused, window_told
from controlroom.ui.compose.completing import Completing
from controlroom.ui.compose.judging import Judging
from controlroom.ui.compose.kept import REPLY, Kept, Sheet, new_id
from controlroom.ui.compose.lengths import Lengths
from controlroom.ui.compose.prospect import Prospect, prospect
from controlroom.ui.compose.surrounding import Surrounding
from controlroom.ui.compose.writing import Writing
from controlroom.ui.language import told
from controlroom.ui.reply.answering import (
    about_for,
    acts_for,
    call_for,
    content_for,
    default_profile,
    heard_last,
    name_for,
    profiles_for,
)
from controlroom.ui.reply.board_ours import BoardOurs
from controlroom.ui.reply.pen_hold import PenHold
from controlroom.ui.reply.reply_box import ReplyBox
from controlroom.ui.together.names import officer_name
from controlroom.ui.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Iterable

    from controlroom.model.cached import CachedPost
    from controlroom.model.errors import WorldError
    from controlroom.model.journal import Entry
    from controlroom.model.outgoing.checked import Finding
    from controlroom.model.pen import Pen
    from controlroom.model.presence import Present
    from controlroom.outbound.counting.measure import Count
    from controlroom.ui.board.column.desk import BoardDesk
    from controlroom.ui.board.drawer.drawer import Drawer
    from controlroom.ui.together.together import Together

translate = QCoreApplication.translate
SETTLE_MS = 40
TICK_MS = 15_000
"""How often it is told anew how long somebody may still be answered."""
OF_RIGHTS = ("role.", "officer.", "cover.", "group.", "profile.")
"""Entries of these kinds can change who may reply."""


class Replying(QObject):
    """One drawer's reply, until the drawer is closed.

    Attributes:
        target: the post that is answered.
    """

    def __init__(self, drawer: "Drawer", desk: "BoardDesk", together: "Together") -> None:
        super().__init__(drawer)
        self._drawer, self._desk, self._together = drawer, desk, together
        self.box = ReplyBox()
        drawer.put_reply(self.box)
        self.target: CachedPost | None = None
        self._names: tuple[str, ...] = ()
        self._default = ""
        self._work = Workshop(self)
        self.writing = Writing(self)
        self.pens = together.company.pens
        self.hold = PenHold(self.pens, self)
        self.around = Surrounding(together.window, BoardOurs(desk), lambda: self.writing.sheet.id)
        self.judging = Judging(self._work, self.around.of, self)
        self.anew = Anew(together.book, together.window.line, self.judging, self)
        self.lengths = Lengths()
        self.prospect = Prospect("", "")
        self._loaded, self._sending = False, ""
        self._left: set[str] = set()
        self._wanted: Act | None = None
        self._soon = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._tick = QTimer(self, interval=TICK_MS)
        self._was_over = False
        self.writing.open(desk.store)
        self._wire()

    def show(self, names: tuple[str, ...]) -> None:
        """Shows the reply of a conversation by its names; what was begun before is read again."""
        post = self._drawer.post
        if post is None or not names or names == self._names:
            return
        begun = bool(self._names) and self._names[0] == names[0]
        self._names = self.hold.names = names
        if begun:
            self._take_up()
            return
        self.target, self._loaded = self._drawer.talk.post() or post, False
        self._turn(Sheet(new_id(), self._fresh(self.box.box.text(), "")), "")
        self._work.do(
            partial(kept.load, self._desk.store, REPLY + names[0]), partial(self._take, names[0])
        )

    def forget(self) -> None:
        """Another conversation is about to be shown."""
        self.writing.keep()
        self.hold.end()
        self._names, self.target, self._loaded, self._sending = (), None, False, ""
        self._wanted = None
        self.box.show_text("")

    def leave(self) -> None:
        """The drawer is closed; the reply is kept."""
        self._soon.stop()
        self._tick.stop()
        self.hold.end()
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

    def why_not(self) -> str:
        """Returns why nothing can be written here, "" if it can."""
        if self.target is None:
            return translate("Reply", "The conversation is still being read.")
        network = self.target.post.network
        if not any(can_write(network, one) for one in acts_for(self.target)):
            return translate("Reply", "Nothing can be answered on this network from here.")
        if not self._offered():
            return translate("Reply", "You have no right to reply on any profile of this network.")
        return ""

    def locked(self) -> str:
        """Returns why what is written cannot leave now, "" if it can."""
        if self._is_lost():
            return self._lost_told()
        officer = self._who_replies()
        if officer:
            template = translate("Reply", "Send is locked: {name} is replying.")
            return template.format(name=officer_name(self._together.book.state, officer))
        if self._sending:
            return translate("Reply", "Being put forward.")
        return self.prospect.why_not

    def tell(self, _why: object = None) -> None:
        """Brings everything up to date."""
        self.box.hold_still(self._is_lost())
        content = self.writing.content
        if self.target is None or not content.targets:
            self.box.allow(self.why_not(), "", "")
            self.tell_window()
            return
        self.box.show_target(name_for(self.target))
        self.box.show_profile(self._offered(), content.targets[0])
        possible = [
            one for one in acts_for(self.target) if can_write(self.target.post.network, one)
        ]
        self.box.show_acts(content.act, possible)
        count = self._count(content)
        self.box.show_count(count if self._is_begun() else None)
        self.tell_window()
        self.judging.ask(content)
        findings = self._findings()
        self.box.show_findings(findings, self.writing.sheet.confirmed)
        self.prospect = prospect(
            self._together.book, self.writing.sheet, findings,
            is_checked=self.judging.is_of(content),
            unfit=[] if count is None or count.fits else [self.target.post.network],
        )  # fmt: skip
        if not self._is_begun():
            self.box.allow(self.why_not(), " ", "")
        else:
            self.box.allow(self.why_not(), self.locked(), self._then())
        self._follow_pen(content)

    def tell_window(self) -> None:
        """Shows how long whoever is answered can be; what has become too late is judged anew."""
        known = answerable(self.writing.content) if self.target is not None else None
        now = clock.now()
        over = known is not None and known.is_over(now)
        self.box.show_window(
            window_told(known, now) if known is not None else "",
            ("red" if is_refused(known) else "amber") if over and known is not None else "text2",
        )
        if over != self._was_over:
            self._was_over = over
            self.judging.ask_anew()
        if (known is not None) != self._tick.isActive():
            self._tick.start() if known is not None else self._tick.stop()

    def _wire(self) -> None:
        box, together = self.box, self._together
        self.writing.changed.connect(self._soon.start)
        self.writing.failed.connect(together.window.trouble)
        self._soon.timeout.connect(self.tell)
        self._tick.timeout.connect(self.tell_window)
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
        self.pens.changed.connect(self.tell)
        self.pens.took.connect(self._take_up)
        together.changed.connect(self.tell)
        self._drawer.talk.moved.connect(self._follow)
        self._drawer.answered.connect(self._hear_more)
        together.book.changed.connect(self._hear)
        self.anew.changed.connect(self.tell)

    def send(self) -> None:
        """Puts the reply forward, after a second look if it leaves through another profile."""
        self.tell()
        if self.why_not() or self.locked() or not self._is_begun():
            return
        chosen = self.writing.content.targets[0]
        if self._default and chosen != self._default:
            self._ask_profile(chosen)
        else:
            self._send()

    def _send(self) -> None:
        """Puts it forward with the pen in hand alone: of two who send at once, one does."""
        private = self._is_private(self.writing.content)
        self.hold.once_mine(self.writing.content, self._put_forward, private=private)

    def _put_forward(self) -> None:
        if self.why_not() or self.locked() or not self._is_begun():
            return
        sheet, name = self.writing.sheet, self.writing.name
        text = written(sheet.content)
        self._sending = sheet.id
        self._left.add(sheet.id)
        asked = {one.rule for one in self.judging.findings}
        confirmed = tuple(one for one in sheet.confirmed if one in asked)
        self.writing.mark_submitted(hash_of(text))
        self._together.book.decide(
            DraftSubmitted(sheet.id, text, confirmed),
            lambda _entry: self._sent(sheet, name),
            lambda error: self._failed(sheet, error),
        )
        self.tell()

    def _sent(self, sheet: Sheet, name: str) -> None:
        """The record has it: the box is free for the next reply."""
        if self.writing.sheet.id == sheet.id:
            self._sending = ""
            self.hold.end(Ended.SENT)
            self.writing.forget()
            self._turn(Sheet(new_id(), self._fresh("", sheet.content.targets[0])), "")
            self._drawer.back_to_thread()
        else:
            self._desk.store.remove_draft(name)
        words = translate("Reply", "The reply is on its way")
        if self.prospect.steps:
            words = translate("Reply", "The reply waits for approval")
        self._together.window.status.say_shortly(words)

    def _hear(self, entries: "Iterable[Entry]") -> None:
        """What was sent from here is to be seen below the thread; rights may be other ones."""
        if any(one.kind.startswith(OF_RIGHTS) for one in entries):
            self._soon.start()
        names = tuple(f"{DeliverySent.about}/{one}/" for one in self._left)
        if names and any(
            one.kind == DeliverySent.kind and one.subject.startswith(names) for one in entries
        ):
            self._drawer.read_again()

    def _hear_more(self, _answer: object) -> None:
        """Whoever is answered may have spoken again, or a kept reply not know when they did."""
        about = self.writing.content.about
        if self.target is None or about is None or not self._loaded:
            return
        heard = self._about(self.target, self.writing.content.act).heard
        if heard != about.heard:
            self._put(about=replace(about, heard=heard))

    def _failed(self, sheet: Sheet, error: "WorldError") -> None:
        if self.writing.sheet.id == sheet.id:
            self._sending = ""
            self.tell()
        heading = translate("Reply", "The reply was not put forward")
        self._together.window.tell(heading, told(error))

    def _ask_profile(self, chosen: str) -> None:
        from controlroom.ui.layers.question import Question

        names = dict(self._offered())
        template = translate(
            "Reply", "The conversation came to {usual}. This reply leaves as {chosen}."
        )
        text = template.format(
            usual=names.get(self._default, self._default), chosen=names.get(chosen, chosen)
        )
        yes = translate("Reply", "Reply as {profile}").format(profile=names.get(chosen, chosen))
        question = Question(translate("Reply", "Reply as another profile?"), text, yes)
        question.agreed.connect(self._send)
        self._together.window.open_layer(question)

    def _take_act(self, act: Act) -> None:
        if self.target is not None and act in acts_for(self.target):
            self._choose_act(act)

    def _write(self, text: str) -> None:
        if not self._names:
            # It stays in the field until the conversation is known.
            return
        self.hold.is_wanted = True
        self._put(pieces=(Piece(text),))
        self._drawer.typed.emit()

    def _put(self, **values: Any) -> None:
        self.writing.put(replace(self.writing.content, **values))

    def _choose_act(self, act: Act) -> None:
        if self.target is not None:
            self._put(act=act, about=self._about(self.target, act))

    def _answer(self, post: "CachedPost") -> None:
        """Answers another post of the conversation with what is written."""
        begun, self.target = self._is_begun(), post
        self._put(about=self._about(post, self.writing.content.act))
        if not begun:
            self._put(pieces=(Piece(self._call()),))
            self._show_text()
        self.tell()

    def _about(self, post: "CachedPost", act: Act) -> About:
        heard = None
        if act is Act.MESSAGE:
            others = [one.post for one in self._drawer.talk.places]
            heard = heard_last(post, others, self._desk.facts.profiles)
        return about_for(post, act, heard)

    def _follow(self, post: "CachedPost") -> None:
        """The reply goes to the message with the keyboard, until something is written."""
        if self._loaded and not self._is_begun() and acts_for(post) and self.target != post:
            self._answer(post)

    def _who_replies(self) -> str:
        """Returns who replies at another desk, "" for nobody.

        Where the database knows nobody's pen, whoever types is taken for replying.
        """
        company = self._together.company
        one: Pen | Present | None = self.pens.others(*self._names)
        if one is None and not self.pens.is_known and self._names:
            one = company.typing(*self._names)
        return one.officer if one is not None else ""

    def _follow_pen(self, content: Content) -> None:
        """Tells the team what is written here; with nothing written, or no right to, it ends."""
        pen = self.pens.of(*self._names)
        if pen is not None and pen.lost_here:
            self.hold.end()
        elif self._is_begun() and not self.why_not():
            self.hold.follow(content, private=self._is_private(content))
        elif self._loaded:
            self.hold.end()

    def _is_lost(self) -> bool:
        """Returns whether what is written here is another desk's to go on with, or about to be."""
        pen = self.pens.of(*self._names)
        return pen is not None and (pen.lost_here or (pen.is_mine and pen.said is Said.GIVEN))

    def _lost_told(self) -> str:
        pen = self.pens.of(*self._names)
        assert pen is not None
        template = translate(
            "Reply", "{name} has taken this reply over; what you wrote stays here as it was."
        )
        officer = pen.asker if pen.is_mine else pen.officer
        return template.format(name=officer_name(self._together.book.state, officer))

    def _take_up(self) -> None:
        """Goes on with what another desk wrote; what was begun here stays behind it."""
        if not self._loaded or self.target is None:
            return
        text = self.pens.landed(*self._names)
        if text is None:
            return
        own = self.box.box.text() if self._is_begun() else ""
        self.hold.take()
        theirs = _content(text)
        if theirs is not None:
            self._go_on_with(theirs, own)
        self.tell()
        self._drawer.show_reply()
        self.box.box.setFocus()

    def _go_on_with(self, theirs: Content, own: str) -> None:
        """Takes whom they answered and as whom too, as far as both are known and allowed here."""
        posts = [one.post for one in self._drawer.talk.places]
        about = replace(theirs.about, heard=None) if theirs.about is not None else None
        answered = [one for one in posts if about_for(one, theirs.act) == about]
        if answered:
            self.target = answered[0]
            self._put(act=theirs.act, about=theirs.about)
        offered = {key for key, _name in self._offered()}
        if theirs.targets and set(theirs.targets) <= offered:
            self._put(targets=theirs.targets)
        words = [theirs.pieces[0].text if theirs.pieces else "", own]
        self._put(pieces=(Piece("\n\n".join(one for one in words if one.strip())),))
        self._show_text()
        self.box.box.place_cursor(len(self.box.box.text()))

    def _is_private(self, content: Content) -> bool:
        assert self.target is not None
        return content.act is Act.MESSAGE or self._together.is_private(self.target)

    def _is_begun(self) -> bool:
        """The name of whoever is answered is there before anybody has written."""
        content = self.writing.content
        text = content.pieces[0].text.strip() if content.pieces else ""
        return bool(text) and text != self._call().strip()

    def _call(self) -> str:
        content = self.writing.content
        if content.about is None or not content.pieces or self.target is None:
            return ""
        return call_for(self.target, content.act)

    def _count(self, content: Content) -> "Count | None":
        """Counts what leaves: with the name that the network wants before it."""
        self.lengths.own = self.around.limits()
        piece, call = content.pieces[0], self._call()
        whole = addressed(piece.text, content.about.author) if call and content.about else ""
        count = self.lengths.count("", content, replace(piece, text=whole or piece.text))
        added = len(whole) - len(piece.text) if whole else 0
        if count is None or not added:
            return count
        return replace(count, over_from=max(0, count.over_from - added))

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
        typed = self.box.box.text().removeprefix(self._call())
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

    def _fresh(self, text: str, profile: str) -> Content:
        assert self.target is not None
        known = default_profile(self.target, self._desk.facts.profiles)
        self._default = profile_key(known) if known is not None else ""
        offered = [key for key, _name in self._offered()]
        chosen = profile or self._default
        if offered and chosen not in offered:
            chosen = offered[0]
        act = acts_for(self.target)[0]
        about = self._about(self.target, act)
        content = content_for(about, act, chosen, call_for(self.target, act) + text)
        return content if chosen else replace(content, targets=())

    def _offered(self) -> list[tuple[str, str]]:
        if self.target is None:
            return []
        book, profiles = self._together.book, self._desk.facts.profiles
        keys = (profile_key(one) for one in profiles)
        may = {key: book.may(Right.REPLY, profile_scope(key)) for key in keys}
        return profiles_for(self.target, profiles, may)

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


def _content(text: str) -> Content | None:
    """Returns what another desk wrote, None if it was written by another version."""
    try:
        return read_content(text)
    except ContentUnreadable:
        return None
