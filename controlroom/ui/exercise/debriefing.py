"""Having a debrief written: what the team kept goes to the exercise, word of it comes back."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject

from controlroom.ui.exercise.line import ExerciseLine
from controlroom.ui.language import language
from controlroom.ui.workshop import Workshop

if TYPE_CHECKING:
    from controlroom.store.cache.reader import CacheReader

translate = QCoreApplication.translate
MOST_FOUND = 5_000
KEPT = "is:kept"


class Debriefing(QObject):
    """Asks for a debrief and says what became of it.

    Attributes:
        told: what was said last, plain text.
    """

    def __init__(self, line: ExerciseLine, parent: QObject) -> None:
        super().__init__(parent)
        self._line, self._heard = line, dict[str, str]()
        self._work: Workshop | None = None
        self.told = ""
        window: Any = line.parent()
        if window is not None:
            window.house_closed.connect(self.close)
            window.closed.connect(self.close)

    def begin(self, folder: str) -> None:
        """Looks aside for what the team kept, then has the debrief written into a folder."""
        house = getattr(self._line.parent(), "house", None)
        cache = house.cache if house is not None else None
        if cache is None:
            self._ask(folder, [])
            return
        self.close()
        self._work = Workshop(self)
        self._work.do(lambda: kept(cache), lambda found: self._ask(folder, found))

    def hear(self, status: dict[str, Any]) -> None:
        """Takes how the exercise stands, and says it when a debrief has been written."""
        heard = status.get("debrief", {})
        if heard and heard != self._heard:
            self._heard = heard
            self.told = _told(heard)
            window: Any = self._line.parent()
            window.status.say_shortly(self.told)

    def close(self) -> None:
        """Looks for nothing any more."""
        work, self._work = self._work, None
        if work is not None:
            work.close()
            work.deleteLater()

    def _ask(self, folder: str, found: list[dict[str, str]]) -> None:
        self.close()
        order = {"folder": folder, "language": language().code, "found": found}
        self._line.say(debrief=order)


def kept(cache: "CacheReader") -> list[dict[str, str]]:
    """Returns the posts the team has kept, as their networks call them; takes its time."""
    from controlroom.model.query.parse import parse

    posts = (one.post for one in cache.search(parse(KEPT), limit=MOST_FOUND))
    return [{"network": post.network, "remote_id": post.remote_id} for post in posts]


def _told(heard: dict[str, str]) -> str:
    if "error" in heard:
        template = translate("Exercise", "The debrief could not be written: {reason}")
        return template.format(reason=heard["error"])
    return translate("Exercise", "The debrief is in {file}").format(file=heard.get("page", ""))
