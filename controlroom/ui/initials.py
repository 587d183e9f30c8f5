"""Letters that stand for somebody without a picture."""

from controlroom.ui.together.names import RANKS


def initials(name: str) -> str:
    """Returns up to two letters to stand for a person without a picture, none for a rank."""
    words = [word for word in name.replace("@", " ").split() if word[0].isalnum()]
    words = [word for word in words[:-1] if word.rstrip(".") not in RANKS] + words[-1:]
    if not words:
        return "?"
    letters = words[0][0] + words[-1][0] if len(words) > 1 else words[0][:2]
    return letters.upper()[:2]
