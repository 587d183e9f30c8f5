"""Everything commands can do on the board in one window."""

from typing import NamedTuple

from controlroom.ui.board.acts.boards import BoardActs
from controlroom.ui.board.acts.columns import ColumnActs
from controlroom.ui.board.acts.posts import PostActs


class Acts(NamedTuple):
    """What acts on boards, columns and posts."""

    boards: BoardActs
    columns: ColumnActs
    posts: PostActs
