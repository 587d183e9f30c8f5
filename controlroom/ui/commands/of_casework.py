"""Keys of the board and the drawer that wait for what this version cannot do yet: each says so."""

from controlroom.ui.commands.command import Command, Group, Reason, because
from controlroom.ui.marked import QT_TRANSLATE_NOOP

NO_PUBLISHING = because(
    QT_TRANSLATE_NOOP("Reasons", "Not possible yet: this version publishes nothing.")
)
NO_CASES = because(QT_TRANSLATE_NOOP("Reasons", "Not possible yet: this version keeps no cases."))
NO_TRANSLATION = because(
    QT_TRANSLATE_NOOP("Reasons", "Not possible yet: this version translates nothing.")
)


def _later(name: str, text: str, icon: str, key: str, reason: Reason = NO_CASES) -> Command:
    return Command(name, text, Group.BOARD, icon, (key,), reason=reason)


CASEWORK = (
    _later("reply", QT_TRANSLATE_NOOP("Commands", "Reply"), "reply", "R", NO_PUBLISHING),
    _later("message", QT_TRANSLATE_NOOP("Commands", "Private message"), "mail", "M", NO_PUBLISHING),
    _later("assign", QT_TRANSLATE_NOOP("Commands", "Assign"), "assign", "A"),
    _later("assign-me", QT_TRANSLATE_NOOP("Commands", "Assign to me"), "person", "Shift+A"),
    _later("status", QT_TRANSLATE_NOOP("Commands", "Status of the conversation"), "half", "S"),
    _later("tip", QT_TRANSLATE_NOOP("Commands", "Mark as tip"), "tip", "T"),
    _later("rumour", QT_TRANSLATE_NOOP("Commands", "Mark as rumour"), "rumour", "U"),
    _later("evidence", QT_TRANSLATE_NOOP("Commands", "Save as evidence"), "evid", "E"),
    _later("dispatch", QT_TRANSLATE_NOOP("Commands", "Pass to dispatch"), "phone", "D"),
    _later("note", QT_TRANSLATE_NOOP("Commands", "Internal note"), "note", "N"),
    _later("translate", QT_TRANSLATE_NOOP("Commands", "Translate"), "lang", "V", NO_TRANSLATION),
)
