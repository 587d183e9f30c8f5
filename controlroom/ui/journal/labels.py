"""What kinds of entries, their subjects and their fields are called, and the icons of kinds."""

from PySide6.QtCore import QCoreApplication

from controlroom.model.journal_rights import Refusal
from controlroom.ui.journal import outgoing_labels
from controlroom.ui.marked import QT_TRANSLATE_NOOP
from controlroom.ui.refusals import publishing_refusal_told

translate = QCoreApplication.translate
KINDS = {
    "journal.founded": QT_TRANSLATE_NOOP("Record", "Record begun"),
    "journal.moved": QT_TRANSLATE_NOOP("Record", "Record moved"),
    "role.defined": QT_TRANSLATE_NOOP("Record", "Role defined"),
    "officer.added": QT_TRANSLATE_NOOP("Record", "Officer added"),
    "officer.changed": QT_TRANSLATE_NOOP("Record", "Officer renamed"),
    "officer.left": QT_TRANSLATE_NOOP("Record", "Officer left"),
    "role.granted": QT_TRANSLATE_NOOP("Record", "Role given"),
    "role.revoked": QT_TRANSLATE_NOOP("Record", "Role taken back"),
    "cover.given": QT_TRANSLATE_NOOP("Record", "Cover given"),
    "cover.ended": QT_TRANSLATE_NOOP("Record", "Cover ended"),
    "group.placed": QT_TRANSLATE_NOOP("Record", "Group placed"),
    "profile.placed": QT_TRANSLATE_NOOP("Record", "Profile placed"),
    "profile.locked": QT_TRANSLATE_NOOP("Record", "Profile locked"),
    "profile.lock_explained": QT_TRANSLATE_NOOP("Record", "Lock explained"),
    "profile.unlocked": QT_TRANSLATE_NOOP("Record", "Profile unlocked"),
    "conversation.assigned": QT_TRANSLATE_NOOP("Record", "Conversation assigned"),
    "conversation.noted": QT_TRANSLATE_NOOP("Record", "Note left"),
    "note.changed": QT_TRANSLATE_NOOP("Record", "Note rewritten"),
    "answer.taken_over": QT_TRANSLATE_NOOP("Record", "Answer taken over"),
    "board.shared": QT_TRANSLATE_NOOP("Record", "Board shared"),
    "board.unshared": QT_TRANSLATE_NOOP("Record", "Board shared no longer"),
    "checkpoint.signed": QT_TRANSLATE_NOOP("Record", "Checkpoint signed"),
    "body.erased": QT_TRANSLATE_NOOP("Record", "Body erased"),
    "record.exported": QT_TRANSLATE_NOOP("Record", "Record exported"),
    "station.took_over": QT_TRANSLATE_NOOP("Record", "Station on duty"),
    "station.equipped": QT_TRANSLATE_NOOP("Record", "What a station checks with"),
    **outgoing_labels.KINDS,
}
SORTS = {
    **outgoing_labels.SORTS,
    "officer": QT_TRANSLATE_NOOP("Record", "Officers"),
    "profile": QT_TRANSLATE_NOOP("Record", "Profiles"),
    "group": QT_TRANSLATE_NOOP("Record", "Groups"),
    "role": QT_TRANSLATE_NOOP("Record", "Roles"),
    "conversation": QT_TRANSLATE_NOOP("Record", "Conversations"),
    "note": QT_TRANSLATE_NOOP("Record", "Notes"),
    "answer": QT_TRANSLATE_NOOP("Record", "Answers being written"),
    "board": QT_TRANSLATE_NOOP("Record", "Boards"),
    "checkpoint": QT_TRANSLATE_NOOP("Record", "Checkpoints"),
    "export": QT_TRANSLATE_NOOP("Record", "Exports"),
    "entry": QT_TRANSLATE_NOOP("Record", "Entries themselves"),
    "station": QT_TRANSLATE_NOOP("Record", "Stations"),
    "journal": QT_TRANSLATE_NOOP("Record", "The record itself"),
}
"""The sorts of subjects, in the order in which they are offered."""
FIELDS = {
    "officer": QT_TRANSLATE_NOOP("Record", "Officer"),
    "name": QT_TRANSLATE_NOOP("Record", "Name"),
    "role": QT_TRANSLATE_NOOP("Record", "Role"),
    "roles": QT_TRANSLATE_NOOP("Record", "Roles"),
    "granted": QT_TRANSLATE_NOOP("Record", "Given"),
    "rights": QT_TRANSLATE_NOOP("Record", "Rights"),
    "scope": QT_TRANSLATE_NOOP("Record", "For"),
    "to": QT_TRANSLATE_NOOP("Record", "To"),
    "until": QT_TRANSLATE_NOOP("Record", "Until"),
    "group": QT_TRANSLATE_NOOP("Record", "Group"),
    "parent": QT_TRANSLATE_NOOP("Record", "Stands in"),
    "profile": QT_TRANSLATE_NOOP("Record", "Profile"),
    "most_officers": QT_TRANSLATE_NOOP("Record", "Places"),
    "reason": QT_TRANSLATE_NOOP("Record", "Reason"),
    "conversation": QT_TRANSLATE_NOOP("Record", "Conversation"),
    "how": QT_TRANSLATE_NOOP("Record", "How"),
    "board": QT_TRANSLATE_NOOP("Record", "Board"),
    "content": QT_TRANSLATE_NOOP("Record", "Content"),
    "text": QT_TRANSLATE_NOOP("Record", "Text"),
    "size": QT_TRANSLATE_NOOP("Record", "Entries"),
    "root": QT_TRANSLATE_NOOP("Record", "Root"),
    "key": QT_TRANSLATE_NOOP("Record", "Key"),
    "signature": QT_TRANSLATE_NOOP("Record", "Signature"),
    "rule": QT_TRANSLATE_NOOP("Record", "Rule"),
    "form": QT_TRANSLATE_NOOP("Record", "Form"),
    "entries": QT_TRANSLATE_NOOP("Record", "Entries"),
    "chosen": QT_TRANSLATE_NOOP("Record", "Chosen by"),
    "computer": QT_TRANSLATE_NOOP("Record", "Computer"),
    "case_key": QT_TRANSLATE_NOOP("Record", "Key of the case lists"),
    "sites": QT_TRANSLATE_NOOP("Record", "Own sites"),
    **outgoing_labels.FIELDS,
}
FORMS = {
    "csv": QT_TRANSLATE_NOOP("Record", "table (CSV)"),
    "json": QT_TRANSLATE_NOOP("Record", "data (JSON)"),
    "package": QT_TRANSLATE_NOOP("Record", "signed package"),
}
_REFUSALS = {
    Refusal.NOT_FOUNDED: QT_TRANSLATE_NOOP("Record", "the record had not been begun"),
    Refusal.FOUNDED_BEFORE: QT_TRANSLATE_NOOP("Record", "the record had been begun before"),
    Refusal.NOT_AN_OFFICER: QT_TRANSLATE_NOOP("Record", "who decided it was no officer then"),
    Refusal.NO_RIGHT: QT_TRANSLATE_NOOP("Record", "who decided it had no right to it"),
    Refusal.OWN_RIGHTS: QT_TRANSLATE_NOOP("Record", "nobody gives rights to themselves"),
    Refusal.UNKNOWN_OFFICER: QT_TRANSLATE_NOOP("Record", "there was no such officer"),
    Refusal.UNKNOWN_ROLE: QT_TRANSLATE_NOOP("Record", "there was no such role"),
    Refusal.UNKNOWN_SCOPE: QT_TRANSLATE_NOOP("Record", "there was no such group or profile"),
    Refusal.UNKNOWN_RIGHT: QT_TRANSLATE_NOOP("Record", "there is no such right"),
    Refusal.THERE_ALREADY: QT_TRANSLATE_NOOP("Record", "it was so already"),
    Refusal.NOT_THERE: QT_TRANSLATE_NOOP("Record", "there was nothing to end"),
    Refusal.LAST_MANAGER: QT_TRANSLATE_NOOP("Record", "nobody would have managed the force"),
    Refusal.TOO_MANY: QT_TRANSLATE_NOOP("Record", "every place on the profile was taken"),
    Refusal.IN_THE_PAST: QT_TRANSLATE_NOOP("Record", "its end had passed already"),
    Refusal.CIRCLE: QT_TRANSLATE_NOOP("Record", "a group would have stood in itself"),
    Refusal.MALFORMED: QT_TRANSLATE_NOOP("Record", "it is not written as it should be"),
}
_ICONS = {
    "journal": "house",
    "role": "key",
    "officer": "person",
    "cover": "swap",
    "group": "group",
    "profile": "profiles",
    "conversation": "comment",
    "note": "note",
    "answer": "swap",
    "board": "board",
    "checkpoint": "shield",
    "body": "trash",
    "record": "export",
    "station": "box",
    **outgoing_labels.ICONS,
}
_ICONS_OF_KINDS = {
    "role.granted": "key",
    "profile.locked": "lock",
    "profile.lock_explained": "lock",
    "conversation.noted": "note",
    "conversation.assigned": "assign",
    **outgoing_labels.ICONS_OF_KINDS,
}


def kind_told(kind: str) -> str:
    """Returns what a kind of entry is called; one this version does not know by its own name."""
    return translate("Record", KINDS[kind]) if kind in KINDS else kind


def sort_told(about: str) -> str:
    """Returns what a sort of subject is called."""
    return translate("Record", SORTS[about]) if about in SORTS else about


def field_told(field: str) -> str:
    """Returns what a field of a body is called."""
    return translate("Record", FIELDS[field]) if field in FIELDS else field


def form_told(form: str) -> str:
    """Returns what a form of export is called, within a sentence."""
    return translate("Record", FORMS[form]) if form in FORMS else form


def refusal_told(refusal: Refusal) -> str:
    """Returns why an entry has no effect, as the end of a sentence, without a full stop."""
    told = publishing_refusal_told(refusal)
    return told or translate("Record", _REFUSALS[refusal])


def icon_of(kind: str) -> str:
    """Returns the icon of a kind of entry."""
    return _ICONS_OF_KINDS.get(kind) or _ICONS.get(kind.partition(".")[0], "info")
