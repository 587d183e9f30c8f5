"""Chooses a saved text, fills in its fields, and puts it where one writes; keeps new ones."""

import secrets
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QStandardItem
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from controlroom.model.errors import WorldError
from controlroom.ui.compose.head import tongue_told
from controlroom.ui.compose.pick import Pick
from controlroom.ui.compose.text_box import TextBox
from controlroom.ui.compose.texts import SavedText, Texts, fields_of, filled
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.keep_room import keep_room
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.row_list import SPOKEN, WHAT, RowList
from controlroom.ui.language import language, told
from controlroom.ui.layers.layer import Panel
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import menu_icon
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
LONGEST_NAME = 80
TONGUES = ("en", "fr", "cy")


class TextsPanel(Panel):
    """A search, the texts, the chosen one with its fields; below what can be done with it.

    Args:
        taken: gets the text that is to be put where one writes.
        begun: what stands there, offered as a new saved text.
    """

    top_share = 0.06

    def __init__(
        self, texts: Texts, taken: Callable[[str], object], begun: str = "", code: str = ""
    ) -> None:
        super().__init__()
        self._texts, self._taken = texts, taken
        self._code = code or language().code
        self._now: SavedText | None = None
        self._filling = False
        self.heading, self.field, self.list = (
            Prose(Type.HEADING, 600, "text1"),
            QLineEdit(),
            RowList(),
        )
        self.none, self.name, self.tongue = Prose(), QLineEdit(), Pick()
        self.box, self.error = TextBox(5), Prose(Type.SMALL, 500, "red")
        self.values: dict[str, QLineEdit] = {}
        self.fresh, self.save, self.away = Button(), Button(), Button()
        self.leave, self.take = Button(), Button(Kind.MAIN)
        self._build()
        self._wire()
        self.follow()
        if begun or self._now is None:
            self._show(None, begun)

    def first_focus(self) -> QWidget:
        return self.field

    def wanted_size(self, room: QSize) -> QSize:
        px = theme().metrics.px
        return QSize(min(px(760), room.width()), min(px(640), room.height()))

    def restyle(self) -> None:
        super().restyle()
        px = theme().metrics.px
        self.body.setContentsMargins(px(16), px(16), px(16), px(16))
        self.body.setSpacing(px(8))
        for field in (self.field, self.name, *self.values.values()):
            field.setFont(theme().fonts.font(Type.BODY))
            field.setFixedHeight(theme().metrics.height.field)
        self.list.restyle()
        self._fill()

    def retranslate(self) -> None:
        self.heading.set_text(translate("Texts", "Saved texts and holding statements"))
        self.setAccessibleName(self.heading.text())
        self.list.setAccessibleName(self.heading.text())
        for field, text in (
            (self.field, translate("Texts", "Find a text")),
            (self.name, translate("Texts", "Name of the text")),
        ):
            field.setPlaceholderText(text)
            field.setAccessibleName(text)
        self.box.setPlaceholderText(
            translate("Texts", "A text, with fields in braces to be filled in")
        )
        self.box.setAccessibleName(self.box.placeholderText())
        self.tongue.name(translate("Texts", "Language of the text"))
        for button, text in (
            (self.fresh, translate("Texts", "New")),
            (self.save, translate("Texts", "Save for everybody")),
            (self.away, translate("Texts", "Remove")),
            (self.leave, translate("Texts", "Close")),
            (self.take, translate("Texts", "Insert")),
        ):
            button.set_face(text)
            button.setAccessibleName(text)
        self._fill()

    def _build(self) -> None:
        upper, lower = QHBoxLayout(), QHBoxLayout()
        upper.addWidget(self.name, 1)
        upper.addWidget(self.tongue)
        lower.addWidget(self.fresh)
        lower.addWidget(self.save)
        lower.addWidget(self.away)
        lower.addStretch(1)
        lower.addWidget(self.leave)
        lower.addWidget(self.take)
        self._fields = QGridLayout()
        for part in (self.heading, self.field, self.none, self.list):
            self.body.addWidget(part, 1 if part is self.list else 0)
        self.body.addLayout(upper)
        self.body.addWidget(self.box)
        self.body.addLayout(self._fields)
        self.body.addWidget(self.error)
        self.body.addLayout(lower)
        keep_room(self.list)
        self.name.setMaxLength(LONGEST_NAME)
        self.error.hide()
        for button in (self.fresh, self.save, self.away, self.leave, self.take, self.tongue):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _wire(self) -> None:
        self._texts.changed.connect(self._fill)
        self.field.textChanged.connect(self._fill)
        self.field.returnPressed.connect(self._insert)
        self.list.opened.connect(self._insert)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._choose())
        self.tongue.picked.connect(self._turn)
        self.box.written.connect(lambda _: self._show_fields())
        self.fresh.clicked.connect(partial(self._show, None, ""))
        self.save.clicked.connect(self._save)
        self.away.clicked.connect(self._remove)
        self.leave.clicked.connect(self.finished)
        self.take.clicked.connect(self._insert)

    def _fill(self) -> None:
        wanted = self.field.text().strip().casefold()
        found = [
            one for one in self._texts.all()
            if wanted in f"{one.name} {one.in_language(self._code)}".casefold()
        ]  # fmt: skip
        self._filling = True
        self.list.show_rows([self._row(one) for one in found])
        self._filling = False
        self.none.set_text(self._none_told())
        self.none.setVisible(not found and self._texts.is_read)
        self.list.setVisible(bool(found))
        if self._now is not None:
            key = self._now.key
            self._now = next((one for one in self._texts.all() if one.key == key), self._now)
        elif not self.box.text():
            self._choose()
        self._allow()

    def _none_told(self) -> str:
        if self._texts.all():
            return translate("Texts", "No saved text has these words.")
        return translate(
            "Texts",
            "No text is saved yet. Write one below, give it a name, and save it for everybody.",
        )

    def _row(self, one: SavedText) -> QStandardItem:
        words = f"{one.name}  ·  {', '.join(sorted(one.content))}"
        icon = menu_icon("note", theme().metrics.px(16), theme().palette.text2)
        item = QStandardItem(icon, words)
        item.setData(one, WHAT)
        item.setData(words, SPOKEN)
        return item

    def _choose(self) -> None:
        one = self.list.current(SavedText)
        if one is not None and not self._filling:
            self._show(one, one.in_language(self._code))

    def _show(self, one: SavedText | None, text: str, *_checked: bool) -> None:
        self._now = one
        self.name.setText(one.name if one is not None else "")
        self.box.fill(text)
        codes = dict.fromkeys((*TONGUES, self._code, *(one.content if one is not None else ())))
        code = self._code
        if one is not None and code not in one.content:
            code = next(iter(one.content), code)
        self.tongue.offer([(tongue, tongue_told(tongue)) for tongue in codes], code)
        self._show_fields()
        self._allow()

    def _turn(self, code: str) -> None:
        """Shows the text in another language, empty where it has none yet."""
        self._code = code
        if self._now is not None:
            self.box.fill(self._now.content.get(code, ""))
        self._show_fields()

    def _show_fields(self) -> None:
        wanted = fields_of(self.box.text())
        if tuple(self.values) == wanted:
            return
        before = {name: field.text() for name, field in self.values.items()}
        for field in self.values.values():
            self._fields.removeWidget(field)
            field.hide()
            field.deleteLater()
        self.values = {name: QLineEdit(before.get(name, ""), self) for name in wanted}
        for place, (name, field) in enumerate(self.values.items()):
            field.setPlaceholderText(name)
            field.setAccessibleName(name)
            field.setFont(theme().fonts.font(Type.BODY))
            field.setFixedHeight(theme().metrics.height.field)
            self._fields.addWidget(field, place // 3, place % 3)

    def _allow(self) -> None:
        self.away.setEnabled(self._now is not None)

    def _insert(self) -> None:
        text = filled(
            self.box.text(), {name: one.text().strip() for name, one in self.values.items()}
        )
        if text.strip():
            self.finished.emit()
            self._taken(text)

    def _save(self) -> None:
        name, text = self.name.text().strip(), self.box.text().strip()
        if not name or not text:
            self._refuse(translate("Texts", "A saved text needs a name and a text."))
            return
        code = self.tongue.value or self._code
        one = self._now or SavedText(secrets.token_hex(16), name, {})
        self._now = replace(one, name=name, content={**one.content, code: text})
        self._texts.save(self._now, self._fail)
        self._allow()
        self.error.hide()

    def _remove(self) -> None:
        if self._now is not None:
            self._texts.remove(self._now, self._fail)
            self._show(None, "")

    def _fail(self, error: WorldError) -> None:
        self._refuse(told(error))

    def _refuse(self, text: str) -> None:
        self.error.set_text(text)
        self.error.show()


def open_texts(
    window: Any, taken: Callable[[str], object], begun: str = "", code: str = "", host: Any = None
) -> None:
    """Opens the saved texts over a window; they are read from its record once.

    Args:
        host: where the panel opens, if that is another place than the window.
    """
    texts = window.findChild(Texts) or Texts(window)
    (host or window).open_layer(TextsPanel(texts, taken, begun, code))
