"""How long a text is as people count: a sign with its marks is one, so is a flag. Pure."""

import unicodedata

_JOINER = "\u200d"
_SKIN = range(0x1F3FB, 0x1F400)
_FLAG = range(0x1F1E6, 0x1F200)
_TAGS = range(0xE0020, 0xE0080)


def graphemes(text: str) -> int:
    """Returns the number of signs in a text, near enough to the rules of Unicode."""
    if text.isascii():
        return len(text) - text.count("\r\n")
    count, flags, before = 0, 0, ""
    for sign in text:
        is_flag = ord(sign) in _FLAG
        flags = flags + 1 if is_flag else 0
        second = is_flag and flags % 2 == 0
        if not (second or before == _JOINER or _belongs(sign) or before + sign == "\r\n"):
            count += 1
        before = sign
    return count


def _belongs(sign: str) -> bool:
    """Whether a character is part of the sign before it."""
    code = ord(sign)
    marks = unicodedata.category(sign) in ("Mn", "Me", "Mc")
    return marks or sign == _JOINER or code in _SKIN or code in _TAGS
