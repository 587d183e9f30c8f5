"""X's counting against the vectors that X published with its own library."""

import json
from pathlib import Path

import pytest

from controlroom.model.outgoing.content import Piece
from controlroom.outbound.counting import count

TOLD = json.loads(Path(__file__).with_name("x_vectors.json").read_text())


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@pytest.mark.parametrize("vector", TOLD["vectors"], ids=lambda vector: vector["name"][:60])
def test_a_published_text_counts_as_x_says(vector: dict[str, object]) -> None:
    text = "".join(part * times for part, times in vector["parts"])
    assert _units(text) == vector["units"]
    counted = count("x", None, Piece(text))
    assert counted.used == vector["weighted"]
    assert counted.fits == vector["valid"]
    within = vector["valid_until"] + (0 if counted.over_from == len(text) else 1)
    fits = _units(text[: counted.over_from])
    assert fits == (vector["units"] if counted.over_from == len(text) else within)
