"""PySide's own parts are compiled once, not at each start."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from controlroom.ui.loading import FILE_NAME, Kept, LatePattern

COUNTING = """
import builtins, sys
usual, compiled = builtins.compile, []
def counting(source, name, *more, **options):
    compiled.append(name)
    return usual(source, name, *more, **options)
builtins.compile = counting
from controlroom import ui
assert builtins.compile is counting
assert "PySide6.QtCore" in sys.modules
print(sum(str(name).startswith("shibokensupport/") for name in compiled))
"""


def compiled_by_a_start(beside: Path, **more: str) -> int:
    """Returns how many parts of PySide a start compiles, with compiled code kept in a folder."""
    environment = {key: value for key, value in os.environ.items() if key[:12] != "PYTHONDONTWR"}
    environment |= {"PYTHONPYCACHEPREFIX": str(beside), **more}
    ended = subprocess.run(
        [sys.executable, "-c", COUNTING], capture_output=True, text=True, check=True,
        env=environment,
    )  # fmt: skip
    return int(ended.stdout)


def test_the_second_start_finds_what_the_first_has_compiled(tmp_path: Path) -> None:
    assert compiled_by_a_start(tmp_path) > 5
    assert compiled_by_a_start(tmp_path) == 0


@pytest.mark.parametrize("broken", [b"", b"short", b"\0" * 4_000])
def test_a_broken_file_is_not_used_and_made_anew(tmp_path: Path, broken: bytes) -> None:
    compiled_by_a_start(tmp_path)
    (kept,) = tmp_path.rglob(FILE_NAME)
    kept.write_bytes(broken)
    assert compiled_by_a_start(tmp_path) > 5
    assert compiled_by_a_start(tmp_path) == 0


def test_one_changed_byte_is_found(tmp_path: Path) -> None:
    compiled_by_a_start(tmp_path)
    (kept,) = tmp_path.rglob(FILE_NAME)
    whole = bytearray(kept.read_bytes())
    whole[len(whole) // 2] ^= 1
    kept.write_bytes(whole)
    assert compiled_by_a_start(tmp_path) > 5


def test_nothing_is_written_where_python_may_not_keep_what_it_compiles(tmp_path: Path) -> None:
    assert compiled_by_a_start(tmp_path, PYTHONDONTWRITEBYTECODE="1") > 5
    assert list(tmp_path.rglob(FILE_NAME)) == []


def test_a_start_goes_on_where_nothing_can_be_written(tmp_path: Path) -> None:
    occupied = tmp_path / "file"
    occupied.touch()
    assert compiled_by_a_start(occupied) > 5
    assert occupied.read_bytes() == b""


def test_a_part_that_is_another_in_the_next_version_is_compiled(tmp_path: Path) -> None:
    def code(source: bytes) -> str:
        kept = Kept(tmp_path / FILE_NAME)
        made: list[str] = []

        def compile_now() -> object:
            made.append("compiled")
            return compile(source, "shibokensupport/part.py", "exec")

        names: dict[str, object] = {}
        exec(kept.code(source, "shibokensupport/part.py", compile_now), names)
        writing, sys.dont_write_bytecode = sys.dont_write_bytecode, False
        try:
            kept.save()
        finally:
            sys.dont_write_bytecode = writing
        return f"{names['version']} {''.join(made)}"

    assert code(b"version = 1") == "1 compiled"
    assert code(b"version = 1") == "1 "
    assert code(b"version = 2") == "2 compiled"
    assert code(b"version = 2") == "2 "


def test_patterns_of_pyside_are_compiled_when_first_searched_with() -> None:
    made: list[str] = []

    def make() -> re.Pattern[str]:
        made.append("once")
        return re.compile(r"\w+")

    late = LatePattern(make)
    find = late.finditer
    assert made == []
    assert [found.group() for found in find("two words")] == ["two", "words"]
    assert late.split("a b") == ["", " ", ""]
    assert made == ["once"]


def test_pyside_still_says_what_was_wrong_with_an_argument() -> None:
    asking = """
import re
usual = re.compile
from controlroom import ui
assert re.compile is usual
from PySide6.QtCore import QTimer
try:
    QTimer().setInterval("soon")
except TypeError as error:
    print(error)
"""
    ended = subprocess.run(
        [sys.executable, "-c", asking], capture_output=True, text=True, check=True
    )
    assert "setInterval(str)" in ended.stdout
    assert "Supported signatures" in ended.stdout
