"""Whether who works at this desk may do something: the one door every page asks at."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from controlroom.model.journal_rights import Denial, Denied, Right
from controlroom.model.journal_subject import FORCE

if TYPE_CHECKING:
    from controlroom.ui.record.book import RecordBook

translate = QCoreApplication.translate


def why_not(window: Any, right: Right, scope: str = FORCE) -> str:
    """Returns in words why whoever works here may not do something, "" if they may.

    Until the record has been read, everybody may at a desk of one, and nobody in a team.
    """
    book: RecordBook | None = getattr(window, "record", None)
    if book is None:
        return ""
    if book.state is None:
        return "" if book.is_own else translate("Rights", "The record is still being read.")
    return denied_told(book, right, scope)


def why_none_of(window: Any, scope: str, *rights: Right) -> str:
    """Returns in words why none of some rights is there, "" if one of them is."""
    told = [why_not(window, right, scope) for right in rights]
    return "" if not all(told) else told[0]


def denied_told(book: "RecordBook", right: Right, scope: str) -> str:
    """Returns why a record that has been read denies something, "" if it does not."""
    if book.may(right, scope):
        return ""
    because = book.why(right, scope).because
    denial = because[0].denial if because and isinstance(because[0], Denied) else Denial.NO_ROLE
    match denial:
        case Denial.UNKNOWN:
            return translate("Rights", "The record does not know who works at this desk.")
        case Denial.LEFT:
            return translate(
                "Rights", "Who works at this desk has left: every right of theirs has ended."
            )
        case Denial.LOCKED:
            return translate("Rights", "The profile is locked: somebody suspects misuse.")
    template = translate("Rights", "None of your roles has the right to {right} here.")
    return template.format(right=right_told(right))


def right_told(right: Right) -> str:
    """Returns what a right allows, as it stands in a sentence."""
    return {
        Right.READ: translate("Rights", "read"),
        Right.READ_MESSAGES: translate("Rights", "read private messages"),
        Right.DRAFT: translate("Rights", "draft"),
        Right.REPLY: translate("Rights", "reply"),
        Right.PUBLISH: translate("Rights", "publish"),
        Right.APPROVE: translate("Rights", "approve"),
        Right.HOLD: translate("Rights", "hold"),
        Right.RELEASE: translate("Rights", "release"),
        Right.MODERATE: translate("Rights", "moderate"),
        Right.MANAGE: translate("Rights", "manage"),
        Right.EXPORT: translate("Rights", "export"),
        Right.CASES: translate("Rights", "keep the case lists"),
    }[right]
