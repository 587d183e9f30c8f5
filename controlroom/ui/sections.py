"""The sections of the rail: their names, icons, keys, and what each of them holds."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from controlroom.ui.marked import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate


class Section(NamedTuple):
    """A section of the rail.

    Attributes:
        id: stable name.
        text, holds: English, marked for translation.
        keys: the portable key sequence that leads there.
        at_bottom: stands at the bottom of the rail.
    """

    id: str
    text: str
    icon: str
    keys: str
    holds: str
    at_bottom: bool = False

    def name(self) -> str:
        """Returns the section's name in the language in force."""
        return translate("Sections", self.text)

    def holds_words(self) -> str:
        """Returns what the section holds, in the language in force."""
        return translate("Sections", self.holds)


SECTIONS = (
    Section(
        "board",
        QT_TRANSLATE_NOOP("Sections", "Board"),
        "board",
        "G, B",
        QT_TRANSLATE_NOOP(
            "Sections",
            "Columns of posts side by side, each a stream of mentions, comments, messages or"
            " searches. New posts wait above what is being read, which never moves.",
        ),
    ),
    Section(
        "inbox",
        QT_TRANSLATE_NOOP("Sections", "Inbox"),
        "inbox",
        "G, I",
        QT_TRANSLATE_NOOP(
            "Sections",
            "One queue of conversations with the time left to reply. Words that mean a risk to life"
            " put a conversation first.",
        ),
    ),
    Section(
        "planner",
        QT_TRANSLATE_NOOP("Sections", "Planner"),
        "planner",
        "G, L",
        QT_TRANSLATE_NOOP(
            "Sections",
            "Drafts and scheduled, held, sent and failed posts, by time. Nothing that is late goes"
            " out by itself.",
        ),
    ),
    Section(
        "approvals",
        QT_TRANSLATE_NOOP("Sections", "Approvals"),
        "approvals",
        "G, A",
        QT_TRANSLATE_NOOP(
            "Sections",
            "What waits for your decision, soonest first, with what changed since you last looked."
            " No one approves their own post.",
        ),
    ),
    Section(
        "incidents",
        QT_TRANSLATE_NOOP("Sections", "Incidents"),
        "incident",
        "G, N",
        QT_TRANSLATE_NOOP(
            "Sections",
            "What is open, whom it concerns, what belongs to it, and which holds and lists of"
            " publishers stand on it.",
        ),
    ),
    Section(
        "appeals",
        QT_TRANSLATE_NOOP("Sections", "Appeals"),
        "appeals",
        "G, E",
        QT_TRANSLATE_NOOP(
            "Sections",
            "Appeals for missing people, suspects, witnesses and property, and the tips they bring."
            " An appeal closes when its last post is gone.",
        ),
    ),
    Section(
        "review",
        QT_TRANSLATE_NOOP("Sections", "Review"),
        "review",
        "G, V",
        QT_TRANSLATE_NOOP(
            "Sections",
            "Search of every conversation kept here, edited and deleted versions included, and"
            " export as evidence. It works without a network.",
        ),
    ),
    Section(
        "profiles",
        QT_TRANSLATE_NOOP("Sections", "Profiles"),
        "profiles",
        "G, P",
        QT_TRANSLATE_NOOP(
            "Sections",
            "The force’s accounts: their health, the officers and what each may do, and how much"
            " of each network’s allowance is left.",
        ),
    ),
    Section(
        "record",
        QT_TRANSLATE_NOOP("Sections", "Record"),
        "list",
        "G, R",
        QT_TRANSLATE_NOOP(
            "Sections",
            "Every decision as a plain sentence: who, when and what about. Nothing can be taken"
            " out, and anybody can check that nothing was.",
        ),
        at_bottom=True,
    ),
    Section(
        "exercise",
        QT_TRANSLATE_NOOP("Sections", "Exercise"),
        "exercise",
        "G, X",
        QT_TRANSLATE_NOOP(
            "Sections",
            "Training against simulated networks with a clock of its own. Nothing leaves the"
            " building.",
        ),
        at_bottom=True,
    ),
    Section(
        "settings",
        QT_TRANSLATE_NOOP("Sections", "Settings"),
        "settings",
        "G, S",
        QT_TRANSLATE_NOOP("Sections", "How this desk looks and speaks."),
        at_bottom=True,
    ),
)

BY_ID = {section.id: section for section in SECTIONS}
