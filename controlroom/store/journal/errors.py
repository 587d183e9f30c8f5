"""What can go wrong with the record."""

from controlroom.model.errors import WorldError
from controlroom.model.journal import Entry


class JournalError(WorldError):
    """The record cannot be used as it should."""


class Conflict(JournalError):
    """Somebody decided about the same subject first; nothing was appended.

    Attributes:
        first: the entry that was first.
    """

    sentence = "{who} was first: {kind} at {at}."
    remedy = "Look at what changed, then decide again."

    def __init__(self, first: Entry) -> None:
        self.first = first
        super().__init__(who=first.actor, kind=first.kind, at=f"{first.at:%H:%M:%S}")


class AnsweredSince(Conflict):
    """A conversation was answered, or its answer taken over, by somebody else; nothing was added.

    `first` is their answer if there is one, else the taking over.
    """

    sentence = "{who} has answered this conversation since, at {at}."
    remedy = "Look at their answer, then send yours if it still says something else."


class PenElsewhere(JournalError):
    """Somebody else is writing the answer at this moment; nothing was added.

    Attributes:
        officer: their force number.
        desk: what their workstation is called.
    """

    sentence = "{officer} is writing an answer to this conversation now, at {desk}."
    remedy = "Take it over from them, or wait until it is sent or left."

    def __init__(self, officer: str, desk: str) -> None:
        self.officer, self.desk = officer, desk
        super().__init__(officer=officer, desk=desk)


class AheadOfJournal(JournalError):
    sentence = "The record ends at entry {head}, but entry {seen} was seen before."
    remedy = "It was put back from an older copy: ask who keeps the record, and change nothing."


class JournalMovedAway(JournalError):
    sentence = "The record of this workstation goes on in a team's database."
    remedy = "Join the team with “controlroom team join”."


class EntryUnreadable(JournalError):
    """An entry is not in the form in which entries are written; `seq` names it."""

    sentence = "Entry {seq} of the record cannot be read: {reason}."
    remedy = "Run “controlroom verify”, and keep the file as it is."


class DatabaseAway(JournalError):
    """A read did not come through; nothing was asked to change."""

    sentence = "The team's database does not answer."
    remedy = "Reading goes on; decisions wait until it is back."


class Unsettled(JournalError):
    """The connection broke while an entry was appended: it may be there.

    The same proposal handed in again settles it, and is never there twice.
    """

    sentence = "Nobody knows whether the decision was recorded: the database broke off."
    remedy = "It is looked up as soon as the database answers."


class JournalBusy(JournalError):
    sentence = "The record is held by somebody else for too long."
    remedy = "Try again; if it lasts, the station ends what holds it."


class NotAllowed(JournalError):
    sentence = "The team's database does not allow this."
    remedy = "Ask an administrator of the database."


class NoTeamHere(JournalError):
    sentence = "The database {database} holds no record of a team."
    remedy = "Have an administrator run “controlroom team create”."


class TeamIsThere(JournalError):
    sentence = "The database {database} holds the record of a team already."
    remedy = "Join it, or choose an empty database."


class RecordBroken(JournalError):
    sentence = "The record of this workstation is broken at entry {seq}: {fault}."
    remedy = "Nothing was moved. Keep the file as it is, and ask who keeps the record."


class PackageFalse(JournalError):
    """A package is not as it was signed; `name` is the file in it that shows it."""

    sentence = "The package {path} is not what was signed: {name}."
    remedy = "Ask for it once more, and compare its SHA-256 with what the record says."
