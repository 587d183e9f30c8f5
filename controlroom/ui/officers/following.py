"""What of officers and rights takes effect without anybody pressing a button."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject

if TYPE_CHECKING:
    from controlroom.ui.officers.office import WindowOffice

translate = QCoreApplication.translate
LEFT = "left"


def follow_officers(window: Any) -> None:
    """Makes rights take effect in a window, and its person a way to who works there."""
    from controlroom.ui.officers.veiling import Veiling

    office = window.office
    Veiling(office)
    _Leaving(office)
    window.top.person.clicked.connect(lambda: open_at_desk(window))


def open_at_desk(window: Any) -> None:
    """Opens the panel of who works at a desk, or closes it if it is open."""
    from controlroom.ui.officers.at_desk import AtDesk

    if isinstance(window.layers.top(), AtDesk):
        window.layers.close_top()
    else:
        window.open_layer(AtDesk(window.office))


class _Leaving(QObject):
    """Says at once that who works here has left."""

    def __init__(self, office: "WindowOffice") -> None:
        super().__init__(office)
        self._office, self._told = office, ""
        office.changed.connect(self._look)

    def _look(self) -> None:
        state, book, window = self._office.state, self._office.book, self._office.window
        officer = state.officers.get(book.officer) if state is not None else None
        has_left = officer is not None and bool(officer.left)
        if not has_left:
            if self._told:
                self._told = ""
                window.status.stand(LEFT, None)
            return
        if self._told != book.officer:
            self._told = book.officer
            window.status.stand(LEFT, _words, "at-desk")
            name = officer.name if officer is not None else ""
            window.tell(*_message(name, in_team=not book.is_own))


def _words() -> tuple[str, str]:
    return (
        translate("Rights", "No rights: has left"),
        translate("Rights", "Who works at this desk has left: every right of theirs has ended."),
    )


def _message(name: str, *, in_team: bool) -> tuple[str, str]:
    heading = translate("Rights", "{name} has left").format(name=name)
    if in_team:
        return heading, translate(
            "Rights",
            "Every right of this login has ended, on every desk. What has been read stays on this"
            " computer; nothing new comes, and nothing can be decided here.",
        )
    return heading, translate(
        "Rights",
        "Every right of who works at this desk has ended, on every desk. Nothing can be decided"
        " here any more until somebody else takes over: press the name at the top right.",
    )
