"""Connects a profile: the network and the way, the browser, the accounts to choose from."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from controlroom.feeds.signing_in import Offer
from controlroom.model.network import NetworkOffer
from controlroom.ui.controls.announce import announce
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.prose import Prose
from controlroom.ui.language import told as told_of
from controlroom.ui.layers.layer import Panel
from controlroom.ui.profiles.account_list import AccountList
from controlroom.ui.profiles.ask_form import AskForm
from controlroom.ui.profiles.connection import Connection
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
WIDTH, HEIGHT = 600, 560
ASKING, WAITING, CHOOSING = 0, 1, 2
Browser = Callable[[str], object]


def system_browser(address: str) -> object:
    """Opens an address outside; https only, or this computer."""
    url = QUrl(address)
    local = url.scheme() == "http" and url.host() in ("127.0.0.1", "localhost")
    return QDesktopServices.openUrl(url) if url.scheme() == "https" or local else None


class ConnectPanel(Panel):
    """Three steps in one panel; Esc and Cancel end what has begun."""

    top_share = 0.08

    def __init__(
        self,
        offers: Sequence[NetworkOffer],
        groups: Sequence[str],
        connection: Connection,
        port: int,
        browser: Browser = system_browser,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.connection, self._port, self._browser = connection, port, browser
        self.heading = Prose(Type.HEADING, 600, "text1")
        self.error = Prose(Type.SMALL, 500, "red")
        self.form = AskForm(offers)
        self.waiting = Prose()
        self.address = QLineEdit()
        self.accounts = AccountList()
        self.group_question = Prose(Type.BODY, 600, "text1")
        self.group = QLineEdit()
        self.steps = QStackedWidget()
        self.leave, self.take = Button(Kind.PLAIN), Button(Kind.MAIN)
        self._groups = list(groups)
        self.asked: dict[str, Any] = {}
        """What the sign-in under way was begun with."""
        self._build()
        self._wire()
        self.follow()
        self._show_step(ASKING)

    def first_focus(self) -> QWidget:
        return self.form.first_focus()

    def choose(self, network: str, host: str = "", handle: str = "") -> None:
        """Fills in what is known of a profile that is connected again."""
        self.form.choose(network, host, handle)

    def wanted_size(self, room: QSize) -> QSize:
        px = theme().metrics.px
        return QSize(min(px(WIDTH), room.width()), min(px(HEIGHT), room.height()))

    def restyle(self) -> None:
        super().restyle()
        px = theme().metrics.px
        self.body.setContentsMargins(px(16), px(16), px(16), px(16))
        self.body.setSpacing(px(10))
        for field in (self.address, self.group):
            field.setFont(theme().fonts.font(Type.BODY))
            field.setFixedHeight(theme().metrics.height.field)

    def retranslate(self) -> None:
        self.heading.set_text(translate("Connect", "Connect a profile"))
        self.setAccessibleName(self.heading.text())
        self.waiting.set_text(
            translate(
                "Connect",
                "Your browser shows the network’s own page. Sign in there as the profile, and"
                " allow reading. If no page has opened, copy this address into a browser:",
            )
        )
        self.address.setAccessibleName(translate("Connect", "Address for the browser"))
        self.group_question.set_text(translate("Connect", "Group, such as a borough or a unit"))
        self.group.setAccessibleName(self.group_question.text())
        cancel = translate("Connect", "Cancel")
        self.leave.set_face(cancel)
        self.leave.setAccessibleName(cancel)
        self._name_take()

    def hideEvent(self, event: object) -> None:
        self.connection.cancel()

    def _build(self) -> None:
        waiting, choosing = QWidget(), QWidget()
        self._waiting_column, self._choosing_column = QVBoxLayout(waiting), QVBoxLayout(choosing)
        self._waiting_column.addWidget(self.waiting)
        self._waiting_column.addWidget(self.address)
        self._waiting_column.addStretch(1)
        self._choosing_column.addWidget(self.accounts, 1)
        self._choosing_column.addWidget(self.group_question)
        self._choosing_column.addWidget(self.group)
        for column in (self._waiting_column, self._choosing_column):
            column.setContentsMargins(0, 0, 0, 0)
        for step in (self.form, waiting, choosing):
            self.steps.addWidget(step)
        self.address.setReadOnly(True)
        self.group.setMaxLength(80)
        self.error.hide()
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.leave, self.take):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            buttons.addWidget(button)
        self.body.addWidget(self.heading)
        self.body.addWidget(self.steps, 1)
        self.body.addWidget(self.error)
        self.body.addLayout(buttons)

    def _wire(self) -> None:
        from PySide6.QtWidgets import QCompleter

        completer = QCompleter(self._groups, self.group)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.group.setCompleter(completer)
        self.leave.clicked.connect(self.finished)
        self.take.clicked.connect(self._go_on)
        self.form.ready.connect(self._go_on)
        self.form.changed.connect(self._name_take)
        self.accounts.changed.connect(self._name_take)
        self.connection.browser_wanted.connect(self._open_browser)
        self.connection.offered.connect(self._offer)
        self.connection.failed.connect(self._fail)
        self.connection.refused.connect(lambda error: self._fail(told_of(error)))
        self.connection.done.connect(self._done)

    def _go_on(self) -> None:
        self._tell("")
        if self.steps.currentIndex() == ASKING:
            missing = self.form.missing()
            if missing is None:
                self._begin()
            else:
                missing.setFocus(Qt.FocusReason.OtherFocusReason)
                self._tell(translate("Connect", "This is needed too."))
        elif self.steps.currentIndex() == CHOOSING and self.accounts.chosen():
            chosen = self.accounts.chosen()
            group = self.group.text().strip()
            self.connection.save(chosen, [group] * len(chosen), [""] * len(chosen))

    def _begin(self) -> None:
        order = self.asked = self.form.order()
        page = translate("Connect", "You are signed in. Close this page and go back to the desk.")
        self.connection.begin(**order, port=self._port, page=page)
        self.address.clear()
        self._show_step(WAITING)

    def _open_browser(self, address: str) -> None:
        self.address.setText(address)
        self.address.setCursorPosition(0)
        self._browser(address)

    def _offer(self, offers: tuple[Offer, ...]) -> None:
        self.form.forget_secrets()
        self.accounts.show_offers(offers)
        self._show_step(CHOOSING)

    def _fail(self, sentence: str) -> None:
        self._show_step(ASKING)
        self._tell(sentence)

    def _done(self, count: int) -> None:
        if count:
            self.finished.emit()

    def _tell(self, sentence: str) -> None:
        self.error.set_text(sentence)
        self.error.setVisible(bool(sentence))
        announce(self, sentence)

    def _show_step(self, step: int) -> None:
        self.steps.setCurrentIndex(step)
        self._name_take()
        if not self.isVisible():
            return
        focus = {ASKING: self.first_focus(), WAITING: self.leave, CHOOSING: self.accounts}[step]
        focus.setFocus(Qt.FocusReason.OtherFocusReason)
        if step == WAITING:
            announce(self, self.waiting.text())

    def _name_take(self) -> None:
        step = self.steps.currentIndex()
        self.take.setVisible(step != WAITING)
        if step == CHOOSING:
            count = len(self.accounts.chosen())
            text = translate("Connect", "Connect {n}").format(n=count)
            self.take.setEnabled(bool(count))
        else:
            text = self.form.action()
            self.take.setEnabled(True)
        self.take.set_face(text)
        self.take.setAccessibleName(text)
