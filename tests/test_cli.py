"""The commands, as a user types them."""

import io
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from controlroom import __version__, keychain, opening
from controlroom.cli import main, printable
from controlroom.keychain import MemoryKeychain, open_house_key
from controlroom.model.changes import Sighting
from controlroom.model.post import Author, Post
from controlroom.store.backup.pool import name_of
from controlroom.store.cache.writer import CacheWriter
from controlroom.store.desk.store import DeskStore
from controlroom.store.shelf.file import ShelfFile

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
Run = Callable[..., Result]


@pytest.fixture
def chain(monkeypatch: pytest.MonkeyPatch) -> MemoryKeychain:
    memory = MemoryKeychain()
    for room in (opening, keychain):
        monkeypatch.setattr(room, "system_keychain", lambda *_: memory)
    return memory


@pytest.fixture
def house(tmp_path: Path, chain: MemoryKeychain) -> Iterator[Path]:
    folder = tmp_path / "house"
    folder.mkdir()
    key = open_house_key(folder, chain, []).key.reveal()
    writer = CacheWriter.open(folder, key)
    hostile = Author("1", "mara", "Mara \x1b[31mQuill")
    post = Post("mastodon", "1", hostile, "Fire on the M97\x1b]0;owned\x07\nkeep away", NOW)
    writer.ingest([Sighting(post, NOW)])
    writer.close()
    DeskStore.open(folder, key).close()
    return folder


@pytest.fixture
def run(house: Path) -> Run:
    def command(*arguments: object, **other: object) -> Result:
        words = ["--data-dir", str(house), *map(str, arguments)]
        return CliRunner().invoke(main, words, **other)  # type: ignore[arg-type]

    return command


def test_the_version_is_told() -> None:
    assert __version__ in CliRunner().invoke(main, ["--version"]).output


def test_search_finds_posts_and_lets_nothing_steer_the_terminal(run: Run) -> None:
    result = run("search", "m97")
    assert result.exit_code == 0
    assert "2026-11-01 12:00 mastodon @mara" in result.output
    assert "Fire on the M97" in result.output
    assert "\x1b]" not in result.output
    assert "\x07" not in result.output


def test_search_gives_json_lines(run: Run) -> None:
    (line,) = run("search", "m97", "--json").output.splitlines()
    assert json.loads(line)["remote_id"] == "1"


def test_a_broken_query_is_one_sentence(run: Run) -> None:
    result = run("search", "foo:(")
    assert result.exit_code == 1
    assert result.output.startswith("Error: ")
    assert "Traceback" not in result.output


def test_the_data_dir_may_stand_behind_the_command(house: Path) -> None:
    result = CliRunner().invoke(main, ["search", "m97", "--data-dir", str(house)])
    assert "Fire" in result.output


def test_a_folder_without_a_desk_is_left_empty(tmp_path: Path, chain: MemoryKeychain) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    result = CliRunner().invoke(main, ["--data-dir", str(empty), "search", "fire"])
    assert result.exit_code == 1
    assert "No desk was opened" in result.output
    assert list(empty.iterdir()) == []


def test_a_backup_goes_out_and_comes_back(run: Run, house: Path, tmp_path: Path) -> None:
    made = run("backup", tmp_path / "copies")
    assert made.exit_code == 0, made.output
    (house / "cache.db").write_bytes(b"\0" * 8192)
    back = run("restore", tmp_path / "copies")
    assert back.exit_code == 0, back.output
    assert "Fire on the M97" in run("search", "m97").output
    assert list(house.glob("set-aside*")), "the file that was replaced is kept"


def test_photos_go_out_with_a_backup_and_what_is_lost_of_them_is_named(
    run: Run, house: Path, chain: MemoryKeychain, tmp_path: Path
) -> None:
    key = open_house_key(house, chain, []).key.reveal()
    shelf = ShelfFile.open_in(house, key)
    digests = [shelf.take(io.BytesIO(body)) for body in (b"a photo", b"a clip")]
    shelf.close()
    made = run("backup", tmp_path / "copies")
    pool = tmp_path / "copies" / "shelf"
    assert f"2 photos and clips of the shelf are in {pool}." in made.output
    gone = pool / name_of(digests[0], key)
    gone.unlink()
    (house / "shelf.db").unlink()
    back = run("restore", tmp_path / "copies")
    assert back.exit_code == 0, back.output
    assert f"1 photos or clips are lost: shelf/{gone.name}: it is missing." in back.output
    again = ShelfFile.look(house, key)
    assert [again.has(one) for one in digests] == [False, True]
    again.close()
    assert "shelf.db: Opens" in run("doctor").output


def test_doctor_speaks_of_every_database(run: Run) -> None:
    output = run("doctor").output
    assert "cache.db: Opens" in output
    assert "1 posts" in output
    assert "desk.db: Opens" in output


def test_doctor_and_salvage_deal_with_a_damaged_file(run: Run, house: Path) -> None:
    damaged = bytearray((house / "cache.db").read_bytes())
    damaged[-2000] ^= 1
    (house / "cache.db").write_bytes(damaged)
    seen = run("doctor")
    assert seen.exit_code == 1
    assert "WRONG cache.db" in seen.output
    assert "salvage" in seen.output
    done = run("salvage")
    assert done.exit_code == 0, done.output
    assert "rows saved" in done.output
    kept = [file for file in house.rglob("cache.db") if file.read_bytes() == bytes(damaged)]
    assert kept, "the damaged file is kept as it was"
    assert "cache.db: Opens" in run("doctor").output


def test_printable_keeps_text_and_drops_control_characters() -> None:
    assert printable("été\n\x1b[2J") == "été\n\N{REPLACEMENT CHARACTER}[2J"
