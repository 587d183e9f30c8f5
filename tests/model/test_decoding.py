"""Types are worked out once, however many threads meet them at the same moment."""

import subprocess
import sys

import msgspec
import pytest

from controlroom.model.decoding import anything, decoder, from_json, from_plain, from_toml

# A process of its own: what goes wrong here ends the process.
MANY = """
import sys, threading
import msgspec
from controlroom.model.decoding import from_json, from_plain, from_toml

sys.setswitchinterval(1e-6)

def kinds():
    class Inner(msgspec.Struct):
        texts: list[str] = []
        count: int = 0
    inner = msgspec.field(default_factory=Inner)
    fields = [(name, Inner, inner) for name in ("a", "b", "c")]
    return msgspec.defstruct("Outer", [*fields, ("n", int | None, None)])

def meet(kind, start):
    start.wait()
    assert from_json('{"a": {"texts": ["1"]}, "n": 3}', kind).a.texts == ["1"]
    assert from_plain({"b": {"count": 2}}, kind).b.count == 2

def meet_toml(kind, start):
    start.wait()
    assert from_toml("[c]\\ncount = 4", kind).c.count == 4

for number in range(150):
    given, work = (kinds(), threading.Barrier(8)), (meet, meet_toml)[number % 2]
    threads = [threading.Thread(target=work, args=given) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
print("whole")
"""


class Tide(msgspec.Struct):
    metres: float
    at: str = ""


def test_a_type_that_many_threads_meet_at_once_is_whole_for_each_of_them() -> None:
    done = subprocess.run([sys.executable, "-c", MANY], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "whole"), done.stderr


def test_one_type_has_one_decoder() -> None:
    assert decoder(Tide) is decoder(Tide)
    assert decoder(Tide) is not decoder(Tide, strict=False)


def test_numbers_in_words_are_taken_only_where_that_is_wanted() -> None:
    assert from_json('{"metres": "2.5"}', Tide, strict=False) == Tide(2.5)
    with pytest.raises(msgspec.ValidationError):
        from_json('{"metres": "2.5"}', Tide)


def test_plain_values_become_a_type_and_json_plain_values() -> None:
    assert from_plain(anything(b'{"metres": 4, "at": "Fenmarsh"}'), Tide) == Tide(4.0, "Fenmarsh")


def test_toml_becomes_a_type_or_is_refused() -> None:
    assert from_toml('metres = 2.5\nat = "19:30"', Tide) == Tide(2.5, "19:30")
    for wrong in ('metres = "2.5"', "metres 2.5"):
        with pytest.raises(msgspec.DecodeError):
            from_toml(wrong, Tide)
