"""The commands that act on the post that has the keyboard."""

from controlroom.ui.commands.on_board import on_column, on_post
from controlroom.ui.marked import QT_TRANSLATE_NOOP

POSTS = (
    on_post(
        "next-post",
        QT_TRANSLATE_NOOP("Commands", "Next post"),
        "down",
        ("J",),
        lambda post: post.next(1),
    ),
    on_post(
        "previous-post",
        QT_TRANSLATE_NOOP("Commands", "Previous post"),
        "up",
        ("K",),
        lambda post: post.next(-1),
    ),
    on_post(
        "page-down",
        QT_TRANSLATE_NOOP("Commands", "One screen down"),
        "cdown",
        ("Space",),
        lambda post: post.page(1),
    ),
    on_post(
        "page-up",
        QT_TRANSLATE_NOOP("Commands", "One screen up"),
        "up",
        ("Shift+Space",),
        lambda post: post.page(-1),
    ),
    on_post(
        "next-unread",
        QT_TRANSLATE_NOOP("Commands", "Next unread post"),
        "cdown",
        ("Shift+N",),
        lambda post: post.next_unread(),
    ),
    on_post(
        "choose-post",
        QT_TRANSLATE_NOOP("Commands", "Choose this post, or let it go"),
        "check",
        ("Ctrl+Space",),
        lambda post: post.choose(),
    ),
    on_post(
        "extend-down",
        QT_TRANSLATE_NOOP("Commands", "Choose the next post too"),
        "down",
        ("Shift+J",),
        lambda post: post.extend(1),
    ),
    on_post(
        "extend-up",
        QT_TRANSLATE_NOOP("Commands", "Choose the previous post too"),
        "up",
        ("Shift+K",),
        lambda post: post.extend(-1),
    ),
    on_post(
        "mark-read",
        QT_TRANSLATE_NOOP("Commands", "Mark what is chosen as read"),
        "okc",
        ("Shift+R",),
        lambda post: post.mark(read=True),
    ),
    on_post(
        "mark-unread",
        QT_TRANSLATE_NOOP("Commands", "Mark what is chosen as unread"),
        "empty",
        ("Ctrl+Shift+U",),
        lambda post: post.mark(read=False),
    ),
    on_post(
        "show-new",
        QT_TRANSLATE_NOOP("Commands", "Show new posts"),
        "up",
        (".",),
        lambda post: post.show_new(),
    ),
    on_post(
        "open-post",
        QT_TRANSLATE_NOOP("Commands", "Open the conversation"),
        "comment",
        ("O",),
        lambda post: post.open(),
    ),
    on_post(
        "post-menu",
        QT_TRANSLATE_NOOP("Commands", "More about this post"),
        "more",
        ("Shift+F10", "Menu"),
        lambda post: post.menu(),
    ),
    on_column(
        "read-up-to-here",
        QT_TRANSLATE_NOOP("Commands", "Read up to here"),
        "check",
        ("Shift+U",),
        lambda column: column.read_up_to_here(),
    ),
)

FOOT = ("reply", "assign", "tip", "evidence", "post-menu")
"""What stands at the foot of a card, by id, left to right."""

POST_MENU = (
    "reply",
    "message",
    "repost",
    "like",
    "hide",
    "edit",
    "delete",
    "note",
    "assign",
    "assign-me",
    "status",
    "tip",
    "rumour",
    "evidence",
    "dispatch",
    "translate",
    "open-post",
    "open-media",
    "open-link",
    "open-original",
    "mark-read",
    "mark-unread",
    "choose-post",
    "read-up-to-here",
)
"""What the menu of a post holds, by id."""
