"""Reaching a server for a websocket: certificates and proxies, as for everything else."""

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from controlroom.feeds.dialling import dial
from controlroom.feeds.errors import AddressRefused
from controlroom.feeds.sockets import Socket, SocketLimits

HOST = "stream.fenmast.example"
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def vouched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    """A certificate for HOST that this computer's owner has chosen to trust."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, HOST)])
    now = datetime.now(UTC)
    usage = x509.KeyUsage(True, *[False] * 4, True, *[False] * 3)
    certificate = (
        x509.CertificateBuilder(
            name, name, key.public_key(), 1, now - timedelta(days=1), now + timedelta(days=1)
        )
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    (tmp_path / "cert.pem").write_bytes(certificate.public_bytes(pem))
    (tmp_path / "key.pem").write_bytes(key.private_bytes(pem, *plain))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "cert.pem"))
    return context


@contextmanager
def proxy(context: ssl.SSLContext, asked: list[bytes]) -> Iterator[str]:
    """A proxy that plays the server it is asked to connect to, and says hello in TLS."""
    listener = socket.create_server(("127.0.0.1", 0))

    def talk() -> None:
        connection, _ = listener.accept()
        with connection:
            asked.append(connection.recv(65_536))
            connection.sendall(b"HTTP/1.1 200 Connected\r\n\r\n")
            try:
                with context.wrap_socket(connection, server_side=True) as secure:
                    secure.sendall(b"hello")
                    secure.recv(1000)
            except OSError:
                return

    thread = threading.Thread(target=talk)
    thread.start()
    try:
        yield f"http://who:secret@127.0.0.1:{listener.getsockname()[1]}"
    finally:
        listener.close()
        thread.join()


def test_a_server_is_reached_through_the_proxy_and_its_certificate_checked(
    vouched: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bytes] = []
    with proxy(vouched, asked) as address:
        monkeypatch.setenv("HTTPS_PROXY", address)
        with dial(f"https://{HOST}/live", 5) as sock:
            assert sock.recv(10) == b"hello"
    assert asked[0].startswith(f"CONNECT {HOST}:443 HTTP/1.".encode())
    assert b"Proxy-Authorization: Basic" in asked[0]


def test_a_certificate_for_somebody_else_is_refused(
    vouched: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    with proxy(vouched, []) as address:
        monkeypatch.setenv("HTTPS_PROXY", address)
        limits = SocketLimits(5, 5, 1000)
        one = Socket("wss://elsewhere.example/", lambda: "", lambda: NOW, limits=limits)
        with pytest.raises(Exception, match="certificate is not valid"):
            next(one.frames())


def test_this_computer_is_never_asked_for_through_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        with dial(f"http://127.0.0.1:{port}", 5) as sock:
            assert sock.getpeername()[1] == port


@pytest.mark.parametrize(
    "address", ["http://fenmast.example", "file:///x", "https://a:b@c.example"]
)
def test_an_unsafe_address_is_not_dialled(address: str) -> None:
    with pytest.raises(AddressRefused):
        dial(address, 1)
