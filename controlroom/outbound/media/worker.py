"""The process in which files from outside are decoded: one order, then it ends.

It knows no key, opens no file but those it is given, and is bounded in memory, time and what it
writes. It ends with the process that started it.
"""

import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO

from controlroom.outbound.media import errors
from controlroom.outbound.media.clean import refuse_unclean
from controlroom.outbound.media.clip import make_clip
from controlroom.outbound.media.follow import follow
from controlroom.outbound.media.look import look
from controlroom.outbound.media.made import Made
from controlroom.outbound.media.orders import (
    Answer,
    Follow,
    Look,
    MakeClip,
    MakePhoto,
    Order,
    Place,
    TakeStills,
    read_order,
    written,
)
from controlroom.outbound.media.photo import make_photo
from controlroom.outbound.media.stills import take_stills

MOST_ADDRESSES = 3 << 30
"""Bytes of addresses, threads' stacks and libraries among them; the room watches what is used."""
MOST_CPU_S = 3_600
MOST_WRITTEN = 2 << 30
_TOLD_EACH_S = 0.1
_POLITE = 10


def main() -> None:
    """Reads an order from the standard input, answers on the standard output."""
    _bound()
    line = sys.stdin.buffer.readline()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        _say(_answer(read_order(line)))
    except errors.MediaError as error:
        values = {name: str(value) for name, value in error.values.items()}
        _say(Answer(fault=type(error).__name__, values=values))
    except MemoryError:
        _say(Answer(fault="WorkBrokeOff", values={"reason": "memory"}))
    except Exception as error:  # noqa: BLE001
        # Decoders raise whatever a hostile file leads them to; its name is enough for the log.
        _say(Answer(fault="WorkBrokeOff", values={"reason": type(error).__name__}))


def _answer(order: Order) -> Answer:
    with _opened(order.source, "rb") as source:
        if isinstance(order, Look):
            return Answer(looked=look(source))
        if isinstance(order, Follow):
            return Answer(followed=follow(source, order.begin, order.end_ms, _Teller().tell))
        with _opened(order.into, "r+b") as into:
            if isinstance(order, TakeStills):
                about = (order.moments, order.side, order.edit)
                return Answer(stills=take_stills(source, into, *about, _Teller().tell))
            made = _made(order, source, into)
            refuse_unclean(into, made.mime)
            return Answer(made=made)


def _made(order: MakePhoto | MakeClip, source: BinaryIO, into: BinaryIO) -> Made:
    if isinstance(order, MakePhoto):
        return make_photo(source, order.edit, order.need, into)
    return make_clip(source, order.edit, order.need, into, _Teller().tell)


@contextmanager
def _opened(place: Place, mode: str) -> Iterator[BinaryIO]:
    with open(place, mode) as file:
        yield file  # type: ignore[misc]


class _Teller:
    """Tells how far the work is, now and then."""

    def __init__(self) -> None:
        self._told_at = 0.0

    def tell(self, share: float) -> None:
        """Tells a share of the whole."""
        if time.monotonic() - self._told_at > _TOLD_EACH_S:
            self._told_at = time.monotonic()
            _say(Answer(share=min(max(share, 0.001), 1.0)))


def _say(answer: Answer) -> None:
    sys.stdout.buffer.write(written(answer) + b"\n")
    sys.stdout.buffer.flush()


def _bound() -> None:
    """Bounds this process where the system can; the room watches its memory everywhere."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        for what, most in (
            (resource.RLIMIT_AS, MOST_ADDRESSES),
            (resource.RLIMIT_CPU, MOST_CPU_S),
            (resource.RLIMIT_FSIZE, MOST_WRITTEN),
            (resource.RLIMIT_CORE, 0),
        ):
            resource.setrlimit(what, (most, most))
        os.nice(_POLITE)


def _end_with_parent() -> None:
    """The room holds the other end open as long as it wants an answer."""
    sys.stdin.buffer.read()
    os._exit(1)


if __name__ == "__main__":
    main()
