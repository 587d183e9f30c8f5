"""How X counts the characters of a post: an address is 23, an emoji 2, most of Latin 1."""

import re
import unicodedata

SHORT = 280
_ADDRESS_WEIGHT = 23
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_LIGHT = (range(0x1100), range(0x2000, 0x200E), range(0x2010, 0x2020), range(0x2032, 0x2038))
_JOINER = 0x200D
_SILENT = (0xFE0E, 0xFE0F, *range(0x1F3FB, 0x1F400), *range(0xE0020, 0xE0080))
_FLAGS = range(0x1F1E6, 0x1F200)


def weight(text: str) -> int:
    """Returns what a text counts for."""
    text = unicodedata.normalize("NFC", text)
    addresses = len(_ADDRESS.findall(text))
    return addresses * _ADDRESS_WEIGHT + _of_signs(_ADDRESS.sub("", text) if addresses else text)


def _of_signs(text: str) -> int:
    """Weighs signs; what belongs to an emoji before it weighs nothing."""
    total, before, flag = 0, 0, False
    for code in map(ord, text):
        second_flag = code in _FLAGS and flag
        flag = code in _FLAGS and not flag
        if not (before == _JOINER or code == _JOINER or code in _SILENT or second_flag):
            total += 1 if any(code in light for light in _LIGHT) else 2
        before = code
    return total
