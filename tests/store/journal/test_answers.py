"""One answer a conversation: the database refuses the second, in the step that would record it."""

import threading
from collections.abc import Iterator

import pytest

from benchmarks.postgres import Cluster
from controlroom.model.journal import Entry, Proposal
from controlroom.model.journal_kinds import proposal_of
from controlroom.model.journal_outgoing import DraftSubmitted
from controlroom.model.pen import Ended
from controlroom.store.journal.base import all_entries
from controlroom.store.journal.errors import AnsweredSince, Conflict, PenElsewhere
from controlroom.store.journal.postgres.pens import FREE_S
from controlroom.store.journal.postgres.setup import update
from controlroom.store.journal.postgres.team import TeamJournal
from tests.store.journal.conftest import Team
from tests.store.journal.test_pens import OTHER, SAME, SHAH, TALK, THORNE, Desks, one, told


def answer(draft: int, names: tuple[str, ...] = TALK, desk: str = "Desk 7") -> Proposal:
    """Returns a reply as it is put forward."""
    return proposal_of(DraftSubmitted(f"{draft:032x}", "{}", answers=names, desk=desk))


@pytest.fixture
def desks(team: Team) -> Iterator[Desks]:
    made = Desks(team)
    yield made
    made.close()


@pytest.fixture
def journals(desks: Desks) -> Iterator[tuple[TeamJournal, TeamJournal]]:
    """The record as Thorne (4711) and Shah (22) append to it."""
    made = TeamJournal(desks.team.officer("4711")), TeamJournal(desks.team.officer("22"))
    yield made
    for journal in made:
        journal.close()


Journals = tuple[TeamJournal, TeamJournal]


def test_a_reply_that_waited_is_refused_once_somebody_else_has_answered(journals: Journals) -> None:
    thorne, shah = journals
    seen = shah.head().seq
    first = thorne.append(answer(1, SAME, "Desk 3"), seen)
    with pytest.raises(AnsweredSince) as refused:
        shah.append(answer(2), seen)
    assert refused.value.first == first
    assert isinstance(refused.value, Conflict)
    assert shah.append(answer(2), first.seq).seq == first.seq + 1
    assert thorne.append(answer(3, OTHER, "Desk 3"), seen).seq == first.seq + 2


def test_a_reply_that_waited_is_refused_once_its_pen_was_taken_over(
    desks: Desks, journals: Journals
) -> None:
    thorne, shah = desks.at(*THORNE), desks.at(*SHAH)
    desks.read_by("4711")
    seen = journals[1].head().seq
    shah.hold(TALK, "Thank you", private=False)
    desks.later(31)
    thorne.take(one(thorne.look()), at_once=False)
    thorne.end(TALK, Ended.LEFT)
    with pytest.raises(AnsweredSince) as refused:
        journals[1].append(answer(2), seen)
    assert (refused.value.first.kind, refused.value.first.actor) == ("answer.taken_over", "4711")


def test_their_answer_is_named_rather_than_that_they_took_over(
    desks: Desks, journals: Journals
) -> None:
    thorne, shah = desks.at(*THORNE), desks.at(*SHAH)
    desks.read_by("4711")
    seen = journals[1].head().seq
    shah.hold(TALK, "Thank you", private=False)
    desks.later(31)
    thorne.take(one(thorne.look()), at_once=False)
    sent = journals[0].append(answer(1, SAME, "Desk 3"), journals[0].head().seq)
    with pytest.raises(AnsweredSince) as refused:
        journals[1].append(answer(2), seen)
    assert refused.value.first == sent


def test_nobody_answers_while_another_desk_has_the_pen(desks: Desks, journals: Journals) -> None:
    thorne = desks.at(*THORNE)
    thorne.hold(SAME, "Hello", private=False)
    with pytest.raises(PenElsewhere) as refused:
        journals[1].append(answer(2), journals[1].head().seq)
    assert (refused.value.officer, refused.value.desk) == THORNE
    desks.later(FREE_S + 1)
    journals[1].append(answer(2), journals[1].head().seq)


def test_who_knows_more_of_a_conversation_than_when_they_began_sees_every_pen_of_it(
    desks: Desks, journals: Journals
) -> None:
    desks.at(*SHAH).hold(TALK[:1], "Thank you", private=False)
    desks.at(*THORNE).hold(SAME, "Hello", private=False)
    with pytest.raises(PenElsewhere) as refused:
        journals[1].append(answer(2, TALK), journals[1].head().seq)
    assert (refused.value.officer, refused.value.desk) == THORNE
    journals[1].append(answer(2, TALK[:1]), journals[1].head().seq)


def test_the_same_person_at_another_desk_is_another_desk(desks: Desks, journals: Journals) -> None:
    desks.at("22", "Desk 8").hold(TALK, "Hello", private=False)
    with pytest.raises(PenElsewhere):
        journals[1].append(answer(2), journals[1].head().seq)
    seen = journals[1].head().seq
    journals[1].append(answer(1, desk="Desk 8"), seen)
    with pytest.raises(AnsweredSince):
        journals[1].append(answer(2), seen)


def test_the_pen_ends_in_the_step_in_which_its_answer_is_recorded(
    desks: Desks, journals: Journals
) -> None:
    shah = desks.at(*SHAH)
    shah.hold(TALK, "Thank you", private=False)
    journals[1].append(answer(2), journals[1].head().seq)
    assert told(shah.look()) == []
    assert [pen.ended for pen in shah.look()] == [Ended.SENT]


def test_who_answers_twice_at_one_desk_is_not_asked_about_their_own(journals: Journals) -> None:
    seen = journals[1].head().seq
    journals[1].append(answer(1), seen)
    journals[1].append(answer(2), seen)


def test_the_same_answer_handed_in_again_is_the_entry_it_was(journals: Journals) -> None:
    seen = journals[1].head().seq
    proposal = answer(1)
    first = journals[1].append(proposal, seen)
    assert journals[1].append(proposal, seen) == first


@pytest.mark.parametrize("body", ['{"answers": 7}', '{"answers": ["x\\u0000"]}', '{"answers": {}}'])
def test_what_cannot_be_read_stops_no_answer_after_it(journals: Journals, body: str) -> None:
    seen = journals[0].head().seq
    journals[0].append(Proposal("draft.submitted", "draft/odd", body), seen)
    assert journals[1].append(answer(2), seen).seq == seen + 2


def test_of_two_who_hand_in_at_once_one_is_refused(journals: Journals) -> None:
    seen = journals[0].head().seq
    gone: list[Entry | AnsweredSince] = []
    gate = threading.Barrier(2)

    def hand_in(journal: TeamJournal, proposal: Proposal) -> None:
        gate.wait(60)
        try:
            gone.append(journal.append(proposal, seen))
        except AnsweredSince as error:
            gone.append(error)

    work = [
        threading.Thread(target=hand_in, args=(journals[0], answer(1, SAME, "Desk 3"))),
        threading.Thread(target=hand_in, args=(journals[1], answer(2))),
    ]
    for thread in work:
        thread.start()
    for thread in work:
        thread.join()
    entries = [one for one in gone if isinstance(one, Entry)]
    refused = [one for one in gone if isinstance(one, AnsweredSince)]
    assert (len(entries), [one.first for one in refused]) == (1, entries)
    assert sum(one.kind == "draft.submitted" for one in all_entries(journals[0])) == 1


def test_a_database_from_before_judges_answers_once_it_is_updated(cluster: Cluster) -> None:
    team = Team(cluster)
    for name in ("judge_answer(text, text, bigint)", "begin_answer(text, text)"):
        cluster.run(f"DROP FUNCTION controlroom.{name}", team.name)
    update(team.admin)
    update(team.admin)
    thorne, shah = TeamJournal(team.officer("4711")), TeamJournal(team.officer("22"))
    seen = thorne.append(answer(1, SAME, "Desk 3"), 1).seq
    with pytest.raises(AnsweredSince):
        shah.append(answer(2), seen - 1)
    thorne.close()
    shah.close()
