"""Nothing in the window renders what others wrote as markup."""

import ast
from pathlib import Path

from pytestqt.qtbot import QtBot

import controlroom.ui
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.plain import PlainLabel, escaped, set_tip

ROOT = Path(controlroom.ui.__file__).parent
DOOR = "plain.py"
RICH_NAMES = {"QLabel", "QMessageBox", "QErrorMessage", "QTextBrowser", "QTextDocument", "QToolBox"}
RICH_CALLS = {
    "setHtml",
    "setMarkdown",
    "insertHtml",
    "setToolTip",
    "setWhatsThis",
    "setStatusTip",
    "showText",
    "setTextFormat",
}
EVIL = '<img src="file:///etc/hostname"><b>bold</b>'


def findings(source: str) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Name) and node.id in RICH_NAMES:
            found.add(node.id)
        if isinstance(node, ast.ImportFrom):
            found |= {one.name for one in node.names} & RICH_NAMES
        if isinstance(node, ast.Attribute) and node.attr in RICH_CALLS:
            found.add(node.attr)
    return found


def test_only_one_file_may_use_what_can_render_markup() -> None:
    allowed = {"commands/menus.py": {"setToolTip"}}
    for path in sorted(ROOT.rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        if name != DOOR:
            assert findings(path.read_text("utf-8")) <= allowed.get(name, set()), name


def test_the_search_for_rich_setters_finds_them() -> None:
    assert findings("from PySide6.QtWidgets import QLabel\nQLabel().setHtml('x')") == {
        "QLabel",
        "setHtml",
    }


def test_a_label_shows_markup_as_it_is(qtbot: QtBot) -> None:
    label, plain = PlainLabel(EVIL), PlainLabel("x" * len(EVIL))
    for one in (label, plain):
        qtbot.addWidget(one)
    assert label.text() == EVIL
    assert label.sizeHint().height() == plain.sizeHint().height()
    assert label.sizeHint().width() > 100


def test_a_tooltip_shows_markup_as_it_is(qtbot: QtBot) -> None:
    label = PlainLabel("x")
    qtbot.addWidget(label)
    set_tip(label, EVIL)
    assert "<img" not in label.toolTip()
    assert "&lt;img" in label.toolTip()
    assert escaped("a < b & c") == "a < b & c"


def test_a_message_shows_markup_as_it_is(desk: DeskWindow) -> None:
    desk.tell("Heading", EVIL)
    panel = desk.layers.top()
    assert panel is not None
    assert panel.accessibleDescription() == EVIL
    desk.close_layer()
