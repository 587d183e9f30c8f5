"""Writing through the Graph: how it is asked, and what its errors mean for what was to leave.

The Graph knows no key. Its codes 1 and 2 ("try again later") come with failures after the post was
made, too: one program that did as it was told had seven copies on a page in twenty minutes, each
answered with 500 and code 2 (Koala#699). So after them nobody knows. The same holds for "duplicate"
(506): it says that the words are there, and not whose attempt put them there.
"""

from abc import abstractmethod
from collections.abc import Mapping
from typing import Any

from controlroom.feeds.base import Budget, Seat
from controlroom.feeds.graph.calls import Calls
from controlroom.feeds.graph.client import Graph, proof_of, versioned
from controlroom.feeds.graph.faults import fault_of
from controlroom.feeds.graph.usage import budgets_of
from controlroom.feeds.graph.version import api
from controlroom.feeds.outgoing import outcome
from controlroom.feeds.outgoing.body import Body
from controlroom.feeds.outgoing.outlet import Outlet, Reply, Request
from controlroom.feeds.outgoing.writer import NetworkWriter, Ready, patience
from controlroom.feeds.wire import Limits
from controlroom.feeds.writing import NotSent, PerhapsSent
from controlroom.model.outgoing.delivery import Unsent

Json = dict[str, Any]
_NOBODY_KNOWS = frozenset((1, 2, 506))
_UNABLE, _BLOCKED, _MISSING = 3, 368, 33
_TOO_EARLY = frozenset((9007,))


class GraphWriter(NetworkWriter):
    """A pen on the Graph."""

    def __init__(self, seat: Seat, limits: Limits | None = None) -> None:
        super().__init__(seat)
        base = seat.server(api().host)
        credential = seat.sign_in.credential
        self.graph = Graph(base, credential, seat.now)
        self.calls = Calls(self.graph)
        given = patience(self.network, limits)
        self._outlet = Outlet(base, lambda: credential().access, seat.now, given)

    @property
    def outlet(self) -> Outlet:
        return self._outlet

    @property
    def host(self) -> str:
        return self.graph.host

    def close(self) -> None:
        super().close()
        self.graph.close()

    def fresh(self) -> object:
        return None

    def renew(self, used: object) -> bool:
        return False

    def left_of(self, request: Request, reply: Reply) -> tuple[Budget, ...]:
        return budgets_of(reply.headers, self.now())

    def judged(self, reply: Reply) -> NotSent | PerhapsSent:
        told = _error(reply.body)
        code, said = _code(told), _said(told)
        certain = reply.status in outcome.SURELY_NOT or reply.good
        if not certain or code is None or code in _NOBODY_KNOWS:
            return self._unclear(reply, said, certain=certain and code is None)
        fault = fault_of(reply.body, reply.headers, reply.host, self.now())
        error = outcome.unread(fault, reply.host, self.now()) if fault is not None else None
        reason = _reason(code, told) or (error.reason if error else Unsent.REFUSED)
        again = error.again_at if error is not None and reason is Unsent.TOO_MANY else None
        words = outcome.plain(said) or f"error {code}"
        return NotSent(host=reply.host, reason=reason, said=words, again_at=again)

    def _unclear(self, reply: Reply, said: str, *, certain: bool) -> NotSent | PerhapsSent:
        """An answer without a code is none of the Graph's; a yes among them says nothing."""
        if certain and not reply.good:
            return outcome.refused(reply, said, self.now())
        return PerhapsSent(host=reply.host, said=outcome.plain(said) or f"answer {reply.status}")

    def asked(self, path: str, form: Mapping[str, str]) -> Request:
        """Returns a request that posts a form."""
        proof = proof_of(self.seat.sign_in.credential())
        return Request("POST", versioned(path), form={**form, **proof})

    def carrying(self, path: str, body: Body) -> Request:
        """Returns a request that posts a form with a file, made with `proof` in its fields."""
        return Request("POST", versioned(path), body=body)

    @property
    def proof(self) -> dict[str, str]:
        """What shows who asks, for a form of the caller's own."""
        return proof_of(self.seat.sign_in.credential())

    def dropped(self, path: str) -> Request:
        """Returns a request that deletes."""
        return Request("DELETE", versioned(path), query=self.proof)

    def done(self, request: Request, ready: Ready) -> Json:
        """Sends what publishes and returns what the Graph says. Raises `NotSent`, `PerhapsSent`."""
        reply = self.taken(request, ready)
        told = outcome.fields(reply.body)
        if "error" in told:
            raise self.judged(reply)
        if not told:
            raise self.nonsense(reply)
        return told

    def put_up(self, request: Request) -> Json:
        """Sends what publishes nothing and returns what the Graph says. Raises `NotSent`."""
        reply = self.outlet.prepare(request)
        told = outcome.fields(reply.body)
        if reply.good and told and "error" not in told:
            return told
        error = self.judged(reply)
        raise error if isinstance(error, NotSent) else self.later(error.said)

    def named(self, told: Json, name: str = "id") -> str:
        """Returns the id in an answer to what prepares. Raises `NotSent`."""
        number = outcome.text(told.get(name))
        if not number:
            raise self.later("its answer names nothing")
        return number

    def certainly(self, told: Json, name: str = "id") -> str:
        """Returns the id in an answer to what publishes. Raises `PerhapsSent`."""
        number = outcome.text(told.get(name))
        if not number:
            raise PerhapsSent(host=self.host, said="an answer without an id")
        return number

    @abstractmethod
    def is_gone(self, remote_id: str) -> bool: ...


def _error(body: bytes) -> Json:
    told = outcome.fields(body).get("error")
    return told if isinstance(told, dict) else {}


def _code(told: Json) -> int | None:
    code = told.get("code")
    return code if isinstance(code, int) and not isinstance(code, bool) else None


def _said(told: Json) -> str:
    """Returns the words for people where there are some."""
    words = (told.get("error_user_msg"), told.get("message"))
    return next((one for one in map(outcome.text, words) if one), "")


def _reason(code: int, told: Json) -> Unsent | None:
    """Returns what is known better than when something is only read."""
    if code == _UNABLE:
        return Unsent.UNABLE
    if code == _BLOCKED:
        return Unsent.REFUSED
    if code in _TOO_EARLY:
        return Unsent.UNREACHED
    if code == 100:
        return Unsent.GONE if told.get("error_subcode") == _MISSING else Unsent.REFUSED
    return None
