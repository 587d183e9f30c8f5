"""Which decisions have an effect, and which. One function a kind: it refuses, or it changes.

Every refusal is decided by what stood in the record before the entry and by its own stamp alone, so
that every reader comes to the same.
"""

from collections.abc import Callable
from typing import Any

from controlroom.model.journal import Entry
from controlroom.model.journal_kinds import (
    AnswerTakenOver,
    BoardShared,
    BoardUnshared,
    ConversationAssigned,
    ConversationNoted,
    CoverEnded,
    CoverGiven,
    GroupPlaced,
    JournalFounded,
    NoteChanged,
    OfficerAdded,
    OfficerChanged,
    OfficerLeft,
    ProfileLocked,
    ProfileLockExplained,
    ProfilePlaced,
    ProfileUnlocked,
    RecordExported,
    RoleDefined,
    RoleGranted,
    RoleRevoked,
)
from controlroom.model.journal_rights import Refusal, Right
from controlroom.model.journal_subject import (
    FORCE,
    LONGEST_BOARD_NAME,
    LONGEST_NOTE,
    conversation_of_note,
    is_board_key,
    is_force_number,
    profile_of_conversation,
    profile_scope,
)
from controlroom.model.pen import Taking
from controlroom.team.incident_rules import RULES as INCIDENTS
from controlroom.team.publishing.course import leave
from controlroom.team.publishing.rules import RULES as PUBLISHING
from controlroom.team.rights import may
from controlroom.team.state import Cover, Officer, Place, State, holders

Rule = Callable[[State, Entry, Any], Refusal | None]
_PROFILE = "profile/"


def founded(state: State, entry: Entry, told: JournalFounded) -> Refusal | None:
    """Only the first entry founds; what it says is not judged."""
    if entry.seq != 1:
        return Refusal.FOUNDED_BEFORE
    roles = {name: _rights(rights) for name, rights in told.roles.items()}
    if not is_force_number(told.officer) or None in roles.values():
        return Refusal.MALFORMED
    state.roles = {name: rights for name, rights in roles.items() if rights is not None}
    granted = {role: entry.seq for role in told.granted if role in state.roles}
    state.officers[told.officer] = Officer(told.name, entry.seq, roles={FORCE: granted})
    return None


def role_defined(state: State, entry: Entry, told: RoleDefined) -> Refusal | None:
    """Nobody gives more rights to a role they have."""
    rights = _rights(told.rights)
    if rights is None:
        return Refusal.UNKNOWN_RIGHT
    if not _manages(state, entry, FORCE):
        return Refusal.NO_RIGHT
    before = state.roles.get(told.role, frozenset())
    if rights - before and _has_role(state, entry, told.role):
        return Refusal.OWN_RIGHTS
    state.roles[told.role] = rights
    if _somebody_manages(state):
        return None
    state.roles[told.role] = before
    return Refusal.LAST_MANAGER


def officer_added(state: State, entry: Entry, told: OfficerAdded) -> Refusal | None:
    """Who comes back comes without the roles of before."""
    if not is_force_number(told.officer):
        return Refusal.MALFORMED
    if not _manages(state, entry, FORCE):
        return Refusal.NO_RIGHT
    if state.here(told.officer):
        return Refusal.THERE_ALREADY
    state.officers[told.officer] = Officer(told.name, entry.seq)
    return None


def officer_changed(state: State, entry: Entry, told: OfficerChanged) -> Refusal | None:
    officer = state.here(told.officer)
    if not _manages(state, entry, FORCE):
        return Refusal.NO_RIGHT
    if officer is None:
        return Refusal.UNKNOWN_OFFICER
    officer.name = told.name
    return None


def officer_left(state: State, entry: Entry, told: OfficerLeft) -> Refusal | None:
    """Somebody may leave by themselves; the last who manages the force may not."""
    officer = state.here(told.officer)
    if entry.actor != told.officer and not _manages(state, entry, FORCE):
        return Refusal.NO_RIGHT
    if officer is None:
        return Refusal.UNKNOWN_OFFICER
    if not _somebody_manages(state, but=told.officer):
        return Refusal.LAST_MANAGER
    officer.left, officer.roles = entry.seq, {}
    leave(state.publishing, told.officer)
    _forget(state, told.officer)
    return None


def role_granted(state: State, entry: Entry, told: RoleGranted) -> Refusal | None:
    """Nobody grants to themselves, nor to whom they cover; whoever manages a scope grants in it."""
    officer = state.here(told.officer)
    if not state.is_scope(told.scope):
        return Refusal.UNKNOWN_SCOPE
    if not _manages(state, entry, told.scope):
        return Refusal.NO_RIGHT
    if told.officer in _sources(state, entry):
        return Refusal.OWN_RIGHTS
    if officer is None:
        return Refusal.UNKNOWN_OFFICER
    if told.role not in state.roles:
        return Refusal.UNKNOWN_ROLE
    if told.role in officer.roles.get(told.scope, {}):
        return Refusal.THERE_ALREADY
    if _is_full(state, told):
        return Refusal.TOO_MANY
    officer.roles.setdefault(told.scope, {})[told.role] = entry.seq
    if told.scope.startswith(_PROFILE):
        state.on_profile.setdefault(told.scope, set()).add(told.officer)
    return None


def role_revoked(state: State, entry: Entry, told: RoleRevoked) -> Refusal | None:
    """Everybody may give up a role of their own."""
    officer = state.here(told.officer)
    if entry.actor != told.officer and not _manages(state, entry, told.scope):
        return Refusal.NO_RIGHT
    roles = officer.roles.get(told.scope, {}) if officer else {}
    seq = roles.pop(told.role, 0)
    if officer is None or not seq:
        return Refusal.NOT_THERE
    if not _somebody_manages(state):
        roles[told.role] = seq
        return Refusal.LAST_MANAGER
    if not roles:
        del officer.roles[told.scope]
        state.on_profile.get(told.scope, set()).discard(told.officer)
    return None


def cover_given(state: State, entry: Entry, told: CoverGiven) -> Refusal | None:
    """By the officer who is covered, or by who manages the force for somebody else."""
    if entry.actor != told.officer:
        if not _manages(state, entry, FORCE):
            return Refusal.NO_RIGHT
        if entry.actor == told.to:
            return Refusal.OWN_RIGHTS
    if not (state.here(told.officer) and state.here(told.to)) or told.officer == told.to:
        return Refusal.UNKNOWN_OFFICER
    if told.until <= entry.at:
        return Refusal.IN_THE_PAST
    state.covers.setdefault(told.to, {})[told.officer] = Cover(told.until, entry.seq)
    return None


def cover_ended(state: State, entry: Entry, told: CoverEnded) -> Refusal | None:
    if entry.actor not in (told.officer, told.to) and not _manages(state, entry, FORCE):
        return Refusal.NO_RIGHT
    if told.officer not in state.covers.get(told.to, {}):
        return Refusal.NOT_THERE
    _end_cover(state, told.to, told.officer)
    return None


def group_placed(state: State, entry: Entry, told: GroupPlaced) -> Refusal | None:
    """Moving a group moves rights, so it takes the right to manage the force."""
    if not _manages(state, entry, FORCE):
        return Refusal.NO_RIGHT
    if told.parent and told.parent not in state.groups:
        return Refusal.UNKNOWN_SCOPE
    if f"group/{told.group}" in state.chain(f"group/{told.parent}"):
        return Refusal.CIRCLE
    state.groups[told.group] = told.parent
    state.chains.clear()
    return None


def profile_placed(state: State, entry: Entry, told: ProfilePlaced) -> Refusal | None:
    if not _manages(state, entry, FORCE):
        return Refusal.NO_RIGHT
    if told.group and told.group not in state.groups:
        return Refusal.UNKNOWN_SCOPE
    if told.most_officers < 0:
        return Refusal.MALFORMED
    state.profiles[told.profile] = Place(told.group, told.most_officers)
    state.chains.clear()
    return None


def profile_locked(state: State, entry: Entry, told: ProfileLocked) -> Refusal | None:
    scope = profile_scope(told.profile)
    if not any(_has(state, entry, right, scope) for right in (Right.HOLD, Right.MANAGE)):
        return Refusal.NO_RIGHT
    if told.profile in state.locked:
        return Refusal.THERE_ALREADY
    state.locked[told.profile] = entry.seq
    return None


def profile_lock_explained(
    state: State, entry: Entry, told: ProfileLockExplained
) -> Refusal | None:
    """By whoever may lock it; the lock itself stays as it is."""
    scope = profile_scope(told.profile)
    if not any(_has(state, entry, right, scope) for right in (Right.HOLD, Right.MANAGE)):
        return Refusal.NO_RIGHT
    return None if told.profile in state.locked else Refusal.NOT_THERE


def profile_unlocked(state: State, entry: Entry, told: ProfileUnlocked) -> Refusal | None:
    scope = profile_scope(told.profile)
    if not any(_has(state, entry, right, scope) for right in (Right.RELEASE, Right.MANAGE)):
        return Refusal.NO_RIGHT
    if told.profile not in state.locked:
        return Refusal.NOT_THERE
    del state.locked[told.profile]
    return None


def conversation_assigned(state: State, entry: Entry, told: ConversationAssigned) -> Refusal | None:
    """Whoever may reply there gives it to whoever may read there."""
    scope = profile_scope(profile_of_conversation(told.conversation))
    if not _has(state, entry, Right.REPLY, scope):
        return Refusal.NO_RIGHT
    if told.officer and not may(state, told.officer, Right.READ, scope, entry.at):
        return Refusal.UNKNOWN_OFFICER
    if told.officer:
        state.assigned[told.conversation] = (told.officer, entry.seq)
    else:
        state.assigned.pop(told.conversation, None)
    return None


def noted(state: State, entry: Entry, told: ConversationNoted | NoteChanged) -> Refusal | None:
    """By whoever may reply or draft there. The state keeps no notes: their bodies may be erased."""
    scope = profile_scope(profile_of_conversation(conversation_of_note(told.note)))
    if not any(_has(state, entry, right, scope) for right in (Right.REPLY, Right.DRAFT)):
        return Refusal.NO_RIGHT
    if not told.text.strip() or len(told.text) > LONGEST_NOTE:
        return Refusal.MALFORMED
    return None


def answer_taken_over(state: State, entry: Entry, told: AnswerTakenOver) -> Refusal | None:
    """By whoever may reply there; at once, and from somebody else, by whoever may moderate."""
    scope = profile_scope(profile_of_conversation(told.conversation))
    needed = [Right.REPLY, *([Right.MODERATE] if told.how == Taking.AT_ONCE else [])]
    if not all(_has(state, entry, right, scope) for right in needed):
        return Refusal.NO_RIGHT
    return None if told.how in {str(one) for one in Taking} else Refusal.MALFORMED


def board_shared(state: State, entry: Entry, told: BoardShared) -> Refusal | None:
    """By whoever may read over the force; the state keeps the name, the record the content."""
    if not _has(state, entry, Right.READ, FORCE):
        return Refusal.NO_RIGHT
    if not is_board_key(told.board) or not told.content:
        return Refusal.MALFORMED
    if not 0 < len(told.name.strip()) <= len(told.name) <= LONGEST_BOARD_NAME:
        return Refusal.MALFORMED
    state.shared[told.board] = (told.name, entry.seq)
    return None


def board_unshared(state: State, entry: Entry, told: BoardUnshared) -> Refusal | None:
    if not _has(state, entry, Right.READ, FORCE):
        return Refusal.NO_RIGHT
    if told.board not in state.shared:
        return Refusal.NOT_THERE
    del state.shared[told.board]
    return None


def record_exported(state: State, entry: Entry, told: RecordExported) -> Refusal | None:
    return None if _has(state, entry, Right.EXPORT, FORCE) else Refusal.NO_RIGHT


RULES: dict[type, Rule] = {
    JournalFounded: founded,
    RoleDefined: role_defined,
    OfficerAdded: officer_added,
    OfficerChanged: officer_changed,
    OfficerLeft: officer_left,
    RoleGranted: role_granted,
    RoleRevoked: role_revoked,
    CoverGiven: cover_given,
    CoverEnded: cover_ended,
    GroupPlaced: group_placed,
    ProfilePlaced: profile_placed,
    ProfileLocked: profile_locked,
    ProfileLockExplained: profile_lock_explained,
    ProfileUnlocked: profile_unlocked,
    ConversationAssigned: conversation_assigned,
    RecordExported: record_exported,
    ConversationNoted: noted,
    NoteChanged: noted,
    AnswerTakenOver: answer_taken_over,
    BoardShared: board_shared,
    BoardUnshared: board_unshared,
    **INCIDENTS,
    **PUBLISHING,
}
"""Who appends a kind that is reserved is judged by the database, and by the rule where it has one.
"""


def _has(state: State, entry: Entry, right: Right, scope: str) -> bool:
    return may(state, entry.actor, right, scope, entry.at)


def _manages(state: State, entry: Entry, scope: str) -> bool:
    return _has(state, entry, Right.MANAGE, scope)


def _somebody_manages(state: State, but: str = "") -> bool:
    """Whether the force is left with somebody who manages it by a role of their own."""
    return any(
        Right.MANAGE in state.roles[role]
        for number, officer in state.officers.items()
        if number != but and not officer.left
        for role in officer.roles.get(FORCE, {})
    )


def _sources(state: State, entry: Entry) -> set[str]:
    """Returns whose roles give the actor rights: their own, and those of whom they cover."""
    given = state.covers.get(entry.actor, {})
    return {entry.actor, *(giver for giver, cover in given.items() if entry.at < cover.until)}


def _has_role(state: State, entry: Entry, role: str) -> bool:
    """Whether the actor has a role, their own or by cover."""
    there = [officer for one in _sources(state, entry) if (officer := state.here(one))]
    return any(role in roles for officer in there for roles in officer.roles.values())


def _rights(names: tuple[str, ...]) -> frozenset[Right] | None:
    try:
        return frozenset(Right(name) for name in names)
    except ValueError:
        return None


def _is_full(state: State, told: RoleGranted) -> bool:
    about, _, key = told.scope.partition("/")
    if about != "profile":
        return False
    there, most = holders(state, key), state.profiles[key].most_officers
    return bool(most) and told.officer not in there and len(there) >= most


def _forget(state: State, number: str) -> None:
    """Takes a leaver off profiles and out of every cover, given or had."""
    for there in state.on_profile.values():
        there.discard(number)
    state.covers.pop(number, None)
    for to in [to for to, given in state.covers.items() if number in given]:
        _end_cover(state, to, number)


def _end_cover(state: State, to: str, giver: str) -> None:
    del state.covers[to][giver]
    if not state.covers[to]:
        del state.covers[to]
