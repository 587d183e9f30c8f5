"""Loads PySide without compiling its own Python parts anew at each start.

PySide carries some 3,600 lines of Python inside its library and compiles them whenever it is
imported, which takes a fifth of the time until a bare window is seen. Python keeps what it has
compiled of files; these do not lie in files, and are kept here in the same way, beside the compiled
form of this module. What is missing, of another version or broken is compiled as usual.

Nor are its patterns compiled before somebody searches with them: there are three, with braces in
braces in braces, for stubs and for what it says of wrong arguments, and they take 11 ms.
"""

import builtins
import marshal
import re
import sys
import zlib
from functools import partial
from importlib import import_module
from importlib.util import MAGIC_NUMBER, source_hash
from pathlib import Path
from types import CodeType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

FILE_NAME = "pyside.code"
PARTS = "shibokensupport/"
"""Where PySide says that its own parts lie."""
_SUM_BYTES = 4


def load_qt() -> None:
    """Imports PySide, unless that has been done."""
    if "PySide6.QtCore" in sys.modules:
        return
    kept, usual, usual_pattern = Kept(_place()), builtins.compile, re.compile

    def compiled(source: Any, name: Any, *how: Any, **more: Any) -> Any:
        if isinstance(source, bytes) and isinstance(name, str) and name.startswith(PARTS):
            return kept.code(source, name, lambda: usual(source, name, *how, **more))
        return usual(source, name, *how, **more)

    def pattern(source: Any, flags: Any = 0) -> Any:
        asked_by = sys._getframe(1).f_code.co_filename
        make = partial(usual_pattern, source, flags)
        return LatePattern(make) if asked_by.startswith(PARTS) else make()

    names, patterns = vars(builtins), vars(re)
    names["compile"], patterns["compile"] = compiled, pattern
    try:
        import_module("PySide6.QtCore")
    finally:
        names["compile"], patterns["compile"] = usual, usual_pattern
    kept.save()


class LatePattern:
    """A pattern that is compiled when it is first searched with.

    Args:
        make: compiles it.
    """

    def __init__(self, make: "Callable[[], re.Pattern[str]]") -> None:
        self._make = make
        self._made: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> Any:
        # PySide takes the methods it wants at once.
        return partial(self._call, name)

    def _call(self, name: str, *how: Any, **more: Any) -> Any:
        if self._made is None:
            self._made = self._make()
        return getattr(self._made, name)(*how, **more)


class Kept:
    """Compiled code in a file, found again by name and source.

    Args:
        place: the file; None to keep nothing.
    """

    def __init__(self, place: Path | None) -> None:
        self._place = place
        self._codes = _read(place) if place is not None else {}
        self._used: dict[tuple[str, bytes], CodeType] = {}

    def code(self, source: bytes, name: str, compile_now: Any) -> CodeType:
        """Returns the code of a source."""
        key = name, source_hash(source)
        found = self._codes.get(key)
        code: CodeType = compile_now() if found is None else found
        self._used[key] = code
        return code

    def save(self) -> None:
        """Leaves what was used for the next start, if that is not what the last one has left."""
        if self._place is None or self._used.keys() == self._codes.keys():
            return
        if sys.dont_write_bytecode:
            return
        body = marshal.dumps(self._used)
        draft = self._place.with_suffix(".new")
        try:
            self._place.parent.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(MAGIC_NUMBER + _sum(body) + body)
            draft.replace(self._place)
        except OSError:
            # A start without it is slower and no other.
            return


def _place() -> Path | None:
    cached = __spec__.cached if __spec__ is not None else None
    return Path(cached).with_name(FILE_NAME) if cached is not None else None


def _read(place: Path) -> dict[tuple[str, bytes], CodeType]:
    try:
        whole = place.read_bytes()
    except OSError:
        return {}
    body = whole[len(MAGIC_NUMBER) + _SUM_BYTES :]
    if whole[: -len(body) or None] != MAGIC_NUMBER + _sum(body):
        return {}
    codes: dict[tuple[str, bytes], CodeType] = marshal.loads(body)
    return codes


def _sum(body: bytes) -> bytes:
    return zlib.crc32(body).to_bytes(_SUM_BYTES, "big")
