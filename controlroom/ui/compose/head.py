"""The head of the composer: what the draft is called, other drafts, second screen, close."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from controlroom.ui.compose.pick import Pick
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.draw import fill
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import language
from controlroom.ui.plain import set_tip
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
TONGUES = ("", "en", "fr", "cy", "de", "es", "it", "pl", "pt", "ro", "ar", "ur", "uk")
LONGEST_TITLE = 120


class ComposeHead(Styled, QWidget):
    """Strip of 48.

    Signals:
        titled: the draft is called otherwise; carries the title.
    """

    titled = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = Prose(Type.HEADING, 600, "text1", self)
        self.title, self.tongue = QLineEdit(self), Pick(self, "lang")
        self.fresh, self.drafts = Button(Kind.SMALL, self), Button(Kind.SMALL, self)
        self.aside, self.close_ = Button(Kind.GHOST, self), Button(Kind.GHOST, self)
        self._number = 0
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.heading)
        self._row.addWidget(self.title, 3)
        self._row.addStretch(2)
        for button in (self.tongue, self.fresh, self.drafts, self.aside, self.close_):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._row.addWidget(button)
        self.title.setMaxLength(LONGEST_TITLE)
        self.title.textEdited.connect(self.titled)
        self.follow()

    def show_title(self, title: str) -> None:
        """Shows what the draft is called."""
        if self.title.text() != title:
            self.title.setText(title)
            self.title.setCursorPosition(0)

    def show_number(self, drafts: int) -> None:
        """Tells how many drafts wait on this workstation."""
        self._number = drafts
        self.retranslate()

    def show_tongue(self, code: str) -> None:
        """Shows in which language the draft is written."""
        codes = TONGUES if code in TONGUES else (*TONGUES, code)
        self.tongue.offer([(one, tongue_told(one)) for one in codes], code)

    def set_roomy(self, roomy: bool) -> None:
        """Leaves out what a narrow window has no room for."""
        self.heading.setVisible(roomy)

    def restyle(self) -> None:
        px = theme().metrics.px
        self.setFixedHeight(theme().metrics.height.page_head)
        self._row.setContentsMargins(px(42), 0, px(10), 1)
        self._row.setSpacing(px(8))
        self.title.setFont(theme().fonts.font(Type.BODY))
        self.title.setFixedHeight(theme().metrics.height.field)
        self.title.setMinimumWidth(px(120))
        self.title.setMaximumWidth(px(420))
        self.heading.fix_width(px(80))

    def retranslate(self) -> None:
        self.heading.set_text(translate("Compose", "Compose"))
        self.heading.fix_width(theme().metrics.px(90))
        self.title.setPlaceholderText(translate("Compose", "What colleagues find it by"))
        self.title.setAccessibleName(self.title.placeholderText())
        drafts = translate("Compose", "Drafts")
        figure = f" {language().figure(self._number)}" if self._number else ""
        for button, text, icon, tip in (
            (self.fresh, translate("Compose", "New"), "plus", translate("Compose", "New draft")),
            (self.drafts, f"{drafts}{figure}", "list", translate("Compose", "Drafts kept here")),
            (self.aside, "", "detach", translate("Compose", "To a second screen, or back")),
            (self.close_, "", "x", translate("Compose", "Close, the draft is kept")),
        ):
            button.set_face(text, icon)
            button.setAccessibleName(tip)
            set_tip(button, tip if button is not self.close_ else f"{tip}  ·  Esc")
        self.tongue.name(translate("Compose", "Language of the post"))
        self.show_tongue(self.tongue.value)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        fill(painter, self.rect(), colours.bg2)
        painter.fillRect(0, self.height() - 1, self.width(), 1, colours.line2)
        size = px(18)
        draw_icon(painter, "compose", px(14), (self.height() - size) // 2, size, colours.text2)


def tongue_told(code: str) -> str:
    """Returns the name of a language."""
    if not code:
        return translate("Compose", "No language")
    from PySide6.QtCore import QLocale

    own = QLocale(code)
    if own.language() == QLocale.Language.C:
        return code
    if own.language() == QLocale.Language.English:
        return "English"
    name = own.nativeLanguageName()
    return name[:1].upper() + name[1:]
