"""The outbox: every draft on its way, what needs a person first."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from controlroom.model import clock
from controlroom.ui.compose.when_told import moment_told
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.keep_room import keep_room
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.table import Column, Look, Table
from controlroom.ui.layers.layer import Panel
from controlroom.ui.officers.words import name_of
from controlroom.ui.sending.outbox import Leaving, leaving
from controlroom.ui.sending.panel import DeliveriesPanel
from controlroom.ui.sending.tally import tally_told
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
TICK_MS = 1_000


class OutboxPanel(Panel):
    """Live; Enter shows a draft profile by profile."""

    top_share = 0.06

    def __init__(self, window: Any) -> None:
        super().__init__()
        self._window = window
        self.heading, self.none = Prose(Type.HEADING, 600, "text1"), Prose()
        self.table = Table(self._columns(), lambda row: row.draft.id)
        self.show_, self.leave = Button(Kind.MAIN), Button(Kind.PLAIN)
        self.sent = Button(Kind.PLAIN)
        self._tick = QTimer(self, interval=TICK_MS)
        self._build()
        self.follow()
        self._tick.start()

    def show_now(self, *_why: object) -> None:
        """Shows what is on its way."""
        state = self._window.record.state
        rows = leaving(state, clock.now()) if state is not None else []
        self.table.show_rows(rows)
        if self.table.current() is None and rows:
            self.table.set_current(rows[0].draft.id)
        self.none.setVisible(not rows)
        self.table.setVisible(bool(rows))
        self.show_.setEnabled(bool(rows))

    def first_focus(self) -> QWidget:
        return self.table if self.table.isVisible() else self.leave

    def wanted_size(self, room: QSize) -> QSize:
        px = theme().metrics.px
        return QSize(min(px(960), room.width()), min(px(600), room.height()))

    def restyle(self) -> None:
        super().restyle()
        px = theme().metrics.px
        self.body.setContentsMargins(px(16), px(16), px(16), px(16))
        self.body.setSpacing(px(8))

    def retranslate(self) -> None:
        self.heading.set_text(translate("Sending", "Outbox"))
        self.setAccessibleName(self.heading.text())
        self.none.set_text(translate("Sending", "Nothing is on its way."))
        self.table.setAccessibleName(translate("Sending", "Drafts on their way"))
        for button, text in (
            (self.show_, translate("Sending", "Show each profile")),
            (self.sent, translate("Commands", "Everything that was sent")),
            (self.leave, translate("Sending", "Close")),
        ):
            button.set_face(text)
            button.setAccessibleName(text)
        self.show_now()

    def _columns(self) -> tuple[Column, ...]:
        def when(row: Leaving) -> str:
            if row.draft.when is None:
                return translate("Sending", "at once")
            return moment_told(row.draft.when)

        def author(row: Leaving) -> str:
            return name_of(self._window.record.state, row.draft.author)

        def look(row: Leaving) -> Look:
            return Look("red" if row.trouble else "text2", 500, "crit" if row.trouble else "send")

        return (
            Column(lambda: translate("Sending", "Draft"), 280, _title, lambda _: Look(weight=500)),
            Column(lambda: translate("Sending", "Time"), 130, when),
            Column(lambda: translate("Sending", "By"), 170, author, spare=1),
            Column(lambda: translate("Sending", "Stands"), 330, _stands, look, tip=_stands),
        )

    def _build(self) -> None:
        buttons = QHBoxLayout()
        self.sent.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        buttons.addWidget(self.sent)
        buttons.addStretch(1)
        for button in (self.leave, self.show_):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            buttons.addWidget(button)
        for part in (self.heading, self.none, self.table):
            self.body.addWidget(part, 1 if part is self.table else 0)
        self.body.addLayout(buttons)
        keep_room(self.table)
        self.sent.clicked.connect(self._open_sent)
        self.leave.clicked.connect(self.finished)
        self.show_.clicked.connect(lambda: self._open(self.table.current()))
        self.table.opened.connect(self._open)
        self._tick.timeout.connect(self.show_now)
        self._window.record.changed.connect(self.show_now)

    def _open_sent(self) -> None:
        self._window.sending.open_sent()

    def _open(self, row: object) -> None:
        if isinstance(row, Leaving):
            self._window.open_layer(DeliveriesPanel(self._window, row.draft.id))


def _title(row: Leaving) -> str:
    return row.draft.title or translate("Sending", "Without a title")


def _stands(row: Leaving) -> str:
    return tally_told(row.deliveries)
