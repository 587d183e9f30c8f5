"""Hits as files: whole, safe to open, and nothing left of one that was stopped."""

import csv
import hashlib
import html.parser
import io
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from controlroom.model.changes import Disappearance, Sighting
from controlroom.model.post import Author, Media, MediaKind, Post
from controlroom.model.profile import Profile
from controlroom.model.query.parse import parse
from controlroom.store.cache.reader import CacheReader
from controlroom.store.cache.writer import CacheWriter
from controlroom.store.errors import WriteRefused
from controlroom.store.export.cells import guarded
from controlroom.store.export.form import Form
from controlroom.store.export.hit import About
from controlroom.store.export.names import file_name
from controlroom.store.export.run import Exported, export, writer_of
from controlroom.store.export.sheet import PageWords
from controlroom.store.export.table import COLUMNS

KEY = bytes(range(32))
NOW = datetime(2026, 5, 14, 18, 42, tzinfo=UTC)
POSTS = 1_203
EVIL = '=HYPERLINK("https://evil.example","x")</p><script>alert(1)</script>\n"quoted", \ud800 ؜x'
ABOUT = About("van", NOW, {1: "@WestmarchPolice"})


class Home(NamedTuple):
    reader: CacheReader
    folder: Path


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    folder = tmp_path_factory.mktemp("cache")
    writer = CacheWriter.open(folder, KEY)
    writer.save_profile(Profile(0, "x", "u1", "WestmarchPolice"))
    made = [sighting(number) for number in range(POSTS)]
    writer.ingest(made)
    first = made[0]
    later = replace(
        first.post, text="van, corrected", edited_at=first.post.created_at + timedelta(minutes=3)
    )
    gone = Disappearance("x", "p1", NOW + timedelta(days=2))
    writer.ingest([Sighting(later, NOW + timedelta(days=1), (1,))], [gone])
    writer.close()
    reader = CacheReader.open(folder, KEY)
    yield Home(reader, folder)
    reader.close()


def sighting(number: int) -> Sighting:
    text = f"van {number} {EVIL}" if number % 100 == 7 else f"van {number}"
    text = EVIL + " van" if number == 5 else text
    post = Post(
        network="x",
        remote_id=f"p{number}",
        author=Author("a", "+cmd|' /C calc'!A0", "<b>Nobody</b>"),
        text=text,
        created_at=NOW + timedelta(seconds=number),
        media=(Media(MediaKind.IMAGE, "https://m.example/1", alt='"><img src=x>'),),
        url="https://posts.example/1",
    )
    return Sighting(post, NOW + timedelta(hours=1), (1,))


def written(home: Home, path: Path, form: Form, query: str = "van") -> str:
    writer = writer_of(form, PageWords())
    done = export(home.reader, parse(query), path, writer, ABOUT, lambda _: True)
    assert isinstance(done, Exported)
    content = path.read_bytes()
    assert done.size == len(content)
    assert done.sha256 == hashlib.sha256(content).hexdigest()
    return content.decode("utf-8")


def rows(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_a_table_holds_every_hit_once_newest_first(home: Home, tmp_path: Path) -> None:
    found = rows(written(home, tmp_path / "hits.csv", Form.CSV))
    assert [row["post_id"] for row in found] == [f"p{n}" for n in reversed(range(POSTS))]
    assert set(found[0]) == set(COLUMNS)
    assert {row["came_through"] for row in found} == {"'@WestmarchPolice"}


def test_no_cell_of_a_table_is_a_formula(home: Home, tmp_path: Path) -> None:
    found = rows(written(home, tmp_path / "hits.csv", Form.CSV))
    for row in found:
        for cell in row.values():
            assert not cell.lstrip().startswith(("=", "+", "-", "@", "\t", "|", "%"))
    assert found[0]["author_handle"] == "'+cmd|' /C calc'!A0"
    evil = next(row for row in found if row["post_id"] == "p5")
    assert evil["text"].startswith("'=HYPERLINK")
    assert '"quoted"' in evil["text"]


@pytest.mark.parametrize(
    "text", ["=1", " =1", "\t=1", "\n=1", "\u00a0@x", "＝1", "-1+1", "\ufeff=1", "\x00=1", "%0"]
)
def test_what_begins_like_a_formula_is_guarded(text: str) -> None:
    assert guarded(text).startswith("'")


@pytest.mark.parametrize("text", ["", "word", "1,204", "a=b", "(x)", "“quoted”", "#M97"])
def test_other_text_is_left_as_it_is(text: str) -> None:
    assert guarded(text) == text


def test_edited_and_deleted_posts_say_so_in_every_form(home: Home, tmp_path: Path) -> None:
    found = {row["post_id"]: row for row in rows(written(home, tmp_path / "h.csv", Form.CSV))}
    assert found["p0"]["text"] == "van, corrected"
    assert "2026-05-14T18:42:00Z van 0" in found["p0"]["earlier_texts"]
    assert found["p1"]["deleted_seen_at"] == "2026-05-16T18:42:00Z"
    said = json.loads(written(home, tmp_path / "h.json", Form.JSON))
    by_id = {one["id"]: one for one in said["posts"]}
    assert [one["text"] for one in by_id["p0"]["earlier"]] == ["van 0"]
    assert by_id["p1"]["deleted_seen_at"] == "2026-05-16T18:42:00Z"
    page = written(home, tmp_path / "h.html", Form.HTML)
    assert "Deleted, seen 2026-05-16 18:42:00" in page
    assert '<div class="earlier">' in page


def test_json_is_whole_and_counts_itself(home: Home, tmp_path: Path) -> None:
    said = json.loads(written(home, tmp_path / "h.json", Form.JSON))
    assert said["count"] == len(said["posts"]) == POSTS
    assert said["query"] == "van"
    empty = json.loads(written(home, tmp_path / "none.json", Form.JSON, "nobodysaidthis"))
    assert (empty["posts"], empty["count"]) == ([], 0)


class Tags(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


def test_a_page_holds_no_markup_of_others_and_loads_nothing(home: Home, tmp_path: Path) -> None:
    page = written(home, tmp_path / "h.html", Form.HTML)
    tags = Tags()
    tags.feed(page)
    names = {tag for tag, _ in tags.seen}
    assert names <= {
        "html", "head", "meta", "title", "style", "body", "header", "h1", "p", "main", "article",
        "div", "span", "bdi", "footer",
    }  # fmt: skip
    assert not [
        attrs for _, attrs in tags.seen if {"src", "href", "onerror", "onload"} & set(attrs)
    ]
    assert sum(tag == "article" for tag, _ in tags.seen) == POSTS
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "default-src &#x27;none&#x27;" in page or "default-src 'none'" in page


def test_an_export_that_is_stopped_leaves_nothing(home: Home, tmp_path: Path) -> None:
    path = tmp_path / "hits.csv"
    path.write_text("before")
    seen: list[int] = []

    def told(done: int) -> bool:
        seen.append(done)
        return len(seen) < 2

    done = export(home.reader, parse("van"), path, writer_of(Form.CSV, PageWords()), ABOUT, told)
    assert done is None
    assert seen == [500, 1_000]
    assert path.read_text() == "before"
    assert [one.name for one in tmp_path.iterdir()] == ["hits.csv"]


@pytest.mark.skipif(sys.platform != "linux", reason="/sys is a Linux folder nobody can write")
def test_a_folder_that_cannot_be_written_is_told(home: Home) -> None:
    with pytest.raises(WriteRefused):
        written(home, Path("/sys/kernel/hits.csv"), Form.CSV)


def test_a_disk_that_fails_leaves_nothing_and_is_told(home: Home, tmp_path: Path) -> None:
    from controlroom.store.errors import DiskFailed

    with pytest.raises(DiskFailed):
        written(home, tmp_path / "absent" / "hits.csv", Form.CSV)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("about", "name"),
    [
        ('"white van" OR van', "white-van-or-van"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "posts-con"),
        ("سمعت", "posts"),
        ("", "posts"),
        ("Évêché : été", "eveche-ete"),
        ("x" * 500, "x" * 60),
    ],
)
def test_names_of_files_are_plain_on_every_system(about: str, name: str) -> None:
    assert file_name(about, NOW, "csv") == f"{name}-20260514-1842.csv"
