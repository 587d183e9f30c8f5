"""Why an officer may or may not do something, and why a decision had no effect, in sentences."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from controlroom.model.errors import WorldError
from controlroom.model.journal_rights import (
    Answer,
    Covered,
    Denial,
    Denied,
    Granted,
    Refusal,
)
from controlroom.store.journal.errors import Conflict
from controlroom.ui.language import told
from controlroom.ui.officers.decided import decided_told
from controlroom.ui.officers.words import moment_told, named, role_told, scope_told
from controlroom.ui.record.book import WithoutEffect
from controlroom.ui.record.door import right_told
from controlroom.ui.refusals import publishing_refusal_told

if TYPE_CHECKING:
    from controlroom.ui.officers.around import Office

translate = QCoreApplication.translate
Because = Granted | Covered | Denied


def answer_told(office: "Office", answer: Answer) -> str:
    """Returns one sentence: who may do what, and why."""
    who, right = named(office.state, answer.officer), right_told(answer.right)
    why = "; ".join(because_told(office, one) for one in answer.because)
    if answer.allowed:
        template = translate("Rights", "{who} may {right} here: {why}.")
    else:
        template = translate("Rights", "{who} may not {right} here: {why}.")
    return template.format(who=who, right=right, why=why)


def because_told(office: "Office", because: Because) -> str:
    """Returns one reason."""
    match because:
        case Granted():
            return granted_told(office, because)
        case Covered():
            template = translate("Rights", "in place of {giver} until {until}, who has {role}")
            return template.format(
                giver=named(office.state, because.officer),
                until=moment_told(because.until),
                role=granted_told(office, because.granted),
            )
    return denial_told(office, because)


def granted_told(office: "Office", granted: Granted) -> str:
    """Returns a role with what it is for, and who gave it when."""
    template = translate("Rights", "{role} for {scope} ({by})")
    return template.format(
        role=role_told(granted.role),
        scope=scope_told(granted.scope, office.profiles),
        by=by_whom(office, granted.seq),
    )


def by_whom(office: "Office", seq: int) -> str:
    """Returns who decided something and when, with the number of the entry."""
    entry = office.entries.get(seq)
    if entry is None:
        return translate("Rights", "entry {seq}").format(seq=seq)
    template = translate("Rights", "by {who} on {when}, entry {seq}")
    return template.format(
        who=named(office.state, entry.actor), when=moment_told(entry.at), seq=seq
    )


def denial_told(office: "Office", denied: Denied) -> str:
    """Returns why not."""
    match denied.denial:
        case Denial.UNKNOWN:
            return translate("Rights", "the record does not know this number")
        case Denial.LEFT:
            template = translate("Rights", "has left ({by})")
            return template.format(by=by_whom(office, denied.seq))
        case Denial.LOCKED:
            template = translate("Rights", "the profile is locked ({by})")
            return template.format(by=by_whom(office, denied.seq))
    return translate("Rights", "no role has this right")


def why_all(office: "Office", answers: Sequence[Answer]) -> str:
    """Returns every reason for several rights, each told once."""
    reasons = dict.fromkeys(one for answer in answers for one in answer.because)
    return "; ".join(because_told(office, one) for one in reasons)


def failure_told(office: "Office", error: WorldError) -> str:
    """Returns what became of a decision that failed, and what changed meanwhile."""
    if isinstance(error, Conflict):
        template = translate("Rights", "Nothing was changed, because something came first: {what}")
        return template.format(what=decided_told(office, error.first))
    if isinstance(error, WithoutEffect):
        template = translate("Rights", "The record keeps this, but it changes nothing: {why}")
        return template.format(why=refusal_told(error.refusal))
    return told(error)


def refusal_told(refusal: Refusal) -> str:
    """Returns why a decision of the record has no effect."""
    if told := publishing_refusal_told(refusal):
        return f"{told}."
    return {
        Refusal.NOT_FOUNDED: translate("Rights", "the record has not been begun."),
        Refusal.FOUNDED_BEFORE: translate("Rights", "the record was begun before."),
        Refusal.NOT_AN_OFFICER: translate(
            "Rights", "who decided it is not, or no longer, an officer of this record."
        ),
        Refusal.NO_RIGHT: translate("Rights", "who decided it has no right to it."),
        Refusal.OWN_RIGHTS: translate("Rights", "nobody gives rights to themselves."),
        Refusal.UNKNOWN_OFFICER: translate("Rights", "the record has no such officer."),
        Refusal.UNKNOWN_ROLE: translate("Rights", "the record has no such role."),
        Refusal.UNKNOWN_SCOPE: translate("Rights", "the record has no such group or profile."),
        Refusal.UNKNOWN_RIGHT: translate("Rights", "there is no such right."),
        Refusal.THERE_ALREADY: translate("Rights", "it is so already."),
        Refusal.NOT_THERE: translate("Rights", "it is not so any more."),
        Refusal.LAST_MANAGER: translate(
            "Rights", "nobody would be left who may manage the whole force."
        ),
        Refusal.TOO_MANY: translate("Rights", "every place on the profile is taken."),
        Refusal.IN_THE_PAST: translate("Rights", "its end has passed already."),
        Refusal.CIRCLE: translate("Rights", "a group would stand in itself."),
        Refusal.MALFORMED: translate("Rights", "it is not written as it should be."),
    }[refusal]
