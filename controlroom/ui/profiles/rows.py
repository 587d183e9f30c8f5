"""The profiles as rows of a table: sorted, filtered, one cell a fact."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from controlroom.model import clock
from controlroom.model.query.fold import fold
from controlroom.ui.board.card.networks import look_of
from controlroom.ui.called import called
from controlroom.ui.language import language
from controlroom.ui.profiles.standing import Standing
from controlroom.ui.profiles.words import (
    NEVER,
    access_told,
    ago,
    condition_told,
    moment_told,
    places_told,
    reason_told,
)

translate = QCoreApplication.translate


class Column(IntEnum):
    """The columns, left to right."""

    CONDITION = 0
    PROFILE = 1
    GROUP = 2
    OFFICERS = 3
    ACCESS = 4
    LAST_POST = 5
    LAST_READ = 6
    GAPS = 7
    LEFT = 8


@dataclass(slots=True)
class Wanted:
    """What the table is to show.

    Attributes:
        words: each must be in a profile's names; folded.
        by_trouble: worst first; else by name.
    """

    words: tuple[str, ...] = ()
    network: str = ""
    group: str = ""
    by_trouble: bool = True

    def shown(self, standings: Sequence[Standing]) -> list[Standing]:
        """Returns the wanted ones in order."""
        found = [one for one in standings if self._fits(one)]
        return sorted(found, key=self._rank)

    def _fits(self, one: Standing) -> bool:
        if self.network and one.profile.network != self.network:
            return False
        if self.group and one.group != self.group:
            return False
        text = _findable(one)
        return all(word in text for word in self.words)

    def _rank(self, one: Standing) -> tuple[bool, int, int, str]:
        name = fold(called(one.profile))
        if not self.by_trouble:
            return (False, 0, 0, name)
        return (not one.locked, one.condition, one.reason, name)


def _findable(one: Standing) -> str:
    profile = one.profile
    parts = (profile.handle, profile.name, profile.host, profile.owner, one.group, profile.network)
    return fold(" ".join(parts))


def heading(column: Column) -> str:
    """Returns a column's heading."""
    return {
        Column.CONDITION: translate("Profiles", "Condition"),
        Column.PROFILE: translate("Profiles", "Profile"),
        Column.GROUP: translate("Profiles", "Group"),
        Column.OFFICERS: translate("Profiles", "Officers"),
        Column.ACCESS: translate("Profiles", "Access ends"),
        Column.LAST_POST: translate("Profiles", "Last post"),
        Column.LAST_READ: translate("Profiles", "Last read"),
        Column.GAPS: translate("Profiles", "Gaps, 24 h"),
        Column.LEFT: translate("Profiles", "Reads left"),
    }[column]


def cell(one: Standing, column: Column, now: datetime) -> str:
    """Returns what stands in a cell."""
    match column:
        case Column.CONDITION:
            return condition_told(one.condition)
        case Column.PROFILE:
            return called(one.profile)
        case Column.GROUP:
            return one.group or NEVER
        case Column.OFFICERS:
            return places_told(one.places)
        case Column.ACCESS:
            return access_told(one, now)
        case Column.LAST_POST:
            return moment_told(one.last_post)
        case Column.LAST_READ:
            return ago(one.last_read, now)
        case Column.GAPS:
            return language().figure(len(one.gaps))
        case Column.LEFT:
            return NEVER if one.left is None else language().percent(round(100 * one.left))


def tip(one: Standing, column: Column) -> str:
    """Returns more about a cell, "" for nothing."""
    now = clock.now()
    if column is Column.PROFILE:
        return f"{called(one.profile)} · {look_of(one.profile.network).name} · {one.profile.name}"
    if column is Column.CONDITION:
        return reason_told(one, now) or condition_told(one.condition)
    if column is Column.LAST_READ:
        return moment_told(one.last_read)
    return ""
