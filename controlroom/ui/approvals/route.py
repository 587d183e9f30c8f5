"""The route of a draft in words, as far as it has come."""

from PySide6.QtCore import QCoreApplication

from controlroom.team.publishing.views import DraftView, Stage
from controlroom.team.state import State
from controlroom.ui.compose.route_pane import Step
from controlroom.ui.compose.route_told import step_told
from controlroom.ui.compose.when_told import moment_told
from controlroom.ui.officers.words import name_of, role_told

translate = QCoreApplication.translate


def steps_of(state: State, draft: DraftView, officer: str) -> list[Step]:
    """Returns a line for the author and for each step."""
    wrote = translate("Approvals", "wrote it")
    lines = [Step(name_of(state, draft.author), wrote, done=True, tag=moment_told(draft.at))]
    agreed = {one.step: one for one in draft.approvals}
    for number, step in enumerate(draft.steps):
        name = step_told(step)
        if number in agreed:
            one = agreed[number]
            lines.append(
                Step(name_of(state, one.officer), name, done=True, tag=moment_told(one.at))
            )
            continue
        current = number == draft.step and draft.stage is Stage.WAITING
        rest = role_told(step.role) if step.role else ""
        if current and draft.asked:
            rest = translate("Approvals", "{who} was asked").format(
                who=name_of(state, draft.asked) if draft.asked != officer else _you()
            )
        lines.append(Step(name, rest, current=current))
    if draft.stage is Stage.RETURNED:
        told = "; ".join(one.text for one in draft.remarks)
        back = translate("Approvals", "returned it: {why}").format(why=told)
        lines.append(Step(name_of(state, draft.returned_by), back, current=True))
    return lines


def _you() -> str:
    return translate("Approvals", "you")
