"""The debrief: times that are right, what was missed, a page and a table that are safe to open."""

import csv
import io
from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest

from controlroom.exercise.debrief import debrief_of, write_debrief
from controlroom.exercise.debrief.table import guarded
from controlroom.exercise.debrief.words import FRENCH, length, speaker
from controlroom.exercise.director import Director
from controlroom.exercise.faults import Faults
from controlroom.exercise.scenario import load
from controlroom.exercise.scenario.plan import Inject
from controlroom.exercise.world import PostKind, Said, World


@pytest.fixture
def director(short_path: Path, world: World) -> Director:
    one = Director(load(short_path), world, Faults(world.clock))
    one.begin()
    go(one, 10)
    return one


def go(director: Director, minutes: float) -> None:
    director.jump(timedelta(minutes=minutes))
    while director.advance():
        pass


def planted(director: Director, inject: str) -> list[int]:
    return next(one.posts for one in director.injects() if one.inject.id == inject)


def police(director: Director, network: str = "x") -> int:
    return director.stage.profiles[network, "Police"].number


def test_a_team_that_did_nothing_missed_everything(director: Director) -> None:
    debrief = debrief_of(director)
    assert debrief.first_answer.at is debrief.first_statement.at is None
    assert debrief.rumours[0].answered.at is None
    assert debrief.rumours[0].before > 300
    assert debrief.missed() == list(debrief.planted)
    assert len(debrief.marked("tip")) >= 5
    assert debrief.deeds == {}
    assert sum(debrief.per_minute) == debrief.posts > 1000


def test_times_run_from_what_called_for_them(director: Director) -> None:
    (first,) = planted(director, "first")
    director.world.publish(police(director), Said("Good evening"))
    go(director, 1)
    director.world.publish(police(director), Said("The road is closed. No chlorine."))
    go(director, 1)
    director.world.publish(police(director), Said("We are on it"), reply_to=first)
    debrief = debrief_of(director)
    assert debrief.first_statement.after == timedelta(minutes=6)
    assert debrief.first_answer.after == timedelta(minutes=7)
    rumour = debrief.rumours[0]
    assert rumour.answered.after == timedelta(minutes=6)
    assert rumour.before > rumour.later > 0
    (told,) = debrief.marked("rumour")
    assert told.handled.after == timedelta(minutes=6)
    assert debrief.deeds == {"statement": 2, "answer": 1}


def test_a_tip_is_found_when_it_is_answered_hidden_or_marked(director: Director) -> None:
    private, comments = planted(director, "private"), planted(director, "tips")
    author = director.world.post(private[0]).author
    director.world.publish(police(director), Said("Thanks"), kind=PostKind.MESSAGE, to=author)
    director.world.hide(comments[0])
    debrief = debrief_of(director, found={private[1]})
    found = [one for one in debrief.marked("tip") if one.handled.at]
    assert len(found) == 3
    assert {one.inject for one in found} == {"private", "tips"}
    assert [one.handled.after is None for one in found].count(True) == 1


class Reader(HTMLParser):
    """Notes tags and text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.heard: list[str] = []
        self.outside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.outside += [str(value) for name, value in attrs if name in ("src", "href")]

    def handle_data(self, data: str) -> None:
        self.heard.append(data)


def nasty(director: Director) -> None:
    text = "=HYPERLINK(1)<script>alert(1)</script>"
    mark = ("tip",)
    director.add(
        Inject("nasty", timedelta(), "A & B", by="gaz", networks=("x",), text=text, marks=mark)
    )
    go(director, 0.1)


def test_the_page_needs_nothing_else_and_shows_words_as_words(
    director: Director, tmp_path: Path
) -> None:
    nasty(director)
    page, _ = write_debrief(director, tmp_path / "out")
    reader = Reader()
    reader.feed(page.read_text("utf-8"))
    assert "script" not in reader.tags
    assert reader.outside == []
    assert "=HYPERLINK(1)<script>alert(1)</script>" in reader.heard
    assert {"Rumours", "What was missed", "EXERCISE"} <= set(reader.heard)


def test_no_cell_of_the_table_begins_a_formula(director: Director, tmp_path: Path) -> None:
    nasty(director)
    _, table = write_debrief(director, tmp_path)
    rows = list(csv.reader(io.StringIO(table.read_text("utf-8-sig"), newline="")))
    cells = [cell for row in rows for cell in row]
    assert "'=HYPERLINK(1)<script>alert(1)</script>" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@x", "\t=1", " =1", "\0=1", "\u00a0+1"])
def test_a_dangerous_cell_is_guarded(cell: str) -> None:
    assert guarded(cell).startswith("'")
    assert guarded("plain") == "plain"


def test_the_debrief_speaks_french(director: Director, tmp_path: Path) -> None:
    english, _ = write_debrief(director, tmp_path / "en")
    french, _ = write_debrief(director, tmp_path / "fr", "fr")
    readers = []
    for page in (english, french):
        reader = Reader()
        reader.feed(page.read_text("utf-8"))
        readers.append(set(reader.heard))
    assert "Première réponse" in readers[1]
    left = {text for text in readers[0] & readers[1] if text in FRENCH and FRENCH[text] != text}
    assert left == set()


def test_lengths_are_written_as_on_a_clock() -> None:
    say = speaker("en")
    assert length(timedelta(seconds=62), say) == "01:02"
    assert length(timedelta(hours=1, minutes=2, seconds=3), say) == "1:02:03"
    assert length(None, say) == "never"
