"""Who may do what, and why, as rows: of one officer by profile, or of one profile by officer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from controlroom.model import clock
from controlroom.model.journal_rights import Answer, Covered, Denied, Granted
from controlroom.team.rights import of_officer, of_profile
from controlroom.ui.board.card.networks import look_of
from controlroom.ui.controls.table import Column, Look
from controlroom.ui.officers.words import (
    listed,
    moment_told,
    name_of,
    profile_told,
    rights_listed,
    role_told,
    scope_told,
)

if TYPE_CHECKING:
    from controlroom.ui.officers.around import Office

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class May:
    """What one officer may do on one profile.

    Attributes:
        key: the profile's key, or the officer's force number: what the row stands for.
    """

    key: str
    called: str
    second: str
    glyph: str
    rights: str
    because: str
    answers: tuple[Answer, ...]


def by_profile(office: "Office", number: str) -> list[May]:
    """Returns what an officer may do, a row for each profile where that is anything."""
    state = office.state
    if state is None:
        return []
    rows = [
        May(
            key,
            profile_told(key, office.profiles),
            state.profiles[key].group,
            look_of(key.partition("/")[0]).glyph,
            rights_listed(one.right for one in answers),
            because_briefly(office, answers),
            answers,
        )
        for key, answers in of_officer(state, number, clock.now()).items()
    ]
    return sorted(rows, key=lambda one: (one.second, one.called.casefold()))


def by_officer(office: "Office", profile: str) -> list[May]:
    """Returns who may do what on a profile, a row for each officer who may do anything."""
    state = office.state
    if state is None:
        return []
    rows = [
        May(
            number,
            name_of(state, number),
            number,
            "person",
            rights_listed(one.right for one in answers),
            because_briefly(office, answers),
            answers,
        )
        for number, answers in of_profile(state, profile, clock.now()).items()
    ]
    return sorted(rows, key=lambda one: one.called.casefold())


def because_briefly(office: "Office", answers: Sequence[Answer]) -> str:
    """Returns every role and cover behind some rights, in a few words each."""
    # Most rights have the same few reasons: those are told once.
    reasons = {one for answer in answers for one in answer.because}
    known = sorted((one for one in reasons if not isinstance(one, Denied)), key=lambda one: one.seq)
    return listed(dict.fromkeys(_brief(office, one) for one in known))


def _brief(office: "Office", because: Granted | Covered) -> str:
    if isinstance(because, Granted):
        template = translate("Rights", "{role} for {scope}")
        scope = scope_told(because.scope, office.profiles)
        return template.format(role=role_told(because.role), scope=scope)
    template = translate("Rights", "in place of {giver} until {until}")
    giver = name_of(office.state, because.officer)
    return template.format(giver=giver, until=moment_told(because.until))


def profile_columns() -> tuple[Column, ...]:
    """Returns the columns of what one officer may do."""
    head = lambda: translate("Rights", "Profile")  # noqa: E731
    group = Column(
        lambda: translate("Rights", "Group"), 150, lambda one: one.second or "–", spare=1
    )
    return (Column(head, 190, _called, _look, _called), group, *_common())


def officer_columns() -> tuple[Column, ...]:
    """Returns the columns of who may do what on one profile."""
    head = lambda: translate("Rights", "Officer")  # noqa: E731
    number = Column(lambda: translate("Rights", "Number"), 80, lambda one: str(one.second), spare=1)
    return (Column(head, 180, _called, _look, _called), number, *_common())


def _common() -> tuple[Column, ...]:
    return (
        Column(
            lambda: translate("Rights", "May"),
            300,
            lambda one: str(one.rights),
            tip=lambda one: str(one.rights),
        ),
        Column(
            lambda: translate("Rights", "Because"),
            240,
            lambda one: str(one.because),
            lambda _one: Look("text2"),
            lambda one: str(one.because),
        ),
    )


def _called(one: May) -> str:
    return one.called


def _look(one: May) -> Look:
    return Look(weight=600, icon=one.glyph)
