"""The window's line to the engine: what it says as signals, and a way to give it orders."""

from collections.abc import Callable
from itertools import count
from typing import Any

from PySide6.QtCore import QObject, Signal

from controlroom.model.network import NetworkOffer


def _unheard(**_: object) -> None:
    return None


class EngineLine(QObject):
    """Pages hear the engine and speak to it through this; without an engine orders are lost.

    Signals:
        state: what the engine says of a source, as a dictionary.
        running: True once it reads, False when it has died.
        connecting, connected, unconnected: how a sign-in goes on; each bears its `ticket`.
        added: ids of profiles that were saved, with the `ticket`.
        networks: what every network offers, after `ask_networks`.
        retained: how a removal of old posts goes on; bears its `ticket`.
        pictures: addresses of pictures that are in the cache now, after `say(pictures=...)`.
        completing: how the reading of a conversation goes on, after `say(converse=...)`.
        fetching: how the fetching of a film or sound goes on, after `say(clip=...)`; also that
            a picture cannot be had.
        servers: what the servers of profiles take is other than before, and in the cache.
        team: how following the team's posts stands, on a workstation of a team.
        guarded: what the checks are to know was given to the engine, and may be other than before.

    Attributes:
        reads: whether an engine runs; while one does, the cache is its own to write.
        states: what it said of each source last, for pages that are opened later.
        guards: how often `guarded` was said.
    """

    state = Signal(dict)
    running = Signal(bool)
    connecting = Signal(object)
    connected = Signal(object)
    unconnected = Signal(object)
    added = Signal(object)
    networks = Signal(object)
    retained = Signal(object)
    pictures = Signal(object)
    completing = Signal(object)
    fetching = Signal(object)
    servers = Signal(object)
    team = Signal(object)
    guarded = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tickets = count(1)
        self.offers: dict[str, NetworkOffer] = {}
        self.reads = False
        self.states: dict[int, dict[str, Any]] = {}
        self.networks.connect(self._learn)
        self.running.connect(self._note)
        self.state.connect(self._remember)
        self.say: Callable[..., None] = _unheard
        self.keep: Callable[..., None] = _unheard
        """Keeps a sign-in: profile, credential, and what is called with the error or None."""
        self.guards = 0
        self._guard: Callable[[], None] = _unheard

    def ticket(self) -> int:
        """Returns a number under which answers to an order are known again."""
        return next(self._tickets)

    def ask_networks(self) -> None:
        """Asks the engine what the networks offer, unless that is known; `networks` answers."""
        if self.offers:
            self.networks.emit(list(self.offers.values()))
        else:
            self.say(networks=True)

    def guard(self) -> None:
        """Tells the engine what the checks are to know, which may be other than before."""
        self._guard()
        self.guards += 1
        self.guarded.emit()

    def _note(self, reads: bool) -> None:
        self.reads = reads
        if not reads:
            self.states.clear()

    def _remember(self, told: dict[str, Any]) -> None:
        if told.get("source"):
            self.states[told["source"]] = told

    def _learn(self, offers: list[NetworkOffer]) -> None:
        self.offers = {offer.key: offer for offer in offers}

    def take(
        self,
        say: Callable[..., Any],
        keep: Callable[..., Any],
        guard: Callable[[], None] = _unheard,
    ) -> None:
        """Leads orders to an engine room."""
        self.say, self.keep, self._guard = say, keep, guard
