"""Whom the reply of one drawer answers, and as whom it may."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from controlroom.model.journal_rights import Right
from controlroom.model.journal_subject import profile_key, profile_scope
from controlroom.model.outgoing.content import About, Act, Content
from controlroom.ui.compose.ability import can_write
from controlroom.ui.reply.answering import (
    about_for,
    acts_for,
    call_for,
    content_for,
    default_profile,
    heard_last,
    profiles_for,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from controlroom.model.cached import CachedPost
    from controlroom.ui.board.column.desk import BoardDesk
    from controlroom.ui.together.together import Together

translate = QCoreApplication.translate


class Addressee:
    """The post that is answered, as the force's profiles and this officer's rights allow.

    Attributes:
        post: what is answered, None until the conversation is known.
        usual: key of the profile the conversation came to, "" for none.
    """

    def __init__(
        self,
        together: "Together",
        desk: "BoardDesk",
        others: "Callable[[], Iterable[CachedPost]]",
    ) -> None:
        self._together, self._desk, self._others = together, desk, others
        self.post: CachedPost | None = None
        self.usual = ""

    def why_not(self) -> str:
        """Returns why nothing can be written here, "" if it can."""
        if self.post is None:
            return translate("Reply", "The conversation is still being read.")
        if not self.acts():
            return translate("Reply", "Nothing can be answered on this network from here.")
        if not self.profiles():
            return translate("Reply", "You have no right to reply on any profile of this network.")
        return ""

    def acts(self) -> list[Act]:
        """Returns how they can be answered on their network."""
        if self.post is None:
            return []
        network = self.post.post.network
        return [one for one in acts_for(self.post) if can_write(network, one)]

    def takes(self, act: Act) -> bool:
        """Returns whether they can be answered so at all."""
        return self.post is not None and act in acts_for(self.post)

    def profiles(self) -> list[tuple[str, str]]:
        """Returns key and name of every profile that may answer, those it came to first."""
        if self.post is None:
            return []
        book, profiles = self._together.book, self._desk.facts.profiles
        keys = (profile_key(one) for one in profiles)
        may = {key: book.may(Right.REPLY, profile_scope(key)) for key in keys}
        return profiles_for(self.post, profiles, may)

    def about(self, act: Act) -> About:
        """Returns what a draft says of whom it answers; the post has to be known."""
        assert self.post is not None
        heard = None
        if act is Act.MESSAGE:
            heard = heard_last(self.post, self._others(), self._desk.facts.profiles)
        return about_for(self.post, act, heard)

    def fresh(self, text: str, profile: str = "") -> Content:
        """Returns the draft of a reply with a text; the post has to be known.

        Args:
            profile: key of the profile it leaves through if it may, "" for the usual one.
        """
        assert self.post is not None
        known = default_profile(self.post, self._desk.facts.profiles)
        self.usual = profile_key(known) if known is not None else ""
        chosen, offered = profile or self.usual, [key for key, _name in self.profiles()]
        if offered and chosen not in offered:
            chosen = offered[0]
        act = acts_for(self.post)[0]
        text = call_for(self.post, act) + text
        content = content_for(self.about(act), act, chosen, text)
        return content if chosen else replace(content, targets=())

    def take_over(self, theirs: Content) -> dict[str, Any]:
        """Turns to whom another desk's draft answers; returns what of it holds here too.

        That is whom it answers and as whom, as far as both are known and allowed.
        """
        values: dict[str, Any] = {}
        about = replace(theirs.about, heard=None) if theirs.about is not None else None
        answered = (one for one in self._others() if about_for(one, theirs.act) == about)
        if (post := next(answered, None)) is not None:
            self.post = post
            values |= {"act": theirs.act, "about": theirs.about}
        if theirs.targets and set(theirs.targets) <= {key for key, _name in self.profiles()}:
            values["targets"] = theirs.targets
        return values

    def call(self, content: Content) -> str:
        """Returns what a draft begins with because its network wants them named, else ""."""
        if content.about is None or not content.pieces or self.post is None:
            return ""
        return call_for(self.post, content.act)

    def is_begun(self, content: Content) -> bool:
        """Returns whether somebody has written; the name that is called stands there before."""
        text = content.pieces[0].text.strip() if content.pieces else ""
        return bool(text) and text != self.call(content).strip()

    def is_private(self, content: Content) -> bool:
        """Returns whether only those who may read messages may read a draft; the post is known."""
        assert self.post is not None
        return content.act is Act.MESSAGE or self._together.is_private(self.post)
