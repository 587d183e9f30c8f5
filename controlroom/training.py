"""What the command `exercise` does: check a scenario, or run one with or without the desk."""

import asyncio
import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

from controlroom.engine_room import EngineRoom
from controlroom.exercise.seal import seal
from controlroom.exercise_room import ExerciseRoom
from controlroom.house import House
from controlroom.keychain.book import SignInBook
from controlroom.keychain.house import open_house_key
from controlroom.keychain.keysfile import needed_keys
from controlroom.keychain.sign_ins import SignInKeeper
from controlroom.link import Ears
from controlroom.model import clock


def problems(scenario: str) -> list[str]:
    """Returns what is wrong with a scenario, a line each with its place in the file."""
    from controlroom.exercise.scenario import check, path_of

    return [str(problem) for problem in check(path_of(scenario))]


def desk(scenario: str, speed: float, seed: int, own: Path | None, settings: Path) -> int:
    """Opens the desk on an exercise; returns the exit code.

    Args:
        own: where the exercise keeps its data, a folder that ends with it if not given.
        settings: the folder of the desk's own settings, for its looks.
    """
    from controlroom import app

    with _running(scenario, speed, seed, own) as (room, folder):
        seal()
        return app.main(folder, config_dir=settings, keychain=room.keychain, exercise=room)


def headless(scenario: str, speed: float, seed: int, own: Path | None, _settings: Path) -> int:
    """Runs the simulated networks and the engine until it is interrupted."""
    with _running(scenario, speed, seed, own) as (room, folder):
        seal()
        with contextlib.suppress(KeyboardInterrupt):
            asyncio.run(_read(room, folder))
    return 0


@contextlib.contextmanager
def _running(
    scenario: str, speed: float, seed: int, own: Path | None
) -> Iterator[tuple[ExerciseRoom, Path]]:
    room = ExerciseRoom.start([scenario, "--speed", str(speed), "--seed", str(seed)])
    try:
        with _folder(own) as folder:
            room.furnish(folder)
            yield room, folder
    finally:
        room.close()


@contextlib.contextmanager
def _folder(own: Path | None) -> Iterator[Path]:
    if own is not None:
        own.mkdir(mode=0o700, parents=True, exist_ok=True)
        yield own
        return
    with tempfile.TemporaryDirectory(prefix="controlroom-exercise-") as made:
        yield Path(made)


async def _read(room: ExerciseRoom, folder: Path) -> None:
    key = open_house_key(folder, room.keychain, []).key
    keeper = SignInKeeper(room.keychain, needed_keys(folder).key_id)
    house = House.open(folder, key, SignInBook(lambda: keeper))
    engine = EngineRoom(Ears(), room.ready.led)
    over = asyncio.Event()
    loop = asyncio.get_running_loop()

    pace = clock.pace()

    def ended() -> None:
        loop.call_soon_threadsafe(over.set)

    def follow() -> None:
        nonlocal pace
        if clock.pace() != pace:
            pace = clock.pace()
            engine.say(clock=pace)

    def tell(status: dict[str, object]) -> None:
        _tell(status)
        loop.call_soon_threadsafe(follow)

    room.listen(tell, ended)
    engine.open(house)
    try:
        await over.wait()
    finally:
        await engine.closed()
        house.close()


def _tell(status: dict[str, object]) -> None:
    now, posts = status.get("now", ""), status.get("posts", 0)
    print(f"{now}  {posts} posts", flush=True)  # noqa: T201 - this is the command's output
