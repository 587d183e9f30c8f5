"""A panel that asks for something and then does it: questions, what is wrong, two buttons."""

from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.prose import Prose
from controlroom.ui.layers.layer import Panel
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
WIDTH = 500
LONGEST = 80


class Form(Panel):
    """Its makers add questions, answer `why_not` and do what is asked in `take`.

    Where there is no room for all questions they are scrolled, and the buttons stay.
    """

    top_share = 0.08
    wide = WIDTH
    """Pixels at 100 %."""

    def __init__(self, heading: str, yes: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first: QWidget | None = None
        self._whole, self._questions = self.body, QWidget(self)
        self.body = QVBoxLayout(self._questions)
        self.sheet = self._scrolled()
        self._whole.addWidget(self.sheet, 1)
        self.heading = Prose(Type.HEADING, 600, "text1", self)
        self.error = Prose(Type.SMALL, 500, "text2", self)
        self.no, self.yes = Button(Kind.PLAIN, self), Button(Kind.MAIN, self)
        self.heading.set_text(heading)
        self.yes.set_face(yes)
        self.yes.setAccessibleName(yes)
        self.setAccessibleName(heading)
        self.body.addWidget(self.heading)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        for button in (self.no, self.yes):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._buttons.addWidget(button)
        self.no.clicked.connect(self.finished)
        self.yes.clicked.connect(self.press)

    def why_not(self) -> str:
        """Returns in words why it cannot be done as it is filled in, "" if it can."""
        return ""

    def take(self) -> None:
        """Does what is asked."""

    def say(self, text: str) -> Prose:
        """Adds a sentence."""
        prose = Prose(Type.SMALL, 400, "text2", self)
        prose.set_text(text)
        self.body.addWidget(prose)
        return prose

    def ask(self, question: str, text: str = "", longest: int = LONGEST) -> QLineEdit:
        """Adds a question with a field for its answer."""
        words, field = Prose(Type.BODY, 600, "text1", self), QLineEdit(text, self)
        words.set_text(question)
        field.setAccessibleName(question)
        field.setMaxLength(longest)
        field.textChanged.connect(self.mind)
        field.returnPressed.connect(self.press)
        self.body.addWidget(words)
        self.add(field)
        return field

    def add(self, part: QWidget) -> None:
        """Adds a control of another kind; the first one gets the focus."""
        self._first = self._first or part
        self.body.addWidget(part)

    def end(self) -> None:
        """Ends the making: what is wrong and the buttons come last."""
        self._whole.addWidget(self.error)
        self._whole.addLayout(self._buttons)
        self.follow()
        self.mind()

    def mind(self, *_why: object) -> None:
        """Shows what stands against it."""
        why = self.why_not()
        self.yes.setEnabled(not why)
        self.yes.setAccessibleDescription(why)
        self.error.set_text(why)
        self.fit_anew()

    def press(self) -> None:
        """Does what is asked, if nothing stands against it, and goes."""
        self.mind()
        if self.yes.isEnabled():
            self.finished.emit()
            self.take()

    def first_focus(self) -> QWidget:
        first = self._first
        inner = first.findChild(QLineEdit) if first is not None else None
        return inner if isinstance(inner, QLineEdit) else first or self.no

    def wanted_size(self, room: QSize) -> QSize:
        px = theme().metrics.px
        width, around = min(px(self.wide), room.width()), self._whole.contentsMargins()
        inner = width - around.left() - around.right()
        parts = (
            self.body.totalHeightForWidth(inner),
            self.error.heightForWidth(inner),
            self._buttons.sizeHint().height(),
        )
        spaces = around.top() + around.bottom() + self._whole.spacing() * (len(parts) - 1)
        return QSize(width, min(sum(parts) + spaces, room.height()))

    def focusNextPrevChild(self, forward: bool) -> bool:
        moved = super().focusNextPrevChild(forward)
        focused = self.focusWidget()
        if focused is not None and self._questions.isAncestorOf(focused):
            top = focused.mapTo(self._questions, QPoint()).y()
            # Of a field Qt would show no more than where one writes.
            for edge in (top + focused.height(), top):
                self.sheet.ensureVisible(0, edge, 0, self.body.spacing())
        return moved

    def restyle(self) -> None:
        super().restyle()
        px = theme().metrics.px
        self._whole.setContentsMargins(px(16), px(16), px(16), px(16))
        self.body.setContentsMargins(0, 0, 0, 0)
        for column in (self._whole, self.body):
            column.setSpacing(px(8))
        self._buttons.setSpacing(px(8))
        for field in self.findChildren(QLineEdit):
            field.setFont(theme().fonts.font(Type.BODY))
            field.setFixedHeight(theme().metrics.height.field)

    def retranslate(self) -> None:
        cancel = translate("Question", "Cancel")
        self.no.set_face(cancel)
        self.no.setAccessibleName(cancel)

    def _scrolled(self) -> QScrollArea:
        sheet = QScrollArea(self)
        sheet.setWidget(self._questions)
        sheet.setWidgetResizable(True)
        sheet.setFrameShape(QFrame.Shape.NoFrame)
        sheet.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sheet.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return sheet
