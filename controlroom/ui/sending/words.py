"""How a delivery stands, in words, with what the network said."""

from PySide6.QtCore import QCoreApplication

from controlroom.model.outgoing.content import Act
from controlroom.model.outgoing.delivery import Delivery, DeliveryState, Unsent
from controlroom.ui.compose.ability import by_hand, why_lacking
from controlroom.ui.compose.check_words import stopped_words
from controlroom.ui.compose.when_told import moment_told
from controlroom.ui.journal.unsent import looked_told, reason_told

translate = QCoreApplication.translate
_PASSING = (Unsent.TOO_MANY, Unsent.UNREACHED, Unsent.SLEPT)
_ICONS = {
    DeliveryState.WAITING: ("wait", "text2"),
    DeliveryState.SCHEDULED: ("clock", "text2"),
    DeliveryState.HELD: ("hand", "amber"),
    DeliveryState.LATE: ("warn", "amber"),
    DeliveryState.SENDING: ("send", "text2"),
    DeliveryState.SENT: ("check", "text2"),
    DeliveryState.FAILED: ("crit", "red"),
    DeliveryState.UNKNOWN: ("warn", "amber"),
    DeliveryState.WITHDRAWN: ("withdraw", "text3"),
}


def look_of_state(one: Delivery) -> tuple[str, str]:
    """Returns icon and colour of how a delivery stands."""
    if one.key.withdraws and one.state is DeliveryState.SENT:
        return ("check", "text2") if one.seen_gone else ("eye", "amber")
    return _ICONS[one.state]


def state_told(one: Delivery) -> str:
    """Returns how a delivery stands, in a few words."""
    if one.key.withdraws:
        return _withdrawal_told(one)
    match one.state:
        case DeliveryState.SCHEDULED:
            if one.due is None:
                return translate("Sending", "Scheduled")
            return translate("Sending", "Leaves {when}").format(when=moment_told(one.due))
        case DeliveryState.SENT if one.by_hand:
            return translate("Sending", "Sent elsewhere")
        case DeliveryState.SENT:
            if one.since is None:
                return translate("Sending", "Sent")
            return translate("Sending", "Sent {when}").format(when=moment_told(one.since))
    return _plain_told(one.state)


def why_told(one: Delivery) -> str:
    """Returns what the network said, and what has been done about it since."""
    parts = []
    if one.reason is Unsent.BLOCKED and one.said and one.state is DeliveryState.FAILED:
        return blocked_told(one.said)
    if one.reason is not None and one.state is DeliveryState.FAILED:
        parts.append(reason_told(one.reason))
    if one.reason is Unsent.UNABLE and one.state is DeliveryState.FAILED:
        parts += how_told(one.key.network, one.act)
    if one.reason in _PASSING and one.state is DeliveryState.SCHEDULED:
        parts.append(reason_told(one.reason))
        parts.append(translate("Sending", "It is tried again by itself."))
    if one.said and one.state in (DeliveryState.FAILED, DeliveryState.UNKNOWN):
        parts.append(translate("Sending", "It said: {words}").format(words=one.said))
    if one.state is DeliveryState.UNKNOWN:
        parts.append(looked_told(one.read_backs))
    if one.state is DeliveryState.LATE:
        parts.append(translate("Sending", "Its time has passed: it waits for a person."))
    return " ".join((*map(_ended, parts[:-1]), *parts[-1:]))


def _ended(told: str) -> str:
    """What a network said may end anywhere."""
    return told if told.endswith((".", "!", "?", "…")) else f"{told}."


def blocked_told(said: str) -> str:
    """Returns which check stopped it, with what the profile's server or network takes."""
    words, limited = stopped_words(said)
    text = translate("Sending", "A check stopped it: {rule}.").format(rule=words)
    if not limited:
        return text
    changed = translate("Sending", "The server may take less than when this was approved.")
    return f"{text} {changed}"


def how_told(network: str, act: Act) -> list[str]:
    """Returns why a network cannot do something, and the steps by which a person can."""
    why, steps = why_lacking(network, act), by_hand(network, act)
    numbered = " ".join(f"{n}. {step}" for n, step in enumerate(steps, 1))
    by_person = translate("Sending", "A person can: {steps}").format(steps=numbered)
    return [part for part in (why, by_person if steps else "") if part]


def _plain_told(state: DeliveryState) -> str:
    return {
        DeliveryState.WAITING: translate("Sending", "Waits for approval"),
        DeliveryState.SCHEDULED: translate("Sending", "Scheduled"),
        DeliveryState.HELD: translate("Sending", "Held"),
        DeliveryState.LATE: translate("Sending", "Late"),
        DeliveryState.SENDING: translate("Sending", "Being sent"),
        DeliveryState.SENT: translate("Sending", "Sent"),
        DeliveryState.FAILED: translate("Sending", "Not sent"),
        DeliveryState.UNKNOWN: translate("Sending", "Unknown"),
        DeliveryState.WITHDRAWN: translate("Sending", "Withdrawn, never sent"),
    }[state]


def _withdrawal_told(one: Delivery) -> str:
    edits = one.act is Act.EDIT
    match one.state:
        case DeliveryState.SENT if one.seen_gone:
            return (
                translate("Sending", "Replaced, seen")
                if edits
                else translate("Sending", "Seen gone")
            )
        case DeliveryState.SENT:
            return (
                translate("Sending", "Replaced, not seen yet")
                if edits
                else translate("Sending", "Deleted, not seen gone yet")
            )
        case DeliveryState.FAILED | DeliveryState.UNKNOWN:
            return translate("Sending", "Needs a person: still there?")
    return (
        translate("Sending", "Being replaced")
        if edits
        else translate("Sending", "Being taken back")
    )
