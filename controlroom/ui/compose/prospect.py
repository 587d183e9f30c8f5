"""What happens to a draft if it is put forward now, and why it may not be: in words."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from controlroom.model import clock
from controlroom.model.errors import WorldError
from controlroom.model.frozen import dataclass
from controlroom.model.journal_rights import Refusal
from controlroom.model.outgoing.checked import Finding, Verdict
from controlroom.model.outgoing.content import Content, written
from controlroom.team.publishing.content import WITH_TEXT
from controlroom.team.publishing.questions import why_not_submit
from controlroom.team.publishing.routes import steps_for
from controlroom.ui.compose import editing
from controlroom.ui.compose.when_told import moment_told
from controlroom.ui.language import counted, told
from controlroom.ui.officers.reasons import refusal_told
from controlroom.ui.refusals import publishing_refusal_told

if TYPE_CHECKING:
    from controlroom.model.outgoing.route import RouteStep
    from controlroom.ui.compose.kept import Sheet
    from controlroom.ui.record.book import RecordBook

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Prospect:
    """What would come of it.

    Attributes:
        why_not: why it may not be put forward now, "" if it may.
        then: what happens after that.
        steps: who has to agree.
        is_checked: the checks have seen what it says now.
    """

    why_not: str
    then: str
    steps: "tuple[RouteStep, ...]" = ()
    is_checked: bool = True

    @property
    def verb(self) -> str:
        """Returns what the button says."""
        if self.steps:
            return translate("Compose", "Send for approval")
        return translate("Compose", "Send")


def prospect(
    book: "RecordBook",
    sheet: "Sheet",
    findings: Sequence[Finding],
    *,
    is_checked: bool,
    unfit: Sequence[str] = (),
) -> Prospect:
    """Returns what would come of a draft.

    Args:
        is_checked: the findings are about what it says now.
        unfit: names of networks that would not take the text.
    """
    content, state = editing.tidied(sheet.content), book.state
    if state is None:
        return Prospect(translate("Compose", "The record is still being read."), "")
    steps = steps_for(state, book.officer, content, clock.now())[1] if content.targets else ()
    why = _why_not(book, sheet, content, findings, unfit) or (
        "" if is_checked else translate("Compose", "The checks are still running.")
    )
    return Prospect(why, _then(content, steps), steps, is_checked)


def _why_not(
    book: "RecordBook",
    sheet: "Sheet",
    content: Content,
    findings: Sequence[Finding],
    unfit: Sequence[str],
) -> str:
    if not content.targets:
        return translate("Compose", "Choose a profile.")
    silent = content.act in WITH_TEXT and any(
        not piece.text.strip() and not piece.files
        for key in content.targets
        for piece in content.pieces_for(key) or (editing.EMPTY,)
    )
    if silent:
        return translate("Compose", "There is nothing to say yet.")
    if unfit:
        template = translate("Compose", "Too long, or not taken, on {networks}.")
        return template.format(networks=", ".join(unfit))
    if content.at is not None and content.at <= clock.now():
        return translate("Compose", "Its time has passed.")
    return _checks_told(findings, sheet.confirmed) or _refused(book, sheet, content)


def _checks_told(findings: Sequence[Finding], confirmed: Sequence[str]) -> str:
    blocks = sum(one.verdict is Verdict.BLOCKS for one in findings)
    if blocks:
        return counted(
            blocks,
            translate("Compose", "{n} check blocks."),
            translate("Compose", "{n} checks block."),
        )
    asks = sum(one.verdict is Verdict.ASKS and one.rule not in confirmed for one in findings)
    if asks:
        return counted(
            asks,
            translate("Compose", "{n} check asks for your yes."),
            translate("Compose", "{n} checks ask for your yes."),
        )
    return ""


def _refused(book: "RecordBook", sheet: "Sheet", content: Content) -> str:
    assert book.state is not None
    try:
        written(content)
    except WorldError as error:
        return told(error)
    refusal = why_not_submit(book.state, book.officer, sheet.id, content, clock.now())
    if refusal is None:
        return ""
    if refusal is Refusal.NO_RIGHT:
        return translate("Compose", "You have no right to write for all of these profiles.")
    told_ = publishing_refusal_told(refusal) or refusal_told(refusal)
    return translate("Compose", "Not possible: {reason}").format(reason=told_)


def _then(content: Content, steps: "Sequence[RouteStep]") -> str:
    """Returns "Then: 2 approvals, 47 profiles, Thu 14 May 19:30"."""
    parts = []
    if steps:
        parts.append(
            counted(
                len(steps),
                translate("Compose", "{n} approval"),
                translate("Compose", "{n} approvals"),
            )
        )
    parts.append(
        counted(
            len(content.targets),
            translate("Compose", "{n} profile"),
            translate("Compose", "{n} profiles"),
        )
    )
    if content.at is not None:
        parts.append(moment_told(content.at, content.zone))
    elif steps:
        parts.append(translate("Compose", "as soon as it is approved"))
    else:
        parts.append(translate("Compose", "at once"))
    return translate("Compose", "Then: {what}").format(what=", ".join(parts))
