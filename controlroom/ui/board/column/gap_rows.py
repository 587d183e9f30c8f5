"""The gaps of a column as rows: from when to when something is missing, why, and what to do."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from controlroom.model import clock
from controlroom.model.reading import Gap, GapCause
from controlroom.ui.board.list.rows import TOP, Row, RowKind
from controlroom.ui.language import language
from controlroom.ui.marked import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate
WHY = {
    GapCause.NETWORK_DOWN: QT_TRANSLATE_NOOP("Gaps", "the network could not be reached"),
    GapCause.TOKEN_EXPIRED: QT_TRANSLATE_NOOP("Gaps", "the sign-in had expired"),
    GapCause.PERMISSION_MISSING: QT_TRANSLATE_NOOP("Gaps", "reading was not allowed"),
    GapCause.NOT_FOUND: QT_TRANSLATE_NOOP("Gaps", "the network did not know it"),
    GapCause.BUDGET_USED: QT_TRANSLATE_NOOP("Gaps", "the budget was used"),
    GapCause.NONSENSE: QT_TRANSLATE_NOOP("Gaps", "the answer could not be read"),
    GapCause.NOT_READING: QT_TRANSLATE_NOOP("Gaps", "nobody was reading"),
    GapCause.ASLEEP: QT_TRANSLATE_NOOP("Gaps", "this computer was asleep"),
    GapCause.TOO_MUCH: QT_TRANSLATE_NOOP("Gaps", "too much came at once"),
}


def rows_of(
    gaps: Sequence[Gap], asked: frozenset[int], ends: str, *, others: str = ""
) -> list[Row]:
    """Returns the rows of the gaps that stand, the newest first.

    Args:
        asked: ids of the gaps that the engine has been asked to fill.
        ends: words for the line above the newest saved post, "" for none.
        others: who fills gaps where nobody can ask for it here, in words.
    """
    standing = [gap for gap in gaps if gap.filled_at is None and not _is_empty(gap)]
    rows = [_row(gap, gap.id in asked, others) for gap in _once(standing)]
    rows.sort(key=lambda row: -row.at)
    saved = [Row(RowKind.SAVED, TOP, ends)] if ends else []
    return [*saved, *rows]


def _once(gaps: Sequence[Gap]) -> list[Gap]:
    """Several sources cut off together are one gap to whoever reads."""
    found: dict[tuple[datetime, datetime | None, GapCause, bool], Gap] = {}
    for gap in gaps:
        minute = gap.begins.replace(second=0, microsecond=0)
        ends = gap.ends.replace(second=0, microsecond=0) if gap.ends else None
        found.setdefault((minute, ends, gap.cause, gap.lost), gap)
    return list(found.values())


def _is_empty(gap: Gap) -> bool:
    return gap.ends is not None and gap.ends <= gap.begins


def filled_by(*, station: bool, reads: bool) -> str:
    """Returns who fills gaps where nobody can ask for it here, "" where somebody can."""
    if station:
        return translate("Gaps", "filled by the station")
    return "" if reads else translate("Gaps", "filled once posts are read again")


def _row(gap: Gap, asked: bool, others: str) -> Row:
    can_press = gap.ends is not None and not asked and not others
    said = _second(gap, asked, others)
    return Row(RowKind.GAP, _place(gap), _heading(gap), said, gap.id, can_press)


def _place(gap: Gap) -> int:
    """Coming from the newest post one meets a gap at its upper end."""
    from controlroom.store.cache.ids import first_id_at

    return TOP if gap.ends is None else first_id_at(int(gap.ends.timestamp() * 1000) + 1_000)


def _heading(gap: Gap) -> str:
    begins = _time(gap.begins, gap.ends)
    if gap.ends is None:
        return translate("Gaps", "Missing since {time}").format(time=begins)
    ends = _time(gap.ends, gap.begins)
    return translate("Gaps", "Missing {from_} – {to}").format(from_=begins, to=ends)


def _second(gap: Gap, asked: bool, others: str) -> str:
    why = translate("Gaps", WHY[gap.cause])
    if others:
        rest = others
    elif gap.ends is None:
        rest = translate("Gaps", "fills by itself")
    elif asked:
        rest = translate("Gaps", "asked for, filling")
    elif gap.lost:
        return translate("Gaps", "Not given any more · press to ask again")
    else:
        rest = translate("Gaps", "press to fill")
    return f"{why} · {rest}"


def _time(moment: datetime, other: datetime | None) -> str:
    local, now = moment.astimezone(), clock.now().astimezone()
    far = local.date() != now.date() or (other and other.astimezone().date() != local.date())
    hour = language().time_in_table(local)
    return f"{language().short_date(local)} {hour}" if far else hour
