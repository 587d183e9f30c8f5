"""How a whole draft stands: its deliveries counted, what needs a person first. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from controlroom.model.outgoing.delivery import Delivery, DeliveryState

translate = QCoreApplication.translate
NEEDS_PERSON = (DeliveryState.FAILED, DeliveryState.UNKNOWN, DeliveryState.LATE)
_ORDER = (
    DeliveryState.FAILED,
    DeliveryState.UNKNOWN,
    DeliveryState.LATE,
    DeliveryState.HELD,
    DeliveryState.SENDING,
    DeliveryState.WAITING,
    DeliveryState.SCHEDULED,
    DeliveryState.WITHDRAWN,
    DeliveryState.SENT,
)


def by_trouble(deliveries: Iterable[Delivery]) -> list[Delivery]:
    """Returns deliveries with those that need a person first."""
    return sorted(deliveries, key=lambda one: (_rank(one), one.key.profile, one.key.part))


def worst(deliveries: Sequence[Delivery]) -> DeliveryState | None:
    """Returns the state by which a whole draft is shown, None without deliveries."""
    states = {one.state for one in deliveries if not one.key.withdraws}
    return next((state for state in _ORDER if state in states), None)


def needs_person(deliveries: Iterable[Delivery]) -> list[Delivery]:
    """Returns those that go on only by a person."""
    return [one for one in deliveries if one.state in NEEDS_PERSON]


def surely_unsent(deliveries: Iterable[Delivery]) -> list[Delivery]:
    """Returns those that may be sent again together: of what is unknown each is looked for."""
    return [one for one in needs_person(deliveries) if one.state is not DeliveryState.UNKNOWN]


def tally_told(deliveries: Sequence[Delivery]) -> str:
    """Returns how many stand how: “56 sent · 1 unknown · 1 not sent”."""
    posts = Counter(one.state for one in deliveries if not one.key.withdraws)
    back = [one for one in deliveries if one.key.withdraws]
    parts = [_counted(state, posts[state]) for state in _ORDER[::-1] if posts[state]]
    if back:
        gone = sum(one.seen_gone for one in back)
        told = translate("Sending", "{n} of {all} seen gone")
        parts.append(told.format(n=gone, all=len(back)))
    return " · ".join(parts)


def _counted(state: DeliveryState, number: int) -> str:
    template = {
        DeliveryState.WAITING: translate("Sending", "{n} wait for approval"),
        DeliveryState.SCHEDULED: translate("Sending", "{n} scheduled"),
        DeliveryState.HELD: translate("Sending", "{n} held"),
        DeliveryState.LATE: translate("Sending", "{n} late"),
        DeliveryState.SENDING: translate("Sending", "{n} being sent"),
        DeliveryState.SENT: translate("Sending", "{n} sent"),
        DeliveryState.FAILED: translate("Sending", "{n} not sent"),
        DeliveryState.UNKNOWN: translate("Sending", "{n} unknown"),
        DeliveryState.WITHDRAWN: translate("Sending", "{n} withdrawn"),
    }[state]
    return template.format(n=number)


def _rank(one: Delivery) -> tuple[int, int]:
    unseen = one.key.withdraws and one.state is DeliveryState.SENT and not one.seen_gone
    return (2 if unseen else _ORDER.index(one.state), int(one.key.withdraws))
