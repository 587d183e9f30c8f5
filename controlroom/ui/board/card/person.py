"""How the author of a post is called, safe to show."""

from PySide6.QtCore import QCoreApplication

from controlroom.model.post import Author
from controlroom.ui.board.card.clean import clean_line
from controlroom.ui.board.card.networks import look_of

translate = QCoreApplication.translate
LONGEST = 80


def name_of(author: Author) -> str:
    """Returns a name, a handle where there is no name, or that the network does not say."""
    if author.unseen:
        return translate("Card", "Author not shown")
    return clean_line(author.name, LONGEST) or clean_line(author.handle, LONGEST)


def handle_of(network: str, author: Author) -> str:
    """Returns the handle as the network writes it, "" where there is none."""
    handle = clean_line(author.handle, LONGEST)
    return look_of(network).sign + handle if handle else ""
