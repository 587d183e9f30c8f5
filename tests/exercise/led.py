"""A real engine on a real exercise, without a window: what it reads, and by which clock."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from msgspec import to_builtins

from controlroom.exercise_room import ExerciseRoom
from controlroom.keychain import open_house_key
from controlroom.keychain.keysfile import needed_keys
from controlroom.keychain.sign_ins import SignInKeeper
from controlroom.model import clock
from controlroom.model.cached import CachedPost
from controlroom.store.cache.load import load
from controlroom.store.cache.schema import CACHE
from controlroom.store.database import Database
from tests.engine.desk import Desk

LONGEST_S = 60
SMALL = """
title: Streams that fail
force: force.yaml
lasts: 60m
history: 5m
words: [names, common, talk]
crowd: {x: 5, mastodon: 5, bluesky: 5}
networks: {x: 1, mastodon: 1, bluesky: 1}
languages: {en: 100}
facts:
  PLACE: [Oldmere]
people:
  - {key: ida, name: Ida, handle: ida_quill, on: [x, mastodon, bluesky], followers: 90}
injects:
  - {id: early, at: +1s, title: Early, by: ida, on: [x, mastodon, bluesky],
     text: "The first #Weir report"}
boards:
  - name: Weir
    columns:
      - {title: Weir, kind: hashtag, term: Weir, group: All, urgent: yes}
"""

BOARD = """
boards:
  - name: Westmarch
    columns:
      - {title: Mentions, kind: mentions, urgent: yes}
      - {title: Westmarch, kind: hashtag, term: Westmarch}
      - {title: Oldmere, kind: search, term: Oldmere}
      - {title: Ours, kind: posts}
"""


class Led:
    """What a desk without a window does: leads the engine's clock, hears both."""

    def __init__(self, room: ExerciseRoom, folder: Path) -> None:
        self.room, self.folder = room, folder
        room.furnish(folder)
        self.key = open_house_key(folder, room.keychain, []).key.reveal()
        self.status: dict[str, Any] = {}
        self._news = threading.Condition()
        self._pace = clock.pace()
        self.engine = Desk(folder)
        sign_ins = SignInKeeper(room.keychain, needed_keys(folder).key_id)
        profiles = range(1, len(room.ready.profiles) + 1)
        self.engine.say(
            key=self.key.hex(),
            sign_ins={str(one): to_builtins(known) for one, known in sign_ins.of(profiles).items()},
            servers=room.ready.led,
            sealed=True,
            clock=to_builtins(self._pace),
        )
        self.engine.hears("ready")
        room.listen(self._hear, lambda: None)

    def until(self, holds: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
        """Waits for a status of the exercise that fits."""
        with self._news:
            assert self._news.wait_for(lambda: self.status and holds(self.status), LONGEST_S)
            return self.status

    def posts(self) -> list[CachedPost]:
        """Returns what the cache holds."""
        database = Database.open(self.folder, CACHE, self.key, write=False)
        try:
            with database.read() as connection:
                rows = connection.exec_driver_sql("SELECT id FROM post")
                return load(connection, [row[0] for row in rows])
        finally:
            database.close()

    def errors(self) -> list[str]:
        """Returns what the engine had to complain of."""
        return [str(one) for one in self.engine.heard("error")]

    def _hear(self, status: dict[str, Any]) -> None:
        with self._news:
            self.status = status
            self._news.notify_all()
        if clock.pace() != self._pace:
            self._pace = clock.pace()
            self.engine.say(clock=to_builtins(self._pace))


@contextmanager
def led(folder: Path, scenario: str, networks: str, *more: str) -> Iterator[Led]:
    """An exercise and its engine, which end with the block."""
    folder.mkdir()
    room = ExerciseRoom.start([scenario, "--networks", networks, "--seed", "5", *more])
    one = None
    try:
        one = Led(room, folder)
        yield one
    finally:
        room.deafen()
        if one is not None:
            one.engine.close()
        room.close()


def small(short: Path) -> str:
    """Makes the scenario of `short_path` one with a column and hardly any traffic."""
    force = short.parent / "force.yaml"
    force.write_text(force.read_text("utf-8").replace("on: [x, ", "on: [x, mastodon, "), "utf-8")
    short.write_text(SMALL, "utf-8")
    return str(short)


def lively(short: Path) -> str:
    """Gives the scenario of `short_path` a board and takes its fault away."""
    told = [line for line in short.read_text("utf-8").splitlines() if "fault:" not in line]
    short.write_text("\n".join(told) + BOARD, "utf-8")
    return str(short)


def moment(told: str) -> datetime:
    """Returns a moment as the engine tells it."""
    return datetime.fromisoformat(told)
