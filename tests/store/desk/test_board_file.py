"""Boards as files: what comes back, and what is refused."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from controlroom.model.board import Board, Column
from controlroom.model.board_shape import Part, Shape
from controlroom.store.desk.board_file import (
    LARGEST,
    BoardFileError,
    BoardFileUnreadable,
    BoardFileUnwritable,
    BoardsTooNew,
    NotBoards,
    read_boards,
    read_shape,
    write_boards,
    written_shape,
)

NAMES = {1: "Mentions", 2: "#M97"}
IDS = {name: number for number, name in NAMES.items()}


def written(path: Path, **values: Any) -> Path:
    file = {"format": "controlroom-boards", "version": 1, "boards": []} | values
    path.write_text(json.dumps(file))
    return path


def test_boards_come_back_as_new_ones(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    columns = (
        Column(7, 1, "Mine", 400, "smoke", True, 99, 12, pinned=True),
        Column(8, 0, filter="fire"),
        Column(9, 55, "gone"),
    )
    write_boards(path, [Board(3, "Force", columns)], NAMES)
    [back], missing = read_boards(path, IDS)
    assert back == Board(0, "Force", (
        Column(0, 1, "Mine", 400, "smoke", True, pinned=True), Column(0, 0, filter="fire"),
    ))  # fmt: skip
    assert missing == []


def test_streams_that_are_not_known_are_named(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    write_boards(path, [Board(3, "Force", (Column(1, 1), Column(2, 2)))], NAMES)
    [back], missing = read_boards(path, {"#M97": 40})
    assert back.columns == (Column(0, 40),)
    assert missing == ["Mentions"]


def test_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "b.json", version=2, boards={"else": "where"})
    with pytest.raises(BoardsTooNew):
        read_boards(path, IDS)


@pytest.mark.parametrize(
    "values",
    [
        {"format": "other"},
        {"version": 0},
        {"version": "1"},
        {"boards": [{"name": ""}]},
        {"boards": [{"name": "A", "columns": [{"width": 9}]}]},
        {"boards": [{"name": "A", "columns": [{"filter": "fire ("}]}]},
        {"boards": [{"name": "A", "run": "x"}]},
        {"boards": [{"name": "A" * 300}]},
        {"boards": [{"name": "A", "columns": [{}] * 300}]},
    ],
)
def test_what_is_not_as_it_should_be_is_refused(tmp_path: Path, values: dict[str, Any]) -> None:
    path = written(tmp_path / "b.json", **values)
    with pytest.raises(NotBoards) as refused:
        read_boards(path, IDS)
    assert refused.value.told().startswith("“b.json” is not a file of boards")


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=400))
def test_no_bytes_are_taken_for_boards(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "b.json"
    path.write_bytes(data)
    with pytest.raises(BoardFileError):
        read_boards(path, IDS)


def test_a_huge_or_deep_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    for text in ("[" * 200_000, '{"format": "controlroom-boards"' + " " * LARGEST + "}"):
        path.write_text(text)
        with pytest.raises(NotBoards):
            read_boards(path, IDS)


def test_a_file_that_is_not_there_or_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(BoardFileUnreadable):
        read_boards(tmp_path / "none.json", IDS)
    with pytest.raises(BoardFileUnwritable):
        write_boards(tmp_path / "none" / "b.json", [], NAMES)


def test_a_shape_comes_back_and_is_a_file_of_boards_too(tmp_path: Path) -> None:
    shape = Shape("Straße “9”", (Part("Mentions", "Mine", "smoke"), Part("", "", "fire")))
    text = written_shape(shape)
    assert read_shape(text) == shape
    path = tmp_path / "b.json"
    path.write_text(text)
    [back], missing = read_boards(path, IDS)
    assert back == Board(0, shape.name, (Column(0, 1, "Mine", filter="smoke"),
                                         Column(0, 0, filter="fire")))  # fmt: skip
    assert missing == []


@pytest.mark.parametrize("text", [
    "", "{}", "\ud800", "[" * 100_000,
    json.dumps({"format": "controlroom-boards", "version": 2}),
    json.dumps({"format": "controlroom-boards", "version": 1, "boards": []}),
    json.dumps({"format": "controlroom-boards", "version": 1,
                "boards": [{"name": "One", "columns": [{"filter": "from:("}]}]}),
])  # fmt: skip
def test_a_text_that_is_no_shared_board_is_refused(text: str) -> None:
    with pytest.raises(BoardFileError):
        read_shape(text)
