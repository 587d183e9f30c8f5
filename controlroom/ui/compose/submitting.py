"""Puts a draft into the record, and says what became of it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from controlroom.model.errors import WorldError
from controlroom.model.journal_outgoing import DraftSubmitted
from controlroom.model.outgoing.content import hash_of, written
from controlroom.store.journal.errors import Conflict
from controlroom.ui.compose import editing
from controlroom.ui.compose.kept import Sheet
from controlroom.ui.language import told
from controlroom.ui.officers.reasons import failure_told

if TYPE_CHECKING:
    from controlroom.model.journal import Entry
    from controlroom.ui.compose.composer import Composer
    from controlroom.ui.compose.prospect import Prospect

translate = QCoreApplication.translate


def submit(page: "Composer") -> None:
    """Puts the page's draft forward; the composer is free for the next one at once."""
    sheet, found, name = page.writing.sheet, page.prospect, page.writing.name
    text = written(editing.tidied(sheet.content))
    decision = DraftSubmitted(sheet.id, text, _confirmed(page, sheet))
    page.writing.mark_submitted(hash_of(text))
    keeper = page.window_.series
    if sheet.rule and keeper is not None:
        keeper.begin(sheet.id, sheet.rule)
    page.window_.record.decide(
        decision, partial(_taken, page, sheet, found, name), partial(_failed, page, sheet)
    )
    if page.window_.record.trouble is not None and not page.window_.record.is_own:
        text = translate("Compose", "The record cannot be reached: the draft waits here")
        page.window_.status.say_shortly(text)


def _confirmed(page: "Composer", sheet: Sheet) -> tuple[str, ...]:
    """Only questions that were really asked are answered."""
    asked = {one.rule for one in page.judging.findings}
    return tuple(one for one in sheet.confirmed if one in asked)


def _taken(page: "Composer", sheet: Sheet, found: "Prospect", name: str, _: "Entry") -> None:
    """The record has it: the workstation need not keep it any more."""
    now = page.writing.sheet
    if now.id == sheet.id and now.content == sheet.content:
        page.writing.discard()
        page.leave()
    elif now.id != sheet.id and page.window_.house is not None:
        page.window_.house.desk.remove_draft(name)
    page.window_.status.say_shortly(_told(found))


def _told(found: "Prospect") -> str:
    if found.steps:
        return translate("Compose", "Sent for approval")
    return translate("Compose", "On its way. What becomes of it is shown under Sending.")


def _failed(page: "Composer", sheet: Sheet, error: WorldError) -> None:
    if page.window_.series is not None:
        page.window_.series.begin_no_more(sheet.id)
    heading = translate("Compose", "The draft was not put forward")
    text = failure_told(page.window_.office, error) if isinstance(error, Conflict) else told(error)
    page.window_.tell(heading, text)
