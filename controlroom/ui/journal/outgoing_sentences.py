"""Entries about what leaves, as sentences: drafts, approvals, the hold, and every delivery."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from controlroom.model import journal_outgoing as kinds
from controlroom.model.journal_decision import Decision
from controlroom.model.outgoing.content import Act, Content, ContentUnreadable, read_content
from controlroom.model.outgoing.delivery import DeliveryKey, Unsent, delivery_key
from controlroom.model.outgoing.recurring import is_day
from controlroom.ui.compose.check_words import stopped_words
from controlroom.ui.journal.moments import moment_told
from controlroom.ui.journal.names import Names
from controlroom.ui.journal.outgoing_labels import REASONS
from controlroom.ui.language import language
from controlroom.ui.marked import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate
Values = dict[str, str]
Case = tuple[str, Values]
PUT_FORWARD = {
    Act.POST: QT_TRANSLATE_NOOP("Record", "{who} put forward a post for {profiles}: {text}"),
    Act.REPLY: QT_TRANSLATE_NOOP("Record", "{who} put forward a reply as {profiles}: {text}"),
    Act.MESSAGE: QT_TRANSLATE_NOOP("Record", "{who} put forward a private message as {profiles}."),
    Act.REPOST: QT_TRANSLATE_NOOP("Record", "{who} put forward a repost by {profiles}."),
    Act.LIKE: QT_TRANSLATE_NOOP("Record", "{who} put forward a like by {profiles}."),
    Act.EDIT: QT_TRANSLATE_NOOP("Record", "{who} put forward new words for a post: {text}"),
    Act.HIDE: QT_TRANSLATE_NOOP("Record", "{who} put forward that {profiles} hides a post."),
    Act.SHOW: QT_TRANSLATE_NOOP("Record", "{who} put forward that {profiles} shows a post again."),
    Act.DELETE: QT_TRANSLATE_NOOP("Record", "{who} put forward that {profiles} deletes a post."),
    Act.REPLY_RULE: QT_TRANSLATE_NOOP(
        "Record", "{who} put forward who may reply to a post of {profiles}."
    ),
}
UNREADABLE = QT_TRANSLATE_NOOP("Record", "{who} put forward a draft that cannot be read.")
APPROVED = QT_TRANSLATE_NOOP("Record", "{who} agreed to {draft}.")
RETURNED = QT_TRANSLATE_NOOP("Record", "{who} returned {draft}.")
RETURNED_WHY = QT_TRANSLATE_NOOP("Record", "{who} returned {draft}: {text}")
PASSED_ON = QT_TRANSLATE_NOOP("Record", "{who} asked {officer} to decide on {draft}.")
WITHDRAWN = QT_TRANSLATE_NOOP("Record", "{who} withdrew {draft}.")
WITHDRAWN_WHY = QT_TRANSLATE_NOOP("Record", "{who} withdrew {draft}: {text}")
REPLACED = QT_TRANSLATE_NOOP("Record", "{who} withdrew {draft}, to be replaced by: {text}")
HELD = QT_TRANSLATE_NOOP("Record", "{who} held all publishing for {scope}.")
HELD_BUT = QT_TRANSLATE_NOOP(
    "Record", "{who} held all publishing for {scope}, but for the incident {incident}."
)
HOLD_EXPLAINED = QT_TRANSLATE_NOOP("Record", "{who} said why publishing was held: {text}")
RELEASED = QT_TRANSLATE_NOOP("Record", "{who} released publishing for {scope}.")
RELEASED_WHY = QT_TRANSLATE_NOOP("Record", "{who} released publishing for {scope}: {text}")
LIMITED = QT_TRANSLATE_NOOP("Record", "{who} let only {officers} publish for {scope}.")
LIMITED_DURING = QT_TRANSLATE_NOOP(
    "Record", "{who} let only {officers} publish for {scope} during the incident {incident}."
)
OPENED = QT_TRANSLATE_NOOP("Record", "{who} let everybody publish again for {scope}.")
LET_GO = QT_TRANSLATE_NOOP("Record", "{who} let {draft} leave by {profile}.")
LET_GO_AT = QT_TRANSLATE_NOOP("Record", "{who} let {draft} leave by {profile} on {time}.")
LET_GO_AGAIN = QT_TRANSLATE_NOOP(
    "Record", "{who} saw that {draft} is not there, and let it leave by {profile} once more."
)
CLAIMED = QT_TRANSLATE_NOOP("Record", "{who} began to send {draft} by {profile}.")
CLAIMED_BACK = QT_TRANSLATE_NOOP("Record", "{who} began to take {draft} back from {profile}.")
SENT = QT_TRANSLATE_NOOP("Record", "{who} sent {draft} by {profile}.")
SENT_BACK = QT_TRANSLATE_NOOP("Record", "{who} took {draft} back from {profile}.")
FOUND = QT_TRANSLATE_NOOP("Record", "{who} found {draft} sent by {profile}.")
FAILED = QT_TRANSLATE_NOOP("Record", "{who} could not send {draft} by {profile}: {why}")
FAILED_YET = QT_TRANSLATE_NOOP(
    "Record", "{who} could not yet send {draft} by {profile}, and goes on: {why}"
)
FAILED_BACK = QT_TRANSLATE_NOOP("Record", "{who} could not take {draft} back from {profile}: {why}")
UNKNOWN = QT_TRANSLATE_NOOP("Record", "{who} does not know whether {draft} was sent by {profile}.")
READ_BACK = QT_TRANSLATE_NOOP(
    "Record", "{who} looked for {draft} among {n} posts of {profile}, and did not find it."
)
GONE = QT_TRANSLATE_NOOP("Record", "{who} saw that {draft} is gone from {profile}.")
EDITED = QT_TRANSLATE_NOOP("Record", "{who} saw that {draft} reads otherwise on {profile} now.")
MARKED = QT_TRANSLATE_NOOP("Record", "{who} said that {draft} was sent by {profile} by hand.")
MARKED_BACK = QT_TRANSLATE_NOOP(
    "Record", "{who} said that {draft} was taken back from {profile} by hand."
)
ROUTES = QT_TRANSLATE_NOOP("Record", "{who} set who has to agree before something leaves.")
TEXT_SAVED = QT_TRANSLATE_NOOP("Record", "{who} saved the text {name} for everybody.")
TEXT_REMOVED = QT_TRANSLATE_NOOP("Record", "{who} removed a text that was saved for everybody.")
CASE_LISTED = QT_TRANSLATE_NOOP("Record", "{who} changed a protected name or order.")
CASE_MARKED = QT_TRANSLATE_NOOP(
    "Record", "A name or order on the case list is found in more ways; {who} had the lists open."
)
CASE_REMOVED = QT_TRANSLATE_NOOP("Record", "{who} took a name or order off the case list.")
SERIES = QT_TRANSLATE_NOOP("Record", "{who} had a draft come again and again: {text}")
SERIES_ON = QT_TRANSLATE_NOOP(
    "Record", "{who} changed what comes again and again from {day} on: {text}"
)
SERIES_MADE = QT_TRANSLATE_NOOP(
    "Record", "The desk of {who} made the draft of a series for {day}: {text}"
)
SERIES_SKIPPED = QT_TRANSLATE_NOOP("Record", "{who} left {day} out of a series of drafts.")
SERIES_ENDED = QT_TRANSLATE_NOOP("Record", "{who} ended a series of drafts.")
SERIES_ENDED_ON = QT_TRANSLATE_NOOP(
    "Record", "{who} ended a series of drafts; those from {day} on leave no more."
)

TEMPLATES = {
    "draft.submitted": (*PUT_FORWARD.values(), SERIES_MADE, UNREADABLE),
    "draft.approved": (APPROVED,),
    "draft.returned": (RETURNED, RETURNED_WHY),
    "draft.passed_on": (PASSED_ON,),
    "draft.withdrawn": (WITHDRAWN, WITHDRAWN_WHY, REPLACED),
    "hold.placed": (HELD, HELD_BUT),
    "hold.explained": (HOLD_EXPLAINED,),
    "hold.released": (RELEASED, RELEASED_WHY),
    "publishers.limited": (LIMITED, LIMITED_DURING),
    "publishers.opened": (OPENED,),
    "delivery.let_go": (LET_GO, LET_GO_AT, LET_GO_AGAIN),
    "delivery.claimed": (CLAIMED, CLAIMED_BACK),
    "delivery.sent": (SENT, SENT_BACK, FOUND),
    "delivery.failed": (FAILED, FAILED_YET, FAILED_BACK),
    "delivery.unknown": (UNKNOWN,),
    "delivery.read_back": (READ_BACK,),
    "delivery.seen_gone": (GONE, EDITED),
    "delivery.marked_sent": (MARKED, MARKED_BACK),
    "routes.defined": (ROUTES,),
    "text.saved": (TEXT_SAVED,),
    "text.removed": (TEXT_REMOVED,),
    "case_list.changed": (CASE_LISTED,),
    "case_list.marked": (CASE_MARKED,),
    "case_list.removed": (CASE_REMOVED,),
    "series.defined": (SERIES, SERIES_ON),
    "series.skipped": (SERIES_SKIPPED,),
    "series.ended": (SERIES_ENDED, SERIES_ENDED_ON),
}


def _submitted(told: kinds.DraftSubmitted, names: Names, _actor: str) -> Case:
    content = _content(told.content)
    if content is None:
        return UNREADABLE, {}
    if told.series:
        return SERIES_MADE, {"day": _day(told.day), "text": _text(content)}
    return PUT_FORWARD[content.act], {"profiles": _profiles(content, names), "text": _text(content)}


def _approved(told: kinds.DraftApproved, names: Names, _actor: str) -> Case:
    return APPROVED, {"draft": names.draft(told.draft)}


def _returned(told: kinds.DraftReturned, names: Names, _actor: str) -> Case:
    said = " ".join(one.text for one in told.remarks)
    return (RETURNED_WHY if said else RETURNED), {"draft": names.draft(told.draft), "text": said}


def _passed_on(told: kinds.DraftPassedOn, names: Names, _actor: str) -> Case:
    values = {"officer": names.person(told.officer), "draft": names.draft(told.draft)}
    return PASSED_ON, values


def _withdrawn(told: kinds.DraftWithdrawn, names: Names, _actor: str) -> Case:
    values = {"draft": names.draft(told.draft), "text": told.instead or told.reason}
    if told.instead:
        return REPLACED, values
    return (WITHDRAWN_WHY if told.reason else WITHDRAWN), values


def _held(told: kinds.HoldPlaced, names: Names, _actor: str) -> Case:
    values = {"scope": names.scope(told.scope), "incident": names.incident(told.but_incident)}
    return (HELD_BUT if told.but_incident else HELD), values


def _hold_explained(told: kinds.HoldExplained, names: Names, _actor: str) -> Case:
    return HOLD_EXPLAINED, {"text": told.reason}


def _released(told: kinds.HoldReleased, names: Names, _actor: str) -> Case:
    values = {"scope": names.scope(told.scope), "text": told.reason}
    return (RELEASED_WHY if told.reason else RELEASED), values


def _limited(told: kinds.PublishersLimited, names: Names, _actor: str) -> Case:
    officers = ", ".join(names.person(one) for one in told.officers)
    values = {"officers": officers, "scope": names.scope(told.scope)}
    if not told.incident:
        return LIMITED, values
    return LIMITED_DURING, {**values, "incident": names.incident(told.incident)}


def _opened(told: kinds.PublishersOpened, names: Names, _actor: str) -> Case:
    return OPENED, {"scope": names.scope(told.scope)}


def _let_go(told: kinds.DeliveryLetGo, names: Names, _actor: str) -> Case:
    values = _delivery(told.delivery, names)
    if told.again:
        return LET_GO_AGAIN, values
    if told.at is None:
        return LET_GO, values
    return LET_GO_AT, {**values, "time": moment_told(told.at)}


def _claimed(told: kinds.DeliveryClaimed, names: Names, _actor: str) -> Case:
    return _either(CLAIMED, CLAIMED_BACK, told.delivery, names)


def _sent(told: kinds.DeliverySent, names: Names, _actor: str) -> Case:
    return _either(FOUND if told.found else SENT, SENT_BACK, told.delivery, names)


def _failed(told: kinds.DeliveryFailed, names: Names, _actor: str) -> Case:
    forth = FAILED if told.again_at is None else FAILED_YET
    template, values = _either(forth, FAILED_BACK, told.delivery, names)
    known = told.reason in {str(one) for one in Unsent}
    why = translate("Record", REASONS[Unsent(told.reason)]) if known else told.reason
    said = stopped_words(told.said)[0] if told.reason == Unsent.BLOCKED and told.said else told.said
    return template, {**values, "why": f"{why} ({said})" if said else why}


def _unknown(told: kinds.DeliveryUnknown, names: Names, _actor: str) -> Case:
    return UNKNOWN, _delivery(told.delivery, names)


def _read_back(told: kinds.DeliveryReadBack, names: Names, _actor: str) -> Case:
    return READ_BACK, {**_delivery(told.delivery, names), "n": language().figure(told.looked)}


def _seen_gone(told: kinds.DeliverySeenGone, names: Names, _actor: str) -> Case:
    return (EDITED if told.edited else GONE), _delivery(told.delivery, names)


def _marked(told: kinds.DeliveryMarkedSent, names: Names, _actor: str) -> Case:
    return _either(MARKED, MARKED_BACK, told.delivery, names)


def _text_saved(told: kinds.TextSaved, names: Names, _actor: str) -> Case:
    return TEXT_SAVED, {"name": told.name}


def _series(told: kinds.SeriesDefined, names: Names, _actor: str) -> Case:
    content = _content(told.content)
    values = {"text": _text(content) if content is not None else told.rule}
    if told.from_day:
        return SERIES_ON, {**values, "day": _day(told.from_day)}
    return SERIES, values


def _series_skipped(told: kinds.SeriesSkipped, _names: Names, _actor: str) -> Case:
    return SERIES_SKIPPED, {"day": _day(told.day)}


def _series_ended(told: kinds.SeriesEnded, _names: Names, _actor: str) -> Case:
    if told.from_day:
        return SERIES_ENDED_ON, {"day": _day(told.from_day)}
    return SERIES_ENDED, {}


def _day(day: str) -> str:
    return language().date(datetime.fromisoformat(day)) if is_day(day) else day


def _only(template: str) -> Callable[[Any, Names, str], Case]:
    return lambda _told, _names, _actor: (template, {})


def _either(forth: str, back: str, delivery: str, names: Names) -> Case:
    key = _key(delivery)
    return (back if key is not None and key.withdraws else forth), _delivery(delivery, names)


def _delivery(delivery: str, names: Names) -> Values:
    key = _key(delivery)
    if key is None:
        return {"draft": delivery, "profile": "?"}
    return {"draft": names.draft(key.draft), "profile": names.profile(key.profile)}


def _key(delivery: str) -> DeliveryKey | None:
    try:
        return delivery_key(delivery)
    except ValueError:
        return None


def _content(text: str) -> Content | None:
    try:
        return read_content(text)
    except ContentUnreadable:
        return None


def _text(content: Content) -> str:
    """Returns the title or the first words; of a private message nothing."""
    if content.act is Act.MESSAGE:
        return ""
    first = content.pieces or next(iter(content.variants.values()), ())
    return content.title or (first[0].text or first[0].title if first else "")


def _profiles(content: Content, names: Names) -> str:
    first = names.profile(content.targets[0]) if content.targets else "?"
    others = len(content.targets) - 1
    if others < 1:
        return first
    if others == 1:
        return translate("Record", "{profile} and one more").format(profile=first)
    template = translate("Record", "{profile} and {n} more")
    return template.format(profile=first, n=language().figure(others))


CASES: dict[type[Decision], Callable[[Any, Names, str], Case]] = {
    kinds.DraftSubmitted: _submitted,
    kinds.DraftApproved: _approved,
    kinds.DraftReturned: _returned,
    kinds.DraftPassedOn: _passed_on,
    kinds.DraftWithdrawn: _withdrawn,
    kinds.HoldPlaced: _held,
    kinds.HoldExplained: _hold_explained,
    kinds.HoldReleased: _released,
    kinds.PublishersLimited: _limited,
    kinds.PublishersOpened: _opened,
    kinds.DeliveryLetGo: _let_go,
    kinds.DeliveryClaimed: _claimed,
    kinds.DeliverySent: _sent,
    kinds.DeliveryFailed: _failed,
    kinds.DeliveryUnknown: _unknown,
    kinds.DeliveryReadBack: _read_back,
    kinds.DeliverySeenGone: _seen_gone,
    kinds.DeliveryMarkedSent: _marked,
    kinds.RoutesDefined: _only(ROUTES),
    kinds.TextSaved: _text_saved,
    kinds.TextRemoved: _only(TEXT_REMOVED),
    kinds.CaseListChanged: _only(CASE_LISTED),
    kinds.CaseListMarked: _only(CASE_MARKED),
    kinds.CaseListRemoved: _only(CASE_REMOVED),
    kinds.SeriesDefined: _series,
    kinds.SeriesSkipped: _series_skipped,
    kinds.SeriesEnded: _series_ended,
}
