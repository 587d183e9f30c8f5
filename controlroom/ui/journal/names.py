"""What people, profiles, roles and subjects of the record are called now."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication

from controlroom.model import clock
from controlroom.model.journal import Entry
from controlroom.model.journal_kinds import read
from controlroom.model.journal_outgoing import DraftSubmitted
from controlroom.model.journal_rights import Right
from controlroom.model.journal_subject import (
    conversation_of_note,
    profile_of_conversation,
    profile_scope,
)
from controlroom.model.outgoing.content import Act, ContentUnreadable
from controlroom.model.outgoing.delivery import delivery_key
from controlroom.model.profile import Profile
from controlroom.team.publishing.content import content_of
from controlroom.team.rights import may
from controlroom.team.state import State
from controlroom.ui.board.card.clean import clean_line
from controlroom.ui.journal.labels import sort_told
from controlroom.ui.officers.words import profile_told, rights_listed, role_told, scope_told

translate = QCoreApplication.translate
LOGIN = "login:"


class Names:
    """Asked from any thread; what the record does not know is called by its key.

    Args:
        state: of the record; it may go on while this is asked.
        profiles: those connected here, by the key the record gives them.
        officer: who asks, by force number.
    """

    def __init__(
        self, state: State | None, profiles: Mapping[str, Profile], officer: str = ""
    ) -> None:
        self.state, self.profiles, self._officer = state, profiles, officer

    def may_read(self, profile: str) -> bool:
        """Returns whether who asks may read what belongs to a profile, such as notes."""
        scope = profile_scope(profile)
        state = self.state
        return state is not None and may(state, self._officer, Right.READ, scope, clock.now())

    def veiled(self) -> frozenset[str]:
        """Returns the profiles whose notes are not for who asks, by their keys."""
        keys = self.state.profiles if self.state is not None else ()
        return frozenset(key for key in keys if not self.may_read(key))

    def is_veiled(self, entry: Entry) -> bool:
        """Returns whether the words of an entry are not for who asks."""
        about, _, key = entry.subject.partition("/")
        if about == "draft":
            return self._is_private(entry)
        if about != "note":
            return False
        return not self.may_read(profile_of_conversation(conversation_of_note(key)))

    def person(self, number: str) -> str:
        """Returns the name of an officer, or the login of a station."""
        if number.startswith(LOGIN):
            template = translate("Record", "The login {name}")
            return template.format(name=number.removeprefix(LOGIN))
        found = self.state.officers.get(number) if self.state is not None else None
        return clean_line(found.name, 80) if found is not None and found.name else number

    def person_in_full(self, number: str) -> str:
        """Returns name and force number."""
        name = self.person(number)
        return name if name == number or number.startswith(LOGIN) else f"{name} ({number})"

    def role(self, role: str) -> str:
        """Returns the name of a role."""
        return role_told(role)

    def rights(self, rights: Iterable[str]) -> str:
        """Returns rights, one after the other; one that is none as it is written."""
        known = {str(right) for right in Right}
        given = [*rights]
        told = rights_listed(Right(one) for one in given if one in known)
        return ", ".join(
            part for part in (told, *(one for one in given if one not in known)) if part
        )

    def scope(self, scope: str) -> str:
        """Returns what a role is for."""
        return scope_told(scope, self.profiles)

    def profile(self, key: str) -> str:
        """Returns how a profile is called."""
        return profile_told(key, self.profiles)

    def conversation(self, key: str) -> tuple[str, str]:
        """Returns the profile that leads a conversation, and the conversation's own id."""
        return self.profile(profile_of_conversation(key)), key.rpartition("/")[2]

    def board(self, key: str) -> str:
        """Returns the name of a board that is shared now; another one's is in its entries."""
        name, _seq = self.state.shared.get(key, ("", 0)) if self.state is not None else ("", 0)
        return clean_line(name, 80) or translate("Record", "a board")

    def draft(self, draft_id: str) -> str:
        """Returns the title of a draft, or its first words while the record has them."""
        found = self.state.publishing.drafts.get(draft_id) if self.state is not None else None
        if found is not None and found.act is Act.MESSAGE:
            return translate("Record", "a private message")
        words = found.title or _first_words(found.text) if found is not None else ""
        if words:
            return self.quoted(words)
        return translate("Record", "the draft {id}").format(id=draft_id[:8])

    def quoted(self, words: str) -> str:
        """Returns words of somebody's, short and between quotation marks."""
        return translate("Record", "“{words}”").format(words=clean_line(words, 60))

    def incident(self, incident: str) -> str:
        """Returns what an incident is called now; one the record does not know by its id."""
        found = self.state.incidents.get(incident) if self.state is not None else None
        return self.quoted(found.title) if found is not None else incident

    def scopes(self, scopes: Iterable[str]) -> str:
        """Returns scopes, one after the other."""
        return ", ".join(map(self.scope, scopes))

    def _is_private(self, entry: Entry) -> bool:
        """Returns whether an entry is a private message that is not for who asks."""
        told = read(entry)
        if not isinstance(told, DraftSubmitted) or self.state is None:
            return False
        try:
            content = content_of(told.content)
        except ContentUnreadable:
            return False
        scopes = [profile_scope(one) for one in content.targets]
        may_read = (
            may(self.state, self._officer, Right.READ_MESSAGES, one, clock.now()) for one in scopes
        )
        return content.act is Act.MESSAGE and not all(may_read)

    def subject(self, subject: str) -> str:
        """Returns what an entry is about."""
        about, _, key = subject.partition("/")
        match about:
            case "officer":
                return self.person_in_full(key)
            case "role":
                return self.role(key)
            case "profile":
                return self.scope(subject)
            case "conversation" | "answer":
                return " · ".join(self.conversation(key))
            case "note":
                return " · ".join(self.conversation(conversation_of_note(key)))
            case "board":
                return self.board(key)
            case "draft":
                return self.draft(key)
            case "delivery":
                return self._delivery(key)
            case "hold" | "publishers":
                return self.scope(key)
            case "incident":
                return self.incident(key)
            case "text" | "case_list" | "series":
                return f"{sort_told(about)} · {key[:8]}"
            case "entry":
                return translate("Record", "entry {n}").format(n=key)
        return key or sort_told(about)

    def _delivery(self, key: str) -> str:
        try:
            found = delivery_key(key)
        except ValueError:
            return key
        return f"{self.draft(found.draft)} · {self.profile(found.profile)}"


def _first_words(text: str) -> str:
    """Returns how a written content begins to speak."""
    if not text:
        return ""
    content = content_of(text)
    pieces = content.pieces or next(iter(content.variants.values()), ())
    return next((one.text or one.title for one in pieces), "")
