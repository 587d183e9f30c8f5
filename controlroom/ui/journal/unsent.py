"""Why something did not leave, and what was looked for in vain, as sentences."""

from PySide6.QtCore import QCoreApplication

from controlroom.model.outgoing.delivery import Unsent
from controlroom.ui.language import counted
from controlroom.ui.marked import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate
_UNSENT = {
    Unsent.REFUSED: QT_TRANSLATE_NOOP("Sending", "The network refused it."),
    Unsent.DUPLICATE: QT_TRANSLATE_NOOP("Sending", "The network says it has this already."),
    Unsent.SIGN_IN: QT_TRANSLATE_NOOP(
        "Sending", "The profile’s sign-in has expired: connect it again."
    ),
    Unsent.PERMISSION: QT_TRANSLATE_NOOP("Sending", "The profile may not do this there."),
    Unsent.GONE: QT_TRANSLATE_NOOP("Sending", "What it is about is not there any more."),
    Unsent.TOO_MANY: QT_TRANSLATE_NOOP("Sending", "The network wants no more for now."),
    Unsent.UNREACHED: QT_TRANSLATE_NOOP("Sending", "The network could not be reached."),
    Unsent.UNABLE: QT_TRANSLATE_NOOP("Sending", "The network cannot do this."),
    Unsent.BLOCKED: QT_TRANSLATE_NOOP("Sending", "A check stopped it."),
    Unsent.NO_FILE: QT_TRANSLATE_NOOP("Sending", "A photo or clip of it is missing."),
    Unsent.STOPPED: QT_TRANSLATE_NOOP("Sending", "It was stopped before it left."),
    Unsent.SLEPT: QT_TRANSLATE_NOOP("Sending", "This computer slept when it was due."),
}


def reason_told(reason: Unsent) -> str:
    """Returns why a network did not take a delivery, as a sentence."""
    return translate("Sending", _UNSENT[reason])


def looked_told(times: int) -> str:
    """Returns how often something unknown was looked for in vain, as a sentence."""
    if not times:
        return translate("Sending", "The profile’s own posts are read to see whether it is there.")
    return counted(
        times,
        translate("Sending", "Looked for {n} time, not found."),
        translate("Sending", "Looked for {n} times, not found."),
    )
