"""The group of settings about what the checks take for the force's own."""

from pytestqt.qtbot import QtBot

from controlroom.model.outgoing.content import Act, Content, Piece
from controlroom.outbound.checks import check
from controlroom.ui.compose.protected import Protected
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.settings.protocol import ProtocolGroup


def test_sites_and_numbers_that_are_entered_pass_the_checks(desk: DeskWindow, qtbot: QtBot) -> None:
    group = ProtocolGroup(desk)
    qtbot.addWidget(group)
    draft = Content(
        Act.POST, (), (Piece("See https://new.example/a or call 01632 960222. www.fen.example"),)
    )

    def rules() -> set[str]:
        return {one.rule for one in check(draft, Protected(desk).surroundings({}))}

    told: list[str] = []
    desk.line.take(lambda **_: None, lambda **_: None, lambda: told.append(desk.settings.own_sites))
    assert rules() == {"unknown_link", "phone"}
    group.sites.setText(" New.example, www.fen.example ")
    group.phones.setText("01632 960 222, 01632 960 223")
    group.phones.editingFinished.emit()
    assert rules() == set()
    assert desk.settings.own_sites == "New.example, www.fen.example"
    assert told == ["New.example, www.fen.example"]
