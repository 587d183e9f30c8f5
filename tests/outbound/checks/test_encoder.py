"""The encoder reads who stands to whom, whole and without anything but its own files."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from controlroom.bundle import bundled
from controlroom.model.errors import OurError
from controlroom.outbound.checks.encoder import (
    FOLDER,
    MODEL,
    MOST_PIECES,
    PIECES,
    Encoder,
    pieces_in,
    stretches,
)

VICTIM = "The woman who was raped on Friday is Carla Dunmore, who runs the bakery."
STORY = (
    "She was raped in her flat above the bakery and her husband has been charged. Carla is known to"
    " everybody in the street, she has run the bakery for years, and she is staying at her"
    " sister's house at 14 Tannery Row until the trial. Neighbours say that he had beaten her"
    " before and that he is guilty; her name is Carla Dunmore. "
)
OFFICER = "The woman who runs the bakery thanked PC Carla Dunmore for her help on Friday."


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder(bundled(*FOLDER))


def test_the_same_words_weigh_by_who_they_are_said_of(encoder: Encoder) -> None:
    assert encoder.weigh(VICTIM, "") > 0 > encoder.weigh(OFFICER, "")


def test_what_stands_far_into_a_long_text_is_read(encoder: Encoder) -> None:
    around = "The front counter is open from eight until six. " * 40
    assert encoder.weigh(around, "") < 0 < encoder.weigh(f"{around}{STORY}{around}", "")


def test_it_reads_alike_in_several_threads(encoder: Encoder) -> None:
    with ThreadPoolExecutor(4) as threads:
        told = set(threads.map(lambda _: encoder.weigh(VICTIM, ""), range(40)))
    assert len(told) == 1


@pytest.mark.parametrize("text", ["", "\x00", "😀" * 500, "a" * 10_000, "李小龍", "\ud800"])
def test_whatever_is_written_weighs_something(encoder: Encoder, text: str) -> None:
    assert -20 < encoder.weigh(text, "missing") < 20


@pytest.mark.parametrize("words", [0, 1, 100, 155, 156, 157, 158, 159, 160, 240, 1_000])
def test_every_word_is_read_and_no_more_than_fits_at_once(words: int) -> None:
    pieces = pieces_in(bundled(*FOLDER))
    text = " ".join(str(number) for number in range(words))
    every = list(stretches(pieces, text, "missing"))
    assert max(map(len, every)) <= MOST_PIECES
    assert set(pieces.of(text)) <= {number for one in every for number in one}
    before = [pieces.first, *pieces.of("missing:")]
    assert all(one[: len(before)] == before and one[-1] == pieces.last for one in every)


@pytest.mark.parametrize("name", [MODEL, PIECES])
@pytest.mark.parametrize("damaged", [None, b"", b"what is this"])
def test_data_that_cannot_be_read_is_one_clear_trouble(
    tmp_path: Path, name: str, damaged: bytes | None
) -> None:
    folder = shutil.copytree(bundled(*FOLDER), tmp_path / "encoder")
    (folder / name).unlink()
    if damaged is not None:
        (folder / name).write_bytes(damaged)
    with pytest.raises(OurError, match=name):
        Encoder(folder)
