"""An entry of the record as a sentence: one template a kind, with the names it is about set off."""

from collections.abc import Callable, Iterable, Mapping
from string import Formatter
from typing import Any, NamedTuple, cast

from PySide6.QtCore import QCoreApplication

from controlroom.model.journal import Entry
from controlroom.model.journal_kinds import (
    AnswerTakenOver,
    BoardShared,
    BoardUnshared,
    BodyErased,
    CheckpointSigned,
    ConversationAssigned,
    ConversationNoted,
    CoverEnded,
    CoverGiven,
    Decision,
    Erased,
    GroupPlaced,
    JournalFounded,
    JournalMoved,
    Malformed,
    NoteChanged,
    OfficerAdded,
    OfficerChanged,
    OfficerLeft,
    ProfileLocked,
    ProfileLockExplained,
    ProfilePlaced,
    ProfileUnlocked,
    RecordExported,
    RoleDefined,
    RoleGranted,
    RoleRevoked,
    StationEquipped,
    StationTookOver,
    Unknown,
    read,
)
from controlroom.model.journal_subject import conversation_of_note, profile_of_conversation
from controlroom.model.pen import Taking
from controlroom.ui.board.card.clean import clean_line
from controlroom.ui.journal import incident_sentences, outgoing_sentences
from controlroom.ui.journal.labels import form_told, kind_told
from controlroom.ui.journal.moments import moment_told
from controlroom.ui.journal.names import Names
from controlroom.ui.language import language
from controlroom.ui.marked import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate
LONGEST = 240
"""Characters of one value that stand in a sentence; the pane has all of them."""


class Part(NamedTuple):
    """Some words of a sentence; `named` is what it is about rather than what was done."""

    text: str
    named: bool = False


Sentence = tuple[Part, ...]
Values = dict[str, str]
Case = tuple[str, Values]

BEGUN = QT_TRANSLATE_NOOP("Record", "{officer} began this record.")
MOVED = QT_TRANSLATE_NOOP("Record", "{who} moved the record to {place}, where it goes on.")
DEFINED = QT_TRANSLATE_NOOP("Record", "{who} set what the role {role} may do: {rights}.")
DEFINED_NOTHING = QT_TRANSLATE_NOOP("Record", "{who} took every right from the role {role}.")
ADDED = QT_TRANSLATE_NOOP("Record", "{who} added {officer} to the officers.")
RENAMED = QT_TRANSLATE_NOOP("Record", "{who} changed the name of officer {number} to {name}.")
CUT_OFF = QT_TRANSLATE_NOOP("Record", "{who} cut off {officer}, who left.")
LEFT = QT_TRANSLATE_NOOP("Record", "{who} left, and gave up every role.")
GRANTED = QT_TRANSLATE_NOOP("Record", "{who} gave {officer} the role {role} for {scope}.")
REVOKED = QT_TRANSLATE_NOOP("Record", "{who} took the role {role} for {scope} from {officer}.")
GIVEN_UP = QT_TRANSLATE_NOOP("Record", "{who} gave up the role {role} for {scope}.")
COVERED = QT_TRANSLATE_NOOP("Record", "{who} had {to} stand in for {officer} until {until}.")
COVER_ASKED = QT_TRANSLATE_NOOP("Record", "{who} has {to} stand in until {until}.")
UNCOVERED = QT_TRANSLATE_NOOP("Record", "{who} ended that {to} stands in for {officer}.")
GROUPED = QT_TRANSLATE_NOOP("Record", "{who} placed the group {group} in {parent}.")
GROUPED_TOP = QT_TRANSLATE_NOOP("Record", "{who} placed the group {group} right below the force.")
PLACED = QT_TRANSLATE_NOOP(
    "Record", "{who} placed {profile} in {group}, with room for {n} officers."
)
PLACED_FREELY = QT_TRANSLATE_NOOP(
    "Record", "{who} placed {profile} in {group}, with room for any number of officers."
)
LOCKED = QT_TRANSLATE_NOOP("Record", "{who} locked {profile}.")
LOCKED_WHY = QT_TRANSLATE_NOOP("Record", "{who} locked {profile}: {reason}")
EXPLAINED = QT_TRANSLATE_NOOP("Record", "{who} said why {profile} was locked: {reason}")
UNLOCKED = QT_TRANSLATE_NOOP("Record", "{who} unlocked {profile}.")
UNLOCKED_WHY = QT_TRANSLATE_NOOP("Record", "{who} unlocked {profile}: {reason}")
ASSIGNED = QT_TRANSLATE_NOOP("Record", "{who} gave {officer} the conversation {talk} of {profile}.")
TAKEN = QT_TRANSLATE_NOOP("Record", "{who} took the conversation {talk} of {profile}.")
FREED = QT_TRANSLATE_NOOP(
    "Record", "{who} left the conversation {talk} of {profile} to nobody in particular."
)
NOTED = QT_TRANSLATE_NOOP("Record", "{who} left a note in a conversation of {profile}: {text}")
REWROTE = QT_TRANSLATE_NOOP("Record", "{who} rewrote a note in a conversation of {profile}: {text}")
HANDED_OVER = QT_TRANSLATE_NOOP(
    "Record", "{who} took over an answer in a conversation of {profile} that {officer} handed over."
)
UNANSWERED = QT_TRANSLATE_NOOP(
    "Record",
    "{who} asked for an answer of {officer} in a conversation of {profile}, and took it over.",
)
FROM_SILENT = QT_TRANSLATE_NOOP(
    "Record",
    "{who} took over an answer in a conversation of {profile} from the silent desk of {officer}.",
)
AT_ONCE = QT_TRANSLATE_NOOP(
    "Record", "{who} took over at once an answer of {officer} in a conversation of {profile}."
)
ELSEWHERE = QT_TRANSLATE_NOOP(
    "Record", "{who} went on at another desk with an answer in a conversation of {profile}."
)
SHARED = QT_TRANSLATE_NOOP("Record", "{who} shared the board {board} as it then stood.")
UNSHARED = QT_TRANSLATE_NOOP("Record", "{who} stopped sharing the board {board}.")
SIGNED = QT_TRANSLATE_NOOP("Record", "A checkpoint over the first {n} entries was signed.")
ERASED = QT_TRANSLATE_NOOP("Record", "What entry {n} said was erased under the rule {rule}.")
EXPORTED = QT_TRANSLATE_NOOP("Record", "{who} exported the whole record, {n} entries, as {form}.")
EXPORTED_SOME = QT_TRANSLATE_NOOP(
    "Record", "{who} exported {n} entries of the record as {form}, chosen by {chosen}."
)
EQUIPPED = QT_TRANSLATE_NOOP(
    "Record", "{who}: the computer {computer} lacks nothing to check with."
)
LACKS_KEY = QT_TRANSLATE_NOOP(
    "Record", "{who}: the computer {computer} has no key of the case lists."
)
LACKS_SITES = QT_TRANSLATE_NOOP(
    "Record", "{who}: the force’s own sites are not entered on the computer {computer}."
)
LACKS_BOTH = QT_TRANSLATE_NOOP(
    "Record",
    "{who}: the computer {computer} has neither a key of the case lists nor the force’s own sites.",
)
ON_DUTY = QT_TRANSLATE_NOOP("Record", "{who} is on duty, on the computer {computer}.")
GONE = QT_TRANSLATE_NOOP("Record", "{who}: {kind}, about {subject}. What it said was erased.")
STRANGE = QT_TRANSLATE_NOOP(
    "Record", "{who}: {kind}, about {subject}; this version cannot read it."
)
TWISTED = QT_TRANSLATE_NOOP(
    "Record", "{who}: {kind}, about {subject}; it is not written as it should be."
)
PLAIN = QT_TRANSLATE_NOOP("Record", "{who}: {kind}, about {subject}.")

TEMPLATES = {
    "journal.founded": (BEGUN,),
    "journal.moved": (MOVED,),
    "role.defined": (DEFINED, DEFINED_NOTHING),
    "officer.added": (ADDED,),
    "officer.changed": (RENAMED,),
    "officer.left": (CUT_OFF, LEFT),
    "role.granted": (GRANTED,),
    "role.revoked": (REVOKED, GIVEN_UP),
    "cover.given": (COVERED, COVER_ASKED),
    "cover.ended": (UNCOVERED,),
    "group.placed": (GROUPED, GROUPED_TOP),
    "profile.placed": (PLACED, PLACED_FREELY),
    "profile.locked": (LOCKED,),
    "profile.lock_explained": (EXPLAINED,),
    "profile.unlocked": (UNLOCKED,),
    "conversation.assigned": (ASSIGNED, TAKEN, FREED),
    "conversation.noted": (NOTED,),
    "note.changed": (REWROTE,),
    "answer.taken_over": (HANDED_OVER, UNANSWERED, FROM_SILENT, AT_ONCE, ELSEWHERE),
    "board.shared": (SHARED,),
    "board.unshared": (UNSHARED,),
    "checkpoint.signed": (SIGNED,),
    "body.erased": (ERASED,),
    "record.exported": (EXPORTED, EXPORTED_SOME),
    "station.took_over": (ON_DUTY,),
    "station.equipped": (EQUIPPED, LACKS_KEY, LACKS_SITES, LACKS_BOTH),
    **incident_sentences.TEMPLATES,
    **outgoing_sentences.TEMPLATES,
}
"""The sentences a kind can have: what somebody types to find it stands in one of them."""


def sentence(entry: Entry, names: Names) -> Sentence:
    """Returns what an entry says, in the language in force."""
    template, values = _case(entry, names)
    return parts(translate("Record", template), values)


def plain(told: Iterable[Part]) -> str:
    """Returns a sentence as text."""
    return "".join(part.text for part in told)


def parts(template: str, values: Mapping[str, str]) -> Sentence:
    """Returns a template with its values, which are set off; each is one line, and bounded."""
    found: list[Part] = []
    for text, field, _form, _conversion in Formatter().parse(template):
        if text:
            found.append(Part(text))
        if field:
            found.append(Part(clean_line(values[field], LONGEST), named=True))
    return tuple(found)


def template_words(kind: str) -> str:
    """Returns the words that sentences of a kind have besides their values."""
    templates = [translate("Record", one) for one in TEMPLATES.get(kind, ())]
    return " ".join(part for one in templates for part, *_ in Formatter().parse(one) if part)


def _case(entry: Entry, names: Names) -> Case:
    told = read(entry)
    who = names.person(entry.actor)
    subject = {"who": who, "kind": kind_told(entry.kind), "subject": names.subject(entry.subject)}
    match told:
        case Erased():
            return GONE, subject
        case Unknown():
            return STRANGE, subject
        case Malformed():
            return TWISTED, subject
    case = _CASES.get(type(told))
    if case is None:
        return PLAIN, subject
    template, values = case(told, names, entry.actor)
    return template, {"who": who, **values}


def _founded(told: JournalFounded, names: Names, _actor: str) -> Case:
    return BEGUN, {"officer": _with_number(told.name, told.officer)}


def _moved(told: JournalMoved, names: Names, _actor: str) -> Case:
    return MOVED, {"place": told.to}


def _defined(told: RoleDefined, names: Names, _actor: str) -> Case:
    values = {"role": names.role(told.role), "rights": names.rights(told.rights)}
    return (DEFINED if told.rights else DEFINED_NOTHING), values


def _added(told: OfficerAdded, names: Names, _actor: str) -> Case:
    return ADDED, {"officer": _with_number(told.name, told.officer)}


def _renamed(told: OfficerChanged, names: Names, _actor: str) -> Case:
    return RENAMED, {"number": told.officer, "name": told.name}


def _left(told: OfficerLeft, names: Names, actor: str) -> Case:
    own = told.officer == actor
    return (LEFT if own else CUT_OFF), {"officer": names.person(told.officer)}


def _granted(told: RoleGranted, names: Names, _actor: str) -> Case:
    return GRANTED, _role_of(told, names)


def _revoked(told: RoleRevoked, names: Names, actor: str) -> Case:
    return (GIVEN_UP if told.officer == actor else REVOKED), _role_of(told, names)


def _role_of(told: RoleGranted | RoleRevoked, names: Names) -> Values:
    return {
        "officer": names.person(told.officer),
        "role": names.role(told.role),
        "scope": names.scope(told.scope),
    }


def _covered(told: CoverGiven, names: Names, actor: str) -> Case:
    values = {**_cover(told, names), "until": moment_told(told.until)}
    return (COVER_ASKED if told.officer == actor else COVERED), values


def _uncovered(told: CoverEnded, names: Names, _actor: str) -> Case:
    return UNCOVERED, _cover(told, names)


def _cover(told: CoverGiven | CoverEnded, names: Names) -> Values:
    return {"officer": names.person(told.officer), "to": names.person(told.to)}


def _grouped(told: GroupPlaced, names: Names, _actor: str) -> Case:
    values = {"group": told.group, "parent": told.parent}
    return (GROUPED if told.parent else GROUPED_TOP), values


def _placed(told: ProfilePlaced, names: Names, _actor: str) -> Case:
    values = {
        "profile": names.profile(told.profile),
        "group": told.group or names.scope("force"),
        "n": language().figure(told.most_officers),
    }
    return (PLACED if told.most_officers else PLACED_FREELY), values


def _locked(told: ProfileLocked, names: Names, _actor: str) -> Case:
    values = {"profile": names.profile(told.profile), "reason": told.reason}
    return (LOCKED_WHY if told.reason else LOCKED), values


def _explained(told: ProfileLockExplained, names: Names, _actor: str) -> Case:
    return EXPLAINED, {"profile": names.profile(told.profile), "reason": told.reason}


def _unlocked(told: ProfileUnlocked, names: Names, _actor: str) -> Case:
    values = {"profile": names.profile(told.profile), "reason": told.reason}
    return (UNLOCKED_WHY if told.reason else UNLOCKED), values


def _assigned(told: ConversationAssigned, names: Names, actor: str) -> Case:
    profile, talk = names.conversation(told.conversation)
    values = {"profile": profile, "talk": talk, "officer": names.person(told.officer)}
    if not told.officer:
        return FREED, values
    return (TAKEN if told.officer == actor else ASSIGNED), values


def _noted(told: ConversationNoted, names: Names, _actor: str) -> Case:
    return NOTED, _note(told, names)


def _rewrote(told: NoteChanged, names: Names, _actor: str) -> Case:
    return REWROTE, _note(told, names)


def _note(told: ConversationNoted | NoteChanged, names: Names) -> Values:
    talk = conversation_of_note(told.note)
    is_read = names.may_read(profile_of_conversation(talk))
    hidden = translate("Record", "(not shown: no right to read there)")
    return {"profile": names.conversation(talk)[0], "text": told.text if is_read else hidden}


def _taken_over(told: AnswerTakenOver, names: Names, _actor: str) -> Case:
    template = {
        Taking.GIVEN: HANDED_OVER,
        Taking.UNANSWERED: UNANSWERED,
        Taking.SILENT: FROM_SILENT,
        Taking.OWN: ELSEWHERE,
    }.get(cast("Taking", told.how), AT_ONCE)
    profile, _talk = names.conversation(told.conversation)
    return template, {"profile": profile, "officer": names.person(told.officer)}


def _shared(told: BoardShared, names: Names, _actor: str) -> Case:
    return SHARED, {"board": told.name}


def _unshared(told: BoardUnshared, names: Names, _actor: str) -> Case:
    return UNSHARED, {"board": told.name}


def _signed(told: CheckpointSigned, names: Names, _actor: str) -> Case:
    return SIGNED, {"n": language().figure(told.size)}


def _erased(told: BodyErased, names: Names, _actor: str) -> Case:
    return ERASED, {"n": told.entry, "rule": told.rule}


def _exported(told: RecordExported, names: Names, _actor: str) -> Case:
    values = {
        "n": language().figure(told.entries),
        "form": form_told(told.form),
        "chosen": told.chosen,
    }
    return (EXPORTED_SOME if told.chosen else EXPORTED), values


def _on_duty(told: StationTookOver, names: Names, _actor: str) -> Case:
    return ON_DUTY, {"computer": told.computer}


def _equipped(told: StationEquipped, names: Names, _actor: str) -> Case:
    if told.case_key:
        template = EQUIPPED if told.sites else LACKS_SITES
    else:
        template = LACKS_KEY if told.sites else LACKS_BOTH
    return template, {"computer": told.computer}


def _with_number(name: str, number: str) -> str:
    return f"{name} ({number})" if name else number


_CASES: dict[type[Decision], Callable[[Any, Names, str], Case]] = {
    JournalFounded: _founded,
    JournalMoved: _moved,
    RoleDefined: _defined,
    OfficerAdded: _added,
    OfficerChanged: _renamed,
    OfficerLeft: _left,
    RoleGranted: _granted,
    RoleRevoked: _revoked,
    CoverGiven: _covered,
    CoverEnded: _uncovered,
    GroupPlaced: _grouped,
    ProfilePlaced: _placed,
    ProfileLocked: _locked,
    ProfileLockExplained: _explained,
    ProfileUnlocked: _unlocked,
    ConversationAssigned: _assigned,
    ConversationNoted: _noted,
    NoteChanged: _rewrote,
    AnswerTakenOver: _taken_over,
    BoardShared: _shared,
    BoardUnshared: _unshared,
    CheckpointSigned: _signed,
    BodyErased: _erased,
    RecordExported: _exported,
    StationTookOver: _on_duty,
    StationEquipped: _equipped,
    **incident_sentences.CASES,
    **outgoing_sentences.CASES,
}
