"""The end of a sign-in in the browser: one answer to an address on this computer.

RFC 8252, section 7.3 (loopback redirect): the browser is sent back to 127.0.0.1, where this waits.
Only an answer with the right state ends the waiting; everything else is turned away.
"""

import hmac
import html
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlsplit

from controlroom.feeds.errors import LoopbackBusy

PATH = "/signed-in"
_LONGEST_LINE_S = 5
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_PAGE = """<!doctype html><meta charset="utf-8"><title>Control Room</title>
<body style="font: 16px sans-serif; margin: 15vh auto; max-width: 30em"><p>{text}</p>"""


@dataclass(slots=True)
class _Waiting:
    state: str
    page: str
    answer: dict[str, str] | None = None
    over: threading.Event = field(default_factory=threading.Event)


class Loopback:
    """Listens on a port of this computer from the moment it is made, until `close`.

    Args:
        port: 0 for any that is free.

    Raises:
        LoopbackBusy: another program uses the port.
    """

    def __init__(self, port: int) -> None:
        try:
            self._server = _Server(("127.0.0.1", port), _Handler)
        except OSError:
            raise LoopbackBusy(port=port) from None
        self._over = threading.Event()
        self.redirect = f"http://127.0.0.1:{self._server.server_address[1]}{PATH}"

    def wait(self, state: str, page: str, seconds: float) -> Mapping[str, str] | None:
        """Returns the query the browser came back with; None when nobody came, or after `close`.

        Args:
            page: plain text for the browser to show.
        """
        waiting = self._server.waiting = _Waiting(state, page, over=self._over)
        timer = threading.Timer(seconds, self._over.set)
        timer.daemon = True
        timer.start()
        try:
            while not self._over.is_set():
                self._server.handle_request()
        finally:
            timer.cancel()
            timer.join()
            self._server.server_close()
        return waiting.answer

    def close(self) -> None:
        """Ends the waiting within half a second; may be called from any thread."""
        self._over.set()
        if self._server.waiting is None:
            self._server.server_close()


class _Server(HTTPServer):
    """Looks up twice a second whether it is over."""

    timeout = 0.5
    allow_reuse_address = False
    waiting: _Waiting | None = None

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that hangs up is nothing to tell."""


class _Handler(BaseHTTPRequestHandler):
    timeout = _LONGEST_LINE_S
    server: _Server

    def do_GET(self) -> None:
        waiting, asked = self.server.waiting, urlsplit(self.path)
        if waiting is None or asked.path != PATH or not self._for_us():
            return self._say(404, "")
        query = {name: values[-1] for name, values in parse_qs(asked.query).items()}
        if not hmac.compare_digest(query.get("state", "").encode(), waiting.state.encode()):
            return self._say(400, "")
        waiting.answer = query
        waiting.over.set()
        return self._say(200, _PAGE.format(text=html.escape(waiting.page)))

    def _for_us(self) -> bool:
        """A page elsewhere whose name leads to this computer is not ours."""
        host = self.headers.get("Host", "").rpartition(":")[0]
        return host in ("127.0.0.1", "localhost")

    def _say(self, status: int, page: str) -> None:
        body = page.encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", _POLICY)
        self.send_header("Cache-Control", "no-store")
        self.send_header("Referrer-Policy", "no-referrer")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, _format: str, *args: object) -> None:
        """The line would hold the code with which one signs in."""
