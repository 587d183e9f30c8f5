import random
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from controlroom.model.board import Board, Column
from controlroom.store.cache.schema import CACHE
from controlroom.store.cache.writer import CacheWriter
from controlroom.store.database import Database, connect
from controlroom.store.desk.notes import UnsentDraft
from controlroom.store.desk.schema import DESK
from controlroom.store.desk.store import DeskStore
from controlroom.store.errors import FileAbsent, NotOurs, WrongKey
from controlroom.store.pages import PAGE
from controlroom.store.rescue import inner_page
from controlroom.store.rescue.cipher import opened
from controlroom.store.rescue.salvage import AlreadyThere, NothingReadable, salvage
from controlroom.store.rescue.soundness import State, soundness
from tests.store.rescue.conftest import NOON
from tests.store.rescue.damage import Content, content_of, flipped

EXACT = ("post", "payload", "stream_post", "network", "payload_dictionary")
"""Tables whose rows come back as they were or not at all; authors may come back in part."""

BOARD = Board(0, "Night", (Column(0, 1),))


def rows(content: Content) -> int:
    return sum(len(found) for found in content.values())


def missing(truth: Content, saved: Content) -> int:
    return sum(len(truth[table] - saved[table]) for table in truth)


def roots(path: Path, key: bytes) -> dict[str, int]:
    with closing(connect(path, key, write=False)) as connection:
        return dict(connection.execute("SELECT name, rootpage FROM sqlite_master"))


@pytest.mark.parametrize(
    ("flips", "most"), [(8, 0.002), pytest.param(1000, 0.001, marks=pytest.mark.long)]
)
def test_a_flipped_byte_costs_less_than_a_thousandth_of_the_rows_on_average(
    flips: int, most: float, cache: Path, key: bytes, tmp_path: Path
) -> None:
    truth = content_of(cache, key)
    chance, lost = random.Random(flips), 0
    for number in range(flips):
        at = chance.randrange(cache.stat().st_size)
        path = flipped(cache, tmp_path / str(number), {at: chance.randrange(1, 256)})
        damaged = path.read_bytes()
        done = salvage(path, CACHE, key, path.parent / "new")
        assert path.read_bytes() == damaged
        assert list(path.parent.glob("cache.db-*")) == []
        saved = content_of(done.path, key)
        lost += missing(truth, saved)
        for table in EXACT:
            assert saved[table] <= truth[table]
        shutil.rmtree(path.parent)
    assert lost / flips / rows(truth) <= most


def test_a_salvaged_cache_is_sound_searchable_and_takes_more_posts(
    small_cache: Path, key: bytes, tmp_path: Path
) -> None:
    path = flipped(
        small_cache,
        tmp_path / "damaged",
        {roots(small_cache, key)["post_text_data"] * PAGE - 50: 4},
    )
    done = salvage(path, CACHE, key, tmp_path / "new")
    assert soundness(done.path, key, whole=True).state is State.SOUND
    with closing(connect(done.path, key, write=False)) as connection:
        found = "SELECT count(*) FROM post_text WHERE post_text MATCH 'police'"
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        hits = connection.execute(found).fetchone()[0]
    with closing(connect(small_cache, key, write=False)) as connection:
        assert connection.execute(found).fetchone()[0] == hits > 100
    CacheWriter.open(tmp_path / "new", key).close()
    assert done.lost == 0


def leaf(path: Path, key: bytes, table: str) -> int:
    """Returns the number of the third page of rows of a table."""
    root = roots(path, key)[table]
    with path.open("rb") as file:
        file.seek((root - 1) * PAGE)
        return inner_page._children(opened(file.read(PAGE), root, key), 0)[2]


def test_a_lost_page_of_authors_costs_their_figures_and_no_name(
    small_cache: Path, key: bytes, tmp_path: Path
) -> None:
    at = leaf(small_cache, key, "author") * PAGE - 9
    done = salvage(flipped(small_cache, tmp_path / "old", {at: 1}), CACHE, key, tmp_path / "new")
    before, after = content_of(small_cache, key)["author"], content_of(done.path, key)["author"]
    assert len(before - after) > 5
    assert {row[:5] for row in after} == {row[:5] for row in before}


def test_rows_between_many_damaged_pages_are_found(cache: Path, key: bytes, tmp_path: Path) -> None:
    chance = random.Random(3)
    pages = cache.stat().st_size // PAGE
    skipped = set(roots(cache, key).values()) | {1}
    hit = chance.sample([page for page in range(1, pages + 1) if page not in skipped], 25)
    path = flipped(cache, tmp_path / "damaged", {page * PAGE - 9: 1 for page in hit})
    truth = content_of(cache, key)
    saved = content_of(salvage(path, CACHE, key, tmp_path / "new").path, key)
    assert missing(truth, saved) / rows(truth) < 0.08
    for table in EXACT:
        assert saved[table] <= truth[table]


@pytest.mark.parametrize("table", ["post", "payload", "author"])
def test_a_lost_inner_page_costs_nothing(
    table: str, cache: Path, key: bytes, tmp_path: Path
) -> None:
    path = flipped(cache, tmp_path / "damaged", {roots(cache, key)[table] * PAGE - 100: 1})
    done = salvage(path, CACHE, key, tmp_path / "new")
    assert content_of(done.path, key) == content_of(cache, key)
    assert done.lost == 0


def test_pages_set_free_are_not_taken_for_lost_ones(tmp_path: Path, key: bytes) -> None:
    (tmp_path / "old").mkdir()
    store = DeskStore.open(tmp_path / "old", key)
    for number in range(600):
        store.save_draft(UnsentDraft(f"draft-{number}", b"Flood warning. " * 20, NOON))
    for number in range(300):
        store.remove_draft(f"draft-{number}")
    store.close()
    sound = tmp_path / "old" / "desk.db"
    path = flipped(sound, tmp_path / "damaged", {roots(sound, key)["draft"] * PAGE - 100: 1})
    done = salvage(path, DESK, key, tmp_path / "new")
    assert content_of(done.path, key) == content_of(sound, key)


@pytest.mark.parametrize("number", [0, 1, 127, 128, 16383, 16384, 2**55, 2**56, 2**63 - 1, -1])
def test_row_numbers_are_written_as_sqlite_writes_them(number: int) -> None:
    written = inner_page._varint(number)
    value, end = inner_page._varint_at(written, 0)
    assert (value if number >= 0 else value - 2**64, end) == (number, len(written))
    assert len(written) <= 9


@pytest.mark.parametrize("table", ["network", "stream_post"])
def test_what_a_lost_table_said_is_told_by_the_others(
    table: str, small_cache: Path, key: bytes, tmp_path: Path
) -> None:
    path = flipped(
        small_cache, tmp_path / "damaged", {roots(small_cache, key)[table] * PAGE - 100: 1}
    )
    truth = content_of(small_cache, key)
    done = salvage(path, CACHE, key, tmp_path / "new")
    saved = content_of(done.path, key)
    assert saved[table] == truth[table]
    assert saved["post"] == truth["post"]


@pytest.mark.parametrize("at", [0, 15, 16, 100, 2000, PAGE - 1])
@pytest.mark.parametrize("kind", [CACHE, DESK], ids=lambda kind: kind.name)
def test_a_damaged_first_page_costs_nothing(
    at: int, kind: object, small_cache: Path, desk: Path, key: bytes, tmp_path: Path
) -> None:
    source = small_cache if kind is CACHE else desk
    path = flipped(source, tmp_path / "damaged", {at: 0x10})
    done = salvage(path, CACHE if kind is CACHE else DESK, key, tmp_path / "new")
    assert content_of(done.path, key) == content_of(source, key)
    assert done.lost == 0


@pytest.mark.parametrize("page", range(2, 70, 3))
def test_a_desk_file_loses_no_more_than_what_the_page_held(
    page: int, desk: Path, key: bytes, tmp_path: Path
) -> None:
    if page > desk.stat().st_size // PAGE:
        pytest.skip("the file is shorter")
    path = flipped(desk, tmp_path / "damaged", {page * PAGE - 2000: 1})
    truth = content_of(desk, key)
    done = salvage(path, DESK, key, tmp_path / "new")
    saved = content_of(done.path, key)
    for table in ("draft", "saved_search", "post_read", "read_up_to", "board_column"):
        assert saved[table] <= truth[table]
    store = DeskStore.open(tmp_path / "new", key)
    assert sum(len(board.columns) for board in store.boards()) == len(saved["board_column"])
    store.close()


def test_lost_rows_are_counted_by_an_index_where_there_is_one(
    small_cache: Path, key: bytes, tmp_path: Path
) -> None:
    at = leaf(small_cache, key, "post") * PAGE - 9
    done = salvage(flipped(small_cache, tmp_path / "old", {at: 1}), CACHE, key, tmp_path / "new")
    posts = next(table for table in done.tables if table.name == "post")
    assert 1 <= (posts.lost or 0) < 20
    assert posts.saved + (posts.lost or 0) == 2000


def test_what_is_only_in_the_log_is_salvaged_too(tmp_path: Path, key: bytes) -> None:
    (tmp_path / "live").mkdir()
    store = DeskStore.open(tmp_path / "live", key)
    store.save_draft(UnsentDraft("one", b"in the log", NOON))
    shutil.copytree(tmp_path / "live", tmp_path / "crashed")
    store.close()
    before = {p.name: p.read_bytes() for p in (tmp_path / "crashed").iterdir()}
    assert before["desk.db-wal"]
    salvage(tmp_path / "crashed" / "desk.db", DESK, key, tmp_path / "new")
    assert {p.name: p.read_bytes() for p in (tmp_path / "crashed").iterdir()} == before
    again = DeskStore.open(tmp_path / "new", key)
    assert again.draft("one") == UnsentDraft("one", b"in the log", NOON)
    again.close()


def test_numbers_given_out_are_not_given_out_again(tmp_path: Path, key: bytes) -> None:
    (tmp_path / "old").mkdir()
    store = DeskStore.open(tmp_path / "old", key)
    for _ in range(3):
        board = store.save_board(BOARD)
        store.remove_board(board.id)
    store.close()
    salvage(tmp_path / "old" / "desk.db", DESK, key, tmp_path / "new")
    again = DeskStore.open(tmp_path / "new", key)
    assert again.save_board(BOARD).id == 4
    again.close()


def test_a_file_of_an_older_version_is_salvaged_and_brought_up_to_date(
    tmp_path: Path, key: bytes
) -> None:
    older = replace(CACHE, migrations=CACHE.migrations[:1])
    (tmp_path / "old").mkdir()
    Database.open(tmp_path / "old", older, key, write=True).close()
    done = salvage(tmp_path / "old" / "cache.db", CACHE, key, tmp_path / "new")
    with closing(connect(done.path, key, write=False)) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM migration ORDER BY rowid")]
    assert names == [migration.__name__ for migration in CACHE.migrations]


def test_what_cannot_be_salvaged_is_told_apart_and_left_alone(
    desk: Path, key: bytes, tmp_path: Path
) -> None:
    new = tmp_path / "new"
    with pytest.raises(FileAbsent):
        salvage(tmp_path / "none.db", DESK, key, new)
    with pytest.raises(WrongKey):
        salvage(desk, DESK, bytes(32), new)
    plain = sqlite3.connect(tmp_path / "desk.db")
    plain.execute("CREATE TABLE theirs (a)")
    plain.close()
    with pytest.raises(NotOurs):
        salvage(tmp_path / "desk.db", DESK, key, new)
    path = flipped(desk, tmp_path / "both", {100: 1, PAGE + 100: 1})
    with pytest.raises(NothingReadable):
        salvage(path, DESK, key, new)
    assert list(new.iterdir()) == []


def test_a_file_already_there_is_not_written_over(desk: Path, key: bytes, tmp_path: Path) -> None:
    (tmp_path / "desk.db").write_bytes(b"precious")
    with pytest.raises(AlreadyThere):
        salvage(desk, DESK, key, tmp_path)
    assert (tmp_path / "desk.db").read_bytes() == b"precious"
