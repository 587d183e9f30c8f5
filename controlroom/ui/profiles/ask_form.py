"""What has to be known before a sign-in: the network, the way, and what that way needs."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget

from controlroom.feeds.rules import rules_of
from controlroom.model.credential import AppKey
from controlroom.model.network import NetworkOffer
from controlroom.ui.controls.choice import Choice
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import language
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
BROWSER, TOKEN, PASSWORD = "browser", "token", "password"
WAYS = (BROWSER, TOKEN, PASSWORD)


class AskForm(Styled, QWidget):
    """Only what the chosen way needs is shown.

    Signals:
        changed: another network or way was chosen.
        ready: Enter in a field.
    """

    changed = Signal()
    ready = Signal()

    def __init__(self, offers: Sequence[NetworkOffer], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers = {offer.key: offer for offer in offers if offer.ways}
        self.network = Choice(list(self._offers), self)
        self.way = Choice(WAYS, self)
        self.host, self.app_id, self.app_secret = QLineEdit(), QLineEdit(), QLineEdit()
        self.own_id, self.own_secret = QLineEdit(), QLineEdit()
        self.handle, self.secret = QLineEdit(), QLineEdit()
        self.terms = Prose(Type.SMALL, 400, "text2")
        self._questions = {one: Prose(Type.BODY, 600, "text1") for one in self._asked()}
        self._network = next(iter(self._offers), "")
        self._way = BROWSER
        self._apps: dict[str, AppKey] = {}
        self._build()
        self._wire()
        self.follow()
        self._take_network(self._network)

    def first_focus(self) -> QWidget:
        """Returns what gets the focus first."""
        return next((a for a in self.network.answers if a.value == self._network), self.network)

    def choose(self, network: str, host: str, handle: str) -> None:
        """Fills in what is known."""
        if network in self._offers:
            self._take_network(network)
        self.host.setText(host)
        self.handle.setText(handle)

    def missing(self) -> QLineEdit | None:
        """Returns the first field that is shown and needed but empty, None if there is none."""
        spared = (self.app_secret, *((self.host,) if self._usual_host() else ()))
        if not (self.own_id.text().strip() or self.own_secret.text().strip()):
            spared += self.own_id, self.own_secret
        needed = [field for field in self._fields() if field not in spared]
        shown = [field for field in needed if not field.isHidden()]
        return next((field for field in shown if not field.text().strip()), None)

    def order(self) -> dict[str, Any]:
        """Returns what the engine has to know."""

        def said(field: QLineEdit) -> str:
            return "" if field.isHidden() else field.text().strip()

        app = {
            "id": said(self.app_id),
            "secret": said(self.app_secret),
            "own_id": said(self.own_id),
            "own_secret": said(self.own_secret),
        }
        return {
            "network": self._network,
            "way": self._way,
            "host": said(self.host),
            "app": app,
            "handle": said(self.handle).removeprefix("@"),
            "secret": said(self.secret),
        }

    def set_apps(self, apps: Mapping[str, AppKey]) -> None:
        """Fills in the force's applications, by network, where nothing was typed yet."""
        self._apps = dict(apps)
        self._fill_app()

    def forget_secrets(self) -> None:
        """Empties the fields that hold secrets."""
        for field in self._secrets():
            field.clear()

    def action(self) -> str:
        """Returns what the button does."""
        if self._way == BROWSER:
            return translate("Connect", "Sign in with the browser")
        return translate("Connect", "Sign in")

    def restyle(self) -> None:
        px = theme().metrics.px
        self._column.setSpacing(px(6))
        for field in self._fields():
            field.setFont(theme().fonts.font(Type.BODY))
            field.setFixedHeight(theme().metrics.height.field)

    def retranslate(self) -> None:
        names = [offer.name for offer in self._offers.values()]
        self._ask(self.network, translate("Connect", "Network"))
        self.network.name_answers(translate("Connect", "Network"), names)
        ways = (
            translate("Connect", "With the browser"),
            translate("Connect", "With a token"),
            translate("Connect", "With a password"),
        )
        self._ask(self.way, translate("Connect", "How to sign in"))
        self.way.name_answers(translate("Connect", "How to sign in"), ways)
        self._name_host()
        self._ask(self.app_id, translate("Connect", "The force’s application: client id"))
        self._ask(self.app_secret, translate("Connect", "Its secret, if it has one"))
        own = translate("Connect", "Its own API key, where the network is to send by itself")
        self._ask(self.own_id, own)
        self._ask(self.own_secret, translate("Connect", "Secret of the API key"))
        self._ask(self.handle, translate("Connect", "Handle of the profile"))
        self._name_secret()
        self._show_terms()

    def _fields(self) -> tuple[QLineEdit, ...]:
        app = self.app_id, self.app_secret, self.own_id, self.own_secret
        return self.host, *app, self.handle, self.secret

    def _secrets(self) -> tuple[QLineEdit, ...]:
        return self.secret, self.app_secret, self.own_secret

    def _asked(self) -> tuple[QWidget, ...]:
        return self.network, self.way, *self._fields()

    def _build(self) -> None:
        holder = QWidget()
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in self._asked():
            self._column.addWidget(self._questions[part])
            self._column.addWidget(part)
        self._column.addSpacing(6)
        self._column.addWidget(self.terms)
        self._column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidget(holder)
        scroll.setWidgetResizable(True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        for hidden in self._secrets():
            hidden.setEchoMode(QLineEdit.EchoMode.Password)

    def _wire(self) -> None:
        self.network.chosen.connect(self._take_network)
        self.way.chosen.connect(self._take_way)
        for field in self._fields():
            field.setMaxLength(4_000)
            field.returnPressed.connect(self.ready)

    def _take_network(self, network: str) -> None:
        self._network = network
        self._fill_app()
        self.network.show_value(network)
        offer = self._offers.get(network)
        ways = offer.ways if offer else ()
        for answer in self.way.answers:
            answer.setVisible(answer.value in ways)
        self._take_way(self._way if self._way in ways else next(iter(ways), BROWSER))
        self._show_terms()

    def _take_way(self, way: str) -> None:
        self._way = way
        self.way.show_value(way)
        offer = self._offers.get(self._network)
        wanted = {
            self.host: bool(offer and (offer.many_hosts or offer.usual_host)),
            self.app_id: bool(offer and offer.needs_app) and way == BROWSER,
            self.app_secret: bool(offer and offer.needs_app) and way == BROWSER,
            self.own_id: bool(offer and offer.own_key),
            self.own_secret: bool(offer and offer.own_key),
            self.handle: way == PASSWORD,
            self.secret: way in (TOKEN, PASSWORD),
        }
        for field, shown in wanted.items():
            field.setVisible(shown)
            self._questions[field].setVisible(shown)
        self._name_host()
        self._name_secret()
        self.changed.emit()

    def _fill_app(self) -> None:
        app = self._apps.get(self._network, AppKey())
        self.app_id.setText(app.id)
        self.app_secret.setText(app.secret)
        self.own_id.setText(app.own_id)
        self.own_secret.setText(app.own_secret)

    def _usual_host(self) -> str:
        offer = self._offers.get(self._network)
        return offer.usual_host if offer else ""

    def _name_host(self) -> None:
        asked = translate("Connect", "Server, such as social.example")
        if usual := self._usual_host():
            asked = translate("Connect", "Server, if it is not {usual}").format(usual=usual)
        self._ask(self.host, asked)

    def _name_secret(self) -> None:
        token = translate("Connect", "Token")
        password = translate("Connect", "Password made for this program, never the account’s own")
        self._ask(self.secret, token if self._way == TOKEN else password)

    def _ask(self, widget: QWidget, question: str) -> None:
        self._questions[widget].set_text(question)
        widget.setAccessibleName(question)

    def _show_terms(self) -> None:
        """Shows under which conditions a police force may use the network."""
        terms = [t for t in rules_of(self._network).terms if "profile" in t.shown]
        code = language().code
        lines = []
        for term in terms:
            text = term.text.get(code) or term.text["en"]
            lines.append(f"{text} ({term.source}, {term.checked.isoformat()})")
        self.terms.set_text("\n".join(lines))
        self.terms.setVisible(bool(lines))
