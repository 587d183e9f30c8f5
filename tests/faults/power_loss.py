"""Losing the power: what a program did to its files, and what a disk might have kept of it.

`record` runs this module as a program under strace and reads back, in order, what it did to one
file of ours, its log and its journal, and when it told that something was saved. `Disk` takes these
events up to the moment at which the power goes. What was synced is there; of all else each write is
kept, dropped or torn at 512-byte sectors, and each new or removed name may or may not have reached
the folder.
"""

import os
import random
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, pairwise
from pathlib import Path

from controlroom.store.cache.schema import CACHE
from controlroom.store.cache.writer import CacheWriter
from controlroom.store.database import Database
from controlroom.store.desk.notes import UnsentDraft
from controlroom.store.desk.schema import DESK
from controlroom.store.desk.store import DeskStore
from controlroom.store.migrate import FileKind
from tests.faults.conftest import ROOT
from tests.faults.doomed import KEY, NOW, batches, tell

SECTOR = 512
DRAFTS = 40
BATCHES = 12
CALLS = "pwrite64,pwritev,write,fsync,fdatasync,ftruncate,unlink,rename,openat"
KEPT = (0.0, 0.5, 0.9, 0.99)
"""How likely an unsynced write is kept: one of these for each image, so that images differ."""

_ON_FILE = re.compile(
    r'\d+ +(\w+)\((\d+)<([^>]*)>[^,)]*(?:, "([^"]*)", \d+)?(?:, (\d+))?\) += (\d+)'
)
_ON_NAME = re.compile(r'\d+ +(openat|unlink|rename)\([^"]*"([^"]*)"(.*)\) += \d+')
_KINDS = {"pwrite64": "put", "ftruncate": "truncate", "fsync": "sync", "fdatasync": "sync"}


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that a program did.

    Attributes:
        kind: put, truncate, sync, create, unlink, or told.
        name: of the file; empty for the folder itself and for what was told.
        offset: of a write, or the length to which a file was cut.
        data: what was written or told.
    """

    kind: str
    name: str = ""
    offset: int = 0
    data: bytes = b""


def body(number: int) -> bytes:
    """Returns the words of a draft, which no other draft has: one page or several."""
    chance = random.Random(number)
    return chance.randbytes(chance.randrange(200, 20_000))


def save_drafts(desk: DeskStore) -> None:
    """Saves drafts one by one and folds the log into the file now and then."""
    for number in range(DRAFTS):
        desk.save_draft(UnsentDraft(f"d{number}", body(number), NOW))
        tell(f"d{number}")
        if number % 9 == 8:
            desk.database.checkpoint("TRUNCATE" if number % 2 else "PASSIVE")
    desk.close()


def desk_full(folder: Path) -> None:
    save_drafts(DeskStore.open(folder, KEY))


def desk_normal(folder: Path) -> None:
    kind = replace(DESK, synchronous="NORMAL")
    save_drafts(DeskStore(Database.open(folder, kind, KEY, write=True)))


def cache(folder: Path) -> None:
    """Takes in batches; folds the log into the file after every fourth."""
    store = CacheWriter.open(folder, KEY)
    for number, batch in enumerate(islice(batches(1), BATCHES)):
        store.ingest(batch)
        tell(batch[0].post.remote_id)
        if number % 4 == 3:
            store.database.checkpoint()
    store.close()


DEEDS: dict[str, tuple[Callable[[Path], None], FileKind]] = {
    "desk_full": (desk_full, DESK),
    "desk_normal": (desk_normal, DESK),
    "cache": (cache, CACHE),
}


def record(deed: str, place: Path) -> list[Event]:
    """Runs a deed in a new folder of `place`; returns what it did to its file, in order."""
    folder, log = (place / "data").resolve(), place / "strace.log"
    folder.mkdir()
    asked = ["strace", "-f", "-qq", "-y", "-xx", "-s", "300000", "-e", f"trace={CALLS}"]
    asked += ["-e", "signal=none", "-o", str(log)]
    asked += [sys.executable, "-m", "tests.faults.power_loss", deed, str(folder)]
    subprocess.run(asked, cwd=ROOT, check=True, stdout=subprocess.PIPE, timeout=60)
    name = DEEDS[deed][1].name
    return _events(log, folder, {name, f"{name}-wal", f"{name}-journal"})


def _events(log: Path, folder: Path, names: set[str]) -> list[Event]:
    marks = ["write(1<", "".join(f"\\x{byte:02x}" for byte in os.fsencode(folder))]
    with log.open() as lines:
        ours = [line for line in lines if any(mark in line for mark in marks)]
    made = (_event(line, folder) for line in ours)
    return list(_first_creations(event for event in made if event and event.name in names | {""}))


def _first_creations(events: Iterable[Event]) -> Iterator[Event]:
    """Leaves out the openings of files that are there, which strace shows in the same words."""
    there: set[str] = set()
    for event in events:
        if event.kind == "create" and event.name in there:
            continue
        there.add(event.name)
        if event.kind == "unlink":
            there.remove(event.name)
        yield event


def _event(line: str, folder: Path) -> Event | None:
    assert "unfinished" not in line, "two threads at once: the order is not certain"
    if found := _ON_FILE.match(line):
        call, number, path, data, offset, result = found.groups()
        written = _bytes(data or "")
        if call == "write" and number == "1":
            return Event("told", data=written)
        assert len(written) == (int(result) if data else 0), "strace has cut what was written"
        return Event(_KINDS.get(call, call), _name(path, folder), int(offset or 0), written)
    call, path, rest = _named(line)
    kind = "create" if call == "openat" and "O_CREAT" in rest else call
    return Event(kind, _name(path, folder)) if kind not in ("openat", "") else None


def _named(line: str) -> tuple[str, str, str]:
    found = _ON_NAME.match(line)
    if found:
        return found[1], found[2], found[3]
    assert "= -1 " in line, f"not understood: {line[:200]}"
    return "", "", ""


def _bytes(shown: str) -> bytes:
    return bytes.fromhex(shown.replace("\\x", ""))


def _name(shown: str, folder: Path) -> str:
    """Returns the name below the folder; empty for the folder itself."""
    name = Path(os.fsdecode(_bytes(shown))).relative_to(folder)
    return "" if name == Path() else str(name)


@dataclass
class Content:
    """The bytes of one file: what is certain, and what was done since the last sync."""

    synced: bytearray = field(default_factory=bytearray)
    pending: list[Event] = field(default_factory=list)

    def sync(self) -> None:
        for event in self.pending:
            _apply(self.synced, event)
        self.pending.clear()

    def after_loss(self, chance: random.Random, kept: float) -> bytes:
        """Returns what a disk might show that kept some of the unsynced writes."""
        left = bytearray(self.synced)
        for event in self.pending:
            for part in _fate(event, chance, kept):
                _apply(left, part)
        return bytes(left)


def _apply(content: bytearray, event: Event) -> None:
    end = event.offset + len(event.data)
    if event.kind == "truncate":
        del content[event.offset :]
    content.extend(bytes(max(0, end - len(content))))
    content[event.offset : end] = event.data


def _fate(event: Event, chance: random.Random, kept: float) -> Sequence[Event]:
    if chance.random() < kept:
        return [event]
    if event.kind == "truncate" or chance.random() < 0.5:
        return []
    sectors = _sectors(event)
    if chance.random() < 0.5:
        return sectors[: chance.randrange(len(sectors))]
    return [sector for sector in sectors if chance.random() < 0.5]


def _sectors(event: Event) -> list[Event]:
    """Splits a write where the sectors of the disk end."""
    end = event.offset + len(event.data)
    first = event.offset - event.offset % SECTOR
    cuts = [event.offset, *range(first + SECTOR, end, SECTOR), end]
    data, start = event.data, event.offset
    return [replace(event, offset=a, data=data[a - start : b - start]) for a, b in pairwise(cuts)]


class Disk:
    """A folder on a disk that keeps for certain only what was synced."""

    def __init__(self) -> None:
        self._open: dict[str, Content] = {}
        self._named: dict[str, Content] = {}
        self._renaming: list[tuple[str, Content | None]] = []

    def take(self, event: Event) -> None:
        """Does what the program did."""
        if event.kind == "create":
            self._open[event.name] = Content()
            self._renaming.append((event.name, self._open[event.name]))
        elif event.kind == "unlink":
            self._renaming.append((event.name, None))
        elif event.kind == "sync" and not event.name:
            self._keep_names(self._renaming)
            self._renaming = []
        elif event.kind == "sync":
            self._open[event.name].sync()
        elif event.kind in ("put", "truncate"):
            self._open[event.name].pending.append(event)
        else:
            assert event.kind == "told", f"{event.kind} is not replayed"

    def lose_power(self, folder: Path, chance: random.Random) -> None:
        """Writes into `folder` what is there when the power is back; the disk is used up."""
        kept = chance.choice(KEPT)
        self._keep_names([change for change in self._renaming if chance.random() < kept])
        for name, content in self._named.items():
            (folder / name).write_bytes(content.after_loss(chance, kept))

    def _keep_names(self, changes: Sequence[tuple[str, Content | None]]) -> None:
        for name, content in changes:
            if content is None:
                self._named.pop(name, None)
            else:
                self._named[name] = content


def image(events: Sequence[Event], folder: Path, chance: random.Random) -> None:
    """Makes in `folder` one of the many states that may be left once these events were."""
    disk = Disk()
    for event in events:
        disk.take(event)
    disk.lose_power(folder, chance)


def told(events: Sequence[Event]) -> set[str]:
    """Returns what the program had told as saved."""
    lines = [event.data for event in events if event.kind == "told"]
    return {word.decode() for word in b"".join(lines).split()}


def told_before_sync(events: Sequence[Event], name: str) -> set[str]:
    """Returns what was told before the last sync of a file."""
    syncs = [n for n, event in enumerate(events) if (event.kind, event.name) == ("sync", name)]
    return told(events[: syncs[-1]]) if syncs else set()


if __name__ == "__main__":
    DEEDS[sys.argv[1]][0](Path(sys.argv[2]))
