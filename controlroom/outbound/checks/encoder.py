"""A draft as a small trained encoder reads it: who stands to whom, not only which words are there.

MiniLM, six layers of 384 (Wang et al., “MiniLM”, arXiv 2002.10957, 2020), taught on the labelled
drafts by `benchmarks.fitting`; where it comes from is told in `resources/checks/encoder/NOTICE`.
It runs on this machine alone, on one core, and sends nothing to anybody.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from controlroom.bundle import bundled
from controlroom.model.errors import OurError
from controlroom.outbound.checks.pieces import Pieces

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

FOLDER = ("checks", "encoder")
MODEL, PIECES = "model.onnx", "pieces.txt"
IDS, MASK, WEIGHT = "ids", "mask", "weight"
MOST_PIECES, _STEP = 160, 80
"""Read at once, as it was taught, and how far on the next ones begin."""
ENOUGH_PIECES = 40
"""Fewer tell less than it is sure of: nearly all drafts it was taught on have more."""


class Encoder:
    """A trained encoder. Safe in several threads.

    Args:
        folder: where its data is.

    Raises:
        OurError: its data is not as it should be.
    """

    def __init__(self, folder: Path) -> None:
        self._pieces = pieces_in(folder)
        self._session = _session(folder / MODEL)

    def weigh(self, text: str, kind: str) -> float:
        """Weighs a folded text of a kind of draft: the logarithm of the odds that it is stopped.

        Of a long text the heaviest stretch counts.
        """
        return max(map(self._weigh, stretches(self._pieces, text, kind)))

    def _weigh(self, numbers: Sequence[int]) -> float:
        ids = np.array([numbers], dtype=np.int64)
        (weight,) = self._session.run([WEIGHT], {IDS: ids, MASK: np.ones_like(ids)})
        return float(weight[0]) * sureness(len(numbers))


@lru_cache(maxsize=1024)
def encoded_weight(text: str, kind: str) -> float:
    """Weighs a text; what was weighed is remembered."""
    return _encoder().weigh(text, kind)


def sureness(pieces: int) -> float:
    """Returns how much of its weight a text of so many pieces has."""
    return min(1.0, pieces / ENOUGH_PIECES)


def pieces_in(folder: Path) -> Pieces:
    """Returns the pieces that an encoder knows. `OurError` if they cannot be read."""
    try:
        return Pieces((folder / PIECES).read_text(encoding="utf-8").splitlines())
    except (OSError, KeyError, ValueError):
        raise OurError(f"{PIECES}: the encoder's pieces cannot be read") from None


def stretches(pieces: Pieces, text: str, kind: str) -> Iterator[list[int]]:
    """Yields what an encoder reads at once of a text, the kind of draft before each."""
    before = [pieces.first, *pieces.of(f"{kind}:" if kind else "")]
    room = MOST_PIECES - len(before) - 1
    numbers = pieces.of(text)
    for at in range(0, max(1, len(numbers) - room + _STEP), _STEP):
        yield [*before, *numbers[at : at + room], pieces.last]


@cache
def _encoder() -> Encoder:
    return Encoder(bundled(*FOLDER))


def _session(model: Path) -> "InferenceSession":
    # Large, and only needed once somebody writes or something leaves.
    from onnxruntime import InferenceSession, SessionOptions, disable_telemetry_events
    from onnxruntime.capi import onnxruntime_pybind11_state as errors

    disable_telemetry_events()
    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    # What was needed for one draft is not kept for the next.
    options.enable_cpu_mem_arena = False
    unreadable = (
        errors.Fail,
        errors.InvalidArgument,
        errors.InvalidGraph,
        errors.InvalidProtobuf,
        errors.NoSuchFile,
    )
    try:
        return InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
    except unreadable:
        raise OurError(f"{MODEL}: the encoder cannot be read") from None
