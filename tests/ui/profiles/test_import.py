"""Importing hundreds of profiles: a preview first, then the networks' word, then saving."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from controlroom.feeds.signing_in import Offer
from controlroom.link import Added, Connected, Unconnected
from controlroom.model.credential import Credential
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.layers.message import Message
from controlroom.ui.profiles.import_panel import ImportPanel, open_file
from controlroom.ui.profiles.import_run import AT_ONCE, Fate
from controlroom.ui.profiles.page import ProfilesPage
from controlroom.ui.theme.theme import theme
from tests.ui.profiles.force import Engine

HUNDREDS = 300


@pytest.fixture
def count() -> int:
    return 0


def panel_of(desk: DeskWindow, page: ProfilesPage, path: Path) -> ImportPanel:
    open_file(desk, page, page.register, path)
    one = desk.layers.top()
    assert isinstance(one, ImportPanel)
    return one


def write(path: Path, *lines: str) -> Path:
    path.write_text("network,host,token,group\n" + "\n".join(lines) + "\n")
    return path


def answer(desk: DeskWindow, engine: Engine, done: int) -> int:
    """Answers every question since `done`, "bad" with a refusal; returns how many were answered."""
    asked = engine.said("connect")[done:]
    for order in asked:
        ticket, token = order["ticket"], order["secret"]
        if token.startswith("bad"):
            desk.line.unconnected.emit(Unconnected(ticket, "TokenExpired", "Not accepted."))
            continue
        offer = Offer(order["network"], token, f"handle-{token}", "", Credential(token))
        desk.line.connected.emit(Connected(ticket, (offer,)))
    return done + len(asked)


def test_hundreds_of_lines_are_checked_a_few_at_a_time_and_then_saved_at_once(
    desk: DeskWindow, page: ProfilesPage, engine: Engine, tmp_path: Path, qtbot: QtBot
) -> None:
    lines = [f"x,,good{n},Oldmere" for n in range(HUNDREDS)]
    lines[7], lines[8] = "friendster,,t,", "x,,bad,"
    panel = panel_of(desk, page, write(tmp_path / "profiles.csv", *lines))
    assert engine.said("connect") == []
    assert panel.rows.rowCount() == HUNDREDS
    assert "friendster" in panel.rows.item(7).text()
    panel.take.click()
    asked, most = 0, 0
    while asked < HUNDREDS - 1:
        most = max(most, len(panel.run._asked))
        asked = answer(desk, engine, asked)
    assert most <= AT_ONCE
    assert engine.said("add_profiles") == []
    assert panel.run.rows[8].fate is Fate.FAILED
    assert "Not accepted." in panel.rows.item(8).text()
    panel.take.click()
    order = engine.said("add_profiles")[-1]
    assert len(order["profiles"]) == HUNDREDS - 2
    with qtbot.waitSignal(panel.finished):
        desk.line.added.emit(Added(order["ticket"], list(range(1, HUNDREDS - 1))))
    assert len(engine.kept) == HUNDREDS - 2


def test_closing_the_panel_stops_the_asking_and_saves_nothing(
    desk: DeskWindow, page: ProfilesPage, engine: Engine, tmp_path: Path
) -> None:
    panel = panel_of(desk, page, write(tmp_path / "p.csv", *[f"x,,t{n}," for n in range(20)]))
    panel.take.click()
    desk.layers.close_top()
    cancelled = [order["ticket"] for order in engine.said("connect") if order.get("cancel")]
    assert len(cancelled) == AT_ONCE
    assert engine.said("add_profiles") == []


@pytest.mark.parametrize(
    ("content", "word"),
    [(b"", "empty"), (b"network,name\n", "token"), (b"\xff\xfe\x00", "UTF-8")],
)
def test_a_file_that_is_none_gets_one_sentence(
    desk: DeskWindow, page: ProfilesPage, tmp_path: Path, content: bytes, word: str
) -> None:
    path = tmp_path / "other.csv"
    path.write_bytes(content)
    open_file(desk, page, page.register, path)
    message = desk.layers.top()
    assert isinstance(message, Message)
    assert word in message.accessibleDescription()


def test_a_file_that_has_gone_gets_one_sentence(
    desk: DeskWindow, page: ProfilesPage, tmp_path: Path
) -> None:
    open_file(desk, page, page.register, tmp_path / "gone.csv")
    assert isinstance(desk.layers.top(), Message)


def test_no_token_is_shown(desk: DeskWindow, page: ProfilesPage, tmp_path: Path) -> None:
    panel = panel_of(desk, page, write(tmp_path / "p.csv", "x,,SENTINEL,", "none,,SENTINEL,"))
    shown = [panel.rows.item(row).text() for row in range(panel.rows.rowCount())]
    assert not any("SENTINEL" in text for text in [*shown, panel.summary.text()])


def test_a_force_without_profiles_says_what_to_do(page: ProfilesPage) -> None:
    assert page.empty.isVisible()


def test_the_chosen_line_has_the_ground_of_a_chosen_row_in_every_list(
    desk: DeskWindow, page: ProfilesPage, engine: Engine, tmp_path: Path
) -> None:
    panel = panel_of(desk, page, write(tmp_path / "profiles.csv", "x,,good,Oldmere"))
    panel.list.setCurrentIndex(panel.rows.index(0, 0))
    row = panel.list.visualRect(panel.rows.index(0, 0))
    ground = panel.list.viewport().grab().toImage().pixelColor(row.right() - 4, row.center().y())
    assert ground == theme().palette.bg4
    desk.layers.close_top()
