"""The officers of the record as rows: number, name, roles, what they are for, cover, since when."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from controlroom.model import clock
from controlroom.model.query.fold import fold
from controlroom.team.state import Officer, State
from controlroom.ui.controls.table import Column, Look
from controlroom.ui.language import language
from controlroom.ui.officers.words import listed, name_of, role_told, scope_told

if TYPE_CHECKING:
    from controlroom.ui.officers.around import Office

translate = QCoreApplication.translate
NOBODY = "–"


@dataclass(frozen=True, slots=True)
class Person:
    """One officer.

    Attributes:
        since: the entry with which they came; `at` is when, None until it is looked up.
        left: the entry with which they left, 0 for somebody who is here.
        cover: who stands in for them, and for whom they stand in.
    """

    number: str
    name: str
    roles: str
    scopes: str
    cover: str
    since: int
    left: int
    at: datetime | None


def people_of(office: "Office") -> list[Person]:
    """Returns all officers of the record, those who left last, by name."""
    state = office.state
    if state is None:
        return []
    found = [_person(office, state, number, one) for number, one in state.officers.items()]
    return sorted(found, key=lambda one: (bool(one.left), fold(one.name), one.number))


def _person(office: "Office", state: State, number: str, one: Officer) -> Person:
    roles = {role for held in one.roles.values() for role in held}
    entry = office.entries.get(one.left or one.since)
    return Person(
        number,
        one.name or number,
        listed(sorted(map(role_told, roles))) if roles else _no_role(one),
        _scopes(office, one),
        cover_told(state, number),
        one.since,
        one.left,
        entry.at if entry is not None else None,
    )


def _no_role(one: Officer) -> str:
    return translate("Rights", "has left") if one.left else translate("Rights", "no role")


def _scopes(office: "Office", one: Officer) -> str:
    """The first few; all of them stand in the details."""
    told = [scope_told(scope, office.profiles) for scope in sorted(one.roles)]
    shown = listed(told[:3])
    more = len(told) - 3
    return shown if more <= 0 else f"{shown} +{language().figure(more)}"


def cover_told(state: State, number: str) -> str:
    """Returns who stands in for an officer now, and for whom this one does; "" for nobody."""
    now = clock.now()
    given = [
        (to, covers[number].until)
        for to, covers in state.covers.items()
        if number in covers and now < covers[number].until
    ]
    had = [one for one, cover in state.covers.get(number, {}).items() if now < cover.until]
    away = [
        translate("Rights", "away to {day}: {who}").format(day=_day(until), who=name_of(state, to))
        for to, until in given
    ]
    standing = [
        translate("Rights", "stands in for {who}").format(who=name_of(state, one)) for one in had
    ]
    return "; ".join([*away, *standing])


def _day(moment: datetime) -> str:
    here = moment.astimezone()
    return language().date(here)


def fits(person: Person, words: list[str]) -> bool:
    """Returns whether every word, folded, is in what is shown of an officer."""
    text = fold(f"{person.name} {person.number} {person.roles} {person.scopes} {person.cover}")
    return all(word in text for word in words)


def columns() -> tuple[Column, ...]:
    """Returns the columns of the list of officers."""
    return (
        Column(lambda: translate("Rights", "Name"), 168, lambda one: str(one.name), _name_look),
        Column(lambda: translate("Rights", "Number"), 72, lambda one: str(one.number), _look),
        Column(
            lambda: translate("Rights", "Roles"),
            160,
            lambda one: str(one.roles),
            _look,
            lambda one: str(one.roles),
        ),
        Column(
            lambda: translate("Rights", "For"),
            160,
            lambda one: one.scopes or NOBODY,
            _look,
            lambda one: str(one.scopes),
            spare=1,
        ),
        Column(
            lambda: translate("Rights", "Cover"),
            160,
            lambda one: one.cover or NOBODY,
            _look,
            lambda one: str(one.cover),
            spare=2,
        ),
        Column(lambda: translate("Rights", "Since"), 110, _since, _look, spare=3),
    )


def _since(one: Person) -> str:
    return NOBODY if one.at is None else language().date(one.at.astimezone())


def _look(one: Person) -> Look:
    return Look("text3" if one.left else "text1")


def _name_look(one: Person) -> Look:
    return Look("text3" if one.left else "text1", 400 if one.left else 600)
