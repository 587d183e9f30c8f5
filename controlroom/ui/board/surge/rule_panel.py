"""Edits the rule of a surge: which single posts are still shown one by one."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from controlroom.model.surge_rule import SurgeRule
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.switch import Switch
from controlroom.ui.layers.layer import Panel
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
WIDTH, MOST_FOLLOWERS, LONGEST = 480, 100_000_000, 500


class RulePanel(Panel):
    """A switch for each reason, how many followers count, and names of places of the force's own.

    Args:
        taken: is given the rule when it is saved.
    """

    top_share = 0.2

    def __init__(
        self, rule: SurgeRule, taken: Callable[[SurgeRule], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._taken = taken
        self.heading, self._text = Prose(Type.HEADING, 600, "text1"), Prose()
        self.media, self.place, self.risk = Switch(), Switch(), Switch()
        self.many = Switch()
        self.places, self.followers = QLineEdit(rule.places), QLineEdit()
        self._asked = {self.followers: Prose(), self.places: Prose()}
        self.take, self.leave = Button(Kind.MAIN), Button(Kind.PLAIN)
        self._row = QHBoxLayout()
        self._show(rule)
        self._build()
        self.follow()

    def first_focus(self) -> QWidget:
        return self.media

    def wanted_size(self, room: QSize) -> QSize:
        width = min(theme().metrics.px(WIDTH) + 2 * theme().metrics.px(16), room.width())
        return QSize(width, self.body.totalHeightForWidth(width))

    def rule(self) -> SurgeRule:
        """Returns the rule as it stands here."""
        followers = int(self.followers.text() or 0) if self.many.isChecked() else 0
        media, place, risk = (one.isChecked() for one in (self.media, self.place, self.risk))
        places = "".join(one for one in self.places.text() if one.isprintable()).strip()
        return SurgeRule(media, place, risk, followers, places)

    def restyle(self) -> None:
        super().restyle()
        px = theme().metrics.px
        self.body.setContentsMargins(px(16), px(16), px(16), px(16))
        self.body.setSpacing(px(8))
        self._row.setSpacing(px(8))
        for prose in (self.heading, self._text, *self._asked.values()):
            prose.fix_width(px(WIDTH))
        for field in self._asked:
            field.setFont(theme().fonts.font(Type.BODY))
            field.setFixedHeight(theme().metrics.height.field)

    def retranslate(self) -> None:
        title = translate("Surge", "Posts shown one by one in a surge")
        self.heading.set_text(title)
        self.setAccessibleName(title)
        self._text.set_text(translate(
            "Surge",
            "All others are grouped and counted. Everything is saved. This holds for this desk, at"
            " once and from now on. A place that ten posts of a surge have named is what it is"
            " about, and is no reason any more.",
        ))  # fmt: skip
        for switch, words in (
            (self.media, translate("Surge", "Posts with pictures, clips or sound")),
            (self.place, translate("Surge", "Posts that name a junction, street or other place")),
            (self.risk, translate("Surge", "Posts with a word of risk")),
            (self.many, translate("Surge", "Posts by authors whom many follow")),
        ):
            switch.setText(words)
            switch.setAccessibleName(words)
        for field, words in (
            (self.followers, translate("Surge", "More followers than")),
            (self.places, translate("Surge", "Further names of places, parted by commas")),
        ):
            self._asked[field].set_text(words)
            field.setAccessibleName(words)
        for button, words in (
            (self.take, translate("AskText", "Save")),
            (self.leave, translate("AskText", "Cancel")),
        ):
            button.set_face(words)
            button.setAccessibleName(words)

    def _show(self, rule: SurgeRule) -> None:
        self.media.setChecked(rule.media)
        self.place.setChecked(rule.place)
        self.risk.setChecked(rule.risk)
        self.many.setChecked(rule.followers > 0)
        self.followers.setText(str(rule.followers or SurgeRule().followers))
        self._allow()

    def _build(self) -> None:
        self.followers.setValidator(QIntValidator(1, MOST_FOLLOWERS, self.followers))
        self.places.setMaxLength(LONGEST)
        for part in (self.heading, self._text, self.media, self.risk, self.many,
                     self._asked[self.followers], self.followers, self.place,
                     self._asked[self.places], self.places):  # fmt: skip
            self.body.addWidget(part)
        self._row.addStretch(1)
        self._row.addWidget(self.leave)
        self._row.addWidget(self.take)
        self.body.addLayout(self._row)
        for one in (self.media, self.place, self.risk, self.many, self.take, self.leave):
            one.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for switch in (self.many, self.place):
            switch.toggled.connect(self._allow)
        for field in self._asked:
            field.returnPressed.connect(self._try)
            field.textChanged.connect(self._allow)
        self.take.clicked.connect(self._try)
        self.leave.clicked.connect(self.finished)

    def _allow(self, *_any: object) -> None:
        self.followers.setEnabled(self.many.isChecked())
        self.places.setEnabled(self.place.isChecked())
        self.take.setEnabled(not self.many.isChecked() or self.followers.hasAcceptableInput())

    def _try(self) -> None:
        if self.take.isEnabled():
            self.finished.emit()
            self._taken(self.rule())
