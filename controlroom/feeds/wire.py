"""Bounded exchange with a server: in time, in size after decompression, and never elsewhere.

Certificates are always checked. A token goes to the server it belongs to and nowhere else, in a
header and never in an address.
"""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from http.cookiejar import DefaultCookiePolicy
from urllib.parse import urljoin, urlsplit

import requests
import urllib3
from requests.auth import AuthBase

from controlroom import __version__
from controlroom.feeds import addresses, clock
from controlroom.feeds.base import Budget
from controlroom.feeds.connections import Adapter, HangUp
from controlroom.feeds.errors import (
    BudgetUsed,
    HungUp,
    NetworkDown,
    NonsenseReceived,
    NotFound,
    PermissionMissing,
    ReadError,
    RedirectRefused,
    TokenExpired,
)

_CHUNK = 65_536
_ANSWERS = (200, 201, 304)
_REDIRECTS = (301, 302, 303, 307, 308)
_MEANINGS: Mapping[int, type[ReadError]] = {
    401: TokenExpired,
    403: PermissionMissing,
    404: NotFound,
    410: NotFound,
}


Query = Mapping[str, str | Sequence[str]]
"""Names and values; a name with several values is sent several times."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one read may cost.

    Attributes:
        connect_s, silence_s: seconds until a connection stands, and between two bytes.
        whole_s: seconds for everything, however the bytes come.
        size: bytes of the body, unpacked.
    """

    connect_s: float = 10
    silence_s: float = 20
    whole_s: float = 45
    size: int = 8_000_000
    redirects: int = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. Header names are looked up in any case; `status` is 200, 201 or 304."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    address: str
    budgets: tuple[Budget, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """An answer of 400 and more, with the beginning of its body.

    Attributes:
        asked: the path of the request, for networks whose limits differ by it.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    host: str
    asked: str


@dataclass(frozen=True, slots=True)
class Send:
    """What is sent with a POST: either `form` or `body`, the latter of the type `content`."""

    form: Mapping[str, str] | None = None
    body: bytes = b""
    content: str = "application/json"


@dataclass(frozen=True, slots=True)
class _Request:
    """What is asked; `send` is None for a GET."""

    address: str
    query: Query
    headers: Mapping[str, str]
    send: Send | None = None

    @property
    def host(self) -> str:
        return addresses.shown(self.address)


Budgets = Callable[[str, Mapping[str, str]], tuple[Budget, ...]]
"""From a path and the answer's headers to what the network told of its allowances."""
Refused = Callable[[Refusal], ReadError | None]
"""What a refusal means on a network that says it in its own way; None for the usual meaning."""


class Wire:
    """Asks one server (`base`), or whole addresses if that is "".

    Used by one thread at a time, except for `close`.

    Args:
        token: returns the token as it stands now, "" for none; asked for at each request.
        budget_headers: how the network's budget headers begin, "" if it has none.
        budgets: reads budget headers of another form.
        refused: reads the network's own errors.
    """

    def __init__(
        self,
        base: str,
        token: Callable[[], str],
        now: Callable[[], datetime],
        *,
        budget_headers: str = "",
        budgets: Budgets | None = None,
        refused: Refused | None = None,
        limits: Limits | None = None,
    ) -> None:
        self._base = base
        self._token = token
        self._now = now
        self._budget_headers = budget_headers
        self._budgets = budgets or self._usual_budgets
        self._refused = refused
        self._limits = limits or Limits()
        self._hang_up = HangUp()
        self._session = open_session(self._hang_up)

    def get(
        self,
        path: str,
        query: Query | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Returns the answer to a GET. Raises `ReadError` and nothing else from outside."""
        return self._exchange(self._request(path, query, headers))

    def post(
        self,
        path: str,
        send: Send,
        query: Query | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Returns the answer to a POST, which is never sent twice. Raises as `get`.

        For signing in and for questions that a network wants posted; nothing is published here.
        """
        return self._exchange(self._request(path, query, headers, send))

    def lines(
        self,
        path: str,
        query: Query | None = None,
        headers: Mapping[str, str] | None = None,
        ready: Callable[[], None] = lambda: None,
    ) -> Iterator[bytes]:
        """Yields the lines of an answer that goes on for ever, without their ends.

        Empty lines come too: they are signs of life. A silence longer than `silence_s` ends it, and
        so does a line that takes longer than `whole_s` to come.

        Args:
            ready: called once the server has accepted.

        Raises:
            ReadError: also when the server ends it.
        """
        request = self._request(path, query, headers)
        try:
            with self._hang_up.within(self._limits.whole_s, goes_on=True):
                response = self._ask(request)
            with response:
                self._refuse_status(response, request)
                ready()
                yield from self._split(response, request.host)
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
            raise self._failed(request.host, error) from None
        except ValueError:
            # As for a whole answer: what is wrong may be quoted in it, and that may be a token.
            if self._hang_up.for_good:
                raise HungUp(host=request.host) from None
            raise NonsenseReceived(host=request.host, reason="the answer breaks HTTP") from None
        raise self._failed(request.host, ConnectionError())

    def close(self) -> None:
        """Hangs up; a read under way in another thread ends with `HungUp`."""
        self._hang_up.end()
        self._session.close()

    def _request(
        self,
        path: str,
        query: Query | None,
        headers: Mapping[str, str] | None,
        send: Send | None = None,
    ) -> _Request:
        address = urljoin(self._base, path) if self._base else path
        addresses.refuse_insecure(address)
        return _Request(address, query or {}, headers or {}, send)

    def _exchange(self, request: _Request) -> Answer:
        with self._hang_up.within(self._limits.whole_s):
            answer = self._told(request)
        if self._hang_up.late or self._hang_up.for_good:
            # A cut connection can look like the end of an answer.
            raise self._failed(request.host, TimeoutError())
        return answer

    def _told(self, request: _Request) -> Answer:
        try:
            return self._follow(request)
        except ReadError:
            raise
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
            # Without its cause: libraries put addresses and headers into what they raise.
            raise self._failed(request.host, error) from None
        except ValueError:
            raise NonsenseReceived(host=request.host, reason="the answer breaks HTTP") from None

    def _failed(self, host: str, error: Exception) -> ReadError:
        if self._hang_up.for_good:
            return HungUp(host=host)
        return _failed(host, TimeoutError() if self._hang_up.late else error)

    def _follow(self, request: _Request) -> Answer:
        asked = request
        for _ in range(self._limits.redirects + 1):
            with self._ask(asked) as response:
                if response.status_code not in _REDIRECTS:
                    return self._answer(response, asked)
                target = _next_address(asked.address, response)
                if asked.send is not None:
                    raise RedirectRefused(host=asked.host, target=addresses.shown(target))
                asked = _Request(target, {}, asked.headers)
        raise RedirectRefused(host=request.host, target="itself")

    def _ask(self, request: _Request) -> requests.Response:
        self._session.trust_env = not addresses.is_loopback(request.host)
        send = request.send
        content = {"Content-Type": send.content} if send and send.form is None else {}
        return self._session.request(
            "GET" if send is None else "POST",
            request.address,
            params=dict(request.query),
            data=(dict(send.form) if send.form is not None else send.body) if send else None,
            headers=content | dict(request.headers),
            auth=BearerToken(self._token()),
            timeout=(self._limits.connect_s, self._limits.silence_s),
            allow_redirects=False,
            stream=True,
        )

    def _answer(self, response: requests.Response, request: _Request) -> Answer:
        self._refuse_status(response, request)
        return Answer(
            response.status_code,
            response.headers,
            self._body(response, request.host),
            request.address,
            self._budgets(urlsplit(request.address).path, response.headers),
        )

    def _refuse_status(self, response: requests.Response, request: _Request) -> None:
        status = response.status_code
        if status in _ANSWERS:
            return
        own = self._refused(self._refusal(response, request)) if self._refused else None
        raise own or self._usual_error(response, request.host)

    def _refusal(self, response: requests.Response, request: _Request) -> Refusal:
        body = response.raw.read1(_CHUNK, decode_content=True) or b""
        path = urlsplit(request.address).path
        return Refusal(response.status_code, response.headers, body, request.host, path)

    def _usual_error(self, response: requests.Response, host: str) -> ReadError:
        status, headers = response.status_code, response.headers
        return usual_error(status, headers, host, self._budget_headers, self._now())

    def _usual_budgets(self, _: str, headers: Mapping[str, str]) -> tuple[Budget, ...]:
        if not self._budget_headers:
            return ()
        budget = clock.budget_of(headers, self._budget_headers, self._now())
        return (budget,) if budget else ()

    def _body(self, response: requests.Response, host: str) -> bytes:
        parts, size = [], 0
        while chunk := response.raw.read1(_CHUNK, decode_content=True):
            size += len(chunk)
            if size > self._limits.size:
                raise NonsenseReceived(host=host, reason="far too long")
            parts.append(chunk)
        return b"".join(parts)

    def _split(self, response: requests.Response, host: str) -> Iterator[bytes]:
        rest, begun = b"", time.monotonic()
        while chunk := response.raw.read1(_CHUNK, decode_content=True):
            before = rest
            *whole, rest = (before + chunk).split(b"\n")
            if whole or not before:
                begun = time.monotonic()
            if len(rest) > self._limits.size:
                raise NonsenseReceived(host=host, reason="far too long")
            if rest and time.monotonic() - begun > self._limits.whole_s:
                raise NetworkDown(host=host, reason="it is too slow")
            for line in whole:
                yield line.rstrip(b"\r")


def usual_error(
    status: int, headers: Mapping[str, str], host: str, budget_headers: str, now: datetime
) -> ReadError:
    """Returns what a status means where a network does not say it in a way of its own.

    Args:
        headers: looked up in any case.
    """
    if status == 429:
        return BudgetUsed(host=host, resets_at=clock.whole_again(headers, budget_headers, now))
    if status in _MEANINGS:
        return _MEANINGS[status](host=host)
    if status >= 500 or status == 408:
        return NetworkDown(host=host, reason=f"answer {status}")
    return NonsenseReceived(host=host, reason=f"answer {status}")


class BearerToken(AuthBase):
    """Puts the token into its header. Also without one, lest `.netrc` is looked into."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        if self._token:
            request.headers["Authorization"] = f"Bearer {self._token}"
        return request


class _Session(requests.Session):
    """A session that leaves redirects alone: the library would read their bodies whole."""

    def get_redirect_target(self, resp: requests.Response) -> None:
        return None


def open_session(hang_up: HangUp) -> requests.Session:
    """Returns a session whose connections `hang_up` can cut, without cookies and redirects."""
    session = _Session()
    adapter = Adapter(hang_up)
    session.mount("https://", adapter)
    session.mount("http://", adapter)
    session.headers["User-Agent"] = f"ControlRoom/{__version__}"
    session.headers["Accept-Encoding"] = "gzip, deflate"
    # A cookie would be one more thing that names us; none is needed to read.
    session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    return session


def _next_address(address: str, response: requests.Response) -> str:
    target = urljoin(address, response.headers.get("Location", ""))
    if not addresses.same_server(address, target):
        raise RedirectRefused(host=addresses.shown(address), target=addresses.shown(target))
    return target


def _failed(host: str, error: Exception) -> ReadError:
    if isinstance(error, requests.exceptions.SSLError):
        return NetworkDown(host=host, reason="its certificate is not valid")
    if isinstance(error, requests.Timeout | urllib3.exceptions.TimeoutError | TimeoutError):
        return NetworkDown(host=host, reason="it is too slow")
    if isinstance(error, urllib3.exceptions.DecodeError):
        return NonsenseReceived(host=host, reason="it does not unpack")
    return NetworkDown(host=host, reason="the connection broke")
