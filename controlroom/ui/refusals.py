"""Why a decision has no effect, in words: one list for the record, for officers and for drafts."""

from PySide6.QtCore import QCoreApplication

from controlroom.model.journal_rights import Refusal
from controlroom.ui.marked import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate
OF_PUBLISHING = {
    Refusal.OWN_WORK: QT_TRANSLATE_NOOP("Record", "nobody decides on work of their own"),
    Refusal.SAME_PERSON: QT_TRANSLATE_NOOP("Record", "each step is another person’s"),
    Refusal.AUTHOR_LEFT: QT_TRANSLATE_NOOP(
        "Record", "its author has left: somebody has to put it forward as theirs"
    ),
    Refusal.OTHER_VERSION: QT_TRANSLATE_NOOP("Record", "it was another version that was looked at"),
    Refusal.OTHER_STEP: QT_TRANSLATE_NOOP("Record", "another step was next"),
    Refusal.NOT_OPENED: QT_TRANSLATE_NOOP("Record", "not everything in it had been opened"),
    Refusal.NOT_WAITING: QT_TRANSLATE_NOOP("Record", "it was not waiting for this"),
    Refusal.NOT_APPROVED: QT_TRANSLATE_NOOP("Record", "it was not approved"),
    Refusal.CLAIMED: QT_TRANSLATE_NOOP("Record", "it was being sent already"),
    Refusal.ENDED: QT_TRANSLATE_NOOP("Record", "it had been sent already"),
    Refusal.WITHDRAWN: QT_TRANSLATE_NOOP("Record", "it had been withdrawn"),
    Refusal.HELD: QT_TRANSLATE_NOOP("Record", "publishing was held"),
    Refusal.LOCKED: QT_TRANSLATE_NOOP("Record", "the profile was locked"),
    Refusal.LIMITED: QT_TRANSLATE_NOOP("Record", "only the publishers on the list may publish"),
    Refusal.LATE: QT_TRANSLATE_NOOP("Record", "its time had passed by more than ten minutes"),
    Refusal.TOO_EARLY: QT_TRANSLATE_NOOP("Record", "its time had not come"),
    Refusal.NO_SENDER: QT_TRANSLATE_NOOP("Record", "only what sends may say this"),
    Refusal.OTHER_SENDER: QT_TRANSLATE_NOOP("Record", "another sender had taken it on"),
    Refusal.OTHER_KEY: QT_TRANSLATE_NOOP("Record", "the network knows it by another key"),
    Refusal.BOUND: QT_TRANSLATE_NOOP("Record", "that post belongs to something else we sent"),
    Refusal.NOT_READ_BACK: QT_TRANSLATE_NOOP(
        "Record", "it had not been looked for on the network often enough"
    ),
    Refusal.NO_INCIDENT: QT_TRANSLATE_NOOP("Record", "no such incident was open"),
}
"""Each the end of a sentence, without a full stop."""


def publishing_refusal_told(refusal: Refusal) -> str:
    """Returns why an entry about what leaves has no effect, "" if the reason is of another kind."""
    found = OF_PUBLISHING.get(refusal)
    return translate("Record", found) if found is not None else ""
