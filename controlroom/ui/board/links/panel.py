"""The layer before a doubtful address is opened: its true host, and what is wrong with it."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from controlroom.ui.board.card.clean import clean_line
from controlroom.ui.board.links.judge import Judged
from controlroom.ui.board.links.words import doubt_words, refusal_words
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.prose import Prose
from controlroom.ui.layers.layer import Panel
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
WIDTH, MOST_SHOWN = 560, 400


class LinkPanel(Panel):
    """The host large, the address whole, each doubt in a sentence.

    Whoever presses in haste must come to no harm: Cancel is the main button and has the focus.

    Signals:
        agreed: it is to be opened.
    """

    agreed = Signal()
    top_share = 0.2

    def __init__(self, judged: Judged, given: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.judged, self._given = judged, given
        self.heading, self.host = Prose(Type.HEADING, 600, "text1"), Prose(Type.LEAD, 600, "text1")
        self.reasons, self.address = Prose(Type.BODY), Prose(Type.SMALL)
        self.open_, self.copy, self.no = Button(), Button(), Button(Kind.MAIN)
        self._row = QHBoxLayout()
        self._build()
        self.follow()

    def first_focus(self) -> QWidget:
        return self.no

    def wanted_size(self, room: QSize) -> QSize:
        width = min(theme().metrics.px(WIDTH) + 2 * theme().metrics.px(16), room.width())
        return QSize(width, self.body.totalHeightForWidth(width))

    def restyle(self) -> None:
        super().restyle()
        px = theme().metrics.px
        self.body.setContentsMargins(px(16), px(16), px(16), px(16))
        self.body.setSpacing(px(10))
        self._row.setSpacing(px(8))
        for prose in (self.heading, self.host, self.reasons, self.address):
            prose.fix_width(px(WIDTH))

    def retranslate(self) -> None:
        refused = self.judged.refusal is not None
        self.heading.set_text(
            translate("Links", "This address is not opened")
            if refused
            else translate("Links", "Look at this address first")
        )
        self.host.set_text(self._host())
        self.reasons.set_text("\n".join(self._reasons()))
        self.address.set_text(clean_line(self.judged.address or self._given, MOST_SHOWN))
        self.setAccessibleName(self.heading.text())
        self.setAccessibleDescription(" ".join([self._host(), *self._reasons()]))
        for button, text, icon in (
            (self.open_, translate("Links", "Open in the browser"), "globe"),
            (self.copy, translate("Links", "Copy the address"), "save"),
            (self.no, translate("Links", "Cancel"), ""),
        ):
            button.set_face(text, icon)
            button.setAccessibleName(text)

    def _host(self) -> str:
        judged = self.judged
        if not judged.host:
            return ""
        host = clean_line(judged.host, 253)
        if judged.reads:
            also = translate("Links", "{host}  (reads as {reads})")
            return also.format(host=host, reads=clean_line(judged.reads, 253))
        return host

    def _reasons(self) -> list[str]:
        if self.judged.refusal is not None:
            return [refusal_words(self.judged.refusal)]
        return [f"• {doubt_words(one, self.judged)}" for one in self.judged.doubts]

    def _build(self) -> None:
        for prose in (self.heading, self.host, self.reasons, self.address):
            self.body.addWidget(prose)
        self.host.setVisible(bool(self.judged.host))
        self.open_.setVisible(self.judged.refusal is None)
        self._row.addWidget(self.copy)
        self._row.addStretch(1)
        self._row.addWidget(self.open_)
        self._row.addWidget(self.no)
        self.body.addLayout(self._row)
        for button in (self.open_, self.copy, self.no):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.copy.clicked.connect(self._copy)
        self.no.clicked.connect(self.finished)
        self.open_.clicked.connect(self.finished)
        self.open_.clicked.connect(self.agreed)

    def _copy(self) -> None:
        text = self.judged.address or self._given
        QGuiApplication.clipboard().setText(text.encode("utf-8", "replace").decode("utf-8"))
