"""What the section says of a profile, in the language in force."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from controlroom.model.reading import GapCause
from controlroom.ui.language import counted, language
from controlroom.ui.profiles.paces import Pace
from controlroom.ui.profiles.standing import Condition, Reason, Standing

translate = QCoreApplication.translate
NEVER = "–"
_MINUTE, _HOUR, _DAY = 60, 3600, 86_400


def ago(moment: datetime | None, now: datetime) -> str:
    """Returns how long ago something was, in one unit; a dash if it never was."""
    if moment is None:
        return NEVER
    seconds = max(0, int((now - moment).total_seconds()))
    if seconds < _MINUTE:
        return translate("Profiles", "{n} s ago").format(n=seconds)
    if seconds < _HOUR:
        return translate("Profiles", "{n} min ago").format(n=seconds // _MINUTE)
    if seconds < _DAY:
        return translate("Profiles", "{n} h ago").format(n=seconds // _HOUR)
    days = seconds // _DAY
    return counted(
        days, translate("Profiles", "{n} day ago"), translate("Profiles", "{n} days ago")
    )


def lasting(seconds: float) -> str:
    """Returns a stretch of time in one unit, rounded."""
    if seconds < _MINUTE:
        return translate("Profiles", "{n} s").format(n=round(seconds))
    if seconds < _HOUR:
        return translate("Profiles", "{n} min").format(n=round(seconds / _MINUTE))
    return translate("Profiles", "{n} h").format(n=round(seconds / _HOUR))


def paced(pace: Pace | None, now: datetime) -> list[str]:
    """Returns how often a network is read, nothing if nobody has told yet."""
    if pace is None:
        return []
    told = [translate("Profiles", "Last read {ago}").format(ago=ago(pace.last_read, now))]
    if pace.asked:
        quickest, slowest = lasting(pace.quickest_s), lasting(pace.slowest_s)
        one = translate("Profiles", "each source every {time}").format(time=quickest)
        many = translate("Profiles", "each source every {quickest} to {slowest}")
        told.append(one if quickest == slowest else many.format(quickest=quickest, slowest=slowest))
    if pace.pushed:
        told.append(
            counted(
                pace.pushed,
                translate("Profiles", "{n} source is sent by the network itself"),
                translate("Profiles", "{n} sources are sent by the network itself"),
            )
        )
    return ["; ".join(told)]


def moment_told(moment: datetime | None) -> str:
    """Returns a moment in local time with its date."""
    if moment is None:
        return NEVER
    local = moment.astimezone()
    return f"{language().short_date(local)} {language().time_in_table(local)}"


def access_told(one: Standing, now: datetime) -> str:
    """Returns when the sign-in ends, or that the profile is locked."""
    if one.locked:
        return translate("Profiles", "locked, misuse?")
    if one.signed_in is False:
        return translate("Profiles", "not signed in")
    if one.reason is Reason.SIGN_IN_ENDED:
        return translate("Profiles", "ended")
    if one.signed_in is None:
        return translate("Profiles", "keychain closed")
    if one.ends_at is None:
        return translate("Profiles", "no end known")
    days = max(0, (one.ends_at - now).days)
    return counted(days, translate("Profiles", "{n} day"), translate("Profiles", "{n} days"))


def places_told(places: tuple[int, int] | None) -> str:
    """Returns how many places of a profile are taken: 7 of 10."""
    if places is None:
        return NEVER
    taken, most = places
    figure = language().figure(taken)
    if not most:
        return figure
    template = translate("Profiles", "{n} of {all}")
    return template.format(n=figure, all=language().figure(most))


def condition_told(condition: Condition) -> str:
    """Returns a condition in a word or two."""
    return {
        Condition.CUT_OFF: translate("Profiles", "cut off"),
        Condition.CARE: translate("Profiles", "care soon"),
        Condition.SILENT: translate("Profiles", "silent"),
        Condition.WELL: translate("Profiles", "healthy"),
    }[condition]


def reason_told(one: Standing, now: datetime) -> str:
    """Returns in a sentence what is the matter with a profile, "" if nothing is."""
    match one.reason:
        case Reason.NOT_SIGNED_IN:
            return translate("Profiles", "Nobody has signed in for this profile on this computer.")
        case Reason.SIGN_IN_ENDED:
            return translate("Profiles", "The network no longer accepts the sign-in.")
        case Reason.PERMISSION_MISSING:
            return translate("Profiles", "The network does not let this profile read everything.")
        case Reason.SIGN_IN_ENDS_SOON:
            template = translate("Profiles", "The sign-in ends in {time}.")
            return template.format(time=access_told(one, now))
        case Reason.NOT_READ:
            return _trouble_told(one.trouble)
        case Reason.LITTLE_LEFT:
            share = language().percent(round(100 * (one.left or 0)))
            return translate("Profiles", "Only {share} of its reads are left.").format(share=share)
        case Reason.SILENT:
            return translate("Profiles", "It has published nothing for over 30 days.")
        case Reason.LOCKED:
            return translate("Profiles", "Locked: somebody suspects misuse.")
    return ""


def mending_told(one: Standing) -> str:
    """Returns what is to be done about it, "" if nothing is."""
    match one.reason:
        case Reason.NOT_SIGNED_IN | Reason.SIGN_IN_ENDED | Reason.SIGN_IN_ENDS_SOON:
            return translate("Profiles", "Connect it again.")
        case Reason.PERMISSION_MISSING:
            return translate("Profiles", "Connect it again and allow everything that is asked.")
        case Reason.NOT_READ:
            return translate("Profiles", "It is tried again by itself.")
        case Reason.LOCKED:
            return translate(
                "Profiles",
                "Nothing is written through it until somebody who may release it unlocks it.",
            )
        case Reason.LITTLE_LEFT:
            return translate("Profiles", "Reading slows down by itself until it is whole again.")
    return ""


def _trouble_told(cause: GapCause | None) -> str:
    match cause:
        case GapCause.NETWORK_DOWN:
            return translate("Profiles", "The network does not answer.")
        case GapCause.BUDGET_USED:
            return translate("Profiles", "The network allows no more reads for now.")
        case GapCause.NOT_FOUND:
            return translate("Profiles", "The network does not know something a stream asks for.")
    return translate("Profiles", "The network sent something that cannot be read.")
