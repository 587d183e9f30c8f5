"""What an author is called, whatever the network tells."""

import pytest
from PySide6.QtWidgets import QApplication

from controlroom.model.post import UNSEEN, Author
from controlroom.ui.board.card.person import handle_of, name_of


@pytest.mark.parametrize(
    ("author", "network", "name", "handle"),
    [
        (Author("1", "mara_fox", "Mara Foxglove"), "x", "Mara Foxglove", "@mara_fox"),
        (Author("1", "mara_fox"), "x", "mara_fox", "@mara_fox"),
        (Author("1", "", "Mara Foxglove"), "facebook", "Mara Foxglove", ""),
        (UNSEEN, "facebook", "Author not shown", ""),
    ],
)
def test_an_author_is_called_by_what_is_known(
    qapp: QApplication, author: Author, network: str, name: str, handle: str
) -> None:
    assert (name_of(author), handle_of(network, author)) == (name, handle)
