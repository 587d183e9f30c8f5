"""Asks which colleague is to decide on a draft."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from controlroom.model import clock
from controlroom.team.publishing import views
from controlroom.team.publishing.views import DraftView
from controlroom.team.state import State
from controlroom.ui.layers.officer_picker import Asked, Offer, OfficerPicker
from controlroom.ui.officers.words import named

translate = QCoreApplication.translate


def whom_to_ask(state: State, draft: DraftView, me: str) -> OfficerPicker:
    """Returns what asks who of those that may agree to the next step is to do so."""
    able = views.approvers(state, draft.id, clock.now())
    people = sorted((named(state, one), one) for one in able if one != me)
    return OfficerPicker(partial(_asked, people))


def _asked(people: list[tuple[str, str]]) -> Asked:
    return Asked(
        translate("Approvals", "Who is to decide?"),
        translate("Approvals", "Colleagues who may agree"),
        translate("Approvals", "Nobody else may agree to this step."),
        translate("Approvals", "Ask"),
        [Offer(number, name, f"{name} {number}") for name, number in people],
    )
