"""What commands may ask of the board."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from controlroom.model.board import Column


class OfBoards(Protocol):
    """What acts on the board shown. `why_*` give English, marked for translation, or ""."""

    def why_none(self) -> str:
        """Returns why there can be no board now."""

    def why_not_shown(self) -> str:
        """Returns why nothing can be done to the board shown."""

    def why_nothing_closed(self) -> str:
        """Returns why nothing can be opened again."""

    def add(self) -> None:
        """Asks for a name and adds a board."""

    def rename(self) -> None:
        """Asks for another name for the board shown."""

    def close(self) -> None:
        """Closes the board shown."""

    def reopen(self) -> None:
        """Opens again what was closed last, a board or a column, in its place."""

    def move(self, step: int) -> None:
        """Moves the tab of the board shown to the right (1) or the left (-1)."""

    def to_side(self) -> None:
        """Takes the board to a window of its own, or back from there."""

    def export(self) -> None:
        """Asks for a place and writes the board shown into a file."""

    def import_(self) -> None:
        """Asks for a file and adds the boards that are in it."""

    def why_not_share(self) -> str:
        """Returns why the board shown cannot be shared with the team."""

    def share(self) -> None:
        """Shares the board shown with the team."""

    def why_not_stop_sharing(self) -> str:
        """Returns why the board shown cannot become this person's own again."""

    def stop_sharing(self) -> None:
        """Ends that the board shown is shared; everybody keeps it as their own."""


class OfColumns(Protocol):
    """What acts on the current column."""

    def why_none(self) -> str:
        """Returns why there is no column to act on."""

    def why_no_gap(self) -> str:
        """Returns why no gap can be filled."""

    def why_no_more(self, step: int) -> str:
        """Returns why no other columns can be brought into view at the right (1) or left (-1)."""

    def slide(self, step: int) -> None:
        """Brings the next column at the right (1) or the left (-1) into view."""

    def shown(self) -> "Column | None":
        """Returns the current column as it is kept, None if there is none."""

    def add(self) -> None:
        """Asks for a stream or a search and adds a column."""

    def add_search(self, query: str) -> None:
        """Adds a column with a search over all that is kept to the board shown."""

    def duplicate(self) -> None:
        """Adds a second column that shows the same from the same place on."""

    def close(self) -> None:
        """Closes the current column; it can be opened again with its place."""

    def rename(self) -> None:
        """Asks for another title."""

    def filter(self) -> None:
        """Opens the field in which the filter is written."""

    def clear_filter(self) -> None:
        """Takes the filter away."""

    def pin(self) -> None:
        """Keeps the column in view at the left, or lets it go."""

    def move(self, step: int) -> None:
        """Moves the column to the right (1) or the left (-1)."""

    def to_next_board(self) -> None:
        """Moves the column to the end of the next board."""

    def to_side(self) -> None:
        """Takes the column to a window of its own, or back from there."""

    def resize(self, step: int) -> None:
        """Makes the column wider (1) or narrower (-1)."""

    def pause(self) -> None:
        """Pauses the column, or lets it go on."""

    def pause_all(self) -> None:
        """Pauses all columns, or lets all go on if all are paused."""

    def next(self, step: int) -> None:
        """Moves to the column at the right (1) or the left (-1)."""

    def go_to(self, number: int) -> None:
        """Moves to a column by its number, from 1."""

    def read_up_to_here(self) -> None:
        """Puts the read line above the current post."""

    def read_now(self) -> None:
        """Has the sources of the column read at once."""

    def fill_gap(self) -> None:
        """Has the gap in view, or else the newest one, filled."""


class OfPosts(Protocol):
    """What acts on the post that has the keyboard."""

    def next(self, step: int) -> None:
        """Moves to the next (1) or previous (-1) post."""

    def next_unread(self) -> None:
        """Moves to the next unread post of the column."""

    def page(self, step: int) -> None:
        """Moves one screen down (1) or up (-1)."""

    def show_new(self) -> None:
        """Shows the posts that wait in the current column."""

    def choose(self) -> None:
        """Chooses the current post for what is done to several, or lets it go."""

    def extend(self, step: int) -> None:
        """Chooses the current post and the next (1) or previous (-1) one."""

    def mark(self, *, read: bool) -> None:
        """Marks the chosen posts, or the current one, as read or unread."""

    def open(self) -> None:
        """Opens the conversation of the post; what is covered on it is shown first."""

    def open_media(self) -> None:
        """Shows what hangs on the post, large."""

    def open_link(self) -> None:
        """Opens a link of the post, or asks which."""

    def open_original(self) -> None:
        """Opens the post on its network, in the browser."""

    def read_again(self) -> bool:
        """Has the conversation that has the keyboard read again; False if none has."""

    def menu(self) -> None:
        """Opens a menu with everything that can be done to the post."""


class OfTogether(Protocol):
    """What acts on the conversation of the current post, as colleagues have it too."""

    def why_not_assign(self) -> str:
        """Returns in words why it cannot be given to anybody, or ""."""

    def assign(self) -> None:
        """Asks whom it is given to."""

    def assign_to_me(self) -> None:
        """Gives it to whoever works here."""

    def note(self) -> None:
        """Puts the keyboard into the field for an internal note."""

    def who_is_here(self) -> None:
        """Shows who is at which desk."""


class OfPublishing(Protocol):
    """What is done to the current post on its network; acts are named as `Act` has them."""

    def at(self, posts: OfPosts) -> "OfPublishing":
        """Returns what does it to the current post of a second window."""

    def why_not(self, named: str) -> str:
        """Returns why something cannot be done to it, marked for translation; "" if it can."""

    def answer(self, named: str) -> None:
        """Opens its conversation with the keyboard where it is answered."""

    def do(self, named: str) -> None:
        """Asks whether it is to be done, and as whom, and does it."""

    def edit(self) -> None:
        """Opens the composer with a post of ours, to say something else in its place."""


class OfUndo(Protocol):
    """What was done on the board in the last seconds."""

    def can(self) -> bool:
        """Returns whether anything can be undone now."""

    def undo(self) -> None:
        """Takes the newest change back."""


class BoardActions(Protocol):
    """The board as commands see it, in one window."""

    @property
    def boards(self) -> OfBoards:
        """What acts on the board shown."""

    @property
    def columns(self) -> OfColumns:
        """What acts on the current column."""

    @property
    def posts(self) -> OfPosts:
        """What acts on the current post."""

    @property
    def publishing(self) -> OfPublishing | None:
        """What acts on posts on their networks, None until the record is followed."""

    @property
    def undo(self) -> OfUndo:
        """What can be undone."""

    @property
    def together(self) -> OfTogether | None:
        """What acts together with colleagues, None until the record is followed."""
