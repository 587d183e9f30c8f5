"""What a token has to allow before something is done in a page's name."""

from collections.abc import Mapping

from controlroom.exercise.faces.facebook.lists import own_page
from controlroom.exercise.faces.facebook.problems import forbidden, no_token
from controlroom.exercise.faces.facebook.things import Node, Thing, View, wall_of
from controlroom.exercise.world import Account

POSTS, ENGAGEMENT = "pages_manage_posts", "pages_manage_engagement"
MESSAGING = "pages_messaging"
_SEEN, _SAID = "pages_read_engagement", "pages_read_user_content"
_READS: Mapping[tuple[Node, str], str] = {
    (Node.PAGE, "posts"): _SEEN,
    (Node.PAGE, "published_posts"): _SEEN,
    (Node.PAGE, "feed"): _SEEN,
    (Node.PAGE, "live_videos"): _SEEN,
    (Node.PAGE, "visitor_posts"): _SAID,
    (Node.PAGE, "tagged"): _SAID,
    (Node.PAGE, "conversations"): MESSAGING,
    (Node.THREAD, "messages"): MESSAGING,
    (Node.POST, "comments"): _SAID,
    (Node.COMMENT, "comments"): _SAID,
    (Node.LIVE, "comments"): _SAID,
    (Node.GRAM_THREAD, "messages"): "instagram_manage_messages",
    (Node.GRAM_USER, "media"): "instagram_basic",
    (Node.GRAM_USER, "tags"): "instagram_manage_comments",
    (Node.GRAM_MEDIA, "comments"): "instagram_manage_comments",
}
"""What has to be allowed before a list is read."""


def may_read(view: View, node: Node, edge: str) -> None:
    """Refuses to show a list to whom nobody allowed it. Raises `Problem`."""
    scope = _READS.get((node, edge), "")
    if scope and view.holder is not None and scope not in view.holder.scopes:
        raise forbidden(
            f"This endpoint requires the '{scope}' permission or the 'Page Public Content Access' "
            "feature.",
            10,
        )


def need(view: View, scope: str) -> None:
    """Refuses a token that does not allow it. Raises `Problem`."""
    if view.holder is None:
        raise no_token()
    if scope not in view.holder.scopes:
        raise forbidden(f"Requires {scope} permission to manage the object")


def as_page(view: View, page: Thing, scope: str) -> Account:
    """Returns the page that acts, if the token is its own. Raises `Problem`."""
    need(view, scope)
    own_page(view, page)
    return view.book.world.account(page.number)


def acting(view: View, scope: str) -> int:
    """Returns the page a token acts for, whatever it acts on. Raises `Problem`."""
    need(view, scope)
    if not view.page:
        raise forbidden("A page access token is required to act as a page.", 210)
    return view.page


def on_own_wall(view: View, thing: Thing, scope: str) -> None:
    """Refuses to moderate on somebody else's page. Raises `Problem`."""
    page = acting(view, scope)
    if wall_of(view, thing.said).number != page:
        raise forbidden("Permissions error")
