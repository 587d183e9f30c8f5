"""The browser comes back to this computer: once, with the right state, and to nobody else."""

import threading
from collections.abc import Iterator
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest

from controlroom.feeds.errors import LoopbackBusy
from controlroom.feeds.loopback import Loopback

PAGE = "You may close this page & go back."


class Waiting:
    """Waits in a thread, as the engine does."""

    def __init__(self, seconds: float = 20) -> None:
        self.loopback = Loopback(0)
        self.answers: list[object] = []
        self._thread = threading.Thread(target=self._wait, args=(seconds,))
        self._thread.start()

    def _wait(self, seconds: float) -> None:
        self.answers.append(self.loopback.wait("right-state", PAGE, seconds))

    def get(self, path: str, host: str = "") -> tuple[int, str]:
        """Asks as a browser does; returns status and page."""
        at = urlsplit(self.loopback.redirect)
        connection = HTTPConnection(at.hostname or "", at.port or 0, timeout=10)
        try:
            connection.request("GET", path, headers={"Host": host} if host else {})
            response = connection.getresponse()
            return response.status, response.read().decode()
        finally:
            connection.close()

    def end(self) -> None:
        self.loopback.close()
        self._thread.join(10)
        assert not self._thread.is_alive()


@pytest.fixture
def waiting() -> Iterator[Waiting]:
    one = Waiting()
    yield one
    one.end()


def test_the_answer_with_the_right_state_ends_the_waiting(waiting: Waiting) -> None:
    status, page = waiting.get("/signed-in?code=abc&state=right-state")
    waiting.end()
    assert (status, waiting.answers) == (200, [{"code": "abc", "state": "right-state"}])
    assert "You may close this page &amp; go back." in page


def test_a_wrong_state_or_path_or_name_is_turned_away(waiting: Waiting) -> None:
    assert waiting.get("/signed-in?code=abc&state=wrong")[0] == 400
    assert waiting.get("/signed-in?code=abc")[0] == 400
    assert waiting.get("/other?state=right-state")[0] == 404
    assert waiting.get("/signed-in?code=abc&state=right-state", "evil.example:80")[0] == 404
    waiting.end()
    assert waiting.answers == [None]


def test_nobody_who_comes_in_time_is_no_answer() -> None:
    waiting = Waiting(seconds=0.1)
    waiting._thread.join(10)
    assert waiting.answers == [None]


def test_a_port_in_use_is_told() -> None:
    first = Loopback(0)
    port = urlsplit(first.redirect).port or 0
    try:
        with pytest.raises(LoopbackBusy) as told:
            Loopback(port)
    finally:
        first.close()
    assert str(port) in told.value.told()


def test_what_the_browser_brings_is_not_logged(
    waiting: Waiting, capfd: pytest.CaptureFixture[str]
) -> None:
    waiting.get("/signed-in?code=SENTINEL&state=right-state")
    waiting.end()
    assert "SENTINEL" not in "".join(capfd.readouterr())
