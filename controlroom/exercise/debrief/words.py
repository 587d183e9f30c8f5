"""The words of a debrief, in the languages of the desk."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from types import MappingProxyType

FRENCH: Mapping[str, str] = MappingProxyType(
    {
        ",": "\u202f",
        "Debrief": "Bilan",
        "Exercise": "Exercice",
        "Began": "Début",
        "Ended": "Fin",
        "Posts of the public": "Publications du public",
        "Profiles used": "Profils utilisés",
        "First answer": "Première réponse",
        "First statement": "Premier communiqué",
        "Rumours": "Rumeurs",
        "Rumour": "Rumeur",
        "Answered": "Démentie",
        "Answered after": "Démentie après",
        "Posts before": "Publications avant",
        "Posts after": "Publications après",
        "What was planted": "Ce qui était placé",
        "Planted": "Placé",
        "What": "Quoi",
        "Kind": "Genre",
        "Network": "Réseau",
        "Author": "Auteur",
        "Text": "Texte",
        "Handled": "Traité",
        "Handled after": "Traité après",
        "Tips found": "Renseignements trouvés",
        "What was missed": "Ce qui a échappé",
        "What the team did": "Ce que l’équipe a fait",
        "Note": "Note",
        "Posts a minute": "Publications par minute",
        "never": "jamais",
        "none": "rien",
        "{found} of {planted}": "{found} sur {planted}",
        "after {time}": "après {time}",
        "found": "trouvé",
        "Nothing that was planted was missed.": "Rien de ce qui était placé n’a échappé.",
        "All people, places and posts of an exercise are invented.": (
            "Toutes les personnes, tous les lieux et toutes les publications d’un exercice sont "
            "inventés."
        ),
        "statement": "communiqué",
        "answer": "réponse",
        "message": "message privé",
        "share": "partage",
        "edit": "modification",
        "hide": "masquage",
        "withdraw": "retrait",
    }
)
Say = Callable[[str], str]


def speaker(language: str) -> Say:
    """Returns what says the words of a debrief in a language, in English if it has none."""
    return (lambda text: FRENCH.get(text, text)) if language.startswith("fr") else str


def length(time: timedelta | None, say: Say) -> str:
    """Returns a length of time as "1:02:03" or "02:03"."""
    if time is None:
        return say("never")
    minutes, seconds = divmod(int(time.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"


def grouped(number: int, say: Say) -> str:
    """Returns a number with its thousands apart, as the language writes it."""
    return f"{number:,}".replace(",", say(","))
