"""What is done to a post with one word: asked about, put into the record, and told."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from controlroom.model import clock
from controlroom.model.errors import WorldError
from controlroom.model.journal_outgoing import DraftSubmitted
from controlroom.model.journal_subject import profile_key
from controlroom.model.outgoing.content import Act, Content, written
from controlroom.team.publishing.questions import why_not_submit
from controlroom.team.publishing.routes import steps_for
from controlroom.ui.called import called
from controlroom.ui.compose.kept import new_id
from controlroom.ui.compose.pick import Pick
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.prose import Prose
from controlroom.ui.language import language, told
from controlroom.ui.layers.layer import Panel
from controlroom.ui.officers.reasons import refusal_told
from controlroom.ui.plain import bounded
from controlroom.ui.refusals import publishing_refusal_told
from controlroom.ui.reply.answering import about_for, name_for
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from controlroom.model.cached import CachedPost
    from controlroom.model.profile import Profile
    from controlroom.ui.record.book import RecordBook

translate = QCoreApplication.translate
LONGEST, WIDTH = 160, 480


class Quick:
    """Asks and does."""

    def __init__(self, window: Any, book: "RecordBook") -> None:
        self._window, self._book = window, book

    def ask(self, post: "CachedPost", act: Act, profiles: "Sequence[Profile]") -> None:
        """Asks whether it is to be done."""
        if profiles:
            panel = QuickPanel(post, act, profiles, self._then)
            panel.agreed.connect(partial(self._do, post, act))
            self._window.open_layer(panel)

    def content(self, post: "CachedPost", act: Act, profile: str) -> Content:
        """Returns the draft of it."""
        return Content(act, (profile,), about=about_for(post, act))

    def _do(self, post: "CachedPost", act: Act, profile: str) -> None:
        content, draft = self.content(post, act, profile), new_id()
        assert self._book.state is not None
        refusal = why_not_submit(self._book.state, self._book.officer, draft, content, clock.now())
        if refusal is not None:
            text = publishing_refusal_told(refusal) or refusal_told(refusal)
            self._window.tell(_failed_told(), text)
            return
        done = partial(self._window.status.say_shortly, translate("Quick", "It is on its way"))
        self._book.decide(
            DraftSubmitted(draft, written(content)), lambda _entry: done(), self._fail
        )

    def _then(self, post: "CachedPost", act: Act, profile: str) -> str:
        """Returns who has to agree to it, if anybody has."""
        state = self._book.state
        if state is None:
            return ""
        content = self.content(post, act, profile)
        steps = steps_for(state, self._book.officer, content, clock.now())[1]
        if not steps:
            return translate("Quick", "It is done at once, and stays in the record.")
        return translate("Quick", "Somebody else has to agree first.")

    def _fail(self, error: WorldError) -> None:
        self._window.tell(_failed_told(), told(error))


class QuickPanel(Panel):
    """What will happen to which post, as whom, and the word for it; Cancel has the focus.

    Signals:
        agreed: it is to be done; carries the profile's key.
    """

    agreed = Signal(str)
    top_share = 0.2

    def __init__(
        self, post: "CachedPost", act: Act, profiles: "Sequence[Profile]", then: Any
    ) -> None:
        super().__init__()
        self._post, self._act, self._then = post, act, then
        self.heading, self.text = Prose(Type.HEADING, 600, "text1"), Prose()
        self.note, self.profile = Prose(Type.SMALL), Pick()
        offered = [(profile_key(one), called(one)) for one in profiles]
        self.profile.offer(offered, offered[0][0])
        self.yes, self.no = Button(Kind.MAIN), Button()
        self._build()
        self.follow()

    def first_focus(self) -> QWidget:
        return self.no

    def wanted_size(self, room: QSize) -> QSize:
        width = theme().metrics.px(WIDTH) + 2 * theme().metrics.px(16)
        return QSize(min(width, room.width()), self.body.totalHeightForWidth(width))

    def restyle(self) -> None:
        super().restyle()
        px = theme().metrics.px
        self.body.setContentsMargins(px(16), px(16), px(16), px(16))
        self.body.setSpacing(px(10))
        for prose in (self.heading, self.text, self.note):
            prose.fix_width(px(WIDTH))

    def retranslate(self) -> None:
        self.heading.set_text(heading_told(self._act))
        self.setAccessibleName(self.heading.text())
        text = bounded(" ".join(self._post.post.text.split()), LONGEST)
        self.text.set_text(f"{name_for(self._post)}: {language().quoted(text)}")
        self.profile.name(translate("Quick", "As which profile"))
        self.yes.set_face(verb_told(self._act))
        self.yes.setAccessibleName(verb_told(self._act))
        cancel = translate("Question", "Cancel")
        self.no.set_face(cancel)
        self.no.setAccessibleName(cancel)
        self._say()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.profile)
        row.addStretch(1)
        row.addWidget(self.no)
        row.addWidget(self.yes)
        for part in (self.heading, self.text, self.note):
            self.body.addWidget(part)
        self.body.addLayout(row)
        for button in (self.no, self.yes):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.profile.picked.connect(lambda _: self._say())
        self.no.clicked.connect(self.finished)
        self.yes.clicked.connect(self._agree)

    def _say(self) -> None:
        self.note.set_text(self._then(self._post, self._act, self.profile.value))

    def _agree(self) -> None:
        self.finished.emit()
        self.agreed.emit(self.profile.value)


def heading_told(act: Act) -> str:
    """Returns the question."""
    return {
        Act.REPOST: translate("Quick", "Repost this?"),
        Act.LIKE: translate("Quick", "Like this?"),
        Act.HIDE: translate("Quick", "Hide this on the network?"),
        Act.SHOW: translate("Quick", "Show this again on the network?"),
        Act.DELETE: translate("Quick", "Delete this post of ours?"),
    }[act]


def verb_told(act: Act) -> str:
    """Returns the answer that does it."""
    return {
        Act.REPOST: translate("Quick", "Repost"),
        Act.LIKE: translate("Quick", "Like"),
        Act.HIDE: translate("Quick", "Hide"),
        Act.SHOW: translate("Quick", "Show again"),
        Act.DELETE: translate("Quick", "Delete"),
    }[act]


def _failed_told() -> str:
    return translate("Quick", "It was not put forward")
