"""Connecting profiles: the desk begins a sign-in, and here, where networks are read, it is done."""

import logging
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

from controlroom.engine.orders import Connect
from controlroom.feeds.errors import NoAccountFound, NobodyCameBack, SignInRefused
from controlroom.feeds.loopback import Loopback
from controlroom.feeds.registry import capabilities_of, make_connector
from controlroom.feeds.signing_in import Connector, Entrance, Offer, Way
from controlroom.model.errors import WorldError
from controlroom.pipes import Voice

log = logging.getLogger(__name__)

AT_ONCE = 4
PATIENCE_S = 600.0
"""How long a person may take in the browser."""

EntranceTo = Callable[[str], Entrance]
"""From a host ("" where the network has one) to the way in."""


class Connecting:
    """Carries out orders to connect, some at once, each under the ticket the desk gave it.

    It says `connecting` with the address the browser is to open, then `connected` with the
    accounts on offer or `unconnected` with a sentence.
    """

    def __init__(self, voice: Voice, entrance: EntranceTo, networks: Mapping[str, str]) -> None:
        self._voice = voice
        self._entrance = entrance
        self._networks = networks
        self._pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="connect")
        self._lock = threading.Lock()
        self._ends: dict[int, list[Callable[[], None]]] = {}

    def begin(self, order: Connect) -> None:
        """Begins a sign-in, or ends the one of this ticket."""
        if order.cancel:
            self._end(order.ticket)
            return
        with self._lock:
            self._ends[order.ticket] = []
        self._pool.submit(self._carry_out, order)

    def close(self) -> None:
        """Ends all of them."""
        for ticket in list(self._ends):
            self._end(ticket)
        self._pool.shutdown(wait=True)

    def _end(self, ticket: int) -> None:
        with self._lock:
            ends = self._ends.pop(ticket, [])
        for end in ends:
            end()

    def _carry_out(self, order: Connect) -> None:
        try:
            offers = self._offers(order)
        except WorldError as error:
            log.info("not connected: %s", error)
            said = {"ticket": order.ticket, "kind": type(error).__name__, "text": error.told()}
            self._voice.say_surely(unconnected=said)
        except Exception:
            log.exception("a mistake of ours while connecting")
            said = {"ticket": order.ticket, "kind": "OurError", "text": "A mistake of ours."}
            self._voice.say_surely(unconnected=said)
        else:
            self._voice.say_surely(connected={"ticket": order.ticket, "offers": offers})
        finally:
            with self._lock:
                self._ends.pop(order.ticket, None)

    def _offers(self, order: Connect) -> tuple[Offer, ...]:
        entrance = self._entrance(order.host)
        with closing(make_connector(order.network, entrance, self._networks)) as connector:
            self._ends_with(order.ticket, connector.close)
            offers = self._by_way(order, connector)
        if not offers:
            raise NoAccountFound(host=self._name(order.network))
        return offers

    def _by_way(self, order: Connect, connector: Connector) -> tuple[Offer, ...]:
        match order.way:
            case Way.TOKEN:
                return connector.with_token(order.app, order.secret)
            case Way.PASSWORD:
                return connector.with_password(order.handle, order.secret)
            case Way.BROWSER:
                return self._in_browser(order, connector)

    def _in_browser(self, order: Connect, connector: Connector) -> tuple[Offer, ...]:
        loopback = Loopback(order.port)
        self._ends_with(order.ticket, loopback.close)
        try:
            begun = connector.begin(order.app, loopback.redirect)
            self._voice.say_surely(connecting={"ticket": order.ticket, "open": begun.address})
            answer = loopback.wait(begun.state, order.page, PATIENCE_S)
        finally:
            loopback.close()
        if answer is None:
            raise NobodyCameBack
        if "error" in answer:
            raise SignInRefused(host=self._name(order.network), reason=answer["error"][:60])
        return connector.finish(begun, answer)

    def _ends_with(self, ticket: int, end: Callable[[], None]) -> None:
        with self._lock:
            if ticket in self._ends:
                self._ends[ticket].append(end)
                return
        end()

    def _name(self, network: str) -> str:
        return capabilities_of(network, self._networks).name
