"""A Mastodon API on loopback: somebody else's server, started as a process and stopped at will."""

import socket
import subprocess
import sys
import time
from pathlib import Path

import requests
from mastodon import Mastodon

CONFIG = """
[server]
host = "127.0.0.1"
port = {port}

[database]
path = "{database}"

[[seed.accounts]]
username = "westmarch"
display_name = "Westmarch Police"
access_token = "SENTINEL-TOKEN-westmarch"

[[seed.accounts]]
username = "fenbridge"
display_name = "Fenbridge Roads Policing"
access_token = "SENTINEL-TOKEN-fenbridge"

[[seed.accounts]]
username = "ida"
display_name = "Ida Quill"
access_token = "token-of-ida"
"""


_LIMITED = """
import runpy, sys
from mastodon_mock.routers import statuses
from mastodon_mock.serializers import instance

statuses.MAX_STATUS_CHARACTERS = {most}
instance._STATUS_CONFIG["max_characters"] = {most}
sys.argv[0] = "mastodon_mock"
runpy.run_module("mastodon_mock", run_name="__main__")
"""


class MastodonServer:
    """A server whose posts outlive its process.

    Attributes:
        characters: most of a post, from its next start on.
    """

    def __init__(self, folder: Path) -> None:
        self.characters = 500
        self.port = free_port()
        self.base = f"http://127.0.0.1:{self.port}"
        self._config = folder / "mastodon.toml"
        text = CONFIG.format(port=self.port, database=folder / "mastodon.sqlite")
        self._config.write_text(text, encoding="utf-8")
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        limited = _LIMITED.format(most=self.characters)
        command = [sys.executable, "-W", "ignore", "-c", limited, "serve"]
        self._process = subprocess.Popen(
            [*command, "--config", str(self._config), "--port", str(self.port)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        wait_until(self._answers, 30)

    def stop(self) -> None:
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(1)
            except subprocess.TimeoutExpired:
                # It waits for those who listen to it to go, and they wait for it.
                self._process.kill()
                self._process.wait(10)
            self._process = None

    def client(self, name: str) -> Mastodon:
        """Returns another program's client, signed in as one of the three."""
        prefix = "token-of-" if name == "ida" else "SENTINEL-TOKEN-"
        return Mastodon(
            access_token=prefix + name, api_base_url=self.base, ratelimit_method="throw"
        )

    def _answers(self) -> bool:
        try:
            return requests.get(f"{self.base}/api/v1/instance", timeout=2).ok
        except requests.RequestException:
            return False


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def wait_until(holds: object, seconds: float = 60) -> None:
    """Waits until `holds()` is true. Fails after some time."""
    until = time.monotonic() + seconds
    while not holds():  # type: ignore[operator]
        assert time.monotonic() < until, "it did not happen in time"
        time.sleep(0.05)
