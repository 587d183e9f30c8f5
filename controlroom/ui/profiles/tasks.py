"""What can be done in the section: connect, import, check, remove, open as a column."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject
from shiboken6 import isValid

from controlroom.model.credential import AppKey, Credential
from controlroom.model.profile import Profile
from controlroom.ui.called import called
from controlroom.ui.layers.question import Question
from controlroom.ui.profiles.connect_panel import ConnectPanel
from controlroom.ui.profiles.connection import Connection

if TYPE_CHECKING:
    from controlroom.ui.profiles.around import ProfilesWindow
    from controlroom.ui.profiles.register import Register

translate = QCoreApplication.translate


class Tasks(QObject):
    """Opens the panels and gives the orders."""

    def __init__(self, window: "ProfilesWindow", register: "Register") -> None:
        super().__init__(register)
        self._window, self._register = window, register

    def connect_profile(self, known: Profile | None = None) -> None:
        """Opens the panel that connects a profile, filled in with one that is known."""
        offers = list(self._window.line.offers.values())
        if not offers:
            self._window.line.ask_networks()
            self._say(translate("Profiles", "The engine is starting. Try again in a moment."))
            return
        connection = Connection(self._window.line, self)
        panel = ConnectPanel(offers, self._groups(), connection, self._port())
        if known is not None:
            panel.choose(known.network, known.host, known.handle)
        connection.done.connect(self._connected)
        connection.offered.connect(lambda _: self._keep_app(panel.asked))
        self._fill_apps(panel, [offer.key for offer in offers if offer.needs_app])
        panel.destroyed.connect(connection.deleteLater)
        self._window.open_layer(panel)

    def import_file(self) -> None:
        """Asks for a file of profiles and shows what is in it before anything is saved."""
        from controlroom.ui.profiles.import_panel import ask_for_file

        ask_for_file(self._window, self, self._register)

    def check_all(self) -> None:
        """Has every source read now."""
        self._window.line.say(check_all=True)
        self._say(translate("Profiles", "All profiles are being checked."))

    def remove(self, profile: Profile) -> None:
        """Asks, then forgets a profile and its sign-in; its posts stay."""
        heading = translate("Profiles", "Remove {name}?").format(name=called(profile))
        text = translate(
            "Profiles",
            "It is not read any more, and its sign-in is taken out of the keychain. Posts that"
            " were read stay, and nothing changes on the network.",
        )
        question = Question(heading, text, translate("Profiles", "Remove"))
        question.agreed.connect(lambda: self._forget(profile))
        self._window.open_layer(question)

    def open_column(self, profile: int) -> None:
        """Goes to the board with a column of what a profile publishes."""
        one = next((s for s in self._register.standings if s.profile.id == profile), None)
        if one is None:
            return
        self._window.go("board")
        board = self._window.board()
        if board is not None:
            named = one.profile.handle or one.profile.name.replace('"', " ")
            board.columns.add_search(f'from:"{named}" network:{one.profile.network}')

    def _forget(self, profile: Profile) -> None:
        def forgotten(error: object) -> None:
            if error is not None:
                self._window.trouble.emit(error)

        self._window.line.keep(profile.id, Credential(), forgotten)
        self._window.line.say(remove_profiles=[profile.id])
        self._register.soon()

    def _connected(self, count: int) -> None:
        self._register.soon()
        if count:
            self._say(translate("Profiles", "Connected: {n}").format(n=count))

    def _fill_apps(self, panel: ConnectPanel, networks: list[str]) -> None:
        """Fetches the force's applications from the keychain; without it they are typed."""
        book = self._window.house.sign_ins

        def fetched() -> dict[str, AppKey]:
            found = {network: book.app(network) for network in networks}
            return {network: app for network, app in found.items() if app}

        def fill(apps: dict[str, AppKey]) -> None:
            if isValid(panel):
                panel.form.set_apps(apps)

        self._register.work.do(fetched, fill, lambda _: None)

    def _keep_app(self, order: dict[str, Any]) -> None:
        app = AppKey(**order["app"])
        if app.id:
            book, network = self._window.house.sign_ins, order["network"]
            trouble = self._window.trouble.emit
            self._register.work.do(lambda: book.save_app(network, app), failed=trouble)

    def _groups(self) -> list[str]:
        return sorted({one.group for one in self._register.standings if one.group})

    def _port(self) -> int:
        port: int = self._window.settings.sign_in_port
        return port

    def _say(self, text: str) -> None:
        self._window.status.say_shortly(text)
