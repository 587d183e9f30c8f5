"""Bounded reading from a server: in time, in size after decompression, and never elsewhere.

Certificates are always checked. A token goes to the server it belongs to and nowhere else, in a
header and never in an address.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from http.cookiejar import DefaultCookiePolicy
from urllib.parse import urljoin

import requests
import urllib3
from requests.auth import AuthBase

from controlroom import __version__
from controlroom.feeds import addresses, clock
from controlroom.feeds.base import Budget, TokenProvider
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
_REDIRECTS = (301, 302, 303, 307, 308)


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
    """What came back. Header names are looked up in any case; `status` is 200 or 304."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    address: str
    budget: Budget | None


class Wire:
    """Reads from one server (`base`), or from whole addresses if that is "".

    Used by one thread at a time, except for `close`.

    Args:
        budget_headers: how the network's budget headers begin, "" if it has none.
    """

    def __init__(
        self,
        base: str,
        token: TokenProvider,
        now: Callable[[], datetime],
        *,
        budget_headers: str = "",
        limits: Limits | None = None,
    ) -> None:
        self._base = base
        self._token = token
        self._now = now
        self._budget_headers = budget_headers
        self._limits = limits or Limits()
        self._hang_up = HangUp()
        self._session = _session(self._hang_up)

    def get(
        self,
        path: str,
        query: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Returns the answer to a GET. Raises `ReadError` and nothing else from outside."""
        address = urljoin(self._base, path) if self._base else path
        addresses.refuse_insecure(address)
        with self._hang_up.within(self._limits.whole_s):
            answer = self._told(address, query, headers)
        if self._hang_up.late or self._hang_up.for_good:
            # A cut connection can look like the end of an answer.
            raise self._failed(addresses.shown(address), TimeoutError())
        return answer

    def close(self) -> None:
        """Hangs up; a read under way in another thread ends with `HungUp`."""
        self._hang_up.end()
        self._session.close()

    def _told(
        self, address: str, query: Mapping[str, str] | None, headers: Mapping[str, str] | None
    ) -> Answer:
        host = addresses.shown(address)
        try:
            return self._follow(address, query, headers)
        except ReadError:
            raise
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
            # Without its cause: libraries put addresses and headers into what they raise.
            raise self._failed(host, error) from None
        except ValueError:
            raise NonsenseReceived(host=host, reason="the answer breaks HTTP") from None

    def _failed(self, host: str, error: Exception) -> ReadError:
        if self._hang_up.for_good:
            return HungUp(host=host)
        return _failed(host, TimeoutError() if self._hang_up.late else error)

    def _follow(
        self, address: str, query: Mapping[str, str] | None, headers: Mapping[str, str] | None
    ) -> Answer:
        for _ in range(self._limits.redirects + 1):
            with self._ask(address, query, headers) as response:
                if response.status_code not in _REDIRECTS:
                    return self._answer(response, address)
                address, query = _next_address(address, response), None
        raise RedirectRefused(host=addresses.shown(address), target="itself")

    def _ask(
        self, address: str, query: Mapping[str, str] | None, headers: Mapping[str, str] | None
    ) -> requests.Response:
        local = addresses.is_loopback(addresses.shown(address))
        self._session.trust_env = not local
        return self._session.get(
            address,
            params=dict(query or {}),
            headers=dict(headers or {}),
            auth=_Bearer(self._token()),
            timeout=(self._limits.connect_s, self._limits.silence_s),
            allow_redirects=False,
            stream=True,
        )

    def _answer(self, response: requests.Response, address: str) -> Answer:
        host = addresses.shown(address)
        self._refuse_status(response, host)
        return Answer(
            response.status_code,
            response.headers,
            self._body(response, host),
            address,
            self._budget(response.headers),
        )

    def _refuse_status(self, response: requests.Response, host: str) -> None:
        status = response.status_code
        if status == 429:
            until = clock.whole_again(response.headers, self._budget_headers, self._now())
            raise BudgetUsed(host=host, resets_at=until)
        refused = {401: TokenExpired, 403: PermissionMissing, 404: NotFound, 410: NotFound}
        if status in refused:
            raise refused[status](host=host)
        if status >= 500 or status == 408:
            raise NetworkDown(host=host, reason=f"answer {status}")
        if status not in (200, 304):
            raise NonsenseReceived(host=host, reason=f"answer {status}")

    def _budget(self, headers: Mapping[str, str]) -> Budget | None:
        if not self._budget_headers:
            return None
        return clock.budget_of(headers, self._budget_headers, self._now())

    def _body(self, response: requests.Response, host: str) -> bytes:
        parts, size = [], 0
        while chunk := response.raw.read1(_CHUNK, decode_content=True):
            size += len(chunk)
            if size > self._limits.size:
                raise NonsenseReceived(host=host, reason="far too long")
            parts.append(chunk)
        return b"".join(parts)


class _Bearer(AuthBase):
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


def _session(hang_up: HangUp) -> requests.Session:
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
