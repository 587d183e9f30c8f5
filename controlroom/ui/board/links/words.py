"""What is said about an address, in the language in force."""

from PySide6.QtCore import QCoreApplication

from controlroom.ui.board.links.judge import Doubt, Judged, Refusal

translate = QCoreApplication.translate


def doubt_words(doubt: Doubt, judged: Judged) -> str:
    """Returns why one should look twice, in a sentence."""
    text = {
        Doubt.OTHER_HOST: translate("Links", "The words in the post name another host."),
        Doubt.HIDDEN_HOST: translate("Links", "The words in the post do not say where it leads."),
        Doubt.LOOK_ALIKE: translate("Links", "It passes for {passes_for}, and is another host."),
        Doubt.MIXED: translate("Links", "Letters of several scripts are mixed in its name."),
        Doubt.FOREIGN: translate("Links", "Its name has letters beyond the plain alphabet."),
        Doubt.CREDENTIALS: translate(
            "Links", "What stands before the @ is no host; it is left out when it is opened."
        ),
        Doubt.NUMERIC: translate("Links", "It is a bare number, not a name."),
        Doubt.PORT: translate("Links", "It asks for an unusual port."),
        Doubt.INSIDE: translate("Links", "It leads to this computer or into its own network."),
    }[doubt]
    return text.format(passes_for=judged.passes_for)


def refusal_words(refusal: Refusal) -> str:
    """Returns why an address is not opened."""
    return {
        Refusal.SCHEME: translate("Links", "Only web addresses (http, https) are opened."),
        Refusal.BROKEN: translate("Links", "This is no address that can be opened safely."),
    }[refusal]
