"""The profiles of the record as rows: group, places taken, whether locked."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from controlroom.model.query.fold import fold
from controlroom.team.state import State, holders
from controlroom.ui.board.card.networks import look_of
from controlroom.ui.controls.table import Column, Look
from controlroom.ui.language import counted, language
from controlroom.ui.officers.words import profile_told

if TYPE_CHECKING:
    from controlroom.ui.officers.around import Office

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Placed:
    """One profile of the record; `locked` is the entry that locked it, 0 for none."""

    key: str
    called: str
    network: str
    group: str
    taken: int
    most: int
    locked: int


def places_of(office: "Office") -> list[Placed]:
    """Returns all profiles of the record, locked ones first, by name."""
    state = office.state
    if state is None:
        return []
    found = [_placed(office, state, key) for key in state.profiles]
    return sorted(found, key=lambda one: (not one.locked, fold(one.called), one.key))


def _placed(office: "Office", state: State, key: str) -> Placed:
    place = state.profiles[key]
    return Placed(
        key,
        profile_told(key, office.profiles),
        key.partition("/")[0],
        place.group,
        len(holders(state, key)),
        place.most_officers,
        state.locked.get(key, 0),
    )


def places_told(taken: int, most: int) -> str:
    """Returns how many places of a profile are taken: 7 of 10 places."""
    if not most:
        return counted(
            taken,
            translate("Rights", "{n} officer, any number"),
            translate("Rights", "{n} officers, any number"),
        )
    template = translate("Rights", "{n} of {most} places")
    return template.format(n=language().figure(taken), most=language().figure(most))


def fits(placed: Placed, words: list[str]) -> bool:
    """Returns whether every word, folded, is in what is shown of a profile."""
    text = fold(f"{placed.called} {look_of(placed.network).name} {placed.group}")
    return all(word in text for word in words)


def columns() -> tuple[Column, ...]:
    """Returns the columns of the list of profiles."""
    return (
        Column(
            lambda: translate("Rights", "Profile"),
            220,
            lambda one: str(one.called),
            lambda one: Look(weight=600, icon=look_of(one.network).glyph),
            lambda one: f"{one.called} · {look_of(one.network).name}",
        ),
        Column(lambda: translate("Rights", "Group"), 170, lambda one: one.group or "–", spare=1),
        Column(
            lambda: translate("Rights", "Officers"),
            100,
            _briefly,
            lambda one: Look("text1" if not one.most or one.taken < one.most else "amber"),
        ),
        Column(lambda: translate("Rights", "State"), 130, _state, _state_look),
    )


def _briefly(one: Placed) -> str:
    if not one.most:
        return language().figure(one.taken)
    template = translate("Rights", "{n} of {most}")
    return template.format(n=language().figure(one.taken), most=language().figure(one.most))


def _state(one: Placed) -> str:
    return translate("Rights", "locked, misuse?") if one.locked else "–"


def _state_look(one: Placed) -> Look:
    return Look("red", 600, "lock") if one.locked else Look("text3")
