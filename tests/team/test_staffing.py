"""A record that begins with a whole force."""

from controlroom.model.journal_rights import Right
from controlroom.model.journal_subject import FORCE, group_scope, profile_scope
from controlroom.model.profile import Group, Profile
from controlroom.team.rights import may
from controlroom.team.staffing import Member, staffing
from tests.team.record import START, Record

GROUPS = [Group(1, "Fenmarsh")]
PROFILES = [Profile(0, "x", "97", "FenPolice", group=1)]
CHIEF = Member("1", "Asha Venn", ("supervisor",), (FORCE,))
BEN = Member("2", "Ben Oake", ("operator",), (group_scope("Fenmarsh"),))
CARA = Member("3", "Cara Fell", ("analyst",), (FORCE,))


def test_everybody_may_what_their_roles_say_and_nothing_is_refused() -> None:
    founded, *others = staffing(CHIEF, [BEN, CARA], GROUPS, PROFILES)
    record = Record(alone=True)
    assert founded.kind == "journal.founded"
    assert record.says("1", *others) == []
    state, fen = record.fold.state, profile_scope("x//97")
    assert may(state, "2", Right.REPLY, fen, START)
    assert not may(state, "2", Right.EXPORT, fen, START)
    assert may(state, "3", Right.EXPORT, fen, START)
