"""Letters that pass for others: which script a letter is of, and which plain one it looks like."""

import unicodedata

_PAIRS = (
    ("аеорсухіјѕԁһԛԝӏɡвмнткпгц", "aeopcyxijsdhqwlgbmhtknru"),  # Cyrillic
    ("ανορυικτχγωεηβ", "avopuiktxywenb"),  # Greek
    ("օոսցհյզ", "onughjq"),  # Armenian
    ("ıɩɑɒʀʟɴꞏ", "iiaarln."),  # Latin
)
_LOOKS_LIKE = {
    odd: plain for some, plains in _PAIRS for odd, plain in zip(some, plains, strict=True)
}
"""Not complete, and cannot be: an address with any letter beyond ASCII is shown in both forms."""
_ANY_SCRIPT = {"DIGIT", "HYPHEN", "FULL", "MIDDLE", "COMBINING"}


def plain_form(host: str) -> str:
    """Returns what a host name passes for, in ASCII where every letter passes for such a one."""
    folded = unicodedata.normalize("NFKD", host.casefold())
    bare = "".join(one for one in folded if not unicodedata.combining(one))
    return "".join(_LOOKS_LIKE.get(one, one) for one in bare)


def scripts_of(label: str) -> set[str]:
    """Returns the scripts that the letters of one part of a host name are of."""
    return {_script(one) for one in label} - _ANY_SCRIPT


def _script(letter: str) -> str:
    if letter.isascii():
        return "LATIN" if letter.isalpha() else "DIGIT"
    return unicodedata.name(letter, "UNKNOWN").partition(" ")[0].partition("-")[0]
