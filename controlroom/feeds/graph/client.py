"""Asking the Graph: one version, the token in its header, errors wherever they are told.

Where the force's application has a secret, a proof that we know it goes with every question
(`appsecret_proof`). It is a keyed digest of the token, good for nothing without the token itself.
"""

import hashlib
import hmac
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from urllib.parse import quote, urlsplit

from controlroom.feeds.errors import NotFound, ReadError
from controlroom.feeds.graph.answers import without_tokens
from controlroom.feeds.graph.faults import fault_of
from controlroom.feeds.graph.usage import budgets_of
from controlroom.feeds.graph.version import api
from controlroom.feeds.wire import Answer, Limits, Refusal, Send, Wire
from controlroom.model.credential import Credential


class Graph:
    """The Graph as one credential sees it. Used by one thread at a time, except for `close`.

    Paths stand below the version; those with an id in them come from `place`.

    Args:
        base: address of the server.
        credential: returns it as it stands now.

    Attributes:
        host: for messages.
    """

    def __init__(
        self,
        base: str,
        credential: Callable[[], Credential],
        now: Callable[[], datetime],
        limits: Limits | None = None,
    ) -> None:
        self.host = urlsplit(base).netloc
        self._credential = credential
        self._now = now
        self._wire = Wire(
            base,
            lambda: credential().access,
            now,
            budgets=lambda _, headers: budgets_of(headers, now()),
            refused=self._refused,
            limits=limits,
        )

    def get(self, path: str, query: Mapping[str, str] | None = None) -> Answer:
        """Returns the answer to a question. Raises `ReadError`, also for an error in a 200."""
        return self._told(self._wire.get(versioned(path), self._proven(query or {})))

    def post(self, path: str, form: Mapping[str, str]) -> Answer:
        """Returns the answer to a question that must not stand in an address. Raises as `get`."""
        return self._told(self._wire.post(versioned(path), Send(form=self._proven(form))))

    def close(self) -> None:
        """Hangs up; a read under way in another thread ends with `HungUp`."""
        self._wire.close()

    def _proven(self, query: Mapping[str, str]) -> dict[str, str]:
        return {**query, **proof_of(self._credential())}

    def _told(self, answer: Answer) -> Answer:
        fault = fault_of(answer.body, answer.headers, self.host, self._now())
        if fault is not None:
            raise fault
        return replace(answer, body=without_tokens(answer.body))

    def _refused(self, refusal: Refusal) -> ReadError | None:
        return fault_of(refusal.body, refusal.headers, refusal.host, self._now())


def proof_of(credential: Credential) -> dict[str, str]:
    """Returns the parameter that shows who asks; none where the application has no secret."""
    key, token = credential.app.secret.encode(), credential.access.encode()
    if not (key and token):
        return {}
    return {"appsecret_proof": hmac.new(key, token, hashlib.sha256).hexdigest()}


def place(thing: str, edge: str = "") -> str:
    """Returns the path of a thing or of one of its edges. Ids come from people, too.

    Raises:
        NotFound: for what would lead elsewhere.
    """
    if not thing.strip("."):
        raise NotFound(host=api().host)
    return quote(thing, safe="") + (f"/{edge}" if edge else "")


def versioned(path: str) -> str:
    """Returns where a path stands on the server."""
    return f"/{api().version}/{path}"
