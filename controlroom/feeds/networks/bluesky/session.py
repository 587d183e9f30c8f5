"""Sessions: what signing in and renewing give, and where the account lives. Pure."""

import base64
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import urlsplit

from controlroom.feeds.addresses import base_of, is_loopback
from controlroom.feeds.errors import AddressRefused, NonsenseReceived
from controlroom.feeds.networks.bluesky import shape
from controlroom.model.credential import Credential
from controlroom.model.decoding import decoder

_session = decoder(shape.Session).decode
_document = decoder(shape.DidDocument).decode
_claims = decoder(shape.Claims).decode
_HOME = "#atproto_pds"


def session_of(body: bytes, host: str) -> shape.Session:
    """Returns a session. Raises `NonsenseReceived`, without a word of what it is."""
    try:
        return _session(body)
    except (ValueError, RecursionError):
        raise NonsenseReceived(host=host, reason="no session in the answer") from None


def credential_of(session: shape.Session, base: str, before: Credential) -> Credential:
    """Returns the credential of a session.

    Args:
        base: address of the server that gave it.
        before: what it replaces; an empty one after signing in.
    """
    access, refresh = _told_by(session.access_jwt), _told_by(session.refresh_jwt)
    return replace(
        before,
        access=session.access_jwt,
        refresh=session.refresh_jwt,
        expires_at=_moment(access.exp),
        ends_at=_moment(refresh.exp),
        account=session.did,
        server=_home(session, base) or before.server or base,
        scopes=(access.scope,) if access.scope else before.scopes,
    )


def _home(session: shape.Session, base: str) -> str:
    """Returns the address of the server the account's own document names, "" if it names none.

    A document may not lead from a server out there to this computer.
    """
    for service in _services(session):
        if service.id in (_HOME, session.did + _HOME) and isinstance(service.service_endpoint, str):
            with suppress(AddressRefused):
                home = base_of(service.service_endpoint)
                if _is_here(base) or not _is_here(home):
                    return home
    return ""


def _services(session: shape.Session) -> list[shape.Service]:
    try:
        document = _document(session.did_doc)
    except (ValueError, RecursionError):
        return []
    return document.service if document.id == session.did else []


def _is_here(address: str) -> bool:
    return is_loopback(urlsplit(address).hostname or "")


def _told_by(token: str) -> shape.Claims:
    """Returns what a token says of itself, unchecked: only its server can check it."""
    parts = token.split(".")
    try:
        padded = parts[1] + "=" * (-len(parts[1]) % 4)
        return _claims(base64.urlsafe_b64decode(padded))
    except (IndexError, ValueError, RecursionError):
        return shape.Claims()


def _moment(told: float | None) -> datetime | None:
    try:
        return datetime.fromtimestamp(told, UTC) if told else None
    except (ValueError, OverflowError, OSError):
        return None
