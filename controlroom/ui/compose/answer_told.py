"""How long somebody may still be answered, and what a person can do after that: in words."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from controlroom.model.outgoing.checked import Verdict
from controlroom.outbound.checks.answering import Answerable
from controlroom.ui.board.card.networks import look_of
from controlroom.ui.compose.when_told import moment_told, span_told
from controlroom.ui.language import language

translate = QCoreApplication.translate


def window_told(known: Answerable, now: datetime) -> str:
    """Returns until when an answer may leave, or why it may not any more and what to do."""
    if known.is_over(now):
        return after_told(known)
    told = translate("Reply", "{network} takes an answer until {until}: {left} left.")
    return told.format(
        network=look_of(known.network).name,
        until=moment_told(known.until),
        left=span_told(known.until - now),
    )


def late_told(known: Answerable, at: datetime) -> str:
    """Returns that a moment is too late, "" if an answer that leaves then is not."""
    if not known.is_over(at):
        return ""
    told = translate("Reply", "It has to leave by {until}. {why}")
    return told.format(until=moment_told(known.until), why=after_told(known))


def after_told(known: Answerable) -> str:
    """Returns why nothing may be answered after that, and what a person does instead."""
    code, after = language().code, known.window.after
    return " ".join((after.told(code), *after.how(code)))


def is_refused(known: Answerable) -> bool:
    """Returns whether nobody can say yes to an answer that is too late."""
    return known.window.verdict is Verdict.BLOCKS
