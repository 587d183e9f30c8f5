"""What was sent, in words."""

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from controlroom.model.outgoing.content import Act
from controlroom.model.outgoing.delivery import Unsent
from controlroom.team.publishing.sent_record import Looked
from controlroom.ui.board.card.clean import clean_line
from controlroom.ui.journal.facts import Fact
from controlroom.ui.journal.names import Names
from controlroom.ui.journal.unsent import looked_told, reason_told
from controlroom.ui.language import language
from controlroom.ui.sent.sought import Became, Sent

translate = QCoreApplication.translate
SHORT = 16
"""Signs of a hash that are shown where there is little room."""
LINE = 200
"""Signs of title or text that are ever shown in a row."""
LOOKS = {
    Became.STANDS: ("check", "text2"),
    Became.FOUND: ("eye", "text2"),
    Became.BY_HAND: ("person", "text2"),
    Became.WITHDRAWING: ("withdraw", "amber"),
    Became.NOT_BACK: ("crit", "red"),
    Became.TAKEN_BACK: ("withdraw", "amber"),
    Became.GONE: ("withdraw", "text3"),
    Became.REPLACED: ("compose", "text3"),
    Became.UNKNOWN: ("warn", "amber"),
    Became.FAILED: ("crit", "red"),
    Became.NEVER_LEFT: ("withdraw", "text3"),
}
_UNSENT = frozenset(Unsent)


def became_told(became: Became) -> str:
    """Returns what became of it, in a few words."""
    return {
        Became.STANDS: translate("Sent", "Sent"),
        Became.FOUND: translate("Sent", "Sent, found by reading back"),
        Became.BY_HAND: translate("Sent", "Sent by hand elsewhere"),
        Became.WITHDRAWING: translate("Sent", "Being withdrawn"),
        Became.NOT_BACK: translate("Sent", "Not taken back: still there?"),
        Became.TAKEN_BACK: translate("Sent", "Taken back, not seen gone yet"),
        Became.GONE: translate("Sent", "Taken back, seen gone"),
        Became.REPLACED: translate("Sent", "Text replaced, seen"),
        Became.UNKNOWN: translate("Sending", "Unknown"),
        Became.FAILED: translate("Sending", "Not sent"),
        Became.NEVER_LEFT: translate("Sending", "Withdrawn, never sent"),
    }[became]


def state_told(sent: Sent) -> str:
    """Returns what became of it: why it did not leave, or what was looked for in vain."""
    row, words = sent.row, became_told(sent.became)
    if sent.became is Became.UNKNOWN:
        return f"{words}. {looked_told(len(row.looks))}"
    if sent.became is Became.FAILED and row.reason in _UNSENT:
        return f"{words}. {reason_told(Unsent(row.reason))}"
    return words


def looks_told(sent: Sent) -> str:
    """Returns every look for what is unknown, a line each."""
    return "\n".join(looked_lines(sent.row.looks))


def looked_lines(looks: Iterable[Looked]) -> list[str]:
    """Returns when it was looked for, and among how many posts it was not."""
    template = translate("Sent", "{when}: not among {n} posts back to {since}")
    short = translate("Sent", "{look}, which is not far enough to count")
    lines = []
    for one in looks:
        when, since = moment_in_full(one.at), moment_in_full(one.since)
        told = template.format(when=when, n=language().figure(one.looked), since=since)
        lines.append(told if one.far else short.format(look=told))
    return lines


def act_told(act: Act) -> str:
    """Returns what is done on the network, in a word or two."""
    return {
        Act.POST: translate("Sending", "Post"),
        Act.REPLY: translate("Sending", "Reply"),
        Act.MESSAGE: translate("Sending", "Private message"),
        Act.REPOST: translate("Sending", "Repost"),
        Act.LIKE: translate("Sending", "Like"),
        Act.EDIT: translate("Sending", "Edit"),
        Act.HIDE: translate("Sending", "Hide"),
        Act.SHOW: translate("Sending", "Show again"),
        Act.DELETE: translate("Sending", "Delete"),
        Act.REPLY_RULE: translate("Sending", "Who may reply"),
    }[act]


def said_short(sent: Sent) -> str:
    """Returns in a line what it says: title and text, or what was done."""
    if sent.veiled:
        return translate("Sent", "A private message that is not for you")
    row = sent.row
    words = " · ".join(clean_line(part, LINE) for part in (row.title, row.text) if part.strip())
    if row.act is Act.POST and words:
        return words
    return f"{act_told(row.act)}: {words}" if words else act_told(row.act)


def moment_in_full(at: datetime | None) -> str:
    """Returns day and time with seconds, here; "" for none."""
    if at is None:
        return ""
    local = at.astimezone()
    return f"{language().date(local)} {language().clock(local)}"


def people_told(numbers: tuple[str, ...], names: Names) -> str:
    """Returns officers by name."""
    return ", ".join(map(names.person, numbers))


def agreed_told(sent: Sent, names: Names) -> str:
    """Returns who agreed and when, a line each."""
    return "\n".join(
        f"{names.person_in_full(one.officer)} · {moment_in_full(one.at)}" for one in sent.row.agreed
    )


def files_told(sent: Sent) -> str:
    """Returns its files, a line each: what it is, its hash, its description."""
    return "\n".join(
        " · ".join(filter(None, (one.mime, one.sha256[:SHORT] + "…", one.alt)))
        for one in sent.row.files
    )


def facts_of(sent: Sent, names: Names) -> list[Fact]:
    """Returns everything that is known of it, but for its text."""
    row = sent.row
    nobody = translate("Sent", "nobody had to")
    return [
        (translate("Sent", "Profile"), names.scope(f"profile/{row.key.profile}")),
        (translate("Sent", "What"), act_told(row.act)),
        (translate("Sent", "Files"), files_told(sent)),
        (translate("Sent", "Written by"), "\n".join(map(names.person_in_full, sent.authors))),
        (translate("Sent", "Put forward"), moment_in_full(row.put_forward)),
        (translate("Sent", "Answered yes"), ", ".join(row.confirmed)),
        (translate("Sent", "Agreed"), agreed_told(sent, names) or nobody),
        (translate("Sent", "Sending began"), moment_in_full(row.claimed)),
        (translate("Sent", "Recorded"), moment_in_full(row.told)),
        (translate("Sent", "Network’s time"), moment_in_full(row.sent_at)),
        (translate("Sent", "It answered"), row.said),
        *_tries_of(sent, names),
        (translate("Sent", "Address"), row.url),
        (translate("Sent", "Its id there"), row.remote_id),
        *_end_of(sent, names),
        (translate("Sent", "Content"), f"SHA-256 {row.hash}" if row.hash else ""),
        (translate("Sent", "Entries"), ", ".join(language().figure(e.seq) for e in sent.basis)),
    ]


def spoken(sent: Sent, names: Names) -> str:
    """Returns the row as a screen reader says it."""
    row = sent.row
    parts = moment_in_full(row.told), names.profile(row.key.profile), said_short(sent)
    return ". ".join((*parts, people_told(sent.authors, names), state_told(sent)))


def _tries_of(sent: Sent, names: Names) -> list[Fact]:
    """Returns how often it was tried, looked for and let go again, where that was not once."""
    row = sent.row
    let = f"{names.person_in_full(row.let_by)} · {moment_in_full(row.let_at)}"
    return [
        (translate("Sent", "Attempts"), language().figure(row.attempts) * (row.attempts > 1)),
        (translate("Sent", "Looked for"), looks_told(sent)),
        (translate("Sent", "Tried again"), moment_in_full(row.again_at)),
        (translate("Sent", "Let go again"), let if row.let_by else ""),
    ]


def _end_of(sent: Sent, names: Names) -> list[Fact]:
    row = sent.row
    by = names.person_in_full(row.withdrawn_by) if row.withdrawn_by else ""
    return [
        (translate("Sent", "Withdrawn by"), by),
        (translate("Sent", "Because"), row.why),
        (translate("Sent", "Not taken back"), row.not_back or ""),
        (translate("Sent", "Taken back"), moment_in_full(row.taken_back)),
        (translate("Sent", "Seen gone"), moment_in_full(row.seen_gone)),
    ]
