"""The way out to one server: it knows whether a byte of the request that publishes has left.

Everything else is the reading side's: bounds, certificates, tokens in headers, no redirects. A
request is never sent twice. `left` tells what a failure means: before it nothing was published,
after it nobody knows.
"""

from collections.abc import Callable, Mapping
from dataclasses import field, replace
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import requests
import urllib3

from controlroom.feeds import addresses
from controlroom.feeds.connections import HangUp
from controlroom.feeds.errors import AddressRefused
from controlroom.feeds.outgoing.body import Body, FileShort
from controlroom.feeds.wire import BearerToken, Limits, Query, open_session
from controlroom.feeds.writing import NotSent, PerhapsSent
from controlroom.model.frozen import dataclass
from controlroom.model.outgoing.delivery import Unsent

SOON = timedelta(seconds=15)
"""After which a server that was not reached is tried again."""
SLOWEST = 40_000
"""Bytes in a second: what is sent more slowly than that is broken off."""
_CHUNK = 65_536
_BROKEN = (requests.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError)


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of a server.

    Attributes:
        path: below the server's address, or a whole address.
        form, json, body: what goes with it; at most one of them.
        token: in place of the usual one.
    """

    method: str
    path: str
    query: Query = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    form: Mapping[str, str] | None = None
    json: bytes | None = None
    body: Body | None = None
    token: str | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answered, whatever its status. Header names are looked up in any case."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    host: str
    asked: str

    @property
    def good(self) -> bool:
        """Whether the server says that it did what was asked."""
        return 200 <= self.status < 300


class Outlet:
    """Asks one server on behalf of one profile. Used by one thread at a time, except for `close`.

    Attributes:
        left: a byte of the request that publishes has left, since `begin`.

    Args:
        token: returns the token as it stands now.
        limits: what one request may cost; sending a large body may take longer.
    """

    def __init__(
        self, base: str, token: Callable[[], str], now: Callable[[], datetime], limits: Limits
    ) -> None:
        self._base, self._token, self._now, self._limits = base, token, now, limits
        self._hang_up = HangUp()
        self._session = open_session(self._hang_up)
        self.left = False

    def begin(self) -> None:
        """Forgets what left before, and connections that stood idle: a new attempt begins."""
        self.left = False
        self._session.close()

    def prepare(self, request: Request) -> Reply:
        """Sends a request that publishes nothing. Raises `NotSent`, also for an answer of 5xx."""
        if request.body is not None:
            # A file is read once: over a connection that is just being closed it would be wasted.
            self._session.close()
        try:
            reply = self._exchange(request)
        except FileShort:
            raise _no_file(self._host(request)) from None
        except _BROKEN as error:
            raise self._unreached(self._host(request), error) from None
        finally:
            _close(request)
        if reply.status >= 500 or reply.status == 408:
            raise self._again(reply.host, f"answer {reply.status}")
        return reply

    def publish(self, request: Request, ready: Callable[[], None]) -> Reply:
        """Sends the one request that publishes.

        Args:
            ready: called when the connection stands, before the first byte; what it raises passes
                through.

        Raises:
            NotSent: no connection came about.
            PerhapsSent: nothing certain came back; statuses are the caller's to judge.
        """
        # One that has stood idle may just be closed at its other end, with our bytes on the way:
        # then nobody would know. So what publishes goes over a connection of its own.
        self._session.close()
        gate = _Gate(ready)
        self._hang_up.leaving = gate
        try:
            return self._exchange(request)
        except _Stopped:
            raise gate.reason from None
        except FileShort:
            raise PerhapsSent(host=self._host(request), said="its file ended early") from None
        except _BROKEN as error:
            if not gate.open:
                raise self._unreached(self._host(request), error) from None
            raise PerhapsSent(host=self._host(request), said=self._why(error)) from None
        finally:
            self._hang_up.leaving = None
            self.left = self.left or gate.open
            _close(request)

    def close(self) -> None:
        """Hangs up."""
        self._hang_up.end()
        self._session.close()

    def _host(self, request: Request) -> str:
        return addresses.shown(self._address(request))

    def _address(self, request: Request) -> str:
        return request.path if "://" in request.path else f"{self._base}{request.path}"

    def _exchange(self, request: Request) -> Reply:
        address = self._address(request)
        try:
            addresses.refuse_insecure(address)
        except AddressRefused as error:
            raise NotSent(
                host=addresses.shown(address), reason=Unsent.UNABLE, said=error.told()
            ) from None
        extra = request.body.size / SLOWEST if request.body else 0
        within = self._hang_up.within(self._limits.whole_s + extra)
        with within, self._ask(request, address) as response:
            reply = self._read(response, address)
        if reply.status < 400 and (self._hang_up.late or self._hang_up.for_good):
            # A cut connection can look like the end of an answer.
            raise TimeoutError
        return reply

    def _ask(self, request: Request, address: str) -> requests.Response:
        self._session.trust_env = not addresses.is_loopback(addresses.shown(address))
        token = self._token() if request.token is None else request.token
        return self._session.request(
            request.method,
            address,
            params=dict(request.query),
            data=_sent(request),
            headers=_kind(request) | dict(request.headers),
            auth=BearerToken(token),
            timeout=(self._limits.connect_s, self._limits.silence_s),
            allow_redirects=False,
            stream=True,
        )

    def _read(self, response: requests.Response, address: str) -> Reply:
        host, asked = addresses.shown(address), urlsplit(address).path
        bare = Reply(response.status_code, response.headers, b"", host, asked)
        try:
            return replace(bare, body=self._body(response))
        except _BROKEN:
            # A refusal is one whatever becomes of its words.
            if 400 <= bare.status < 500:
                return bare
            raise

    def _body(self, response: requests.Response) -> bytes:
        parts, size = [], 0
        while chunk := response.raw.read1(_CHUNK, decode_content=True):
            size += len(chunk)
            if size > self._limits.size:
                raise ValueError("far too long")
            parts.append(chunk)
        return b"".join(parts)

    def _unreached(self, host: str, error: Exception) -> NotSent:
        if self._hang_up.for_good:
            return NotSent(host=host, reason=Unsent.STOPPED, said="the sender has ended")
        return self._again(host, self._why(error))

    def _again(self, host: str, said: str) -> NotSent:
        again_at = self._now() + SOON
        return NotSent(host=host, reason=Unsent.UNREACHED, said=said, again_at=again_at)

    def _why(self, error: Exception) -> str:
        """Returns plain words: what libraries raise holds addresses and headers."""
        if self._hang_up.for_good:
            return "the sender has ended"
        if self._hang_up.late or isinstance(error, requests.Timeout | TimeoutError):
            return "no answer in time"
        if isinstance(error, requests.exceptions.SSLError):
            return "its certificate is not valid"
        if isinstance(error, ValueError) and not isinstance(error, requests.RequestException):
            return "an answer nobody can read"
        return "the connection broke"


class _Stopped(Exception):
    """Passes through libraries that know nothing of ours."""


class _Gate:
    """Stands before the first byte."""

    def __init__(self, ready: Callable[[], None]) -> None:
        self._ready = ready
        self.open = False
        self.reason: BaseException = _Stopped()

    def __call__(self) -> None:
        try:
            self._ready()
        except BaseException as error:  # noqa: BLE001
            self.reason = error
            raise _Stopped from None
        self.open = True


def _no_file(host: str) -> NotSent:
    return NotSent(host=host, reason=Unsent.NO_FILE, said="the file cannot be read to its end")


def _close(request: Request) -> None:
    if request.body is not None:
        request.body.close()


def _sent(request: Request) -> Any:
    if request.form is not None:
        return dict(request.form)
    return request.json if request.json is not None else request.body


def _kind(request: Request) -> dict[str, str]:
    if request.json is not None:
        return {"Content-Type": "application/json"}
    return {"Content-Type": request.body.kind} if request.body else {}
