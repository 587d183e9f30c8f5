"""Whom a text names, on networks where whoever is answered hears of it only if named."""


def names(text: str, author: str) -> bool:
    """Returns whether a text names somebody; nobody ("") is always named."""
    to = author.removeprefix("@")
    return not to or any(one in text for one in (f"@{to}", f"@{to.partition('@')[0]}"))


def addressed(text: str, author: str) -> str:
    """Returns a text as it leaves there: with the name before it unless it is in it."""
    return text if names(text, author) else f"@{author.removeprefix('@')} {text}"
