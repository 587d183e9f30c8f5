"""What the reading engine says goes to the log: there is no desk to say it to."""

import logging
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from controlroom.model.decoding import decoder
from controlroom.pipes import Voice, listen

log = logging.getLogger(__name__)
_decode = decoder(dict[str, Any]).decode


def log_plainly() -> None:
    """Has the log written to the error output: what the station does, and what is wrong."""
    plain = "%(asctime)s %(levelname)s %(message)s"
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format=plain)
    logging.getLogger("controlroom.engine.station").setLevel(logging.INFO)


@contextmanager
def logged_voice(read: Callable[[Mapping[str, Any]], None]) -> Iterator[Voice]:
    """A voice whose lines end in the log.

    Args:
        read: called in a thread with what is said of a source that was read.
    """
    ears, mouth = os.pipe()
    voice = Voice(mouth)
    listen(ears, lambda line: _hear(line, read), lambda: os.close(ears))
    try:
        yield voice
    finally:
        voice.close()
        os.close(mouth)


def _hear(line: bytes, read: Callable[[Mapping[str, Any]], None]) -> None:
    told = _decode(line)
    if state := told.get("state"):
        read(state)
    if error := told.get("error"):
        log.warning("%s", error.get("text", ""))
    if gap := told.get("gap"):
        log.warning("source %s: nothing read since %s", gap.get("source"), gap.get("begins"))
