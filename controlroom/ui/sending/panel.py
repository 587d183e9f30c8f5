"""One draft as it leaves: a row for each profile, live, and what can be done about each."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from controlroom.model import clock
from controlroom.model.outgoing.content import read_content
from controlroom.model.outgoing.delivery import Delivery, DeliveryState
from controlroom.team.publishing import views
from controlroom.team.publishing.views import Stage
from controlroom.ui.board.card.networks import look_of
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.table import Column, Look, Table
from controlroom.ui.layers.layer import Panel
from controlroom.ui.officers.words import profile_told
from controlroom.ui.plain import set_tip
from controlroom.ui.review.said import grow_down
from controlroom.ui.sending.acts import SendingActs
from controlroom.ui.sending.looking import Looking, looks_told
from controlroom.ui.sending.tally import by_trouble, surely_unsent, tally_told
from controlroom.ui.sending.words import look_of_state, state_told, why_told
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
TICK_MS = 1_000


class DeliveriesPanel(Panel):
    """Live: it follows the record while it is open."""

    top_share = 0.06

    def __init__(self, window: Any, draft: str) -> None:
        super().__init__()
        self._window, self.draft = window, draft
        self.acts = SendingActs(window)
        self.heading, self.tally = Prose(Type.HEADING, 600, "text1"), Prose(Type.BODY, 500, "text2")
        self.table = Table(self._columns(), lambda one: str(one.key))
        self.more = Prose(Type.BODY, 400, "text1")
        self.looks, self.looking = Prose(Type.SMALL), Looking(window, draft, self)
        self.again, self.edit, self.mark, self.open = (Button(Kind.PLAIN) for _ in range(4))
        self.copy, self.all_again = Button(Kind.PLAIN), Button(Kind.PLAIN)
        self.back, self.leave = Button(Kind.PLAIN), Button(Kind.MAIN)
        self._tick = QTimer(self, interval=TICK_MS)
        self._build()
        self.follow()
        self.show_now()
        self._tick.start()

    def show_now(self, *_why: object) -> None:
        """Shows how everything stands."""
        state = self.acts.state
        found = views.draft(state, self.draft) if state is not None else None
        if state is None or found is None:
            if state is not None and self.isVisible():
                # One of a series that was changed: nothing of it leaves any more.
                self.finished.emit()
            return
        rows = by_trouble(views.deliveries(state, self.draft, clock.now()))
        self.heading.set_text(found.title or translate("Sending", "Without a title"))
        self.tally.set_text(tally_told(rows))
        self.table.show_rows(rows)
        if self.table.current() is None and rows:
            self.table.set_current(str(rows[0].key))
        waiting = [one for one in surely_unsent(rows) if not self.acts.why_not_let_go(one)]
        told = translate("Sending", "Send {n} again")
        self.all_again.set_face(told.format(n=len(waiting)), "sync")
        self.all_again.setVisible(len(waiting) > 1)
        why = self.acts.why_not_withdraw(self.draft)
        self.back.setEnabled(not why)
        self.back.setAccessibleDescription(why)
        set_tip(self.back, why)
        self.back.setVisible(found.stage is not Stage.WITHDRAWN)
        self._show_current()

    def first_focus(self) -> QWidget:
        return self.table

    def wanted_size(self, room: QSize) -> QSize:
        px = theme().metrics.px
        return QSize(min(px(1_040), room.width()), min(px(720), round(room.height() * 0.92)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.looking.open()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is read any more once the panel is closed."""
        if not event.spontaneous():
            self.looking.close()

    def restyle(self) -> None:
        super().restyle()
        px = theme().metrics.px
        self.body.setContentsMargins(px(16), px(16), px(16), px(16))
        self.body.setSpacing(px(8))

    def retranslate(self) -> None:
        self.setAccessibleName(translate("Sending", "How it leaves"))
        self.table.setAccessibleName(translate("Sending", "Profiles"))
        for button, text, icon in (
            (self.mark, translate("Sending", "Mark as sent elsewhere…"), "check"),
            (self.open, translate("Sending", "Open on the network"), "globe"),
            (self.copy, translate("Sending", "Copy the text"), "save"),
            (self.back, translate("Sending", "Withdraw everywhere…"), "withdraw"),
            (self.leave, translate("Sending", "Close"), ""),
        ):
            button.set_face(text, icon)
            button.setAccessibleName(text)
        self.show_now()

    def _columns(self) -> tuple[Column, ...]:
        profiles = self._window.office.profiles

        def name(one: Delivery) -> str:
            told = profile_told(one.key.profile, profiles)
            if one.key.withdraws:
                return translate("Sending", "{profile}, taking back").format(profile=told)
            return told if not one.key.piece else f"{told} ({one.key.piece + 1})"

        return (
            Column(
                lambda: translate("Sending", "Profile"),
                280,
                name,
                lambda one: Look(icon=look_of(one.key.network).glyph, weight=500),
            ),
            Column(
                lambda: translate("Sending", "Stands"),
                290,
                state_told,
                lambda one: Look(look_of_state(one)[1], 500, look_of_state(one)[0]),
            ),
            Column(
                lambda: translate("Sending", "What the network said"),
                300,
                why_told,
                lambda _: Look("text2"),
                tip=why_told,
            ),
        )

    def _build(self) -> None:
        for said in (self.more, self.looks):
            grow_down(said)
        first, last = QHBoxLayout(), QHBoxLayout()
        for button in (self.again, self.mark, self.open, self.copy):
            first.addWidget(button)
        first.addStretch(1)
        for button in (self.edit, self.back, self.all_again):
            last.addWidget(button)
        last.addStretch(1)
        last.addWidget(self.leave)
        for part in (self.heading, self.tally, self.table, self.more, self.looks):
            self.body.addWidget(part, 1 if part is self.table else 0)
        for row in (first, last):
            self.body.addLayout(row)
        for button, act in (
            (self.again, self._send_again),
            (self.edit, self._edit),
            (self.mark, self._ask_mark),
            (self.open, self._open),
            (self.copy, self._copy),
            (self.all_again, self._send_all),
            (self.back, self._ask_back),
        ):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(act)
        self.leave.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.leave.clicked.connect(self.finished)
        self.looking.found.connect(self._show_current)
        self.table.chosen.connect(self._show_current)
        self._tick.timeout.connect(self.show_now)
        self.acts.book.changed.connect(self.show_now)

    @property
    def current(self) -> Delivery | None:
        """The delivery that is looked at."""
        found = self.table.current()
        return found if isinstance(found, Delivery) else None

    def _show_current(self, _row: object = None) -> None:
        one = self.current
        for button in (self.again, self.edit, self.mark, self.open, self.copy):
            button.setVisible(one is not None)
        self._show_looks(one)
        if one is None:
            return
        self.more.set_text(" ".join(filter(None, (state_told(one) + ".", why_told(one)))))
        self._show_again(one)
        self._show_edit()
        why = self.acts.why_not_mark(one)
        self.mark.setEnabled(not why)
        self.mark.setAccessibleDescription(why)
        self.open.setEnabled(one.url.startswith("https://"))
        self.copy.setEnabled(bool(self._text(one)))

    def _show_looks(self, one: Delivery | None) -> None:
        row = self.looking.rows.get(str(one.key)) if one is not None else None
        self.looks.set_text(looks_told(row))
        self.looks.setVisible(bool(self.looks.text()))

    def _show_again(self, one: Delivery) -> None:
        words = {
            DeliveryState.UNKNOWN: translate("Sending", "I have looked, it is not there: send it"),
            DeliveryState.LATE: translate("Sending", "Send it now all the same"),
            DeliveryState.HELD: translate("Sending", "Let this one through the hold"),
        }.get(one.state, translate("Sending", "Send again"))
        why = self.acts.why_not_let_go(one)
        self.again.set_face(words, "sync")
        self.again.setEnabled(not why)
        self.again.setAccessibleName(words)
        self.again.setAccessibleDescription(why)
        set_tip(self.again, why)

    def _show_edit(self) -> None:
        sheet = self.acts.rewritten(self.draft)
        own = sheet is None or sheet.id == self.draft
        words = translate("Sending", "Edit") if own else translate("Sending", "Edit as a new draft")
        nothing = translate(
            "Sending", "Nothing of it can be written anew: it has left, or may have."
        )
        why = nothing if sheet is None else ""
        self.edit.set_face(words, "compose")
        self.edit.setEnabled(not why)
        self.edit.setAccessibleName(words)
        self.edit.setAccessibleDescription(why)
        set_tip(self.edit, why)

    def _edit(self) -> None:
        from controlroom.ui.compose.build import compose

        sheet = self.acts.rewritten(self.draft)
        if sheet is None:
            return
        self._window.layers.close_all()
        compose(self._window, sheet)
        if sheet.id != self.draft:
            told = translate(
                "Sending",
                "A new draft for what failed. The old post stays listed until you mark it as sent"
                " elsewhere.",
            )
            self._window.status.say_shortly(told)

    def _send_again(self) -> None:
        if self.current is not None:
            self.acts.let_go([self.current])

    def _send_all(self) -> None:
        state = self.acts.state
        if state is not None:
            self.acts.let_go(surely_unsent(views.deliveries(state, self.draft, clock.now())))

    def _ask_mark(self) -> None:
        from controlroom.ui.sending.forms import MarkSent

        if self.current is not None:
            self._window.open_layer(MarkSent(self.acts, self.current))

    def _ask_back(self) -> None:
        from controlroom.ui.sending.forms import Withdraw

        self._window.open_layer(Withdraw(self.acts, self.draft))

    def _open(self) -> None:
        one = self.current
        if one is not None and one.url.startswith("https://"):
            QDesktopServices.openUrl(QUrl(one.url))

    def _copy(self) -> None:
        if self.current is not None:
            QGuiApplication.clipboard().setText(self._text(self.current))

    def _text(self, one: Delivery) -> str:
        """Returns what is sent, for whoever sends it by hand; "" once the draft has ended."""
        state = self.acts.state
        found = views.draft(state, self.draft) if state is not None else None
        if found is None or not found.text:
            return ""
        pieces = read_content(found.text).pieces_for(one.key.profile)
        return pieces[one.key.piece].text if one.key.piece < len(pieces) else ""
