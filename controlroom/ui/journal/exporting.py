"""The jobs that take entries of the record out into a file."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from controlroom.model.journal import Entry
from controlroom.store.journal.base import PAGE
from controlroom.store.journal.draft import Draft, Going
from controlroom.store.journal.file import signer_of
from controlroom.store.journal.listing import Line, Unread
from controlroom.store.journal.package import export_package
from controlroom.store.journal.tables import About, Spoken, export_listing, export_table
from controlroom.store.journal.wanted import Wanted
from controlroom.ui.journal.long_work import Job
from controlroom.ui.journal.names import Names
from controlroom.ui.journal.row_paint import Row
from controlroom.ui.journal.sentences import plain
from controlroom.ui.journal.verifying import kept_elsewhere

if TYPE_CHECKING:
    from controlroom.store.journal.followed import Followed

translate = QCoreApplication.translate
CSV, JSON, PACKAGE = "csv", "json", "package"
ENDINGS = {CSV: "csv", JSON: "json", PACKAGE: "zip"}


def job_of(
    form: str, path: Path, wanted: Wanted, about: About, row_of: Callable[[Line], Row], names: Names
) -> Job:
    """Returns what writes a form of export into a draft for `path`."""
    if form == PACKAGE:
        return partial(_package, path=path, now=about.made_at)
    speak = partial(_spoken, row_of=row_of, names=names)
    if form == CSV:
        return lambda record, going: export_table(record.database, wanted, path, speak, going)
    return lambda record, going: export_listing(record.database, wanted, path, speak, about, going)


def _package(record: "Followed", going: Going, *, path: Path, now: datetime) -> Draft:
    signer = signer_of(record.database)
    return export_package(_entries(record), kept_elsewhere(record), signer, path, now, going)


def _entries(record: "Followed") -> Iterator[Entry]:
    after = 0
    while page := record.entries(after, PAGE):
        yield from page
        after = page[-1].seq


def _spoken(line: Line, row_of: Callable[[Line], Row], names: Names) -> Spoken:
    row = row_of(line)
    if isinstance(line, Unread):
        return Spoken("", plain(row.sentence))
    return Spoken(names.person(line.actor), plain(row.sentence), row.why)
