"""Pieces to be sent in tests, and files to send with them."""

from datetime import datetime
from hashlib import sha256
from io import BytesIO
from typing import Any

from controlroom.feeds.writing import Carried, Outgoing
from controlroom.model.outgoing.content import About, Act, Rendition
from tests.exercise.faces.x.files import mp4, png


class Asked:
    """The sender's last look before the first byte: how often it was asked."""

    def __init__(self, refuses: Exception | None = None) -> None:
        self.times = 0
        self._refuses = refuses

    def __call__(self) -> None:
        self.times += 1
        if self._refuses is not None:
            raise self._refuses


def piece(text: str, since: datetime, act: Act = Act.POST, **more: Any) -> Outgoing:
    return Outgoing(act, text, more.pop("key", ""), since, **more)


def about(remote_id: str, **more: str) -> About:
    return About(remote_id, **more)


def photo(alt: str = "A grey square", **more: Any) -> Carried:
    return carried(png(), "image/png", alt, width=3, height=2, **more)


def clip(alt: str = "A film of nothing", **more: Any) -> Carried:
    return carried(mp4(), "video/mp4", alt, width=1280, height=720, duration_ms=4000, **more)


def carried(content: bytes, mime: str, alt: str, **more: Any) -> Carried:
    size = {name: more.pop(name) for name in ("width", "height", "duration_ms") if name in more}
    rendition = Rendition(sha256(content).hexdigest(), mime, len(content), **size)
    return Carried(rendition, alt, lambda: BytesIO(content), **more)
