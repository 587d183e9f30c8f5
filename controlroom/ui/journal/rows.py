"""Rows of the list made of entries."""

from PySide6.QtCore import QCoreApplication

from controlroom.store.journal.listing import Line, Unread
from controlroom.ui.journal.labels import icon_of, refusal_told
from controlroom.ui.journal.names import Names
from controlroom.ui.journal.row_paint import Row
from controlroom.ui.journal.sentences import Part, sentence
from controlroom.ui.language import language

translate = QCoreApplication.translate


def row_of(line: Line, names: Names) -> Row:
    """Returns an entry as a row; works in any thread."""
    if isinstance(line, Unread):
        return Row(line, "warn", (Part(_unread(line)),))
    refusal = names.state.refused.get(line.seq) if names.state is not None else None
    told, icon = sentence(line, names), icon_of(line.kind)
    if refusal is None:
        return Row(line, icon, told)
    return Row(line, icon, told, translate("Record", "Without effect"), refusal_told(refusal))


def _unread(line: Unread) -> str:
    number = language().figure(line.seq)
    if not line.reason:
        return translate("Record", "Entry {n} is missing.").format(n=number)
    template = translate("Record", "Entry {n} cannot be read: it is not written as entries are.")
    return template.format(n=number)
