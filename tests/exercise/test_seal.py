"""A sealed process reaches this computer and nothing else, whatever it tries."""

import subprocess
import sys

import pytest

BEGIN = "from controlroom.exercise.seal import seal, Sealed\nimport socket\nseal()\n"
REFUSED = """
try:
    {attempt}
except Sealed:
    print("refused")
"""


def run(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", BEGIN + code], capture_output=True, text=True, timeout=60, check=True
    )
    return done.stdout.strip()


@pytest.mark.parametrize(
    "attempt",
    [
        "socket.create_connection(('192.0.2.1', 80), timeout=1)",
        "socket.create_connection(('example.test', 443), timeout=1)",
        "socket.socket().connect_ex(('198.51.100.7', 25))",
        "socket.socket(socket.AF_INET6).connect(('2001:db8::1', 80))",
        "socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('192.0.2.1', 53))",
        "socket.getaddrinfo('example.test', 80)",
        "__import__('keyring')",
        "__import__('secretstorage')",
    ],
)
def test_whatever_would_leave_is_refused(attempt: str) -> None:
    assert run(REFUSED.format(attempt=attempt)) == "refused"


def test_this_computer_is_reached() -> None:
    code = """
server = socket.create_server(("127.0.0.1", 0))
socket.create_connection(server.getsockname(), timeout=5).close()
one, other = socket.socketpair()
one.sendall(b"x")
socket.getaddrinfo("localhost", 80)
print("reached")
"""
    assert run(code) == "reached"


def test_requests_is_refused_too() -> None:
    code = """
import requests
try:
    requests.get("http://192.0.2.1/", timeout=2)
except (requests.ConnectionError, Sealed):
    print("refused")
"""
    assert run(code) == "refused"
