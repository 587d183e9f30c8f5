"""The rule of a surge in words."""

from PySide6.QtCore import QCoreApplication

from controlroom.model.surge_rule import SurgeRule
from controlroom.ui.language import language

translate = QCoreApplication.translate


def rule_told(rule: SurgeRule) -> str:
    """Returns which single posts are shown in a surge, and what becomes of the others."""
    reasons = _reasons(rule)
    if not reasons:
        return translate(
            "Surge", "Near copies are grouped. No single posts show. Everything is saved."
        )
    told = translate(
        "Surge",
        "Near copies are grouped. Single posts show only if they have {reasons}. Everything is"
        " saved.",
    )
    return told.format(reasons=_any_of(reasons))


def _reasons(rule: SurgeRule) -> list[str]:
    found = []
    if rule.media:
        found.append(translate("Surge", "media"))
    if rule.place:
        found.append(translate("Surge", "a place"))
    if rule.risk:
        found.append(translate("Surge", "a word of risk"))
    if rule.followers:
        told = translate("Surge", "an author with over {n} followers")
        found.append(told.format(n=language().figure(rule.followers)))
    return found


def _any_of(words: list[str]) -> str:
    *first, last = words
    if not first:
        return last
    both = translate("Surge", "{first} or {last}")
    return both.format(first=translate("Rights", ", ").join(first), last=last)
