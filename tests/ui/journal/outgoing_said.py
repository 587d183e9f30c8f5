"""What the record says of each kind of entry about what leaves."""

from datetime import UTC, datetime

from controlroom.model.journal_decision import Decision
from controlroom.model.journal_incident import IncidentChanged, IncidentClosed, IncidentOpened
from controlroom.model.journal_outgoing import (
    CaseListChanged,
    CaseListMarked,
    CaseListRemoved,
    DeliveryClaimed,
    DeliveryFailed,
    DeliveryLetGo,
    DeliveryMarkedSent,
    DeliveryReadBack,
    DeliverySeenGone,
    DeliverySent,
    DeliveryUnknown,
    DraftApproved,
    DraftPassedOn,
    DraftReturned,
    DraftSubmitted,
    DraftWithdrawn,
    HoldExplained,
    HoldPlaced,
    HoldReleased,
    PublishersLimited,
    PublishersOpened,
    Remark,
    RoutesDefined,
    SeriesDefined,
    SeriesEnded,
    SeriesSkipped,
    TextRemoved,
    TextSaved,
)
from controlroom.model.outgoing.content import About, Act, Content, Piece, written

X, M = "x//97", "mastodon/fenmast.example/12"
B = "bluesky/bsky.example/5"
AT = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
DRAFT, ITEM, HASH, SENDER = "d4af7000" * 4, "17e30000" * 4, "0" * 64, "5" * 32
HERE, BACK = f"{DRAFT}/0/{X}", f"{DRAFT}/w0/{X}"
TEXT, ABOUT = (Piece("The M97 is closed."),), About("7")


def put(act: Act, *targets: str) -> DraftSubmitted:
    about = None if act is Act.POST else ABOUT
    return DraftSubmitted(DRAFT, written(Content(act, targets or (X,), TEXT, about=about)))


OUTGOING: tuple[tuple[Decision, str], ...] = (
    (
        put(Act.POST),
        "Asha Venn put forward a post for @WestmarchPolice: The M97 is closed.",
    ),
    (
        put(Act.POST, X, M),
        "Asha Venn put forward a post for @WestmarchPolice and one more: The M97 is closed.",
    ),
    (
        put(Act.POST, X, M, B),
        "Asha Venn put forward a post for @WestmarchPolice and 2 more: The M97 is closed.",
    ),
    (
        put(Act.REPLY),
        "Asha Venn put forward a reply as @WestmarchPolice: The M97 is closed.",
    ),
    (put(Act.MESSAGE), "Asha Venn put forward a private message as @WestmarchPolice."),
    (put(Act.REPOST), "Asha Venn put forward a repost by @WestmarchPolice."),
    (put(Act.LIKE), "Asha Venn put forward a like by @WestmarchPolice."),
    (put(Act.EDIT), "Asha Venn put forward new words for a post: The M97 is closed."),
    (put(Act.HIDE), "Asha Venn put forward that @WestmarchPolice hides a post."),
    (put(Act.SHOW), "Asha Venn put forward that @WestmarchPolice shows a post again."),
    (put(Act.DELETE), "Asha Venn put forward that @WestmarchPolice deletes a post."),
    (
        put(Act.REPLY_RULE),
        "Asha Venn put forward who may reply to a post of @WestmarchPolice.",
    ),
    (DraftSubmitted(DRAFT, "{"), "Asha Venn put forward a draft that cannot be read."),
    (DraftApproved(DRAFT, HASH, 0, ()), "Asha Venn agreed to the draft d4af7000."),
    (DraftReturned(DRAFT, HASH, ()), "Asha Venn returned the draft d4af7000."),
    (
        DraftReturned(DRAFT, HASH, (Remark("Which junction?"),)),
        "Asha Venn returned the draft d4af7000: Which junction?",
    ),
    (DraftPassedOn(DRAFT, "2"), "Asha Venn asked Ben Oake to decide on the draft d4af7000."),
    (DraftWithdrawn(DRAFT), "Asha Venn withdrew the draft d4af7000."),
    (DraftWithdrawn(DRAFT, "found"), "Asha Venn withdrew the draft d4af7000: found"),
    (
        DraftWithdrawn(DRAFT, "found", "She is safe."),
        "Asha Venn withdrew the draft d4af7000, to be replaced by: She is safe.",
    ),
    (HoldPlaced("force"), "Asha Venn held all publishing for the whole force."),
    (
        HoldPlaced("group/Fenmarsh", "M97"),
        "Asha Venn held all publishing for Fenmarsh, but for the incident M97.",
    ),
    (
        IncidentOpened(ITEM, "Fire on the M97", ("force", "group/Fenmarsh")),
        "Asha Venn opened the incident “Fire on the M97” for the whole force, Fenmarsh.",
    ),
    (
        IncidentChanged(ITEM, "Fire at Fenmarsh", ("group/Fenmarsh",)),
        "Asha Venn told the incident “Fire at Fenmarsh” anew: it concerns Fenmarsh.",
    ),
    (IncidentClosed("M97"), "Asha Venn closed the incident M97."),
    (IncidentClosed("M97", "out"), "Asha Venn closed the incident M97: out"),
    (HoldExplained("force", "fire"), "Asha Venn said why publishing was held: fire"),
    (HoldReleased("force"), "Asha Venn released publishing for the whole force."),
    (HoldReleased("force", "out"), "Asha Venn released publishing for the whole force: out"),
    (
        PublishersLimited("force", ("1", "2")),
        "Asha Venn let only Asha Venn, Ben Oake publish for the whole force.",
    ),
    (
        PublishersLimited("force", ("2",), "M97"),
        "Asha Venn let only Ben Oake publish for the whole force during the incident M97.",
    ),
    (PublishersOpened("force"), "Asha Venn let everybody publish again for the whole force."),
    (
        DeliveryLetGo(HERE, HASH),
        "Asha Venn let the draft d4af7000 leave by @WestmarchPolice.",
    ),
    (
        DeliveryLetGo(HERE, HASH, again=True),
        (
            "Asha Venn saw that the draft d4af7000 is not there, and let it leave by"
            " @WestmarchPolice once more."
        ),
    ),
    (
        DeliveryClaimed(HERE, HASH, SENDER),
        "Asha Venn began to send the draft d4af7000 by @WestmarchPolice.",
    ),
    (
        DeliveryClaimed(BACK, HASH, SENDER),
        "Asha Venn began to take the draft d4af7000 back from @WestmarchPolice.",
    ),
    (
        DeliverySent(HERE, SENDER, "900"),
        "Asha Venn sent the draft d4af7000 by @WestmarchPolice.",
    ),
    (
        DeliverySent(BACK, SENDER, ""),
        "Asha Venn took the draft d4af7000 back from @WestmarchPolice.",
    ),
    (
        DeliverySent(HERE, SENDER, "900", found=True),
        "Asha Venn found the draft d4af7000 sent by @WestmarchPolice.",
    ),
    (
        DeliveryFailed(HERE, SENDER, "refused", "too long"),
        (
            "Asha Venn could not send the draft d4af7000 by @WestmarchPolice: the network refused"
            " it (too long)"
        ),
    ),
    (
        DeliveryFailed(HERE, SENDER, "too_many", again_at=AT),
        (
            "Asha Venn could not yet send the draft d4af7000 by @WestmarchPolice, and goes on: an"
            " allowance is used up"
        ),
    ),
    (
        DeliveryFailed(BACK, SENDER, "permission"),
        (
            "Asha Venn could not take the draft d4af7000 back from @WestmarchPolice: the profile"
            " may not do that"
        ),
    ),
    (
        DeliveryUnknown(HERE, SENDER),
        "Asha Venn does not know whether the draft d4af7000 was sent by @WestmarchPolice.",
    ),
    (
        DeliveryReadBack(HERE, 1_200, AT),
        (
            "Asha Venn looked for the draft d4af7000 among 1,200 posts of @WestmarchPolice, and did"
            " not find it."
        ),
    ),
    (
        DeliverySeenGone(BACK),
        "Asha Venn saw that the draft d4af7000 is gone from @WestmarchPolice.",
    ),
    (
        DeliverySeenGone(BACK, edited=True),
        "Asha Venn saw that the draft d4af7000 reads otherwise on @WestmarchPolice now.",
    ),
    (
        DeliveryMarkedSent(HERE),
        "Asha Venn said that the draft d4af7000 was sent by @WestmarchPolice by hand.",
    ),
    (
        DeliveryMarkedSent(BACK),
        "Asha Venn said that the draft d4af7000 was taken back from @WestmarchPolice by hand.",
    ),
    (RoutesDefined("{}"), "Asha Venn set who has to agree before something leaves."),
    (TextSaved(ITEM, "Closed", {}), "Asha Venn saved the text Closed for everybody."),
    (TextRemoved(ITEM), "Asha Venn removed a text that was saved for everybody."),
    (CaseListChanged(ITEM, (), "c2Vh"), "Asha Venn changed a protected name or order."),
    (
        CaseListMarked(ITEM, ("f00d",), 1),
        "A name or order on the case list is found in more ways; Asha Venn had the lists open.",
    ),
    (CaseListRemoved(ITEM), "Asha Venn took a name or order off the case list."),
    (
        SeriesDefined(ITEM, put(Act.POST).content, "FREQ=DAILY"),
        "Asha Venn had a draft come again and again: The M97 is closed.",
    ),
    (
        SeriesDefined(ITEM, put(Act.POST).content, "FREQ=DAILY", from_day="2026-11-28"),
        "Asha Venn changed what comes again and again from 28 Nov 2026 on: The M97 is closed.",
    ),
    (
        DraftSubmitted(DRAFT, put(Act.POST).content, (), ITEM, "2026-11-28"),
        "The desk of Asha Venn made the draft of a series for 28 Nov 2026: The M97 is closed.",
    ),
    (
        SeriesSkipped(ITEM, "2026-11-28"),
        "Asha Venn left 28 Nov 2026 out of a series of drafts.",
    ),
    (SeriesEnded(ITEM), "Asha Venn ended a series of drafts."),
    (
        SeriesEnded(ITEM, "2026-11-28"),
        "Asha Venn ended a series of drafts; those from 28 Nov 2026 on leave no more.",
    ),
)
