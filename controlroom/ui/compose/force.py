"""The force as the composer sees it: groups, profiles, and through which of them nothing can leave.

What is read from the disk is read aside; what the record says is asked when it is shown.
"""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from controlroom.model import clock
from controlroom.model.journal_subject import profile_key, profile_scope
from controlroom.model.outgoing.content import Act
from controlroom.model.profile import Group, Profile
from controlroom.team.publishing.rights import TO_SUBMIT
from controlroom.ui.board.card.networks import look_of
from controlroom.ui.compose.ability import can_write, why_lacking
from controlroom.ui.compose.targets import Tree, targets_of
from controlroom.ui.profiles.facts import gathered
from controlroom.ui.profiles.standing import Condition, Facts, Reason, Standing, standings
from controlroom.ui.profiles.words import reason_told
from controlroom.ui.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Mapping

    from controlroom.model.server import Servers
    from controlroom.ui.compose.around import ComposeWindow

translate = QCoreApplication.translate


class Force(QObject):
    """Groups, profiles and their standing, kept while the composer is open.

    Signals:
        changed: something of it is other than before.
    """

    changed = Signal()

    def __init__(self, window: "ComposeWindow", work: Workshop, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._work = window, work
        self.profiles: Mapping[str, Profile] = {}
        self.groups: tuple[Group, ...] = ()
        self.servers: Servers = {}
        self._standings: Mapping[str, Standing] = {}
        self.loaded = False
        window.line.servers.connect(self._look_again)
        window.line.added.connect(self.look)

    def look(self, _why: object = None) -> None:
        """Reads everything anew."""
        house = self._window.house
        if house is not None and house.cache is not None:
            self._work.do(lambda: gathered(house), self._take, self._window.trouble.emit)

    def tree(self, act: Act = Act.POST) -> Tree:
        """Returns the tree for something that is to be done."""
        right = TO_SUBMIT[act]
        book = self._window.record

        def why_not(key: str, profile: Profile) -> tuple[str, str, bool]:
            offered = book.may(right, profile_scope(key)) or self._is_locked(key)
            return *self.why_not(key, profile, act), offered

        return Tree(self.groups, targets_of(self.profiles, why_not))

    def why_not(self, key: str, profile: Profile, act: Act = Act.POST) -> tuple[str, str]:
        """Returns in words, and in brief, why nothing can leave through a profile."""
        if self._is_locked(key):
            words = translate("Compose", "It is locked: somebody suspects misuse.")
            return words, translate("Compose", "locked")
        if not can_write(profile.network, act):
            words = translate("Compose", "Nothing can be published on {network} from here.")
            words = why_lacking(profile.network, act) or words
            return words.format(network=look_of(profile.network).name), translate("Compose", "no")
        standing = self._standings.get(key)
        if standing is None or standing.condition is not Condition.CUT_OFF:
            return "", ""
        if standing.reason is Reason.NOT_SIGNED_IN and self._window.house.team:
            # The station signs in for everybody; no workstation of a team holds a token.
            return "", ""
        return reason_told(standing, clock.now()), _brief(standing.reason)

    def _is_locked(self, key: str) -> bool:
        state: Any = self._window.record.state
        return state is not None and key in state.locked

    def _look_again(self, _why: object) -> None:
        """A server takes other things than before."""
        if self.loaded:
            self.look()

    def _take(self, facts: Facts) -> None:
        self.groups, self.servers = facts.groups, facts.servers
        self.profiles = {profile_key(one): one for one in facts.profiles}
        found = standings(facts, self._window.line.offers, clock.now())
        self._standings = {profile_key(one.profile): one for one in found}
        self.loaded = True
        self.changed.emit()


def _brief(reason: Reason) -> str:
    return {
        Reason.NOT_SIGNED_IN: translate("Compose", "not signed in"),
        Reason.SIGN_IN_ENDED: translate("Compose", "expired"),
        Reason.PERMISSION_MISSING: translate("Compose", "not allowed"),
        Reason.LOCKED: translate("Compose", "locked"),
    }.get(reason, "")
