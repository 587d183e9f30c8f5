"""The columns of the list of everything sent."""

from PySide6.QtCore import QCoreApplication

from controlroom.team.publishing.sent_record import Outcome
from controlroom.ui.board.card.networks import look_of
from controlroom.ui.controls.table import Column, Look
from controlroom.ui.journal.names import Names
from controlroom.ui.sent.sought import Sent
from controlroom.ui.sent.words import LOOKS, moment_in_full, people_told, said_short, state_told

translate = QCoreApplication.translate


def columns(names: Names) -> tuple[Column, ...]:
    """Returns when, which profile, what, who, and what became of it."""

    def profile(one: Sent) -> str:
        told = names.profile(one.row.key.profile)
        piece = one.row.key.piece
        return f"{told} ({piece + 1})" if piece else told

    def icon(one: Sent) -> Look:
        return Look(icon=look_of(one.row.key.network).glyph, weight=500)

    def words(one: Sent) -> Look:
        return Look("text2" if one.veiled else "text1", icon="lock" if one.veiled else "")

    def state(one: Sent) -> Look:
        found, ink = LOOKS[one.became]
        return Look(ink, 500, found)

    return (
        Column(
            lambda: translate("Sent", "Recorded"), 155, lambda one: moment_in_full(one.row.told)
        ),
        Column(lambda: translate("Sent", "Profile"), 150, profile, icon),
        Column(lambda: translate("Sent", "Text"), 270, said_short, words),
        Column(
            lambda: translate("Sent", "Written by"),
            150,
            lambda one: people_told(one.authors, names),
            spare=1,
        ),
        Column(
            lambda: translate("Sent", "State"),
            300,
            state_told,
            state,
            tip=_state_in_full,
        ),
    )


def _state_in_full(one: Sent) -> str:
    unsent = one.row.said if one.row.outcome is not Outcome.LEFT else one.row.not_back
    return "\n".join(filter(None, (state_told(one), unsent)))
