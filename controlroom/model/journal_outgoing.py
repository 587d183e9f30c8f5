"""What can happen to what leaves: drafts, approvals, the hold, deliveries, and their rules."""

from dataclasses import dataclass
from datetime import datetime

from controlroom.model.journal_decision import Decision, kind


@dataclass(frozen=True, slots=True)
class Remark:
    """What an approver says about some words of a draft.

    Attributes:
        variant: "" for the shared text, else the key of the variant.
        start, end: the words in the text of that piece, in characters; both 0 for the whole draft.
    """

    text: str
    variant: str = ""
    piece: int = 0
    start: int = 0
    end: int = 0


@kind("draft.submitted", "draft")
@dataclass(frozen=True, slots=True)
class DraftSubmitted(Decision):
    """A draft is put forward; the same one again is an edit, and voids every approval.

    Attributes:
        draft: 32 hexadecimal digits, chosen by the desk on which it was begun.
        content: as `outgoing.content.written` has it.
        confirmed: the rules that asked, and whose question the author has answered with yes.
        series, day: it is that series' of that day, as it was defined; "" for an own draft.
        answers: keys of the conversation it answers; a team's database takes no second answer in
            that its author could not know of the first.
        desk: the workstation on which an answer was written, as its pens have it.
    """

    draft: str
    content: str
    confirmed: tuple[str, ...] = ()
    series: str = ""
    day: str = ""
    answers: tuple[str, ...] = ()
    desk: str = ""


@kind("draft.approved", "draft")
@dataclass(frozen=True, slots=True)
class DraftApproved(Decision):
    """Somebody agrees to a draft as it stands.

    Attributes:
        hash: of the content that was looked at (`outgoing.content.hash_of`).
        step: the number of the step of its route, from 0.
        opened: what the approver opened: keys of variants, SHA-256 of files; everything there is.
    """

    draft: str
    hash: str
    step: int
    opened: tuple[str, ...]


@kind("draft.returned", "draft")
@dataclass(frozen=True, slots=True)
class DraftReturned(Decision):
    """Somebody sends a draft back to its author, and says why."""

    draft: str
    hash: str
    remarks: tuple[Remark, ...]


@kind("draft.passed_on", "draft")
@dataclass(frozen=True, slots=True)
class DraftPassedOn(Decision):
    """Somebody asks a colleague to decide on a draft in their place."""

    draft: str
    officer: str


@kind("draft.withdrawn", "draft")
@dataclass(frozen=True, slots=True)
class DraftWithdrawn(Decision):
    """Nothing more of a draft leaves, and what has left is taken back everywhere.

    Attributes:
        instead: what replaces the text where a network lets a post be edited; "" to delete.
    """

    draft: str
    reason: str = ""
    instead: str = ""


@kind("hold.placed", "hold")
@dataclass(frozen=True, slots=True)
class HoldPlaced(Decision):
    """Nothing leaves from now on.

    Attributes:
        scope: "force", a group or a profile.
        but_incident: what belongs to this incident leaves all the same while it is open, on
            profiles that it concerns; "" for nothing.
    """

    scope: str
    but_incident: str = ""


@kind("hold.explained", "hold")
@dataclass(frozen=True, slots=True)
class HoldExplained(Decision):
    """Why publishing was held: told afterwards, because holding takes one press."""

    scope: str
    reason: str


@kind("hold.released", "hold")
@dataclass(frozen=True, slots=True)
class HoldReleased(Decision):
    """Publishing goes on; what fell due meanwhile waits for a person, one by one."""

    scope: str
    reason: str = ""


@kind("publishers.limited", "publishers")
@dataclass(frozen=True, slots=True)
class PublishersLimited(Decision):
    """Only these officers may publish within a scope.

    Attributes:
        incident: with which the list ends, "" for none.
    """

    scope: str
    officers: tuple[str, ...]
    incident: str = ""


@kind("publishers.opened", "publishers")
@dataclass(frozen=True, slots=True)
class PublishersOpened(Decision):
    """Everybody who may publish within a scope may again."""

    scope: str


@kind("delivery.let_go", "delivery")
@dataclass(frozen=True, slots=True)
class DeliveryLetGo(Decision):
    """A person lets one delivery leave that is held, late or failed.

    Attributes:
        hash: of the content that was looked at.
        at: when it leaves, None for at once.
        again: it is unknown whether it was sent, and the person has seen that it was not.
    """

    delivery: str
    hash: str
    at: datetime | None = None
    again: bool = False


@kind("delivery.claimed", "delivery", reserved=True)
@dataclass(frozen=True, slots=True)
class DeliveryClaimed(Decision):
    """A sender takes a delivery on itself, before the first byte.

    Attributes:
        hash: of the content it sends.
        sender: which one: 32 hexadecimal digits, new with every start.
        key: what the network knows the attempt by, where it has such a thing; chosen now, the same
            for every attempt.
        keyed: the network lets the same key be sent again without harm.
    """

    delivery: str
    hash: str
    sender: str
    key: str = ""
    keyed: bool = False


@kind("delivery.sent", "delivery", reserved=True)
@dataclass(frozen=True, slots=True)
class DeliverySent(Decision):
    """The network took it, or it was found there.

    Attributes:
        sender: whose claim it answers.
        sent_at: as the network says, None if it does not.
        said: the network's answer, plain and short.
        found: it was found by reading back.
    """

    delivery: str
    sender: str
    remote_id: str
    url: str = ""
    sent_at: datetime | None = None
    said: str = ""
    found: bool = False


@kind("delivery.failed", "delivery", reserved=True)
@dataclass(frozen=True, slots=True)
class DeliveryFailed(Decision):
    """The network surely did not take it.

    Attributes:
        reason: a value of `outgoing.delivery.Unsent`.
        said: the network's answer, plain and short, never a token.
        again_at: when it is tried again by itself, None for never.
    """

    delivery: str
    sender: str
    reason: str
    said: str = ""
    again_at: datetime | None = None


@kind("delivery.unknown", "delivery", reserved=True)
@dataclass(frozen=True, slots=True)
class DeliveryUnknown(Decision):
    """Bytes left, and nobody knows what the network made of them.

    Attributes:
        sender: whose claim it answers; another one may say it of a sender that has ended.
    """

    delivery: str
    sender: str
    said: str = ""


@kind("delivery.read_back", "delivery", reserved=True)
@dataclass(frozen=True, slots=True)
class DeliveryReadBack(Decision):
    """The profile's own posts were read after the settle time, and it was not among them.

    Attributes:
        looked: how many posts were looked through.
        since: the oldest of them reaches back to here.
    """

    delivery: str
    looked: int
    since: datetime


@kind("delivery.seen_gone", "delivery", reserved=True)
@dataclass(frozen=True, slots=True)
class DeliverySeenGone(Decision):
    """What was withdrawn was looked for and is not there any more; "edited" if its text changed."""

    delivery: str
    edited: bool = False


@kind("delivery.marked_sent", "delivery")
@dataclass(frozen=True, slots=True)
class DeliveryMarkedSent(Decision):
    """A person says that it was sent elsewhere, by hand, or found by a person."""

    delivery: str
    url: str = ""


@kind("routes.defined", "routes", keyed=False)
@dataclass(frozen=True, slots=True)
class RoutesDefined(Decision):
    """Who has to agree before what leaves, from now on: canonical JSON of the routes, in order."""

    content: str


@kind("text.saved", "text", erasable=True)
@dataclass(frozen=True, slots=True)
class TextSaved(Decision):
    """A text stands ready for everybody: a holding statement, an answer.

    Attributes:
        text: 32 hexadecimal digits.
        content: by BCP 47 language, with {fields} to be filled in.
    """

    text: str
    name: str
    content: dict[str, str]
    kind_of: str = ""


@kind("text.removed", "text")
@dataclass(frozen=True, slots=True)
class TextRemoved(Decision):
    """A text stands ready no longer."""

    text: str


@kind("case_list.changed", "case_list")
@dataclass(frozen=True, slots=True)
class CaseListChanged(Decision):
    """A protected name or an order, readable only with the key of the case lists.

    Attributes:
        item: 32 hexadecimal digits.
        marks: keyed fingerprints by which a desk finds it in a text without reading it.
        sealed: the words, the rule and until when, encrypted, as base64.
        last_day: on which it holds ("2027-01-31"), in clear, so that it ends on desks
            that cannot read the rest; "" for ever.
        made: the version in which the marks are made, 0 from before they had one.
    """

    item: str
    marks: tuple[str, ...]
    sealed: str
    last_day: str = ""
    made: int = 0


@kind("case_list.marked", "case_list")
@dataclass(frozen=True, slots=True)
class CaseListMarked(Decision):
    """An item is found in the ways of a later version too; what it says is as it was.

    By the first desk of that version at which somebody who keeps the lists opens them.
    """

    item: str
    marks: tuple[str, ...]
    made: int


@kind("case_list.removed", "case_list")
@dataclass(frozen=True, slots=True)
class CaseListRemoved(Decision):
    """A protected name or an order holds no longer."""

    item: str


@kind("series.defined", "series")
@dataclass(frozen=True, slots=True)
class SeriesDefined(Decision):
    """A draft that comes again: its days as an iCalendar RRULE, in a zone.

    Said again, it holds from a day on; of what was made before, that leaves in the new form which
    has not left and was not changed on its own.

    Attributes:
        series: 32 hexadecimal digits.
        content: as a draft's, with the moment of the first and its zone.
        begins: day and hour of the first as the clocks of the zone show it ("2026-11-28T07:30").
        confirmed: as a draft's.
        skipped: days on which it does not come all the same.
        from_day: the day from which on it holds, "" for a new series.
        made_of: the draft that stands as it is on the first day; "" for none.
    """

    series: str
    content: str
    rule: str
    begins: str = ""
    confirmed: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    from_day: str = ""
    made_of: str = ""


@kind("series.skipped", "series")
@dataclass(frozen=True, slots=True)
class SeriesSkipped(Decision):
    """It does not come on one day; what was made of it for that day leaves no more."""

    series: str
    day: str


@kind("series.ended", "series")
@dataclass(frozen=True, slots=True)
class SeriesEnded(Decision):
    """It comes no more; drafts made of it stay.

    Attributes:
        from_day: but for those of this day and after it that have not left; "" if all stay.
    """

    series: str
    from_day: str = ""
