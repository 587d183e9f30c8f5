"""Whatever is decided, in whatever order senders and people race: what may never happen."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from controlroom.model.journal import Entry
from controlroom.model.journal_incident import IncidentChanged, IncidentClosed, IncidentOpened
from controlroom.model.journal_kinds import (
    CoverGiven,
    Decision,
    OfficerLeft,
    ProfileLocked,
    ProfileUnlocked,
    RoleRevoked,
)
from controlroom.model.journal_outgoing import (
    DeliveryClaimed,
    DeliveryFailed,
    DeliveryLetGo,
    DeliveryMarkedSent,
    DeliveryReadBack,
    DeliverySeenGone,
    DeliverySent,
    DeliveryUnknown,
    DraftApproved,
    DraftReturned,
    DraftSubmitted,
    DraftWithdrawn,
    HoldPlaced,
    HoldReleased,
    PublishersLimited,
    PublishersOpened,
)
from controlroom.model.outgoing.content import Content, Piece, hash_of, read_content, written
from controlroom.model.outgoing.delivery import DeliveryState
from controlroom.team.fold import Fold
from controlroom.team.publishing import views
from controlroom.team.publishing.line import is_waiting
from controlroom.team.snapshot import restored, snapshot
from tests.team.publishing.desk import (
    BOSS,
    CHIEF,
    COMMANDER,
    DRAFT,
    MEDIA,
    OTHER,
    RIVAL,
    SECOND,
    SENDER,
    STATION,
    WRITER,
    Desk,
    M,
    X,
    post,
)

OFFICERS = (WRITER, BOSS, SECOND, COMMANDER, MEDIA)
BEGIN = Desk().now
FLOOD, FIRE = "1" * 32, "2" * 32
CONTENTS = (
    post(),
    post(kind="appeal"),
    post(X, pieces=(Piece("One."), Piece("Two."))),
    post(M, X, kind="", incident=FLOOD),
    post(at=BEGIN + timedelta(minutes=8), spread_min=4),
)
TEXTS = tuple(written(one) for one in CONTENTS)
HASHES = tuple(hash_of(one) for one in TEXTS)
NOW = ""
"""As a hash: that of the draft as it then stands."""
ids, hashes = st.sampled_from((DRAFT, DRAFT, OTHER)), st.sampled_from((*[NOW] * 9, HASHES[0]))
names = st.sampled_from((f"0/{X}", f"0/{X}", f"0/{X}", f"0/{M}", f"1/{X}", f"w0/{X}"))
deliveries = st.builds(lambda draft, name: f"{draft}/{name}", ids, names)
senders = st.sampled_from((SENDER, SENDER, SENDER, RIVAL))
scopes = st.sampled_from(("force", "group/Boroughs", f"profile/{X}"))
incidents = st.sampled_from(("", FLOOD, FLOOD, FIRE))
concerns = st.sampled_from((("force",), (f"profile/{X}",), ("group/Boroughs",)))
moments = st.integers(-20, 20).map(lambda minutes: BEGIN + timedelta(minutes=minutes))
keys = st.sampled_from(("", "k"))
remote = st.sampled_from(("1", "2", "3"))
decided = st.one_of(
    st.builds(DraftSubmitted, ids, st.sampled_from(TEXTS)),
    st.builds(DraftApproved, ids, hashes, st.integers(0, 1), st.just(("",))),
    st.builds(DraftReturned, ids, hashes, st.just(())),
    st.builds(DraftWithdrawn, ids, instead=st.sampled_from(("", "Wrong."))),
    st.builds(HoldPlaced, scopes, incidents),
    st.builds(HoldReleased, scopes),
    st.builds(PublishersLimited, scopes, st.just((BOSS,)), incidents),
    st.builds(PublishersOpened, scopes),
    st.builds(DeliveryLetGo, deliveries, hashes, st.none() | moments, st.booleans()),
    st.builds(DeliveryMarkedSent, deliveries),
    st.builds(IncidentOpened, incidents, st.just("A flood"), concerns),
    st.builds(IncidentChanged, incidents, st.just("A fire"), concerns),
    st.builds(IncidentClosed, incidents),
    st.builds(OfficerLeft, st.sampled_from((WRITER, MEDIA))),
    st.builds(RoleRevoked, st.just(BOSS), st.just("supervisor"), st.just("force")),
    st.builds(CoverGiven, st.just(SECOND), st.just(MEDIA), moments),
    st.builds(ProfileLocked, st.just(X)),
    st.builds(ProfileUnlocked, st.just(X)),
)
stops = st.one_of(
    st.builds(HoldPlaced, scopes, incidents),
    st.builds(HoldReleased, scopes),
    st.builds(IncidentOpened, incidents, st.just("A flood"), concerns),
    st.builds(IncidentClosed, incidents),
    st.builds(DeliveryLetGo, deliveries, hashes, st.none() | moments, st.booleans()),
)
of_senders = st.one_of(
    *[st.builds(DeliveryClaimed, deliveries, hashes, senders, keys, st.booleans())] * 3,
    st.builds(DeliverySent, deliveries, senders, remote, found=st.booleans()),
    st.builds(
        DeliveryFailed, deliveries, senders,
        st.sampled_from(("refused", "too_many", "stopped", "gone")),
        again_at=st.none() | moments,
    ),
    st.builds(DeliveryUnknown, deliveries, senders),
    st.builds(DeliveryReadBack, deliveries, st.just(9), moments),
    st.builds(DeliverySeenGone, deliveries),
)  # fmt: skip
steps = st.one_of(
    st.tuples(st.sampled_from(OFFICERS), decided),
    st.tuples(st.just(STATION), of_senders),
    st.tuples(st.just(STATION), of_senders),
    st.tuples(st.sampled_from((BOSS, COMMANDER)), stops),
    st.tuples(st.just("waits"), st.integers(1, 7)),
)
stories = st.lists(steps, max_size=40)
Story = list[tuple[str, Decision | int]]
APPROVED_STORY = (
    (MEDIA, DraftSubmitted(DRAFT, TEXTS[0])),
    (WRITER, DraftSubmitted(OTHER, TEXTS[3])),
    (COMMANDER, DraftApproved(OTHER, HASHES[3], 0, ("",))),
)


def told(desk: Desk, story: Iterable[tuple[str, Decision | int]]) -> Iterable[bool]:
    """Tells a story to a desk; yields after each decision whether it had an effect."""
    for actor, what in (*APPROVED_STORY, *story):
        if isinstance(what, int):
            desk.waits(minutes=what)
        else:
            yield desk.says(actor, with_hash(desk, what)) == []


def with_hash(desk: Desk, what: Decision) -> Decision:
    """Returns a decision about the draft as it stands now, where it leaves that open."""
    if getattr(what, "hash", None) != NOW:
        return what
    named = getattr(what, "draft", "") or getattr(what, "delivery", "")
    found = views.draft(desk.state, named[:32])
    return replace(what, hash=found.hash) if found is not None else what  # type: ignore[type-var]


def last(desk: Desk) -> Entry:
    return desk.entries[-1]


@given(stories)
def test_nothing_is_claimed_twice_without_an_outcome_between(story: Story) -> None:
    desk, under_way = Desk(), set()
    for took in told(desk, story):
        entry = last(desk)
        if not took:
            continue
        if entry.kind == DeliveryClaimed.kind:
            assert entry.subject not in under_way
            under_way.add(entry.subject)
        elif entry.kind in (DeliverySent.kind, DeliveryFailed.kind, DeliveryUnknown.kind):
            under_way.discard(entry.subject)


@given(stories)
def test_what_was_sent_is_never_claimed_again(story: Story) -> None:
    desk, sent = Desk(), set()
    for took in told(desk, story):
        entry = last(desk)
        if took and entry.kind == DeliverySent.kind:
            assert entry.subject not in sent
            sent.add(entry.subject)
        elif took and entry.kind == DeliveryClaimed.kind:
            assert entry.subject not in sent


@given(stories)
def test_only_what_stands_in_the_line_is_claimed_and_in_its_time(story: Story) -> None:
    desk = Desk()
    for actor, what in (*APPROVED_STORY, *story):
        if isinstance(what, int):
            desk.waits(minutes=what)
            continue
        at = desk.now + timedelta(seconds=1)
        ready = {str(one.key) for one in views.due(desk.state, at)}
        was_open = {str(one.key) for one in views.unresolved(desk.state, at)}
        what = with_hash(desk, what)
        took = desk.says(actor, what) == []
        if took and isinstance(what, DeliveryClaimed):
            assert what.delivery in ready | was_open
        if isinstance(what, DeliveryClaimed) and not took and what.delivery in ready:
            draft = views.draft(desk.state, what.delivery[:32])
            assert draft is not None
            assert draft.hash != what.hash


@given(stories)
def test_what_is_held_is_never_claimed(story: Story) -> None:
    desk, holds, passes = Desk(), dict[str, tuple[int, str]](), dict[str, int]()
    for took in told(desk, story):
        entry = last(desk)
        about, _, name = entry.subject.partition("/")
        if took and entry.kind == HoldPlaced.kind:
            but = views.holds(desk.state)
            holds[name] = next((one.seq, one.but_incident) for one in but if one.scope == name)
        elif took and entry.kind == HoldReleased.kind:
            del holds[name]
        elif took and entry.kind == DeliveryLetGo.kind:
            passes[name] = entry.seq
        elif took and entry.kind == DeliveryClaimed.kind and "/w" not in name:
            draft, _, profile = name.split("/", 2)
            incident = desk.draft(draft).incident
            known = desk.state.incidents.get(incident)
            for scope in desk.state.chain(f"profile/{profile}"):
                seq, but_incident = holds.get(scope, (0, ""))
                named = bool(incident) and incident == but_incident
                if named and known is not None and known.closed is not None:
                    assert passes.get(name, 0) >= max(seq, known.seq)
                elif named and known is not None:
                    chain = desk.state.chain(f"profile/{profile}")
                    assert set(known.scopes) & set(chain) or passes.get(name, 0) >= seq
                elif named:
                    assert not desk.state.incidents or passes.get(name, 0) >= seq
                else:
                    assert passes.get(name, 0) >= seq
        assert about


@given(stories)
def test_a_list_for_an_incident_never_outlives_it(story: Story) -> None:
    desk, closed = Desk(), set[str]()
    for took in told(desk, story):
        if took and last(desk).kind == IncidentClosed.kind:
            closed.add(last(desk).subject.partition("/")[2])
        limits = views.limits(desk.state).values()
        assert not closed & {one.incident for one in limits}
        assert all(desk.state.incidents[one].closed for one in closed)


def stands(desk: Desk, draft: str) -> tuple[str, int]:
    """Returns the hash of a draft that is approved, and how many agreed to it; "" for none."""
    found = views.draft(desk.state, draft)
    if found is None or found.stage is not views.Stage.APPROVED:
        return "", 0
    return found.hash, len(found.approvals)


@given(stories)
def test_no_approval_survives_an_edit_and_nobody_approves_their_own(story: Story) -> None:
    desk, wrote = Desk(), dict[str, set[str]]()
    agreed = dict[str, list[str]]()
    for took in told(desk, story):
        entry = last(desk)
        draft = entry.subject.partition("/")[2]
        if not took:
            continue
        if entry.kind == DraftSubmitted.kind:
            wrote.setdefault(draft, set()).add(entry.actor)
            agreed[draft] = []
        elif entry.kind == DraftReturned.kind:
            agreed[draft] = []
        elif entry.kind == DraftApproved.kind:
            assert entry.actor not in wrote[draft] | set(agreed[draft])
            agreed[draft].append(entry.actor)
        for one, officers in agreed.items():
            found = views.draft(desk.state, one)
            if found is None or found.ended is not None or found.stage is views.Stage.WITHDRAWN:
                continue
            assert [approval.officer for approval in found.approvals] == officers
            digest, count = stands(desk, one)
            assert not digest or count == len(found.steps)
            assert not digest or hash_of(found.text) == digest


@given(stories, st.data())
def test_any_batches_and_any_snapshot_come_to_the_same(story: Story, data: st.DataObject) -> None:
    desk = Desk()
    for _ in told(desk, story):
        pass
    cuts = sorted(data.draw(st.sets(st.integers(0, len(desk.entries)), max_size=6)))
    other = Fold()
    for start, end in zip([0, *cuts], [*cuts, len(desk.entries)], strict=True):
        other.take(desk.entries[start:end])
        if data.draw(st.booleans()):
            other = Fold(restored(snapshot(other.state)))
    assert other.state.publishing == desk.state.publishing
    assert other.state.incidents == desk.state.incidents
    assert snapshot(other.state) == snapshot(desk.state)


@given(stories)
def test_what_follows_from_the_drafts_is_always_in_step_with_them(story: Story) -> None:
    desk = Desk()
    for _ in told(desk, story):
        publishing = desk.state.publishing
        line = [place[3] for place in publishing.line + publishing.back]
        tracks = {
            (key, name): track
            for key, draft in publishing.drafts.items()
            for name, track in draft.tracks.items()
        }
        assert sorted(line) == sorted(name for name, one in tracks.items() if is_waiting(one))
        assert publishing.line == sorted(publishing.line)
        unsure = (DeliveryState.SENDING, DeliveryState.UNKNOWN)
        assert publishing.open == {name for name, one in tracks.items() if one.state in unsure}


def test_the_contents_of_these_stories_are_what_they_say() -> None:
    assert [read_content(one) for one in TEXTS] == list(CONTENTS)
    assert all(isinstance(one, Content) for one in CONTENTS)
    assert CHIEF not in OFFICERS
