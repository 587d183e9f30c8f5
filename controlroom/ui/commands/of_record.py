"""The commands of the record."""

from controlroom.ui.commands.command import Command, Group
from controlroom.ui.marked import QT_TRANSLATE_NOOP

RECORD = (
    Command(
        "verify-record",
        QT_TRANSLATE_NOOP("Commands", "Verify the record"),
        Group.DESK,
        "shield",
        detail=QT_TRANSLATE_NOOP("Commands", "every entry, and every checkpoint"),
        action=lambda desk: desk.verify_record(),
    ),
    Command(
        "export-record",
        QT_TRANSLATE_NOOP("Commands", "Export the record"),
        Group.DESK,
        "export",
        action=lambda desk: desk.export_record(),
    ),
)
