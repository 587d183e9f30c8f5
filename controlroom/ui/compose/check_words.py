"""What the rules and their repairs are called, in the language in force."""

from PySide6.QtCore import QCoreApplication

from controlroom.ui.marked import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate
RULES = {
    "protected_name": QT_TRANSLATE_NOOP("Checks", "Protected name"),
    "perhaps_listed": QT_TRANSLATE_NOOP("Checks", "Perhaps somebody on the case lists"),
    "lists_unread": QT_TRANSLATE_NOOP("Checks", "The case lists cannot be checked here"),
    "victim_named": QT_TRANSLATE_NOOP("Checks", "A victim’s name"),
    "minor_named": QT_TRANSLATE_NOOP("Checks", "A minor’s name"),
    "minor_missing": QT_TRANSLATE_NOOP("Checks", "A missing child is named"),
    "home_address": QT_TRANSLATE_NOOP("Checks", "Home address"),
    "victim_postcode": QT_TRANSLATE_NOOP("Checks", "Full postcode"),
    "court_order": QT_TRANSLATE_NOOP("Checks", "A court order forbids this"),
    "named_before_charge": QT_TRANSLATE_NOOP("Checks", "A name before charge"),
    "guilt_before_verdict": QT_TRANSLATE_NOOP("Checks", "Guilt before a verdict"),
    "suspect_named": QT_TRANSLATE_NOOP("Checks", "A suspect is named"),
    "like_stopped": QT_TRANSLATE_NOOP("Checks", "Reads like what must not leave"),
    "number_plate": QT_TRANSLATE_NOOP("Checks", "Number plate"),
    "phone": QT_TRANSLATE_NOOP("Checks", "Phone number that is not a public one"),
    "email": QT_TRANSLATE_NOOP("Checks", "E-mail address"),
    "unknown_link": QT_TRANSLATE_NOOP("Checks", "Link to somebody else’s site"),
    "false_link": QT_TRANSLATE_NOOP("Checks", "Link that only looks like ours"),
    "unseen_marks": QT_TRANSLATE_NOOP("Checks", "Characters nobody can see"),
    "alt_text": QT_TRANSLATE_NOOP("Checks", "A photo or clip has no description"),
    "capitals": QT_TRANSLATE_NOOP("Checks", "All in capitals"),
    "tone": QT_TRANSLATE_NOOP("Checks", "Tone"),
    "hashtags": QT_TRANSLATE_NOOP("Checks", "Hashtags"),
    "too_long": QT_TRANSLATE_NOOP("Checks", "Too long, or more than the network takes"),
    "too_many_files": QT_TRANSLATE_NOOP("Checks", "Too many photos or clips in one post"),
    "file_unfit": QT_TRANSLATE_NOOP("Checks", "A file that is not taken there"),
    "clip_short": QT_TRANSLATE_NOOP("Checks", "The clip is too short"),
    "clip_long": QT_TRANSLATE_NOOP("Checks", "The clip is too long"),
    "poll_answers": QT_TRANSLATE_NOOP("Checks", "Too many answers in the poll"),
    "poll_answer_long": QT_TRANSLATE_NOOP("Checks", "An answer of the poll is too long"),
    "poll_time": QT_TRANSLATE_NOOP(
        "Checks", "The poll runs too long, or not long enough (minutes)"
    ),
    "identical_posts": QT_TRANSLATE_NOOP("Checks", "The same text on many profiles"),
    "link_cost": QT_TRANSLATE_NOOP("Checks", "A link costs more on this network"),
    "answer_late": QT_TRANSLATE_NOOP("Checks", "Too late to be answered in private"),
    "unknown_handle": QT_TRANSLATE_NOOP("Checks", "An account the force does not know"),
}
LIMITED = {
    "too_long": QT_TRANSLATE_NOOP("Checks", "Too long by {n}: {limit} characters are taken"),
    "too_many_files": QT_TRANSLATE_NOOP(
        "Checks", "{n} photos or clips in one post: {limit} are taken"
    ),
    "file_unfit": QT_TRANSLATE_NOOP("Checks", "A file of {n}: {limit} are taken"),
    "clip_short": QT_TRANSLATE_NOOP("Checks", "The clip lasts {n}: at least {limit} are needed"),
    "clip_long": QT_TRANSLATE_NOOP("Checks", "The clip lasts {n}: at most {limit} go out"),
    "poll_answers": QT_TRANSLATE_NOOP("Checks", "{n} answers in the poll: {limit} are taken"),
    "poll_answer_long": QT_TRANSLATE_NOOP(
        "Checks", "An answer of the poll has {n} characters: {limit} are taken"
    ),
    "poll_time": QT_TRANSLATE_NOOP("Checks", "The poll runs {n} minutes: the limit is {limit}"),
}
"""What is said where the limit is known."""
REPAIRS = {
    "remove_name": QT_TRANSLATE_NOOP("Checks", "Take the name out"),
    "remove_words": QT_TRANSLATE_NOOP("Checks", "Take the words out"),
    "remove_marks": QT_TRANSLATE_NOOP("Checks", "Take them out"),
    "small_letters": QT_TRANSLATE_NOOP("Checks", "Small letters"),
}


def rule_words(rule: str, figure: str, limit: str = "") -> str:
    """Returns what a rule has found; one without words of its own is called by its key."""
    known = RULES.get(rule)
    text = translate("Checks", known) if known else rule.replace("_", " ").capitalize()
    if limit and rule in LIMITED:
        return translate("Checks", LIMITED[rule]).format(n=figure, limit=limit)
    return f"{text} ({figure})" if figure else text


def stopped_words(said: str) -> tuple[str, bool]:
    """Returns the words of a rule that stopped a delivery, and whether it is about a limit.

    Args:
        said: as the sender records it: the rule, or "too_long 132/280" with figure and limit.
    """
    rule, _, figures = said.partition(" ")
    figure, _, limit = figures.rpartition("/")
    return rule_words(rule, figure, limit), bool(limit)


def repair_words(label: str, text: str) -> str:
    """Returns what the button of a repair says: what takes the place of the words, if any does."""
    known = REPAIRS.get(label)
    if known and (not text or label == "small_letters"):
        return translate("Checks", known)
    if not text:
        return translate("Checks", REPAIRS["remove_words"])
    return translate("Checks", "Use “{text}”").format(text=text)
