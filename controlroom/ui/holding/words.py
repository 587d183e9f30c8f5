"""What is said of holds, in the language in force."""

from PySide6.QtCore import QCoreApplication

from controlroom.team.incidents import is_open, title_of
from controlroom.team.publishing.views import HoldView
from controlroom.team.state import State
from controlroom.ui.controls.banner import Banner, BannerKind
from controlroom.ui.holding.held import HeldDraft
from controlroom.ui.language import counted, language
from controlroom.ui.officers.words import Profiles, named, scope_told

translate = QCoreApplication.translate


def banner(state: State, hold: HoldView, held: int, profiles: Profiles) -> Banner:
    """Returns the row that says who holds publishing since when, why, and what that keeps back."""
    here = hold.at.astimezone()
    template = translate("Hold", "by {who} at {time}")
    text = template.format(who=named(state, hold.officer), time=language().time_in_prose(here))
    details = [told for told in (_for(state, hold, profiles), _why(hold)) if told]
    details.append(held_told(held))
    tag = translate("Hold", "Publishing held")
    return Banner(BannerKind.HOLD, tag, text, tuple(details), ("review-held", "release"))


def held_told(count: int) -> str:
    """Returns how much does not leave."""
    return counted(
        count,
        translate("Hold", "{n} post will not leave"),
        translate("Hold", "{n} posts will not leave"),
    )


def row_told(held: HeldDraft) -> str:
    """Returns a draft that is held as a row of a list."""
    draft = held.draft
    when = draft.when.astimezone() if draft.when is not None else None
    profiles = counted(
        held.profiles, translate("Hold", "{n} profile"), translate("Hold", "{n} profiles")
    )
    if when is None:
        template = translate("Hold", "{title} · as soon as it may · {profiles}")
        return template.format(title=draft.title, profiles=profiles)
    template = translate("Hold", "{title} · {date} {time} · {profiles}")
    return template.format(
        title=draft.title,
        date=language().short_date(when),
        time=language().time_in_table(when),
        profiles=profiles,
    )


def _for(state: State, hold: HoldView, profiles: Profiles) -> str:
    parts = []
    if hold.scope != "force":
        template = translate("Hold", "only for {scope}")
        parts.append(template.format(scope=scope_told(hold.scope, profiles)))
    if hold.but_incident and is_open(state, hold.but_incident):
        template = translate("Hold", "but for “{incident}”")
        parts.append(template.format(incident=title_of(state, hold.but_incident)))
    elif hold.but_incident:
        template = translate("Hold", "“{incident}” is closed: it is held too")
        parts.append(template.format(incident=title_of(state, hold.but_incident)))
    return ", ".join(parts)


def _why(hold: HoldView) -> str:
    if not hold.reason:
        return ""
    return translate("Hold", "Reason: {reason}").format(reason=hold.reason)
