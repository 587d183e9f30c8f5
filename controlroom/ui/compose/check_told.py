"""What a finding of the checks is called, in the language in force."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from controlroom.model.outgoing.checked import Finding, Verdict
from controlroom.outbound.checks.rulebook import rule
from controlroom.ui.board.card.networks import look_of
from controlroom.ui.compose.check_words import repair_words, rule_words
from controlroom.ui.language import language

translate = QCoreApplication.translate
LONGEST = 60


class Told(NamedTuple):
    """A finding in words.

    Attributes:
        title: what was found; `under` where, and what that means.
        repair: what the button says that mends it, "" for none.
        source: where the rule comes from.
    """

    verdict: str
    title: str
    under: str
    repair: str
    source: str


def told_of(finding: Finding) -> Told:
    """Returns a finding in words."""
    verdict = translate("Compose", "Blocks") if finding.verdict is Verdict.BLOCKS else ""
    verdict = verdict or translate("Compose", "Asks")
    return Told(
        verdict, _title(finding), _under(finding, verdict), _repair(finding), _source(finding)
    )


def _title(finding: Finding) -> str:
    title = rule_words(finding.rule, finding.figure, finding.limit)
    words = " ".join(finding.words.split())
    if not words:
        return title
    short = words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
    template = translate("Compose", "{title}: {words}")
    return template.format(title=title, words=language().quoted(short))


def _under(finding: Finding, verdict: str) -> str:
    networks = dict.fromkeys(look_of(key.partition("/")[0]).name for key in finding.profiles)
    parts = [", ".join(networks)]
    if finding.piece:
        parts.append(translate("Compose", "post {n}").format(n=finding.piece + 1))
    if finding.file >= 0:
        parts.append(translate("Compose", "file {n}").format(n=finding.file + 1))
    where = ", ".join(part for part in parts if part)
    return f"{where}. {verdict}." if where else f"{verdict}."


def _repair(finding: Finding) -> str:
    if finding.repair is None or finding.repair.text is None:
        return ""
    return repair_words(finding.repair.label, finding.repair.text or "")


def _source(finding: Finding) -> str:
    found = rule(finding.rule)
    template = translate("Compose", "{source} ({date}). It cannot see: {blind}")
    return template.format(source=found.source, date=found.checked.isoformat(), blind=found.blind)
