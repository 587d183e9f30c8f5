"""The file of tokens: every colour and measure of the window."""

import json
from functools import cache
from typing import Any

from controlroom.bundle import bundled


@cache
def tokens() -> dict[str, Any]:
    """Returns the tokens as they stand in `resources/styles/tokens.json`."""
    content: dict[str, Any] = json.loads(bundled("styles", "tokens.json").read_text("utf-8"))
    return content


def snake(name: str) -> str:
    """Returns a token's name as an attribute: "accentFill" is `accent_fill`."""
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)
