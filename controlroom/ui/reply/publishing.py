"""What commands do to a post on its network: answer, repost, like, hide, delete, edit."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from controlroom.model import clock
from controlroom.model.journal_subject import profile_key, profile_scope
from controlroom.model.outgoing.content import Act, Content, Piece
from controlroom.team.publishing.rights import TO_SUBMIT
from controlroom.ui.board.acts.posts import PostActs
from controlroom.ui.board.stand import is_covered
from controlroom.ui.called import called
from controlroom.ui.compose.ability import can_do, is_too_late, why_lacking
from controlroom.ui.marked import QT_TRANSLATE_NOOP
from controlroom.ui.reply.answering import about_for, acts_for

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from controlroom.model.cached import CachedPost
    from controlroom.model.profile import Profile
    from controlroom.ui.board.drawer.acts import DrawerActs
    from controlroom.ui.board.drawer.beside import Beside
    from controlroom.ui.board.session import Session
    from controlroom.ui.reply.quick import Quick
    from controlroom.ui.together.together import Together

translate = QCoreApplication.translate
NO_POST = QT_TRANSLATE_NOOP("Reasons", "Choose a post first.")
GONE = QT_TRANSLATE_NOOP("Reasons", "This post is not there any more.")
NOT_HERE = QT_TRANSLATE_NOOP("Reasons", "The network does not offer this, or not from here.")
TOO_LATE = QT_TRANSLATE_NOOP(
    "Reasons", "Too late: the network allows this for a while after publishing only."
)
NO_RIGHT = QT_TRANSLATE_NOOP("Reasons", "You have no right to this on the network’s profiles.")
NOT_OURS = QT_TRANSLATE_NOOP("Reasons", "Possible only for a post of ours.")
OURS = QT_TRANSLATE_NOOP("Reasons", "This post is ours.")
OF_OURS = frozenset({Act.DELETE, Act.EDIT, Act.REPLY_RULE})
OF_OTHERS = frozenset({Act.HIDE, Act.SHOW})


class PublishActs:
    """Acts on the post that has the keyboard, in a column or the drawer."""

    def __init__(
        self,
        together: "Together",
        session: "Session",
        beside: "Beside",
        posts: "Callable[[], PostActs | DrawerActs]",
        open_post: "Callable[[CachedPost], None]",
    ) -> None:
        self._together, self._session, self._beside = together, session, beside
        self._posts, self._open_post = posts, open_post
        self._quick: Quick | None = None

    def at(self, posts: PostActs) -> "PublishActs":
        """Returns what acts on the posts of a second window; they are answered on the desk's."""
        return PublishActs(
            self._together, self._session, self._beside, lambda: posts, self._open_post
        )

    def why_not(self, named: str) -> str:
        """Returns why something cannot be done to the post, marked for translation; "" if it can.

        Asked for every card that is painted.
        """
        act = Act(named)
        post = self._posts().current_post()
        if post is None:
            return NO_POST
        if post.gone_at is not None:
            return GONE
        if self._author(post) is not None:
            if act in OF_OTHERS:
                return OURS
        elif act in OF_OURS:
            return NOT_OURS
        network = post.post.network
        if not can_do(network, act, post.post.kind):
            return why_lacking(network, act) or NOT_HERE
        if act in (Act.REPLY, Act.MESSAGE) and act not in self._ways(post):
            return NOT_HERE
        if is_too_late(network, act, post.post.created_at, clock.now()):
            return TOO_LATE
        able = any(self._may(one, act) for one in self._candidates(post, act))
        return "" if able else NO_RIGHT

    def profiles(self, post: "CachedPost", act: Act) -> "Sequence[Profile]":
        """Returns through which profiles it can be done, those the post came to first."""
        able = [one for one in self._candidates(post, act) if self._may(one, act)]
        return sorted(able, key=lambda one: (one.id not in post.profiles, called(one).casefold()))

    def answer(self, named: str) -> None:
        """Opens the conversation with the keyboard where it is answered."""
        post = self._posts().current_post()
        if post is None or is_covered():
            return
        if isinstance(self._posts(), PostActs):
            self._open_post(post)
        replying = self._beside.replying
        if replying is not None:
            replying.begin(Act(named), post)

    def do(self, named: str) -> None:
        """Asks whether it is to be done, and as whom, and does it."""
        act = Act(named)
        post = self._posts().current_post()
        if post is None or is_covered() or self.why_not(act):
            return
        self._doing.ask(post, act, self.profiles(post, act))

    def edit(self) -> None:
        """Opens the composer with a post of ours, to say something else in its place."""
        post = self._posts().current_post()
        if post is None or is_covered() or self.why_not(Act.EDIT):
            return
        from controlroom.ui.compose.build import compose
        from controlroom.ui.compose.kept import new_sheet

        content = Content(
            Act.EDIT, (profile_key(self.profiles(post, Act.EDIT)[0]),), (Piece(post.post.text),),
            about=about_for(post, Act.EDIT), language=post.post.language,
        )  # fmt: skip
        compose(self._together.window, new_sheet(content))

    @property
    def _doing(self) -> "Quick":
        from controlroom.ui.reply.quick import Quick

        if self._quick is None:
            self._quick = Quick(self._together.window, self._together.book)
        return self._quick

    def _ways(self, post: "CachedPost") -> "Sequence[Act]":
        return acts_for(post)

    def _candidates(self, post: "CachedPost", act: Act) -> "Sequence[Profile]":
        """Returns the profiles it is a question for, those the post came to first."""
        author = self._author(post)
        if act in OF_OURS:
            return [author] if author is not None else []
        mine = [one for one in self._all() if one.network == post.post.network]
        through = [one for one in mine if one.id in post.profiles]
        if act in OF_OTHERS:
            return through
        return through + [one for one in mine if one.id not in post.profiles]

    def _may(self, one: "Profile", act: Act) -> bool:
        return self._together.book.may(TO_SUBMIT[act], profile_scope(profile_key(one)))

    def _all(self) -> "Sequence[Profile]":
        desk = self._session.desk
        return desk.facts.profiles if desk is not None else ()

    def _author(self, post: "CachedPost") -> "Profile | None":
        """Returns the profile of ours that published a post, None for somebody else's."""
        key = post.post.network, post.post.author.remote_id
        return next((one for one in self._all() if (one.network, one.remote_id) == key), None)
