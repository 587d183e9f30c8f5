"""What all writers have in common: what is refused before anything leaves, and what errors mean."""

import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from controlroom.feeds.base import Budget, Seat
from controlroom.feeds.errors import ReadError
from controlroom.feeds.outgoing import outcome
from controlroom.feeds.outgoing.outlet import SOON, Outlet, Reply, Request
from controlroom.feeds.outgoing.ways import writing_of
from controlroom.feeds.wire import Limits
from controlroom.feeds.writing import LookedBack, NotSent, Outgoing, PerhapsSent, SentAs, WayOut
from controlroom.model.errors import OurError
from controlroom.model.outgoing.content import Act, Audience
from controlroom.model.outgoing.delivery import Unsent

Ready = Callable[[], None]
Does = Callable[[Outgoing, Ready], SentAs]
_ANYBODY = "anybody may reply there: this network knows no limit"


def patience(network: str, given: Limits | None = None) -> Limits:
    """Returns how long answers are waited for, as the network's data say unless `given`."""
    rules = writing_of(network)
    return given or Limits(silence_s=rules.silence_s, whole_s=rules.whole_s)


class NetworkWriter(ABC):
    """A writer (`feeds.writing.Writer`) of one network."""

    network = ""

    def __init__(self, seat: Seat) -> None:
        if seat.profile is None:
            raise OurError("nothing is written without a profile")
        self.profile = seat.profile
        self.seat = seat
        self._closed = threading.Event()
        self._left: tuple[Budget, ...] = ()

    @property
    def ways(self) -> Mapping[Act, WayOut]:
        return writing_of(self.network).ways

    def new_key(self) -> str:
        return ""

    def send(self, outgoing: Outgoing, ready: Ready) -> SentAs:
        does = self._does().get(outgoing.act)
        if does is None or outgoing.act not in self.ways:
            raise self.unable(f"{outgoing.act.value}: not on this network")
        if outgoing.card is not None and not writing_of(self.network).card_bytes:
            raise self.unable("a link’s card: this network makes its own")
        said = self._of_audience(outgoing)
        self.outlet.begin()
        self._left = ()
        try:
            sent = does(outgoing, ready)
            return replace(sent, said=sent.said or said, budgets=self._left)
        except ReadError as error:
            if self.outlet.left:
                raise PerhapsSent(host=self.host, said=outcome.plain(error.told())) from None
            raise outcome.unread(error, self.host, self.now()) from None

    def _of_audience(self, outgoing: Outgoing) -> str:
        """Returns what is to be said where replies cannot be limited at all.

        Raises `NotSent` where they can, but not in this way.
        """
        known = writing_of(self.network).audiences
        if outgoing.audience is Audience.EVERYBODY or outgoing.about is not None:
            return ""
        if known and outgoing.audience not in known:
            raise self.unable(f"replies: not for {outgoing.audience.value} alone on this network")
        return "" if known else _ANYBODY

    @abstractmethod
    def look_back(self, outgoing: Outgoing) -> LookedBack: ...

    @abstractmethod
    def is_gone(self, remote_id: str) -> bool: ...

    def close(self) -> None:
        self._closed.set()
        self.outlet.close()

    @property
    @abstractmethod
    def outlet(self) -> Outlet:
        """The way to the server that publishes."""

    @property
    @abstractmethod
    def host(self) -> str:
        """The server's name, for whoever reads an error."""

    @abstractmethod
    def _does(self) -> Mapping[Act, Does]:
        """What does each act."""

    def now(self) -> datetime:
        """The clock of the seat."""
        return self.seat.now()

    def unable(self, said: str) -> NotSent:
        """Returns the refusal of what the network does not have."""
        return NotSent(host=self.host, reason=Unsent.UNABLE, said=said)

    @abstractmethod
    def judged(self, reply: Reply) -> NotSent | PerhapsSent:
        """Returns what an answer that is not a yes means."""

    @abstractmethod
    def left_of(self, request: Request, reply: Reply) -> tuple[Budget, ...]:
        """Returns what an answer tells of the network's allowances."""

    @abstractmethod
    def fresh(self) -> object:
        """Sees to a sign-in that is still good and returns it. Raises `ReadError`."""

    @abstractmethod
    def renew(self, used: object) -> bool:
        """Gets another sign-in for a refused one; False if there is no way to.

        Raises `ReadError`.
        """

    def taken(self, request: Request, ready: Ready) -> Reply:
        """Sends the one request that publishes and returns the yes. Raises as `send`."""
        used = self.fresh()
        reply = self.outlet.publish(request, ready)
        if reply.good:
            self._left = self.left_of(request, reply)
            return reply
        error = self.judged(reply)
        if isinstance(error, NotSent) and error.reason is Unsent.SIGN_IN:
            # Nothing was taken: what renewing raises is not about what has left.
            self.outlet.begin()
            if self.renew(used):
                raise outcome.renewed(self.host, self.now())
        raise error

    def prepared(self, request: Request) -> Reply:
        """Sends a request that publishes nothing and returns the yes. Raises `NotSent`."""
        reply = self.outlet.prepare(request)
        if reply.good:
            return reply
        error = self.judged(reply)
        raise error if isinstance(error, NotSent) else self.later(f"answer {reply.status}")

    def later(self, said: str) -> NotSent:
        """Returns that nothing was published, and that it may be tried again soon."""
        again = self.now() + SOON
        return NotSent(host=self.host, reason=Unsent.UNREACHED, said=said, again_at=again)

    def about(self, outgoing: Outgoing) -> str:
        """Returns the id of what something is done to. Raises `NotSent` where there is none."""
        if outgoing.about is None or not outgoing.about.remote_id:
            raise self.unable(f"{outgoing.act.value}: nothing is named that it is done to")
        return outgoing.about.remote_id

    def wait(self, seconds: float) -> None:
        """Waits for a server that works on a file. Raises `NotSent` if the sender ends."""
        if self._closed.wait(seconds):
            raise NotSent(host=self.host, reason=Unsent.STOPPED, said="the sender has ended")

    def nonsense(self, reply: Reply) -> PerhapsSent:
        """Returns the outcome of an answer that says yes and cannot be read."""
        return PerhapsSent(host=reply.host, said=f"answer {reply.status} nobody can read")
