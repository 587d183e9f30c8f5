"""Asks once more before a reply leaves through another profile than the conversation came to."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def ask_as_another(
    window: Any, offered: Sequence[tuple[str, str]], usual: str, chosen: str, do: Callable[[], None]
) -> None:
    """Asks in a layer of a window, and does what was to be done if somebody agrees.

    Args:
        offered: key and name of every profile that may answer.
        usual: key of the profile the conversation came to.
        chosen: key of the one the reply is to leave through.
    """
    from controlroom.ui.layers.question import Question

    names = dict(offered)
    usual, chosen = names.get(usual, usual), names.get(chosen, chosen)
    template = translate(
        "Reply", "The conversation came to {usual}. This reply leaves as {chosen}."
    )
    yes = translate("Reply", "Reply as {profile}").format(profile=chosen)
    question = Question(
        translate("Reply", "Reply as another profile?"),
        template.format(usual=usual, chosen=chosen),
        yes,
    )
    question.agreed.connect(do)
    window.open_layer(question)
